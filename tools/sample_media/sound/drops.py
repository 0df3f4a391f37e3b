"""Drops fall from a black tube onto dark soil, one a second."""

from __future__ import annotations

from functools import cache

import numpy as np
from PIL import Image, ImageFilter

from ..canvas import Canvas, box, disc, flowing, polygon
from ..palettes import Palette, mixed
from ..seed import source
from .noises import drop, rooster
from .wave import Sound, lay, silence, softened

NOZZLE, SOIL = (322.0, 92.0), 292.0
FIRST, FALL = 0.55, 0.26  # seconds until the first drop lets go, and seconds that each one falls


def drops(t: float, seconds: float, colours: Palette) -> Image.Image:
    """The scene at a moment."""
    del seconds
    sheet = Canvas(640, 360, None)
    sheet.paste(_garden(colours), 0, 0)
    fallen = max(0, int(t - FIRST - FALL) + 1) if t > FIRST + FALL else 0
    _wet(sheet, fallen + 2)
    phase = (t - FIRST) % 1.0
    _hanging(sheet, phase if t > FIRST else 1 - (FIRST - t))
    if t > FIRST and phase < FALL:
        _falling(sheet, phase / FALL)
    if t > FIRST + FALL and phase >= FALL:
        _splash(sheet, phase - FALL, int(t))
    return sheet.picture()


def drops_heard(seconds: float, rng: np.random.Generator) -> Sound:
    """Each drop, a little wind, and from half the time on a rooster."""
    sound = silence(seconds)
    for k in range(int(seconds)):
        lay(sound, drop(rng), FIRST + FALL + k, 0.8)
    lay(sound, rooster(rng), seconds / 2 + 0.3, 0.16)
    wind = softened(rng.normal(0, 1, len(sound)), 300)
    return sound + 0.03 * wind / wind.std()


@cache
def _garden(colours: Palette) -> Image.Image:
    """Trunks far off in the low sun, soil in front, a black tube across."""
    rng = source("drops", colours.deep)
    sheet = Canvas(640, 360, "#e8c48f")
    sheet.shade(box(0, 0, 640, 240), (0, 0), (0, 240), [("#f3dcae", 1), ("#d9a868", 1)])
    sheet.glow((520, 60), 260, [("#fff3d0", 0.9), ("#fff3d0", 0.0)])
    for x, wide in ((70, 34), (196, 22), (430, 26), (560, 40)):
        sheet.fill(box(x, 0, wide, 236), "#7a5a3c", 0.85)
        sheet.fill(disc(x + wide / 2, 226, wide * 1.7, 14), "#5c6a34", 0.7)
    far = sheet.picture().filter(ImageFilter.GaussianBlur(9))
    sheet.paste(far, 0, 0)
    sheet.shade(
        box(0, 214, 640, 150), (0, 214), (0, 360), [("#8a6242", 1), ("#5a3c28", 1), ("#3a2619", 1)]
    )
    for _ in range(1500):
        y = 218 + 142 * rng.uniform(0, 1) ** 0.8
        size = (y - 200) / 160 * rng.uniform(1.2, 6)
        tone = mixed(
            "#6e4a30",
            "#23160e" if rng.uniform() < 0.55 else "#a97d54",
            float(rng.uniform(0.2, 0.8)),
        )
        sheet.fill(disc(rng.uniform(0, 640), y, size, size * 0.6), tone, 0.75)
    tube = flowing([(-20, 66), (160, 74), (322, 76), (480, 72), (660, 60)])
    sheet.stroke(tube, "#0d0d0f", 25)
    sheet.stroke(
        flowing([(-20, 60), (160, 68), (322, 70), (480, 66), (660, 54)]),
        "#8d8f96",
        3.5,
        0.55,
        blur=1.5,
    )
    sheet.fill(box(NOZZLE[0] - 13, 80, 26, 13, 4), "#1d1d21")
    sheet.fill(box(NOZZLE[0] - 5, 90, 10, 8, 2), "#35353b")
    return sheet.picture()


def _wet(sheet: Canvas, drops_so_far: int) -> None:
    """A dark patch that grows a little with each drop, and shines."""
    wide = 46 + 7 * drops_so_far
    sheet.fill(disc(NOZZLE[0], SOIL + 4, wide, wide * 0.27), "#1c0f08", 0.72, blur=7)
    sheet.fill(disc(NOZZLE[0], SOIL + 4, wide * 0.5, wide * 0.11), "#0e0704", 0.8, blur=3)
    sheet.fill(disc(NOZZLE[0] + wide * 0.12, SOIL + 1, wide * 0.26, 2.6), "#f3dcae", 0.35, blur=2)


def _bead(sheet: Canvas, x: float, y: float, radius: float, long: float) -> None:
    """A drop of water: light below, where the sun leaves it, and one bright spot."""
    body = flowing([(x, y - long), (x + radius, y), (x, y + radius), (x - radius, y)], closed=True)
    sheet.shade(
        body,
        (x, y - long),
        (x, y + radius),
        [("#6f8a8c", 0.85), ("#a9c4c2", 0.9), ("#f6efd9", 0.95)],
    )
    sheet.fill(disc(x - radius * 0.3, y - radius * 0.25, radius * 0.24), "#ffffff", 0.95)
    sheet.stroke(body, "#3d4c4c", 0.8, 0.5)


def _hanging(sheet: Canvas, grown: float) -> None:
    size = 2.2 + 6.2 * max(0.0, grown) ** 1.6
    _bead(sheet, NOZZLE[0], NOZZLE[1] + 6 + size * 0.6, size, size * 1.5)


def _falling(sheet: Canvas, way: float) -> None:
    y = NOZZLE[1] + 14 + (SOIL - NOZZLE[1] - 14) * way**2
    sheet.fill(
        polygon([(NOZZLE[0] - 2.5, y), (NOZZLE[0] + 2.5, y), (NOZZLE[0], y - 12 - 70 * way)]),
        "#dfe8e2",
        0.3,
    )
    _bead(sheet, NOZZLE[0], y, 6.6, 9 + 9 * way)


def _splash(sheet: Canvas, since: float, which: int) -> None:
    """Small beads fly up and fall back; a ring spreads on the wet soil."""
    if since < 0.5:
        ring = 8 + 110 * since
        sheet.stroke(
            disc(NOZZLE[0], SOIL + 3, ring, ring * 0.25), "#f6e4bd", 1.8, 0.55 * (1 - since / 0.5)
        )
    rng = source("drops", f"splash {which}")
    for _ in range(9):
        side, up = rng.uniform(-85, 85), rng.uniform(90, 190)
        x, y = NOZZLE[0] + side * since, SOIL - up * since + 620 * since**2
        if y < SOIL + 4:
            sheet.fill(disc(x, y, rng.uniform(1.0, 2.4)), "#f3ead2", 0.9)
