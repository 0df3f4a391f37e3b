"""The school of the benchmark for pitches is one that the program takes, and its steps do what they say."""

from __future__ import annotations

from pathlib import Path

from pitches import TODAY, steps, write_school
from portfolio_gen.diagnostics import blocking
from portfolio_gen.survey import survey


def test_a_little_year_of_pitches(tmp_path: Path) -> None:
    root = write_school(tmp_path, students=4, each=3, sessions=2)
    seen = survey(root, on=TODAY)

    assert seen.school
    assert (len(seen.school.submissions), len(seen.school.ballots)) == (12, 36)
    assert all(one.intact for one in seen.school.submissions)
    assert list(blocking(seen.diagnostics)) == []
    done = [what for what, _, _ in steps(root)]
    assert "the queue: 4 pitches wait" in done
    assert (root / "out/sessions/session-000/index.html").is_file()
