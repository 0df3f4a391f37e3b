"""Where an id, a reference or an address must stand, nothing hostile is taken: it is refused where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hostile_payloads import PAYLOADS
from hostile_school import REFERENCES, Desk, hand, write_school
from hostile_slots import ALL, Share
from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic, errors
from portfolio_gen.model.noun import Noun
from portfolio_gen.read.school import read_school
from portfolio_gen.render import theme_folders
from school import TODAY

THEME = "ThemeSettings.name"
"""What is looked up only by who builds."""
SLOTS = sorted(REFERENCES - {THEME})
USABLE = [one.said("zq0q0z") for one in PAYLOADS if not (one.hidden or "\n" in one.text)]
"""Payloads that could stand on a line."""


@dataclass
class Forger(Desk):
    """Fills a school with harmless words, and one slot with something that has no business there."""

    slot: str = ""
    payload: str = ""
    forged: int = 0

    def noun(self, noun: type[Noun], share: Share = ALL, /, **fixed: Any) -> dict[str, Any]:
        values = super().noun(noun, share, **fixed)
        field, _, key = self.slot.removeprefix(f"{noun.__name__}.").partition(":")
        if self.slot.startswith(f"{noun.__name__}."):
            values[field] = self._forged(noun, values.get(field), bool(key))
            self.forged += 1
        return values

    def _forged(self, noun: type[Noun], value: Any, key: bool) -> Any:
        kind = str(noun.__annotations__[self.slot.partition(".")[2].partition(":")[0]])
        if "Mapping" in kind:
            known: Mapping[str, Any] = value or {"one": "two"}
            first, second = next(iter(known.items()))
            return {self.payload: second} if key else {first: self.payload}
        return [self.payload] if "tuple" in kind else self.payload


def complaints(folder: Path, slot: str, payload: str) -> tuple[Diagnostic, ...]:
    """The errors of a school in which a payload stands in a slot."""
    forger = Forger(hand(touches=lambda _: False), slot=slot, payload=payload)
    write_school(folder, forger, 1)
    assert forger.forged, f"nothing has been written into {slot}"
    school, found = read_school(folder)
    return tuple(errors((*found, *(check_school(school, on=TODAY) if school else ()))))


def test_a_school_without_forgeries_has_no_errors(tmp_path: Path) -> None:
    write_school(tmp_path, Desk(hand(touches=lambda _: False)), 1)
    school, found = read_school(tmp_path)
    assert school
    assert list(errors((*found, *check_school(school, on=TODAY)))) == []


@pytest.mark.parametrize("slot", SLOTS)
def test_no_payload_is_a_reference(tmp_path: Path, slot: str) -> None:
    payload = USABLE[SLOTS.index(slot) % len(USABLE)]

    assert complaints(tmp_path, slot, payload), f"{slot} takes any text: it is no reference"


@pytest.mark.nightly
@pytest.mark.parametrize("slot", SLOTS)
def test_none_of_all_payloads_is_a_reference(tmp_path: Path, slot: str) -> None:
    taken = [one for one in USABLE if not complaints(tmp_path, slot, one)]

    assert taken == []


@pytest.mark.parametrize("payload", USABLE)
def test_no_payload_names_a_theme(tmp_path: Path, payload: str) -> None:
    assert theme_folders(tmp_path, payload) == ()
