"""Who agreed to what, and until when (transcripts/consent.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun, Page
from portfolio_gen.model.settings import EditionName

ConsentField: TypeAlias = Literal[
    "name", "full-name", "picture", "phase", "work", "credits", "habits", "recognitions"
]
CONSENT_FIELDS: frozenset[ConsentField] = frozenset(get_args(ConsentField))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Noun):
    """What one person agreed to show in one edition."""

    edition: EditionName
    shows: tuple[ConsentField, ...]
    """What may be shown: `name` is the preferred name (without it, initials), `full-name` the official one."""
    given: Day
    """When it was given."""
    by: str
    """Who gave it, such as `parent` or `student (18)`."""
    until: Day | None = None
    """Last day on which it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Page):
    """All agreements, by person."""

    people: Mapping[str, tuple[Agreement, ...]] = field(default_factory=dict)
    """Student id (or another person's id, such as a classmate in a picture) to agreements."""

    def covers(self, person: str, edition: EditionName, on: Day) -> frozenset[ConsentField] | None:
        """The fields that the person's newest agreement for an edition covers on a day; None without any."""
        held = [
            one
            for one in self.people.get(person, ())
            if one.edition == edition and one.given <= on and (one.until is None or on <= one.until)
        ]
        return frozenset(max(held, key=lambda one: one.given).shows) if held else None
