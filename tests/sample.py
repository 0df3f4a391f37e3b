"""The sample school, which is the repository itself, and the day on which the tests look at it."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.model.dates import Day

SAMPLE = Path(__file__).parent.parent
TODAY = Day(2026, 11, 22)
