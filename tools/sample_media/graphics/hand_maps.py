"""Maps that somebody drew: a school and a way through it, a coast with a voyage, a harbor with rings of sound."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .. import lettering
from ..canvas import Canvas, box, disc, flowing, polygon, segment
from ..palettes import mixed, palette
from ..photo.textures import noise
from ..request import Request
from ..seed import source

Array = NDArray[np.float64]
WIDE, TALL = 1200, 820


def school_plan(request: Request) -> Image.Image:
    """Rooms of a school and the way of a first day, which crosses itself nine times."""
    colours, rng = palette(request.palette), source(request.path, "plan")
    sheet = Canvas(WIDE, TALL, "#f6efdf")
    rooms = [
        (90, 150, 190, 150, "gym"),
        (310, 150, 150, 150, "2"),
        (480, 150, 150, 150, "5"),
        (650, 150, 210, 150, "library"),
        (900, 150, 210, 220, "14"),
        (90, 470, 230, 210, "hall"),
        (350, 540, 150, 140, "7"),
        (520, 540, 150, 140, "9"),
        (690, 540, 180, 140, "soup!"),
        (900, 450, 210, 230, "garden"),
    ]
    for x, y, w, h, name in rooms:
        corners = np.array([(x, y), (x + w, y), (x + w, y + h), (x, y + h)]) + rng.normal(
            0, 3, (4, 2)
        )
        tone = "#8fb56a" if name == "garden" else colours.tones[0] if name == "14" else "#ffffff"
        sheet.fill(polygon(corners), tone, 0.45 if name in {"garden", "14"} else 0.7)
        for _ in range(2):
            sheet.stroke(polygon(corners + rng.normal(0, 1.4, (4, 2))), "#3a3330", 3.4, 0.85)
        sheet.text(x + w / 2, y + h / 2 + 14, name, 46, "#3a3330", "hand", 600, "centre")
    t = np.linspace(0, 1, 260)
    x = 140 + 830 * t + 130 * np.sin(2 * np.pi * 5.2 * t)
    y = 410 + 62 * np.sin(2 * np.pi * 10.4 * t + 0.7) * (0.6 + 0.4 * np.sin(9 * t)) - 30 * t
    way = np.column_stack([x, y])
    way[-24:] = way[-24] + (np.array([985, 300]) - way[-24]) * np.linspace(0, 1, 24)[:, None]
    sheet.stroke(flowing(way), "#c2412d", 5.5, 0.95, dash=(15, 9))
    sheet.fill(disc(*way[0], 11), "#c2412d")
    sheet.text(way[0][0] - 20, way[0][1] + 52, "start 8:02", 40, "#c2412d", "hand", 700)
    sheet.text(1000, 346, "8:31", 40, "#7a2317", "hand", 700)
    sheet.text(56, 92, request.title, 66, "#3a3330", "hand", 700)
    sheet.text(600, 770, "nine crossings. I counted.", 42, "#3a3330", "hand", 500, "centre")
    return _on_paper(sheet.picture(), rng)


def coast(request: Request) -> Image.Image:
    """A coast with pearl banks and the line of a voyage that comes back."""
    colours, rng = palette(request.palette), source(request.path, "coast")
    sheet = Canvas(WIDE, TALL, "#dfe9e2")
    shore = [
        (-40, 560),
        (120, 600),
        (260, 585),
        (380, 640),
        (520, 630),
        (640, 690),
        (800, 668),
        (930, 600),
        (1060, 640),
        (1240, 560),
    ]
    for k in range(6):
        sheet.stroke(
            flowing([(x, y - 18 - k * 19) for x, y in shore]), "#5f97a3", 2.6, 0.5 - k * 0.07
        )
    land = flowing([*shore, (1260, 900), (-60, 900)], closed=True)
    sheet.fill(land, "#ecd9b0")
    sheet.stroke(flowing(shore), "#7a5a30", 5)
    for _ in range(50):
        x, y = rng.uniform(0, WIDE), rng.uniform(690, 810)
        sheet.stroke(flowing([(x, y), (x + 9, y - 7), (x + 20, y)]), "#b98f54", 2.4, 0.7)
    for x in (300, 345, 890):
        _palm(sheet, x, 705)
    banks = [(250, 330, 92), (520, 210, 120), (800, 280, 104), (980, 420, 76), (640, 430, 60)]
    for x, y, r in banks:
        sheet.fill(disc(x, y, r, r * 0.52), "#f3e3b8", 0.85)
        sheet.stroke(disc(x, y, r, r * 0.52), "#a8843f", 2.6, dash=(7, 7))
        for _ in range(int(r / 4)):
            a, d = rng.uniform(0, 6.28), np.sqrt(rng.random())
            sheet.fill(
                disc(x + r * 0.85 * d * np.cos(a), y + r * 0.42 * d * np.sin(a), 4.2), "#ffffff"
            )
    voyage = [
        (430, 640),
        (330, 500),
        (170, 350),
        (300, 240),
        (480, 150),
        (660, 200),
        (840, 190),
        (950, 300),
        (1010, 440),
        (860, 480),
        (700, 470),
        (590, 520),
        (470, 636),
    ]
    sheet.stroke(flowing(voyage), colours.tones[4], 6, dash=(18, 10))
    sheet.fill(disc(430, 646, 13), colours.ink)
    _sail(sheet, 590, 175)
    for (x, y), month in zip(
        [(250, 410), (400, 150), (1010, 300), (720, 530)], ["١", "٢", "٣", "٤"], strict=True
    ):
        sheet.fill(disc(x, y, 27), colours.paper)
        sheet.stroke(disc(x, y, 27), colours.tones[4], 4)
        sheet.text(x, y + 14, month, 38, colours.ink, "arabic", 600, "centre")
    run = lettering.width(request.title, "naskh-bold", 62)
    sheet.fill(box(WIDE - run - 110, 34, run + 70, 96, 14), colours.paper, 0.92)
    sheet.text(WIDE - 76, 100, request.title, 62, colours.ink, "naskh-bold", 700, "right")
    return _on_paper(sheet.picture(), rng)


def _palm(sheet: Canvas, x: float, y: float) -> None:
    sheet.stroke(flowing([(x, y + 50), (x + 5, y + 20), (x + 2, y)]), "#7a5a30", 7)
    for k in range(7):
        a = np.pi * (1.05 + 0.15 * k)
        sheet.stroke(
            flowing(
                [
                    (x + 2, y),
                    (x + 2 + 24 * np.cos(a), y + 20 * np.sin(a)),
                    (x + 2 + 40 * np.cos(a), y + 14 + 12 * np.sin(a)),
                ]
            ),
            "#4f7a3a",
            5,
        )


def _sail(sheet: Canvas, x: float, y: float) -> None:
    sheet.fill(
        flowing(
            [(x - 62, y + 22), (x - 40, y + 44), (x + 44, y + 44), (x + 74, y + 14), (x, y + 30)],
            closed=True,
        ),
        "#6d4426",
    )
    sheet.stroke(segment(x - 4, y + 30, x + 8, y - 66), "#4a2f1c", 6)
    sheet.fill(
        flowing(
            [(x - 46, y + 8), (x + 2, y - 70), (x + 66, y - 86), (x + 40, y - 10)], closed=True
        ),
        "#fbf5e6",
    )
    sheet.stroke(
        flowing(
            [(x - 46, y + 8), (x + 2, y - 70), (x + 66, y - 86), (x + 40, y - 10)], closed=True
        ),
        "#4a2f1c",
        3.4,
    )


def sound_map(request: Request) -> Image.Image:
    """A harbor at night and rings of sound that fade with distance from where it is made."""
    colours = palette(request.palette)
    land, water, ink = (
        mixed(colours.deep, "#f3eefb", 0.2),
        mixed(colours.deep, "#05070f", 0.25),
        "#f5effc",
    )
    sheet = Canvas(WIDE, TALL, water)
    shore = [
        (-40, 500),
        (140, 470),
        (300, 520),
        (430, 480),
        (520, 540),
        (700, 520),
        (820, 430),
        (960, 400),
        (1100, 440),
        (1260, 380),
    ]
    sheet.fill(flowing([*shore, (1280, 900), (-60, 900)], closed=True), land)
    sheet.fill(box(612, 300, 34, 260), land)
    rng = source(request.path, "houses")
    for _ in range(150):
        x, y = rng.uniform(0, WIDE), rng.uniform(560, 800)
        sheet.fill(
            box(x, y, rng.uniform(14, 34), rng.uniform(12, 26), 2), mixed(land, "#ffffff", 0.13)
        )
    places = [(300, 556), (628, 330), (1010, 486)]
    for k in range(11):
        r = 56 + k * 74
        sheet.stroke(
            disc(*places[0], r), colours.tones[1], 7 - 0.4 * k, max(0.06, 0.85 - 0.085 * k)
        )
    sites = [str(s) for s in request.series.get("sites") or []]
    marks = [re.match(r"[\d.]+ ?dB", str(m)) for m in request.series.get("marks") or []]
    for i, ((x, y), name) in enumerate(zip(places, sites, strict=False)):
        level = marks[i][0] if i < len(marks) and marks[i] else ""
        sheet.fill(disc(x, y, 17), ink)
        sheet.fill(disc(x, y, 10), colours.tones[1])
        run = max(lettering.width(name, "serif", 30, 600), 90)
        left = min(max(24, x + 30), WIDE - run - 60)
        sheet.fill(box(left, y - 78 if i else y + 26, run + 34, 84, 12), water, 0.86)
        sheet.text(left + 16, y - 44 if i else y + 60, name, 30, ink, "serif", 600)
        sheet.text(
            left + 16,
            y - 10 if i else y + 94,
            level,
            28,
            mixed(colours.tones[1], "#ffffff", 0.3),
            weight=650,
        )
    sheet.text(56, 104, request.title, 64, ink, "serif", 640)
    sheet.text(58, 148, "who hears the ice house", 28, ink, "serif-italic", alpha=0.75)
    return sheet.picture()


def _on_paper(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    pixels = np.asarray(picture).astype(float) / 255
    tall, wide = pixels.shape[:2]
    soft = np.kron(noise(64, rng, 3), np.ones((20, 20)))[:tall, :wide]
    return Image.fromarray(
        (np.clip(pixels * (1 + 0.012 * soft)[..., None], 0, 1) * 255).astype(np.uint8), "RGB"
    )


def known(request: Request) -> Callable[[Request], Image.Image] | None:
    """The drawing that suits the request, if one does."""
    for pattern, draw in (
        (r"map of a school", school_plan),
        (r"pearl banks", coast),
        (r"rings that fade", sound_map),
    ):
        if re.search(pattern, request.words):
            return draw
    return None
