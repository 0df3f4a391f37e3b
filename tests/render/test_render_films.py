"""Films with known hosts become cards to click on; nothing is asked of their hosts before."""

from __future__ import annotations

import pytest
from elements import Element, elements

from portfolio_gen.render.films import Film, film_at, with_cards, with_links
from portfolio_gen.render.limits import at_most
from portfolio_gen.render.markdown import cleaned
from portfolio_gen.render.place import Place
from portfolio_gen.render.story import fit

UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
SHORT = "kkGMgK9ZtnKfYAgnEtQxbv"
YOUTUBE = "https://www.youtube.com/watch?v=a1B2c3D4e5-"


@pytest.mark.parametrize(
    ("address", "watched"),
    [
        ("https://www.youtube.com/watch?v=a1B2c3D4e5-&list=x&pp=y", YOUTUBE),
        ("http://youtu.be/a1B2c3D4e5-?si=tracker", YOUTUBE),
        ("//www.youtube-nocookie.com/embed/a1B2c3D4e5-?rel=0", YOUTUBE),
        ("https://m.youtube.com/shorts/a1B2c3D4e5-", YOUTUBE),
        ("https://youtu.be/a1B2c3D4e5-?t=1m30s", f"{YOUTUBE}&t=90s"),
        ("https://www.youtube.com/embed/a1B2c3D4e5-?start=75", f"{YOUTUBE}&t=75s"),
        ("https://vimeo.com/123456789", "https://vimeo.com/123456789"),
        ("https://player.vimeo.com/video/12345?h=0a1b2c&badge=0", "https://vimeo.com/12345/0a1b2c"),
        (f"https://Tube.example/videos/embed/{UUID}?autoplay=1", f"https://tube.example/w/{UUID}"),
        (f"https://tube.example/w/{SHORT}", f"https://tube.example/w/{SHORT}"),
    ],
)
def test_films_are_known_by_their_addresses(address: str, watched: str) -> None:
    host = watched.split("/")[2].removeprefix("www.")

    assert film_at(address) == Film(watched, host)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/",
        "https://www.youtube.com/@somebody",
        "https://www.youtube.com/embed/videoseries?list=x",
        "https://www.youtube.com/watch?v=<script>",
        "https://youtube.com.evil.example/watch?v=a1B2c3D4e5-",
        "https://evil.example/youtube.com/watch?v=a1B2c3D4e5-",
        "https://youtube.com@evil.example/watch?v=a1B2c3D4e5-",
        "https://evil.example:8080/w/kkGMgK9ZtnKfYAgnEtQxbv",
        "https://localhost/w/kkGMgK9ZtnKfYAgnEtQxbv",
        "https://vimeo.com/channels/staffpicks",
        "https://tube.example/w/short",
        "javascript:https://youtu.be/a1B2c3D4e5-",
        "data:text/html,https://youtu.be/a1B2c3D4e5-",
        "https://[::1/watch",
        "youtu.be/a1B2c3D4e5-",
        "",
    ],
)
def test_other_addresses_are_no_films(address: str) -> None:
    assert film_at(address) is None


def page(markdown: str) -> Element:
    placed = fit(cleaned(markdown).html, Place(find=lambda _: None))
    return elements(str(with_cards(placed.html, lambda words: words)))


FRAME = (
    '<iframe width="560" height="315" src="https://www.youtube.com/embed/a1B2c3D4e5-?si=x" title="{}" '
    'allow="autoplay" allowfullscreen></iframe>'
)


@pytest.mark.parametrize(
    "written",
    [
        "https://youtu.be/a1B2c3D4e5-",
        "<https://youtu.be/a1B2c3D4e5->",
        "[https://youtu.be/a1B2c3D4e5-](https://youtu.be/a1B2c3D4e5-)",
        "![](https://youtu.be/a1B2c3D4e5-)",
        FRAME.format("YouTube video player"),
        f"<p>{FRAME.format('')}</p>",
        f'<div class="video">\n{FRAME.format("")}\n</div>',
        "<IFRAME SRC=//www.youtube.com/embed/a1B2c3D4e5->\n</IFRAME >",
        "<p><a href='https://youtu.be/a1B2c3D4e5-' target=_self onclick=x>https://youtu.be/a1B2c3D4e5-</a></p>",
    ],
)
def test_a_film_alone_becomes_a_card(written: str) -> None:
    (card,) = page(f"Before.\n\n{written}\n\nAfter.").all("a")

    assert card.classes == {"film-card"}
    assert card["href"] == "https://www.youtube.com/watch?v=a1B2c3D4e5-"
    assert (card["target"], card["rel"]) == ("_blank", "noopener noreferrer")
    assert card.text == "Film Opens youtube.com in a new tab"


@pytest.mark.parametrize(
    "written",
    [
        '[A <b> & "c"](https://youtu.be/a1B2c3D4e5-)'.replace("<b>", "&lt;b&gt;"),
        FRAME.format("A &lt;b&gt; &amp; &quot;c&quot;"),
    ],
)
def test_a_card_says_the_name_that_the_film_was_given(written: str) -> None:
    name = page(written).one("span", class_="film-name")

    assert name.text.replace("“", '"').replace("”", '"') == 'A <b> & "c"'


def test_a_link_inside_a_sentence_stays_one() -> None:
    root = page("See [how](https://youtu.be/a1B2c3D4e5-) we did it.")

    assert root.one("a")["href"] == "https://youtu.be/a1B2c3D4e5-"
    assert root.one("a").classes == set()


def test_a_frame_beside_words_leaves_them_their_paragraphs() -> None:
    root = page(f"Before {FRAME.format('Ours')} after.")

    assert root.text == "Before Ours Opens youtube.com in a new tab after."
    assert root.one("a").classes == {"film-card"}


def test_frames_of_others_are_still_removed() -> None:
    clean = cleaned(
        '<iframe src="https://evil.example/"></iframe>\n\n<iframe srcdoc="x" src="//youtu.be"></iframe>'
    )

    assert clean.removed == ("iframe",)
    assert "evil" not in clean.html
    assert cleaned(FRAME.format("")).removed == ()


def test_code_and_remarks_keep_what_stands_in_them() -> None:
    assert not page("```\nhttps://youtu.be/a1B2c3D4e5-\n```").all("a")
    assert not page(f"`{FRAME.format('')}`").all("a")
    assert page(f"a\n\n<!-- {FRAME.format('')} -->").text == "a"


def test_many_frames_that_are_never_closed_take_no_longer_than_others() -> None:
    with at_most(2):
        with_links("<iframe src='https://youtu.be/a1B2c3D4e5-'>" * 20_000)
        with_links("<p>\n" * 200_000)
        with_links("<p><iframe " * 100_000)
        with_links("<iframe></iframe>" * 50_000)
