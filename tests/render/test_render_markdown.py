"""Markdown: what people write stays, what could run goes, and nothing takes long."""

from __future__ import annotations

import re
import threading
import time
from html.parser import HTMLParser

import pytest

from portfolio_gen.render import markdown
from portfolio_gen.render.limits import OutOfTime, at_most
from portfolio_gen.render.markdown import TooHeavy, cleaned

PAYLOADS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></ScRiPt>",
    "<script\n>alert(1)</script\n>",
    "<<script>script>alert(1)<</script>/script>",
    "<img src=x onerror=alert(1)>",
    '<img src="x" ONERROR="alert(1)" alt="y">',
    "<img/src=x/onerror=alert(1)>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)",
    '![x](x.png "a\\" onerror=alert(1) b=\\"")',
    "<svg onload=alert(1)></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate xlink:href=#x attributeName=href values=javascript:alert(1) /><a id=x>y</a></svg>",
    "<svg><set attributeName=onmouseover to=alert(1)></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<math href=javascript:alert(1)>x</math>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<applet code=x></applet>",
    "<base href=https://evil.example/>",
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    '<link rel=stylesheet href="https://evil.example/x.css">',
    "<style>@import url(https://evil.example/x.css);</style>",
    '<p style="background:url(https://evil.example/x)">y</p>',
    '<div style="position:fixed;inset:0">overlay</div>',
    "<form action=https://evil.example><input name=p><button>go</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)></select>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<video src=x onerror=alert(1)></video>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<details open ontoggle=alert(1)>x</details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<body onload=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<template shadowrootmode=open><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<noembed><img title='</noembed><img src=x onerror=alert(1)>'></noembed>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<title><img src=x onerror=alert(1)></title>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    '<a href="javascript&colon;alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="https://a.example" target=_blank onclick=alert(1)>x</a>',
    '<a href="https://a.example" ping="https://evil.example">x</a>',
    "# x {onclick=alert(1)}",
    "*x*{: onclick=alert(1) }",
    '<div markdown="1">\n<script>alert(1)</script>\n</div>',
    '```"onmouseover=alert(1)\nx\n```',
    "``` {.python onclick=alert(1)}\nx\n```",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    '[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: x',
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    '<p title="`<script>alert(1)</script>`">x</p>',
    "\x02wzxhzdk:0\x03<script>alert(1)</script>",
    "\x02amp\x03lt;script>",
    "{{ config }}{% include 'x' %}",
    "<p id=__config>x</p><a id=location name=location href=x>clobber</a>",
    "<ruby onclick=alert(1)>x<rt>y</rt></ruby>",
    "<a href='//evil.example'>x</a>",
    "<table background=https://evil.example/x><tr><td background=x>y</td></tr></table>",
    "<p>unclosed <b <i onclick=alert(1)",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<keygen autofocus onfocus=alert(1)>",
    "<dialog open onclose=alert(1)>x</dialog>",
    "<portal src=https://evil.example></portal>",
    "<frameset onload=alert(1)></frameset>",
    "<image src=x onerror=alert(1)>",
)
"""Ways by which people have got scripts, styles, frames and requests into pages."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ALLOWED = words(
    "p br hr h1 h2 h3 h4 h5 h6 blockquote pre div span section article aside figure figcaption "
    "details summary a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp "
    "small strong sub sup time u var wbr ul ol li dl dt dd table caption thead tbody tfoot tr th "
    "td img audio video source"
)
ATTRIBUTES = words(
    "id title lang dir href src alt start reversed value colspan rowspan scope align datetime "
    "open class"
)

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SKIPPED = dict.fromkeys(map(ord, "\t\r\n"))
"""What browsers leave out of an address before they read it."""


class Tags(HTMLParser):
    """All tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came through: {data}")


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("around", ["{}", "Text {} text.", "> {}", "- {}", "| a |\n|---|\n| {} |"])
def test_nothing_that_runs_comes_through(payload: str, around: str) -> None:
    for tag, attributes in Tags(cleaned(around.format(payload)).html).found:
        assert tag in ALLOWED
        assert attributes.keys() <= ATTRIBUTES
        for name in ("href", "src"):
            address = attributes.get(name, "").strip().translate(SKIPPED)
            scheme = SCHEME.match(address)
            assert scheme is None or scheme[1].lower() in ("http", "https", "mailto")


def test_what_people_write_comes_through() -> None:
    text = "**Bold**, *slanted*, `code`, ~~no~~ and H<sub>2</sub>O<br>line\n\n1. one\n2. two\n\n> said\n\n---\n"

    html = cleaned(text).html

    for part in (
        "<strong>Bold</strong>",
        "<em>slanted</em>",
        "<code>code</code>",
        "<sub>2</sub>",
        "<br>",
    ):
        assert part in html
    assert html.count("<li>") == 2
    assert "<blockquote>" in html
    assert "<hr>" in html


def test_code_is_shown_as_it_is_written() -> None:
    html = cleaned("```\n<script>alert('shown')</script>\na < b && c\n```\n\nand `<b>`").html

    assert "&lt;script&gt;alert('shown')&lt;/script&gt;" in html
    assert "a &lt; b &amp;&amp; c" in html
    assert "<code>&lt;b&gt;</code>" in html


def test_code_is_coloured_by_classes() -> None:
    html = cleaned("```python\ndef f(): pass\n```").html

    assert '<span class="k">def</span>' in html
    assert "style" not in html


def test_tables_footnotes_and_definitions() -> None:
    html = cleaned(
        "| a | b |\n|:-:|--:|\n| 1 | 2 |\n\nx[^1]\n\n[^1]: note\n\nterm\n: meaning\n"
    ).html

    assert '<td align="center">1</td>' in html
    assert '<td align="right">2</td>' in html
    assert '<li id="fn:1">' in html
    assert "<dd>meaning</dd>" in html


def test_a_block_of_html_keeps_the_line_breaks_of_its_writer() -> None:
    assert "one<br>" in cleaned("<p>one<br/>two</p>").html


def test_comments_and_control_characters_are_not_published() -> None:
    html = cleaned("a <!-- my teacher said this is private --> b\x00\x02\x1b\ufeff c &#2;").html

    assert "private" not in html
    assert not any(ord(one) < 32 and one != "\n" for one in html)


def test_removed_elements_are_named() -> None:
    assert cleaned("<iframe src=x></iframe><SVG></SVG><iframe></iframe>").removed == (
        "iframe",
        "svg",
    )
    assert cleaned("`<iframe>` is a word here").removed == ()


def test_pictures_inside_the_text_are_taken_out_before_anything_else() -> None:
    clean = cleaned(f"![][i]\n\n[i]: <data:image/png;base64,{'A' * 400_000}>")

    assert clean.embedded
    assert "AAAA" not in clean.html


@pytest.mark.parametrize(
    "text",
    [
        "x" * (markdown.LONGEST + 1),
        "[" * 20_000,
        "![" * 5_000,
        "[x](" * 5_000,
        "*" * 5_000,
        "`" * 5_000,
        "<!--" * 5_000,
        "&" * 50_000,
        "<" * 50_000,
        f"[a]: {'u' * 60_000}\n\n" + "[a] " * 16_000,
        f"[a]: u '{'title ' * 9_000}'\n\n" + "[a] " * 16_000,
    ],
    ids=lambda text: f"{text[:4]}×{len(text)}",
)
def test_heavy_texts_are_refused_quickly(text: str) -> None:
    start = time.process_time()

    with pytest.raises(TooHeavy):
        cleaned(text)

    assert time.process_time() - start < markdown.SECONDS + 3


OPENINGS = ('id="{}"', "id='>{}'", "id={}", "/id={}", "\nid={}\n", "a{}", 'title=">" id={}')
"""Ways to write attributes that differ each time."""


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("name", ["b", "FONT"])
@pytest.mark.parametrize("before", ["<p>", "x ", "<ul><li>"])
def test_tags_that_are_never_closed_do_not_grow(before: str, name: str, opening: str) -> None:
    text = before + "".join(f"<{name} {opening.format(one)}>" for one in range(900)) + "<p>x" * 1500
    start = time.process_time()

    try:
        assert len(cleaned(text).html) < 1_000_000
    except TooHeavy as error:
        assert "over and over" in str(error) or "deep" in str(error)

    assert time.process_time() - start < 2


@pytest.mark.parametrize("tag", ["div", "ul><li", "blockquote", "span", "section", "x-y", "b"])
def test_tags_a_thousand_deep_are_refused(tag: str) -> None:
    with pytest.raises(TooHeavy, match=r"1,000 deep|nested too deeply"):
        cleaned(f"<{tag}>" * 1_500 + "</p>" * 1_500)


def test_long_stories_of_the_ordinary_kind_are_not_heavy() -> None:
    words = "Some **bold**, *slanted* <u>old</u> <font color=red>red</font> `code` [link](a.md)\n\n"
    table = "|a|b|\n|-|-|\n" + "|*x*|`y`|\n" * 5_000
    loose = "<table>" + "<tr><td>one<td><b>two</b>" * 2_000 + "</table>"
    items = "<ul>" + "<li>one <i>more</i>" * 3_000 + "</ul>"

    for text in (words * 400, table, loose, items, "<p>one" * 8_000):
        assert cleaned(text).html


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{'  ' * depth}- x" for depth in range(150)),
        "<div markdown=1>" * 400,
        "".join("# same\n\n" for _ in range(3000)),
        "a_" * 20_000,
        "> " * 4_000 + "x",
        "\u202e\u2067" * 1_000,
        "|" + "a|" * 400 + "\n|" + "-|" * 400,
        " \n\t\n",
        "",
    ],
    ids=lambda text: f"{text[:4]!r}×{len(text)}",
)
def test_odd_texts_are_rendered_or_refused_but_never_break(text: str) -> None:
    try:
        html = cleaned(text).html
    except TooHeavy:
        return
    assert Tags(html).found is not None


def test_a_slow_text_is_stopped_by_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "SECONDS", 0.05)
    slow = "[a] [ " * 15_000

    with pytest.raises(TooHeavy, match="seconds"):
        cleaned(slow)

    monkeypatch.undo()
    assert cleaned("still *works*").html == "<p>still <em>works</em></p>"


def test_time_is_limited_in_the_main_thread() -> None:
    with pytest.raises(OutOfTime), at_most(0.05):
        while True:
            pass


def test_time_is_limited_in_other_threads() -> None:
    outcome: list[str] = []

    def work() -> None:
        try:
            with at_most(0.05):
                while True:
                    pass
        except OutOfTime:
            outcome.append("stopped")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)

    assert outcome == ["stopped"]


def test_quick_work_is_left_alone() -> None:
    with at_most(5):
        pass
    time.sleep(0.01)


def test_a_slow_text_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "SECONDS", 0.05)
    slow = "[b] [ " * 15_000
    with pytest.raises(TooHeavy):
        cleaned(slow)
    start = time.process_time()

    with pytest.raises(TooHeavy, match="seconds"):
        cleaned(slow)

    assert time.process_time() - start < 0.05


@pytest.mark.parametrize(
    ("text", "html", "remark"),
    [
        ("one <!-- two", "<p>one </p>", "<!-- two"),
        ("one <!-- two --> three <!-- four\n\nfive", "<p>one  three </p>", "<!-- four"),
        ("one <!-- two --> three", "<p>one  three</p>", ""),
        ("one <!-- two\n\n    three -->\n\nfour <!-->", "four", ""),
        ("`<!-- two` three", "<p><code>&lt;!-- two</code> three</p>", ""),
        ("```\n<!-- two\n```\nthree", "three", ""),
        ("one\n\n    <!-- two\n\nthree", "three", ""),
    ],
)
def test_a_remark_is_for_nobody_even_when_it_is_never_closed(
    text: str, html: str, remark: str
) -> None:
    clean = cleaned(text)

    assert html in clean.html
    assert clean.open_remark == remark


def test_remarks_stand_nowhere_in_a_story_that_is_shown_as_it_was_written() -> None:
    assert markdown.without_remarks("one <!-- two\n --> three <!-- four\n\nfive") == "one  three "
