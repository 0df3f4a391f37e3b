"""What one edition shows of the bridge sheet."""

from __future__ import annotations

from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeRow:
    """A course that a student's credits come near to."""

    title: str
    subject: str
    units: str
    grade: str
    rule: str
    """How the grade was found, in one sentence."""
    credits: tuple[LabelView, ...]
    """The credits that were counted: those that have been earned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeView:
    """Courses and grades as near as credits come to them."""

    title: str
    about: str
    rows: tuple[BridgeRow, ...]
