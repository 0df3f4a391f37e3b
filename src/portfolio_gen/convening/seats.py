"""Whether those who are to sit are members, and what they are to hear was handed in."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.diagnostics import or_nearest
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.proceedings import CannotProceed


def expect_members(school: School, wanted: Iterable[str], on: Day) -> None:
    """Refuse ids of nobody, and of those who do not serve on that day.

    Raises:
        CannotProceed: naming the first of them.
    """
    known = {one.id: one for one in school.committee.members}
    for one in wanted:
        if one not in known:
            raise CannotProceed(
                f"`{one}` is no member in transcripts/committee.yml{or_nearest(one, known)}"
            )
        if not known[one].serves_on(on):
            raise CannotProceed(f"{known[one].name} is not a member on {on}")


def expect_pitches(school: School, wanted: Iterable[str]) -> None:
    """Refuse pitches that were not handed in.

    Raises:
        CannotProceed: naming the first of them.
    """
    known = sorted({one.of for one in school.submissions})
    for one in wanted:
        if one not in known:
            raise CannotProceed(
                f"`{one}` was not handed in, so there is nothing to score; "
                f"`portfolio-gen submit` freezes what a committee sees{or_nearest(one, known)}"
            )
