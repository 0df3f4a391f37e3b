"""Shapes as triangles: boxes with soft edges, turned, swept, pulled and cut forms. Z is up, units are metres."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import Delaunay

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Mesh:
    """Triangles: corner points, three corner numbers a face, texture coordinates in metres or turns, own colours."""

    points: Array
    faces: NDArray[np.int64]
    uv: Array
    flat: bool = False
    colours: Array | None = None

    def moved(self, x: float = 0, y: float = 0, z: float = 0) -> Mesh:
        """The same shape somewhere else."""
        return replace(self, points=self.points + np.array([x, y, z]))

    def scaled(self, x: float, y: float | None = None, z: float | None = None) -> Mesh:
        """The same shape, larger or smaller along each axis."""
        factors = np.array([x, x if y is None else y, x if z is None else z])
        return replace(self, points=self.points * factors)

    def turned(self, degrees: float, axis: str = "z") -> Mesh:
        """The same shape turned about an axis through the origin."""
        return replace(self, points=self.points @ rotation(degrees, axis).T)

    def bent(self, how: Callable[[Array], Array]) -> Mesh:
        """The same triangles with every corner moved by `how`."""
        return replace(self, points=how(self.points))


def rotation(degrees: float, axis: str) -> Array:
    """The rotation matrix about `x`, `y` or `z`."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return {
        "x": np.array([[1, 0, 0], [0, c, -s], [0, s, c]]),
        "y": np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]),
        "z": np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]),
    }[axis]


def joined(meshes: Sequence[Mesh]) -> Mesh:
    """Several shapes as one."""
    offsets = np.cumsum([0] + [len(m.points) for m in meshes[:-1]])
    return Mesh(
        np.concatenate([m.points for m in meshes]),
        np.concatenate([m.faces + o for m, o in zip(meshes, offsets, strict=True)]),
        np.concatenate([m.uv for m in meshes]),
        meshes[0].flat,
    )


def grid_faces(rows: int, columns: int) -> NDArray[np.int64]:
    """The triangles of a grid of points, row by row."""
    index = np.arange(rows * columns).reshape(rows, columns)
    a, b = index[:-1, :-1].ravel(), index[:-1, 1:].ravel()
    c, d = index[1:, 1:].ravel(), index[1:, :-1].ravel()
    return np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])


def sheet(place: Callable[[Array, Array], Array], rows: int, columns: int, size: float = 1) -> Mesh:
    """A surface pulled over the unit square: `place(u, v)` gives the points, `(…, 3)`."""
    v, u = np.meshgrid(np.linspace(0, 1, rows), np.linspace(0, 1, columns), indexing="ij")
    points = place(u, v).reshape(-1, 3)
    return Mesh(points, grid_faces(rows, columns), np.stack([u.ravel(), v.ravel()], 1) * size)


def ground(width: float, depth: float, rows: int = 2, columns: int = 2) -> Mesh:
    """A level rectangle about the origin; texture coordinates in metres."""

    def place(u: Array, v: Array) -> Array:
        return np.stack([(u - 0.5) * width, (v - 0.5) * depth, np.zeros_like(u)], -1)

    mesh = sheet(place, rows, columns)
    return replace(mesh, uv=mesh.points[:, :2].copy())


def box(x: float, y: float, z: float, edge: float = 0.004, steps: int = 3) -> Mesh:
    """A box standing on the ground, its edges rounded by `edge`."""
    half = np.array([x, y, z]) / 2
    edge = min(edge, half.min() * 0.99)
    rim = np.sin(np.linspace(0, np.pi / 4, steps + 1)) / np.sin(np.pi / 4)
    patches = []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            a, b = (axis + 1) % 3, (axis + 2) % 3
            lines = [_lines(half[i], edge, rim) for i in (a, b)]
            first, second = np.meshgrid(*lines, indexing="ij")
            points = np.zeros((*first.shape, 3))
            points[..., axis], points[..., a], points[..., b] = sign * half[axis], first, second
            inner = np.clip(points, -(half - edge), half - edge)
            out = points - inner
            points = inner + edge * out / np.linalg.norm(out, axis=-1, keepdims=True)
            faces = grid_faces(*first.shape)
            faces = faces if sign > 0 else faces[:, ::-1]
            uv = np.stack(
                [points[..., a], points[..., b]] if axis else [points[..., 1], points[..., 2]], -1
            )
            if axis == 1:
                uv = np.stack([points[..., 0], points[..., 2]], -1)
            patches.append(Mesh(points.reshape(-1, 3), faces, uv.reshape(-1, 2)))
    return joined(patches).moved(z=z / 2)


def _lines(half: float, edge: float, rim: Array) -> Array:
    """Grid lines of one side: dense in the rounded rim, none between."""
    low = -half + edge * (1 - rim[::-1])
    return np.concatenate([low, -low[::-1]])


def turned_profile(
    profile: Sequence[tuple[float, float]], segments: int = 72, smooth: int = 8
) -> Mesh:
    """A profile of (radius, height) turned on a lathe; `smooth` points are set between two corners."""
    line = (
        curve(np.array(profile, dtype=float), smooth) if smooth else np.array(profile, dtype=float)
    )
    line[:, 0] = np.maximum(line[:, 0], 0)
    angle = np.linspace(0, 2 * np.pi, segments + 1)
    x = line[:, :1] * np.cos(angle)
    y = line[:, :1] * np.sin(angle)
    z = np.repeat(line[:, 1:], segments + 1, 1)
    u, v = np.meshgrid(angle / (2 * np.pi), np.linspace(0, 1, len(line)))
    faces = grid_faces(len(line), segments + 1)
    return Mesh(np.stack([x, y, z], -1).reshape(-1, 3), faces, np.stack([u.ravel(), v.ravel()], 1))


def curve(corners: Array, smooth: int) -> Array:
    """A Catmull-Rom curve through the corners."""
    padded = np.vstack([2 * corners[0] - corners[1], corners, 2 * corners[-1] - corners[-2]])
    t = np.linspace(0, 1, smooth, endpoint=False)[:, None]
    pieces = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        pieces.append(
            0.5
            * (
                2 * p1
                + (p2 - p0) * t
                + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
                + (3 * p1 - p0 - 3 * p2 + p3) * t**3
            )
        )
    return np.vstack([*pieces, corners[-1:]])


def tube(
    path: Sequence[Sequence[float]],
    radius: float | Sequence[float],
    sides: int = 12,
    smooth: int = 6,
) -> Mesh:
    """A pipe, wire, branch or rope along a path."""
    line = curve(np.array(path, dtype=float), smooth) if smooth else np.array(path, dtype=float)
    radii = np.interp(
        np.linspace(0, 1, len(line)), np.linspace(0, 1, np.size(radius)), np.atleast_1d(radius)
    )
    tangent = np.gradient(line, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True) + 1e-12
    normal = np.cross(tangent[0], [0.3, 0.5, 0.81])
    rings = []
    angle = np.linspace(0, 2 * np.pi, sides + 1)
    for point, along, r in zip(line, tangent, radii, strict=True):
        normal = normal - along * (normal @ along)
        normal /= np.linalg.norm(normal) + 1e-12
        across = np.cross(along, normal)
        rings.append(
            point + r * (np.cos(angle)[:, None] * normal + np.sin(angle)[:, None] * across)
        )
    u, v = np.meshgrid(np.linspace(0, 1, sides + 1), np.linspace(0, 1, len(line)))
    return Mesh(
        np.vstack(rings), grid_faces(len(line), sides + 1), np.stack([u.ravel(), v.ravel()], 1)
    )


def rod(start: Sequence[float], end: Sequence[float], radius: float, sides: int = 20) -> Mesh:
    """A straight round rod with closed ends."""
    a, b = np.array(start, dtype=float), np.array(end, dtype=float)
    pipe = tube([a, b], radius, sides, smooth=1)
    return joined([pipe, _cap(a, a - b, radius, sides), _cap(b, b - a, radius, sides)])


def _cap(centre: Array, facing: Array, radius: float, sides: int) -> Mesh:
    facing = facing / (np.linalg.norm(facing) + 1e-12)
    across = np.cross(facing, [0.3, 0.5, 0.81])
    across /= np.linalg.norm(across)
    up = np.cross(facing, across)
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rim = centre + radius * (np.cos(angle)[:, None] * across + np.sin(angle)[:, None] * up)
    points = np.vstack([centre[None], rim])
    index = np.arange(sides)
    faces = np.stack([np.zeros_like(index), 1 + index, 1 + (index + 1) % sides], 1)
    return Mesh(points, faces, np.zeros((sides + 1, 2)))


def ball(radius: float, rows: int = 32) -> Mesh:
    """A sphere about the origin."""
    angle = np.linspace(-np.pi / 2, np.pi / 2, rows)
    profile = [(radius * float(np.cos(a)), radius * float(np.sin(a))) for a in angle]
    return turned_profile(profile, rows * 2, smooth=0)


def cut_out(outline: Array, depth: float) -> Mesh:
    """A flat outline (x, y) given a thickness along z; for gears, boards and plates."""
    outline = np.asarray(outline, dtype=float)
    triangles = Delaunay(outline).simplices
    centres = outline[triangles].mean(1)
    faces = triangles[_inside(centres, outline)]
    n = len(outline)
    bottom = np.column_stack([outline, np.zeros(n)])
    top = np.column_stack([outline, np.full(n, depth)])
    index, after = np.arange(n), (np.arange(n) + 1) % n
    sides = np.concatenate(
        [np.stack([index, after, after + n], 1), np.stack([index, after + n, index + n], 1)]
    )
    points = np.vstack([bottom, top])
    return Mesh(
        points, np.concatenate([faces[:, ::-1], faces + n, sides]), points[:, :2].copy(), flat=True
    )


def _inside(points: Array, outline: Array) -> NDArray[np.bool_]:
    a, b = outline, np.roll(outline, -1, 0)
    x, y = points[:, :1], points[:, 1:]
    crosses = (a[:, 1] > y) != (b[:, 1] > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        where = (b[:, 0] - a[:, 0]) * (y - a[:, 1]) / (b[:, 1] - a[:, 1]) + a[:, 0]
    inside: NDArray[np.bool_] = (crosses & (x < where)).sum(1) % 2 == 1
    return inside


def blades(
    roots: Array,
    height: Array,
    width: float,
    lean: Array,
    rng: np.random.Generator,
    joints: int = 3,
) -> Mesh:
    """Grass: one bent, pointed strip for each root (n, 3); `lean` (n, 2) pushes the tips aside."""
    count = len(roots)
    turn = rng.uniform(0, np.pi, count)
    side = np.stack([np.cos(turn), np.sin(turn), np.zeros(count)], 1) * width / 2
    rows = []
    for t in np.linspace(0, 1, joints + 1)[:-1]:
        middle = roots + np.column_stack([lean * t**2 * height[:, None], t * height])
        rows += [middle - side * (1 - t * 0.8), middle + side * (1 - t * 0.8)]
    rows.append(roots + np.column_stack([lean * height[:, None], height * 0.97]))
    points = np.stack(rows, 1)
    per = points.shape[1]
    base = (np.arange(count) * per)[:, None]
    faces = []
    for j in range(joints - 1):
        i = 2 * j
        faces += [base + [i, i + 1, i + 3], base + [i, i + 3, i + 2]]
    i = 2 * (joints - 1)
    faces.append(base + [i, i + 1, i + 2])
    shade = rng.uniform(0, 1, count)
    uv = np.stack([np.repeat(shade, per), np.tile(np.linspace(0, 1, per), count)], 1)
    return Mesh(points.reshape(-1, 3), np.concatenate(faces), uv)


def leaves(centres: Array, size: float, rng: np.random.Generator, flatness: float = 0.0) -> Mesh:
    """A cloud of small pointed leaves, each two triangles folded a little; random way up."""
    count = len(centres)
    a = rng.normal(size=(count, 3)) * [1, 1, 1 - flatness]
    a /= np.linalg.norm(a, axis=1, keepdims=True)
    b = np.cross(a, rng.normal(size=(count, 3)))
    b /= np.linalg.norm(b, axis=1, keepdims=True)
    s = (size * rng.uniform(0.6, 1.3, count))[:, None]
    fold = np.cross(a, b) * s * 0.12
    points = np.stack(
        [
            centres - a * s * 0.5,
            centres + b * s * 0.25 + fold,
            centres + a * s * 0.5,
            centres - b * s * 0.25 + fold,
        ],
        1,
    )
    base = (np.arange(count) * 4)[:, None]
    faces = np.concatenate([base + [0, 1, 2], base + [0, 2, 3]])
    shade = np.repeat(rng.uniform(0, 1, count), 4)
    return Mesh(
        points.reshape(-1, 3),
        faces,
        np.stack([shade, np.tile([0, 0.5, 1, 0.5], count)], 1),
        flat=True,
    )
