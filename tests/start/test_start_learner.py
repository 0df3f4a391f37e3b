"""A learner profile, milestones and a conference begin with the school's questions, and are understood at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.model.dates import Day
from portfolio_gen.model.profile import ProfilePart
from portfolio_gen.model.school import School
from portfolio_gen.start import (
    CannotStart,
    start_conference,
    start_milestones,
    start_profile,
    start_school,
    start_student,
)
from portfolio_gen.survey import survey

DAY = Day(2026, 9, 1)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "school"
    start_school(folder, "leap")
    start_student(folder, "Ada Park", id=None, phase="9", framework="1", on=DAY)
    return folder


def read(folder: Path) -> School:
    """The school, in which nothing is wrong."""
    seen = survey(folder, on=DAY)
    assert [one for one in seen.diagnostics if one.severity != "note"] == []
    assert seen.school
    return seen.school


def test_a_profile_has_every_part_with_its_question(school: Path) -> None:
    parts = read(school).framework.profile
    (path,) = start_profile(school, "ada-park", parts)

    (student,) = read(school).students
    assert [*student.profile.parts] == [one.id for one in parts]
    assert all(one.text is None and one.audience == () for one in student.profile.parts.values())
    written = " ".join(path.read_text("utf-8").replace("    # ", "").split())
    for one in parts:
        assert f"{one.title}. {' '.join((one.about or '').split())}" in written


def test_where_a_part_may_not_be_shared_the_form_asks_for_no_audience(school: Path) -> None:
    (path,) = start_profile(school, "ada-park", read(school).framework.profile)
    before, kept = path.read_text("utf-8").split("  living-situation:\n")

    assert before.count("audience: []") == 4
    assert kept.count("audience") == 0
    assert kept.count("# This part is in no edition but your own.") == 2


def test_whatever_a_school_asks_stays_a_remark(school: Path) -> None:
    part = ProfilePart(id="odd", title="Odd: [x", about="a\nb: c\n- d\n# e\n" + "word " * 60)
    (path,) = start_profile(school, "ada-park", (part,))

    lines = path.read_text("utf-8").splitlines()
    assert [one for one in lines if not one.lstrip().startswith("#")] == [
        *("parts:", "  odd:", "    text:", "    audience: []"),
    ]


def test_milestones_begin_empty_and_their_examples_are_sound(school: Path) -> None:
    (path,) = start_milestones(school, "ada-park")
    assert read(school).students[0].milestones.milestones == ()

    text = path.read_text("utf-8").replace("milestones: []", "milestones:").replace("\n#  ", "\n  ")
    path.write_text(text.replace("    work: solar-oven\n", ""), "utf-8")
    first, second = read(school).students[0].milestones.milestones
    assert (first.planned, second.planned, second.term) == (False, True, "summer 2027")


def test_a_conference_is_called_like_its_day_and_shown_to_nobody_else(school: Path) -> None:
    (path,) = start_conference(school, "ada-park", id=None, on=Day(2026, 12, 3))

    assert path.name == "2026-12-03.md"
    (conference,) = read(school).students[0].conferences
    assert (conference.date, conference.audience) == (Day(2026, 12, 3), ())


def test_nothing_is_written_over(school: Path) -> None:
    parts = read(school).framework.profile
    start_profile(school, "ada-park", parts)
    start_milestones(school, "ada-park")
    start_conference(school, "ada-park", id=None, on=DAY)

    with pytest.raises(CannotStart, match="go on"):
        start_profile(school, "ada-park", parts)
    with pytest.raises(CannotStart, match="go on"):
        start_milestones(school, "ada-park")
    with pytest.raises(CannotStart, match="exists already"):
        start_conference(school, "ada-park", id=None, on=DAY)


def test_a_school_without_a_profile_and_nobodys_profile_are_refused(school: Path) -> None:
    with pytest.raises(CannotStart, match="asks for no learner profile"):
        start_profile(school, "ada-park", ())
    with pytest.raises(CannotStart, match="no student `nobody`"):
        start_profile(school, "nobody", read(school).framework.profile)
