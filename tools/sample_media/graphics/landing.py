"""A plan of the ferry landing, with a cross for everybody who stopped and looked around."""

from __future__ import annotations

from PIL import Image

from ..canvas import Canvas, Point, box, disc, polygon, segment
from ..palettes import Palette, mixed, palette
from ..request import Request
from ..seed import source

WIDE, TALL = 1200, 820
QUAY = 470.0
HOUSE, SIGN, CLOUD = (150.0, 560.0), (390.0, 585.0), (560.0, 560.0)


def landing(request: Request) -> Image.Image:
    """The quay seen from above: people come around the ticket house and look at the water."""
    colours, rng = palette(request.palette), source(request.path, "landing")
    sheet = Canvas(WIDE, TALL, mixed(colours.paper, colours.line, 0.5))
    sheet.fill(box(0, 0, WIDE, QUAY), mixed("#5fa3c4", colours.paper, 0.5))
    for _ in range(60):
        x, y = rng.uniform(0, WIDE), rng.uniform(120, QUAY - 10)
        sheet.stroke(segment(x, y, x + rng.uniform(14, 40), y), "#ffffff", 2, 0.35)
    for k in range(15):
        sheet.stroke(segment(k * 84, QUAY, k * 84, TALL), colours.quiet, 1, 0.16)
    sheet.fill(box(0, QUAY - 5, WIDE, 12), mixed(colours.quiet, colours.paper, 0.3))
    for k, name in enumerate("ABCD"):
        _dock(sheet, colours, 230.0 + k * 255, name)
    _house(sheet, colours)
    for k in range(int(request.series["crosses"])):
        near = k % 31 < 23
        spread, middle = ((52, 34), CLOUD) if near else ((210, 62), (660.0, 590.0))
        _cross(
            sheet,
            (
                rng.normal(middle[0], spread[0]),
                min(max(rng.normal(middle[1], spread[1]), QUAY + 34), 720),
            ),
        )
    _old_sign(sheet, colours)
    sheet.text(48, 74, request.title, 46, colours.ink, "serif", 640)
    sheet.text(
        48,
        TALL - 38,
        f"each cross: one person who stopped and looked around ({request.series['crosses']})",
        25,
        colours.ink,
        weight=500,
    )
    return sheet.picture()


def _dock(sheet: Canvas, colours: Palette, x: float, name: str) -> None:
    sheet.fill(box(x - 24, 190, 48, QUAY - 190), mixed("#a88358", colours.paper, 0.25))
    for k in range(18):
        sheet.stroke(segment(x - 24, 198 + k * 15, x + 24, 198 + k * 15), "#6e5334", 1.2, 0.5)
    if name in "AB":
        ship = [(x + 40, 215), (x + 86, 160), (x + 132, 215), (x + 132, 400), (x + 40, 400)]
        sheet.fill(polygon(ship), "#ffffff")
        sheet.stroke(polygon(ship), colours.deep, 3)
        for chimney in range(2 if name == "A" else 1):
            sheet.fill(disc(x + 86, 270 + chimney * 60, 17), colours.tones[1])
    sheet.fill(disc(x, 166, 32), colours.deep)
    sheet.text(x, 179, name, 38, "#ffffff", weight=700, align="centre")


def _house(sheet: Canvas, colours: Palette) -> None:
    x, y = HOUSE
    sheet.fill(box(x - 110, y - 40, 190, 150, 4), "#000000", 0.18, blur=8)
    sheet.fill(box(x - 112, y - 46, 190, 150, 4), mixed(colours.tones[4], colours.paper, 0.45))
    sheet.stroke(
        segment(x - 112, y + 29, x + 78, y + 29), mixed(colours.tones[4], colours.ink, 0.4), 2
    )
    sheet.text(x - 17, y + 14, "Ticket house", 25, colours.ink, weight=620, align="centre")
    path = polygon(
        [(x - 60, 740), (x + 150, 735), (SIGN[0] + 20, 660), (CLOUD[0] - 70, 600)], closed=False
    )
    sheet.stroke(path, colours.tones[2], 5, 0.8, dash=(14, 10))
    sheet.text(
        x - 60,
        728,
        "people come from here",
        22,
        mixed(colours.tones[2], colours.ink, 0.2),
        weight=500,
    )


def _old_sign(sheet: Canvas, colours: Palette) -> None:
    x, y = SIGN
    sheet.stroke(segment(x - 44, y, x + 44, y), colours.deep, 12)
    sheet.text(x, y - 18, "Old sign", 25, colours.deep, weight=640, align="centre")


def _cross(sheet: Canvas, at: Point) -> None:
    x, y = at
    for side in (-1, 1):
        sheet.stroke(segment(x - 8, y - 8 * side, x + 8, y + 8 * side), "#c2412d", 4.2)
