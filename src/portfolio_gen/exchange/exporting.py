"""A school's framework as a file for other programs."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.diagnostics import Diagnostic, in_order
from portfolio_gen.exchange.case.tables import rubrics_of
from portfolio_gen.exchange.case.write import Package, write_package
from portfolio_gen.exchange.grades import grade_of
from portfolio_gen.exchange.rules import NOT_EXPORTED, UNDATED
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.school import School
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass

UNKNOWN_DAY = Day(1970, 1, 1)
"""Stands for a day that nobody has told."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A framework as another program reads it."""

    text: str
    diagnostics: tuple[Diagnostic, ...]


def export_case(school: School, on: Day | None = None) -> Exported:
    """A school's framework as a CFPackage of CASE 1.1.

    The same school gives the same bytes on any day: when it was last changed is what the school says.

    Args:
        school: the school.
        on: the day on which the framework was last changed; the framework's own `changed`, or the beginning of its
            version, when None.
    """
    framework = school.framework
    package = Package(school, on or _day_of(framework) or UNKNOWN_DAY)
    text = write_package(package, rubrics_of(package))
    dated = on is not None or _day_of(framework) is not None
    return Exported(
        text, in_order((*_left_out(framework), *(() if dated else (_undated(framework),))))
    )


def _day_of(framework: Framework) -> Day | None:
    if framework.changed:
        return framework.changed
    try:
        return PartialDate.parse(framework.version).first
    except ValueError:
        return None


def _undated(framework: Framework) -> Diagnostic:
    message = tell(
        "nobody says when this framework was last changed, so %(day)s is written",
        day=str(UNKNOWN_DAY),
    )
    hint = tell("add `changed: 2026-08-01` with the right day, or give it with `--on`")
    return Diagnostic(UNDATED, framework.marks.at("version"), message, hint)


def _left_out(framework: Framework) -> Iterator[Diagnostic]:
    for key, words in _NO_PLACE.items():
        value = getattr(framework, key)
        many = len(value) if isinstance(value, tuple) else 1
        phases = key == "phases" and all(grade_of(one.id) for one in framework.phases)
        if value and not phases:
            hint = tell("whoever needs it reads the school's own file")
            message = tell(words, **({"count": many} if "count" in words else {}))
            yield Diagnostic(NOT_EXPORTED, framework.marks.at(key), message, hint)


_NO_PLACE = {
    "requirements": to_tell("CASE has no place for what graduation takes (%(count)s requirements)"),
    "phases": to_tell("CASE has no place for phases that are not grades"),
    "cohorts": to_tell("CASE has no place for cohorts (%(count)s of them)"),
    "tags": to_tell("CASE has no place for the school's own tags (%(count)s of them)"),
    "profile": to_tell("CASE has no place for the parts of a learner profile"),
    "rework": to_tell("CASE has no place for the menu of what helps between two tries"),
    "courses": to_tell("CASE has no place for the courses beside the credits"),
    "terms": to_tell(
        "CASE has no place for the school's own words, apart from those for kinds of items"
    ),
}
"""Keys of a framework that CASE has no place for."""
