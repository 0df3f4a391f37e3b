"""Files, descriptions and colours."""

from __future__ import annotations

import unicodedata

import pytest

from nouns import artifact, framework, school, student
from portfolio_gen.check.colours import DARK, LIGHT, _contrast, low_contrast, not_a_colour
from portfolio_gen.check.media import (
    alt_says_nothing,
    media_not_found,
    picture_without_alt,
    unused_file,
)
from portfolio_gen.check.register import Register
from portfolio_gen.check.stories import story_file_not_found, story_file_not_listed
from portfolio_gen.model.artifact import Artifact, Media
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Domain
from portfolio_gen.model.settings import Settings, ThemeSettings
from portfolio_gen.model.student import Narrative

TODAY = Day(2026, 11, 22)


def register(*works: Artifact) -> Register:
    return Register(school(students=(student(artifacts=works),)), TODAY)


def test_the_file_that_was_meant_is_offered() -> None:
    work = artifact("beans", media=(Media(file="Beans.JPG"),), files=("beans.jpg", "notes.txt"))

    (one,) = media_not_found(register(work))
    assert one.hint == "did you mean `beans.jpg`?"


def test_accents_may_be_encoded_in_either_way() -> None:
    name = "früchte.png"
    media = (Media(file=unicodedata.normalize("NFD", name)),)
    work = artifact("beans", media=media, files=(unicodedata.normalize("NFC", name),))

    assert [*media_not_found(register(work)), *unused_file(register(work))] == []


def test_a_missing_file_is_said_once() -> None:
    work = artifact("beans", media=(Media(file="a.png"),), narrative="![A](a.png)")

    assert len([*media_not_found(register(work))]) == 1
    assert [*story_file_not_found(register(work)), *story_file_not_listed(register(work))] == []


def test_a_file_that_the_story_shows_is_not_unused_but_unlisted() -> None:
    work = artifact("beans", files=("a.png", "b.png"), narrative="![A](a.png)")

    assert len([*story_file_not_listed(register(work))]) == 1
    assert [one.message for one in unused_file(register(work))] == [
        "`b.png` lies in this folder, and is not shown"
    ]


def test_only_works_have_files() -> None:
    told = student(narratives=(Narrative(text="![Me](me.png)"),))

    (one,) = story_file_not_found(Register(school(students=(told,)), TODAY))
    assert one.hint == "pictures and files belong to a piece of work; this page has none"


@pytest.mark.parametrize(
    ("media", "found"),
    [
        (Media(file="a.png"), 1),
        (Media(file="a.HEIC", alt="  "), 1),
        (Media(file="a.png", alt="A bean."), 0),
        (Media(file="a.png", decorative=True), 0),
        (Media(file="a.pdf"), 0),
    ],
)
def test_pictures_are_described(media: Media, found: int) -> None:
    assert len([*picture_without_alt(register(artifact("beans", media=(media,))))]) == found


@pytest.mark.parametrize(
    ("alt", "found"),
    [("IMG_0417.jpg", 1), ("img_0417", 1), ("Photo.", 1), ("A photo of a bean", 0), (None, 0)],
)
def test_descriptions_tell_something(alt: str | None, found: int) -> None:
    media = (Media(file="IMG_0417.jpg", alt=alt),)

    assert len([*alt_says_nothing(register(artifact("beans", media=media)))]) == found


def test_contrast_is_what_wcag_says() -> None:
    assert _contrast("#000000", DARK._replace(behind=("#ffffff",))) == pytest.approx(21)
    assert _contrast("#767676", LIGHT._replace(behind=("#ffffff",))) == pytest.approx(
        4.54, abs=0.01
    )
    assert _contrast("#767676", LIGHT) < 4.5


def colours(light: str, dark: str, accent: str) -> Register:
    domain = Domain(id="academics", title="Academics", hue=light, hue_dark=dark)
    settings = Settings(school="Little School", theme=ThemeSettings(accent=accent))
    return Register(school(framework=framework(domains=(domain,)), settings=settings), TODAY)


def test_each_colour_is_seen_on_its_own_pages() -> None:
    assert [*low_contrast(colours("#2f5fa8", "#8fb3ee", "#1f5f8b"))] == []
    assert len([*low_contrast(colours("#8fb3ee", "#2f5fa8", "#ffe000"))]) == 3


@pytest.mark.parametrize("light", ["#8fb3ee", "#ffffff", "#ffe000", "#777777"])
def test_the_colour_that_is_offered_can_be_read(light: str) -> None:
    (one,) = low_contrast(colours(light, "#ffffff", "#000000"))

    assert [*low_contrast(colours(one.hint.split("`")[1], "#ffffff", "#000000"))] == []


@pytest.mark.parametrize("wrong", ["blue", "#fff", "2f5fa8", "#2f5fa8ff", "#２f5fa8", "url(x)"])
def test_colours_are_written_in_one_way(wrong: str) -> None:
    here = colours(wrong, "#ffffff", "#000000")

    assert len([*not_a_colour(here)]) == 1
    assert [*low_contrast(here)] == []
