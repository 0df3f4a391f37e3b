"""Hair in gouache: each style has a part behind the head and a part before it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..canvas import flowing
from .face import OUTLINE, Head, Line, arc, oval
from .gouache import Array, Gouache


@dataclass(frozen=True)
class Hair:
    """The dark mass, the deepest dark and the sheen of hair."""

    base: str
    deep: str
    sheen: str


Painter = Callable[[Gouache, Head, Hair], None]


def _nothing(_sheet: Gouache, _head: Head, _hair: Hair) -> None:
    """No hair here."""


def _between(
    first: Line, second: Line, count: int, jitter: float, rng: np.random.Generator
) -> list[Line]:
    """Strands that run from the first line to the second, spread between the two."""
    a, b = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    made = []
    for _ in range(count):
        share = rng.uniform(0, 1)
        bend = rng.normal(0, jitter, a.shape)
        made.append([(float(x), float(y)) for x, y in a * (1 - share) + b * share + bend])
    return made


def _comb(
    sheet: Gouache,
    head: Head,
    hair: Hair,
    first: Line,
    second: Line,
    within: Array,
    count: int = 36,
) -> None:
    for colour, wide, alpha, share in (
        (hair.deep, 0.022, 0.55, 1.0),
        (hair.sheen, 0.016, 0.5, 0.8),
        (hair.sheen, 0.01, 0.85, 0.4),
    ):
        lines = _between(first, second, int(count * share), 0.012, sheet.rng)
        sheet.strands([head.at(line) for line in lines], colour, head.unit * wide, alpha, within)


def _bob_back(sheet: Gouache, head: Head, hair: Hair) -> None:
    shape = [
        (0, -1.6),
        (-0.72, -1.45),
        (-1.13, -0.9),
        (-1.2, -0.2),
        (-1.17, 0.5),
        (-1.06, 1.02),
        (-0.7, 1.0),
        (0, 0.85),
        (0.7, 1.0),
        (1.02, 1.04),
        (1.16, 0.5),
        (1.2, -0.2),
        (1.13, -0.9),
        (0.72, -1.45),
    ]
    mask = sheet.lay(head.blob(shape), hair.base)
    sheet.shade(head.blob(oval(0.1, 0.7, 0.8, 0.7)), hair.deep, 18, 0.9, mask)


def _bob_front(sheet: Gouache, head: Head, hair: Hair) -> None:
    left = [
        (-1.14, 0.92),
        (-1.2, 0.2),
        (-1.19, -0.5),
        (-1.0, -1.08),
        (-0.55, -1.5),
        (0.05, -1.63),
        (0.34, -1.56),
        (0.3, -1.2),
        (0.05, -0.88),
        (-0.34, -0.62),
        (-0.7, -0.4),
        (-0.88, -0.02),
        (-0.88, 0.45),
        (-0.8, 0.93),
        (-0.98, 1.03),
    ]
    right = [
        (0.22, -1.6),
        (0.72, -1.46),
        (1.08, -1.0),
        (1.2, -0.3),
        (1.2, 0.4),
        (1.12, 0.98),
        (0.9, 1.02),
        (0.86, 0.5),
        (0.9, 0.0),
        (0.82, -0.48),
        (0.56, -0.9),
        (0.28, -1.22),
    ]
    for shape in (right, left):
        mask = sheet.lay(head.blob(shape), hair.base)
        sheet.shade(head.blob(shape), hair.deep, 10, 0.35, mask, wide=head.unit * 0.16)
        side = -1 if shape is left else 1
        outer = [
            (0.28 if side < 0 else 0.3, -1.58),
            (side * 0.68, -1.36),
            (side * 1.08, -0.7),
            (side * 1.18, 0.1),
            (side * 1.1, 0.96),
        ]
        inner = [
            (0.27, -1.25),
            (0.0 if side < 0 else 0.55, -0.9),
            (side * 0.76, -0.4),
            (side * 0.88, 0.1),
            (side * 0.84, 0.94),
        ]
        _comb(sheet, head, hair, outer, inner, mask)
        glow = [(side * 0.5, -1.1), (side * 0.86, -0.82), (side * 1.04, -0.42)]
        sheet.shade(
            head.blob([*glow, *((x * 0.9, y + 0.22) for x, y in reversed(glow))]),
            hair.sheen,
            12,
            0.75,
            mask,
        )


def _short_front(sheet: Gouache, head: Head, hair: Hair) -> None:
    fade = [
        (-1.0, 0.12),
        (-1.06, -0.35),
        (-1.0, -0.9),
        (-0.6, -1.2),
        (0, -1.2),
        (0.6, -1.2),
        (1.0, -0.9),
        (1.05, -0.35),
        (0.99, 0.12),
        (0.9, 0.12),
        (0.86, -0.32),
        (0.8, -0.62),
        (0.5, -0.82),
        (-0.5, -0.82),
        (-0.8, -0.62),
        (-0.86, -0.32),
        (-0.9, 0.12),
    ]
    scalp = sheet.mask(head.blob([(x * 1.06, y) for x, y in OUTLINE]))
    sheet.shade(head.blob(fade), hair.base, 7, 0.9, scalp)
    top = [
        (-1.02, -0.42),
        (-1.08, -0.85),
        (-0.88, -1.32),
        (-0.5, -1.58),
        (0.1, -1.68),
        (0.62, -1.52),
        (0.98, -1.2),
        (1.07, -0.8),
        (1.0, -0.42),
        (0.9, -0.55),
        (0.82, -0.76),
        (0.55, -0.9),
        (0.3, -0.84),
        (0.05, -0.93),
        (-0.25, -0.82),
        (-0.5, -0.88),
        (-0.8, -0.7),
        (-0.88, -0.5),
    ]
    mask = sheet.lay(head.blob(top), hair.base)
    sheet.shade(head.blob(oval(0.7, -1.0, 0.5, 0.5)), hair.deep, 20, 0.8, mask)
    rng, lines = sheet.rng, []
    for _ in range(230):
        x, y = rng.uniform(-1, 1), rng.uniform(-1.6, -0.75)
        lean = 0.1 + 0.12 * x + rng.normal(0, 0.04)
        lines.append(
            [(x, y), (x + lean * 0.5, y - 0.05), (x + lean, y - 0.03 + rng.uniform(0, 0.08))]
        )
    drawn = [head.at(line) for line in lines]
    sheet.strands(drawn[:120], hair.deep, head.unit * 0.02, 0.7, mask)
    sheet.strands(drawn[120:], hair.sheen, head.unit * 0.013, 0.6, mask)
    sheet.shade(head.blob(oval(-0.38, -1.3, 0.4, 0.14)), hair.sheen, 16, 0.55, mask)
    tips = [
        [
            (x, -0.86 + 0.03 * rng.normal()),
            (x + 0.05, -0.8),
            (x + 0.12, -0.76 + 0.05 * rng.uniform()),
        ]
        for x in np.linspace(-0.72, 0.64, 26)
    ]
    sheet.strands([head.at(line) for line in tips], hair.base, head.unit * 0.035, 0.95)


def _curls_back(sheet: Gouache, head: Head, hair: Hair) -> None:
    sheet.lay(head.blob(oval(0, -0.75, 1.12, 0.9)), hair.base)


def _curls_front(sheet: Gouache, head: Head, hair: Hair) -> None:
    rng = sheet.rng
    fade = [
        (-0.97, 0.05),
        (-1.05, -0.4),
        (-0.9, -0.95),
        (0, -1.15),
        (0.9, -0.95),
        (1.05, -0.4),
        (0.97, 0.05),
        (0.89, 0.02),
        (0.84, -0.4),
        (0.6, -0.72),
        (0, -0.8),
        (-0.6, -0.72),
        (-0.84, -0.4),
        (-0.89, 0.02),
    ]
    scalp = sheet.mask(head.blob([(x * 1.06, y) for x, y in OUTLINE]))
    sheet.shade(head.blob(fade), hair.base, 6, 0.92, scalp)
    places = [
        (float(math.sin(t) * r * 1.02), float(-0.78 - math.cos(t) * r * 0.74))
        for t in np.linspace(-1.62, 1.62, 19)
        for r in (0.55, 0.8, 1.0)
    ]
    places += [
        (float(x), float(-0.83 - 0.05 * math.cos(x * 2) + 0.03 * rng.normal()))
        for x in np.linspace(-0.74, 0.74, 12)
    ]
    order = sorted(places, key=lambda place: place[1])
    for x, y in order:
        x, y = x + 0.03 * rng.normal(), y + 0.03 * rng.normal()
        size = rng.uniform(0.13, 0.185)
        curl = sheet.lay(
            head.blob(oval(x, y, size, size * 0.92)), hair.base if rng.random() < 0.6 else hair.deep
        )
        turn = rng.uniform(0, 2 * math.pi)
        spiral = [
            (x + size * f * math.cos(turn + 5.4 * f), y + size * f * math.sin(turn + 5.4 * f))
            for f in np.linspace(0.25, 0.86, 9)
        ]
        lit = x < 0.35 and rng.random() < 0.85
        sheet.lay(
            flowing(head.at(spiral)),
            hair.sheen if lit else hair.base,
            0.85 if lit else 0.6,
            curl,
            head.unit * 0.026,
        )


def _braids_back(sheet: Gouache, head: Head, hair: Hair) -> None:
    shape = [
        (0, -1.5),
        (-0.7, -1.36),
        (-1.08, -0.85),
        (-1.1, -0.1),
        (-1.06, 0.34),
        (-0.7, 0.5),
        (0.7, 0.5),
        (1.06, 0.34),
        (1.1, -0.1),
        (1.08, -0.85),
        (0.7, -1.36),
    ]
    sheet.lay(head.blob(shape), hair.deep)


def _braids_front(sheet: Gouache, head: Head, hair: Hair) -> None:
    for side in (1, -1):
        shape = [
            (0.0, -1.52),
            (side * 0.5, -1.45),
            (side * 0.92, -1.12),
            (side * 1.09, -0.6),
            (side * 1.08, 0.0),
            (side * 1.0, 0.42),
            (side * 0.93, 0.3),
            (side * 0.92, -0.1),
            (side * 0.82, -0.5),
            (side * 0.5, -0.86),
            (side * 0.2, -1.08),
            (0.0, -1.16),
        ]
        mask = sheet.lay(head.blob(shape), hair.base)
        outer = [
            (0.0, -1.5),
            (side * 0.55, -1.42),
            (side * 1.0, -0.9),
            (side * 1.07, -0.1),
            (side * 1.0, 0.4),
        ]
        inner = [
            (0.0, -1.16),
            (side * 0.3, -1.0),
            (side * 0.8, -0.5),
            (side * 0.92, -0.06),
            (side * 0.96, 0.34),
        ]
        _comb(sheet, head, hair, outer, inner, mask)
        glow = [(side * 0.32, -1.3), (side * 0.62, -1.14), (side * 0.84, -0.86)]
        sheet.shade(
            head.blob([*glow, *((x * 0.9, y + 0.16) for x, y in reversed(glow))]),
            hair.sheen,
            12,
            0.7,
            mask,
        )
        _braid(sheet, head, hair, side)
    sheet.lay(
        head.line([(0, -1.5), (0.0, -1.3), (0, -1.14)]), hair.deep, 0.9, wide=head.unit * 0.02
    )


def _braid(sheet: Gouache, head: Head, hair: Hair, side: int) -> None:
    """Leaves of hair laid over each other, left and right in turn, and a tied end."""
    u, count = head.unit, 11
    (start,) = head.at([(side * 1.06, 0.36)])
    for i in range(count):
        f = i / (count - 1)
        x = start[0] + side * u * (0.08 + 0.16 * math.sin(f * 2.4))
        y = start[1] + u * 1.72 * f
        size = u * (0.2 - 0.055 * f)
        for hand in (-1, 1):
            lift = -size * 0.28 if hand * (-1) ** i > 0 else size * 0.28
            leaf = [
                (x - hand * size * 0.28, y + size * 0.75 + lift),
                (x + hand * size * 0.55, y + size * 0.4 + lift),
                (x + hand * size * 0.92, y - size * 0.35 + lift),
                (x + hand * size * 0.4, y - size * 0.55 + lift),
                (x - hand * size * 0.2, y - size * 0.05 + lift),
            ]
            mask = sheet.lay(flowing(leaf, closed=True), hair.base)
            sheet.shade(
                flowing([leaf[4], leaf[0], leaf[1]]), hair.deep, 3, 0.9, mask, wide=size * 0.3
            )
            sheet.strands(
                [
                    [
                        leaf[0],
                        ((leaf[1][0] + leaf[4][0]) / 2, (leaf[1][1] + leaf[3][1]) / 2),
                        leaf[2],
                    ]
                ],
                hair.sheen,
                u * 0.018,
                0.75,
                mask,
            )
    x, y = start[0] + side * u * (0.08 + 0.16 * math.sin(2.4)), start[1] + u * 1.72
    tail = [
        (x - u * 0.09, y + u * 0.16),
        (x + u * 0.09, y + u * 0.16),
        (x + u * 0.14, y + u * 0.42),
        (x, y + u * 0.58),
        (x - u * 0.13, y + u * 0.4),
    ]
    sheet.lay(flowing(tail, closed=True), hair.base)
    sheet.lay(flowing(arc(x, y + u * 0.17, u * 0.1, -u * 0.02, 5)), "#d9512f", wide=u * 0.085)


STYLES: dict[str, tuple[Painter, Painter]] = {
    "bob": (_bob_back, _bob_front),
    "short": (_nothing, _short_front),
    "curls": (_curls_back, _curls_front),
    "braids": (_braids_back, _braids_front),
}
