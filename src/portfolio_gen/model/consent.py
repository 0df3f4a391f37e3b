"""Who agreed to what, and until when (transcripts/consent.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias, get_args

from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun, Page
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass

ConsentField: TypeAlias = Literal[
    "name", "full-name", "picture", "phase", "work", "credits", "habits", "recognitions", "profile"
]
CONSENT_FIELDS: frozenset[ConsentField] = frozenset(get_args(ConsentField))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Noun):
    """What one person agreed to show in one edition."""

    edition: EditionName
    """The edition that it is for."""
    shows: tuple[ConsentField, ...]
    """What may be shown: `name` is the preferred name (without it, initials), `full-name` the official one."""
    given: Day
    """When it was given."""
    by: str
    """Who gave it, such as `parent` or `student (18)`."""
    until: Day | None = None
    """Last day on which it holds."""

    def holds(self, on: Day) -> bool:
        """Whether it is in force on a day."""
        return self.given <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Page):
    """All agreements, by person."""

    people: Mapping[str, tuple[Agreement, ...]] = field(default_factory=dict)
    """Student id (or another person's id, such as a classmate in a picture) to agreements."""

    def newest(self, person: str, edition: EditionName, on: Day) -> tuple[Agreement, ...]:
        """The person's newest agreement for an edition that had been given by a day; several only if given at once.

        A newer agreement replaces all older ones, also after it has run out: nothing wider comes back by itself.
        """
        given = [
            one for one in self.people.get(person, ()) if one.edition == edition and one.given <= on
        ]
        last = max((one.given for one in given), default=None)
        return tuple(one for one in given if one.given == last)

    def covers(self, person: str, edition: EditionName, on: Day) -> frozenset[ConsentField] | None:
        """The fields that the person's newest agreement for an edition covers on a day; None without any."""
        newest = self.newest(person, edition, on)
        if not newest or not all(one.holds(on) for one in newest):
            return None
        return frozenset.intersection(*(frozenset(one.shows) for one in newest))
