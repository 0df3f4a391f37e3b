"""What can be asked of the registrar, and what becomes of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, TypeAlias

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass

Fate: TypeAlias = Literal[
    "signed",
    "unchanged",
    "final",
    "not final",
    "revoked",
    "has errors",
    "nothing earned",
    "cannot be signed",
]


class CannotIssue(ValueError):
    """Nothing was signed; the message says why, and what to try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one student's record in one edition."""

    edition: EditionName
    student: str
    fate: Fate
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuing:
    """What was asked for."""

    editions: Collection[str] = ()
    """All that have a public address by default."""
    students: Collection[str] = ()
    """Everybody by default."""
    final: bool = False
    """Whether final transcripts are signed, and only those; they are not replaced afterwards but by `again`."""
    trial: bool = False
    """Whether editions without an address get records, too, which say nothing of who signed them."""
    again: str = ""
    """Why what holds now is to be revoked, and all be signed again; empty when only what has changed is signed."""
    until: str = ""
    """The last moment at which the records hold; empty for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """What became of everything that was asked for."""

    outcomes: tuple[Outcome, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    """Errors of the school's files, if they keep somebody's record from being signed."""
