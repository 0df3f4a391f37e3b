"""A student arrives in another school: work comes along, decisions become recognitions, and count as nothing."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.build import build
from portfolio_gen.check import check_school
from portfolio_gen.cli import porch
from portfolio_gen.diagnostics import errors
from portfolio_gen.leaving import pack
from portfolio_gen.read.school import read_school
from school import FRAMEWORK, STUDENT, TODAY, minimal_school, write
from signed_school import signed_school

OTHER = FRAMEWORK.replace("id: academics", "id: learning").replace("id: little", "id: other")


def run(*words: object) -> Result:
    return CliRunner().invoke(porch, list(map(str, words)), env={"SOURCE_DATE_EPOCH": "1795305600"})


@pytest.fixture(scope="module")
def taken_along(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("left")
    root = signed_school(place / "school")
    page = root / f"students/{STUDENT}/artifacts/bean-diary/artifact.md"
    page.write_text(
        page.read_text().replace("claims:\n", "claims:\n  - credit: communication/community\n")
    )
    pack(root, STUDENT, place / "ada.zip", on=TODAY)
    return place / "ada.zip"


def other_school(folder: Path, framework: str = OTHER) -> Path:
    """A school without students, in another town."""
    root = minimal_school(folder)
    shutil.rmtree(root / "students" / STUDENT)
    (root / f"transcripts/{STUDENT}.yml").unlink()
    settings = (root / "portfolio.yml").read_text().replace("Little School", "Other School")
    write(
        root,
        {
            "portfolio.yml": settings,
            "transcripts/framework.yml": framework,
            "students/README.md": "All.\n",
        },
    )
    return root


def ledger_of(root: Path) -> str:
    """What the ledger says, however its lines are broken."""
    return " ".join((root / f"transcripts/{STUDENT}.yml").read_text("utf-8").split())


def sound(root: Path) -> None:
    read, found = read_school(root)
    assert read
    assert errors((*found, *check_school(read, on=TODAY))) == ()


def test_what_was_decided_there_is_recognised_and_counts_as_nothing(
    taken_along: Path, tmp_path: Path
) -> None:
    root = other_school(tmp_path / "other")
    done = run("import", "portfolio", taken_along, root)
    assert done.exit_code == 0, done.output
    assert "1 recognition in their ledger." in done.stderr
    sound(root)
    read, _ = read_school(root)
    assert read
    ledger = read.ledgers[STUDENT]
    (recognition,) = ledger.recognitions
    assert recognition.title == "Critical thinking in academics (Foundation)"
    assert recognition.issuer == "Little School"
    assert str(recognition.date) == "2026-04-20"
    assert "nobody has asked there whether that is their key" in str(recognition.about)
    assert ledger.decisions == ()
    assert str(ledger.enrolment.entered) == "2026-11-22"
    status = json.loads(run("status", root, "--format", "json").stdout)
    (student,) = status["students"]
    assert {one["state"] for one in student["credits"]} <= {"open", "claimed"}
    assert {one["foundation"]["earned"] for one in student["domains"]} == {0}
    report = build(root, tmp_path / "site", editions=["self"], on=TODAY, jobs=1)
    assert not report.failed
    page = (tmp_path / f"site/self/{STUDENT}/transcript/index.html").read_text("utf-8")
    assert "Critical thinking in academics (Foundation)" in page
    assert "Little School" in page


def test_claims_stay_claims_where_the_credit_is_known(taken_along: Path, tmp_path: Path) -> None:
    root = other_school(tmp_path / "other")
    run("import", "portfolio", taken_along, root)
    page = (root / f"students/{STUDENT}/artifacts/bean-diary/artifact.md").read_text()
    assert (
        "# As it was at Little School:\n# claims:\n#   - credit: communication/community\n"
        "#   - credit: critical-thinking/academics\n#     level: foundation\n"
        "#     why: I changed my answer when the numbers did not fit.\n"
        "claims:\n  - { credit: communication/community, level: foundation }\n---\n"
    ) in page
    same = other_school(tmp_path / "same", FRAMEWORK)
    run("import", "portfolio", taken_along, same)
    kept = (same / f"students/{STUDENT}/artifacts/bean-diary/artifact.md").read_text()
    assert "# As it was" not in kept
    sound(same)
    card = (root / f"students/{STUDENT}/student.yml").read_text()
    assert (
        "# As it was at Little School:\n# featured_credits: [critical-thinking/academics]\n" in card
    )


def test_a_record_is_believed_when_its_school_vouches_for_it(
    taken_along: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(taken_along) as archive:
        archive.extractall(tmp_path / "all")
    issuer = tmp_path / f"all/{STUDENT}-portfolio/records/college/issuer"
    root = other_school(tmp_path / "other")
    done = run("import", "portfolio", taken_along, root, "--issuer", issuer)
    assert "it is genuine, and signed by portfolios.little-school.example" in done.stderr
    assert "it is genuine" in ledger_of(root)


def test_a_record_that_was_changed_is_not_believed(taken_along: Path, tmp_path: Path) -> None:
    forged = tmp_path / "forged.zip"
    with zipfile.ZipFile(taken_along) as old, zipfile.ZipFile(forged, "w") as new:
        for one in old.namelist():
            data = old.read(one)
            new.writestr(
                one, data.replace(b"Ada", b"Eve") if one.endswith("transcript.json") else data
            )
    root = other_school(tmp_path / "other")
    done = run("import", "portfolio", forged, root)
    assert "not to be relied on (changed)" in done.stderr
    assert "not to be relied on (changed)" in ledger_of(root)


def test_nothing_is_lost_and_nothing_is_written_over(taken_along: Path, tmp_path: Path) -> None:
    root = other_school(tmp_path / "other")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    plan = run("import", "portfolio", taken_along, root, "--plan")
    assert plan.exit_code == 0
    assert f"would write {root}/students/{STUDENT}\n" in plan.stdout
    assert {path for path in root.rglob("*") if path.is_file()} == before.keys()
    assert run("import", "portfolio", taken_along, root).exit_code == 0
    assert {path: path.read_bytes() for path in before} == before
    aside = root / f"students/{STUDENT}/imported/little-school"
    with zipfile.ZipFile(taken_along) as archive:
        told = {path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for one in archive.namelist():
            if "/school/students/" in one and not one.endswith(("/artifact.md", "/student.yml")):
                assert archive.read(one) in told, one
            if "/school/transcripts/" in one or "/records/" in one:
                inside = aside / one.partition("/")[2]
                assert inside.read_bytes() == archive.read(one)
    assert (aside / "pitches/beans.md").is_file()
    assert "pitches/beans.md is in the words of Little School" in (aside / "report.txt").read_text()
    again = run("import", "portfolio", taken_along, root)
    assert again.exit_code == 2
    assert "give another id with --id" in again.output
    assert run("import", "portfolio", taken_along, root, "--id", "ada-two").exit_code == 0
    sound(root)


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({}, "there is no `school/portfolio.yml` in it"),
        ({"x/school/portfolio.yml": "school: [\n"}, "this is not a portfolio"),
        ({"x/school/portfolio.yml": "school: A\n", "../y": "z"}, "this is not a portfolio"),
    ],
)
def test_zips_that_hold_nobody(files: dict[str, str], why: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    root = other_school(tmp_path / "other")
    done = run("import", "portfolio", tmp_path / "a.zip", root)
    assert done.exit_code == 2
    assert why in done.output
    (tmp_path / "a.zip").write_text("no zip")
    assert "it cannot be unpacked" in run("import", "portfolio", tmp_path / "a.zip", root).output
    assert not (tmp_path / "y").exists()
