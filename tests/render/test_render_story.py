"""Stories on a page: headings, ids, links and files fitted to where they stand."""

from __future__ import annotations

import time

import pytest
from elements import Element, elements
from markupsafe import Markup

from portfolio_gen.render.limits import at_most
from portfolio_gen.render.markdown import cleaned
from portfolio_gen.render.place import Place, Placed, Target
from portfolio_gen.render.story import fit, is_absolute, slug


def find(reference: str) -> Target | None:
    if reference == "oven.jpg":
        return Target(
            "media/1.webp",
            lambda alt, alone: Markup('<img alt="{}" data-alone="{}">').format(alt, alone),
        )
    if reference in ("data.csv", "../bus/"):
        return Target(f"there/{reference.strip('./')}")
    return None


def told(markdown: str, top: int = 2, prefix: str = "story") -> Placed:
    return fit(cleaned(markdown).html, Place(find=find, top=top, prefix=prefix))


def page(markdown: str, top: int = 2) -> Element:
    return elements(str(told(markdown, top).html))


def headings(root: Element) -> list[tuple[str, str]]:
    return [(one.tag, one.text) for one in root if len(one.tag) == 2 and one.tag[1].isdigit()]


def test_headings_start_at_the_second_level_whatever_the_writer_chose() -> None:
    assert headings(page("# a\n\n## b\n\n# c")) == [("h2", "a"), ("h3", "b"), ("h2", "c")]
    assert headings(page("### a\n\n#### b")) == [("h2", "a"), ("h3", "b")]
    assert headings(page("<h1>a</h1>\n\n## b")) == [("h2", "a"), ("h3", "b")]


def test_headings_leave_no_level_out_and_end_at_the_sixth() -> None:
    assert headings(page("# a\n\n#### b\n\n###### c")) == [("h2", "a"), ("h3", "b"), ("h4", "c")]
    assert headings(page("# a\n\n## b\n\n### c", top=5)) == [("h5", "a"), ("h6", "b"), ("h6", "c")]


def test_ids_begin_with_the_prefix_and_occur_once() -> None:
    root = page('# What I did\n\n# What I did\n\n<p id="what-i-did">x</p>\n\n# Ça va?\n\n# ！')

    ids = [one["id"] for one in root if one["id"]]

    assert ids == [
        "story-what-i-did",
        "story-what-i-did-2",
        "story-what-i-did-3",
        "story-ça-va",
        "story-part",
    ]


def test_two_stories_of_a_page_do_not_meet() -> None:
    assert 'id="story2-a"' in told("# a", prefix="story2").html


def test_thousands_of_equal_headings_take_no_longer_than_others() -> None:
    with at_most(1.5):
        placed = told("# Week\n\n" * 6_000)

    assert len({one.id for one in placed.sections}) == 6_000
    assert placed.sections[-1].id == "story-week-6000"


def test_links_inside_the_story_lead_to_its_own_ids() -> None:
    root = page(
        '[there](#part-two) [named](#x) [space](#Part%20two)\n\n# Part two\n\n<b id="x">x</b>'
    )

    assert [one["href"] for one in root.all("a")] == [
        "#story-part-two",
        "#story-x",
        "#story-part-two",
    ]


def test_footnotes_lead_there_and_back() -> None:
    root = page("x[^1]\n\n[^1]: note")

    there, back = root.all("a")

    assert there["href"] == "#story-fn:1"
    assert back["href"] == "#story-fnref:1"
    assert back["aria-label"] == "Back to the text"
    assert {one["id"] for one in root if one["id"]} == {"story-fn:1", "story-fnref:1"}


def test_links_elsewhere_are_kept_apart_from_us() -> None:
    (link,) = page("[x](https://a.example/?b=1&c=2)").all("a")

    assert link["href"] == "https://a.example/?b=1&c=2"
    assert link["rel"] == "noopener noreferrer"


def test_an_address_without_scheme_gets_a_safe_one() -> None:
    (link,) = page("[x](//a.example/b)").all("a")

    assert link["href"] == "https://a.example/b"


def test_links_to_files_and_pages_lead_where_these_are() -> None:
    assert [one["href"] for one in page("[d](data.csv) [b](../bus/)").all("a")] == [
        "there/data.csv",
        "there/bus",
    ]


def test_links_to_nothing_keep_their_words_and_are_reported() -> None:
    placed = told("[the words](nowhere/) and [others](#nope) [<img src=a>](/etc/passwd)")

    assert "<a href" not in placed.html.replace("<a>", "")
    assert "the words" in placed.html
    assert set(placed.lost) == {"nowhere/", "#nope", "/etc/passwd"}


def test_a_picture_is_shown_where_it_stands() -> None:
    lone, inside = page("![an oven](oven.jpg)\n\ntext ![](oven.jpg) text").all("img")

    assert (lone["alt"], lone["data-alone"]) == ("an oven", "True")
    assert (inside["alt"], inside["data-alone"]) == ("", "False")


def test_a_missing_picture_leaves_its_words() -> None:
    assert str(told("![what was to be seen](gone.jpg)").html) == "<p>what was to be seen</p>"


def test_pictures_elsewhere_become_links() -> None:
    placed = told("![cat <1>](https://cats.example/1.jpg)")

    (link,) = elements(str(placed.html)).all("a")
    assert (link["href"], link.text) == ("https://cats.example/1.jpg", "cat <1>")
    assert placed.foreign == ("https://cats.example/1.jpg",)
    assert "<img" not in placed.html


def test_players_in_html_show_the_file_and_not_their_fallback() -> None:
    placed = told(
        '<video controls><source src="oven.jpg">no <b>video</b></video>\n\n<audio src="oven.jpg"></audio>'
    )

    assert placed.html.count("<img") == 2
    assert "no" not in placed.html


def test_wide_tables_can_be_scrolled_and_reached() -> None:
    root = page("| a |\n|:-:|\n| 1 |")

    region = root.one("div", class_="table-scroll")
    assert (region["tabindex"], region["role"], region["aria-label"]) == ("0", "region", "Table")
    assert region.one("td").classes == {"to-center"}
    assert not any(one["align"] for one in root)


def test_tables_of_one_story_are_told_apart() -> None:
    root = page("| a |\n|---|\n| 1 |\n\nand\n\n| b |\n|---|\n| 2 |")

    assert [one["aria-label"] for one in root.all("div")] == ["Table", "Table 2"]


def test_an_empty_corner_of_a_table_heads_nothing() -> None:
    root = page("| | a |\n|:--|--:|\n| one | 1 |")

    assert [one.text for one in root.all("th")] == ["a"]
    assert len(root.all("td")) == 3


def test_search_finds_each_part_by_its_heading() -> None:
    placed = told(
        "Before <b>all</b>.\n\n# One & two\n\nFirst.\n\nSecond.\n\n- a\n- b\n\n# Three\n\n![cat](oven.jpg)"
    )

    assert [(one.id, one.title, one.text) for one in placed.sections] == [
        ("", "", "Before all."),
        ("story-one-two", "One &amp; two", "First. Second. a b"),
        ("story-three", "Three", "cat"),
    ]


def test_what_search_gets_is_escaped() -> None:
    (section,) = told("`<script>alert(1)</script>` and ![<b>](oven.jpg)").sections

    assert "<" not in section.text


def test_values_cannot_leave_their_quotes() -> None:
    placed = told(
        '[x](https://a.example/"onclick=alert(1)) <p id=\'a"onclick="b\' title="<b>">y</p>'
    )

    for one in elements(str(placed.html)):
        assert not any(name.startswith("on") for name in one.attributes)


def test_what_is_absolute() -> None:
    assert all(
        map(is_absolute, ("https://a.example", "HTTP://a", "mailto:a@b.example", "//a.example"))
    )
    assert not any(map(is_absolute, ("a.jpg", "../a/", "#a", "javascript:x", "c:\\a", "http", "http://[")))  # fmt: skip


def test_slugs() -> None:
    assert slug("What went wrong?") == "what-went-wrong"
    assert slug("ما الذي حدث؟") == "ما-الذي-حدث"
    assert slug("?!") == "part"
    assert len(slug("word " * 100)) <= 60


@pytest.mark.parametrize("inner", ["b", "div", "table", "p", "ul", "h2"])
def test_players_in_players_close_nothing_around_them(inner: str) -> None:
    found = page(
        f"<video src=oven.jpg><{inner}>x<audio><{inner}>y</{inner}></audio>z</{inner}></video> end"
    )

    assert found.text == "end"
    assert len(found.all("img")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "<h2><div><h3>one</h3></div></h2> end",
        "<h2>a<table><tr><td><h2>one</h2></td></tr></table></h2> end",
        "<source src=oven.jpg>one end",
        "<a href=lost/><table><tr><td><a href=data.csv>one</a></td></tr></table></a> end",
        "<a href=data.csv><table><tr><td><a href=lost/>one</a></td></tr></table></a> end",
        "<p>one<p><table><p>end",
        "<ul><li><h2>one</ul> end",
    ],
)
def test_what_stands_in_odd_places_closes_nothing_and_is_not_lost(text: str) -> None:
    found = page(text)

    assert "one" in found.text
    assert found.text.endswith("end")


PILE = "&#x301;&#x327;" * 4_000


@pytest.mark.parametrize(
    "text",
    [
        f"# a{PILE}",
        f"[x](https://a{PILE})",
        f"[x](a{PILE}/)",
        f"![x](a{PILE}.png)",
        "[x](b/c) " * 4_000,
        "".join(f"[x](b/{one}) " for one in range(4_000)),
        "[x](#b) " * 4_000,
        '<p id="a">' * 4_000,
    ],
    ids=lambda text: f"{text[:12]}×{len(text)}",
)
def test_what_is_written_a_thousand_times_takes_no_minute(text: str) -> None:
    html = cleaned(text).html
    start = time.process_time()

    fit(html, Place(find=lambda _: None))

    assert time.process_time() - start < 1
