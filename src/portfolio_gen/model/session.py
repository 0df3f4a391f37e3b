"""A day on which a committee sits together (transcripts/sessions/⟨id⟩.yml)."""

from __future__ import annotations

from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun, Page, given
from portfolio_gen.model.value import dataclass

SESSIONS = "sessions"
"""Folder of `transcripts/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(Noun):
    """A stretch of a session: a pitch, or a pause."""

    pitch: str | None = None
    """The pitch that is heard: `⟨student⟩/⟨slug⟩`."""
    pause: str | None = None
    """What the committee does instead, such as `Tea`."""
    minutes: int | None = None
    """How long it takes, if not as long as the session says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Page):
    """A session of the committee: when, where, who sits, and what is heard."""

    title: str
    """What it is called."""
    date: Day
    """The day."""
    start: str
    """When it begins, on the school's clock, as in `15:30`."""
    minutes: int = 20
    """How long a pitch takes."""
    place: str | None = None
    """Where it is."""
    chair: str
    """Id of the member who leads it and confirms what is decided."""
    members: tuple[str, ...]
    """Ids of the members who sit, the chair among them."""
    pitches: tuple[Slot, ...] = ()
    """What is heard, in this order."""
    release: Day | None = None
    """First day on which students and families may see what was decided; `decide` writes it into each decision."""
    id: str = given("")

    def hears(self, pitch: str) -> bool:
        """Whether a pitch (`⟨student⟩/⟨slug⟩`) is on its list."""
        return any(one.pitch == pitch for one in self.pitches)
