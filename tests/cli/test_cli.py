"""The porch: what each command prints, and how it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import get_args
from unittest.mock import patch

import pytest

from portfolio_gen.cli import main
from portfolio_gen.cli.why import POLICIES
from portfolio_gen.model.framework import Policy
from portfolio_gen.start import presets, start_school
from school import minimal_school, write

SCHOOL_FILE = "transcripts/ada-park.yml"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


SURROUNDINGS = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795305600"}


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as somebody at a terminal would; in this process, for a new one takes a while to begin."""
    said, complained = io.StringIO(), io.StringIO()
    command = ["portfolio-gen", *map(str, words)]
    with (
        patch.object(sys, "argv", command),
        patch.dict(os.environ, {**SURROUNDINGS, **environment}, clear=True),
        redirect_stdout(said),
        redirect_stderr(complained),
        pytest.raises(SystemExit) as left,
    ):
        main()
    code = left.value.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(command, code, said.getvalue(), complained.getvalue())


def misspell(school: Path) -> None:
    ledger = school / SCHOOL_FILE
    text = ledger.read_text().replace(
        "credit: critical-thinking/academics", "credit: critical-thinkng/academics"
    )
    ledger.write_text(text)


def test_help_names_every_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in ("new", "check", "build", "serve", "status", "plan", "why"):
        assert f"\n  {command} " in done.stdout
        assert run(command, "--help").returncode == 0


def test_a_misspelt_command_gets_the_nearest_one() -> None:
    done = run("biuld")
    assert done.returncode == 2
    assert "Did you mean `build`?" in done.stderr


def test_build_says_what_no_check_can_tell(school: Path) -> None:
    work = school / "students/ada-park/artifacts/bean-diary"
    story = work / "artifact.md"
    story.write_text(story.read_text() + "\n<iframe src='https://film.example/1'></iframe>\n")
    check, build = run("check", school), run("build", school, "--edition", "family")

    assert (check.returncode, build.returncode) == (0, 0)
    assert "PG559" not in check.stdout
    assert (
        "artifact.md:18:1: warning PG559 `<iframe>` is not published\n1 warning.\n" in build.stderr
    )

    (work / "beans.png").write_bytes(b"")
    again = run("build", school, "--edition", "family")

    assert again.returncode == 1
    assert "beans.png:1:1: error PG551 `beans.png` is empty" in again.stderr
    assert again.stderr.endswith("1 error, 1 warning.\n"), "a check would not find either"


def test_check_is_quiet_about_a_school_in_order(school: Path) -> None:
    done = run("check", school)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Everything is in order.\n", "")


def test_check_looks_like_a_good_compiler(school: Path) -> None:
    misspell(school)
    done = run("check", school)
    assert done.returncode == 1
    line = next(
        number
        for number, text in enumerate((school / SCHOOL_FILE).read_text().splitlines(), 1)
        if "thinkng" in text
    )
    assert (
        f"{SCHOOL_FILE}:{line}:13: error PG203 `critical-thinkng/academics` is not in the framework\n"
        f"{line:>3} |     credit: critical-thinkng/academics\n"
        f"    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  hint: did you mean `critical-thinking/academics`?\n"
    ) in done.stdout


def test_check_prints_one_json_document(school: Path) -> None:
    misspell(school)
    done = run("check", school, "--format", "json")
    document = json.loads(done.stdout)
    assert done.returncode == 1
    assert document["summary"]["errors"] == sum(
        one["severity"] == "error" for one in document["diagnostics"]
    )
    first = document["diagnostics"][0]
    assert set(first) == {"path", "line", "column", "code", "rule", "severity", "message", "hint"}
    assert SCHOOL_FILE in {
        one["path"] for one in document["diagnostics"] if one["severity"] == "error"
    }


def test_check_speaks_to_github(school: Path) -> None:
    misspell(school)
    done = run("check", school, "--format", "github")
    assert f"::error file={SCHOOL_FILE},line=" in done.stdout


def test_messages_cannot_steer_the_terminal(school: Path) -> None:
    write(school, {"students/ada-park/student.yml": 'name: Ada\n"\\e[31mred\\u202e": x\n'})
    for form in ("full", "concise", "github"):
        done = run("check", school, "--format", form)
        assert done.returncode == 1
        assert "\x1b" not in done.stdout
        assert "\u202e" not in done.stdout


def test_status_counts_what_the_ledger_says(school: Path) -> None:
    done = run("status", school, "--format", "json")
    (ada,) = json.loads(done.stdout)["students"]
    assert done.returncode == 0
    assert (ada["id"], ada["name"], ada["framework"]) == ("ada-park", "Ada", "2024")
    assert ada["domains"] == [
        {
            "id": "academics",
            "name": "Academics",
            "foundation": {"earned": 1, "of": 2},
            "advanced": {"earned": 0},
        },
        {
            "id": "community",
            "name": "Community",
            "foundation": {"earned": 0, "of": 2},
            "advanced": {"earned": 0},
        },
    ]
    (earned,) = [one for one in ada["credits"] if one["state"] == "earned"]
    assert {key: earned[key] for key in ("id", "domain", "level", "evidence", "date")} == {
        "id": "critical-thinking/academics",
        "domain": "academics",
        "level": "foundation",
        "evidence": ["bean-diary"],
        "date": "2026-04-20",
    }
    assert ada["requirements"] == [
        {"id": "all-foundation", "met": False, "earned": 1, "of": 4, "due": "end of grade 11"}
    ]


def test_status_lists_whoever_is_on_record(school: Path) -> None:
    """What the school has on record stays on record, whatever becomes of a student's folder."""
    (before,) = json.loads(run("status", school, "--format", "json").stdout)["students"]
    (school / "students/ada-park").rename(school / "elsewhere")
    for words in (("status", school), ("status", school, "--student", "ada-park")):
        done = run(*words, "--format", "json")
        (ada,) = json.loads(done.stdout)["students"]
        assert done.returncode == 1, "a ledger of nobody is an error all the same"
        assert (ada["id"], ada["name"]) == ("ada-park", "ada-park")
        assert ada["requirements"] == before["requirements"]
        assert [one for one in ada["credits"] if one["state"] == "earned"] == [
            one for one in before["credits"] if one["state"] == "earned"
        ]
    assert "earned" in run("why", "ada-park", "critical-thinking/academics", school).stdout
    assert run("plan", "ada-park", school).returncode == 1


def test_status_reads_well(school: Path) -> None:
    done = run("status", school)
    assert "Ada (ada-park)" in done.stdout
    assert "Academics   1 of 2 foundation" in done.stdout


GOAL = """\
---
title: Read a whole book
check_ins:
  - { date: 2026-10-02, note: Page nine. }
next_check_in: 2026-11-20
---
"""


@pytest.mark.parametrize(
    ("on", "said", "due"),
    [
        ("2026-11-19", "next look back on 2026-11-20", False),
        ("2026-11-20", "today is a good day to look back; the last was on 2026-10-02", True),
        ("2027-03-01", "today is a good day to look back; the last was on 2026-10-02", True),
    ],
)
def test_status_reminds_of_looking_back(school: Path, on: str, said: str, due: bool) -> None:
    """Gently: nobody is told for how long they have not."""
    new = "---\ntitle: Swim\n---\n"
    over = GOAL.replace("next_check_in: 2026-11-20", "status: reached").replace("Read", "Wrote")
    goals = {"read": GOAL, "swim": new, "wrote": over}
    write(school, {f"students/ada-park/goals/{name}.md": text for name, text in goals.items()})

    text = run("status", school, "--on", on).stdout
    assert f"Goal “Read a whole book”: {said}\n" in text
    assert "Goal “Swim”: no look back yet; a few words are enough\n" in text
    assert "Wrote" not in text
    (ada,) = json.loads(run("status", school, "--on", on, "--format", "json").stdout)["students"]
    assert ada["goals"] == [
        {
            "id": "read",
            "title": "Read a whole book",
            "last": "2026-10-02",
            "next": "2026-11-20",
            "due": due,
        },
        {"id": "swim", "title": "Swim", "last": None, "next": None, "due": False},
    ]


def rename_a_skill(school: Path, *crossings: str) -> None:
    """Keep the framework as an earlier version, and call one of its skills something else from now on."""
    framework = school / "transcripts/framework.yml"
    before = framework.read_text()
    after = before.replace("version: 2024", "version: 2026").replace("critical-thinking", "inquiry")
    told = "".join(f"      - {one}\n" for one in crossings)
    write(
        school,
        {
            "transcripts/frameworks/2024.yml": before,
            "transcripts/framework.yml": f"{after}crosswalks:\n  - version: 2024\n    crossings:\n{told}",
        },
    )


def test_status_shows_a_pinned_student_in_both_versions(school: Path) -> None:
    (alone,) = json.loads(run("status", school, "--format", "json").stdout)["students"]
    assert alone["current"] is None
    rename_a_skill(school, "{old: [critical-thinking], new: [inquiry]}")

    done = run("status", school, "--format", "json")
    (ada,) = json.loads(done.stdout)["students"]
    assert done.returncode == 0, done.stderr
    assert {key: ada[key] for key in alone} == {**alone, "current": ada["current"]}
    current = ada["current"]
    assert current["framework"] == "2026"
    assert [one["id"] for one in current["credits"] if one["state"] == "earned"] == [
        "inquiry/academics"
    ]
    assert (current["waiting"], current["dropped"], current["lost"]) == ([], [], [])
    text = run("status", school).stdout
    assert "The same in version 2026; they entered under 2024:" in text
    assert text.count("Academics   1 of 2 foundation") == 2


def test_status_says_what_would_wait_and_what_was_dropped(school: Path) -> None:
    rename_a_skill(school, "{old: [critical-thinking, communication], new: [inquiry]}")
    text = run("status", school).stdout
    assert (
        "critical-thinking/academics becomes inquiry/academics together with communication/academics"
    ) in text

    framework = school / "transcripts/framework.yml"
    told = framework.read_text().replace(
        "{old: [critical-thinking, communication], new: [inquiry]}",
        "{old: [critical-thinking], dropped: Everybody does it anyway.}",
    )
    framework.write_text(told)
    text = run("status", school).stdout
    assert "critical-thinking/academics is no longer there: Everybody does it anyway." in text


def test_why_tells_the_whole_chain(school: Path) -> None:
    done = run("why", "ada-park", "critical-thinking/academics", school)
    assert done.returncode == 0
    for part in (
        "earned",
        "2026-04-20",
        "Berit Lund, Celia Mora",
        "A diary of eleven beans",
        "reflection exceeding",
        "You let the numbers change your mind.",
        "I changed my answer when the numbers did not fit.",
    ):
        assert part in done.stdout


def test_why_has_words_for_every_policy() -> None:
    assert set(POLICIES) == set(get_args(Policy))


@pytest.mark.parametrize("preset", presets())
def test_every_preset_can_be_asked_why(tmp_path: Path, preset: str) -> None:
    school = tmp_path / "school"
    start_school(school, preset)
    run("new", "student", "Ada Park", school)
    credit = json.loads(run("status", school, "--format", "json").stdout)["students"][0]["credits"][
        0
    ]
    done = run("why", "ada-park", credit["id"], school)
    assert done.returncode == 0, done.stderr
    assert "rule      it is earned" in done.stdout


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("ada-prk", "communication/academics"), "Did you mean `ada-park`?"),
        (("ada-park", "comunication/academics"), "Did you mean `communication/academics`?"),
    ],
)
def test_why_refuses_what_does_not_exist(school: Path, words: tuple[str, str], hint: str) -> None:
    done = run("why", *words, school)
    assert done.returncode == 2
    assert hint in " ".join(done.stderr.split())


def test_a_school_that_cannot_be_read_is_an_error_and_never_a_traceback(school: Path) -> None:
    write(school, {"transcripts/framework.yml": "id: [\n"})
    for words in (
        ("check", school),
        ("status", school),
        ("status", school, "--format", "json"),
        ("why", "ada-park", "communication/academics", school),
        ("build", school),
    ):
        done = run(*words)
        assert done.returncode == 1, done
        assert "Traceback" not in done.stderr
        assert "transcripts/framework.yml:" in done.stdout + done.stderr or words[-1] == "json"


def test_a_folder_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    done = run("check", tmp_path / "nowhere")
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_new_walks_a_beginner_to_a_site(tmp_path: Path) -> None:
    school = tmp_path / "our-school"
    assert run("new", "school", school).returncode == 0
    assert run("new", "student", "Ada Park", school).returncode == 0
    done = run("new", "artifact", "ada-park", "Solar oven", school)
    assert done.stdout == f"wrote {school / 'students/ada-park/artifacts/solar-oven/artifact.md'}\n"
    assert run("new", "artifact", "ada-park", "Solar oven", school).returncode == 2
    built = run("build", school, "--edition", "self")
    assert built.returncode == 0, built.stderr
    page = (school / "site/self/ada-park/artifacts/solar-oven/index.html").read_text()
    assert "What I did" in page
    assert "What did you decide yourself?" not in page, "the questions are never published"


def test_help_opens_no_heavy_room() -> None:
    """Start-up is a feature: asking for help imports none of the big libraries."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv = ['portfolio-gen', '--help']\n"
            "from portfolio_gen.cli import main\n"
            "try: main()\n"
            "except SystemExit: pass\n"
            "heavy = {'pydantic_core', 'mkdocs', 'PIL', 'jinja2', 'rich', 'markdown', 'yaml', 'watchdog'}\n"
            "heavy |= {'fontTools'}\n"
            "print(sorted(heavy & set(sys.modules)), file=sys.stderr)",
        ],
        capture_output=True,
        text=True,
    )
    assert done.stderr == "[]\n"


def test_nothing_is_searched_for_once_all_is_done() -> None:
    """After a build of a large school, Python's last search for cycles takes as long as a change of a story."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import atexit, gc, sys; sys.argv = ['portfolio-gen', '--help']\n"
            "atexit.register(lambda: print(gc.get_freeze_count() > 0, file=sys.stderr))\n"
            "from portfolio_gen.cli import main; main()",
        ],
        capture_output=True,
        text=True,
    )
    assert done.stderr == "True\n"


def test_new_artifact_of_either_kind(school: Path) -> None:
    works = school / "students/ada-park/artifacts"
    assert (
        run(
            "new", "artifact", "ada-park", "The drowned beans", school, "--kind", "failure"
        ).returncode
        == 0
    )
    assert "kind: failure\n" in (works / "the-drowned-beans/artifact.md").read_text()
    assert run("new", "artifact", "ada-park", "More beans", school).returncode == 0
    assert "kind:" not in (works / "more-beans/artifact.md").read_text()
    refused = run("new", "artifact", "ada-park", "Beans", school, "--kind", "disaster")
    assert refused.returncode == 2
    assert "'work', 'failure'" in refused.stderr


def test_new_profile_milestones_and_conference(tmp_path: Path) -> None:
    school = tmp_path / "school"
    run("new", "school", school, "--preset", "leap")
    run("new", "student", "Ada Park", school)
    home = school / "students/ada-park"

    assert run("new", "profile", "ada-park", school).stdout == f"wrote {home / 'profile.yml'}\n"
    assert run("new", "milestones", "ada-park", school).returncode == 0
    done = run("new", "conference", "ada-park", school, "--date", "2026-12-03")
    assert done.stdout == f"wrote {home / 'conferences/2026-12-03.md'}\n"
    assert run("new", "profile", "ada-park", school).returncode == 2
    assert run("check", school).returncode == 0


def test_what_comes_with_a_preset_is_shown_with_where_it_can_be_changed(school: Path) -> None:
    framework = "extends: mtc\nversion: 2024\ndomains:\n  - { id: making, drop: true }\n"
    write(school, {"transcripts/framework.yml": framework})
    done = run("check", school)
    assert done.returncode == 1
    assert "presets/mtc/transcripts/framework.yml:" in done.stdout
    assert "| " in done.stdout and "domain: making" in done.stdout
    assert "in transcripts/framework.yml, changed or with `drop: true`" in done.stdout


def test_check_counts_what_a_reader_has_two_minutes_for(school: Path) -> None:
    text = run("check", school, "--transcripts").stdout
    document = json.loads(run("check", school, "--transcripts", "--format", "json").stdout)

    (counted,) = document["transcripts"]
    assert (counted["student"], counted["edition"]) == ("ada-park", "college")
    found = {one["what"]: (one["found"], one["most"]) for one in counted["numbers"]}
    assert found["pages before the school's profile"] == (1, 2)
    assert 0 < found["words at first sight"][0] < found["words at first sight"][1] == 476
    assert "Two minutes with a transcript: words at first sight (at most 476)" in text
    assert "college/ada-park" in text
    assert "transcripts" not in json.loads(run("check", school, "--format", "json").stdout)
