"""What a student may have in their folder about themselves; nothing of it is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.student import Student
from portfolio_gen.read.school import read_school
from school import minimal_school, write

HOME = "students/ada-park"
PROFILE = """\
parts:
  strengths:
    text: |
      I wait.

      * And count.
    audience: [family]
  health:
    text: ~
"""
MILESTONES = """\
milestones:
  - {title: First, date: 2025}
  - {title: Next, date: 2027-06, term: summer 2027, planned: true, work: bean-diary, audience: [self, family]}
"""
CONFERENCE = """\
---
date: 2026-12-03
points: [One, Two]
agreed:
  - Three
audience: [committee]
---
Four.
"""


def read(folder: Path, **files: str) -> tuple[Student, tuple[Diagnostic, ...]]:
    write(minimal_school(folder), {f"{HOME}/{name}": text for name, text in files.items()})
    school, found = read_school(folder)
    assert school
    return school.students[0], found


def test_nothing_of_it_is_needed(tmp_path: Path) -> None:
    student, found = read(tmp_path)

    assert found == ()
    assert (student.profile.parts, student.milestones.milestones, student.conferences) == (
        {},
        (),
        (),
    )


def test_all_of_it_is_read_with_its_places(tmp_path: Path) -> None:
    student, found = read(
        tmp_path,
        **{
            "profile.yml": PROFILE,
            "milestones.yml": MILESTONES,
            "conferences/winter.md": CONFERENCE,
        },
    )

    assert found == ()
    strengths, health = student.profile.parts.values()
    assert (strengths.text, strengths.audience) == ("I wait.\n\n* And count.", ("family",))
    assert (health.text, health.audience) == (None, ())
    assert student.profile.marks.at("parts", "strengths", "text").line == 3
    first, following = student.milestones.milestones
    assert (first.date, first.planned, first.audience) == (PartialDate(2025), False, ())
    assert (following.term, following.work, following.planned) == (
        "summer 2027",
        "bean-diary",
        True,
    )
    (conference,) = student.conferences
    assert (conference.slug, conference.date, conference.text) == (
        *("winter", Day(2026, 12, 3), "Four.\n"),
    )
    assert (conference.points, conference.agreed) == (("One", "Two"), ("Three",))


@pytest.mark.parametrize(
    ("file", "text", "rule", "place"),
    [
        ("profile.yml", "parts:\n  health:\n    audiense: [family]\n", "unknown-key", "3:5"),
        ("profile.yml", "parts:\n  health: fine\n", "wrong-shape", "2:11"),
        ("profile.yml", "parts:\n  health:\n    audience: [everybody]\n", "unknown-word", "3:16"),
        ("profile.yml", "parts: [health]\n", "wrong-shape", "1:8"),
        ("milestones.yml", "milestones:\n  - {title: x}\n", "missing-key", "2:5"),
        ("milestones.yml", "milestones:\n  - {title: x, date: soon}\n", "wrong-date", "2:22"),
        ("conferences/a.md", "---\npoints: [x]\n---\n", "missing-key", "2:1"),
        ("conferences/a.txt", "x", "stray-file", "1:1"),
        ("profil.yml", "parts: {}\n", "stray-file", "1:1"),
    ],
)
def test_a_mistake_is_named_and_nothing_half_read_is_kept(
    tmp_path: Path, file: str, text: str, rule: str, place: str
) -> None:
    student, found = read(tmp_path, **{file: text})

    assert [(one.rule.name, one.about) for one in found] == [(rule, "ada-park")]
    assert str(found[0].span) == f"{HOME}/{file}:{place}"
    assert (student.profile.parts, student.milestones.milestones, student.conferences) == (
        {},
        (),
        (),
    )
