"""Names as texts may say them, however they are spaced, joined or capitalised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import TypeAlias

from portfolio_gen.model.value import dataclass

Words: TypeAlias = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Letters and figures alone, folded, so that `Maya  CHEN` and `maya-chen` are the same."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@dataclass(frozen=True, slots=True)
class Names:
    """Names to look for in texts."""

    by_first: Mapping[str, tuple[Words, ...]] = field(default_factory=dict)
    """First word of a name to all the names that begin with it."""
    capitals: bool = False
    """Whether words are taken for a name only where each begins with a capital, if their script has any."""

    @classmethod
    def of(cls, names: Iterable[str], *, fewest: int = 1, capitals: bool = False) -> Names:
        """The names that have at least so many words; one word alone, such as a first name, may be anybody's."""
        by_first: dict[str, list[Words]] = {}
        for words in sorted({tuple(words_of(one)) for one in names}):
            if len(words) >= max(fewest, 1):
                by_first.setdefault(words[0], []).append(words)
        return cls({first: tuple(found) for first, found in by_first.items()}, capitals)

    def in_text(self, text: str) -> Iterator[Words]:
        """The names that a text says, in its order."""
        if self.by_first:
            words = _capital_words(text) if self.capitals else words_of(text)
            for place, word in enumerate(words):
                for name in self.by_first.get(word, ()):
                    if tuple(words[place : place + len(name)]) == name:
                        yield name


def _capital_words(text: str) -> list[str]:
    """The same as `words_of`, but nothing in place of each word that begins with a small letter."""
    return [
        "" if written[0].islower() else word
        for written in _WORD.findall(unicodedata.normalize("NFKC", text))
        for word in _WORD.findall(written.casefold())
    ]
