"""What holds for any file at all, tried with texts made of what is dangerous; at night with very many of them.

The promises themselves are in `tools/fuzz/promises.py`; `python3 run.py nightly` also tries them with input that is
sought by the code that it reaches.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from tools.fuzz.mutation import changed, try_for
from tools.fuzz.promises import FILES, PROMISES
from tools.fuzz.seeds import once_wrong, seeds_of
from tools.fuzz.tags import tags_of

from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.student import Student
from portfolio_gen.read.shape import writable

A_FEW, VERY_MANY = 100, 20_000
SOME_SEEDS = 40

LETTERS = st.sampled_from(
    [
        *"aZ09 é語ع😀",
        "\u202e",
        "\u200f",
        "\u0301",
        "\u0301\u0327" * 40,
        "\ufeff",
        "\x00",
        "\x1b",
        "\x85",
        "\u2028",
    ]
) | st.text(max_size=3)
KEYS = st.sampled_from(
    [*writable(Artifact), *writable(Framework), *writable(Student), "public", "2026", "null", "no"]
)
YAML = st.sampled_from(
    [
        *(
            "- ",
            ": ",
            ":",
            "\n",
            "\n  ",
            "\n\t",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "'",
            '"',
            "|",
            ">",
            "#",
            "---\n",
            "...\n",
        ),
        *(
            "&a ",
            "*a",
            "!x ",
            "!!str ",
            "<<",
            "? ",
            "%",
            "@",
            "`",
            "~",
            " #",
            "\\u0301",
            '"\\u202e"',
            "\r\n",
        ),
    ]
)
MARKS = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "> ",
            "- ",
            "1. ",
            "* ",
            "    ",
            "\n",
            "\n\n",
            "  \n",
            "|",
            "|-|\n",
            "*",
            "**",
            "_",
            "`",
            "```\n",
        ),
        *(
            "[",
            "](",
            ")",
            "![",
            "[^1]",
            "[^1]: ",
            "[a]: ",
            ": ",
            "\\",
            "&lt;",
            "&#106;",
            "&colon;",
            "~~",
            "---\n",
            "===",
        ),
    ]
)
TAGS = st.sampled_from(
    [
        *(
            "<b>",
            "</b>",
            "<b id=1>",
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<table>",
            "<td>",
            "<a href=",
            ">",
            "<",
            "<!--",
        ),
        *(
            "-->",
            "<script>",
            "</script>",
            "<svg>",
            "<math>",
            "<style>",
            "<title>",
            "<textarea>",
            "<template>",
            "<select>",
        ),
        *(
            "<img src=x onerror=",
            "javascript:",
            "data:text/html,",
            "//a.example",
            "https://",
            " title='",
            '"',
            "'",
            "/>",
        ),
        *(
            "<noscript>",
            "<plaintext>",
            "<![CDATA[",
            "]]>",
            "<?",
            "<span class=k>",
            "<div class=highlight>",
            "<ul><li>",
        ),
        *(
            "\x02",
            "\x03",
            "\x02wzxhzdk:0\x03",
            "<mglyph>",
            "<annotation-xml>",
            "<foreignObject>",
            "<source src=",
            "<video>",
        ),
    ]
)
CELLS = st.sampled_from(
    [
        *"=+-@\t\r\n,;|\"' 0123456789.%e",
        "=1",
        "'=",
        "WEBVTT\n\n",
        "NOTE ",
        "-->",
        "{",
        "}",
        "[",
        "]",
        ":",
    ]
)
PATHS = st.sampled_from(
    [
        *'./\\:*?"<>|~%$ -',
        "..",
        "../",
        "CON",
        "aux.",
        "lpt1.txt",
        "ß",
        "SS",
        "ﬁ",
        "fi",
        "İ",
        "i\u0307",
        "K",
        "\n",
        "index.html",
    ]
)


def made_of(*pieces: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """Texts of up to sixty pieces, as bytes."""
    return st.lists(st.one_of(*pieces), max_size=60).map(
        lambda words: "".join(words).encode("utf-8", "replace")
    )


STRATEGIES: dict[str, st.SearchStrategy[bytes]] = {
    "keys": made_of(KEYS, YAML, LETTERS) | st.binary(max_size=200),
    "page": made_of(KEYS, YAML, MARKS, LETTERS).map(
        lambda text: b"---\ntitle: a\ndate: 2026\n" + text
    )
    | made_of(KEYS, YAML, LETTERS),
    "story": made_of(MARKS, TAGS, LETTERS) | made_of(TAGS, LETTERS),
    "names": made_of(PATHS, LETTERS) | st.binary(max_size=200),
    "file": st.builds(
        lambda choice, data: bytes([choice]) + data,
        st.integers(0, len(FILES) - 1),
        made_of(CELLS, LETTERS),
    ),
}


def promised(name: str, most: int) -> Callable[[], None]:
    """A test of one promise with so many texts."""

    @settings(
        max_examples=most,
        deadline=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(STRATEGIES[name])
    @example(b"")
    def test(data: bytes) -> None:
        PROMISES[name](data)

    return test


@pytest.mark.parametrize("name", PROMISES)
def test_promise_is_kept(name: str) -> None:
    promised(name, A_FEW)()


@pytest.mark.nightly
@pytest.mark.parametrize("name", PROMISES)
def test_promise_is_kept_very_often(name: str) -> None:
    promised(name, VERY_MANY)()


@pytest.mark.parametrize("name", PROMISES)
def test_promise_is_kept_for_the_sample_school_and_what_was_once_wrong(name: str) -> None:
    seeds = [*seeds_of(name)]
    wrong = [data for _, data in once_wrong(name)]
    assert len(seeds) > len(wrong)
    for data in (*wrong, *seeds[len(wrong) :: max(1, len(seeds) // SOME_SEEDS)]):
        PROMISES[name](data)


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        '<p onclick="x">y</p>',
        '<a href="javascript:x">y</a>',
        '<a href="java\tscript:x">y</a>',
        '<a href="&#106;avascript:x">y</a>',
        '<a href="data:text/html,x">y</a>',
        '<img src="x" srcset="y">',
        '<p class="card">y</p>',
        '<div class="md-header">y</div>',
        "<p>a < b</p>",
        "<p>a > b</p>",
        "<p>never closed",
        "</p>",
        "<b><i></b></i>",
        "<!-- x -->",
        "<P>y</P>",
        "<p id=a>y</p>",
        "<svg></svg>",
    ],
)
def test_the_second_reader_of_html_sees_what_is_not_on_the_list(html: str) -> None:
    with pytest.raises(AssertionError):
        tags_of(html)


def test_the_second_reader_of_html_passes_what_is_on_the_list() -> None:
    tags_of(
        '<p id="a" lang="la">x &lt; <b>y</b><br><a href="../b/">c</a> <a href="mailto:a@b.example">d</a></p>'
    )
    with pytest.raises(AssertionError, match="twice"):
        tags_of('<p id="a"></p><p id="a"></p>', placed=True)


def test_tries_by_chance_end_with_what_breaks_a_promise() -> None:
    def no_bell(data: bytes) -> None:
        assert b"\xff" not in data

    tries, broken = try_for(20, no_bell, [b"one line\n", b"two\n"], chance=7)

    assert tries >= 1
    assert b"\xff" in broken


def test_tries_by_chance_can_be_repeated() -> None:
    dice = (Random(3), Random(3))  # noqa: S311
    one, two = ([changed(each, [b"abc", b"defg"]) for _ in range(50)] for each in dice)

    assert one == two
    assert len(set(one)) > 25
