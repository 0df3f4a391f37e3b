"""A plain story becomes what the parser and the cleaner make of it, to the letter; any other is left to them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from portfolio_gen.render import markdown, plain
from portfolio_gen.render.limits import at_most

ROOT = Path(__file__).parents[2]
PIECES = (
    *("word", "two words", "ä", "12", " ", "\n", "\n\n", "\n\n\n"),
    *("*", "**", "*a*", "**b c**", "5 * 3", "[", "]", "(", ")", "!", "{", "%", "$"),
    *(
        "# ",
        "## ",
        "#",
        "- ",
        "* ",
        "+ ",
        "-",
        "--",
        "---",
        "=",
        "===",
        "1. ",
        "2. ",
        "1",
        ".",
        ": ",
        ":",
    ),
    *("> ", ">", "->", "~~~", '"', "'", ",", "…", "@", "\u200d", "\u202e", "\ufdd0", "\U0001f600"),
    *("\n- a\n- b\n", "\n> q\n", "\n1. a\n2. b\n", "[^", "]:", "https://x.example"),
    *(
        "[a](b)",
        "[a b](https://x.example/y)",
        "[x](../y/#z)",
        "[https://x.example](https://x.example)",
    ),
)
LEFT = (
    *(
        "`a`",
        "a \\* b",
        "<b>a</b>",
        "R&D",
        "| a |\n|---|\n| b |",
        "_a_",
        "a  \nb",
        "a\u00a0b",
        "a\tb",
    ),
    *(
        "![a](b.jpg)",
        "a[^1]\n\n[^1]: b",
        "[a]\n\n[a]: b",
        "- a\n    - b",
        " a",
        "a\n===",
        "a\n---",
        "***",
    ),
    *(
        "- a\n\n- b",
        "> a\n\n> b",
        "> a\nb",
        "> # a",
        "- # a",
        "- - a",
        "3. a",
        "a\n: b",
        "~~~\na\n~~~",
    ),
    *(
        "*a",
        "**a*",
        "***a***",
        "* a*",
        "[a]",
        "# a #",
        "####### a",
        "#",
        "https://film.example/w/1",
    ),
    *(
        "[a](javascript:b)",
        "[a](//b)",
        "[a](data:b)",
        '[a](b "c")',
        "[a](b c)",
        "[a](mailto:a@b.example)",
    ),
    *(
        "[a](https://xn--a.example)",
        "[a](https://1.2.3.4.5)",
        "[a](https://b)",
        "[a](https:b)",
        "[a](HTTPS://b.example)",
    ),
)


def as_the_parser_does(text: str, monkeypatch: pytest.MonkeyPatch) -> markdown.Clean:
    with monkeypatch.context() as patch:
        patch.setattr(markdown, "laid_out", lambda _text: "")
        return markdown._cleaned(text)


def texts_of_the_sample() -> list[str]:
    paths = sorted((ROOT / "students").rglob("*.md"))
    return [path.read_text("utf-8").split("---\n", 2)[-1] for path in paths]


def texts_at_random(count: int) -> list[str]:
    source = random.Random(20261130)  # noqa: S311 - not for secrets
    weights = [6 if place < 8 else 1 for place in range(len(PIECES))]
    return [
        "".join(source.choices(PIECES, weights, k=source.randrange(1, 14))) for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("texts", "share"),
    [(texts_of_the_sample(), 0.6), (texts_at_random(4_000), 0.2)],
    ids=["sample", "random"],
)
def test_it_is_what_the_parser_and_the_cleaner_make_of_it(
    texts: list[str], share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [one for one in texts if plain.laid_out(one)]

    assert len(told) > share * len(texts)
    for text in told:
        assert plain.laid_out(text) == as_the_parser_does(text, monkeypatch).html, text


@pytest.mark.parametrize("text", LEFT)
def test_what_only_the_parser_can_tell_is_left_to_it(text: str) -> None:
    assert plain.laid_out(text) == ""
    assert plain.laid_out(f"Before.\n\n{text}\n\nBehind.") == ""


@pytest.mark.parametrize(
    "address", ["https://a-b.example", "https://a.example/?b=c#d", "../b/", "b.pdf", "#b"]
)
def test_links_are_plain_where_their_addresses_are(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"See [this]({address})."

    assert plain.laid_out(text) == f'<p>See <a href="{address}">this</a>.</p>'
    assert plain.laid_out(text) == as_the_parser_does(text, monkeypatch).html


@pytest.mark.parametrize(
    "piece", ["*a", "**a ", "*a* ", "[a](", "[a](https://a-", "[a](b)", "- a\n\n", "# a\n>a\n", "1"]
)
def test_no_text_takes_long(piece: str) -> None:
    with at_most(1.0):
        plain.laid_out(piece * (markdown.LONGEST // len(piece)))


def test_all_kinds_of_blocks_are_plain() -> None:
    text = "# A\nb *c*\nd\n\n- **e**\n- f\n\n1. g\n2. h\n\n> i\n> j\n"

    assert plain.laid_out(text) == (
        "<h1>A</h1>\n<p>b <em>c</em>\nd</p>\n<ul>\n<li><strong>e</strong></li>\n<li>f</li>\n</ul>\n"
        "<ol>\n<li>g</li>\n<li>h</li>\n</ol>\n<blockquote>\n<p>i\nj</p>\n</blockquote>"
    )


def test_a_picture_inside_a_plain_text_is_reported() -> None:
    assert markdown.cleaned("data:image/png;base64,AAAA stood here").embedded
