"""Every check, over a whole school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from portfolio_gen.check import (
    claims,
    colours,
    company,
    consent,
    counts,
    courses,
    decisions,
    films,
    frameworks,
    ids,
    keys,
    learners,
    limits,
    media,
    mentions,
    ownership,
    policies,
    privacy,
    proceedings,
    ratings,
    readiness,
    references,
    requirements,
    spoken,
    stories,
    targets,
    versions,
)
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, in_order
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import strung
from portfolio_gen.model.tell import SEMICOLON, tell

BY_VERSION: tuple[Check, ...] = (
    *(*ids.CHECKS, *references.CHECKS, *targets.CHECKS, *ratings.CHECKS),
    *(*decisions.CHECKS, *claims.CHECKS, *frameworks.CHECKS, *requirements.CHECKS),
    *(*counts.CHECKS, *policies.CHECKS, *courses.CHECKS, *colours.CHECKS),
    *keys.CHECKS,
    *readiness.CHECKS,
)
"""What is judged by a framework: for each version by those who entered under it."""

FOR_ALL: tuple[Check, ...] = (
    *(*references.FOR_ALL, *versions.FOR_ALL),
    *(*ownership.CHECKS, *consent.CHECKS, *company.CHECKS, *privacy.CHECKS),
    *(*proceedings.CHECKS, *spoken.CHECKS),
    *(*media.CHECKS, *films.CHECKS, *limits.CHECKS, *stories.CHECKS, *learners.CHECKS),
)
"""What is looked at once, among everybody."""

CHECKS: tuple[Check, ...] = (*BY_VERSION, *FOR_ALL)


def check_school(school: School, *, on: Day) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a school on a day, in the order of its files.

    Args:
        school: As it was read; what could not be read is not looked for again.
        on: The day from which consent, service on the committee and due dates are seen.
    """
    whole = Register(school, on)
    parts = [Register(one, on) for one in _by_version(school)]
    return in_order(
        _where_it_can_be_changed(one)
        for one in chain(
            chain.from_iterable(check(whole) for check in FOR_ALL),
            chain.from_iterable(check(part) for part in parts for check in BY_VERSION),
        )
    )


def works_of_others(school: School) -> dict[str, frozenset[str]]:
    """Student to the works of others, as `⟨student⟩/⟨slug⟩`, that are named in what they or the school have written."""
    named: dict[str, set[str]] = {}
    for one in mentions.artifacts(Register(school, _ANY_DAY)):
        if "/" in one.word:
            named.setdefault(one.about, set()).add(one.word)
    return {student: frozenset(works) for student, works in named.items()}


_ANY_DAY = Day(2000, 1, 1)


def _where_it_can_be_changed(found: Diagnostic) -> Diagnostic:
    """The same; what stands in a preset that the school extends is changed in the school's own framework."""
    if not found.span.path.startswith("presets/"):
        return found
    instead = tell(
        "this line comes with the preset: give the entry with its `id` again in transcripts/framework.yml, "
        "changed or with `drop: true`"
    )
    return replace(found, hint=strung((found.hint, instead), SEMICOLON))


def _by_version(school: School) -> Iterator[School]:
    """The school once for each version of the framework, with those who entered under it."""
    if not school.frameworks:
        yield school
        return
    everybody = school.known | {one.id for one in school.students}
    for framework in school.all_frameworks():
        yield replace(
            school,
            framework=framework,
            frameworks={
                one.version: one for one in school.all_frameworks() if one is not framework
            },
            students=tuple(
                one for one in school.students if school.framework_for(one.id) is framework
            ),
            ledgers={
                name: one
                for name, one in school.ledgers.items()
                if school.framework_for(name) is framework
            },
            known=everybody,
            submissions=tuple(
                one for one in school.submissions if school.framework_for(one.student) is framework
            ),
            ballots=tuple(
                one for one in school.ballots if school.framework_for(one.student) is framework
            ),
        )
