"""Files that can be read on the page: the first rows of data, a program in colours, a text."""

from __future__ import annotations

import csv
import io
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import escape

from portfolio_gen.model.value import dataclass
from portfolio_gen.render.limits import OutOfTime, at_most

if TYPE_CHECKING:
    from pygments.formatters import HtmlFormatter
    from pygments.lexer import Lexer

_FIRST = re.compile(r"""[^\r\n]*[^\s,;|"][^\r\n]*""")
"""The first line in which something is written."""
_DELIMITERS = ",;\t|"
_STARTS = "-=@+＝＠＋－"
"""How formulas begin; spreadsheets in East Asia take the wide signs, too."""
ROWS = 51
"""How many rows of data stand on the page, the heading among them."""
COLUMNS = 20
LONGEST_CELL = 200
LONGEST_CODE = 40_000
"""Characters of a program on the page; the whole of it is offered as a file."""
_SECONDS = 1.0
_MOST_BYTES = 4 * LONGEST_CODE
"""That many characters need at most."""
_NOTES = re.compile(r"\n\nNOTE(?:[ \t][^\n]*)?(?:\n[^\n]+)*(?=\n\n|\n?\Z)")
_NUMBER_SIGNS = frozenset("0123456789.,eE+-% ")


@dataclass(frozen=True, slots=True)
class Table:
    """Data as a page shows it."""

    rows: tuple[tuple[str, ...], ...]
    more: int


def decoded(data: bytes) -> str:
    """A text as people's programs write it: UTF-8 or UTF-16 with or without a mark, or else Latin script of Windows."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def beginning(data: bytes) -> bytes:
    """As much of a program or a text as stands on a page, and no half character at its end."""
    if len(data) <= _MOST_BYTES:
        return data
    cut = data[:_MOST_BYTES]
    whole = cut.rstrip(bytes(range(0x80, 0xC0)))
    return whole[:-1] if whole[-1:] >= b"\xc0" and len(cut) - len(whole) < 4 else cut


def table_of(data: bytes) -> Table:
    """The first rows of comma-, semicolon- or tab-separated values, and how many rows follow."""
    rows = _rows(_without_nothings(data))
    shown = tuple(
        tuple(cell[:LONGEST_CELL] for cell in row[:COLUMNS]) for row in itertools.islice(rows, ROWS)
    )
    return Table(shown, sum(1 for _ in rows))


def _without_nothings(data: bytes) -> str:
    """A table's text without zeros and byte order marks, which readers skip and behind which a formula could hide."""
    return decoded(data).replace("\0", "").replace("\ufeff", "")


def _rows(text: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=_delimiter(text))
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue  # a cell beyond the limit of the library
        if any(cell.strip() for cell in row):
            yield row


def _delimiter(text: str) -> str:
    found = _FIRST.search(text)
    first = found[0] if found else ""
    return max(_DELIMITERS, key=first.count) if any(one in first for one in _DELIMITERS) else ","


def without_formulas(data: bytes) -> bytes:
    """The same data with no cell that a spreadsheet would run as a formula; numbers stay what they are.

    Nor would it be one in a country whose spreadsheets part cells by another sign. See
    https://owasp.org/www-community/attacks/CSV_Injection
    """
    text = _without_nothings(data)
    delimiter = _delimiter(text)
    rows: Iterable[list[str]] = (
        [cell if cell[:1].isalnum() else _inert(cell) for cell in row] for row in _rows(text)
    )
    if (elsewhere := _after_other_signs(delimiter)).search(text):
        rows = ([elsewhere.sub(_inert_part, cell) for cell in row] for row in rows)
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


@cache
def _after_other_signs(delimiter: str) -> re.Pattern[str]:
    """What would begin like a formula if cells were parted by another sign than they are."""
    others = re.escape(_DELIMITERS.replace(delimiter, ""))
    return re.compile(rf'([{others}][\s"]*)([{_STARTS}][^{others}]*)')


def _inert_part(match: re.Match[str]) -> str:
    return match[1] + _inert(match[2])


def without_notes(data: bytes) -> bytes:
    """Captions without the notes that their writers left for each other."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    return _NOTES.sub("", text).encode()


def _inert(cell: str) -> str:
    start = unicodedata.normalize("NFKC", cell.lstrip()[:1])
    risky = (
        start in ("=", "@")
        or cell[:1] in ("\t", "\r")
        or (start in ("+", "-") and not _is_number(cell))
    )
    return f"'{cell}" if start and risky else cell


def _is_number(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell) and set(cell) <= _NUMBER_SIGNS


# Pygments is imported late: most sites show no program.


@cache
def recipe() -> str:
    """Changes when the same program would be coloured in another way."""
    from pygments import __version__

    return f"1 {__version__}"


def highlighted(data: bytes, extension: str) -> str:
    """A program in colours (classes of Pygments), as HTML; plain in an unknown language or if it takes too long."""
    from pygments import highlight

    text = decoded(beginning(data))[:LONGEST_CODE]
    try:
        with at_most(_SECONDS):
            return highlight(text, _lexer(extension), _formatter())
    except (OutOfTime, RecursionError):
        return str(escape(text))


@lru_cache(maxsize=64)
def _lexer(extension: str) -> Lexer:
    from pygments.lexers import get_lexer_for_filename
    from pygments.lexers.special import TextLexer
    from pygments.util import ClassNotFound

    names = {"ino": "a.cpp", "pde": "a.java", "ipynb": "a.json", "mjs": "a.js"}
    try:
        return get_lexer_for_filename(names.get(extension, f"a.{extension}"))
    except ClassNotFound:
        return TextLexer()


@lru_cache(maxsize=1)
def _formatter() -> HtmlFormatter[str]:
    from pygments.formatters import HtmlFormatter

    return HtmlFormatter(nowrap=True)
