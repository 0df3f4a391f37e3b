"""Evidence is written into a ledger where it belongs, and nothing else in the ledger changes."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

LEDGER = """\
# written by people
official_name: Ada Park

decisions:
  - id: one       # the first
    artifacts: [kite, oven]
    outcome: not-yet
    feedback: >-
      Folded text
      stays folded.

  - id: two
    outcome: earned
    artifacts:
      - kite

  - id: three
    artifacts: [kite]
    evidence:
      kite: sha256:old
    outcome: earned

habits: []
"""
DIGESTS = {"kite": "sha256:aa", "oven": "sha256:bb"}


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    place = Path(__file__).resolve().parents[1] / "tools" / "record_evidence.py"
    spec = importlib.util.spec_from_file_location("record_evidence", place)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_decision_without_evidence_gets_it_after_its_artifacts(tool: ModuleType) -> None:
    filled = tool.with_evidence(LEDGER, DIGESTS)
    first = "    evidence:\n      kite: sha256:aa\n      oven: sha256:bb\n"
    assert f"    artifacts: [kite, oven]\n{first}    outcome: not-yet\n" in filled
    assert "      - kite\n    evidence:\n      kite: sha256:aa\n\n  - id: three" in filled
    assert filled.count("sha256:old") == 1


def test_nothing_else_in_the_ledger_changes(tool: ModuleType) -> None:
    filled = tool.with_evidence(LEDGER, DIGESTS)
    plain = tool.without_evidence(LEDGER)
    assert tool.without_evidence(filled) == plain
    assert set(LEDGER.splitlines()) - set(plain.splitlines()) == {
        "    evidence:",
        "      kite: sha256:old",
    }


def test_a_second_run_changes_nothing(tool: ModuleType) -> None:
    once = tool.with_evidence(LEDGER, DIGESTS)
    assert tool.with_evidence(once, {"kite": "sha256:cc", "oven": "sha256:dd"}) == once


def test_work_that_nobody_has_is_left_out(tool: ModuleType) -> None:
    assert tool.with_evidence(LEDGER, {}) == LEDGER
