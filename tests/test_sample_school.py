"""The repository is a school: it is in order, its numbers are right, and its sites hold together."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from click.testing import CliRunner

from portfolio_gen.cli import porch
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.survey import Survey, survey
from sample import SAMPLE, TODAY

STUDENTS = sorted(path.name for path in (SAMPLE / "students").iterdir() if path.is_dir())
SKILLS = ("communication", "critical-thinking", "creative-engagement", "innovation", "mindfulness")
AREAS = ("academics", "community", "exploration", "intensives", "partnerships", "wellness")


@pytest.fixture(scope="module")
def seen() -> Survey:
    return survey(SAMPLE, on=TODAY)


def test_check_is_clean(seen: Survey) -> None:
    assert [f"{one.span} {one.code} {one.message}" for one in seen.diagnostics] == []


def test_it_is_a_whole_school() -> None:
    works = list(SAMPLE.glob("students/*/artifacts/*/artifact.md"))
    assert len(STUDENTS) >= 5
    assert len(works) >= 55
    kinds = {path.suffix.lower() for path in SAMPLE.glob("students/*/artifacts/*/*")}
    pictures = {".jpg", ".png", ".webp", ".heic", ".gif", ".avif", ".tif", ".bmp"}
    office = {".docx", ".xlsx", ".pptx"}
    assert kinds >= pictures | office | {".pdf", ".csv", ".py", ".mp4", ".vtt", ".ipynb"}
    media = [one for work in works for one in front(work).get("media") or []]
    assert {"before", "download", "poster"} <= {key for one in media for key in one}
    assert any(front(work).get("links") for work in works)
    assert kinds & {".mp3", ".ogg", ".wav"}
    notebooks = SAMPLE.glob("students/*/artifacts/*/*.ipynb")
    assert any('"image/png"' in one.read_text("utf-8") for one in notebooks)


@pytest.fixture(scope="module")
def status() -> dict[str, dict[str, object]]:
    done = CliRunner().invoke(
        porch, ["status", str(SAMPLE), "--format", "json", "--on", str(TODAY)]
    )
    assert done.exit_code == 0, done.output
    return {one["id"]: one for one in json.loads(done.stdout)["students"]}


class TestStatusAgainstARecount:
    """`status` against the files themselves, read with a library of the tests' own and counted anew."""

    def test_everybody_is_there(self, status: dict[str, dict[str, object]]) -> None:
        assert sorted(status) == STUDENTS

    @pytest.mark.parametrize("student", STUDENTS)
    def test_credits(self, status: dict[str, dict[str, object]], student: str) -> None:
        counted = {(one["id"], one["level"]): one["state"] for one in status[student]["credits"]}  # type: ignore[attr-defined]
        expected = dict(recount(student))
        for skill in SKILLS:
            for area in AREAS:
                expected.setdefault((f"{skill}/{area}", "foundation"), "open")
        assert counted == expected

    @pytest.mark.parametrize("student", STUDENTS)
    def test_domains(self, status: dict[str, dict[str, object]], student: str) -> None:
        states = dict(recount(student))
        for domain in status[student]["domains"]:  # type: ignore[attr-defined]
            for level in ("foundation", "advanced"):
                earned = sum(
                    state == "earned" and at == level and credit.endswith(f"/{domain['id']}")
                    for (credit, at), state in states.items()
                )
                assert domain[level]["earned"] == earned
            assert domain["foundation"]["of"] == len(SKILLS)

    def test_the_complete_student_is_complete(self, status: dict[str, dict[str, object]]) -> None:
        states = Counter((one["level"], one["state"]) for one in status["maya-chen"]["credits"])  # type: ignore[attr-defined]
        assert states["foundation", "earned"] == 30
        assert states["advanced", "earned"] == 5


def recount(student: str) -> Iterator[tuple[tuple[str, str], str]]:
    """State of each credit and level that anything touches, from the raw files."""
    ledger = raw((SAMPLE / "transcripts" / f"{student}.yml").read_text("utf-8"))
    decisions = ledger.get("decisions") or []
    corrected = {one.get("corrects") for one in decisions}
    decisions = [one for one in decisions if one["id"] not in corrected]
    home = SAMPLE / "students" / student
    works = [front(path) for path in home.glob("artifacts/*/artifact.md")]
    pitches = {path.stem: front(path) for path in home.glob("pitches/*.md")}
    claimed = {
        key(claim)
        for one in works
        if one.get("status") == "published"
        for claim in one.get("claims") or []
    }
    for credit in (
        {key(one) for one in decisions}
        | claimed
        | {
            key(claim)
            for one in pitches.values()
            if one.get("status") == "published"
            for claim in one["claims"]
        }
    ):
        about = [one for one in decisions if key(one) == credit]
        waiting = [
            slug
            for slug, one in pitches.items()
            if one.get("status") == "published"
            and credit in {key(claim) for claim in one["claims"]}
            and not any(
                one.get("pitch") == slug and one["credit"] == credit[0] for one in decisions
            )
            and not any(str(other["date"]) >= str(one["date"]) for other in about)
        ]
        if any(one["outcome"] == "earned" for one in about):
            yield credit, "earned"
        elif waiting:
            yield credit, "pitched"
        elif about:
            yield credit, "not-yet"
        elif credit in claimed:
            yield credit, "claimed"


def key(said: dict[str, str]) -> tuple[str, str]:
    return said["credit"], said.get("level", "foundation")


def raw(text: str) -> dict[str, list[dict[str, str]]]:
    """YAML with every value as the text that was written."""
    loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (it makes texts and nothing else)
    assert isinstance(loaded, dict)
    return loaded


def front(path: Path) -> dict[str, list[dict[str, str]]]:
    return raw(path.read_text("utf-8").split("---\n")[1])


class Links(HTMLParser):
    """The addresses that a page asks for, and the anchors that it has."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "poster") and value is not None:
                self.addresses.append(value)
            elif name == "srcset" and value:
                self.addresses += [part.split()[0] for part in value.split(",")]
            elif name == "id" and value:
                self.anchors.add(value)


def test_every_internal_link_resolves(sample_site: Path) -> None:
    pages = {path: Links(path) for path in sample_site.rglob("*.html")}
    assert len(pages) > 300
    broken = []
    for page, links in pages.items():
        for address in links.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            target = target / "index.html" if target.is_dir() else target
            inside = target.is_relative_to(sample_site / page.relative_to(sample_site).parts[0])
            if (
                not target.is_file()
                or not inside
                or (
                    parts.fragment
                    and target in pages
                    and unquote(parts.fragment) not in pages[target].anchors
                )
            ):
                broken.append((page.relative_to(sample_site).as_posix(), address))
    assert broken == []


def test_no_page_asks_another_host(sample_site: Path) -> None:
    for page in sample_site.rglob("*.html"):
        text = page.read_text("utf-8")
        loaded = re.findall(
            r'<(?:script|img|source|video|audio|iframe|embed)[^>]*\ssrc="([^"]*)"', text
        )
        loaded += re.findall(
            r'<link[^>]*rel="(?:stylesheet|icon|preload|preconnect)"[^>]*href="([^"]*)"', text
        )
        assert [one for one in loaded if urlsplit(one).netloc] == []
    for style in sample_site.rglob("*.css"):
        assert re.findall(r"url\(['\"]?(?:https?:)?//", style.read_text("utf-8")) == []


def test_the_layout_is_the_contract(sample_site: Path) -> None:
    for edition in EDITIONS:
        assert (sample_site / edition / "index.html").is_file()
        assert (sample_site / edition / "assets").is_dir()
    maya = sample_site / "self" / "maya-chen"
    for page in ("", "artifacts/solar-oven", "transcript"):
        assert (maya / page / "index.html").is_file()
    assert not (maya / "assets").exists(), "theme files stand once per edition"


def test_nothing_of_the_machine_is_in_the_sites(sample_site: Path) -> None:
    needles = {str(SAMPLE).encode(), str(sample_site).encode(), str(Path.home()).encode() + b"/"}
    for path in (path for path in sample_site.rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert [needle for needle in needles if needle in content] == [], path


@pytest.mark.nightly
def test_building_twice_gives_the_same_bytes(sample_site: Path, tmp_path: Path) -> None:
    from portfolio_gen.build import build

    again = tmp_path / "again"
    build(SAMPLE, again, on=TODAY, jobs=1)
    assert digests(again) == digests(sample_site)


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] in EDITIONS
    }
