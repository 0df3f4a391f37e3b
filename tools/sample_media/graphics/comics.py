"""Comics in three panels: drawn by somebody who likes ink, with words in balloons."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from PIL import Image

from .. import lettering
from ..canvas import Canvas, box, disc, flowing, polygon, segment
from ..palettes import mixed, palette
from ..request import Request
from ..seed import source

WIDE, TALL = 1500, 620
INK = "#241c1a"


def comic(request: Request) -> Image.Image:
    """Three panels side by side."""
    colours = palette(request.palette)
    sheet = Canvas(WIDE, TALL, "#fbf7ee")
    if request.title:
        sheet.text(44, 70, request.title, 46, INK, "marker", 400)
    panels: list[Any] = list(request.series.get("panels") or ["", "", ""])
    rng = source(request.path, "comic")
    top = 96 if request.title else 40
    wide = (WIDE - 40 - 24 * len(panels)) / len(panels)
    for i, panel in enumerate(panels):
        scene, words = (str(panel.get("scene", "")), str(panel.get("text", ""))) if isinstance(panel, dict) else (str(panel), "")
        x = 32 + i * (wide + 24)
        tall = TALL - top - 34
        frame = box(x, top, wide, tall, 4)
        sheet.skia.save()
        sheet.skia.clipPath(frame)
        sheet.fill(frame, mixed(colours.tones[(i * 2 + 1) % 5], "#fffaf0", 0.72))
        draw = next((d for pattern, d in SCENES if re.search(pattern, scene.lower())), _figure)
        draw(sheet, x, top, wide, tall)
        sheet.skia.restore()
        edge = [(x, top), (x + wide, top), (x + wide, top + tall), (x, top + tall)]
        for _ in range(2):
            sheet.stroke(polygon(np.array(edge) + rng.normal(0, 1.4, (4, 2))), INK, 4.5)
        if words:
            _balloon(sheet, x + wide * 0.5, top + 22, wide * 0.84, words, loud=words.isupper())
    return sheet.picture()


def _balloon(sheet: Canvas, cx: float, y: float, room: float, words: str, *, loud: bool) -> None:
    size = 62 if loud else 36
    lines = lettering.wrapped(words, "marker" if loud else "print-hand", size, room - 40)
    wide = max(lettering.width(line, "marker" if loud else "print-hand", size) for line in lines) + 50
    tall = len(lines) * size * 1.2 + 26
    if loud:
        spikes = [(cx + (wide * 0.62 if k % 2 == 0 else wide * 0.5) * np.cos(k * np.pi / 12), y + tall / 2 + (tall * 0.95 if k % 2 == 0 else tall * 0.66) * np.sin(k * np.pi / 12)) for k in range(24)]
        sheet.fill(polygon(spikes), "#ffd24a")
        sheet.stroke(polygon(spikes), INK, 4)
    else:
        tail = polygon([(cx - 10, y + tall - 6), (cx + 30, y + tall - 6), (cx - 16, y + tall + 44)])
        body = box(cx - wide / 2, y, wide, tall, 30)
        for shape in (body, tail):
            sheet.stroke(shape, INK, 7)
        for shape in (body, tail):
            sheet.fill(shape, "#ffffff")
    for i, line in enumerate(lines):
        sheet.text(cx, y + size * (0.98 + 1.2 * i) + 4, line, size, INK, "marker" if loud else "print-hand", 400, "centre")


def _child(sheet: Canvas, x: float, y: float, s: float, mood: str = "o", arms: tuple[float, float] = (0.2, -0.2)) -> None:
    """A small figure with braids; (x, y) is between the feet."""
    for dx in (-14, 14):
        sheet.stroke(segment(x + dx * s, y - 78 * s, x + dx * s, y - 6 * s), "#3b4a6b", 17 * s)
        sheet.fill(disc(x + (dx + 6) * s, y - 5 * s, 14 * s, 8 * s), INK)
    sheet.fill(flowing([(x - 38 * s, y - 74 * s), (x - 28 * s, y - 160 * s), (x + 28 * s, y - 160 * s), (x + 38 * s, y - 74 * s)], closed=True), "#c2512b")
    sheet.stroke(flowing([(x - 38 * s, y - 74 * s), (x - 28 * s, y - 160 * s), (x + 28 * s, y - 160 * s), (x + 38 * s, y - 74 * s)], closed=True), INK, 3.5)
    for side, lift in zip((-1, 1), arms, strict=True):
        sheet.stroke(flowing([(x + side * 28 * s, y - 148 * s), (x + side * 56 * s, y - (128 + 40 * lift) * s), (x + side * 62 * s, y - (128 + 110 * lift) * s)]), "#c2512b", 15 * s)
        sheet.fill(disc(x + side * 62 * s, y - (134 + 112 * lift) * s, 10 * s), "#b9814f")
    hy = y - 212 * s
    for side in (-1, 1):
        for k in range(4):
            sheet.fill(disc(x + side * (56 + 5 * k) * s, hy + (8 + k * 19) * s, (13 - k) * s), "#241a16")
        sheet.fill(disc(x + side * 74 * s, hy + 82 * s, 7 * s), "#2f7f86")
    sheet.fill(disc(x, hy, 56 * s), "#b9814f")
    sheet.fill(flowing([(x - 58 * s, hy + 4 * s), (x - 44 * s, hy - 48 * s), (x, hy - 64 * s), (x + 44 * s, hy - 48 * s), (x + 58 * s, hy + 4 * s), (x + 30 * s, hy - 30 * s), (x, hy - 36 * s), (x - 30 * s, hy - 30 * s)], closed=True), "#241a16")
    for side in (-1, 1):
        sheet.stroke(disc(x + side * 21 * s, hy + 2 * s, 17 * s), INK, 4)
        sheet.fill(disc(x + side * 21 * s, hy + 2 * s, 4.6 * s), INK)
    sheet.stroke(segment(x - 4 * s, hy + 1 * s, x + 4 * s, hy + 1 * s), INK, 3.5)
    if mood == "o":
        sheet.fill(disc(x, hy + 31 * s, 8 * s, 10 * s), "#5a1a1c")
    elif mood == "smile":
        sheet.stroke(flowing([(x - 16 * s, hy + 26 * s), (x, hy + 36 * s), (x + 16 * s, hy + 26 * s)]), INK, 4)
    else:
        sheet.stroke(flowing([(x - 14 * s, hy + 34 * s), (x - 4 * s, hy + 28 * s), (x + 4 * s, hy + 34 * s), (x + 14 * s, hy + 28 * s)]), INK, 4)


def _map_upside_down(sheet: Canvas, x: float, y: float, w: float, h: float) -> None:
    sheet.fill(box(x, y + h * 0.86, w, h * 0.14), "#d9c3a0")
    for k in range(3):
        sheet.fill(box(x + w * (0.06 + 0.34 * k), y + h * 0.36, w * 0.18, h * 0.5), "#c9a878")
        sheet.stroke(box(x + w * (0.06 + 0.34 * k), y + h * 0.36, w * 0.18, h * 0.5), INK, 3)
    _child(sheet, x + w * 0.52, y + h * 0.96, h / 420, "zig", (0.35, 0.35))
    sheet.skia.save()
    sheet.skia.rotate(6, x + w * 0.52, y + h * 0.62)
    sheet.fill(box(x + w * 0.33, y + h * 0.53, w * 0.38, h * 0.2, 3), "#f5ecd2")
    sheet.stroke(box(x + w * 0.33, y + h * 0.53, w * 0.38, h * 0.2, 3), INK, 3.5)
    sheet.text(x + w * 0.52, y + h * 0.6, "MAP", 40, "#a33a2a", "marker", 400, "centre", turn=180)
    sheet.stroke(flowing([(x + w * 0.36, y + h * 0.69), (x + w * 0.48, y + h * 0.66), (x + w * 0.56, y + h * 0.7), (x + w * 0.68, y + h * 0.67)]), "#2f6f8a", 3, dash=(8, 6))
    sheet.skia.restore()


def _teacher_soup(sheet: Canvas, x: float, y: float, w: float, h: float) -> None:
    sheet.fill(box(x, y + h * 0.84, w, h * 0.16), "#b9c3a8")
    tx, ty = x + w * 0.66, y + h * 0.62
    sheet.fill(flowing([(tx - 74, ty + 170), (tx - 56, ty), (tx + 56, ty), (tx + 74, ty + 170)], closed=True), "#3f6f7a")
    sheet.fill(disc(tx, ty - 56, 56), "#e2b48a")
    sheet.fill(flowing([(tx - 60, ty - 50), (tx - 40, ty - 112), (tx + 40, ty - 112), (tx + 60, ty - 50), (tx + 20, ty - 84), (tx - 24, ty - 82)], closed=True), "#b9b4ac")
    for side in (-1, 1):
        sheet.fill(disc(tx + side * 19, ty - 56, 5), INK)
    sheet.stroke(flowing([(tx - 16, ty - 30), (tx, ty - 22), (tx + 16, ty - 30)]), INK, 4)
    sheet.fill(box(x + w * 0.4, y + h * 0.76, w * 0.56, h * 0.05, 6), "#8a5a36")
    sheet.stroke(box(x + w * 0.4, y + h * 0.76, w * 0.56, h * 0.05, 6), INK, 3.5)
    for dx in (0.44, 0.9):
        sheet.stroke(segment(x + w * dx, y + h * 0.81, x + w * dx, y + h * 0.98), "#6d4426", 10)
    bx, by = x + w * 0.6, y + h * 0.72
    sheet.fill(flowing([(bx - 62, by - 14), (bx + 62, by - 14), (bx + 40, by + 26), (bx - 40, by + 26)], closed=True), "#c2512b")
    sheet.fill(disc(bx, by - 14, 60, 11), "#e0a13a")
    for k in range(3):
        sheet.stroke(flowing([(bx - 26 + k * 26, by - 36), (bx - 34 + k * 26, by - 58), (bx - 22 + k * 26, by - 82)]), "#ffffff", 5, 0.8)
    sheet.stroke(flowing([(tx - 52, ty + 20), (tx - 84, ty + 50), (bx + 20, by - 26)]), "#3f6f7a", 18)
    for dx in (0.58, 0.7):
        sheet.fill(disc(x + w * dx, y + h * 0.955, 32, 13), "#e2b48a")
        sheet.fill(box(x + w * (dx + 0.16), y + h * 0.92, 46, 22, 10), INK)
    _child(sheet, x + w * 0.2, y + h * 0.97, h / 470, "o", (0.0, 0.3))


def _door(sheet: Canvas, x: float, y: float, w: float, h: float) -> None:
    sheet.fill(box(x, y + h * 0.88, w, h * 0.12), "#d9c3a0")
    sheet.fill(box(x + w * 0.5, y + h * 0.3, w * 0.34, h * 0.58), "#4a837c")
    sheet.stroke(box(x + w * 0.5, y + h * 0.3, w * 0.34, h * 0.58), INK, 4.5)
    sheet.fill(disc(x + w * 0.56, y + h * 0.62, 10), "#e0a13a")
    sheet.fill(box(x + w * 0.6, y + h * 0.36, w * 0.14, h * 0.1, 4), "#fbf7ee")
    sheet.text(x + w * 0.67, y + h * 0.44, "14", 44, INK, "marker", 400, "centre")
    _child(sheet, x + w * 0.26, y + h * 0.97, h / 420, "smile", (0.95, 0.8))


def _dough(sheet: Canvas, x: float, y: float, w: float, h: float) -> None:
    _palm(sheet, x + w * 0.5, y + h * 0.64, w / 460)
    sheet.fill(disc(x + w * 0.5, y + h * 0.42, w * 0.27, h * 0.17), "#000000", 0.15, blur=9)
    sheet.fill(disc(x + w * 0.5, y + h * 0.4, w * 0.27, h * 0.17), "#f6ecd6")
    sheet.stroke(disc(x + w * 0.5, y + h * 0.4, w * 0.27, h * 0.17), INK, 4.5)
    sheet.stroke(flowing([(x + w * 0.36, y + h * 0.36), (x + w * 0.46, y + h * 0.31), (x + w * 0.58, y + h * 0.31)]), "#c9b894", 4)


def _palm(sheet: Canvas, cx: float, cy: float, s: float) -> None:
    skin = "#e8bf98"
    hand = [(cx - 150 * s, cy + 240 * s), (cx - 160 * s, cy + 60 * s), (cx - 196 * s, cy - 90 * s), (cx - 150 * s, cy - 104 * s), (cx - 110 * s, cy - 20 * s), (cx, cy + 26 * s), (cx + 110 * s, cy - 20 * s),
            (cx + 176 * s, cy - 60 * s), (cx + 206 * s, cy - 20 * s), (cx + 150 * s, cy + 70 * s), (cx + 140 * s, cy + 240 * s)]
    sheet.fill(flowing(hand, closed=True), skin)
    sheet.stroke(flowing(hand, closed=True), INK, 4.5)
    for k in range(3):
        sheet.stroke(flowing([(cx - 100 * s + k * 60 * s, cy + 60 * s), (cx - 90 * s + k * 60 * s, cy + 100 * s)]), "#b98a62", 4)


def _pleats(sheet: Canvas, x: float, y: float, w: float, h: float) -> None:
    cx, cy = x + w * 0.5, y + h * 0.6
    shape = [(cx - w * 0.32, cy + h * 0.1), (cx - w * 0.26, cy - h * 0.12), (cx, cy - h * 0.22), (cx + w * 0.26, cy - h * 0.12), (cx + w * 0.32, cy + h * 0.1), (cx, cy + h * 0.17)]
    sheet.fill(flowing(shape, closed=True), "#f6ecd6")
    sheet.stroke(flowing(shape, closed=True), INK, 4.5)
    for k in range(7):
        a = np.pi * (1.12 + 0.76 * k / 6)
        px, py = cx + w * 0.27 * np.cos(a), cy + h * 0.05 + h * 0.22 * np.sin(a)
        qx, qy = cx + w * 0.16 * np.cos(a), cy + h * 0.06 + h * 0.1 * np.sin(a)
        sheet.stroke(flowing([(px, py), ((px + qx) / 2 + 8, (py + qy) / 2), (qx, qy)]), INK, 4)
        ox, oy = cx + w * 0.38 * np.cos(a), cy + h * 0.03 + h * 0.34 * np.sin(a)
        way = np.array([px - ox, py - oy]) * 0.6
        end = np.array([ox, oy]) + way
        sheet.stroke(segment(ox, oy, float(end[0]), float(end[1])), "#c2512b", 5)
        side = np.array([-way[1], way[0]]) / (np.linalg.norm(way) + 1e-6) * 9
        back = end - way / (np.linalg.norm(way) + 1e-6) * 14
        sheet.fill(polygon([tuple(end), tuple(back + side), tuple(back - side)]), "#c2512b")
    thumb = [(x + w * 1.02, y + h * 0.98), (x + w * 0.82, y + h * 0.76), (x + w * 0.7, y + h * 0.6), (x + w * 0.74, y + h * 0.54), (x + w * 0.84, y + h * 0.6), (x + w * 1.02, y + h * 0.74)]
    sheet.fill(flowing(thumb, closed=True), "#e8bf98")
    sheet.stroke(flowing(thumb, closed=True), INK, 4.5)
    sheet.stroke(flowing([(x + w * 0.72, y + h * 0.57), (x + w * 0.765, y + h * 0.565), (x + w * 0.78, y + h * 0.6)]), "#b98a62", 4)


def _two_dumplings(sheet: Canvas, x: float, y: float, w: float, h: float) -> None:
    sheet.fill(box(x, y + h * 0.76, w, h * 0.24), "#c9a06a")
    sheet.stroke(segment(x, y + h * 0.76, x + w, y + h * 0.76), INK, 4)
    cx, cy, s = x + w * 0.3, y + h * 0.66, w * 0.2
    body = [(cx - s, cy + s * 0.5), (cx - s * 0.8, cy - s * 0.3), (cx, cy - s * 0.75), (cx + s * 0.8, cy - s * 0.3), (cx + s, cy + s * 0.5), (cx, cy + s * 0.72)]
    sheet.fill(flowing(body, closed=True), "#f6ecd6")
    sheet.stroke(flowing(body, closed=True), INK, 4.5)
    for k in range(7):
        a = np.pi * (1.2 + 0.6 * k / 6)
        sheet.stroke(segment(cx + s * 0.9 * np.cos(a), cy + s * 0.72 * np.sin(a), cx + s * 0.55 * np.cos(a), cy + s * 0.36 * np.sin(a)), INK, 3.5)
    for side in (-1, 1):
        sheet.fill(disc(cx + side * s * 0.26, cy + s * 0.1, 6), INK)
        sheet.fill(disc(cx + side * s * 0.46, cy + s * 0.26, 13, 8), "#e88a6a", 0.6)
    sheet.stroke(flowing([(cx - s * 0.16, cy + s * 0.28), (cx, cy + s * 0.38), (cx + s * 0.16, cy + s * 0.28)]), INK, 4.5)
    cx = x + w * 0.74
    flop = [(cx - s * 0.95, cy + s * 0.6), (cx - s * 0.7, cy), (cx - s * 0.2, cy - s * 0.26), (cx - s * 0.05, cy + s * 0.04), (cx + s * 0.16, cy - s * 0.3), (cx + s * 0.7, cy), (cx + s * 0.95, cy + s * 0.6), (cx, cy + s * 0.76)]
    sheet.fill(flowing(flop, closed=True), "#f6ecd6")
    sheet.stroke(flowing(flop, closed=True), INK, 4.5)
    for dx, dy in ((-0.1, -0.3), (0.12, -0.46), (0.0, -0.12), (-0.28, -0.44), (0.3, -0.3)):
        sheet.fill(disc(cx + s * dx, cy + s * dy, 13, 9), "#8a9a4a" if dx > 0 else "#a8633f")
    for side in (-1, 1):
        sheet.fill(disc(cx + side * s * 0.26, cy + s * 0.24, 6), INK)
        sheet.stroke(segment(cx + side * s * 0.16, cy + s * 0.1, cx + side * s * 0.38, cy + s * 0.16), INK, 4)
    sheet.stroke(flowing([(cx - s * 0.16, cy + s * 0.5), (cx, cy + s * 0.4), (cx + s * 0.16, cy + s * 0.5)]), INK, 4.5)
    sheet.fill(flowing([(cx - s * 0.34, cy + s * 0.32), (cx - s * 0.4, cy + s * 0.46), (cx - s * 0.3, cy + s * 0.46)], closed=True), "#5fa3c4")


def _figure(sheet: Canvas, x: float, y: float, w: float, h: float) -> None:
    sheet.fill(box(x, y + h * 0.86, w, h * 0.14), "#d9c3a0")
    _child(sheet, x + w * 0.5, y + h * 0.96, h / 420, "smile")


SCENES = ((r"map upside", _map_upside_down), (r"soup", _teacher_soup), (r"door", _door), (r"dough", _dough), (r"pleat", _pleats), (r"upright|burst", _two_dumplings))
