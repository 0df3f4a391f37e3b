"""Set piece: a solar oven on a lawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .. import textures
from ..darkroom import Film
from ..materials import film, leaf, paint
from ..meshes import Mesh, ball, box, joined, sheet, tube, turned_profile
from ..nature import broadleaf, foliage, meadow, scattered, stood
from ..picture import Picture
from ..sky import NOON
from ..studio import Camera
from ..things.basics import Array, Rng, Thing, moved


def _level(x: Array, y: Array) -> Array:
    return np.zeros_like(x) + 0 * y


def lawn(
    picture: Picture,
    rng: Rng,
    eye: tuple[float, float],
    far: float = 26.0,
    tall: float = 0.045,
    count: int = 150000,
    floor: float = 0.0,
) -> None:
    """A mown lawn in front of the camera (which looks along +y), with a hedge of trees behind."""
    base = textures.blend("#3c4a26", "#6a7440", 0.5 + 0.3 * textures.noise(512, rng, 1.6))
    picture.add(paint(base, 0.95, scale=0.6), box(160, 160, 0.02).moved(y=60, z=floor - 0.02))
    near = scattered(rng, count, eye, 90, 84, 0.35, far, _level, 1.25)
    picture.add(
        leaf(textures.grass(rng, "#4c5a30", "#a9ad6c")),
        meadow(rng, near + [0, 0, floor], tall, 0.004, 0.12, 0.45),
    )
    wood, crown = broadleaf(rng, 7.5, 0.3, 9000)
    skins = {"w": paint("#4a3a2c", 0.9), "l": leaf(foliage(rng, "#2a4a1a", "#7d983c"))}
    places = [
        stood(
            np.array([x, rng.uniform(24, 34), floor - 1.2]),
            rng.uniform(0.75, 1.25),
            rng.uniform(0, 360),
        )
        for x in np.linspace(-26, 26, 15)
    ]
    picture.scene.many(skins, {"w": wood, "l": crown}, places)


def solar_oven(rng: Rng) -> Picture:
    """A wooden box with a tilted glass lid and four shiny flaps, a black pot inside, on a lawn at noon."""
    picture = Picture(
        Camera((0.85, -2.3, 1.6), (0.03, 0.0, 0.4), 50, blur=0.012),
        film=Film(key=0.22, contrast=1.15, saturation=0.98),
        sky=replace(NOON, sun_turn=262, sun_height=58),
    )
    lawn(picture, rng, (0.85, -2.25))
    ply = paint(textures.wood(rng, "#d0a066", "#a06f3a", boards=2), 0.55, scale=1.1)
    black = paint("#6d5a45", 0.8)
    wide, deep, front, back = 0.72, 0.62, 0.26, 0.42

    def slanted(p: Array) -> Array:
        rise = 1 + (back / front - 1) * (p[:, 1] + deep / 2) / deep
        return p * np.column_stack([np.ones((len(p), 2)), np.where(p[:, 2] > 0.1, rise, 1)])

    for x in (-wide / 2, wide / 2):
        picture.add(ply, box(0.022, deep, front, 0.003).bent(slanted).moved(x))
        picture.add(
            black,
            box(0.004, deep - 0.05, front - 0.012, 0.001)
            .bent(slanted)
            .moved(x - np.sign(x) * 0.02),
        )
    picture.add(
        ply,
        box(wide, 0.022, front, 0.003).moved(0, -deep / 2),
        box(wide, 0.022, back, 0.003).moved(0, deep / 2),
    )
    picture.add(
        black,
        box(wide - 0.05, 0.004, back - 0.02, 0.001).moved(0, deep / 2 - 0.02),
        box(wide - 0.04, deep - 0.04, 0.01).moved(z=0.04),
    )
    tilt = float(np.degrees(np.arctan2(back - front, deep)))
    # a path that ends at a lamp cannot cross glass, so the pane is only its rim and a streak of sky on it
    for x in (-0.12, -0.03):
        streak = box(0.03 if x < -0.1 else 0.012, deep * 0.9, 0.003, 0.0005).turned(24)
        picture.add(
            film("#ffffff"), streak.turned(tilt, "x").moved(x, 0, (front + back) / 2 - 0.01)
        )
    crumple = textures.noise(512, rng, 1.8)
    foil = paint("#e9ebee", 0.12, metal=1.0, bump=crumple * 0.03 + 0.5, depth=0.05, scale=1.0)
    lip = (front + back) / 2
    for turn, half, reach, lean, z in (
        (0, wide / 2, deep / 2, 34, back),
        (180, wide / 2, deep / 2, 66, front),
        (90, deep / 2, wide / 2, 40, lip),
        (-90, deep / 2, wide / 2, 40, lip),
    ):
        flap = _flap(half, 0.46 if turn != 180 else 0.36).turned(-lean, "x").moved(0, reach, 0)
        if abs(turn) == 90:
            flap = flap.turned(0)
        flap = flap.turned(turn)
        picture.add(foil, _tilted(flap, tilt, turn, z))
    picture.put(moved(_pot(), 0.02, 0.05, 0.05, 0, 1.5))
    for x in (-0.3, 0.3):
        for y in (-0.24, 0.24):
            picture.add(paint("#7d5a36", 0.7), box(0.05, 0.05, 0.05).moved(x, y, -0.045))
    return picture


def _flap(half: float, long: float) -> Mesh:
    def place(u: Array, v: Array) -> Array:
        spread = half + 0.13 * v
        return np.stack([(u - 0.5) * 2 * spread, np.zeros_like(u), v * long], -1)

    return sheet(place, 12, 12)


def _tilted(flap: Mesh, tilt: float, turn: float, z: float) -> Mesh:
    """Follow the lid's slope on the two sides; the front and back flaps only rise to its height."""
    if abs(turn) == 90:
        slope = np.tan(np.radians(tilt))
        return flap.bent(
            lambda p: p + np.column_stack([np.zeros((len(p), 2)), z + p[:, 1] * slope])
        )
    return flap.moved(z=z)


def _pot() -> Thing:
    black = paint("#191818", 0.3, coat=0.4)
    body = turned_profile(
        [
            (0, 0),
            (0.1, 0),
            (0.115, 0.02),
            (0.115, 0.1),
            (0.118, 0.104),
            (0.09, 0.116),
            (0.03, 0.128),
            (0, 0.13),
        ],
        smooth=4,
    )
    knob = ball(0.017, 16).moved(0, 0, 0.14)
    ears = [
        tube(
            [
                (s * 0.11, -0.03, 0.08),
                (s * 0.15, -0.025, 0.085),
                (s * 0.15, 0.025, 0.085),
                (s * 0.11, 0.03, 0.08),
            ],
            0.007,
            8,
        )
        for s in (-1, 1)
    ]
    return [(black, body), (black, joined([knob, *ears]))]
