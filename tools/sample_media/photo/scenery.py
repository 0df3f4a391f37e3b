"""A landscape for words that no set piece knows: hills, meadow, wood or shore, under a sky of their mood."""

from __future__ import annotations

import re

import numpy as np
from PIL import Image

from ..seed import source
from . import textures
from .darkroom import Film
from .materials import leaf, paint
from .nature import (
    broadleaf,
    coloured,
    conifer,
    foliage,
    ground_tint,
    meadow,
    relief,
    scattered,
    seen_ground,
    stood,
    water,
)
from .picture import Picture, taken
from .sky import MOODS, Sky
from .studio import Camera


def landscape(words: str, path: str, size: tuple[int, int], samples: int) -> Image.Image:
    """Hills with trees; water in front where the words speak of it."""
    rng = source(path, "landscape")
    sky = _mood(words, rng)
    wet = bool(re.search(r"river|lake|sea|coast|harbor|water|pond|marsh", words))
    wide, rough = relief(rng, 900), relief(rng, 60)

    def height(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        away = np.hypot(x, y)
        shore = np.clip((away - 120) / 120, -0.04, 1) * 8 if wet else 0
        return (
            66 * wide(x, y) * np.clip(away / 700, 0, 1) ** 1.4
            + 0.8 * rough(x, y) * (away > 90 if wet else 1)
            + 0.05 * np.clip(away - 150, 0, None)
            + shore
        )

    picture = Picture(
        Camera((0, 0, 2.6), (0, 100, 6.0), 50), film=Film(key=0.2, contrast=1.2), sky=sky, haze=1900
    )
    ground = coloured(
        seen_ground((0, 0), 90, 76, 1.2, 5000, height),
        lambda p, s: ground_tint(
            p, s, np.random.default_rng(5), "#55602f", "#a39a55", "#7f7565", 60
        ),
    )
    picture.add(paint("own", 0.92), ground)
    if wet:
        picture.add(
            paint("#2f4f5a", 0.03, shine=0.55), water(rng, (0, 0), 90, 90, 4, 240, 0.35, 0.02, 2.5)
        )
    else:
        near = scattered(rng, 140000, (0, 0), 90, 70, 1.4, 40, height, 1.3)
        picture.add(leaf(textures.grass(rng, "#57602f", "#b0a860")), meadow(rng, near, 0.3, 0.008))
    for i in range(3):
        trunk, crown = broadleaf(rng, 9 + 2 * i) if i < 2 else conifer(rng)
        places = scattered(rng, 260, (0, 0), 90, 70, 60 if not wet else 170, 1700, height, 1.5)
        places = places[wide(places[:, 0] * 3 + 99, places[:, 1] * 3) > -0.2]
        skins = {"w": paint("#4a3a2c", 0.9), "l": leaf(foliage(rng, "#2c441c", "#8a933f"))}
        picture.scene.many(
            skins,
            {"w": trunk, "l": crown},
            [stood(p, rng.uniform(0.7, 1.3), rng.uniform(0, 360)) for p in places],
        )
    return taken(picture, path, size, samples)


def _mood(words: str, rng: np.random.Generator) -> Sky:
    for name, pattern in (
        ("dusk", r"dusk|sunset|evening"),
        ("golden", r"golden|autumn|late"),
        ("mist", r"mist|fog"),
        ("storm", r"storm"),
        ("overcast", r"rain|grey|gray|wet"),
        ("morning", r"morning|early|dawn"),
        ("noon", r"noon|summer"),
        ("desert", r"desert|dune|sand"),
    ):
        if re.search(pattern, words):
            return MOODS[name]
    return MOODS[str(rng.choice(["morning", "golden", "noon"]))]
