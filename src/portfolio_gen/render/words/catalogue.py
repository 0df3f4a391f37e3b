"""The program's own sentences in other languages: catalogues (`languages/⟨language⟩.po`) of the program and of themes.

They are read as they are written, so nothing has to be compiled before a new sentence counts, and no binary lies in
the package; it takes a few hundredths of a second, once for each worker and language, and none for English, for which
not even what reads them is imported.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from babel.core import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

LANGUAGES = Path(__file__).parent / "languages"
"""Our own catalogues; a theme has a folder of the same name."""
ALOUD = LANGUAGES / "voice"
"""Catalogues of what is told to whoever runs the program; no page needs them, so no worker reads them."""
ENGLISH = "en"
"""What the sentences themselves are written in."""


def nearest(language: str) -> Iterator[str]:
    """A tag, then the tag without its last part, and so on: `es-MX`, `es`."""
    while language:
        yield language
        language = language.rpartition("-")[0]


def speaks(language: str) -> bool:
    """Whether our own sentences are known in a language."""
    return any(one == ENGLISH or (LANGUAGES / f"{one}.po").is_file() for one in nearest(language))


def read_catalogue(catalog: Catalog) -> gettext.GNUTranslations:
    """A catalogue as Python's gettext knows it."""
    from babel.messages.mofile import write_mo

    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def opened(path: Path) -> Catalog:
    """A catalogue as Babel knows it; the file's name says its language, as a BCP 47 tag."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=locale_name(path.stem), abort_invalid=True)


def locale_name(tag: str) -> str:
    """Babel's name of a language (BCP 47), or English for one that it does not know."""
    try:
        return str(Locale.parse(tag, sep="-"))
    except (ValueError, UnknownLocaleError):
        return ENGLISH
