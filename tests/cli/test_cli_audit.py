"""`portfolio-gen audit`: what is shown of somebody, and whether anything is shown that may not be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.build import build
from portfolio_gen.cli import porch
from school import STUDENT, TODAY, minimal_school, write


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


@pytest.fixture
def built(school: Path) -> Path:
    build(school, jobs=1, on=TODAY)
    return school


def audit(*words: object) -> Result:
    done = CliRunner().invoke(porch, ["audit", *map(str, words), "--on", str(TODAY)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done


def leak(school: Path) -> Path:
    """Put into a page for the family what only colleges are told."""
    page = school / "site/family/ada-park/index.html"
    page.write_text(page.read_text() + "<p>Ada Marie Park</p>")
    return school


def test_an_account_names_each_edition_and_each_reason(school: Path) -> None:
    done = audit(STUDENT, school)

    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert [one for one in lines if one and not one.startswith(" ")] == [
        "self: ada-park/",
        "committee: ada-park/",
        "family: ada-park/",
        "college: ada-park/",
        "public: no site of their own",
    ]
    college = done.output.partition("college: ")[2]
    assert "because        the student's choice (students/ada-park/student.yml:8:5)" in college
    assert "consent by parent until 2028-08-31: name, full-name," in college
    assert "name           Ada Marie Park" in college
    assert "work           A diary of eleven beans" in college
    assert "meant for it (students/ada-park/artifacts/bean-diary/artifact.md:9:" in college
    assert "credits        1 of 4 earned" in college
    public = done.output.partition("public: ")[2]
    assert "no consent holds on that day" in public
    assert "shows nothing of them" in public


def test_an_account_for_programs_is_one_document(school: Path) -> None:
    done = audit(STUDENT, school, "--format", "json")

    document = json.loads(done.output)
    assert document["person"] == STUDENT
    editions = {one["edition"]: one for one in document["editions"]}
    assert editions["public"]["site"] is None
    assert {"what", "words", "where", "because"} == set(editions["college"]["shown"][0])
    told = {one["what"]: one["words"] for one in editions["college"]["shown"]}
    assert told["name"] == "Ada Marie Park"


def test_an_account_of_an_adult(school: Path) -> None:
    done = audit("b-lund", school)

    assert done.exit_code == 0
    assert "decisions      named beside 1" in done.output.partition("family: ")[2]
    assert "shows nothing of them" in done.output.partition("college: ")[2]


def test_nobody_gets_the_nearest_name(school: Path) -> None:
    done = audit("ada-prak", school)

    assert done.exit_code == 2
    assert "`ada-prak` is nobody in this school" in done.output
    assert "ada-park" in done.output
    assert "Traceback" not in done.output


def test_a_clean_build_is_called_clean(built: Path) -> None:
    done = audit("--leaks", built)

    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert [one.partition(" in ")[0] for one in lines] == [
        f"{one}: no leak" for one in ("self", "committee", "family", "college", "public")
    ]


def test_a_leak_is_named_with_its_file_and_where_it_was_written(built: Path) -> None:
    done = audit("--leaks", leak(built))

    assert done.exit_code == 1
    assert "family/ada-park/index.html: “ada marie park”\n" in done.output
    assert "  written at transcripts/ada-park.yml:1:16, about ada-park\n" in done.output
    assert "family: 1 leak in " in done.output


def test_leaks_for_programs(built: Path) -> None:
    done = audit("--leaks", leak(built), "--format", "json")

    assert done.exit_code == 1
    document = json.loads(done.output)
    assert document["leaks"] == [
        {
            "edition": "family",
            "file": "ada-park/index.html",
            "words": "ada marie park",
            "path": "transcripts/ada-park.yml",
            "line": 1,
            "column": 16,
            "person": "ada-park",
        }
    ]
    assert [one["edition"] for one in document["searched"]][-1] == "public"
    assert all(one["unread"] == [] for one in document["searched"])


def test_another_output_folder_can_be_looked_through(built: Path, tmp_path: Path) -> None:
    leak(built)
    (built / "site").rename(tmp_path / "elsewhere")

    assert audit("--leaks", built, "--out", tmp_path / "elsewhere").exit_code == 1
    done = audit("--leaks", built)
    assert done.exit_code == 2
    assert "build first, or name it with --out" in done.output


def test_an_empty_output_folder_is_not_called_clean(school: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = audit("--leaks", school, "--out", tmp_path / "empty")

    assert "No edition lies there; nothing was looked through." in done.output
    assert done.exit_code == 2


def test_what_was_withdrawn_must_be_gone(built: Path) -> None:
    write(built, {"transcripts/consent.yml": "people: {}\n"})
    done = audit("--leaks", built)

    assert done.exit_code == 1
    assert "college/ada-park/: nobody who is shown in this edition has this site" in done.output


def test_a_log_is_looked_through_too(built: Path, tmp_path: Path) -> None:
    draft = (
        "---\ntitle: Not for anybody\n---\nNobody knows of the fox behind the boiler house yet.\n"
    )
    write(built, {f"students/{STUDENT}/narratives/fox.md": draft})
    log = tmp_path / "build.log"

    log.write_text("students/ada-park/narratives/fox.md:4:1: note PG413 this is left out\n")
    assert audit("--leaks", built, "--log", log).exit_code == 0

    log.write_text("fox.md says: Nobody knows of the fox behind the boiler house yet.\n")
    done = audit("--leaks", built, "--log", log)
    assert done.exit_code == 1
    assert "self/build.log: “nobody knows of the fox behind the boiler" in done.output
    assert audit("--leaks", built, "--log", tmp_path / "absent").exit_code == 2


def test_a_site_that_cannot_be_judged_is_not_called_clean(built: Path) -> None:
    write(built, {f"students/{STUDENT}/student.yml": "name: [\n"})
    done = audit("--leaks", built)

    assert done.exit_code == 1
    assert "college/ada-park: not looked through, for nobody can read" in done.output
    assert "no leak" in done.output


def test_many_leaks_are_counted_and_not_all_printed(built: Path) -> None:
    for place in range(60):
        (built / f"site/family/ada-park/{place}.txt").write_text("Ada Marie Park")
    done = audit("--leaks", built)

    assert done.output.count("written at") == 50
    assert "… and 10 more" in done.output
    assert "family: 60 leaks in " in done.output


def test_a_school_that_cannot_be_read_is_named_and_not_judged(built: Path) -> None:
    write(built, {"portfolio.yml": "school: [\n"})
    done = audit("--leaks", built)

    assert done.exit_code == 1
    assert "portfolio.yml:" in done.output
    assert "no leak" not in done.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "say whom to look for"),
        (("one", "two", "three"), "too many words"),
        (("--leaks", "one", "two"), "too many words"),
        (("somebody", "nowhere"), "there is no folder `nowhere`"),
        (("--leaks", "nowhere"), "there is no folder `nowhere`"),
        (("--leaks", "--format", "xml"), "xml"),
    ],
)
def test_wrong_words_get_an_answer(words: tuple[str, ...], said: str) -> None:
    done = audit(*words)

    assert done.exit_code == 2
    assert said in done.output
