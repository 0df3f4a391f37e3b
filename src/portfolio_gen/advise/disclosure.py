"""Numbers about groups, told so that nobody in a group can be recognised."""

from __future__ import annotations

from portfolio_gen.model.advice import Tally

FEWEST = 5
"""The smallest number of students that is told; anything below is "fewer than 5".

Whoever knows that three students have something soon knows which three, and with a group of one knows what somebody
stands at. Offices of statistics therefore leave small cells out of their tables; five is a common threshold where the
numbers are about people. A cell that is left out must not follow from the others either, so that there are three parts:

* a count below the threshold is said as "fewer than 5" (also where it is nobody, for that tells about everybody);
* what is left over in the group is as telling as the count: when fewer than 5 are missing it is said as "all but
  fewer than 5", since the group's size would give the rest away;
* a group below twice the threshold is not told of at all: every split of it leaves fewer than 5 on one side. Nor are
  sums ever told over groups or over counts, from which a missing number could be computed.

It guards the one report. Reports of two days, held against each other, can tell of whoever changed in between: share
them seldom, and not next to lists of names.
"""


def is_large_enough(group: int) -> bool:
    """Whether numbers about a group can be told at all."""
    return group >= 2 * FEWEST


def told(part: int, group: int) -> Tally:
    """How many of a group have something.

    Args:
        part: how many have it.
        group: how many there are; large enough.
    """
    few = part < FEWEST
    if few:
        return Tally(count=None, few=True, words=f"fewer than {FEWEST}")
    if group - part < FEWEST:
        return Tally(count=None, few=False, words=f"all but fewer than {FEWEST}")
    return Tally(count=part, few=False, words=str(part))
