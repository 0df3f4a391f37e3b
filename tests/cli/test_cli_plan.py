"""`portfolio-gen plan`: what it prints, and how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.cli import porch
from portfolio_gen.start import presets, start_school
from school import FRAMEWORK, LEDGER, minimal_school, write

WORK = """\
---
title: {title}
date: 2026-10-01
status: {status}
claims:
  - credit: {credit}
    why: I could show it to somebody who had not been there.
---
What I did.
"""


def run(*words: object) -> Result:
    """Run the program in this process, on the day on which the tests take place."""
    return CliRunner(env={"SOURCE_DATE_EPOCH": "1795305600"}).invoke(porch, [*map(str, words)])


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


def add_work(school: Path, slug: str, credit: str, title: str, status: str = "published") -> None:
    text = WORK.format(title=title, credit=credit, status=status)
    write(school, {f"students/ada-park/artifacts/{slug}/artifact.md": text})


def test_a_plan_reads_well(school: Path) -> None:
    add_work(school, "street-map", "communication/community", "A map of our street")
    done = run("plan", "ada-park", school)

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "Ada (ada-park), grade 10, framework 2024\n"
        "  All foundation credits: 1 of 4, due end of grade 11\n"
        "    3 to go in this phase and the next: about 2 a phase\n"
        "\n"
        "Could fill what is open (a suggestion, never a promise)\n"
        "  A map of our street (street-map)\n"
        "    it is claimed, and not pitched yet: Communication in community, foundation\n"
        "  A diary of eleven beans (bean-diary)\n"
        "    it has been accepted for Critical thinking in academics, foundation: "
        "Critical thinking in community, foundation\n"
        "\n"
        "No work speaks to these yet\n"
        "  Communication in academics, foundation\n"
    )


def test_a_plan_is_one_json_document(school: Path) -> None:
    add_work(school, "street-map", "communication/community", "A map of our street", "draft")
    done = run("plan", "ada-park", school, "--format", "json", "--drafts")
    document = json.loads(done.stdout)

    assert done.exit_code == 0
    assert document["open"] == [
        {
            "id": "all-foundation",
            "title": "All foundation credits",
            "earned": 1,
            "of": 4,
            "needed": 3,
            "due": "11",
            "pace": {
                "phases": 2,
                "each": 2,
                "words": "3 to go in this phase and the next: about 2 a phase",
            },
        }
    ]
    assert document["suggestions"][0] == {
        "artifact": "street-map",
        "title": "A map of our street",
        "draft": True,
        "fills": [
            {
                "kind": "credit",
                "id": "communication/community",
                "title": "Communication in community",
                "level": "foundation",
                "requirements": ["all-foundation"],
                "reason": "claimed",
                "because": "it is claimed, and not pitched yet",
            }
        ],
    }


def test_every_key_is_on_the_page(school: Path) -> None:
    """The page names what `--format json` prints."""
    page = (Path(__file__).parents[2] / "docs/planner.md").read_text("utf-8")
    named = set(re.findall(r'"([a-z]+)"', page))
    add_work(school, "street-map", "communication/community", "A map of our street")
    for words in (("ada-park", school), ("--school", school, "--on", "2027-10-01")):
        document = json.loads(run("plan", *words, "--format", "json").stdout)
        assert document
        assert keys(document) <= named


def keys(value: object) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(keys, value))
    return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()


def test_nobody_learns_of_a_decision_before_its_day(school: Path) -> None:
    held = LEDGER.replace(
        "    date: 2026-04-20\n", "    date: 2026-04-20\n    release: 2026-12-01\n"
    )
    write(school, {"transcripts/ada-park.yml": held})

    def met(*words: str) -> int:
        document = json.loads(run("plan", "ada-park", school, "--format", "json", *words).stdout)
        earned: int = document["open"][0]["earned"]
        return earned

    assert met() == 0
    assert met("--on", "2026-12-01") == 1


def test_a_plan_follows_the_version_that_the_student_entered_under(school: Path) -> None:
    newer = FRAMEWORK.replace("version: 2024", "version: 2026").replace("count: all", "count: 2")
    write(
        school,
        {
            "transcripts/framework.yml": newer,
            "transcripts/frameworks/2024.yml": FRAMEWORK,
        },
    )
    document = json.loads(run("plan", "ada-park", school, "--format", "json").stdout)

    assert (document["framework"], document["open"][0]["of"]) == ("2024", 4)


def test_the_whole_school_is_for_its_staff(school: Path) -> None:
    done = run("plan", "--school", school, "--on", "2027-10-01")
    document = json.loads(run("plan", "--school", school, "--format", "json").stdout)

    assert done.exit_code == 0
    assert "  Ada (ada-park)\n    nothing new since 2026-04-20\n" in done.stdout
    assert "every number would tell about single people" in done.stdout
    assert document == {
        "concerns": [
            {
                "student": "ada-park",
                "name": "Ada",
                "sign": "quiet",
                "since": "2026-04-20",
                "words": "nothing new since 2026-04-20",
            }
        ],
        "reached": [{"framework": "2024", "students": None, "entries": []}],
    }


def test_a_larger_school_is_told_what_hardly_anybody_reaches(school: Path) -> None:
    for number in range(10):
        person = f"student-{number}"
        text = LEDGER.replace("bean-diary", "work").replace("pitch: beans", "")
        write(school, {f"transcripts/{person}.yml": text.partition("decisions:")[0]})
        write(school, {f"students/{person}/student.yml": f"name: Student {number}\n"})
    done = run("plan", "--school", school)

    assert "Reached by few or none, framework 2024 (11 students)\n" in done.stdout
    assert "  Critical thinking in academics, foundation: fewer than 5\n" in done.stdout


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ((), "Name a student, or ask for the whole school with --school."),
        (("ada-prk",), "Did you mean `ada-park`?"),
        (("ada-park", "--school"), "not both"),
        (("ada-park", "--on", "tomorrow"), "a day is written like"),
        (("--school", "nowhere"), "nowhere"),
    ],
)
def test_plan_refuses_what_does_not_exist(
    school: Path, words: tuple[str, ...], hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(school)
    done = run("plan", *words)

    assert done.exit_code == 2
    assert hint in " ".join(done.stderr.split())
    assert done.stdout == ""


def test_a_school_that_cannot_be_read_is_an_error(school: Path) -> None:
    write(school, {"transcripts/framework.yml": "id: [\n"})
    for words in (("ada-park", school), ("--school", school)):
        done = run("plan", *words, "--format", "json")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "transcripts/framework.yml:" in done.stderr


def test_another_students_errors_are_not_this_students(school: Path) -> None:
    write(school, {"students/bo-lin/student.yml": "nme: Bo\n"})

    assert run("plan", "ada-park", school).exit_code == 0
    assert run("plan", "--school", school).exit_code == 1


def test_a_title_cannot_steer_the_terminal(school: Path) -> None:
    add_work(school, "red", "communication/community", '"\\e[31mred\\u202e"')
    done = run("plan", "ada-park", school)

    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


@pytest.mark.parametrize("preset", presets())
def test_every_preset_has_a_plan_for_a_beginner(tmp_path: Path, preset: str) -> None:
    school = tmp_path / "school"
    start_school(school, preset)
    run("new", "student", "Ada Park", school)
    done = run("plan", "ada-park", school)

    assert done.exit_code == 0, done.stderr
    assert " to go" in done.stdout
