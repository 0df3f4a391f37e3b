"""Spreadsheets: a table with a heading, numbers as numbers, and its maker's name in the properties."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from ..request import Request
from .packed import WHEN, repacked

WIDEST = 46


def sheet(request: Request, to: Path) -> None:
    """An Excel file of the request's content, which is written as CSV."""
    book = Workbook()
    page = book.active
    page.title = request.title
    for row in csv.reader(request.content.splitlines()):
        page.append([int(cell) if cell.isdecimal() else cell for cell in row])
    _dressed(page)
    author = str(request.series["author"])
    book.properties.creator = book.properties.lastModifiedBy = author
    book.properties.created = WHEN
    held = io.BytesIO()
    book.save(held)
    repacked(held.getvalue(), to)


def _dressed(page: Any) -> None:
    """A bold heading that stays, and columns as wide as what is in them."""
    page.freeze_panes = "A2"
    for column in page.columns:
        longest = max(len(str(cell.value)) for cell in column)
        page.column_dimensions[column[0].column_letter].width = min(WIDEST, longest + 3)
        column[0].font = Font(bold=True)
        for cell in column:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
