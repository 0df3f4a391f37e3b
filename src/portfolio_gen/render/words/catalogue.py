"""The program's own sentences in other languages: catalogues (`languages/⟨language⟩.po`) of the program and of themes.

They are read as they are written, so nothing has to be compiled before a new sentence counts, and no binary lies in
the package; it takes a few hundredths of a second, once for each worker and language, and none for English, for which
not even what reads them is imported.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.core import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

LANGUAGES = Path(__file__).parent / "languages"
"""Our own catalogues; a theme has a folder of the same name."""
ENGLISH = "en"
"""What the sentences themselves are written in."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Says the program's sentences in one language; those that it does not know, in English."""

    language: str
    translations: gettext.NullTranslations

    def __call__(self, words: str) -> str:
        """A sentence in the language."""
        return self.translations.gettext(words)

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
