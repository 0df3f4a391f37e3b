"""Collages: a potato dictionary of hands, and a first draft with far too many words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from ..canvas import Canvas, box, disc, flowing, polygon
from ..palettes import mixed
from ..request import Request
from ..seed import source
from .hands import Hand, fist, open_hand, pinch, potato
from .paper import glued, sugar_paper, tape, torn
from .saving import save

Rng = np.random.Generator
INK = "#33272b"


def make(request: Request, to: Path) -> None:
    """Cut, tear, glue."""
    build = dictionary if re.search(r"hands.*potato", request.words) else first_draft
    save(build(source(request.path, "collage")), to)


# -- the dictionary ------------------------------------------------------------------------------------------


def _crush(sheet: Canvas) -> None:
    potato(sheet, 130, 322, 0.62)
    potato(sheet, 236, 330, 0.56, "#e2c083")
    sheet.stroke(flowing([(184, 214), (184, 292)]), "#7c8588", 13)
    sheet.stroke(
        flowing([(128, 296), (152, 286), (176, 298), (200, 286), (240, 296)]), "#7c8588", 12
    )
    fist(sheet, Hand(184, 114, 0.94, 180, sleeve="#c2512b"))
    for x, y in ((92, 280), (282, 284), (70, 330), (300, 330)):
        sheet.stroke(flowing([(x, y), (x + (x - 184) * 0.13, y - 12)]), INK, 4)


def _slice(sheet: Canvas) -> None:
    potato(sheet, 226, 306, 0.86)
    for k in range(3):
        path = disc(78 + k * 30, 312, 15, 36)
        sheet.fill(path, "#f2dfa8")
        sheet.stroke(path, INK, 4)
    sheet.fill(polygon([(160, 336), (160, 206), (182, 206), (178, 320)]), "#c9d2d4")
    sheet.stroke(polygon([(160, 336), (160, 206), (182, 206), (178, 320)]), INK, 4)
    fist(sheet, Hand(172, 108, 0.9, 180, sleeve="#2f6f73"))


def _stir(sheet: Canvas) -> None:
    sheet.stroke(flowing([(196, 196), (172, 320)]), "#a9743f", 15)
    bowl = [(70, 278), (96, 354), (184, 376), (272, 354), (298, 278)]
    sheet.fill(flowing(bowl), "#8a4f7d")
    sheet.stroke(flowing(bowl), INK, 5)
    sheet.fill(disc(184, 278, 114, 26), "#f3dfa6")
    sheet.stroke(disc(184, 278, 114, 26), INK, 5)
    sheet.stroke(
        flowing([(130, 280), (170, 268), (222, 276), (206, 290), (164, 288)]), "#b98f4d", 4
    )
    sheet.stroke(flowing([(192, 214), (186, 276)]), "#a9743f", 15)
    pinch(sheet, Hand(252, 92, 0.86, 186, sleeve="#e0a13a"))


def _salt(sheet: Canvas) -> None:
    for x, y in ((110, 330), (190, 342), (262, 326)):
        potato(sheet, x, y, 0.6)
    pinch(sheet, Hand(250, 56, 0.98, 190, sleeve="#5d6f3a"))
    rng = np.random.default_rng(4)
    for _ in range(34):
        sheet.fill(
            disc(float(322 - rng.uniform(0, 70)), float(rng.uniform(222, 300)), 2.6), INK, 0.7
        )


def _enough(sheet: Canvas) -> None:
    open_hand(sheet, Hand(180, 246, 0.94, -6, sleeve="#2f6f73"))


def _really(sheet: Canvas) -> None:
    open_hand(sheet, Hand(108, 256, 0.84, -14, mirror=True, sleeve="#c2512b"), 1.2)
    open_hand(sheet, Hand(258, 256, 0.84, 14, sleeve="#c2512b"), 1.2)
    for x, y, a, b in ((184, 66, 184, 30), (136, 46, 122, 20), (232, 46, 246, 20)):
        sheet.stroke(flowing([(x, y), (a, b)]), "#c2512b", 7)


ENTRIES: tuple[tuple[Callable[[Canvas], None], str, str, str, str], ...] = (
    (_crush, "crush", "mosa", "اهرس", "#f6e4c4"),
    (_slice, "slice", "skiva", "قطّع", "#dfe9df"),
    (_stir, "stir", "rör om", "حرّك", "#f7efe0"),
    (_salt, "salt", "salt", "ملح", "#e6edf0"),
    (_enough, "enough", "lagom", "يكفي", "#f9e7b6"),
    (_really, "ENOUGH", "NU RÄCKER DET", "خلص!", "#f3cdb4"),
)


def dictionary(rng: Rng) -> Image.Image:
    """Six torn cards on brown paper, each a hand, a potato and three words."""
    ground = sugar_paper(1500, 1060, "#b98a5c", rng)
    for colour, x, y, wide, high, turn in (
        ("#7f3b2a", 330, 290, 620, 420, -8),
        ("#3f6f6b", 1200, 800, 640, 430, 7),
        ("#e0a13a", 1190, 240, 520, 330, 5),
        ("#efe3cc", 330, 830, 560, 360, 6),
    ):
        glued(ground, torn(sugar_paper(wide, high, colour, rng), rng), x, y, turn)
    for k, (draw, english, swedish, arabic, colour) in enumerate(ENTRIES):
        card = Canvas(384, 506, colour)
        draw(card)
        card.text(34, 430, english, 46 if k < 5 else 36, INK, "marker")
        card.text(352, 440, arabic, 52, "#7d2f1a", "naskh-bold", align="right")
        card.text(34, 474, swedish, 36 if k < 5 else 30, "#2f6f73", "hand", 700)
        x, y = (
            280 + (k % 3) * 470 + float(rng.normal(0, 10)),
            276 + (k // 3) * 508 + float(rng.normal(0, 10)),
        )
        turn = float(rng.normal(0, 2.6))
        glued(ground, torn(card.picture(), rng, 4, 4), x, y, turn)
        glued(
            ground,
            tape(rng),
            x + float(rng.normal(0, 30)),
            y - 240,
            turn + float(rng.normal(0, 6)),
            2,
        )
    return ground


# -- the first draft -----------------------------------------------------------------------------------------

METHODS = (
    "Water was taken at four sites on eight Saturdays between 6.40 and 9.15. Each bottle of 250 ml "
    "was lowered closed, opened under water and closed again, so that no bubble of air could enter. "
    "The samples were fixed on the spot and titrated in the laboratory within four hours. "
    "Of thirty-two samples three were not used."
)
RESULTS = (
    "Three of the four sites stay near 8 milligrams per liter at all states of the tide. At site C, "
    "below the small pipe, the value falls to 3.9 at low water and is back at 7.8 five hours later. "
    "It would appear that the falling tide uncovers an outflow which the rising tide covers again."
)
SUBTITLE = "of dissolved oxygen in a small estuary, with remarks on the method, on the weather, and on bubbles"
DISCUSSION = (
    "The error of the titration is 0.2 mg/l (see table 3, and the note to table 3). It is therefore "
    "suggested, with caution, that further measurements be made, and that they be made early in the morning."
)


def _scrap(
    text: str, face: str, size: float, wide: int, high: int, paper: str = "#fbf8f0", head: str = ""
) -> Image.Image:
    sheet = Canvas(wide, high, paper)
    y = 26 + size
    if head:
        sheet.text(28, y + 6, head, size * 1.45, "#231f20", face, 700)
        y += size * 2.1
    sheet.paragraph(28, y, text, size, "#2b2728", wide - 56, face, 400, 1.38)
    return sheet.picture()


def _table(wide: int, high: int) -> Image.Image:
    sheet = Canvas(wide, high, "#f4f1e6")
    rows = (
        ("site", "week", "mg/l", "used"),
        ("A", "1", "8.0", "yes"),
        ("B", "1", "8.2", "yes"),
        ("C", "1", "3.9", "yes"),
        ("D", "1", "7.9", "no"),
        ("A", "2", "8.1", "yes"),
        ("C", "2", "7.8", "yes"),
    )
    for i, row in enumerate(rows):
        y = 54 + i * 40
        sheet.stroke(flowing([(24, y + 13), (wide - 24, y + 13)]), "#6a6660", 3 if i == 0 else 1)
        for k, cell in enumerate(row):
            sheet.text(
                34 + k * (wide - 60) / 4, y, cell, 26, "#231f20", "mono", 700 if i == 0 else 400
            )
    return sheet.picture()


def _equation(wide: int, high: int) -> Image.Image:
    sheet = Canvas(wide, high, "#e9d3bd")
    sheet.text(28, 62, "O₂ + 4 Mn(OH)₂ + 2 H₂O", 38, "#231f20", "serif-italic")
    sheet.text(88, 118, "→ 4 Mn(OH)₃", 38, "#231f20", "serif-italic")
    sheet.text(28, 172, "(equation 1 of 4)", 26, "#6a4a3a", "hand", 500)
    return sheet.picture()


def _curve(wide: int, high: int) -> Image.Image:
    sheet = Canvas(wide, high, "#fbf8f0")
    sheet.stroke(flowing([(56, 30), (56, high - 50)]), "#231f20", 3)
    sheet.stroke(flowing([(56, high - 50), (wide - 26, high - 50)]), "#231f20", 3)
    for k in range(11):
        x = 76 + k * (wide - 130) / 10
        y = high * 0.5 + 70 * float(np.cos(k * 1.05))
        sheet.stroke(flowing([(x, y - 24), (x, y + 24)]), "#6a6660", 2)
        sheet.fill(disc(x, y, 7), "#b0563a")
    sheet.text(wide / 2, high - 16, "Figure 7b", 24, "#231f20", "sans", 600, "centre")
    return sheet.picture()


def _fish(wide: int, high: int) -> Image.Image:
    sheet = Canvas(wide, high, "#3f6f7a")
    body = [
        (60, high / 2),
        (150, high / 2 - 56),
        (270, high / 2 - 44),
        (340, high / 2 - 4),
        (400, high / 2 - 46),
        (392, high / 2),
        (404, high / 2 + 44),
        (340, high / 2 + 6),
        (262, high / 2 + 46),
        (146, high / 2 + 52),
    ]
    sheet.fill(flowing(body, closed=True), "#f0dfc2")
    for k in range(7):
        x = 170 + k * 24
        sheet.stroke(
            flowing([(x, high / 2 - 36), (x + 12, high / 2), (x, high / 2 + 34)]),
            mixed("#3f6f7a", "#f0dfc2", 0.4),
            4,
        )
    sheet.fill(disc(112, high / 2 - 12, 10), "#23323a")
    return sheet.picture()


def first_draft(rng: Rng) -> Image.Image:
    """Paragraphs, tables, an equation and arrows, glued over each other until nobody can read them."""
    ground = sugar_paper(1500, 1060, "#d8c4a6", rng)
    scraps = (
        (torn(sugar_paper(560, 380, "#b0563a", rng), rng), 300, 250, -7),
        (torn(sugar_paper(620, 420, "#6f4a5e", rng), rng), 1180, 800, 6),
        (torn(sugar_paper(470, 330, "#7a8450", rng), rng), 1220, 230, 8),
        (torn(_scrap(METHODS, "serif", 26, 560, 430, head="2. Methods"), rng), 330, 350, -4),
        (torn(_table(430, 330), rng, cut=True), 760, 300, 3),
        (
            torn(_scrap(DISCUSSION, "mono", 24, 520, 390, "#f6ecdc", "4 Discussion"), rng),
            1170,
            330,
            5,
        ),
        (torn(_scrap(RESULTS, "sans", 25, 600, 400, head="3. Results"), rng), 420, 800, 3),
        (torn(_fish(460, 220), rng), 900, 560, -9),
        (torn(_curve(400, 300), rng, cut=True), 1290, 640, -5),
        (torn(_equation(480, 200), rng), 560, 560, 4),
        (torn(_scrap(SUBTITLE, "print-hand", 34, 560, 210, "#f8e9b8"), rng), 980, 860, -3),
    )
    for scrap, x, y, turn in scraps:
        glued(ground, scrap, x + float(rng.normal(0, 6)), y + float(rng.normal(0, 6)), turn, 10)
    title = Canvas(860, 130, "#231f20")
    title.text(34, 88, "TIDAL VARIATION", 74, "#fbf3e2", "marker")
    glued(ground, torn(title.picture(), rng, 4, 3), 700, 108, -2)
    for x, y, turn in ((110, 190, -40), (1010, 196, 30), (150, 690, 38), (1420, 520, -36)):
        glued(ground, tape(rng), x, y, turn, 2)
    return _arrowed(ground)


def _arrowed(ground: Image.Image) -> Image.Image:
    sheet = Canvas(ground.width, ground.height, None)
    sheet.paste(ground, 0, 0)
    red = "#c4362a"
    for line in (
        [(560, 420), (660, 470), (720, 430)],
        [(700, 730), (820, 690), (880, 720)],
        [(1040, 560), (1110, 600), (1170, 590)],
        [(300, 590), (230, 620), (250, 680)],
    ):
        sheet.stroke(flowing(line), red, 10, 0.92)
        (ax, ay), (bx, by) = line[1], line[2]
        way = np.array((bx - ax, by - ay)) / np.hypot(bx - ax, by - ay)
        aside = np.array((-way[1], way[0]))
        end = np.array((bx, by))
        for side in (-1, 1):
            sheet.stroke(
                flowing([tuple(end - way * 30 + aside * side * 22), tuple(end + way * 3)]),
                red,
                10,
                0.92,
            )
    sheet.text(1010, 1010, "640 words", 64, red, "marker", turn=-4)
    sheet.stroke(flowing([(1010, 1030), (1150, 1018), (1320, 1010)]), red, 8, 0.9)
    sheet.stroke(box(590, 208, 348, 60, 30), red, 7, 0.8)
    return sheet.picture()
