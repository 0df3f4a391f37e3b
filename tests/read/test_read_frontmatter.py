"""A page taken apart."""

from __future__ import annotations

import pytest

from portfolio_gen.read.frontmatter import Parts, take_apart


def parts(text: str) -> Parts:
    found, wrong = take_apart(text, "x.md", needed=True)
    assert found, wrong
    assert not wrong
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\nbody\n", Parts("a: b\n", 2, "body\n", 4)),
        ("\n\n---\na: b\n---\nbody\n", Parts("a: b\n", 4, "body\n", 6)),
        ("---\n---\nbody\n", Parts("", 2, "body\n", 3)),
        ("---\na: b\n...\nbody\n", Parts("a: b\n", 2, "body\n", 4)),
        ("--- \t\na: b\n---  \nbody\n", Parts("a: b\n", 2, "body\n", 4)),
        ("---\na: b\n---", Parts("a: b\n", 2, "", 3)),
        ("---\na: b\n---\n\none\n\n---\n\ntwo\n", Parts("a: b\n", 2, "\none\n\n---\n\ntwo\n", 4)),
        ("---\na: '---'\nb: |\n  ---\n---\nbody", Parts("a: '---'\nb: |\n  ---\n", 2, "body", 6)),
    ],
    ids=[
        "usual",
        "blank lines",
        "empty",
        "dots",
        "spaces",
        "no body",
        "rule below",
        "dashes in it",
    ],
)
def test_parts_and_their_lines(text: str, expected: Parts) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "\n", "body\n", "Hello\n---\na: b\n---\n", "----\na: b\n----\n", " ---\na: b\n---\n"],
)
def test_a_page_without_front_matter(text: str) -> None:
    found, (wrong,) = take_apart(text, "x.md", needed=True)

    assert found is None
    assert (wrong.code, str(wrong.span)) == ("PG115", "x.md:1:1")
    assert take_apart(text, "x.md", needed=False) == (Parts("", 1, text, 1), ())


@pytest.mark.parametrize(
    ("text", "line"),
    [("---\n", 1), ("---", 1), ("\n---\na: b\n\nbody\n", 2), ("---\na: b\n ---\n", 1)],
)
@pytest.mark.parametrize("needed", [True, False])
def test_front_matter_that_never_ends(text: str, line: int, needed: bool) -> None:
    found, (wrong,) = take_apart(text, "x.md", needed=needed)

    assert found is None
    assert (wrong.code, str(wrong.span)) == ("PG116", f"x.md:{line}:1")
