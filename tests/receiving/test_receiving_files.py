"""Word documents, Leap2A exports and résumés become pages, and nothing of them is lost."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from old_files import LEAP2A, LEAP2A_FILES, RESUME, packed, paragraph, resume, word_document
from old_sites import PNG
from portfolio_gen.check import check_school
from portfolio_gen.cli import porch
from portfolio_gen.diagnostics import errors
from portfolio_gen.read.school import read_school
from school import STUDENT, TODAY, minimal_school


def run(*words: object) -> Result:
    return CliRunner().invoke(porch, list(map(str, words)), env={"SOURCE_DATE_EPOCH": "1795305600"})


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


def brought(school: Path, kind: str, file: Path) -> Result:
    done = run("import", kind, file, STUDENT, school)
    assert done.exit_code == 0, done.output
    read, found = read_school(school)
    assert read
    assert errors((*found, *check_school(read, on=TODAY))) == ()
    return done


def told(school: Path, path: str) -> str:
    return (school / "students" / STUDENT / path).read_text("utf-8")


def everything(school: Path) -> str:
    home = school / "students" / STUDENT
    return "\n".join(one.read_bytes().decode("latin-1") for one in home.rglob("*") if one.is_file())


def refused(school: Path, kind: str, file: Path) -> str:
    before = sorted(school.rglob("*"))
    done = run("import", kind, file, STUDENT, school)
    assert done.exit_code == 1, done.output
    assert sorted(school.rglob("*")) == before
    return done.stderr


def test_a_word_document(school: Path, tmp_path: Path) -> None:
    done = brought(school, "word", word_document(tmp_path / "Solar Oven.docx"))
    page = told(school, "artifacts/solar-oven/artifact.md")
    assert page.startswith('---\ntitle: "The <solar> oven"\ndate: "2022-04-05"\n')
    assert "status" not in page, "a draft, until the student has looked at it"
    assert "# Why \\*it\\* failed" in page
    assert "Odd words" in page
    assert "| minute | heat \\| degrees |\n| --- | --- |\n| ten | sixty |" in page
    assert "![Foil on a lawn](picture-1.png)" in page
    assert "- { file: picture-1.png, alt: Foil on a lawn }" in page
    assert "- { file: picture-2.png }" in page, "check asks for its description"
    assert re.search(r"Twice the foil<sup>.*\(#note-footnote-2\)", page)
    assert '<span id="note-footnote-2"></span>It was windy.' in page
    home = school / "students" / STUDENT
    assert (home / "artifacts/solar-oven/picture-1.png").read_bytes() == PNG
    assert (home / "imported/solar-oven/files/Solar Oven.docx").is_file()
    assert "Solar Oven.docx:1:1: note PG620 unrecognised paragraph style" in done.stderr
    assert "remarked in the margin" in done.stderr
    assert "PG503" in run("check", school, "--format", "concise").output


@pytest.mark.parametrize(
    ("name", "more", "why"),
    [
        (
            "word/document.xml",
            b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
            "declares a document type",
        ),
        ("word/document.xml", b"<w:document", "it is damaged"),
        ("word/document.xml", b" " * 50_000_001, "more than 50,000,000 bytes"),
    ],
)
def test_word_documents_that_are_none(
    school: Path, tmp_path: Path, name: str, more: bytes, why: str
) -> None:
    assert why in refused(school, "word", word_document(tmp_path / "x.docx", more={name: more}))


def test_files_that_are_no_documents(school: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0 old")
    assert "it cannot be unpacked" in refused(school, "word", old)
    assert "an old `.doc`" in refused(school, "word", packed(tmp_path / "x.docx", {"a.txt": b"a"}))
    locked = word_document(tmp_path / "locked.docx")
    data = bytearray(locked.read_bytes())
    for at in (match.start() for match in re.finditer(b"PK\x01\x02", bytes(data))):
        data[at + 8] |= 1
    locked.write_bytes(bytes(data))
    assert "packed with a password" in refused(school, "word", locked)


def test_a_small_zip_that_would_unpack_to_much(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portfolio_gen.exchange.works.packed.MOST_UNPACKED", 2_000_000)
    bomb = packed(tmp_path / "bomb.docx", {f"word/{one}.bin": bytes(700_000) for one in range(3)})
    assert bomb.stat().st_size < 10_000
    assert "unpacks to more than anybody's portfolio" in refused(school, "word", bomb)


def test_a_leap2a_export(school: Path, tmp_path: Path) -> None:
    done = brought(school, "leap2a", packed(tmp_path / "mahara.zip", LEAP2A_FILES))
    post = told(school, "artifacts/foil-twice/artifact.md")
    assert 'title: "Foil, twice"\ndate: "2023-05-03"\ntags: [Oven diary, foil]' in post
    assert "status: published" in post
    assert "It **failed**. ![Foil](oven.png)" in post
    assert "<https://example.org/sun>" in post
    assert "# spatial Lawn" in post
    home = school / "students" / STUDENT
    assert (home / "artifacts/foil-twice/plan.pdf").read_bytes() == b"%PDF-1.4 plan"
    goal = told(school, "goals/build-a-third-one.md")
    assert "status: reached" in goal
    assert "With *less* foil & more black." in goal
    assert "# date point=target 2023-06-01" in goal
    about = told(school, "narratives/about-me.md")
    assert "I like ovens." in about
    assert "- legal family name: Park" in about
    assert "## First prize\n\n2022\n\nAt the fair." in told(school, "narratives/achievements.md")
    assert "Welcome here." in told(school, "artifacts/my-page/artifact.md")
    assert (home / "artifacts/files/never-shown.txt").read_bytes() == b"Nobody saw this."
    assert (home / "imported/mahara/files/export/files/stray.txt").is_file()
    assert (home / "imported/mahara/files/leap2a.xml").read_text("utf-8") == LEAP2A
    assert "Not inside" not in everything(school)
    for said in (
        "the file `files/lost.txt` is not in the export",
        "`spatial Lawn` has no place here",
        "`view type=portfolio thirds layout` has no place here",
        "`export/files/stray.txt` belongs to no entry",
    ):
        assert said in done.stderr
    line = 1 + LEAP2A[: LEAP2A.index("<leap2:spatial>")].count("\n")
    assert f"mahara.zip/export/leap2a.xml:{line}:1: note PG620" in done.stderr


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<feed", "is not XML"),
        ("<rss/>", "no Atom feed"),
        (
            '<!DOCTYPE f [<!ENTITY a "aaaa">]><feed xmlns="http://www.w3.org/2005/Atom">&a;</feed>',
            "document type",
        ),
        ("<a>" * 100 + "</a>" * 100, "too deep"),
        ("\x00\x01", "is not XML"),
    ],
)
def test_feeds_that_are_none(school: Path, tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "feed.xml").write_text(text)
    assert why in refused(school, "leap2a", tmp_path / "feed.xml")


def test_a_feed_alone_says_which_files_are_missing(school: Path, tmp_path: Path) -> None:
    (tmp_path / "leap2a.xml").write_text(LEAP2A, "utf-8")
    done = brought(school, "leap2a", tmp_path / "leap2a.xml")
    assert done.stderr.count("is not in the export") == 5


def test_a_resume(school: Path, tmp_path: Path) -> None:
    done = brought(school, "resume", resume(tmp_path / "resume.json"))
    assert "## Helper · Corner Bakery" in told(school, "narratives/work.md")
    assert "- Five \\*a.m.\\*" in told(school, "narratives/work.md")
    assert "I bake # with \\<sun\\>." in told(school, "narratives/about-me.md")
    assert "## First prize · The fair" in told(school, "narratives/awards.md")
    foil = told(school, "artifacts/on-foil/artifact.md")
    assert 'date: "2023-05-03"' in foil
    assert "https://example.org/foil" in foil
    oven = told(school, "artifacts/solar-oven/artifact.md")
    assert "summary: Cardboard." in oven
    assert "status" not in oven, "nobody says when it was"
    assert "note PG620 `hobbies` is no section" in done.stderr
    assert "hobbies" not in told(school, "narratives/about-me.md")

    def values(one: object) -> list[str]:
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else None
        return [str(one)] if inner is None else [said for each in inner for said in values(each)]

    there = re.sub(r"\\(.)", r"\1", everything(school))
    assert [one for one in values(RESUME) if one not in there] == []
    ledger = (school / f"transcripts/{STUDENT}.yml").read_text()
    assert "recognitions" not in ledger, "a student claims, and only the school puts on record"


def test_what_is_no_resume(school: Path, tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    file.write_text("[1]")
    assert "PG603 this is no JSON Résumé" in refused(school, "resume", file)
    file.write_text('{"basics": ')
    assert "PG601" in refused(school, "resume", file)
    file.write_text(
        json.dumps({"work": "once", "projects": ["a", 7, None], "skills": {"x": [1, {"y": 2}]}})
    )
    brought(school, "resume", file)


@pytest.mark.parametrize(
    "sign", ["<a ", "<!--", "<b>", "<ul><li>", "<table><tr><td>", "</", "<script>", "`"]
)
def test_hostile_html_takes_no_longer_than_any_other(
    school: Path, tmp_path: Path, sign: str
) -> None:
    escaped = (sign * (300_000 // len(sign))).replace("<", "&lt;")
    entry = f'<entry><title>x</title><content type="html">{escaped}</content></entry>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    (tmp_path / "feed.xml").write_text(feed)
    before = time.process_time()
    done = run("import", "leap2a", tmp_path / "feed.xml", STUDENT, school)
    assert done.exit_code == 0
    assert time.process_time() - before < 10


def test_a_paragraph_that_looks_like_markdown_means_itself(school: Path, tmp_path: Path) -> None:
    body = (
        paragraph("# not a heading")
        + paragraph("1. not a list")
        + paragraph("[no](link) &lt;b&gt;")
    )
    brought(school, "word", word_document(tmp_path / "plain.docx", body))
    page = told(school, "artifacts/plain/artifact.md")
    assert "\\# not a heading" in page
    assert "1\\. not a list" in page
    assert "\\[no\\](link) \\<b\\>" in page
