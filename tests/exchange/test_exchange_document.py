"""Reading JSON: limits, mistakes, and where each value stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.diagnostics import Span
from portfolio_gen.exchange.document import MOST_BYTES, Document, read_document

TEXT = """\
{
  "CFItems": [
    {"identifier": "a", "tags": ["x", "y"]},
    {
      "identifier" : "b"
    }
  ]
}
"""

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ((), "x.json:1:1"),
        (("CFItems",), "x.json:2:14"),
        (("CFItems", 0, "tags", 1), "x.json:3:39"),
        (("CFItems", 1, "identifier"), "x.json:5:22"),
        (("CFItems", 1, "not there"), "x.json:4:5"),
        (("CFItems", 7), "x.json:2:14"),
        (("CFItems", 0, "identifier", "deeper"), "x.json:3:20"),
    ],
)
def test_each_value_is_found_where_it_stands(pointer: tuple[str | int, ...], place: str) -> None:
    assert str(Document("x.json", TEXT, json.loads(TEXT)).span(pointer)) == place


@settings(deadline=None)
@given(value=anything, indent=st.none() | st.integers(0, 3))
def test_every_value_of_any_document_stands_where_it_is_said_to(
    value: Any, indent: int | None
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    document = Document("x.json", text, value)
    lines = text.split("\n")
    for pointer, one in walk(value):
        span = document.span(pointer)
        rest = "\n".join([lines[span.line - 1][span.column - 1 :], *lines[span.line :]])
        assert json.JSONDecoder().raw_decode(rest)[0] == one


def walk(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    entries = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [(at, value), *(found for key, one in entries for found in walk(one, (*at, key)))]


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b'{"a": 1,}', "x.json:1:9", "not JSON"),
        (b"", "x.json:1:1", "not JSON"),
        (b'{"a": "\xff"}', "x.json:1:1", "UTF-8"),
        (b'{"a": NaN}', "x.json:1:1", "NaN"),
        (b'{"a": ' + b"1" * 5_000 + b"}", "x.json:1:1", "number"),
        (b"[" * 500_000, "x.json:1:1", "too deep"),
        (b'{"a": "\n"}', "x.json:1:8", "not JSON"),
        ('{"a": 1'.encode("utf-16"), "x.json:1:1", "UTF-8"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    tmp_path: Path, data: bytes, place: str, words: str
) -> None:
    (tmp_path / "x.json").write_bytes(data)
    document, found = read_document(tmp_path / "x.json", "x.json")
    assert document is None
    assert [(str(one.span), one.code) for one in found] == [(place, "PG601")]
    assert words in found[0].message


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "x.json").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    document, found = read_document(tmp_path / "x.json", "x.json")
    assert document is None
    assert [one.code for one in found] == ["PG602"]


def test_a_mark_of_byte_order_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b'\xef\xbb\xbf{\r\n  "a": 1\r\n}')
    document, found = read_document(tmp_path / "x.json", "x.json")
    assert found == ()
    assert document
    assert document.span(("a",)) == Span("x.json", 2, 8)
