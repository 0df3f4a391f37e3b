"""How files stand on a page: enlarged, side by side, in full size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.showing import Showing
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.words.voice import voice_of


@pytest.fixture
def shelf(tmp_path: Path) -> Cabinet:
    return Cabinet(Staging(tmp_path / "site"), tmp_path / "cache", "en")


@pytest.fixture
def showing(shelf: Cabinet) -> Showing:
    return Showing(voice_of("en"), "en", lambda _: "tint", shelf.publish)


def picture(path: Path, grey: int = 128) -> MediaView:
    Image.new("L", (900, 600), grey).save(path)
    return MediaView(source=path, alt=f"A grey of {grey}", title="")


def test_a_picture_leads_to_itself_in_large(showing: Showing, tmp_path: Path) -> None:
    media = picture(tmp_path / "a.png")

    figure = showing.figure(media)

    assert f'<a class="enlarge" href="{showing.find(media).address}"><img' in figure


def test_a_picture_without_words_is_called_something_where_it_leads(
    showing: Showing, tmp_path: Path
) -> None:
    assert 'aria-label="Picture"' in showing.figure(replace(picture(tmp_path / "a.png"), alt=""))


def test_an_ornament_leads_nowhere(showing: Showing, tmp_path: Path) -> None:
    media = replace(picture(tmp_path / "a.png"), alt="", decorative=True)

    assert "<a" not in showing.figure(media)
    assert 'alt=""' in showing.figure(media)


def test_two_versions_stand_side_by_side(showing: Showing, tmp_path: Path) -> None:
    first, second = picture(tmp_path / "a.png", 60), picture(tmp_path / "b.png", 200)

    figure = showing.figure(replace(second, before=first))

    assert '<div class="versions" role="group" aria-label="Before and after">' in figure
    assert figure.index("Before</p>") < figure.index("A grey of 60")
    assert figure.index("A grey of 60") < figure.index("After</p>") < figure.index("A grey of 200")


def test_more_versions_are_counted(showing: Showing, tmp_path: Path) -> None:
    first, second, third = (picture(tmp_path / f"{one}.png", one) for one in (10, 20, 30))

    figure = showing.figure(replace(third, before=replace(second, before=first)))

    assert [figure.index(f"Version {one}") for one in (1, 2, 3)] == sorted(
        figure.index(f"Version {one}") for one in (1, 2, 3)
    )
    assert figure.count("<figure") == 3
    assert figure.count('class="versions"') == 1


def test_the_full_size_is_offered_where_the_student_says_so(
    showing: Showing, tmp_path: Path
) -> None:
    media = picture(tmp_path / "a.png")
    assert "download" not in showing.figure(media)

    fresh = Cabinet(Staging(tmp_path / "other"), tmp_path / "cache", "en")
    figure = Showing(voice_of("en"), "en", str, fresh.publish).figure(replace(media, download=True))

    assert 'download="Picture"><span class="file-name">In full size</span>' in figure
    assert "PNG ·" in figure


def test_a_very_large_picture_is_shown_and_warned_of(
    shelf: Cabinet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portfolio_gen.render.photographs.MANY_PIXELS", 500_000)

    assert shelf.publish(picture(tmp_path / "a.png")).kind == "picture"

    assert [one.code for one in shelf.diagnostics] == ["PG564"]
