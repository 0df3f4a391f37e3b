"""The committee's queue as the manifest keeps it, so that no site need be planned again to make its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.credit_views import ClaimView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.pitch_views import PitchView
from portfolio_gen.model.queue_views import QueuedView
from portfolio_gen.model.standing import State


def queued(site: SiteBlueprint) -> Iterator[QueuedView]:
    """The pitches of a site that wait for the committee; none in any edition but its own."""
    if site.edition != "committee":
        return
    for pitch in site.pitches:
        if pitch.hearing and pitch.hearing.sheets:
            yield _handed_in(site, pitch)
        elif pitch.waiting and not pitch.hearing:
            yield _announced(site, pitch)


def _handed_in(site: SiteBlueprint, pitch: PitchView) -> QueuedView:
    hearing = pitch.hearing
    assert hearing is not None  # noqa: S101 - `queued` has asked
    session = hearing.session
    return QueuedView(
        student=site.person.name,
        home=site.person.address,
        title=pitch.title,
        address=pitch.address,
        date=hearing.submitted,
        handed_in=True,
        claims=tuple(_told(one.claim) for one in hearing.sheets),
        session=session.title if session else "",
        session_date=session.date if session else None,
        session_address=session.address if session else "",
        scored=len(hearing.scored),
        needed=hearing.quorum,
        awaited=hearing.awaited,
    )


def _announced(site: SiteBlueprint, pitch: PitchView) -> QueuedView:
    """A pitch that the student has published and nobody has handed in."""
    waiting = (one for one in pitch.claims if one.standing and one.standing.state is State.PITCHED)
    return QueuedView(
        student=site.person.name,
        home=site.person.address,
        title=pitch.title,
        address=pitch.address,
        date=pitch.date,
        handed_in=False,
        claims=tuple(_told(one) for one in waiting),
    )


def _told(claim: ClaimView) -> tuple[str, str, str]:
    return claim.credit.title, claim.credit.domain.title, claim.level.title


def queue_to_json(site: SiteBlueprint) -> tuple[dict[str, Any], ...]:
    """The waiting pitches of a site as JSON."""
    return tuple(
        {
            **asdict(one),
            "date": str(one.date),
            "session_date": str(one.session_date) if one.session_date else None,
        }
        for one in queued(site)
    )


def queue_from_json(told: Mapping[str, Any]) -> QueuedView | None:
    """What `queue_to_json` has written of one pitch; None when another version of the program has written it."""
    try:
        session = told["session_date"]
        return QueuedView(
            **{
                **told,
                "date": Day.parse(told["date"]),
                "session_date": Day.parse(session) if session else None,
                "claims": tuple((title, area, level) for title, area, level in told["claims"]),
                "awaited": tuple(told["awaited"]),
            }
        )
    except (KeyError, TypeError, ValueError):
        return None
