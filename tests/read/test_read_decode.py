"""Bytes to text: what is accepted as it is, and where exactly the rest is wrong."""

from __future__ import annotations

import time
import unicodedata

import pytest

from portfolio_gen.read.decode import control_characters, decode, without_control_characters


@pytest.mark.parametrize(
    "data",
    [
        b"name: Ada\nsentence: x\n",
        b"\xef\xbb\xbfname: Ada\nsentence: x\n",
        b"name: Ada\r\nsentence: x\r\n",
        b"name: Ada\rsentence: x\r",
        b"\xef\xbb\xbfname: Ada\r\nsentence: x\r\n",
    ],
    ids=["plain", "mark", "windows", "old mac", "mark and windows"],
)
def test_all_usual_ways_of_saving_utf8_give_the_same_text(data: bytes) -> None:
    assert decode(data, "x.yml") == ("name: Ada\nsentence: x\n", ())


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"Caf\xe9", "x.yml:1:4"),
        (b"\xef\xbb\xbfCaf\xe9", "x.yml:1:4"),
        (b"a\r\nb\r\n\xc3\xa9\xe9", "x.yml:3:2"),
        ("é".encode() + b"\xff", "x.yml:1:2"),
        (b"\xf0\x9f\x98", "x.yml:1:1"),
    ],
)
def test_the_bad_byte_is_named_in_characters_and_not_in_bytes(data: bytes, place: str) -> None:
    text, (found,) = decode(data, "x.yml")

    assert text is None
    assert (found.code, str(found.span)) == ("PG101", place)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_what_windows_calls_unicode_is_recognised(encoding: str) -> None:
    text, (found,) = decode("title: Water\n".encode(encoding), "x.yml")

    assert text is None
    assert "UTF-" in found.message
    assert "UTF-8" in found.hint


def test_control_characters_are_placed_in_the_file_and_not_too_many_are_named() -> None:
    first, *others = control_characters("ab\x00c\n" + "\x1b" * 50, "x.md", first_line=7)

    assert str(first.span) == "x.md:7:3"
    assert "U+0000" in first.message
    assert len(others) == 9


def test_a_story_loses_its_control_characters_and_nothing_else() -> None:
    story = "naïve 😀\tword\x0b\x7f\u200d عبد\u202e\n"

    cleaned, found = without_control_characters(story, "x.md", first_line=3)

    assert cleaned == "naïve 😀\tword\u200d عبد\n"
    assert [str(one.span) for one in found] == ["x.md:3:13", "x.md:3:14", "x.md:3:20"]


def test_text_without_control_characters_is_left_as_it_is() -> None:
    assert without_control_characters("all is well", "x.md") == ("all is well", ())


PILE = "\u0301\u0327" * 30


def test_letters_carry_so_many_accents_and_no_more() -> None:
    story = f"Zalgo\u0301\u0327\u0301\nab{PILE}c{PILE[:30]}d{PILE[:31]} عَبْدُ ٱلرَّحْمٰن"

    cleaned, found = without_control_characters(story, "x.md", first_line=3)

    assert cleaned == (f"Zalgo\u0301\u0327\u0301\nab{PILE[:30]}c{PILE[:30]}d{PILE[:30]} عَبْدُ ٱلرَّحْمٰن")
    assert [str(one.span) for one in found] == ["x.md:4:33", "x.md:4:125"]
    assert without_control_characters(cleaned, "x.md") == (cleaned, ())


def test_a_pile_is_one_also_when_something_invisible_parts_it() -> None:
    cleaned, _ = without_control_characters(f"a{PILE[:20]}\x1f{PILE[:20]}\nb", "x.md")

    assert cleaned == f"a{PILE[:30]}\nb"


@pytest.mark.parametrize(
    "text", ["a" + "\u0301\u0327" * 200_000, "語" * 300_000, ("e" + PILE[:31]) * 9_000]
)
def test_a_pile_of_accents_is_quickly_taken_down(text: str) -> None:
    start = time.process_time()

    cleaned, _ = without_control_characters(text, "x.md")
    unicodedata.normalize("NFKC", cleaned)

    assert time.process_time() - start < 1
