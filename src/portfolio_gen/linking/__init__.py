"""From a school's texts to what becomes of the places that they link to."""

from __future__ import annotations

from portfolio_gen.linking.asking import Answer, Asker
from portfolio_gen.linking.book import BOOK, CannotRead, Known
from portfolio_gen.linking.gathering import Link, Place
from portfolio_gen.linking.reporting import Row, report

__all__ = ["BOOK", "Answer", "Asker", "CannotRead", "Known", "Link", "Place", "Row", "report"]
