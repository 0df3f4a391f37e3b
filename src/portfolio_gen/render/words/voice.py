"""Says the program's sentences in a language, or in two; what nobody has translated, in English."""

from __future__ import annotations

import gettext
import re
from functools import lru_cache, partial
from pathlib import Path

from portfolio_gen.model.blueprint import Sentences
from portfolio_gen.model.value import dataclass
from portfolio_gen.render.words.catalogue import ALOUD, LANGUAGES, nearest, opened, read_catalogue
from portfolio_gen.render.words.own import own_words
from portfolio_gen.render.words.pairs import choice, pair

_BLANK = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]*>")


@dataclass(frozen=True, slots=True)
class Voice:
    """Says the program's sentences in one language; those that it does not know, in English."""

    language: str
    translations: gettext.NullTranslations
    both: tuple[Voice, Voice] | None = None
    """Those that it says everything with, where it speaks two languages at once."""

    def __call__(self, words: str) -> str:
        """A sentence in the language."""
        return self.translations.gettext(words)

    def of(self, context: str, words: str) -> str:
        """Words that mean something else elsewhere, such as the `Transcript` of a recording."""
        return self.translations.pgettext(context, words)

    @property
    def speaks_otherwise(self) -> bool:
        """Whether it says anything else than the English that it is given."""
        return type(self.translations) is not gettext.NullTranslations

    def many(self, one: str, many: str, count: int) -> str:
        """A sentence in the number that fits a count, with `%(count)s` in it."""
        return self.translations.ngettext(one, many, count) % {"count": count}


@lru_cache(maxsize=16)
def voice_of(language: str, themes: tuple[Path, ...] = (), own: Sentences = ()) -> Voice:
    """The voice of a language (BCP 47): what the school says itself, what its themes say (first wins), and the rest."""
    found = gettext.NullTranslations()
    for folder in (LANGUAGES, *(one / LANGUAGES.name for one in reversed(themes))):
        for tag in reversed([*nearest(language)]):
            if (path := folder / f"{tag}.po").is_file():
                found = _beside(read_catalogue(opened(path)), found)
    for one in own_words(own, language):
        found = _beside(one, found)
    return Voice(language, found)


class _Later(gettext.NullTranslations):
    """Knows what pages and forms say; their catalogues are read when only they can know something."""

    def __init__(self, language: str, folders: tuple[Path, ...]) -> None:
        super().__init__()
        self._known = partial(voice_of, language, folders)

    def gettext(self, message: str) -> str:
        """A sentence in the language."""
        return self._known().translations.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A sentence in the number that fits a count."""
        return self._known().translations.ngettext(msgid1, msgid2, n)


@lru_cache(maxsize=8)
def voice_aloud(language: str, folders: tuple[Path, ...] = ()) -> Voice:
    """The voice of a language (BCP 47) for what is told to whoever runs the program.

    Args:
        language: whose.
        folders: where other catalogues lie (`languages/`), of which something may be told, too.
    """
    found: gettext.NullTranslations = _Later(language, folders)
    for tag in reversed([*nearest(language)]):
        if (path := ALOUD / f"{tag}.po").is_file():
            found = _beside(read_catalogue(opened(path)), found)
    return Voice(language, found)


class Paired(gettext.NullTranslations):
    """Says everything in two languages; what both say alike, once."""

    def __init__(self, first: Voice, second: Voice) -> None:
        super().__init__()
        self._both = (first.translations, second.translations)

    def gettext(self, message: str) -> str:
        """A sentence in both languages."""
        joined = choice if _is_formula(message) else pair
        return joined(*(one.gettext(message) for one in self._both))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A sentence in the number that each of the languages has for a count."""
        return pair(*(one.ngettext(msgid1, msgid2, n) for one in self._both))

    def pgettext(self, context: str, message: str) -> str:
        """A sentence that means something else elsewhere, in both languages."""
        return pair(*(one.pgettext(context, message) for one in self._both))


def _is_formula(message: str) -> bool:
    """Whether there is nothing to read twice: a count such as `18 of 30`, or what stands between two things."""
    words = _BLANK.sub("", message)
    return message != message.strip() or (words != message and len(words.strip()) <= 2)


@lru_cache(maxsize=16)
def both_voices(
    first: str, second: str, themes: tuple[Path, ...] = (), own: Sentences = ()
) -> Voice:
    """A voice that says everything in two languages, for pages where they stand side by side."""
    both = (voice_of(first, themes, own), voice_of(second, themes, own))
    return Voice(first, Paired(*both), both)


def _beside(
    first: gettext.GNUTranslations, fallback: gettext.NullTranslations
) -> gettext.GNUTranslations:
    first.add_fallback(fallback)
    return first
