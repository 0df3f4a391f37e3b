"""Typefaces: small, the same bytes everywhere, and only letters of the ranges that they promise."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from portfolio_gen.render import fonts
from portfolio_gen.render.faces import FACES, RANGES
from portfolio_gen.render.fonts import font_files
from portfolio_gen.render.typefaces import make_face


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fonts, "user_cache_path", lambda *_, **__: tmp_path / "user")
    monkeypatch.setattr(fonts, "RANGES", {"latin": "U+41-5A,U+61-7A,U+20"})
    monkeypatch.setattr(fonts, "FACES", FACES[-1:])
    return tmp_path / "school"


def test_an_ordinary_page_loads_less_than_sixty_kilobytes(tmp_path: Path) -> None:
    files = font_files(tmp_path)

    assert len(files["fonts/literata-latin.woff2"]) + len(files["fonts/inter-latin.woff2"]) < 60_000


def test_the_style_sheet_offers_every_file_and_waits_for_none(tmp_path: Path) -> None:
    files = font_files(tmp_path)

    rules = files["fonts/fonts.css"].decode()

    for name in files.keys() - {"fonts/fonts.css"}:
        assert f"url({name.removeprefix('fonts/')})" in rules
    assert rules.count("font-display:swap") == len(FACES) * len(RANGES)
    assert "http" not in rules


def test_a_file_has_the_letters_that_it_promises(tmp_path: Path) -> None:
    files = font_files(tmp_path)

    for name in ("literata", "inter"):
        font = TTFont(io.BytesIO(files[f"fonts/{name}-latin.woff2"]))
        letters = set(font.getBestCmap())
        assert {ord(one) for one in "AZaz09åéß“”–…€→"} <= letters
        assert ord("ł") not in letters
        (weight,) = font["fvar"].axes
        assert (weight.axisTag, weight.minValue, weight.maxValue) == ("wght", 400, 600)
        assert ord("ł") in TTFont(io.BytesIO(files[f"fonts/{name}-latin-ext.woff2"])).getBestCmap()


def test_a_font_is_made_once_and_the_same_each_time(own_cache: Path) -> None:
    first = font_files(own_cache)
    kept = {path.name: path.stat().st_mtime_ns for path in own_cache.parent.rglob("*.woff2")}

    assert kept
    assert font_files(own_cache) == first
    assert {
        path.name: path.stat().st_mtime_ns for path in own_cache.parent.rglob("*.woff2")
    } == kept
    assert (
        make_face(FACES[-1], fonts.RANGES)["inter-latin.woff2"] == first["fonts/inter-latin.woff2"]
    )


def test_a_damaged_font_is_made_again(own_cache: Path) -> None:
    first = font_files(own_cache)
    for path in own_cache.parent.rglob("*.woff2"):
        path.write_bytes(b"rubbish")

    assert font_files(own_cache) == first


def test_fonts_are_kept_with_the_school_where_the_user_has_no_cache(
    own_cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(fonts, "user_cache_path", lambda *_, **__: tmp_path / "file" / "below")

    font_files(own_cache)

    assert list(own_cache.rglob("*.woff2"))
