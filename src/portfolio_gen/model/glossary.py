"""What the words on a page mean, in a school's own sentences."""

from __future__ import annotations

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning(Noun):
    """A word and what it means. One with the id of an entry of the program's own takes that entry's place."""

    id: str
    """Its name in addresses, such as `not-yet`."""
    title: str
    """The word, as readers see it."""
    about: Prose
    """What it means, in one or two plain sentences."""
