"""What tests of the hallway have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.hallway.knowing import Known, read_everything
from portfolio_gen.read.school import read_school


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[str] | None]:
    """Whom each reading has asked for; None stands for everybody."""
    asked: list[frozenset[str] | None] = []

    def reading(root: Path, *, only: frozenset[str], **more: Any) -> Any:
        asked.append(only)
        return read_school(root, only=only, **more)

    def reading_everything(*order: Any) -> Known:
        asked.append(None)
        return read_everything(*order)

    monkeypatch.setattr("portfolio_gen.hallway.recall.read_school", reading)
    monkeypatch.setattr("portfolio_gen.build.read_everything", reading_everything)
    return asked
