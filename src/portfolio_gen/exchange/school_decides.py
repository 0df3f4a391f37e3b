"""What other programs do not say, as something for the school to change: levels, a scale, what graduation takes."""

from __future__ import annotations

from portfolio_gen.model.framework import CreditLevel
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.scale import Scale, ScaleLevel

LEVEL = CreditLevel(
    id="foundation", title="Foundation", about="The standard is met.", policy="committee-decision"
)
SCALE = Scale(
    id="readiness",
    title="Readiness",
    target="meeting",
    levels=(
        ScaleLevel(id="emerging", title="Emerging", about="The first signs are there."),
        ScaleLevel(id="developing", title="Developing", about="Much of it is there."),
        ScaleLevel(id="meeting", title="Meeting", about="The standard is met."),
        ScaleLevel(id="exceeding", title="Exceeding", about="The work goes further."),
    ),
)


def requirement(level: CreditLevel) -> Requirement:
    """All credits at the first level."""
    return Requirement(
        id="all-credits", title=f"All credits at the level {level.title.lower()}", level=level.id
    )


WORDS = {
    ("phases",): "The school decides: which phases there are, and what they are called.",
    ("levels",): (
        "The school decides: at which levels credits are earned, and how: by a committee (committee-decision), by one "
        "educator (educator-decision), or by the learning targets of a credit (targets)."
    ),
    ("scales",): (
        "The school decides: on which scale learning targets are rated, and which level is aimed for. The file that "
        "this was imported from does not say."
    ),
    ("requirements",): "The school decides: what graduation takes, and by when.",
    ("habits",): "The school decides: on which scale habits are described.",
}
"""Remarks above what the school has to decide."""
