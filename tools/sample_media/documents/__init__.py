"""Written things: reports, posters to print, letters, tables, slides, data, programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..request import Request
from .letter import letter
from .notebook import notebook
from .plain import captions, plain_text, table
from .poster import poster
from .report import report
from .sheet import sheet
from .slides import slides

KINDS: dict[str, Callable[[Request, Path], None]] = {
    "report-pdf": report,
    "poster-pdf": poster,
    "letter": letter,
    "sheet": sheet,
    "slides": slides,
    "csv": table,
    "code": plain_text,
    "text": plain_text,
    "notebook": notebook,
    "captions": captions,
}
