"""Beside the street: frameworks from other programs, and for them; in `works`, what students have there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portfolio_gen.exchange.exporting import Exported, export_case
from portfolio_gen.exchange.importing import Imported, import_framework
from portfolio_gen.exchange.kinds import KINDS, Choices
from portfolio_gen.exchange.page import write_page
from portfolio_gen.exchange.placing import CannotPlace, place, write_new
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School

EXPORTS: Mapping[str, Callable[[School, Day | None], Exported]] = {"case": export_case}
"""Format to what writes a school's framework in it."""

__all__ = [
    "EXPORTS",
    "KINDS",
    "CannotPlace",
    "Choices",
    "Exported",
    "Imported",
    "export_case",
    "import_framework",
    "place",
    "write_new",
    "write_page",
]
