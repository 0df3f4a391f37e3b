"""The program's words that a school may call something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass

Term: TypeAlias = Literal[
    "domain",
    "competency",
    "credit",
    "artifact",
    "pitch",
    "committee",
    "phase",
    "target",
    "scale",
    "rating",
    "requirement",
    "course",
    "habit",
    "badge",
    "strand",
    "cohort",
    "educator",
    "tag",
]
PLURALS: Mapping[Term, str] = {
    "domain": "domains",
    "competency": "competencies",
    "credit": "credits",
    "artifact": "artifacts",
    "pitch": "pitches",
    "committee": "committees",
    "phase": "phases",
    "target": "targets",
    "scale": "scales",
    "rating": "ratings",
    "requirement": "requirements",
    "course": "courses",
    "habit": "habits",
    "badge": "badges",
    "strand": "strands",
    "cohort": "cohorts",
    "educator": "educators",
    "tag": "tags",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Noun):
    """What readers see instead of one of the program's words."""

    one: str
    """For one of them."""
    many: str
    """For several."""
    about: Prose | None = None
    """What it means, in one or two plain sentences, for the glossary."""
