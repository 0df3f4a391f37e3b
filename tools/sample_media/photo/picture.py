"""A picture ready to be taken: scene, camera, sky and film; and the taking of it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..seed import number, source
from .darkroom import Film, developed
from .materials import paint
from .meshes import Mesh, ground, sheet
from .sky import Sky
from .studio import Camera, Scene, lit_by, shoot, with_sky
from .textures import noise, plaster, wood
from .tracer import Spec

Array = NDArray[np.float64]


@dataclass
class Picture:
    """Everything that a photograph needs before the shutter opens."""

    camera: Camera
    scene: Scene = field(default_factory=Scene)
    film: Film = field(default_factory=Film)
    sky: Sky | None = None
    haze: float = 0.0
    exposure: float | None = None

    def add(self, material: Spec, *meshes: Mesh) -> None:
        """Put shapes of one material into the scene."""
        self.scene.add(material, *meshes)

    def put(self, thing: list[tuple[Spec, Mesh]]) -> None:
        """Put a compound thing into the scene."""
        for material, mesh in thing:
            self.scene.add(material, mesh)


def taken(picture: Picture, path: str, size: tuple[int, int], samples: int = 16) -> Image.Image:
    """Open the shutter and develop."""
    rng = source(path, "shutter")
    if picture.sky and "dome" not in picture.scene.extra:
        lit_by(picture.scene, picture.sky, source(path, "sky"))
    shot = shoot(picture.scene, picture.camera, size, number(path), samples)
    light = shot.light
    if picture.sky:
        light = with_sky(shot, picture.sky, source(path, "sky"), picture.haze)
    return developed(light, picture.film, rng, picture.exposure)


def printed(image: Image.Image) -> Array:
    """A drawn picture as a surface: linear colour, last row first, as texture coordinates count."""
    pixels = np.asarray(image.convert("RGB"))[::-1].astype(float) / 255
    return np.asarray(
        np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    )


def panel(width: float, height: float) -> Mesh:
    """An upright rectangle facing −y, standing at the origin; a picture fits it once."""

    def place(u: Array, v: Array) -> Array:
        return np.stack([(u - 0.5) * width, np.zeros_like(u), v * height], -1)

    return sheet(place, 2, 2)


def medallion(radius: float) -> Mesh:
    """An upright disc facing −y about the origin; a square picture fits round it."""
    turn = np.linspace(0, 2 * np.pi, 73)
    rim = np.column_stack([radius * np.cos(turn), np.zeros(73), radius * np.sin(turn)])
    points = np.vstack([[[0.0, 0.0, 0.0]], rim])
    faces = np.array([[0, i, i + 1] for i in range(1, 73)])
    return Mesh(points, faces, points[:, ::2] / (2 * radius) + 0.5)


def page(
    width: float, height: float, lift: float = 0.0, rng: np.random.Generator | None = None
) -> Mesh:
    """A sheet of paper lying on the table, its far side away from the camera; a little wavy."""
    wave = noise(64, rng, 3.4) if rng is not None else np.zeros((64, 64))

    def place(u: Array, v: Array) -> Array:
        bend = wave[(v * 40).astype(int) % 64, (u * 40).astype(int) % 64]
        return np.stack(
            [(u - 0.5) * width, (v - 0.5) * height, 0.0012 + lift * np.clip(bend, 0, 2)], -1
        )

    return sheet(place, 40, 40) if lift else sheet(place, 2, 2)


def indoors(
    picture: Picture,
    rng: np.random.Generator,
    wall: str = "#cdb99a",
    table: str = "#9a6a40",
    side: int = -1,
    power: float = 1.0,
    boards: int = 3,
    wall_at: float = 0.95,
) -> None:
    """A table of planks before a plain wall, a window to one side, a little light from the other."""
    dark = "#" + "".join(f"{int(int(table[i : i + 2], 16) * 0.58):02x}" for i in (1, 3, 5))
    picture.add(
        paint(wood(rng, table, dark, boards=boards), 0.45, coat=0.1, scale=0.9),
        ground(3.4, 1.9).moved(y=wall_at - 0.85),
    )
    picture.add(
        paint(plaster(rng, wall), 0.95, scale=0.4), ground(7, 4).turned(90, "x").moved(y=wall_at)
    )
    window(picture, side, power)


def window(picture: Picture, side: int = -1, power: float = 1.0) -> None:
    """Daylight from a window on one side and the room's own soft light."""
    picture.scene.lamp(
        (side * 1.5, -0.45, 1.05), (0, 0.05, 0.06), (0.9, 1.1), "#fff3e0", 15 * power
    )
    picture.scene.lamp((-side * 1.7, -1.1, 0.9), (0, 0, 0.1), (0.9, 0.9), "#bcd0e6", 2.2 * power)
    picture.scene.glow("#d3dce6", 0.16 * power)
