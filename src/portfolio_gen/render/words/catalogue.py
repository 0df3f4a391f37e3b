"""The program's own sentences in other languages: catalogues (`languages/⟨language⟩.po`) of the program and of themes.

They are read as they are written, so nothing has to be compiled before a new sentence counts, and no binary lies in
the package; it takes a few hundredths of a second, once for each worker and language, and none for English, for which
not even what reads them is imported.
"""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.core import Locale, UnknownLocaleError

from portfolio_gen.render.words.pairs import choice, pair

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

LANGUAGES = Path(__file__).parent / "languages"
"""Our own catalogues; a theme has a folder of the same name."""
_BLANK = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]*>")
ENGLISH = "en"
"""What the sentences themselves are written in."""


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
def voice_of(language: str, themes: tuple[Path, ...] = ()) -> Voice:
    """The voice of a language (BCP 47), from our own catalogues and from those of themes (first wins)."""
    found = gettext.NullTranslations()
    for folder in (LANGUAGES, *(one / LANGUAGES.name for one in reversed(themes))):
        for tag in reversed([*nearest(language)]):
            if (path := folder / f"{tag}.po").is_file():
                found = _beside(read(path), found)
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
    """Whether a sentence is little but its blanks, such as `18 of 30`; nobody needs to read it twice."""
    words = _BLANK.sub("", message)
    return words != message and len(words.split()) <= 1 and len(words.strip()) <= 2


@lru_cache(maxsize=16)
def both_voices(first: str, second: str, themes: tuple[Path, ...] = ()) -> Voice:
    """A voice that says everything in two languages, for pages where they stand side by side."""
    both = (voice_of(first, themes), voice_of(second, themes))
    return Voice(first, Paired(*both), both)


def nearest(language: str) -> Iterator[str]:
    """A tag, then the tag without its last part, and so on: `es-MX`, `es`."""
    while language:
        yield language
        language = language.rpartition("-")[0]


def speaks(language: str) -> bool:
    """Whether our own sentences are known in a language."""
    return any(one == ENGLISH or (LANGUAGES / f"{one}.po").is_file() for one in nearest(language))


def read(path: Path) -> gettext.GNUTranslations:
    """A catalogue as Python's gettext knows it.

    Raises:
        babel.messages.pofile.PoFileError: the file is no catalogue.
    """
    from babel.messages.mofile import write_mo

    compiled = io.BytesIO()
    write_mo(compiled, opened(path))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def opened(path: Path) -> Catalog:
    """A catalogue as Babel knows it; the file's name says its language, as a BCP 47 tag."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=_locale(path.stem), abort_invalid=True)


def _locale(tag: str) -> str:
    try:
        return str(Locale.parse(tag, sep="-"))
    except (ValueError, UnknownLocaleError):
        return ENGLISH


def _beside(
    first: gettext.GNUTranslations, fallback: gettext.NullTranslations
) -> gettext.GNUTranslations:
    first.add_fallback(fallback)
    return first
