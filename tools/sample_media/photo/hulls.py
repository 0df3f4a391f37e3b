"""Boats: a hull from a few lines, planked or of plywood, at any size."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .meshes import Mesh, sheet, tube

Array = NDArray[np.float64]


def hull(
    long: float,
    wide: float,
    deep: float,
    *,
    stern: float = 0.75,
    sheer: float = 0.35,
    chine: float = 1.0,
    bend: float = 0.0,
    rise: float = 0.25,
) -> Mesh:
    """Both sides of a hull, bow towards +x, keel at z=0; `chine` 1 is round, more is boxier; `stern` is its width."""

    def place(u: Array, v: Array) -> Array:
        along = u
        half = wide / 2 * _beam(along, stern)
        low = deep * (rise * np.clip((along - 0.55) / 0.45, 0, 1) ** 2.4 + 0.05 * (1 - along) ** 3)
        top = deep * (
            1
            + sheer
            * (
                np.clip((along - 0.4) / 0.6, 0, 1) ** 2
                + 0.35 * np.clip((0.4 - along) / 0.4, 0, 1) ** 2
            )
        )
        around = (v - 0.5) * 2
        side = np.sign(around) * np.abs(around) ** (1 / chine)
        height = low + (top - low) * np.abs(around) ** (1.9 * chine)
        y = half * np.sign(side) * np.clip(np.abs(side) ** 0.72, 0, 1)
        x = (along - 0.5) * long + 0.09 * long * np.abs(around) ** 1.5 * np.clip(
            (along - 0.7) / 0.3, 0, 1
        )
        return np.stack([x, y + bend * np.clip((along - 0.6) / 0.4, 0, 1) ** 2, height], -1)

    mesh = sheet(place, 41, 80)
    mesh.uv[:, 0] *= long
    mesh.uv[:, 1] *= wide * 1.4
    return mesh


def _beam(along: Array, stern: float) -> Array:
    fore = np.sqrt(np.clip(1 - np.clip((along - 0.42) / 0.58, 0, 1) ** 2.1, 0, 1))
    aft = stern + (1 - stern) * np.sin(np.clip(along / 0.42, 0, 1) * np.pi / 2)
    return np.asarray(np.minimum(fore, aft) + 0.004)


def gunwale(of: Mesh, radius: float, rows: int = 41, columns: int = 80) -> Mesh:
    """A rail along both upper edges."""
    grid = of.points.reshape(rows, columns, 3)
    first, last = grid[0], grid[-1]
    line = np.vstack([first, last[::-1]])
    return tube(line, radius, 8, 1)


def seam(of: Mesh, row: int, rows: int = 41, columns: int = 80) -> Array:
    """Points along one plank's edge."""
    return np.asarray(of.points.reshape(rows, columns, 3)[row])
