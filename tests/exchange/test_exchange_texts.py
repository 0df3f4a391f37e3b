"""HTML and other people's characters as plain text, names for ids, grades."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.exchange.grades import grade_of, phase_of, phases_for
from portfolio_gen.exchange.plain_text import LONGEST_PROSE, plain, shortened
from portfolio_gen.exchange.slugs import Names, natural, short_slug, slug
from portfolio_gen.model.phase import Phase


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Argue from evidence", "Argue from evidence"),
        ("  two\r\nlines\t here ", "two\nlines here"),
        ("<p>One.</p><p>Two &amp; three.</p>", "One.\n\nTwo & three."),
        ("<ul><li>a</li> <li>b</li></ul>", "- a\n- b"),
        ('<a href="https://x.example/">Source</a>', "Source (https://x.example/)"),
        ('<a href="javascript:alert(1)">Source</a>', "Source"),
        ("<script>alert(1)</script>Read<style>p{}</style>", "Read"),
        ("<img src=x onerror=alert(1)>Read", "Read"),
        ("if x<y and y>z then x<z", "if x<y and y>z then x<z"),
        ("a < b > c", "a < b > c"),
        ("<b>unclosed", "unclosed"),
        ("5 &gt; 3 &amp; 2", "5 > 3 & 2"),
        ("R&D", "R&D"),
        ("zero\u200bwidth", "zero\u200bwidth"),
        ("turn\u202eround\x00\ud800", "turnround"),
        ("a\x85b\u2028c", "a\nb\nc"),
    ],
)
def test_plain(written: str, text: str) -> None:
    assert plain(written).text == text


def test_what_was_done_to_a_text_is_said() -> None:
    assert plain("x<y").changed == ""
    assert plain("<p>x</p>").changed == "HTML was turned into plain text"
    assert plain("x\x07").changed == "invisible characters were taken out"
    long = plain("word " * LONGEST_PROSE)
    assert "cut" in long.changed
    assert len(long.text) <= LONGEST_PROSE


@pytest.mark.parametrize(
    "piece", ["<a ", "<a =", "<!--", "&#", "</", "<p ", "<a b='", "&amp;", "<p>"]
)
def test_no_text_takes_long(piece: str) -> None:
    start = time.process_time()
    plain(piece * 1_000_000)
    assert time.process_time() - start < 2


@settings(deadline=None)
@given(st.text())
def test_a_plain_text_stays_as_it_is(written: str) -> None:
    once = plain(written).text
    assert once == once.strip()
    once.encode()
    if "<" not in written and "&" not in written:
        assert plain(once).text == once


def test_a_long_text_is_cut_between_words() -> None:
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two, three", 9) == "one two…"
    assert shortened("x" * 20, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Argue from evidence", "argue-from-evidence"),
        ("3.OA.A.1", "3-oa-a-1"),
        ("Œuvre à l’école", "oeuvre-a-lecole"),
        ("Größe", "grosse"),
        ("情報", ""),
        ("--", ""),
    ],
)
def test_slug(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_short_slug_has_whole_words() -> None:
    assert short_slug("Explain how living things live together in one place") == (
        "explain-how-living-things-live-together"
    )


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "A", "", "index", "a-2", "b"])))
def test_each_name_is_given_once(wishes: list[str]) -> None:
    names = Names()
    given_out = [names.take(wish, otherwise="credit").casefold() for wish in wishes]
    assert len(set(given_out)) == len(wishes)
    assert not {"", "index"} & set(given_out)


def test_two_comes_before_ten() -> None:
    assert sorted(["10", "2", "A.10", "A.9"], key=natural) == ["2", "10", "A.9", "A.10"]


def test_grades_become_phases_and_back() -> None:
    phases = phases_for(["10", "09", "KG", "K", "09", "Adult"])
    assert [(one.id, one.title) for one in phases] == [
        ("kg", "kindergarten"),
        ("9", "grade 9"),
        ("10", "grade 10"),
        ("adult", "adult"),
    ]
    assert phase_of(["09"], phases) == "9"
    assert phase_of(["09", "10"], phases) is None
    assert phase_of(["11"], phases) is None
    assert phase_of(["09"], [Phase(id="9", title="Ninth")]) == "9"
    assert [grade_of(one.id) for one in phases] == ["KG", "09", "10", ""]
