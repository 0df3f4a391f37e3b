"""Small files of every kind for the works of the sample blueprints, drawn on the spot."""

from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw
from pypdf import PdfWriter

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.work_views import ArtifactView, MediaView

PICTURES = {
    "oven.jpg": (640, 400),
    "curves.png": (300, 200),
    "tall.jpg": (90, 140),
    "maya.jpg": (160, 200),
}


HEIC = (
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
    "AAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4gABAAAAAAAAAFsAAgAAAAACPQABAAAAAAAAADoAAAA4aWlu"
    "ZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA"
    "/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkA"
    "AAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAKAAAAAEAAAAA"
    "AAAAAv///+gAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAA"
    "AA5jZHNjAAIAAQABAAAAnW1kYXQAAABXKAGvWPJKIbPvre4EG+LiFpXbWyCdRmROkSN8CzemML5pfbUYFukKjm4A"
    "VrxbniuIqUNB86aD8YEhw7ntX8kkNl9pigQ4GJcj9uUywcy3m6vM/XLCNt6cAAAABkV4aWYAAE1NACoAAAAIAAIB"
    "DwACAAAACgAAACYBEgADAAAAAQABAAAAAAAAQ0FOQVJZenE3AA=="
)
"""A photograph in the manner of phones, 64 by 40, with a note by its camera: nothing at hand can write one."""


def draw_media(folder: Path) -> None:
    """Write the files that the sample blueprints name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, size in PICTURES.items():
        picture = Image.new("RGB", size, (140, 170, 190))
        ImageDraw.Draw(picture).ellipse((size[0] // 4, size[1] // 4, *size), fill=(190, 120, 80))
        picture.save(folder / name)
    with wave.open(str(folder / "talk.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", "not compressed"))
        sound.writeframes(bytes(800))
    (folder / "cup.mp4").write_bytes(b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2" + b"\0\0\0\x08moov")
    (folder / "curves.csv").write_text("minute,one,two\n0,21,21\n5,40,55\n", encoding="utf-8")
    report = PdfWriter()
    report.add_blank_page(200, 300)
    report.write(folder / "report.pdf")


def placed(site: SiteBlueprint, folder: Path) -> SiteBlueprint:
    """The blueprint with its files in that folder."""
    picture = site.person.picture
    return replace(
        site,
        person=replace(site.person, picture=picture and _in(picture, folder)),
        artifacts=tuple(_work_in(one, folder) for one in site.artifacts),
        featured=tuple(_work_in(one, folder) for one in site.featured),
        domains=tuple(
            replace(one, artifacts=tuple(_work_in(work, folder) for work in one.artifacts))
            for one in site.domains
        ),
    )


def _work_in(work: ArtifactView, folder: Path) -> ArtifactView:
    return replace(
        work,
        cover=work.cover and _in(work.cover, folder),
        media=tuple(_in(one, folder) for one in work.media),
    )


def _in(media: MediaView, folder: Path) -> MediaView:
    return replace(media, source=folder / media.source.name)
