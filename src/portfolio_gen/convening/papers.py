"""A session's papers: the agenda before, the packets to score from, and the page that says what was decided."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from portfolio_gen.convening.sitting import Sitting, open_sitting
from portfolio_gen.diagnostics import or_nearest
from portfolio_gen.model.agenda import agenda
from portfolio_gen.model.blueprint import SchoolView, SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.pitch_views import Packet, PitchView
from portfolio_gen.model.session_views import SessionView
from portfolio_gen.plan import school_view
from portfolio_gen.proceedings import CannotProceed
from portfolio_gen.render import (
    CannotPrint,
    Workshop,
    print_agenda_of,
    print_packets_of,
    print_summary_of,
)

Print = Callable[[SessionView, SchoolView, Workshop], bytes]


def print_agenda(root: Path, session: str, on: Day) -> bytes:
    """The agenda of a session as a PDF, with room for notes.

    Raises:
        CannotProceed: there is no such session, or it cannot be printed.
    """
    return _printed(open_sitting(root, session, on), print_agenda_of)


def print_summary(root: Path, session: str, on: Day) -> bytes:
    """What a session decided as one page.

    Raises:
        CannotProceed: nothing was decided in it yet, there is no such session, or it cannot be printed.
    """
    sitting = open_sitting(root, session, on)
    if not sitting.view.over:
        raise CannotProceed(
            f"nothing is on record as decided in `{session}`; `portfolio-gen decide` records decisions"
        )
    return _printed(sitting, print_summary_of)


def _printed(sitting: Sitting, how: Print) -> bytes:
    try:
        return how(sitting.view, school_view(sitting.school), sitting.workshop)
    except CannotPrint as problem:
        raise CannotProceed(f"this cannot be printed: {problem}") from None


def print_packets(root: Path, session: str, pitches: Collection[str], on: Day) -> bytes:
    """The pitches of a session as one PDF to read and to score with a pen, in the order in which they are heard.

    Args:
        root: the school's folder.
        session: id of the session.
        pitches: only these (`⟨student⟩/⟨pitch⟩`); none means all.
        on: the day on which it is printed.

    Raises:
        CannotProceed: there is no such session, a pitch was not handed in, or it cannot be printed.
    """
    sitting = open_sitting(root, session, on)
    heard = [one.pitch for one in sitting.session.pitches if one.pitch]
    for one in pitches:
        if one not in heard:
            raise CannotProceed(f"`{session}` does not hear `{one}`{or_nearest(one, heard)}")
    packets = tuple(_packets(sitting, pitches or heard))
    name, day = sitting.view.title, sitting.session.date
    return _printed(
        sitting, lambda _, school, workshop: print_packets_of(packets, name, day, school, workshop)
    )


def _packets(sitting: Sitting, wanted: Collection[str]) -> Iterator[Packet]:
    for stretch, view in zip(agenda(sitting.session), sitting.view.stretches, strict=True):
        pitch = stretch.slot.pitch
        if pitch and pitch in wanted:
            student, _, slug = pitch.partition("/")
            site = sitting.sites.get(student)
            yield Packet(
                student=site.person.name if site else "",
                language=site.person.language if site else sitting.school.settings.language,
                pitch=handed_in(site, slug, pitch),
                time=f"{view.begins}–{view.ends}",
                away=view.away,
            )


def handed_in(site: SiteBlueprint | None, slug: str, pitch: str) -> PitchView:
    """A pitch as it lies before the committee.

    Raises:
        CannotProceed: it was not handed in, or the committee's edition does not show the student.
    """
    views = site.pitches if site else ()
    found = next((one for one in views if one.slug == slug and one.hearing), None)
    if found is None:
        raise CannotProceed(
            f"`{pitch}` was not handed in, or its student is not in the committee's edition; "
            "`portfolio-gen submit` freezes what a committee sees"
        )
    return found
