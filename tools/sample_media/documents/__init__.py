"""Written things: reports, posters to print, data, programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..request import Request
from .letter import letter
from .notebook import notebook
from .plain import captions, plain_text, table
from .poster import poster
from .report import report

KINDS: dict[str, Callable[[Request, Path], None]] = {
    "report-pdf": report,
    "poster-pdf": poster,
    "letter": letter,
    "csv": table,
    "code": plain_text,
    "text": plain_text,
    "notebook": notebook,
    "captions": captions,
}
