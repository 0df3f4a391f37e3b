"""Every check, over a whole school."""

from __future__ import annotations

from itertools import chain

from portfolio_gen.check import (
    claims,
    colours,
    company,
    consent,
    decisions,
    frameworks,
    ids,
    media,
    ownership,
    privacy,
    ratings,
    references,
    stories,
)
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, in_order
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School

CHECKS: tuple[Check, ...] = (
    *(*ids.CHECKS, *references.CHECKS, *ratings.CHECKS),
    *(*decisions.CHECKS, *claims.CHECKS, *frameworks.CHECKS),
    *(*ownership.CHECKS, *consent.CHECKS, *company.CHECKS, *privacy.CHECKS),
    *(*media.CHECKS, *stories.CHECKS, *colours.CHECKS),
)


def check_school(school: School, *, on: Day) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a school on a day, in the order of its files.

    Args:
        school: As it was read; what could not be read is not looked for again.
        on: The day from which consent, service on the committee and due dates are seen.
    """
    register = Register(school, on)
    return in_order(chain.from_iterable(check(register) for check in CHECKS))
