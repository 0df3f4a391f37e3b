"""`export STUDENT`: everything of one student, nothing of another, and the same pages can be made of it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner, Result

from heard_school import heard_school
from portfolio_gen.build import build
from portfolio_gen.check import check_school
from portfolio_gen.cli import porch
from portfolio_gen.diagnostics import errors
from portfolio_gen.inspection import inspect
from portfolio_gen.leaving import pack
from portfolio_gen.model.dates import Day
from portfolio_gen.read.school import read_school
from sample import SAMPLE, TODAY
from school import STUDENT, minimal_school, write
from signed_school import RECORD, signed_school

CANARY = re.compile(r"qz\w*canary\w*qz")


def run(*words: object) -> Result:
    return CliRunner().invoke(porch, list(map(str, words)), env={"SOURCE_DATE_EPOCH": "1795305600"})


def unpacked(file: Path, into: Path) -> Path:
    """The one folder of a zip."""
    with zipfile.ZipFile(file) as archive:
        archive.extractall(into)
    (folder,) = into.iterdir()
    return folder


def texts_of(folder: Path) -> dict[str, str]:
    """Path and bytes of everything, as far as they can be read as text."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("latin-1")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def priyas(priya_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(priya_zip, tmp_path_factory.mktemp("priya"))


def test_it_holds_pages_papers_and_sources(priyas: Path) -> None:
    assert sorted(one.name for one in priyas.iterdir()) == [
        "README.txt",
        "index.html",
        "portfolio",
        "school",
        "transcript.pdf",
    ]
    assert (priyas / "transcript.pdf").read_bytes().startswith(b"%PDF")
    assert "portfolio/priya-raman/index.html" in (priyas / "index.html").read_text()
    mine = SAMPLE / "students" / "priya-raman"
    for path in mine.rglob("*"):
        if path.is_file() and "eleven-fridays-in-goal/artifact.md" not in path.as_posix():
            there = priyas / "school/students/priya-raman" / path.relative_to(mine)
            assert there.read_bytes() == path.read_bytes()


def test_every_link_leads_to_a_file(priyas: Path) -> None:
    """Also where no script runs."""
    broken = []
    for path in (priyas / "portfolio").rglob("*.html"):
        for address in re.findall(r'<a\b[^<>]*?\bhref="([^"]+)"', path.read_text("utf-8")):
            parts = urlsplit(html.unescape(address))
            if (
                not parts.scheme
                and parts.path
                and not (path.parent / unquote(parts.path)).is_file()
            ):
                broken.append(f"{path.relative_to(priyas)} → {address}")
    assert broken == []


def test_the_same_site_is_made_of_its_sources(
    priyas: Path, sample_site: Path, tmp_path: Path
) -> None:
    read, found = read_school(priyas / "school")
    assert read
    assert errors((*found, *check_school(read, on=TODAY))) == ()
    report = build(priyas / "school", tmp_path / "site", editions=["self"], on=TODAY, jobs=1)
    assert not report.failed
    here, there = (site / "self" / "priya-raman" for site in (tmp_path / "site", sample_site))
    paths = [{one.relative_to(site) for one in site.rglob("*")} for site in (here, there)]
    assert paths[0] == paths[1]
    for path in paths[0]:
        if (here / path).is_file():
            assert (here / path).read_bytes() == (there / path).read_bytes(), path


def test_nobody_else_is_in_it(priyas: Path, tmp_path: Path) -> None:
    others = [
        one.name
        for one in (SAMPLE / "students").iterdir()
        if one.is_dir() and one.name != "priya-raman"
    ]
    school, found = read_school(SAMPLE)
    assert school
    texts = texts_of(priyas)
    theme = re.compile(r"school/themes/|portfolio/assets/")
    for path, text in texts.items():
        if not theme.match(path):
            assert not [one for one in others if one in text or one in path], path
    ledgers = [school.ledgers[one].official_name for one in others if one in school.ledgers]
    everything = "\n".join(texts.values())
    assert [one for one in ledgers if one in everything] == []
    assert str(school.settings.secret) not in everything
    (tmp_path / "self").symlink_to(priyas / "portfolio")
    seen = inspect(school, tmp_path, on=TODAY, found=found)
    assert [(one.file, one.said) for one in seen.leaks] == []


def test_what_only_committees_see_is_not_in_it(tmp_path: Path) -> None:
    """The canaries stand in a session, in ballots and in what is not released; the other student is Bo."""
    root = heard_school(tmp_path / "school")
    write(
        root,
        {
            "portfolio.yml": (root / "portfolio.yml").read_text() + "secret: qzsecretcanaryqz\n",
            "transcripts/committee.yml": (root / "transcripts/committee.yml")
            .read_text()
            .replace(
                "role: science",
                "role: science\n    conflicts:\n      - { student: bo-berg, why: qzconflictcanaryqz }",
            ),
        },
    )
    ledger = root / f"transcripts/{STUDENT}.yml"
    ledger.write_text(f"# qzremarkcanaryqz\n{ledger.read_text()}")
    pack(root, STUDENT, tmp_path / "ada.zip", on=TODAY)
    texts = texts_of(unpacked(tmp_path / "ada.zip", tmp_path / "ada"))
    assert not [path for path, text in texts.items() if CANARY.search(text)]
    assert not [path for path, text in texts.items() if "bo-berg" in text or "bo-berg" in path]


def test_what_is_released_later_leaves_later(tmp_path: Path) -> None:
    root = heard_school(tmp_path / "school")
    told = "Show the page where it failed"
    for day, is_told in ((TODAY, False), (Day(2026, 12, 24), True)):
        pack(root, "bo-berg", tmp_path / f"{day}.zip", on=day)
        texts = texts_of(unpacked(tmp_path / f"{day}.zip", tmp_path / str(day)))
        assert (told in texts["school/transcripts/bo-berg.yml"]) is is_told
        assert (told in "".join(texts.values())) is is_told
        assert not [path for path, text in texts.items() if CANARY.search(text)]


def test_packing_what_was_unpacked_gives_the_same_bytes(tmp_path: Path) -> None:
    root = minimal_school(tmp_path / "school")
    pack(root, STUDENT, tmp_path / "one.zip", on=TODAY)
    again = unpacked(tmp_path / "one.zip", tmp_path / "one") / "school"
    pack(again, STUDENT, tmp_path / "two.zip", on=TODAY)
    assert (tmp_path / "two.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()


def test_teammates_and_people_in_pictures_leave_their_ids_behind(tmp_path: Path) -> None:
    root = minimal_school(tmp_path / "school")
    page = root / f"students/{STUDENT}/artifacts/bean-diary/artifact.md"
    page.write_text(
        page.read_text()
        .replace(
            "audience:",
            "team:\n  - student: bo-berg   # my friend\n    part: He watered.\naudience:",
        )
        .replace("    alt: Eleven", "    people: [bo-berg, ada-park, c-lee]\n    alt: Eleven")
    )
    write(
        root,
        {
            "students/bo-berg/student.yml": "name: Bo\n",
            "students/bo-berg/artifacts/watering/artifact.md": (
                "---\ntitle: Watering\ndate: 2026\nteam:\n  - student: ada-park\n---\nDaily.\n"
            ),
            "transcripts/bo-berg.yml": (root / f"transcripts/{STUDENT}.yml")
            .read_text()
            .replace("Ada Marie Park", "Bo Berg")
            .partition("decisions:")[0],
            f"students/{STUDENT}/pitches/beans.md": (root / f"students/{STUDENT}/pitches/beans.md")
            .read_text()
            .replace("[bean-diary]", "[bean-diary, bo-berg/watering]\ngroup:\n  - bo-berg"),
        },
    )
    pack(root, STUDENT, tmp_path / "ada.zip", on=TODAY)
    there = unpacked(tmp_path / "ada.zip", tmp_path / "ada")
    told = (there / page.relative_to(root).as_posix().join(["school/", ""])).read_text()
    assert '  - name: "Bo"   # my friend\n    part: He watered.' in told
    assert "people: [somebody-1, ada-park, somebody-2]" in told
    assert (
        "artifacts: [bean-diary]\ngroup:\n  []"
        in (there / f"school/students/{STUDENT}/pitches/beans.md").read_text()
    )
    assert not [one for one in texts_of(there).values() if "bo-berg" in one]


def test_what_is_wrong_is_to_be_mended_first(tmp_path: Path) -> None:
    root = minimal_school(tmp_path / "school")
    (root / f"students/{STUDENT}/student.yml").write_text("name: [\n")
    done = run("export", STUDENT, root, "--out", tmp_path / "x.zip")
    assert done.exit_code == 2
    assert f"students/{STUDENT}/student.yml:" in done.output
    assert not list(tmp_path.glob("*x.zip*"))


def test_a_student_may_be_called_like_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    root = minimal_school(tmp_path / "school")
    (root / "students" / STUDENT).rename(root / "students" / "student")
    (root / f"transcripts/{STUDENT}.yml").rename(root / "transcripts/student.yml")
    consent = root / "transcripts/consent.yml"
    consent.write_text(consent.read_text().replace(STUDENT, "student"))
    file = tmp_path / "student-portfolio.zip"
    for words in (("student", "student", root), ("--", "student", root)):
        done = run("export", *words)
        assert done.exit_code == 0, done.output
        file.unlink()
    assert run("export", "--out", tmp_path / "b.zip", "student", root).exit_code == 0


def test_words_of_the_command(tmp_path: Path) -> None:
    root = minimal_school(tmp_path / "school")
    done = run("export", "ada-prak", root)
    assert done.exit_code == 2
    assert "There is no student `ada-prak` in this school. Did you mean `ada-park`?" in done.output
    told = run("export", "--help").output
    assert "framework" in told
    assert "export ada-park" in told
    done = run("export", STUDENT, root, "--out", tmp_path / "a.zip")
    assert done.exit_code == 0
    assert "There is no signed record in it" in done.stderr
    assert done.stdout == f"wrote {tmp_path / 'a.zip'}\n"
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.zip").read_bytes())) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_signed_records_come_along_with_what_checks_them(tmp_path: Path) -> None:
    root = signed_school(tmp_path / "school")
    pack(root, STUDENT, tmp_path / "ada.zip", on=TODAY)
    there = unpacked(tmp_path / "ada.zip", tmp_path / "ada")
    record = there / "records/college/transcript.json"
    assert record.read_bytes() == (root / RECORD).read_bytes()
    done = run("verify", record, "--issuer", there / "records/college/issuer")
    assert done.exit_code == 0, done.output
    assert "the-secret-of-little-school" not in "".join(texts_of(there).values())
    (root / RECORD).write_bytes(record.read_bytes() + b" ")
    left = pack(root, STUDENT, tmp_path / "ada.zip", on=TODAY)
    assert left.records == (), "it is not what was signed"
