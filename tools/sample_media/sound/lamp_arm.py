"""A wooden arm lifts a lamp under a hull, stops without shaking, and a hand turns the lamp."""

from __future__ import annotations

from functools import cache

import numpy as np
import skia
from PIL import Image

from ..canvas import Canvas, box, disc, flowing, polygon, segment
from ..palettes import Palette, mixed
from .joints import Point, between, ease, elbow, joint, limb
from .noises import motor, speed_of, words
from .wave import RATE, Sound, lay

BENCH = 300.0
SHOULDER = (230.0, 262.0)
LOW, HIGH = (392.0, 246.0), (404.0, 138.0)
WOOD = "#c08a4e"


def lamp_arm(t: float, seconds: float, colours: Palette) -> Image.Image:
    """The scene at a moment: rise until 2.4 s, be still, and be turned from 4.5 s on."""
    sheet = Canvas(640, 360, None)
    lamp, turn = _lamp_place(t), 60 + 66 * ease(t, 4.6, seconds - 0.3)
    sheet.paste(_yard(colours), 0, 0)
    _light(sheet, lamp, turn)
    knee = elbow(SHOULDER, lamp, 132, 140)
    _counterweight(sheet, knee, lamp)
    limb(sheet, SHOULDER, knee, 13, 10, WOOD)
    limb(sheet, knee, lamp, 9, 7, mixed(WOOD, "#ffffff", 0.14))
    _foot(sheet)
    joint(sheet, SHOULDER, 17, "#6c665c")
    joint(sheet, knee, 11, "#6c665c")
    _lamp(sheet, lamp, turn)
    _hand(sheet, lamp, turn, t)
    return sheet.picture()


def lamp_arm_heard(seconds: float, rng: np.random.Generator) -> Sound:
    """The motor hums and slows down; then two people speak."""
    moments = np.arange(0, seconds, 0.01)
    places = np.array([_lamp_place(float(t))[1] for t in moments])
    path = np.interp(np.arange(int(seconds * RATE)) / RATE, moments, places)
    sound = 0.45 * motor(speed_of(path), rng)
    lay(sound, words("It stopped. It is not swinging.", "en-us+f3", 190, 58), 2.5, 0.8)
    lay(
        sound,
        words("Good. I am leaving my thermos there.", "en-gb-scotland+f2", 195, 38),
        4.15,
        0.8,
    )
    return sound + 0.008 * rng.normal(0, 1, len(sound))


def _lamp_place(t: float) -> Point:
    rise = ease(t, 0.0, 2.4)
    x, y = between(LOW, HIGH, rise)
    return x + 22 * float(np.sin(np.pi * rise)), y


@cache
def _yard(colours: Palette) -> Image.Image:
    """Under a hull: planks above, a dim shed behind, a bench in front with a thermos on it."""
    sheet = Canvas(640, 360, "#2a231d")
    sheet.shade(box(0, 0, 640, 360), (0, 0), (640, 300), [("#4a3a2c", 1), ("#231d19", 1)])
    for k in range(8):
        sheet.fill(box(20 + k * 84, 96, 5, 220), "#15110e", 0.5, blur=3)
    sheet.fill(box(470, 120, 110, 82, 3), "#8fb0b8", 0.28, blur=7)
    for k in range(6):
        top = -40 + 23 * k
        xs = np.linspace(-20, 660, 9)
        ys = top + 52 - 88 * ((xs - 300) / 420) ** 2 + 6 * k
        path = flowing(np.column_stack([xs, ys + 30]))
        sheet.stroke(path, mixed("#7c4a2b", colours.deep, 0.1 * k), 24)
        sheet.stroke(flowing(np.column_stack([xs, ys + 42])), "#1d120b", 1.6, 0.8)
    sheet.shade(box(0, BENCH, 640, 60), (0, BENCH), (0, 360), [("#8a6238", 1), ("#4a331d", 1)])
    for k in range(5):
        sheet.stroke(
            segment(0, BENCH + 6 + k * k * 3, 640, BENCH + 8 + k * k * 3), "#2f2012", 1, 0.4
        )
    _thermos(sheet, colours)
    return sheet.picture()


def _thermos(sheet: Canvas, colours: Palette) -> None:
    sheet.fill(disc(92, BENCH + 12, 40, 6), "#000000", 0.45, blur=5)
    sheet.shade(
        box(66, BENCH - 86, 48, 96, 9),
        (66, 0),
        (114, 0),
        [
            (mixed(colours.tones[2], "#000000", 0.3), 1),
            (mixed(colours.tones[2], "#ffffff", 0.25), 1),
            (mixed(colours.tones[2], "#000000", 0.5), 1),
        ],
    )
    sheet.shade(
        box(69, BENCH - 112, 42, 30, 6),
        (69, 0),
        (111, 0),
        [("#77716a", 1), ("#d9d3c8", 1), ("#57524c", 1)],
    )


def _light(sheet: Canvas, lamp: Point, turn: float) -> None:
    """The cone of the lamp on planks and bench, and a glow around it."""
    sheet.skia.save()
    sheet.skia.translate(*lamp)
    sheet.skia.rotate(turn - 90)
    for wide, alpha in ((0.78, 0.13), (0.6, 0.16), (0.42, 0.16)):
        cone = polygon([(0, 14), (-340 * wide, 360), (340 * wide, 360)])
        paint = skia.Paint(
            AntiAlias=True, MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 14)
        )
        paint.setShader(
            skia.GradientShader.MakeRadial(
                skia.Point(0, 0),
                370,
                [skia.Color(255, 226, 160, round(255 * alpha * 2.2)), skia.Color(255, 214, 140, 0)],
            )
        )
        paint.setBlendMode(skia.BlendMode.kPlus)
        sheet.skia.drawPath(cone, paint)
    sheet.skia.restore()
    sheet.glow(lamp, 120, [("#ffe2a6", 0.3), ("#ffe2a6", 0.0)])


def _lamp(sheet: Canvas, lamp: Point, turn: float) -> None:
    sheet.skia.save()
    sheet.skia.translate(*lamp)
    sheet.skia.rotate(turn - 90)
    shade = polygon([(-11, -14), (11, -14), (30, 26), (-30, 26)])
    sheet.shade(shade, (-30, 0), (30, 0), [("#2f5f57", 1), ("#6fa595", 1), ("#234943", 1)])
    sheet.fill(disc(0, 26, 30, 7), "#fff3cf")
    sheet.fill(disc(0, 26, 20, 4.5), "#ffffff")
    sheet.fill(box(-7, -26, 14, 14, 4), "#3a3632")
    sheet.skia.restore()
    joint(sheet, lamp, 8, "#6c665c")


def _counterweight(sheet: Canvas, knee: Point, lamp: Point) -> None:
    """A short bar behind the foot, always opposite the lamp, with a tin can of lead shot on it."""
    back = (SHOULDER[0] - (lamp[0] - knee[0]) * 0.56, SHOULDER[1] - (lamp[1] - knee[1]) * 0.56)
    limb(sheet, SHOULDER, back, 9, 8, WOOD)
    sheet.shade(
        box(back[0] - 19, back[1] - 4, 38, 44, 4),
        (back[0] - 19, 0),
        (back[0] + 19, 0),
        [("#7d7b77", 1), ("#e0ddd5", 1), ("#66635f", 1)],
    )
    for k in range(3):
        y = back[1] + 8 + k * 9
        sheet.stroke(segment(back[0] - 18, y, back[0] + 18, y), "#55524e", 1.2, 0.6)


def _foot(sheet: Canvas) -> None:
    sheet.fill(disc(232, BENCH + 14, 74, 7), "#000000", 0.4, blur=6)
    sheet.shade(
        polygon([(176, BENCH + 8), (206, 240), (254, 240), (286, BENCH + 8)]),
        (176, 0),
        (286, 0),
        [("#d09a5c", 1), ("#a87540", 1), ("#6e4922", 1)],
    )
    sheet.shade(
        box(262, BENCH - 20, 20, 54, 3),
        (262, 0),
        (282, 0),
        [("#4b4f54", 1), ("#8b9096", 1), ("#3a3d41", 1)],
    )
    for k in range(4):
        sheet.fill(
            disc(208 + k * 15, BENCH - 12, 4.6), ("#c2512b", "#e0a13a", "#2f6f73", "#8a4f7d")[k]
        )


def _hand(sheet: Canvas, lamp: Point, turn: float, t: float) -> None:
    """A sleeve and a hand come from the right, hold the lamp's edge and go with it."""
    come = ease(t, 4.0, 4.6)
    if come <= 0:
        return
    angle = np.radians(turn)
    ahead, across = float(np.cos(angle)), float(np.sin(angle))
    hold = (lamp[0] + 24 * ahead + 30 * across + 8, lamp[1] + 24 * across - 30 * ahead + 4)
    at = between((720.0, 250.0), hold, come)
    skin, sleeve = "#b9805c", "#31536b"
    wrist = (at[0] + 62, at[1] + 24)
    limb(sheet, (700.0, wrist[1] + 66), wrist, 34, 22, sleeve)
    limb(sheet, (wrist[0] + 14, wrist[1] + 5), (at[0] + 20, at[1] + 8), 15, 17, skin)
    for k in range(4):
        start = (at[0] + 22, at[1] - 5 + k * 9)
        tip = (at[0] - 14 + abs(k - 1) * 4, at[1] - 12 + k * 10)
        sheet.stroke(segment(*start, *tip), mixed(skin, "#000000", 0.22), 12.5)
        sheet.stroke(segment(*start, *tip), mixed(skin, "#ffe2b8", 0.18), 9.5)
    sheet.stroke(
        segment(at[0] + 26, at[1] - 6, at[0] + 2, at[1] - 24), mixed(skin, "#000000", 0.15), 12
    )
