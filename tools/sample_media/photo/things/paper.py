"""Books, notebooks and pencils."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .. import textures
from ..materials import metal, paint
from ..meshes import box, rod, sheet, tube
from .basics import Array, Rng, Thing, moved


def books(rng: Rng) -> Thing:
    """A small pile of cloth-bound books."""
    out: Thing = []
    z = 0.0
    for _ in range(int(rng.integers(3, 5))):
        thick, wide, deep = (
            rng.uniform(0.018, 0.036),
            rng.uniform(0.13, 0.16),
            rng.uniform(0.19, 0.23),
        )
        cloth = str(
            rng.choice(
                ["#7a2e2a", "#28465e", "#3d5a45", "#c2a66b", "#4a3a52", "#b8552f", "#22343b"]
            )
        )
        cover = paint(textures.linen(rng, cloth), 0.75, scale=6)
        page = paint("#e8dfc8", 0.9)
        lids = [
            box(wide, deep, 0.003, 0.001),
            box(wide, deep, 0.003, 0.001).moved(z=thick - 0.003),
            box(0.003, deep, thick, 0.001).moved(-wide / 2),
        ]
        block = box(wide - 0.008, deep - 0.01, thick - 0.006, 0.0005).moved(0.0, 0, 0.003)
        out += moved(
            [(cover, lid) for lid in lids] + [(page, block)],
            rng.uniform(-0.012, 0.012),
            rng.uniform(-0.012, 0.012),
            z,
            rng.uniform(-16, 16),
        )
        z += thick + 0.0005
    return out


def notebook(rng: Rng, page: Array | None = None) -> Thing:
    """An open notebook with written pages and a pencil."""
    paper = page if page is not None else written_page(rng)

    def half(sign: int) -> Callable[[Array, Array], Array]:
        def place(u: Array, v: Array) -> Array:
            x = (u if sign > 0 else u - 1) * 0.15
            away = np.abs(x) / 0.15
            z = (
                0.014 * np.exp(-((away - 0.12) ** 2) / 0.03) * (1 - np.exp(-away * 30))
                + 0.004 * (1 - away)
                + 0.004
            )
            return np.stack([x, (v - 0.5) * 0.21, z], -1)

        return place

    out: Thing = [(paint(paper, 0.95), sheet(half(s), 2, 40)) for s in (-1, 1)]
    out.append((paint("#2d3b45", 0.8), box(0.31, 0.222, 0.004, 0.001)))
    return out + moved(pencil(rng), 0.1, -0.02, 0.022, 62)


def written_page(rng: Rng, size: int = 512) -> Array:
    """Cream paper with lines of ink that look like writing from a step away."""
    page = np.ones((size, size, 3)) * textures.colour("#efe8d6")
    for row in range(40, size - 30, 24):
        x = 40.0
        while x < size - 60:
            word = rng.uniform(18, 60)
            if x + word > size - 36:
                break
            t = np.arange(0, word, 0.25)
            y = (
                row
                + 4.2
                * np.sin(t * rng.uniform(0.9, 1.4) + rng.uniform(0, 6))
                * rng.uniform(0.5, 1, 1)
                + rng.normal(0, 0.4)
            )
            for dx in (0, 1):
                page[
                    np.clip(y.astype(int), 0, size - 1),
                    np.clip((x + t).astype(int) + dx, 0, size - 1),
                ] = textures.colour("#2a3350")
            x += word + rng.uniform(8, 14)
    return page[::-1].copy()


def pencil(rng: Rng) -> Thing:
    """A pencil lying along x."""
    tint = str(rng.choice(["#c23b22", "#e0a526", "#2d5a7b", "#2f5d43"]))
    return [
        (paint(tint, 0.3, coat=0.6), rod((-0.08, 0, 0.004), (0.06, 0, 0.004), 0.0038, 6)),
        (
            paint("#d9b382", 0.7),
            tube([(0.06, 0, 0.004), (0.074, 0, 0.004)], [0.0038, 0.0012], 12, 1),
        ),
        (
            paint("#222222", 0.4),
            tube([(0.074, 0, 0.004), (0.078, 0, 0.004)], [0.0012, 0.0002], 8, 1),
        ),
        (metal("Al", 0.25), rod((-0.09, 0, 0.004), (-0.08, 0, 0.004), 0.004)),
        (paint("#c98a86", 0.8), rod((-0.1, 0, 0.004), (-0.09, 0, 0.004), 0.0037)),
    ]
