"""Output paths: each is given away once, however file systems fold letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.plan.addresses import distinct, folded, is_safe


def test_the_first_of_names_that_fold_to_the_same_stays() -> None:
    assert distinct(["boat", "Boat", "BOAT", "ship"]) == ("boat", "ship")
    assert distinct(["caf\u00e9", "cafe\u0301"]) == ("caf\u00e9",)
    assert distinct(["\ufb01sh", "fish"]) == ("\ufb01sh",)
    assert distinct(["straße", "STRASSE"]) == ("straße",)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "a/../b",
        "/a",
        "a/",
        "a//b",
        "a\\b",
        "a\0b",
        "a\nb",
        "index.html",
        "a b",
        "-a",
        "con",
        "LPT1",
        "assets",
        "a/nul",
        "%2e%2e",
        "a" * 300,
        "\u202eabc",
    ],
)
def test_what_is_no_safe_path_gets_no_address(name: str) -> None:
    assert distinct([name]) == ()


@pytest.mark.parametrize("name", ["solar-oven", "communication/academics", "2025", "شراع", "a_b"])
def test_plain_names_get_one(name: str) -> None:
    assert distinct([name]) == (name,)


@given(st.lists(st.text(max_size=8)))
def test_what_comes_out_is_safe_and_stays_apart(names: list[str]) -> None:
    kept = distinct(names)

    assert len({folded(one) for one in kept}) == len(kept)
    assert all(is_safe(one) and ".." not in one.split("/") for one in kept)
    assert {folded(one) for one in names if is_safe(one)} == {folded(one) for one in kept}
