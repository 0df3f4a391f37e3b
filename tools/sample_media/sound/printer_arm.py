"""An arm of gray printer parts picks up a paper cup, and somebody is glad."""

from __future__ import annotations

from functools import cache

import numpy as np
from PIL import Image

from ..canvas import Canvas, box, disc, polygon, segment
from ..palettes import Palette, mixed
from .joints import Point, between, ease, elbow, joint, limb
from .noises import breath, click, motor, speed_of, words
from .wave import RATE, Sound, lay, silence

TABLE = 286.0
SHOULDER = (196.0, 196.0)
HOME, OVER, LIFTED = (300.0, 84.0), (436.0, 190.0), (428.0, 118.0)
GRAY, RUBBER = "#8f9499", "#a8412f"


def printer_arm(t: float, seconds: float, colours: Palette) -> Image.Image:
    """The scene at a moment: swing over until 2 s, wait, close, and lift from 3.7 s on."""
    del seconds
    sheet = Canvas(640, 360, None)
    sheet.paste(_room(colours), 0, 0)
    hand, grip = _hand(t), ease(t, 2.7, 3.5)
    _cup(sheet, (OVER[0], TABLE) if t < 3.7 else (hand[0], hand[1] + TABLE - OVER[1]))
    sheet.fill(disc(hand[0], TABLE + 9, 40, 6), "#000000", 0.16, blur=6)
    knee = elbow(SHOULDER, hand, 138, 150)
    _cable(sheet, knee, hand)
    limb(sheet, SHOULDER, knee, 15, 11, GRAY)
    limb(sheet, knee, hand, 11, 8, mixed(GRAY, "#ffffff", 0.22))
    _fingers(sheet, hand, grip)
    _foot(sheet)
    joint(sheet, SHOULDER, 19, mixed(GRAY, "#2b2f36", 0.45))
    joint(sheet, knee, 14, mixed(GRAY, "#2b2f36", 0.3))
    joint(sheet, hand, 9, mixed(GRAY, "#2b2f36", 0.45))
    return sheet.picture()


def printer_arm_heard(seconds: float, rng: np.random.Generator) -> Sound:
    """The motor, a breath, the click of the fingers, and one word."""
    moments = np.arange(0, seconds, 0.01)
    far = [np.cumsum([0.0, *np.hypot(*np.diff([_hand(float(t)) for t in moments], axis=0).T)])]
    path = np.interp(np.arange(int(seconds * RATE)) / RATE, moments, far[0])
    sound = 0.5 * motor(speed_of(path), rng)
    lay(sound, breath(1.2, rng), 2.1, 0.25)
    lay(sound, click(rng), 3.5, 0.6)
    lay(sound, words("Yes!", "en-us", 150, 60), 3.75, 1.0)
    return sound + 0.01 * rng.normal(0, 1, len(silence(seconds)))


def _hand(t: float) -> Point:
    over = ease(t, 0.1, 2.1)
    x, y = between(HOME, OVER, over)
    way = (x, y - 46 * float(np.sin(np.pi * over)))
    return between(way, LIFTED, ease(t, 3.75, 4.8))


@cache
def _room(colours: Palette) -> Image.Image:
    """A wall with a shelf, out of focus, and a table of plywood."""
    sheet = Canvas(640, 360, mixed(colours.paper, colours.line, 0.7))
    sheet.shade(box(0, 0, 640, 290), (0, 0), (640, 290), [("#ffffff", 0.35), (colours.quiet, 0.3)])
    sheet.fill(box(360, 92, 300, 9), mixed(colours.quiet, colours.deep, 0.3), 0.7, blur=3)
    for k, (x, high) in enumerate(
        [(380, 52), (412, 66), (440, 44), (486, 60), (520, 48), (566, 70), (602, 40)]
    ):
        sheet.fill(
            box(x, 92 - high, 26, high),
            mixed(colours.tones[k % 5], colours.paper, 0.35),
            0.75,
            blur=3.5,
        )
    wood = mixed("#d9b98a", colours.tones[2], 0.25)
    sheet.shade(
        box(0, TABLE - 16, 640, 100),
        (0, TABLE - 16),
        (0, 360),
        [(mixed(wood, "#ffffff", 0.25), 1), (mixed(wood, "#000000", 0.28), 1)],
    )
    for k in range(7):
        y = TABLE - 6 + k * k * 2.1
        sheet.stroke(segment(0, y, 640, y + 3), mixed(wood, "#000000", 0.3), 0.8, 0.25)
    return sheet.picture()


def _cup(sheet: Canvas, foot: Point) -> None:
    """A paper cup, upside down, with two stripes."""
    x, y = foot
    lift = (TABLE - y) / 60
    sheet.fill(
        disc(x + 5, TABLE + 6, 34 - 5 * lift, 6),
        "#000000",
        0.34 - 0.12 * min(lift, 1),
        blur=4 + 3 * lift,
    )
    body = polygon([(x - 30, y + 4), (x + 30, y + 4), (x + 20, y - 66), (x - 20, y - 66)])
    sheet.shade(
        body,
        (x - 30, 0),
        (x + 30, 0),
        [("#d9d4c8", 1), ("#ffffff", 1), ("#f3efe6", 1), ("#b9b3a6", 1)],
    )
    for up in (18, 27):
        half = 30 - 10 * (up + 4) / 70
        sheet.stroke(segment(x - half, y - up, x + half, y - up), "#b0563a", 4, 0.85)
    sheet.fill(disc(x, y - 66, 20, 3.2), "#efeae0")
    sheet.fill(disc(x, y + 4, 30, 4), "#c9c2b4", 0.6)


def _fingers(sheet: Canvas, hand: Point, grip: float) -> None:
    open_by = 35 - 13 * grip
    for side in (-1, 1):
        knuckle = (hand[0] + side * (open_by + 3), hand[1] + 24)
        tip = (hand[0] + side * (open_by - 4 + 3 * grip), hand[1] + 58)
        limb(sheet, hand, knuckle, 6, 6, "#5c6168")
        limb(sheet, knuckle, tip, 6, 4, "#70767d")
        joint(sheet, knuckle, 6, "#4a4f56")
        sheet.stroke(segment(*tip, tip[0], tip[1] + 5), RUBBER, 7)


def _foot(sheet: Canvas) -> None:
    sheet.fill(disc(198, TABLE + 12, 96, 8), "#000000", 0.35, blur=6)
    sheet.shade(
        box(112, TABLE - 8, 172, 18, 2),
        (0, TABLE - 8),
        (0, TABLE + 10),
        [("#e2c596", 1), ("#a67f4e", 1)],
    )
    tower = polygon([(162, TABLE - 8), (176, 190), (216, 190), (234, TABLE - 8)])
    sheet.shade(tower, (162, 0), (234, 0), [("#b9bdc1", 1), ("#8a8f95", 1), ("#5f646a", 1)])
    for k in range(4):
        sheet.stroke(segment(182, 228 + k * 9, 212, 228 + k * 9), "#43474d", 3, 0.7)


def _cable(sheet: Canvas, knee: Point, hand: Point) -> None:
    for k, tone in enumerate(("#b8472f", "#2c3e57", "#c2983a")):
        low = 16 + 5 * k
        sheet.stroke(
            polygon(
                [
                    (SHOULDER[0] + 6, SHOULDER[1] - 6),
                    between(SHOULDER, (knee[0], knee[1] - low), 0.55),
                    knee,
                    between(knee, hand, 0.7),
                ],
                closed=False,
            ),
            tone,
            2,
            0.85,
        )
