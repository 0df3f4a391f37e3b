"""How things are set down, and what they are made of."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from .. import textures
from ..materials import paint
from ..meshes import Mesh
from ..tracer import Spec

Rng = np.random.Generator
Array = NDArray[np.float64]
Thing = list[tuple[Spec, Mesh]]
Maker = Callable[[Rng], Thing]

BRASS = paint("#c9973f", 0.22, metal=1.0)
GLAZES = ("#4f7f8c", "#c9b79a", "#8c4b3a", "#2f4858", "#d8d2c4", "#6b7f5a", "#b5793f", "#39463f")


def moved(
    thing: Thing, x: float = 0, y: float = 0, z: float = 0, turn: float = 0, size: float = 1
) -> Thing:
    """The thing somewhere else, turned (degrees) and scaled."""
    return [(m, mesh.scaled(size).turned(turn).moved(x, y, z)) for m, mesh in thing]


def tipped(thing: Thing, degrees: float, axis: str = "x") -> Thing:
    """The thing leaned over."""
    return [(m, mesh.turned(degrees, axis)) for m, mesh in thing]


def glaze(rng: Rng) -> Spec:
    """A potter's glaze."""
    return paint(textures.clay(rng, str(rng.choice(GLAZES))), 0.22, coat=0.5)
