"""What all nouns of the school format share: frozen, strict about keys, aware of where they were written."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any, TypeAlias

from portfolio_gen.diagnostics import Marks
from portfolio_gen.model.value import dataclass

GIVEN = "given"
"""Metadata key of fields that the reader fills in and that nobody can write in a file."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Marks a text that may be long and have several lines; any other is short and has one."""


Prose: TypeAlias = Annotated[str, Lines()]


def given(default: Any) -> Any:
    """A field that comes from the place of a file (its folder, its body, its positions), never from a key in it."""
    return field(default=default, kw_only=True, metadata={GIVEN: True})


CHOSEN = "chosen"
"""Metadata key of fields in which a name without a value counts as not written."""


def chosen() -> Any:
    """Names for each of which somebody chooses a value; forms write them all, empty where nobody has chosen."""
    return field(default_factory=dict, kw_only=True, metadata={CHOSEN: True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """Base of everything that is written as a mapping in a school's files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Noun):
    """Base of everything that has a file of its own."""

    marks: Marks = field(
        default=Marks(), kw_only=True, repr=False, compare=False, metadata={GIVEN: True}
    )
    """Where each value stands in the file."""
