"""The digest of a piece of work: what changes it, and what does not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from portfolio_gen.model.artifact import Artifact
from portfolio_gen.read.artifact import read_artifact
from portfolio_gen.read.digest import digest_of
from portfolio_gen.read.folder import look_into

PAGE = """\
---
title: A diary of eleven beans
date: 2026-03-14
summary: Eleven beans, three weeks.
media:
  - file: beans.png
    alt: Beans
    caption: Day nine
audience: [family]
status: published
---
I thought that the beans by the window would drink most.
"""


def work(folder: Path, page: str = PAGE, picture: bytes = b"picture") -> Artifact:
    (folder / "bean-diary").mkdir(exist_ok=True)
    (folder / "bean-diary" / "artifact.md").write_bytes(page.encode())
    (folder / "bean-diary" / "beans.png").write_bytes(picture)
    shelf, _ = look_into(folder, "artifacts")
    assert shelf
    artifact, found = read_artifact(shelf, "bean-diary")
    assert artifact, found
    return artifact


def test_the_digest_is_what_its_description_says(tmp_path: Path) -> None:
    told = (
        '{"date":"2026-03-14","media":[{"caption":"Day nine","file":"beans.png"}],'
        '"narrative":"I thought that the beans by the window would drink most.",'
        '"summary":"Eleven beans, three weeks.","title":"A diary of eleven beans"}'
    )
    picture = hashlib.sha256(b"picture").hexdigest()
    text = f"portfolio-gen work 1\n{told}\n{picture}  beans.png\n"

    assert digest_of(work(tmp_path)) == f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n", "\r\n"),
        ("[family]", "[family, college, public]"),
        ("status: published", "status: published # at last"),
        ("published", "draft"),
        ("A diary of eleven beans", "'A diary of eleven beans'"),
        ("alt: Beans", "alt: Eleven beans on wet paper"),
        ("status:", "tags: [plants]\nstatus:"),
        ("status:", "cover: beans.png\nstatus:"),
        ("status:", "self_rating: {a: b}\nstatus:"),
        ("status:", "claims: [{credit: a/b}]\nstatus:"),
        ("most.\n", "most.\n\n\n"),
        ("status: published\n", ""),
        ("status:", "kind: work\nstatus:"),
    ],
)
def test_how_and_to_whom_it_is_shown_does_not_matter(
    before: str, after: str, tmp_path: Path
) -> None:
    assert digest_of(work(tmp_path, PAGE.replace(before, after))) == digest_of(work(tmp_path))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("eleven beans", "twelve beans"),
        ("03-14", "03-15"),
        ("03-14", "03"),
        ("would drink", "did drink"),
        ("Day nine", "Day ten"),
        ("three weeks", "four weeks"),
        ("status:", "my_part: All of it.\nstatus:"),
        ("status:", "kind: failure\nstatus:"),
        ("status:", "taught_me: Less water.\nstatus:"),
        ("status:", "team: [{name: Bo}]\nstatus:"),
        ("    caption: Day nine\n", ""),
        ("  - file: beans.png", "  - file: lost.png\n  - file: beans.png"),
    ],
)
def test_what_a_committee_saw_matters(before: str, after: str, tmp_path: Path) -> None:
    assert PAGE.replace(before, after) != PAGE
    assert digest_of(work(tmp_path, PAGE.replace(before, after))) != digest_of(work(tmp_path))


def test_the_files_matter_and_whoever_remembers_hashes_is_asked(tmp_path: Path) -> None:
    artifact = work(tmp_path)
    before = digest_of(artifact)

    assert digest_of(work(tmp_path, picture=b"another")) != before
    assert digest_of(artifact, lambda _: hashlib.sha256(b"picture").hexdigest()) == before


def test_nobody_knows_the_digest_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    artifact = work(tmp_path)
    (tmp_path / "bean-diary" / "beans.png").unlink()

    with pytest.raises(FileNotFoundError):
        digest_of(artifact)


def test_a_file_that_is_nowhere_is_missing(tmp_path: Path) -> None:
    missing = digest_of(work(tmp_path, PAGE.replace("beans.png", "lost.png")))

    assert missing.startswith("sha256:")
    assert missing != digest_of(work(tmp_path, PAGE.replace("beans.png", "found.png")))
