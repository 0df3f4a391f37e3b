"""From texts to values that can be looked for: runs of words, long enough that nobody writes them by chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from itertools import pairwise

from portfolio_gen.audit.claims import Claimed
from portfolio_gen.model.names import Words, words_of
from portfolio_gen.model.value import dataclass

FEWEST_WORDS = 3
"""A text of fewer words is looked for only if it is a name, or long."""
FEWEST_LETTERS = 16
"""How long a text of few words must be."""
SHORT = frozenset({"name", "nickname", "adult", "contact"})
"""Kinds of texts that are looked for although they are short."""
WINDOW = 8
"""Longer texts are looked for in overlapping stretches of so many words: no twelve words in a row get through."""


def values(claimed: Claimed) -> Iterator[Words]:
    """The stretches by which a text would be recognised; none for what anybody might write."""
    words = tuple(words_of(claimed.text.words))
    long = sum(map(len, words)) >= FEWEST_LETTERS
    if claimed.kind in SHORT:
        # A single word, such as a first name, may be anybody's.
        if len(words) > 1 or long:
            yield words
    elif len(words) > WINDOW:
        step = WINDOW // 2
        for start in (*range(0, len(words) - WINDOW, step), len(words) - WINDOW):
            yield words[start : start + WINDOW]
    elif len(words) >= FEWEST_WORDS or long:
        yield words


@dataclass(frozen=True, slots=True)
class Index:
    """Values by two of their words, so that a page is read once for all of them."""

    values: frozenset[Words] = frozenset()
    by_pair: Mapping[tuple[str, str], tuple[tuple[int, Words], ...]] = field(default_factory=dict)
    """The rarest two neighbors of each value to where they stand in it."""
    single: frozenset[str] = frozenset()
    """The values of one word, which are long."""

    @classmethod
    def of(cls, wanted: Iterable[Words]) -> Index:
        """An index of values."""
        every = frozenset(wanted)
        counts = Counter(pair for one in every for pair in pairwise(one))
        by_pair: dict[tuple[str, str], list[tuple[int, Words]]] = {}
        for one in sorted(every):
            if len(one) > 1:
                place, pair = min(
                    enumerate(pairwise(one)),
                    key=lambda found: (counts[found[1]], -len("".join(found[1]))),
                )
                by_pair.setdefault(pair, []).append((place, one))
        single = frozenset(one[0] for one in every if len(one) == 1)
        return cls(every, {pair: tuple(found) for pair, found in by_pair.items()}, single)

    def in_words(self, words: list[str]) -> Iterator[Words]:
        """The values that stand in a run of words, each as often as it does."""
        by_pair = self.by_pair
        for place in [place for place, pair in enumerate(pairwise(words)) if pair in by_pair]:
            for offset, wanted in by_pair[words[place], words[place + 1]]:
                start = place - offset
                if start >= 0 and tuple(words[start : start + len(wanted)]) == wanted:
                    yield wanted
        yield from ((word,) for word in self.single.intersection(words))

    def in_text(self, text: str) -> Iterator[Words]:
        """The values that stand in a text."""
        return self.in_words(words_of(text))

    @property
    def shortest(self) -> int:
        """Letters and gaps of the shortest value."""
        return min((len(" ".join(one)) for one in self.values), default=1)

    def __len__(self) -> int:
        return len(self.values)
