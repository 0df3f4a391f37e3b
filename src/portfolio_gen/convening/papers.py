"""A session's papers: the agenda before, the packets to score from, and the page that says what was decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from portfolio_gen.convening.school import CannotConvene
from portfolio_gen.convening.sitting import Sitting, open_sitting
from portfolio_gen.model.blueprint import SchoolView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.session_views import SessionView
from portfolio_gen.plan import school_view
from portfolio_gen.render import CannotPrint, Workshop, print_agenda_of, print_summary_of

Print = Callable[[SessionView, SchoolView, Workshop], bytes]


def print_agenda(root: Path, session: str, on: Day) -> bytes:
    """The agenda of a session as a PDF, with room for notes.

    Raises:
        CannotConvene: there is no such session, or it cannot be printed.
    """
    return _printed(open_sitting(root, session, on), print_agenda_of)


def print_summary(root: Path, session: str, on: Day) -> bytes:
    """What a session decided as one page.

    Raises:
        CannotConvene: nothing was decided in it yet, there is no such session, or it cannot be printed.
    """
    sitting = open_sitting(root, session, on)
    if not sitting.view.over:
        raise CannotConvene(
            f"nothing is on record as decided in `{session}`; `portfolio-gen decide` records decisions"
        )
    return _printed(sitting, print_summary_of)


def _printed(sitting: Sitting, how: Print) -> bytes:
    try:
        return how(sitting.view, school_view(sitting.school), sitting.workshop)
    except CannotPrint as problem:
        raise CannotConvene(f"this cannot be printed: {problem}") from None
