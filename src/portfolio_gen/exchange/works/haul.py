"""What an import brings home: pages of a student's folder in the making, and whatever found no place in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TypeAlias

from portfolio_gen.diagnostics import Diagnostic, Rule, Span, Told
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.student import Goal, Narrative
from portfolio_gen.model.tell import NOTHING
from portfolio_gen.model.value import dataclass

Held: TypeAlias = bytes | Path
"""What is in a file: its bytes, or where a copy is to be made from."""

SHELF: Mapping[type, str] = {Artifact: "artifacts", Narrative: "narratives", Goal: "goals"}
"""Kind of page to the folder of a student where such pages stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A page that a student gets, with the files that belong to it."""

    noun: Artifact | Narrative | Goal
    slug: str
    """How it is to be called; free in the student's folder."""
    text: str = ""
    """The story below the keys, in Markdown."""
    kept: tuple[str, ...] = ()
    """Lines that nobody understood, as they were; they stand as remarks among the keys."""
    files: Mapping[str, Held] = field(default_factory=dict)
    """Name to content of what lies beside a piece of work."""
    origin: str = ""
    """Where it comes from, as people are shown it."""

    @property
    def place(self) -> str:
        """Its file, from the student's folder."""
        shelf = SHELF[type(self.noun)]
        inside = (
            f"{self.slug}/artifact.md" if isinstance(self.noun, Artifact) else f"{self.slug}.md"
        )
        return f"{shelf}/{inside}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Haul:
    """All that came of something that another program has made."""

    pieces: tuple[Piece, ...] = ()
    aside: Mapping[str, Held] = field(default_factory=dict)
    """Path to content of what is kept beside the portfolio, and never shown."""
    found: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Remarks:
    """Collects what is said on the way: one line for each thing, with its place."""

    found: list[Diagnostic] = field(default_factory=list)

    def say(self, rule: Rule, where: Span, message: Told, hint: Told = NOTHING) -> None:
        """Something happened at a place."""
        self.found.append(Diagnostic(rule, where, message, hint))
