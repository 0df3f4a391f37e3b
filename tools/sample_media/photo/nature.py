"""What grows and lies outdoors: relief, water, trees, grass, stones, in sizes that suit the camera."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from .meshes import Mesh, ball, blades, grid_faces, joined, leaves, rotation, tube
from .textures import blend, colour, noise

Array = NDArray[np.float64]
Rng = np.random.Generator
Height = Callable[[Array, Array], Array]


def relief(rng: Rng, wide: float, power: float = 2.2) -> Height:
    """Rough ground: a function of place (metres) with values about −1…1, its largest forms `wide` metres across."""
    tile = noise(1024, rng, power, low=2) * 0.4

    def height(x: Array, y: Array) -> Array:
        total = np.zeros_like(x)
        for step, share in ((1.0, 1.0), (5.3, 0.17), (29.0, 0.035)):
            at = [(x / wide * step + 0.37 * step) * 256, (y / wide * step + 0.71 * step) * 256]
            total = total + share * map_coordinates(tile, at, order=1, mode="grid-wrap")
        return total

    return height


def seen_ground(
    eye: tuple[float, float],
    facing: float,
    spread: float,
    near: float,
    far: float,
    height: Height,
    rows: int = 520,
    columns: int = 460,
) -> Mesh:
    """Ground in the camera's view, finer where it is closer; `facing` and `spread` in degrees."""
    angles = np.radians(np.linspace(facing - spread / 2, facing + spread / 2, columns))
    distances = np.geomspace(near, far, rows)
    x = eye[0] + distances[:, None] * np.cos(angles)
    y = eye[1] + distances[:, None] * np.sin(angles)
    points = np.stack([x, y, height(x, y)], -1).reshape(-1, 3)
    return Mesh(points, grid_faces(rows, columns)[:, ::-1], points[:, :2].copy())


def coloured(mesh: Mesh, how: Callable[[Array, Array], Array]) -> Mesh:
    """Give each corner a colour from its place and its steepness (0 level, 1 upright)."""
    a, b, c = (mesh.points[mesh.faces[:, i]] for i in range(3))
    facing = np.cross(b - a, c - a)
    normal = np.zeros_like(mesh.points)
    for i in range(3):
        np.add.at(normal, mesh.faces[:, i], facing)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-12
    return replace(mesh, colours=how(mesh.points, 1 - np.abs(normal[:, 2])))


def water(
    rng: Rng,
    eye: tuple[float, float],
    facing: float,
    spread: float,
    near: float,
    far: float,
    level: float = 0.0,
    waves: float = 0.05,
    length: float = 3.0,
) -> Mesh:
    """A water surface in the camera's view; waves fade with distance, where the eye cannot part them."""
    swell, ripple = noise(1024, rng, 3.0, (1, 2.2), low=6), noise(1024, rng, 2.0, (1, 1.6), low=8)

    def height(x: Array, y: Array) -> Array:
        away = np.hypot(x - eye[0], y - eye[1])
        big = map_coordinates(swell, [x / length * 25, y / length * 25], order=1, mode="grid-wrap")
        small = map_coordinates(
            ripple, [x / length * 110, y / length * 110], order=1, mode="grid-wrap"
        )
        fade = 1 / (1 + (away / (near * 30)) ** 1.15)
        return level + waves * (big + 0.22 * small) * (0.12 + 0.88 * fade)

    return seen_ground(eye, facing, spread, near, far, height, 900, 700)


def broadleaf(
    rng: Rng, tall: float = 9.0, leaf: float = 0.28, count: int = 9000
) -> tuple[Mesh, Mesh]:
    """A tree with a round crown: (wood, leaves)."""
    limbs, centres = (
        [
            tube(
                [(0, 0, 0), (0.03 * tall, 0, tall * 0.3), (0, 0.02 * tall, tall * 0.7)],
                [tall * 0.03, tall * 0.02, tall * 0.008],
                9,
            )
        ],
        [],
    )
    for _ in range(15):
        start = rng.uniform(0.25, 0.6) * tall
        turn, out = rng.uniform(0, 2 * np.pi), rng.uniform(0.16, 0.34) * tall
        end = np.array(
            [np.cos(turn) * out, np.sin(turn) * out, start + rng.uniform(0.12, 0.4) * tall]
        )
        limbs.append(
            tube(
                [(0, 0, start), (end[0] * 0.5, end[1] * 0.5, start + (end[2] - start) * 0.35), end],
                [tall * 0.012, tall * 0.003],
                6,
            )
        )
        centres.append((end, rng.uniform(0.1, 0.19) * tall))
    centres.append((np.array([0, 0, tall * 0.82]), tall * 0.17))
    spots = []
    for centre, radius in centres:
        n = max(20, int(count * radius**2 / sum(r**2 for _, r in centres)))
        way = rng.normal(size=(n, 3))
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        spots.append(centre + way * radius * rng.uniform(0.55, 1.05, (n, 1)) * [1, 1, 0.75])
    return joined(limbs), leaves(np.vstack(spots), leaf, rng, 0.4)


def conifer(rng: Rng, tall: float = 14.0, count: int = 9000) -> tuple[Mesh, Mesh]:
    """A fir: drooping boughs in rings, thinner towards the top."""
    level = rng.uniform(0.1, 0.99, count) ** 0.8
    reach = (1 - level) * tall * 0.2 * (0.85 + 0.25 * np.sin(level * 46 + rng.uniform(0, 6))) + 0.04
    turn = rng.uniform(0, 2 * np.pi, count)
    out = np.sqrt(rng.uniform(0.08, 1, count)) * reach
    spots = np.stack([np.cos(turn) * out, np.sin(turn) * out, level * tall - out * 0.42], 1)
    size = tall * 0.028
    return tube([(0, 0, 0), (0, 0, tall)], [tall * 0.016, tall * 0.003], 8), leaves(
        spots, size, rng, 0.6
    )


def palm(rng: Rng, tall: float = 8.0) -> tuple[Mesh, Mesh]:
    """A date palm: a ringed trunk and arching feathers."""
    line = [(0.25 * np.sin(t * 1.3), 0, t * tall) for t in np.linspace(0, 1, 6)]
    trunk = tube(line, [0.28, 0.22, 0.2, 0.2, 0.22, 0.26], 12)
    top = np.array(line[-1])
    feathers = []
    for _ in range(38):
        turn, lift = rng.uniform(0, 2 * np.pi), rng.uniform(-0.35, 0.95)
        way = np.array([np.cos(turn), np.sin(turn)])
        t = np.linspace(0.05, 1, 60)
        reach = rng.uniform(2.2, 3.0)
        spine = (
            np.column_stack([way[0] * t * reach, way[1] * t * reach, lift * t * 2.2 - 2.0 * t**2.2])
            + top
        )
        for sign in (-1, 1):
            side = np.array([-way[1], way[0], 0]) * sign
            length = (0.55 * np.sin(np.pi * np.clip(t * 0.92 + 0.08, 0, 1)))[:, None]
            tip = (
                spine
                + side * length
                + np.column_stack([way[0] * length, way[1] * length, -0.45 * length]) * 0.6
            )
            a, b = spine, spine + np.array([way[0], way[1], 0]) * 0.07
            points = np.stack([a, b, tip], 1).reshape(-1, 3)
            shade = np.full((len(points), 1), rng.uniform())
            faces = np.arange(len(points)).reshape(-1, 3)
            feathers.append(
                Mesh(
                    points,
                    faces,
                    np.hstack([shade, np.tile([[0.1], [0.1], [0.9]], (len(t), 1))]),
                    True,
                )
            )
    return trunk, joined(feathers)


def meadow(
    rng: Rng,
    places: Array,
    tall: float,
    width: float = 0.006,
    wind: float = 0.35,
    spread: float = 0.4,
) -> Mesh:
    """Grass rooted at the places given."""
    count = len(places)
    height = tall * rng.lognormal(0, spread, count)
    lean = rng.normal(0, 0.28, (count, 2)) + [wind, wind * 0.3]
    return blades(places, height, width, lean, rng)


def scattered(
    rng: Rng,
    count: int,
    eye: tuple[float, float],
    facing: float,
    spread: float,
    near: float,
    far: float,
    height: Height,
    thin: float = 2.0,
) -> Array:
    """Places on the ground in view, denser where it is near; `thin` 1 is even in the picture, 2 even on the ground."""
    share = rng.uniform(0, 1, count)
    away = (
        near * (far / near) ** share
        if thin == 1
        else (near**thin + share * (far**thin - near**thin)) ** (1 / thin)
    )
    turn = np.radians(facing + rng.uniform(-spread / 2, spread / 2, count))
    x, y = eye[0] + away * np.cos(turn), eye[1] + away * np.sin(turn)
    return np.stack([x, y, height(x, y)], 1)


def stone(rng: Rng, size: float) -> Mesh:
    """A weathered rock."""
    lump = relief(rng, 2.2, 2.6)

    def knock(points: Array) -> Array:
        push = lump(points[:, 0] + points[:, 2] * 0.7, points[:, 1] - points[:, 2] * 0.6)
        return points * (1 + 0.33 * push[:, None]) * np.array([1.2, 0.95, 0.68]) * size

    return ball(1.0, 34).bent(knock).turned(float(rng.uniform(0, 360)))


def stood(place: Array, size: float, turn: float) -> Array:
    """A 4×4 matrix that sets a thing down, turned (degrees) and scaled."""
    out = np.eye(4)
    out[:3, :3] = rotation(turn, "z") * size
    out[:3, 3] = place
    return out


def foliage(rng: Rng, dark: str, light: str) -> Array:
    """Colour of leaves: u is each leaf's own shade."""
    v, u = np.mgrid[0:64, 0:256] / np.array([64, 256])[:, None, None]
    return blend(dark, light, u * 0.9 + 0.15 * v + 0.02 * rng.normal(size=u.shape))


def ground_tint(
    points: Array, steep: Array, rng: Rng, low: str, high: str, rock: str, patch: float = 12.0
) -> Array:
    """Meadow of two greens with rock where it is steep."""
    field = relief(rng, patch, 1.8)
    mix = 0.5 + 0.6 * field(points[:, 0], points[:, 1])
    base = blend(low, high, mix)
    bare = np.clip((steep - 0.22) * 6 + 0.4 * field(points[:, 1] * 2.3, points[:, 0] * 2.3), 0, 1)[
        :, None
    ]
    return np.asarray(base * (1 - bare) + colour(rock) * bare * (0.85 + 0.3 * mix[:, None]))
