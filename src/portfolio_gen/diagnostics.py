"""The voice: what is wrong, where exactly, and what to try."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

LIKE = 0.6
"""How alike two words must be, from 0 to 1, before one is offered for the other."""
LONGEST_WORD = 200
"""How many letters of a word are compared; comparing takes long when it is a whole text."""


class Severity(StrEnum):
    """How much a diagnostic weighs; the order of the members is the order of weight."""

    ERROR = "error"
    """Blocks the publication of the student (or the school) that it is about, unless it is contained."""
    WARNING = "warning"
    """Does not block anything, and should be looked at."""
    NOTE = "note"
    """Informs; nothing needs to be done."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file; lines and columns count from 1, in characters."""

    path: str
    """Path relative to the school's folder, with forward slashes."""
    line: int = 1
    column: int = 1
    end_line: int = 0
    """Last line of the stretch; 0 when only its start is known."""
    end_column: int = 0
    """Column just behind the stretch on its last line; 0 when only its start is known."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Marks:
    """Where each value of one file stands: key path to span, as in `marks[("claims", 0, "credit")]`."""

    path: str = ""
    spans: Mapping[KeyPath, Span] = field(default_factory=dict)
    names: Mapping[KeyPath, Span] = field(default_factory=dict)
    """Where the keys themselves stand, for what is wrong with a key and not with its value."""

    def __getitem__(self, keys: KeyPath) -> Span:
        """The span of the value at `keys`, or of the nearest enclosing value that is written down."""
        for length in range(len(keys), -1, -1):
            if span := self.spans.get(keys[:length]):
                return span
        return Span(self.path)

    def at(self, *keys: str | int) -> Span:
        """The same as indexing, for keys given one by one."""
        return self[keys]

    def name(self, *keys: str | int) -> Span:
        """The span of the last key itself, or of its value when that is all that is known."""
        return self.names.get(keys) or self[keys]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thing that can be wrong, with a code for machines and a name that reads as "allow ⟨name⟩"."""

    code: str
    name: str
    severity: Severity
    contained: bool = field(default=False, compare=False)
    """Whether something honest stands where it went wrong, so that everything around it is published all the same."""


class Told(str):
    """A sentence in English that can be said in other languages, too; `model/tell.py` makes them."""

    __slots__ = ()


def to_tell(words: str) -> str:
    """The same words, marked for translation: `tools/words.py` finds them by this name."""
    return words


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place, in one plain sentence, with what to try."""

    rule: Rule
    span: Span
    message: Told
    hint: Told = Told("")
    related: tuple[Span, ...] = ()
    about: str = ""
    """Id of the student that it is about; empty when it concerns the whole school."""

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.rule.severity

    @property
    def code(self) -> str:
        """The rule's code, such as `PG203`."""
        return self.rule.code


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same diagnostics without repetitions, sorted by place, then code, then message."""
    return tuple(sorted(set(diagnostics), key=_place))


def _place(one: Diagnostic) -> tuple[str | int, ...]:
    """What a diagnostic is sorted by, all in one tuple: there may be tens of thousands."""
    span = one.span
    where = (span.path, span.line, span.column, span.end_line, span.end_column)
    return (*where, one.rule.code, one.message)


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Only those that somebody must mend."""
    return tuple(one for one in diagnostics if one.severity is Severity.ERROR)


def blocking(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Only those that keep what they are about from being published."""
    return tuple(one for one in errors(diagnostics) if not one.rule.contained)


def nearest(
    word: str, choices: Iterable[str], titles: Mapping[str, str] | None = None
) -> str | None:
    """The choice that a word most likely means, for a hint; None when none is like it.

    Case, spaces, hyphens and underscores make no difference, and the parts of an id may be turned round.

    Args:
        word: what was written.
        choices: what could have been meant.
        titles: choice to what readers call it, since people write the one for the other.
    """
    # Only needed when something is wrong, and not while the program starts.
    from difflib import get_close_matches

    known = list(choices)
    spellings = {_plain("/".join(reversed(one.split("/")))): one for one in known}
    spellings |= {_plain(title): one for one, title in (titles or {}).items()}
    spellings |= {_plain(one): one for one in known}
    spellings.pop("", None)
    found = get_close_matches(_plain(word), spellings, n=1, cutoff=LIKE)
    return spellings[found[0]] if found else None


def or_nearest(word: str, choices: Iterable[str]) -> str:
    """The end of a sentence about a word that nobody knows: a question for the nearest; empty when none is like it."""
    guess = nearest(word, choices)
    return f"; did you mean `{guess}`?" if guess else ""


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFC", word[:LONGEST_WORD]).casefold().strip()
    return folded.replace(" ", "-").replace("_", "-")
