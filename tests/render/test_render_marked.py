"""Nothing of the program's own stays English: with every sentence marked, no unmarked word is left but people's."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import sample_blueprint as sample
from sample_media import draw_media, placed

from marked_words import Marked, outside
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.render import Workshop, engine, render_site, theme_folders
from portfolio_gen.render.words.voice import Voice

WORD = re.compile(r"[A-Za-z]{3,}")
NAMES = {
    "pdf",
    "zip",
    "csv",
    "json",
    "bytes",
    "webp",
    "jpg",
    "png",
    "mp3",
    "mp4",
    "ipynb",
    "txt",
    "wav",
}
"""Kinds and sizes of files, which are called the same everywhere."""
BARE = re.compile(r"<(script|style)\b.*?</\1>", re.S)
SAID = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"')


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(engine, "voice_of", lambda *_: Voice("zh", Marked()))
    engine.open_engine.cache_clear()
    yield
    engine.open_engine.cache_clear()


def words_of(value: Any) -> Iterator[str]:
    """Every word that people have written, letter for letter or in an address."""
    if isinstance(value, str):
        yield from WORD.findall(value.lower())
    elif isinstance(value, tuple):
        for one in value:
            yield from words_of(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from words_of(getattr(value, one.name))


def unmarked(page: str) -> Iterator[str]:
    """What stands on a page outside of all brackets: texts, and attributes that are read aloud."""
    page = BARE.sub("", page)
    for part in (*re.split(r"<[^>]*>", outside(page)), *SAID.findall(outside(page))):
        yield html.unescape(part)


def english(site: SiteBlueprint, folder: Path) -> set[str]:
    known = set(words_of(site)) | NAMES
    found = set()
    for path in folder.rglob("*.html"):
        for text in unmarked(path.read_text("utf-8")):
            lost = [one for one in WORD.findall(text) if one.lower() not in known]
            if lost:
                found.add(f"{path.parent.name}: {text.strip()[:80]} ({lost[0]})")
    return found


@pytest.mark.usefixtures("marked")
def test_every_sentence_of_the_program_is_marked(tmp_path: Path) -> None:
    draw_media(tmp_path / "media")
    maya = placed(sample.maya("family"), tmp_path / "media")
    site = replace(maya, school=replace(maya.school, language="zh"))
    render_site(
        site,
        Workshop(
            edition="family", themes=theme_folders(tmp_path, "riverbend"), cache=tmp_path / "cache"
        ),
        tmp_path / "out",
    )
    assert not english(site, tmp_path / "out")
