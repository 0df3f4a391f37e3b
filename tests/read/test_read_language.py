"""The code of a language is read as it is written; anything else is refused with a hint."""

from __future__ import annotations

import pytest

from portfolio_gen.read.rules import UNUSABLE_LANGUAGE
from portfolio_gen.read.scalars import Refusal, read_language


@pytest.mark.parametrize("code", ["en", "ar", "zh-Hant", "es-419", "fil", "de-CH-1996", "EN-us"])
def test_codes_are_kept(code: str) -> None:
    assert read_language(f" {code} ") == code


@pytest.mark.parametrize(
    "text", ["English", "e", "../../en", "en/x", 'en" onload="x', "x-mine", "٣٣"]
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_language(text)

    assert refused.value.rule is UNUSABLE_LANGUAGE
    assert "`en`" in refused.value.hint


def test_an_underscore_is_a_hyphen_that_was_meant() -> None:
    with pytest.raises(Refusal, match="pt_BR") as refused:
        read_language("pt_BR")

    assert refused.value.hint == "did you mean `pt-BR`?"
