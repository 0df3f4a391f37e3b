"""Films for everybody, heavy files, and how much of a portfolio is described."""

from __future__ import annotations

import pytest

from nouns import artifact, school, student
from portfolio_gen.check.films import (
    film_without_captions,
    heavy_file,
    poster_not_a_picture,
    undescribed_pictures,
)
from portfolio_gen.check.references import unknown_companion
from portfolio_gen.check.register import Register
from portfolio_gen.model.artifact import Media
from portfolio_gen.model.dates import Day

TODAY = Day(2026, 11, 22)


def register(*media: Media) -> Register:
    works = (artifact("beans", media=media[:2]), artifact("oven", media=media[2:]))
    return Register(school(students=(student(artifacts=works),)), TODAY)


@pytest.mark.parametrize(
    ("media", "count"),
    [
        ((Media(file="a.mp4"),), 1),
        ((Media(file="a.mp4"), Media(file="b.vtt")), 1),
        ((Media(file="a.mp4"), Media(file="a.vtt")), 0),
        ((Media(file="A.MOV"), Media(file="A.SRT")), 0),
        ((Media(file="a.webm"), Media(file="a.txt")), 0),
        ((Media(file="a.mp4", silent=True),), 0),
        ((Media(file="a.mp3"),), 0),
    ],
)
def test_films_have_captions(media: tuple[Media, ...], count: int) -> None:
    found = [*film_without_captions(register(*media))]

    assert len(found) == count
    assert all("`silent: true`" in one.hint for one in found)


def test_a_heavy_file_is_named_with_its_weight() -> None:
    files = (Media(file="a.mp4", size=84_000_000), Media(file="b.pdf", size=49_000_000))

    (one,) = heavy_file(register(*files))

    assert "`a.mp4` has 84 MB" in one.message


def test_what_is_not_described_is_counted_for_each_student() -> None:
    pictures = (
        *(Media(file="a.png"), Media(file="b.png", alt="A bean"), Media(file="c.png", alt=" ")),
        *(Media(file="d.png", decorative=True), Media(file="e.txt")),
    )

    (one,) = undescribed_pictures(register(*pictures))

    assert one.message == "2 of 3 pictures have no description"
    assert str(one.span) == f"students/{one.about}/artifacts:1:1"


def test_all_is_described() -> None:
    assert [*undescribed_pictures(register(Media(file="a.png", alt="A bean")))] == []


@pytest.mark.parametrize(
    ("word", "hint"), [("a.png", "did you mean `c.png`?"), ("cc.png", "did you mean `c.png`?")]
)
def test_an_earlier_version_is_another_file_of_the_work(word: str, hint: str) -> None:
    (one,) = unknown_companion(register(Media(file="a.png", before=word), Media(file="c.png")))

    assert one.code == "PG229"
    assert one.hint == hint


def test_a_poster_is_a_picture() -> None:
    film = Media(file="a.mp4", poster="b.txt")

    assert len([*poster_not_a_picture(register(film, Media(file="b.txt")))]) == 1
    assert [*poster_not_a_picture(register(film))] == []  # which another rule says
