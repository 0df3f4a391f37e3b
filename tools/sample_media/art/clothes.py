"""What sitters wear: a work jacket, a white shirt, a fisher's sweater, a knitted yellow one."""

from __future__ import annotations

from collections.abc import Callable

from ..canvas import flowing, polygon
from ..palettes import mixed
from .face import Head, Line
from .gouache import Array, Gouache


def body(head: Head, points: Line) -> Line:
    """Places below the head, which neither tilts nor turns with it."""
    return [(head.x + x * head.unit, head.y + y * head.unit) for x, y in points]


def _both(points: Line) -> Line:
    return [*points, *((-x, y) for x, y in reversed(points))]


SHOULDERS: Line = _both(
    [(-0.54, 1.42), (-1.0, 1.78), (-1.62, 2.02), (-2.05, 2.45), (-2.3, 3.2), (-2.5, 4.3)]
)


def _torso(sheet: Gouache, head: Head, colour: str, dip: float = 1.9) -> Array:
    """Shoulders and chest with a shadow on the right side and under the chin."""
    neckline = [(0.4, dip * 0.6 + 0.66), (0.0, dip), (-0.4, dip * 0.6 + 0.66)]
    mask = sheet.lay(flowing(body(head, [*SHOULDERS, *neckline]), closed=True), colour)
    dark, light = mixed(colour, "#1a1420", 0.42), mixed(colour, "#fff2d6", 0.4)
    right = body(head, [(0.75, 1.5), (1.5, 1.9), (2.6, 2.2), (2.7, 4.4), (0.5, 4.4), (0.95, 3.0)])
    sheet.shade(flowing(right, closed=True), dark, 42, 0.6, mask)
    sheet.shade(
        flowing(body(head, [(-1.0, 1.8), (-1.62, 2.06), (-2.02, 2.5)])),
        light,
        18,
        0.7,
        mask,
        wide=26,
    )
    for side in (-1, 1):
        crease = body(head, [(side * 1.35, 4.3), (side * 1.32, 3.6), (side * 1.46, 3.0)])
        sheet.shade(flowing(crease), dark, 7, 0.75, mask, wide=12)
    folds = [
        body(head, line)
        for line in (
            [(-0.9, 2.6), (-0.7, 3.1), (-0.85, 3.7)],
            [(0.75, 2.5), (0.62, 3.2), (0.8, 4.0)],
            [(-1.7, 2.7), (-1.6, 3.1), (-1.75, 3.6)],
        )
    ]
    for fold in folds:
        sheet.shade(flowing(fold), dark, 12, 0.4, mask, wide=16)
    return mask


def _crew(sheet: Gouache, head: Head, colour: str, skin_gap: float = 1.72) -> None:
    """A ribbed round collar."""
    ring = body(
        head, [(-0.62, 1.42), (-0.5, 1.66), (0, skin_gap + 0.12), (0.5, 1.66), (0.62, 1.42)]
    )
    dark = mixed(colour, "#1a1420", 0.3)
    sheet.lay(flowing(ring), dark, wide=head.unit * 0.27)
    sheet.lay(flowing(ring), mixed(colour, "#fff2d6", 0.1), wide=head.unit * 0.2)
    ribs = [
        body(
            head,
            [
                (x, 1.42 + 0.36 * (1 - (x / 0.66) ** 2) - 0.02),
                (x * 1.05, 1.6 + 0.36 * (1 - (x / 0.66) ** 2)),
            ],
        )
        for x in [i / 11 * 0.62 for i in range(-11, 12)]
    ]
    sheet.strands(ribs, dark, 2.6, 0.5)


def _jacket(sheet: Gouache, head: Head) -> None:
    """A green work jacket, open over a cream shirt."""
    u, colour = head.unit, "#47694a"
    dark, seam = mixed(colour, "#10201a", 0.5), mixed(colour, "#f4e3b5", 0.45)
    mask = _torso(sheet, head, colour)
    shirt = body(
        head,
        [
            (-0.58, 1.5),
            (-0.34, 2.2),
            (-0.26, 4.4),
            (0.3, 4.4),
            (0.38, 2.2),
            (0.58, 1.5),
            (0.34, 1.86),
            (0, 1.98),
            (-0.34, 1.86),
        ],
    )
    cream = sheet.lay(polygon(shirt), "#efe1c6")
    sheet.shade(
        flowing(body(head, [(0.42, 1.6), (0.2, 2.6), (0.3, 4.3)])),
        "#b79a78",
        14,
        0.8,
        cream,
        wide=44,
    )
    sheet.lay(
        flowing(body(head, [(-0.44, 1.66), (-0.24, 1.9), (0, 2.0), (0.24, 1.9), (0.44, 1.66)])),
        "#d8c4a0",
        wide=u * 0.1,
    )
    for side in (-1, 1):
        edge = body(head, [(side * 0.3, 2.35), (side * 0.22, 3.3), (side * 0.24, 4.4)])
        sheet.shade(flowing(edge), dark, 6, 0.7, mask, wide=20)
        lapel = body(
            head,
            [
                (side * 0.5, 1.3),
                (side * 0.78, 1.5),
                (side * 0.98, 1.86),
                (side * 0.72, 2.28),
                (side * 0.36, 2.44),
                (side * 0.42, 1.95),
            ],
        )
        shape = polygon(lapel)
        leaf = sheet.lay(shape, mixed(colour, "#fff2d6", 0.08 if side < 0 else 0.0))
        sheet.shade(flowing([lapel[2], lapel[3], lapel[4]]), dark, 5, 0.6, leaf, wide=14)
        sheet.lay(flowing([lapel[1], lapel[2], lapel[3], lapel[4]]), dark, 0.8, wide=3.5)
        sheet.lay(
            flowing(body(head, [(side * 1.02, 1.84), (side * 1.12, 2.6), (side * 1.2, 3.2)])),
            seam,
            0.5,
            wide=2.4,
        )
    pocket = body(head, [(0.62, 2.86), (1.28, 2.8), (1.32, 3.5), (0.98, 3.66), (0.66, 3.56)])
    sheet.lay(polygon(pocket), mixed(colour, "#10201a", 0.16))
    sheet.lay(polygon(pocket), dark, 0.8, wide=3)
    sheet.lay(flowing(body(head, [(0.62, 3.02), (0.95, 3.08), (1.29, 2.97)])), seam, 0.65, wide=2.4)
    for y in (2.75, 3.3):
        sheet.lay(flowing(body(head, [(-0.37, y), (-0.375, y + 0.005)])), "#c8a25a", wide=17)


def _shirt(sheet: Gouache, head: Head) -> None:
    """A white shirt, its collar open."""
    u, colour = head.unit, "#f2ede1"
    shade = "#a9a9ae"
    mask = _torso(sheet, head, colour, 2.25)
    sheet.shade(
        flowing(
            body(head, [(0.5, 1.9), (1.4, 2.3), (2.4, 3.0), (2.3, 4.4), (0.9, 4.4)]), closed=True
        ),
        shade,
        50,
        0.55,
        mask,
    )
    placket = body(head, [(0, 2.1), (0.03, 3.0), (0.02, 4.4)])
    sheet.shade(flowing(placket), shade, 5, 0.8, mask, wide=10)
    sheet.lay(flowing(body(head, [(-0.13, 2.3), (-0.12, 3.2), (-0.13, 4.4)])), shade, 0.6, wide=2.6)
    for y in (2.6, 3.2, 3.8):
        sheet.lay(flowing(body(head, [(-0.05, y), (-0.045, y)])), "#d8d0c0", wide=15)
        sheet.lay(flowing(body(head, [(-0.05, y), (-0.045, y)])), "#8d8a8a", wide=4)
    for side in (1, -1):
        wing = body(
            head,
            [
                (side * 0.52, 1.24),
                (side * 0.72, 1.4),
                (side * 0.8, 1.72),
                (side * 0.54, 2.2),
                (side * 0.26, 2.02),
                (side * 0.05, 2.06),
                (side * 0.4, 1.72),
            ],
        )
        leaf = sheet.lay(polygon(wing), "#fbf7ee" if side < 0 else "#e6e0d4")
        sheet.shade(flowing([wing[2], wing[3], wing[4]]), shade, 5, 0.5, leaf, wide=10)
        sheet.shade(flowing([wing[0], wing[6], wing[5]]), "#8a7f78", 5, 0.7, leaf, wide=12)
        sheet.lay(flowing([wing[2], wing[3], wing[4]]), shade, 0.85, wide=u * 0.02)


def _fisher(sheet: Gouache, head: Head) -> None:
    """A ribbed sweater in deep sea blue with a band of pale stripes."""
    colour = "#2a5a72"
    mask = _torso(sheet, head, colour)
    for y in (2.75, 2.95, 3.15):
        band = body(
            head, [(-2.6, y + 0.3), (-1.2, y + 0.06), (0, y), (1.2, y + 0.06), (2.6, y + 0.3)]
        )
        sheet.lay(flowing(band), "#e9dcc0", 0.9, mask, wide=head.unit * 0.075)
    right = body(head, [(0.75, 1.5), (2.6, 2.2), (2.7, 4.4), (0.8, 4.4), (1.05, 3.0)])
    sheet.shade(flowing(right, closed=True), "#12283a", 40, 0.5, mask)
    _knit(sheet, head, colour, mask)
    _crew(sheet, head, colour)


def _yellow(sheet: Gouache, head: Head) -> None:
    """A knitted mustard sweater over the collar of a blue shirt."""
    colour = "#e0a73c"
    mask = _torso(sheet, head, colour)
    _knit(sheet, head, colour, mask)
    _crew(sheet, head, colour)
    for side in (-1, 1):
        wing = body(
            head,
            [
                (side * 0.48, 1.3),
                (side * 0.66, 1.44),
                (side * 0.6, 1.92),
                (side * 0.2, 1.98),
                (side * 0.34, 1.72),
            ],
        )
        leaf = sheet.lay(polygon(wing), "#7fb0bd" if side < 0 else "#6a9cab")
        sheet.shade(flowing([wing[0], wing[4], wing[3]]), "#3d6876", 5, 0.7, leaf, wide=9)


def _knit(sheet: Gouache, head: Head, colour: str, mask: Array) -> None:
    """Small stitches in rows."""
    dark, step, lines = mixed(colour, "#1a1420", 0.4), head.unit * 0.085, []
    y = head.y + 1.6 * head.unit
    while y < sheet.height:
        x = head.x - 2.6 * head.unit
        while x < head.x + 2.6 * head.unit:
            lines += [
                [(x, y), (x + step * 0.42, y + step * 0.62)],
                [(x + step * 0.84, y), (x + step * 0.46, y + step * 0.62)],
            ]
            x += step
        y += step * 0.95
    sheet.strands(lines, dark, 2.2, 0.3, mask)


def paint_clothes(sheet: Gouache, head: Head, words: str) -> None:
    """Dress the sitter as the request says."""
    worn: Callable[[Gouache, Head], None] = _yellow
    if "jacket" in words:
        worn = _jacket
    elif "shirt" in words:
        worn = _shirt
    elif "boy" in words:
        worn = _fisher
    worn(sheet, head)
