"""A session of the committee as a file to go on with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from portfolio_gen.model.dates import Day
from portfolio_gen.model.session import SESSIONS
from portfolio_gen.start.folder import name_for, write_new
from portfolio_gen.start.forms import filled


def start_session(
    school: Path,
    title: str,
    *,
    id: str | None,
    on: Day,
    start: str,
    minutes: int,
    place: str | None,
    chair: str,
    members: Sequence[str],
    pitches: Sequence[str],
    release: Day | None,
) -> tuple[Path, ...]:
    """A session of the committee; returns the file written.

    Args:
        school: the school's folder.
        title: what it is called.
        id: name of the file; made from the title when None.
        on: its day.
        start: when it begins, like `15:30`.
        minutes: how long a pitch takes.
        place: where it is.
        chair: id of the member who leads it.
        members: ids of the members who sit; the chair need not be among them here.
        pitches: what is heard (`⟨student⟩/⟨pitch⟩`), in this order.
        release: first day on which students may see what was decided.

    Raises:
        CannotStart: the id cannot be a name, or there is such a session already.
    """
    folder = school / "transcripts" / SESSIONS
    path = folder / f"{name_for(title, id, 'session', folder)}.yml"
    lines = "".join(f"\n  - {{ pitch: {one} }}" for one in pitches) or " []"
    values = {
        "title": json.dumps(title, ensure_ascii=False),
        "date": str(on),
        "start": start,
        "minutes": str(minutes),
        "place": json.dumps(place, ensure_ascii=False) if place else "",
        "chair": chair,
        "members": ", ".join(dict.fromkeys([chair, *members])),
        "pitches": lines,
        "release": f"release: {release}" if release else "# release: 2026-12-07",
    }
    return write_new({path: filled("session.yml", **values)}, school=school)
