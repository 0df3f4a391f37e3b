"""What has to be sent and what has to go, and in which order."""

from __future__ import annotations

from portfolio_gen.deliver.changes import Wanted, changes
from portfolio_gen.deliver.state import State, mark_of

PAGE, STORY = "public/ada/index.html", "public/ada/artifacts/boat/index.html"
PICTURE, SEARCH = "public/ada/media/1f2e-800.webp", "public/ada/search/search_index.json"
INDEX, STYLE = "public/index.html", "public/assets/pages.css"
PORTRAIT = "public/index.files/aa-400.webp"
SITE_OF_BEN = ("public/ben/index.html", "public/ben/media/77-400.webp")
ALL = {
    path: Wanted(path, len(path)) for path in (PAGE, STORY, PICTURE, SEARCH, INDEX, STYLE, PORTRAIT)
}
SIZES = {path: one.size for path, one in ALL.items()}


def known(*paths: str, **others: str) -> State:
    return State({"public": {mark_of(path): path for path in paths} | others})


def test_pages_come_after_what_they_lead_to() -> None:
    found = changes(ALL, {}, State())

    assert found.sent == (
        (STYLE, PORTRAIT) if STYLE < PORTRAIT else (PORTRAIT, STYLE),
        (PICTURE,),
        (STORY,),
        (SEARCH,),
        (PAGE,),
        (INDEX,),
    )
    assert set(found.new) == set(ALL)
    assert not found.changed


def test_what_is_there_as_it_should_be_is_left() -> None:
    found = changes(ALL, SIZES, known(*ALL))

    assert (found.sent, found.unchanged) == ((), len(ALL))
    assert changes(ALL, SIZES, known(*ALL), force=True).changed == tuple(sorted(ALL))


def test_neither_the_list_nor_the_store_is_trusted_alone() -> None:
    lost = {path: size for path, size in SIZES.items() if path != PICTURE}
    cut = {**SIZES, PAGE: 3}
    unsure = State({"public": {mark_of(path): path for path in ALL} | {mark_of(STORY): ""}})

    assert changes(ALL, lost, known(*ALL)).new == (PICTURE,)
    assert changes(ALL, cut, known(*ALL)).changed == (PAGE,)
    assert changes(ALL, SIZES, unsure).changed == (STORY,)
    assert changes(ALL, SIZES, State()).changed == tuple(sorted(ALL))


def test_who_was_withdrawn_goes_first_and_is_named_no_longer() -> None:
    there = {**SIZES, **dict.fromkeys(SITE_OF_BEN, 1)}
    wanted = {**ALL, INDEX: Wanted("new", 9), PICTURE: Wanted("new", 9)}
    found = changes(wanted, there, known(*ALL, *SITE_OF_BEN))

    assert found.withdrawn == SITE_OF_BEN
    assert found.sent == ((INDEX,), (PICTURE,))
    assert not found.replaced


def test_what_no_page_names_any_more_goes_last() -> None:
    old = "public/ada/media/0000-800.webp"
    found = changes(ALL, {**SIZES, old: 1}, known(*ALL, old))

    assert (found.withdrawn, found.replaced) == ((), (old,))


def test_what_is_not_ours_is_left_and_told() -> None:
    found = changes(ALL, {**SIZES, "public/thesis.pdf": 1}, known(*ALL))

    assert (found.withdrawn, found.replaced) == ((), ())
    assert found.strange == ("public/thesis.pdf",)
