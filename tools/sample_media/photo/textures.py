"""Surfaces as pictures: wood, linen, cardboard, paper, plaster, soil. Arrays of linear colour, tileable."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, map_coordinates

Array = NDArray[np.float64]
Rng = np.random.Generator


def colour(text: str) -> Array:
    """A linear colour from `#rrggbb`."""
    value = np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def noise(
    size: int, rng: Rng, power: float = 2.0, stretch: tuple[float, float] = (1, 1), low: float = 1
) -> Array:
    """Tileable noise whose strength falls as frequency to the `power`; mean 0, spread 1."""
    fy = np.fft.fftfreq(size)[:, None] * size * stretch[0]
    fx = np.fft.rfftfreq(size)[None] * size * stretch[1]
    frequency = np.sqrt(fx**2 + fy**2)
    spectrum = np.fft.rfft2(rng.normal(size=(size, size)))
    with np.errstate(divide="ignore"):
        spectrum *= np.where(frequency < low, 0, np.maximum(frequency, 1e-9) ** (-power / 2 - 0.5))
    field = np.fft.irfft2(spectrum, s=(size, size))
    return (field - field.mean()) / (field.std() + 1e-12)


def blend(low: str | Array, high: str | Array, amount: Array) -> Array:
    """A colour between two for each value of `amount` (clipped to 0–1)."""
    a = colour(low) if isinstance(low, str) else low
    b = colour(high) if isinstance(high, str) else high
    t = np.clip(amount, 0, 1)[..., None]
    return a * (1 - t) + b * t


def wood(
    rng: Rng, light: str = "#c79a6b", dark: str = "#7d5230", size: int = 1024, boards: int = 0
) -> Array:
    """Long grain along x; with `boards`, that many planks side by side."""
    y, x = np.mgrid[0:size, 0:size] / size
    plank = np.floor(y * boards) if boards else np.zeros_like(y)
    shift = rng.uniform(0, 1, max(boards, 1) + 1)[plank.astype(int)]
    warp = 0.035 * noise(size, rng, 3.0, (1, 4))
    rings = np.sin(2 * np.pi * ((y + warp + shift) * 14 + 0.9 * np.sin(2 * np.pi * (x + shift))))
    fibre = noise(size, rng, 1.2, (1, 30))
    amount = 0.45 + 0.22 * rings + 0.13 * fibre + 0.35 * (shift - 0.5)
    out = blend(light, dark, amount)
    if boards:
        gap = np.abs(y * boards - np.round(y * boards)) * size / boards
        out *= (1 - 0.8 * np.exp(-((gap / 1.6) ** 2)))[..., None]
    return out


def linen(rng: Rng, tint: str = "#d8cfbd", size: int = 512, threads: int = 96) -> Array:
    """Plain weave with uneven threads."""
    y, x = np.mgrid[0:size, 0:size] / size * threads
    thick_x = np.interp(x.ravel(), np.arange(threads + 1), rng.normal(0, 0.1, threads + 1)).reshape(
        x.shape
    )
    thick_y = np.interp(y.ravel(), np.arange(threads + 1), rng.normal(0, 0.1, threads + 1)).reshape(
        x.shape
    )
    over = (np.floor(x) + np.floor(y)) % 2 == 0
    warp = np.abs(np.sin(np.pi * x)) * (1 + thick_x)
    weft = np.abs(np.sin(np.pi * y)) * (1 + thick_y)
    level = np.where(over, warp * (0.7 + 0.3 * weft), weft * (0.7 + 0.3 * warp))
    return colour(tint) * (0.62 + 0.42 * level + 0.04 * noise(size, rng, 1.5))[..., None]


def cardboard(rng: Rng, tint: str = "#b98d5e", size: int = 512) -> Array:
    """Kraft board: fine flutes and fibres."""
    y, _ = np.mgrid[0:size, 0:size] / size
    flutes = 0.02 * np.sin(2 * np.pi * 40 * y)
    return (
        colour(tint)
        * (0.97 + flutes + 0.05 * noise(size, rng, 1.4, (1, 4)) + 0.05 * noise(size, rng, 2.6))[
            ..., None
        ]
    )


def plaster(rng: Rng, tint: str = "#d9d2c4", size: int = 512, rough: float = 0.05) -> Array:
    """A painted wall, a stone, concrete."""
    return (
        colour(tint)
        * np.clip(
            1 + rough * noise(size, rng, 2.2) + rough * 0.4 * noise(size, rng, 0.6), 0.2, 1.6
        )[..., None]
    )


def soil(rng: Rng, tint: str = "#4b3526", size: int = 1024) -> Array:
    """Crumbly earth."""
    crumbs = noise(size, rng, 0.9) * 0.28 + noise(size, rng, 2.2) * 0.16
    return colour(tint) * np.clip(1 + crumbs, 0.25, 2)[..., None]


def fruit(rng: Rng, skin: str, blush: str, size: int = 512, freckles: float = 0.5) -> Array:
    """Skin that turns from one colour to another round the fruit, freckled and streaked."""
    y, x = np.mgrid[0:size, 0:size] / size
    turn = 0.5 + 0.55 * np.cos(2 * np.pi * (x - 0.3)) * np.sin(np.pi * y)
    streak = 0.14 * noise(size, rng, 1.3, (5, 1)) + 0.12 * noise(size, rng, 2.4)
    dots = gaussian_filter((rng.random((size, size)) > 0.9985).astype(float), 1.2, mode="wrap")
    base = blend(skin, blush, turn + streak)
    return base + freckles * np.clip(dots * 6, 0, 1)[..., None] * (colour("#f2e3b0") - base)


def clay(rng: Rng, tint: str, size: int = 512, bands: float = 0.06) -> Array:
    """Thrown pottery: throwing lines round the pot and speckled glaze."""
    y, _ = np.mgrid[0:size, 0:size] / size
    lines = bands * np.sin(2 * np.pi * (y * 22 + 0.25 * noise(size, rng, 3)))
    dots = gaussian_filter((rng.random((size, size)) > 0.997).astype(float), 0.9, mode="wrap")
    return (
        colour(tint)
        * np.clip(1 + lines + 0.06 * noise(size, rng, 2) - 2.2 * dots, 0.12, 1.5)[..., None]
    )


def grass(rng: Rng, low: str = "#3c5a22", high: str = "#93a94e", size: int = 512) -> Array:
    """For blades: u is the blade's own shade, v runs from root to tip."""
    v, u = np.mgrid[0:size, 0:size] / size
    return blend(
        low, high, 0.15 + 0.6 * v + 0.35 * (u - 0.4) + 0.04 * rng.normal(size=(size, size))
    )


def warped(field: Array, dx: Array, dy: Array) -> Array:
    """A picture whose every pixel is fetched from a place nearby (dx, dy in pixels)."""
    y, x = np.mgrid[0 : field.shape[0], 0 : field.shape[1]].astype(float)
    return np.asarray(map_coordinates(field, [y + dy, x + dx], order=1, mode="wrap"))
