"""Collages: cut paper, tables and arrows glued over each other; drawings with labels in several languages."""

from __future__ import annotations

import re

import numpy as np
from PIL import Image

from .. import lettering
from ..canvas import Canvas, box, disc, flowing, polygon
from ..palettes import mixed, palette
from ..photo.textures import noise
from ..request import Request
from ..seed import source

WIDE, TALL = 1300, 960
WORDS = ("oxygen falls at low water", "see table 2", "method: bottles, dark, cold", "why does it come back?", "the pipe", "sample 19", "sources", "therefore we must", "IMPORTANT", "640 words",
         "figure 3", "what the river does at night", "numbers", "the fish leave", "please read on")


def collage(request: Request) -> Image.Image:
    """A board with things glued on it."""
    if re.search(r"potato|labeled in three", request.words):
        return _dictionary(request)
    rng, colours = source(request.path, "collage"), palette(request.palette)
    sheet = Canvas(WIDE, TALL, mixed(colours.tones[0], colours.paper, 0.62))
    faces = [("serif", 400), ("sans", 600), ("mono", 400), ("marker", 400), ("serif-italic", 500)]
    for i in range(24):
        wide, tall = float(rng.uniform(190, 420)), float(rng.uniform(110, 300))
        x, y = float(rng.uniform(-40, WIDE - wide + 40)), float(rng.uniform(-30, TALL - tall + 30))
        turn = float(rng.normal(0, 9))
        paper = str(rng.choice(["#ffffff", "#f6efdf", "#efe6cf", "#e9eef0", mixed(colours.tones[int(rng.integers(5))], "#ffffff", 0.5)]))
        sheet.skia.save()
        sheet.skia.rotate(turn, x + wide / 2, y + tall / 2)
        rough = _torn(rng, x, y, wide, tall)
        sheet.fill(_torn(rng, x + 4, y + 7, wide, tall), "#000000", 0.32, blur=7)
        sheet.fill(rough, paper)
        face, weight = faces[i % 5]
        _fill_piece(sheet, rng, x + 22, y + 20, wide - 44, tall - 36, face, weight, i, colours.ink)
        if rng.random() < 0.4:
            sheet.fill(box(x + wide / 2 - 44, y - 14, 88, 28, 2), "#efe2b0", 0.75)
        sheet.skia.restore()
    for _ in range(7):
        a = np.array([rng.uniform(120, WIDE - 120), rng.uniform(100, TALL - 100)])
        b = a + rng.normal(0, 190, 2)
        middle = (a + b) / 2 + rng.normal(0, 60, 2)
        sheet.stroke(flowing([tuple(a), tuple(middle), tuple(b)]), "#c2301f", 8, 0.9)
        way = (b - middle) / (np.linalg.norm(b - middle) + 1e-6)
        side = np.array([-way[1], way[0]]) * 16
        sheet.stroke(polygon([tuple(b - way * 26 + side), tuple(b), tuple(b - way * 26 - side)], closed=False), "#c2301f", 8, 0.9)
    return _photographed(sheet.picture(), rng)


def _torn(rng: np.random.Generator, x: float, y: float, wide: float, tall: float):  # noqa: ANN202
    corners = np.array([(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)]) + rng.normal(0, 6, (4, 2))
    return polygon(corners)


def _fill_piece(sheet: Canvas, rng: np.random.Generator, x: float, y: float, wide: float, tall: float, face: str, weight: int, i: int, ink: str) -> None:
    if i % 6 == 4:
        for row in range(int(tall // 30)):
            for column in range(4):
                sheet.stroke(box(x + column * wide / 4, y + row * 30, wide / 4, 30), ink, 1.4)
                sheet.text(x + column * wide / 4 + 8, y + row * 30 + 22, f"{rng.uniform(3, 9):.1f}", 19, ink, "mono")
        return
    size = float(rng.uniform(20, 40))
    line_y = y + size
    words = " ".join(str(w) for w in rng.permutation(WORDS)[:6])
    for line in lettering.wrapped(words, face, size, wide, weight):
        if line_y > y + tall:
            break
        sheet.text(x, line_y, line, size, ink, face, weight)
        line_y += size * 1.3


def _dictionary(request: Request) -> Image.Image:
    """Six cards: hands and potatoes, each word in three languages."""
    rng, colours = source(request.path, "dictionary"), palette(request.palette)
    sheet = Canvas(WIDE, TALL, "#d9b98a")
    entries = (("peel", "skala", "قشّر"), ("cut", "skära", "قطّع"), ("boil", "koka", "اسلق"), ("oil", "olja", "زيت"), ("dill", "dill", "شبت"), ("taste", "smaka", "ذُق"))
    for i, words in enumerate(entries):
        x, y = 50 + (i % 3) * 408, 44 + (i // 3) * 452
        turn = float(rng.normal(0, 2.2))
        sheet.skia.save()
        sheet.skia.rotate(turn, x + 190, y + 210)
        sheet.fill(box(x + 6, y + 9, 380, 420, 5), "#3a2410", 0.4, blur=9)
        sheet.fill(box(x, y, 380, 420, 5), "#fbf5e6")
        _hands(sheet, x + 190, y + 150, i, colours.tones[i % 5])
        for k, word in enumerate(words):
            arabic = lettering.is_arabic(word)
            sheet.text(x + (344 if arabic else 36), y + 296 + k * 46, word, 42 if k != 2 else 44, ("#2b211a", "#2f5f73", "#a3432a")[k], "hand" if not arabic else "naskh", 600, "right" if arabic else "left")
        sheet.skia.restore()
    return _photographed(sheet.picture(), rng)


def _hands(sheet: Canvas, x: float, y: float, kind: int, tone: str) -> None:
    potato = [(x - 70, y + 20), (x - 40, y - 50), (x + 30, y - 62), (x + 84, y - 14), (x + 60, y + 50), (x - 20, y + 62)]
    skin = ("#d9a67c", "#b9814f")[kind % 2]
    for side in (-1, 1):
        hand = [(x + side * 190, y + 96), (x + side * 130, y + 62), (x + side * 74, y + 20), (x + side * 58, y - 6), (x + side * 74, y - 20), (x + side * 112, y + 4), (x + side * 150, y - 6), (x + side * 190, y + 20)]
        sheet.fill(flowing(hand, closed=True), skin)
        sheet.stroke(flowing(hand, closed=True), "#2b211a", 4)
        for k in range(3):
            sheet.stroke(flowing([(x + side * (76 + k * 12), y - 12 + k * 14), (x + side * (98 + k * 8), y + 2 + k * 13)]), "#2b211a", 3)
    if kind == 3:
        sheet.fill(box(x - 26, y - 60, 52, 120, 14), "#c9a62f")
        sheet.fill(box(x - 12, y - 96, 24, 40, 6), "#c9a62f")
        sheet.stroke(box(x - 26, y - 60, 52, 120, 14), "#2b211a", 4)
    elif kind == 4:
        for k in range(9):
            sheet.stroke(flowing([(x, y + 60), (x + (k - 4) * 10, y), (x + (k - 4) * 22, y - 66 - 8 * (4 - abs(k - 4)))]), "#4a7a3a", 6)
    else:
        sheet.fill(flowing(potato, closed=True), "#d9b06a")
        sheet.stroke(flowing(potato, closed=True), "#2b211a", 4.5)
        for dx, dy in ((-20, -10), (26, 14), (10, -34), (44, -14)):
            sheet.fill(disc(x + dx, y + dy, 4), "#8a6a34")
        if kind == 0:
            sheet.stroke(flowing([(x + 40, y - 56), (x + 80, y - 90), (x + 50, y - 116), (x + 92, y - 126)]), "#a8793a", 9)
        if kind == 1:
            sheet.fill(polygon([(x - 10, y - 120), (x + 10, y - 120), (x + 12, y + 10), (x - 2, y + 26)]), "#c9d0d6")
            sheet.stroke(polygon([(x - 10, y - 120), (x + 10, y - 120), (x + 12, y + 10), (x - 2, y + 26)]), "#2b211a", 3.5)
        if kind == 2:
            for k in range(3):
                sheet.stroke(flowing([(x - 40 + k * 40, y - 78), (x - 52 + k * 40, y - 104), (x - 34 + k * 40, y - 128)]), tone, 6)


def _photographed(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    pixels = np.asarray(picture).astype(float) / 255
    tall, wide = pixels.shape[:2]
    tooth = np.kron(noise(512, rng, 1.1), np.ones((3, 3)))[:tall, :wide]
    y, x = np.mgrid[0:tall, 0:wide]
    light = 1.05 - 0.16 * x / wide - 0.08 * y / tall + 0.014 * tooth
    return Image.fromarray((np.clip(pixels * light[..., None], 0, 1) * 255).astype(np.uint8), "RGB")
