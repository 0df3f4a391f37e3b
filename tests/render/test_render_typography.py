"""Marks as a printer sets them."""

from __future__ import annotations

import pytest

from portfolio_gen.render.markdown import cleaned
from portfolio_gen.render.place import Place
from portfolio_gen.render.story import fit
from portfolio_gen.render.typography import typeset


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"So," she said, "don\'t."', "“So,” she said, “don’t.”"),
        ("it's the '90s", "it’s the ’90s"),
        ("'yes' and ('no')", "‘yes’ and (‘no’)"),
        ("\"'Hello,' she said\"", "“‘Hello,’ she said”"),
        ("a -- b --- c...", "a – b — c…"),
        ('6" and 5\' 11"', "6” and 5’ 11”"),
        ("nothing to do", "nothing to do"),
        ("", ""),
    ],
)
def test_marks(typed: str, printed: str) -> None:
    assert typeset(typed, "", english=True) == printed


def test_other_languages_keep_their_own_quotation_marks() -> None:
    assert typeset("\"a\" -- 'b'...", "", english=False) == "\"a\" – 'b'…"


def told(markdown: str) -> str:
    def nowhere(_: str) -> None:
        return None

    return str(fit(cleaned(markdown).html, Place(find=nowhere)).html)


def test_what_stands_before_counts_across_elements() -> None:
    assert told('"*So*" and *"so"*') == "<p>“<em>So</em>” and <em>“so”</em></p>"
    assert told('say "`x`" now') == "<p>say “<code>x</code>” now</p>"
    assert told('one\n\n"two"') == "<p>one</p>\n<p>“two”</p>"


def test_code_is_left_alone() -> None:
    assert "<code>&quot;a&quot; -- '...'</code>" in told("`\"a\" -- '...'`").replace('"', "&quot;")
