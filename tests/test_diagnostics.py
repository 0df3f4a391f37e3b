"""The voice: what it offers when a word names nothing."""

from __future__ import annotations

import time

import pytest

from portfolio_gen.diagnostics import nearest

CHOICES = {
    "communication/academics": "Communication in academics",
    "critical-thinking/academics": "Critical thinking in academics",
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("critical-thinkng/academics", "critical-thinking/academics"),
        ("Critical Thinking in Academics", "critical-thinking/academics"),
        ("academics/communication", "communication/academics"),
        ("Communication/Academics", "communication/academics"),
        ("critical_thinking/academics", "critical-thinking/academics"),
        (" communication/academics ", "communication/academics"),
        ("swimming", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_found_however_it_was_meant(written: str, meant: str | None) -> None:
    assert nearest(written, CHOICES, CHOICES) == meant


def test_an_id_goes_before_a_title_that_is_spelt_alike() -> None:
    assert nearest("Wellness", ["well", "wellness"], {"well": "Wellness"}) == "wellness"


def test_there_may_be_nothing_to_offer() -> None:
    assert nearest("anything", []) is None


def test_a_whole_text_is_not_compared_letter_by_letter() -> None:
    start = time.process_time()
    nearest("a" * 1_000_000, [f"{number}" * 30 for number in range(100)])
    assert time.process_time() - start < 1
