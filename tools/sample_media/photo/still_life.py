"""Still lives: the things a request speaks of, on a table by a window."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..seed import number, source
from . import textures
from .darkroom import Film, developed
from .materials import paint
from .meshes import ground
from .studio import Camera, Scene, shoot
from .things.basics import Thing, moved
from .things.catalogue import CATALOGUE, FILLERS
from .things.finds import cloth
from .things.food import apple, pear

WALLS = {
    "warm": ("#cdb99a", "#8a5a34"),
    "cool": ("#a9b7bd", "#6d5a48"),
    "forest": ("#8d9a83", "#5f4730"),
    "dusk": ("#6f6378", "#4d3526"),
    "ink": ("#3d444c", "#2f2722"),
    "clay": ("#c08f75", "#6e4a34"),
    "sea": ("#8fb0b5", "#8c6a48"),
}


def still_life(
    words: str, path: str, palette: str, size: tuple[int, int], samples: int = 16
) -> Image.Image:
    """A photograph of a few things; which ones the words say."""
    rng = source(path, "still life")
    scene = Scene()
    wall, table = WALLS.get(palette, WALLS["warm"])
    _room(scene, rng, wall, table, cloth_too=bool(rng.random() < 0.55))
    _arrange(scene, rng, words)
    side = -1 if rng.random() < 0.6 else 1
    scene.lamp((side * 1.5, -0.35, 0.95), (0, 0.05, 0.08), (0.9, 1.1), "#fff1dc", 15)
    scene.lamp((-side * 1.6, -1.0, 0.8), (0, 0, 0.1), (0.8, 0.8), "#bcd0e6", 1.6)
    scene.glow("#c9d6e4", 0.12)
    eye = (rng.uniform(-0.25, 0.25), -1.02, rng.uniform(0.3, 0.5))
    camera = Camera(eye, (0, 0.03, 0.085), 31, blur=0.009, focus=float(np.hypot(1.0, eye[2] - 0.1)))
    shot = shoot(scene, camera, size, number(path), samples)
    return developed(shot.light, Film(key=0.17, contrast=1.25, vignette=0.35), rng)


def _room(scene: Scene, rng: np.random.Generator, wall: str, table: str, cloth_too: bool) -> None:
    grain = textures.wood(rng, table, str(textures_darker(table)), boards=int(rng.integers(2, 5)))
    scene.add(paint(grain, 0.42, coat=0.15, scale=0.9), ground(3.2, 1.7).moved(y=0.1))
    scene.add(
        paint(textures.plaster(rng, wall), 0.95, scale=0.4),
        ground(6, 4).turned(90, "x").moved(y=0.95),
    )
    if cloth_too:
        tint = str(rng.choice(["#d9d0bd", "#b9c4c4", "#c7a58a", "#8e9a8a"]))
        for material, mesh in moved(
            cloth(rng, tint), rng.uniform(-0.15, 0.15), -0.03, 0, rng.uniform(-20, 20)
        ):
            scene.add(material, mesh)


def textures_darker(tint: str, by: float = 0.55) -> str:
    """A darker colour of the same hue, as text."""
    parts = [int(int(tint[i : i + 2], 16) * by) for i in (1, 3, 5)]
    return "#" + "".join(f"{p:02x}" for p in parts)


def _arrange(scene: Scene, rng: np.random.Generator, words: str) -> None:
    """Large things behind, small ones in front, close but not touching."""
    named = [(maker, radius) for keys, maker, radius in CATALOGUE if any(k in words for k in keys)][
        :5
    ]
    order = rng.permutation(len(FILLERS))
    chosen = (
        named + [FILLERS[i] for i in order if FILLERS[i] not in named][: max(0, 3 - len(named))]
    )
    placed: list[tuple[float, float, float]] = []
    for maker, radius in sorted(chosen, key=lambda item: -item[1]):
        _place(scene, rng, maker(rng), radius, placed)
    for extra in (apple, pear)[: 2 if len(named) < 2 else 0]:
        _place(scene, rng, extra(rng), 0.045, placed)


def _place(
    scene: Scene,
    rng: np.random.Generator,
    thing: Thing,
    radius: float,
    placed: list[tuple[float, float, float]],
) -> None:
    best, where = -1e9, (0.0, 0.0)
    for _ in range(120):
        x, y = rng.normal(0, 0.15), rng.uniform(-0.18, 0.24)
        gap = min((np.hypot(x - a, y - b) - radius - r for a, b, r in placed), default=0.02)
        score = (
            -abs(gap - 0.015) * 4
            - abs(x) * 0.6
            - (0 if gap > 0 else 10)
            - abs(y - (radius - 0.07) * 2.2)
        )
        if score > best:
            best, where = score, (x, y)
    placed.append((*where, radius))
    for material, mesh in moved(thing, *where, z=0.002, turn=rng.uniform(-40, 40)):
        scene.add(material, mesh)
