"""The parser of stories passes over what cannot be in a text, and finds everything that the library's own finds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from portfolio_gen.render import parser

ROOT = Path(__file__).parents[2]
PIECES = (
    *(
        "*",
        "**",
        "_",
        "`",
        "``",
        "```",
        "~~~",
        "\\",
        "\\*",
        "[",
        "]",
        "[^1]",
        "[^1]: ",
        "[a]: ",
        "](",
        ")",
    ),
    *(
        "![",
        "!",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!-- x -->",
        "<https://x.example>",
        "<a@b.example>",
        "&amp;",
        "&",
    ),
    *(
        "# ",
        "## ",
        "#",
        "===",
        "---",
        "***",
        "|",
        " | ",
        "|---|---|",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2.",
        ": ",
        ":",
    ),
    *(
        "    ",
        "  \n",
        "\n",
        "\n\n",
        "\t",
        " ",
        "> ",
        "word",
        "two words",
        "ä",
        "\u0002",
        "\u0003",
        "@",
        ".",
    ),
)


@pytest.fixture(scope="module")
def plain() -> Markdown:
    """The same parser with the library's own steps."""
    made = parser.new_parser()
    made.treeprocessors.register(InlineProcessor(made), "inline", 20)
    del made.parser.parseBlocks
    made.block_level_elements = list(made.block_level_elements)
    return made


def texts_of_the_sample() -> list[str]:
    return [path.read_text("utf-8") for path in sorted((ROOT / "students").rglob("*.md"))]


def texts_at_random(count: int) -> list[str]:
    source = random.Random(20261122)  # noqa: S311 - not for secrets
    return ["".join(source.choices(PIECES, k=source.randrange(2, 30))) for _ in range(count)]


@pytest.mark.parametrize(
    "texts", [texts_of_the_sample(), texts_at_random(2_000)], ids=["sample", "random"]
)
def test_nothing_is_passed_over_that_is_there(plain: Markdown, texts: list[str]) -> None:
    swift = parser.new_parser()

    for text in texts:
        assert swift.reset().convert(text) == plain.reset().convert(text), text


def test_marks_and_blocks_are_called_what_they_are_called_here() -> None:
    """A name that the library does not know would make the parser slow and nothing else, so nobody would notice."""
    made = parser.new_parser()

    assert all(name in made.inlinePatterns for name in parser._MARKS)
    assert all(name in made.parser.blockprocessors for name in parser._BLOCKS)
    assert hasattr(InlineProcessor, "_InlineProcessor__handleInline")
