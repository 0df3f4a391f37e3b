"""Text to tree: what was written, where it stands, and what is refused."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.read import yaml as reading
from portfolio_gen.read.tree import Tree, plain
from portfolio_gen.read.whereabouts import marks_of
from portfolio_gen.read.yaml import DEEPEST, grow


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test that asks for it runs with libyaml and with PyYAML's own parser."""
    if request.param == "python":
        monkeypatch.setattr(reading, "_Loader", yaml.SafeLoader)
    return str(request.param)


def values(text: str) -> Any:
    tree, found = grow(text, "x.yml")
    assert tree, found
    assert not found
    return plain(tree.root)


def tree_of(text: str) -> Tree:
    tree, found = grow(text, "x.yml")
    assert tree
    assert not found
    return tree


def only(text: str) -> Diagnostic:
    """The one thing that is wrong with a text."""
    _, found = grow(text, "x.yml")
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "1e3",
        "1:30",
        "010",
        "0x10",
        "1_000",
        "2025-01-01",
        ".inf",
        ".nan",
        "true",
    ],
)
@pytest.mark.usefixtures("loader")
def test_every_value_is_the_text_that_was_written(written: str) -> None:
    assert values(f"title: {written}\n") == {"title": written}


@pytest.mark.usefixtures("loader")
def test_quotes_blocks_lists_and_keys() -> None:
    text = """\
single: 'it''s'
double: "a\\tb"
literal: |
  one
  two
folded: >-
  one
  two
flow: [a, {b: c}]
block:
  - x
  - y: z
"""
    assert values(text) == {
        "single": "it's",
        "double": "a\tb",
        "literal": "one\ntwo\n",
        "folded": "one two",
        "flow": ["a", {"b": "c"}],
        "block": ["x", {"y": "z"}],
    }


@pytest.mark.parametrize("nothing", ["", "~", " ", " # a comment"])
def test_nothing_written_is_none(nothing: str) -> None:
    assert values(f"summary: {nothing}\ntitle: x\n") == {"summary": None, "title": "x"}


@pytest.mark.parametrize("something", ["''", '""', "'~'"])
def test_quotes_around_nothing_are_a_text(something: str) -> None:
    assert values(f"summary: {something}\n") == {"summary": something[1:-1]}


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "~\n"])
def test_a_file_without_anything_has_no_keys(text: str) -> None:
    assert values(text) == {}


TEXT = "a: x\nb:\n  - y\n  - 'é😀': long text\n    c: |\n      one\n      two\nd: 1\n"


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("a",), (1, 4, 1, 5)),
        (("b", 0), (3, 5, 3, 6)),
        (("b", 1, "é😀"), (4, 11, 4, 20)),
        (("b", 1, "c"), (5, 8, 7, 10)),
        (("b",), (3, 3, 7, 10)),
        (("d",), (8, 4, 8, 5)),
    ],
)
@pytest.mark.usefixtures("loader")
def test_places_count_characters_from_one(
    keys: tuple[str | int, ...], place: tuple[int, ...]
) -> None:
    span = marks_of(tree_of(TEXT))[keys]

    assert (span.line, span.column, span.end_line, span.end_column) == place


def test_places_of_keys_and_of_what_is_not_written() -> None:
    marks = marks_of(tree_of(TEXT))

    assert str(marks.name("b", 1, "c")) == "x.yml:5:5"
    assert str(marks.at("b", 1, "nothing")) == "x.yml:4:5", "the nearest thing around it"
    assert ("b", 1, "é😀") in marks.spans
    assert len(list(marks.spans)) == len(marks.spans) == 8


def test_lines_count_from_where_the_front_matter_begins() -> None:
    tree, _ = grow("title: x\n", "x.md", first_line=2)

    assert tree
    assert str(marks_of(tree).at("title")) == "x.md:2:8"


@pytest.mark.parametrize("line_end", ["\x85", "\u2028", "\u2029"])
def test_rare_line_ends_do_not_move_lines(line_end: str) -> None:
    tree = tree_of(f"a: 'x{line_end}y'\nb: z\n")

    assert str(marks_of(tree).at("b")) == "x.yml:2:4"


@pytest.mark.usefixtures("loader")
def test_anchors_and_aliases_repeat_a_value_and_point_at_where_it_is_written() -> None:
    tree = tree_of("a: &same [x, y]\nb: *same\n")

    assert plain(tree.root) == {"a": ["x", "y"], "b": ["x", "y"]}
    assert str(marks_of(tree).at("b", 1)) == "x.yml:1:14"


def test_a_group_that_ends_with_an_alias_does_not_end_before_it_begins() -> None:
    span = marks_of(tree_of("a: &same x\nb:\n  c: *same\n")).at("b")

    assert (span.line, span.column, span.end_line, span.end_column) == (3, 3, 3, 3)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "PG111", "x.yml:3:1"),
        ("a:\n  b: 1\n  b: 2\n", "PG111", "x.yml:3:3"),
        ("a: 1\n<<: {b: 2}\n", "PG110", "x.yml:2:1"),
        ("? [a, b]\n: c\n", "PG112", "x.yml:1:3"),
        ("? {a: b}\n: c\n", "PG112", "x.yml:1:3"),
        ("?\n: c\n", "PG112", "x.yml:1:2"),
        ("a: !!python/object/apply:os.system [x]\n", "PG109", "x.yml:1:4"),
        ("a: !!binary aGk=\n", "PG109", "x.yml:1:4"),
        ("a: !!str 1\n", "PG109", "x.yml:1:4"),
        ("a: ! x\n", "PG109", "x.yml:1:4"),
        ("!!omap\na: x\n", "PG109", "x.yml:1:1"),
        ("a: *none\n", "PG113", "x.yml:1:4"),
        ("a: &a [*a]\n", "PG113", "x.yml:1:8"),
        ("a: 1\n---\nb: 2\n", "PG108", "x.yml:2:1"),
        ("- a\n", "PG114", "x.yml:1:1"),
        ("just a text\n", "PG114", "x.yml:1:1"),
        ("a: x\x07y\n", "PG102", "x.yml:1:5"),
        ("a: \ud800\n", "PG102", "x.yml:1:4"),
    ],
)
@pytest.mark.usefixtures("loader")
def test_what_is_refused_and_where(text: str, code: str, place: str) -> None:
    found = only(text)

    assert (found.code, str(found.span)) == (code, place)


def test_all_that_is_refused_is_named_at_once() -> None:
    tree, found = grow("a: 1\na: 2\nb: !x 3\n<<: {}\na: *no\n[x]: y\n", "x.yml")

    assert [one.code for one in found] == ["PG111", "PG109", "PG110", "PG111", "PG113", "PG112"]
    assert found[0].related[0].line == 1
    assert tree
    assert plain(tree.root) == {"a": "1", "b": "3"}, "and the rest is kept"


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a: x\nb: My rule: first\n", "x.yml:2:11", "quotes"),
        ("a: 'x\nb: y\n", "x.yml:1:4", "close"),
        ('a: "x\nb: y\n', "x.yml:1:4", "close"),
        ("a: [x, y\nb: z\n", "x.yml:1:4", "[one, two]"),
        ("a: {x: y\n", "x.yml:1:4", "{key: value}"),
        ("a: @x\n", "x.yml:1:4", "quotes"),
        ("a: `x`\n", "x.yml:1:4", "quotes"),
        ("a: %x\n", "x.yml:1:4", "quotes"),
        ("a: *bold* text\n", "x.yml:1:4", "quotes"),
        ('a: "C:\\quiz"\n', "x.yml:1:7", "single quotes"),
        ("a: x\nb\nc: d\n", "x.yml:2:1", "key: value"),
        ("a: - x\n", "x.yml:1:4", "next line"),
        ("a:\n  - x\n b: y\n", "x.yml:3:2", "column"),
        ("- a\nb: c\n", "x.yml:2:1", "column"),
        ("a: |x\n  y\n", "x.yml:1:5", "next line"),
        ("a: 'x' y\n", "x.yml:1:8", "closing quote"),
        ("%YAML 3.0\n---\na: b\n", "x.yml:1:1", "quotes"),
        ("a: b\n...\nc: d\n", "x.yml:3:1", "..."),
        ("a: ]\n", "x.yml:1:4", "quotes"),
    ],
)
def test_syntax_errors_are_said_plainly_at_their_place(text: str, place: str, word: str) -> None:
    found = only(text)

    assert (found.code, str(found.span)) == ("PG104", place)
    assert word in found.hint
    assert not {"token", "scalar", "mapping", "node"} & set(found.message.split())


@pytest.mark.parametrize("text", ["a: 'x", "a: [1, 2", "a: @x", "a: b: c", '"\\U00110000": x', "}"])
@pytest.mark.usefixtures("loader")
def test_syntax_errors_of_both_parsers_are_diagnostics(text: str) -> None:
    assert only(text).code == "PG104"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\t- x\n", "x.yml:2:1"),
        ("\ta: x\n", "x.yml:1:1"),
        ("a: x\n\tb: y\n", "x.yml:2:1"),
        ("a:\n  b: x\n  \tc: y\n", "x.yml:3:3"),
    ],
)
@pytest.mark.usefixtures("loader")
def test_a_tab_in_the_indentation_is_named(text: str, place: str) -> None:
    found = only(text)

    assert (found.code, str(found.span)) == ("PG105", place)


def test_tabs_elsewhere_are_text() -> None:
    assert values("a: x\ty\nb: |\n  w\n  \tz\n") == {"a": "x\ty", "b": "w\n\tz\n"}


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 30_000, "a: " + "{x: " * 30_000, "- " * 30_000, "? " * 30_000, "[" * 500_000],
    ids=["flow lists", "flow keys", "lists", "keys", "half a megabyte"],
)
@pytest.mark.usefixtures("loader")
def test_deep_nesting_ends_quickly(text: str) -> None:
    start = time.process_time()

    found = only(text)

    assert found.code == "PG106"
    assert time.process_time() - start < 2


def test_the_deepest_that_is_allowed() -> None:
    inside = DEEPEST - 1

    assert grow("a: " + "[" * inside + "]" * inside, "x.yml")[1] == ()
    assert only("a: " + "[" * (inside + 1)).code == "PG106"


def test_depth_counts_through_aliases() -> None:
    half = "[" * 13 + "x" + "]" * 13

    found = only(f"a: &a {half}\nb: [[[[[[[[[[[[*a]]]]]]]]]]]]\n")

    assert (found.code, found.span.line) == ("PG106", 2)


BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 8)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
LONG = "a: &a '" + "A" * 100_000 + "'\nb: [" + ", ".join(["*a"] * 1_000) + "]\n"
MANY = "a: [" + ", ".join(["x"] * 60_000) + "]\n"
MERGE = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{', '.join([f'*{before}'] * 9)}]}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("text", [BOMB, LONG, MANY], ids=["lists", "texts", "values"])
@pytest.mark.usefixtures("loader")
def test_values_are_limited_after_aliases_are_counted(text: str) -> None:
    start = time.process_time()

    found = only(text)

    assert found.code == "PG107"
    assert time.process_time() - start < 2


def test_merge_keys_cannot_grow() -> None:
    start = time.process_time()

    _, found = grow(MERGE, "x.yml")

    assert {one.code for one in found} <= {"PG110", "PG107"}
    assert time.process_time() - start < 2


def test_a_file_of_nothing_but_mistakes_stops_being_read() -> None:
    _, found = grow("a: x\n" * 100_000, "x.yml")

    assert len(found) == reading.MOST_NAMED
