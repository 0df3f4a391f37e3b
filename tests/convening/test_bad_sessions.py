"""Session files as people mistype them: each mistake is named at its place, and nothing else stops because of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from heard_school import SESSION, heard_school
from portfolio_gen.cli import porch
from portfolio_gen.survey import survey
from school import TODAY, write

FILE = "transcripts/sessions/april.yml"
MISTAKES = {
    "a time with a full stop": ('start: "15:30"', 'start: "15.30"', "PG151", 3),
    "a time that is not": ('start: "15:30"', 'start: "25:30"', "PG151", 3),
    "a day that is not": ("date: 2026-04-20", "date: 2026-04-31", "PG124", 2),
    "a mistyped key": ("chair:", "chiar:", "PG120", 6),
    "a chair who is nobody": ("chair: b-lund", "chair: b-lunt", "PG208", 6),
    "a member who is nobody": ("[b-lund, c-mora]", "[b-lund, c-moro]", "PG208", 7),
    "a pitch of nobody": ("pitch: bo-berg/beans", "pitch: bo-borg/beans", "PG", 11),
    "a pitch that is not": ("pitch: bo-berg/beans", "pitch: bo-berg/beens", "PG", 11),
    "minutes in words": ("minutes: 25", "minutes: half an hour", "PG125", 4),
    "a path for a pitch": ("pitch: bo-berg/beans", "pitch: ../../etc/passwd", "PG", 11),
    "an open bracket": ("[b-lund, c-mora]", "[b-lund, c-mora", "PG104", 0),
    "a tag": ("title: Pitches in April", "title: !!python/name:os.system x", "PG109", 1),
    "an alias bomb": ("title: Pitches in April", "title: &a [*a, *a]", "PG", 1),
}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return heard_school(tmp_path_factory.mktemp("mistyped") / "school")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_at_its_place(school: Path, mistake: str) -> None:
    right, wrong, code, line = MISTAKES[mistake]
    assert right in SESSION
    write(school, {FILE: SESSION.replace(right, wrong)})

    seen = survey(school, on=TODAY)
    found = [one for one in seen.diagnostics if one.span.path == FILE]
    assert [one for one in found if one.code.startswith(code) and line in (0, one.span.line)], [
        f"{one.span} {one.code} {one.message}" for one in found
    ]
    assert all(one.message for one in found)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_no_command_breaks_on_it(school: Path, tmp_path: Path, mistake: str) -> None:
    right, wrong, *_ = MISTAKES[mistake]
    write(school, {FILE: SESSION.replace(right, wrong)})
    for words in (
        ["session", "agenda", "april"],
        ["session", "packets", "april"],
        ["session", "calendar"],
    ):
        out = ["--out", str(tmp_path / "out"), "--on", str(TODAY)]
        done = CliRunner().invoke(porch, [*words, str(school), *out])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
        if done.exit_code:
            assert "Error: " in done.output
