"""Identifiers that other programs use, and learning targets that are part of wider ones."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.survey import survey
from school import FRAMEWORK, TODAY, minimal_school, write

TARGETS = """\
targets:
  - {id: a, title: A, scale: readiness, part_of: b, identifier: one}
  - {id: b, title: B, scale: readiness, identifier: one}
  - {id: c, title: C, scale: readiness, part_of: b, identifier: other}
  - {id: d, title: D, scale: readiness, part_of: d}
"""


def found(folder: Path, more: str) -> list[tuple[int, str]]:
    school = minimal_school(folder / "school")
    write(school, {"transcripts/framework.yml": FRAMEWORK + more})
    first = FRAMEWORK.count("\n")
    return [(one.span.line - first, one.code) for one in survey(school, on=TODAY).diagnostics]


def test_a_wider_target_stands_above_its_parts(tmp_path: Path) -> None:
    assert [one for one in found(tmp_path, TARGETS) if one[1] == "PG221"] == [
        (2, "PG221"),
        (5, "PG221"),
    ]


def test_an_identifier_is_given_once(tmp_path: Path) -> None:
    assert [one for one in found(tmp_path, TARGETS) if one[1] == "PG201"] == [(3, "PG201")]
