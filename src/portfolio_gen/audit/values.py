"""From texts to values that can be looked for: runs of words, long enough that nobody writes them by chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from portfolio_gen.audit.rights import Claimed
from portfolio_gen.diagnostics import Span
from portfolio_gen.model.names import Words, words_of

FEWEST_WORDS = 3
"""A text of fewer words is looked for only if it is a name, or long."""
FEWEST_LETTERS = 16
"""How long a text of few words must be."""
WINDOW = 8
"""Longer texts are looked for in overlapping stretches of so many words: no twelve words in a row get through."""


@dataclass(frozen=True, slots=True)
class Value:
    """A run of words that must not be there, and where it comes from."""

    words: Words
    span: Span
    person: str
    """Id of whom it is about; empty when it is about nobody."""


def values(claimed: Claimed) -> Iterator[Value]:
    """The stretches by which a text would be recognised; none for what anybody might write."""
    words = tuple(words_of(claimed.text.words))
    for run in _runs(words, claimed.is_name):
        yield Value(run, claimed.text.span, claimed.person)


def _runs(words: Words, is_name: bool) -> Iterator[Words]:
    if is_name:
        # A single word, such as a first name, may be anybody's.
        if len(words) > 1:
            yield words
    elif len(words) > WINDOW:
        step = WINDOW // 2
        for start in (*range(0, len(words) - WINDOW, step), len(words) - WINDOW):
            yield words[start : start + WINDOW]
    elif len(words) >= FEWEST_WORDS or sum(map(len, words)) >= FEWEST_LETTERS:
        yield words


@dataclass(frozen=True, slots=True)
class Index:
    """Values by two of their words, so that a page is read once for all of them."""

    values: Mapping[Words, Value] = field(default_factory=dict)
    by_pair: Mapping[tuple[str, str], tuple[tuple[int, Words], ...]] = field(default_factory=dict)
    """The longest two neighbors of each value to where they stand in it."""
    single: frozenset[str] = frozenset()
    """The values of one word, which are long."""

    @classmethod
    def of(cls, wanted: Iterable[Value]) -> Index:
        """An index of values; of the same words only the first."""
        values: dict[Words, Value] = {}
        by_pair: dict[tuple[str, str], list[tuple[int, Words]]] = {}
        for one in wanted:
            if one.words in values:
                continue
            values[one.words] = one
            if len(one.words) > 1:
                place, pair = max(
                    enumerate(pairwise(one.words)), key=lambda found: len("".join(found[1]))
                )
                by_pair.setdefault(pair, []).append((place, one.words))
        single = frozenset(one[0] for one in values if len(one) == 1)
        return cls(values, {pair: tuple(found) for pair, found in by_pair.items()}, single)

    def in_words(self, words: list[str]) -> Iterator[Words]:
        """The values that stand in a run of words, each as often as it does."""
        by_pair = self.by_pair
        for place in [place for place, pair in enumerate(pairwise(words)) if pair in by_pair]:
            for offset, wanted in by_pair[words[place], words[place + 1]]:
                start = place - offset
                if start >= 0 and tuple(words[start : start + len(wanted)]) == wanted:
                    yield wanted
        yield from ((word,) for word in self.single.intersection(words))

    def without(self, texts: Iterable[str]) -> Index:
        """The index without the values that also stand in one of these texts."""
        harmless = {one for text in texts for one in self.in_words(words_of(text))}
        return Index.of(one for one in self.values.values() if one.words not in harmless)

    def shared_with(self, other: Index) -> Index:
        """The values that both indexes hold."""
        return Index.of(one for one in self.values.values() if one.words in other.values)

    def __len__(self) -> int:
        return len(self.values)
