"""The darkroom: linear light becomes a photograph, with a film's curve, bloom, vignette and grain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

from .textures import colour

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Film:
    """How a picture is developed."""

    key: float = 0.20
    contrast: float = 1.0
    saturation: float = 1.06
    warmth: float = 0.0
    bloom: float = 0.12
    vignette: float = 0.22
    grain: float = 0.008
    shadows: str = "#20303c"
    toned: float = 0.05


def developed(
    light: Array, film: Film, rng: np.random.Generator, exposure: float | None = None
) -> Image.Image:
    """Expose (by the mean brightness unless told), bloom, tone, vignette, grain."""
    light = np.maximum(light, 0)
    luminance = light @ np.array([0.2126, 0.7152, 0.0722])
    if exposure is None:
        middle = np.exp(np.log(luminance + 1e-3).mean())
        exposure = film.key / max(float(middle), 1e-4)
    light = light * exposure * np.array([1 + film.warmth, 1.0, 1 - film.warmth])
    short = min(light.shape[:2])
    bright = np.clip(light - 0.9, 0, 4)
    halo = np.stack(
        [
            gaussian_filter(bright[..., c], short * 0.012)
            + 0.6 * gaussian_filter(bright[..., c], short * 0.05)
            for c in range(3)
        ],
        -1,
    )
    light = light + film.bloom * halo
    light = light * _vignette(light.shape[:2], film.vignette)[..., None]
    tone = filmic(light) ** (1 / 2.2)
    tone = _contrast(tone, film.contrast)
    grey = (tone @ np.array([0.2126, 0.7152, 0.0722]))[..., None]
    tone = grey + (tone - grey) * film.saturation
    tone = tone + film.toned * (1 - grey) ** 3 * (colour(film.shadows) ** (1 / 2.2) - 0.25)
    tone = tone + _grain(light.shape[:2], rng)[..., None] * film.grain * (1.1 - grey * 0.7)
    return Image.fromarray((np.clip(tone, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")


def filmic(light: Array) -> Array:
    """A film's curve: a soft shoulder for highlights and a short toe (Narkowicz's fit, a little opened)."""
    x = light * 0.78
    return np.asarray(np.clip(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0, 1))


def _contrast(tone: Array, amount: float) -> Array:
    curved = tone * tone * (3 - 2 * tone)
    return np.asarray(tone + (amount - 1) * (curved - tone))


def _vignette(shape: tuple[int, int], amount: float) -> Array:
    y, x = np.mgrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j]
    return np.asarray(1 - amount * np.clip(x**2 * 0.55 + y**2 * 0.45, 0, 1) ** 1.3)


def _grain(shape: tuple[int, int], rng: np.random.Generator) -> Array:
    grain = gaussian_filter(rng.normal(size=shape), 0.7)
    return np.asarray(grain / grain.std())
