"""The sky over a scene: colour for every direction, with haze at the horizon, a sun's glow and clouds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from .textures import blend, colour, noise

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Sky:
    """A mood: colours from zenith to horizon, the sun's place (degrees), its colour, and how cloudy it is."""

    zenith: str
    horizon: str
    sun_height: float
    sun_turn: float
    sun_colour: str
    sun_power: float
    glow: float = 0.5
    cloud: float = 0.35
    cloud_light: str = "#ffffff"
    cloud_dark: str = "#8f9bab"
    brightness: float = 1.0

    def sun(self) -> Array:
        """The direction towards the sun."""
        height, turn = np.radians(self.sun_height), np.radians(self.sun_turn)
        return np.array(
            [np.cos(height) * np.cos(turn), np.cos(height) * np.sin(turn), np.sin(height)]
        )


NOON = Sky("#1f5fb0", "#b9d3ea", 52, 215, "#fff3df", 8.0, 0.22, 0.42)
MORNING = Sky("#3f7fc4", "#f5dfc2", 18, 160, "#ffdcae", 7.0, 0.6, 0.42, "#fff6ea", "#a9abc0")
GOLDEN = Sky("#3f6cae", "#f7c78d", 11, 40, "#ffbd78", 7.5, 0.8, 0.42, "#ffe2bd", "#9a8ba6")
DUSK = Sky("#26407c", "#f0a07a", 4, 70, "#ff9a62", 3.4, 1.0, 0.46, "#ffb592", "#66608a", 0.6)
OVERCAST = Sky("#a3afba", "#dde2e4", 60, 240, "#ffffff", 0.8, 0.1, 0.9, "#f0f2f3", "#a4aeb7")
STORM = Sky("#58646f", "#c3c7bf", 30, 120, "#fff0d0", 2.6, 0.3, 0.72, "#dfe0dc", "#4d5660", 0.85)
DESERT = Sky("#3a7cc0", "#f3e2c4", 16, 150, "#ffd59a", 8.0, 0.5, 0.12, "#fff4e2", "#c9b9a6")
MIST = Sky("#9fb6c8", "#f3ead9", 14, 60, "#fff0d6", 3.6, 0.7, 0.25, "#ffffff", "#c3c9cd")
MOODS = {
    "noon": NOON,
    "morning": MORNING,
    "golden": GOLDEN,
    "dusk": DUSK,
    "overcast": OVERCAST,
    "storm": STORM,
    "desert": DESERT,
    "mist": MIST,
}


def sky_colour(sky: Sky, directions: Array, rng: np.random.Generator) -> Array:
    """Linear light that arrives from each direction `(…, 3)`; the sun's own disc is left to the lamp."""
    up = np.clip(directions[..., 2], -0.05, 1)
    out = blend(colour(sky.horizon) * 1.05, colour(sky.zenith), np.clip(up, 0, 1) ** 0.55)
    towards = np.clip((directions * sky.sun()).sum(-1), -1, 1)
    halo = 0.55 * np.exp((towards - 1) * 9) + 0.9 * np.exp((towards - 1) * 90)
    low = np.exp(-np.clip(up, 0, 1) * 5) * np.exp((towards - 1) * 2.2)
    out = out + sky.glow * (halo * 0.8 + low * 0.5)[..., None] * colour(sky.sun_colour)
    cover, light = _clouds(sky, directions, towards, rng)
    cloud = (
        blend(sky.cloud_dark, sky.cloud_light, light)
        * (1 + 0.35 * sky.glow * np.exp((towards - 1) * 6))[..., None]
    )
    return np.asarray((out * (1 - cover[..., None]) + cloud * cover[..., None]) * sky.brightness)


def _clouds(
    sky: Sky, directions: Array, towards: Array, rng: np.random.Generator
) -> tuple[Array, Array]:
    """How much cloud covers each direction, and how lit it is: heaped clouds below, thin streaks above."""
    size = 1024
    heap, detail = noise(size, rng, 2.9, low=2), noise(size, rng, 1.6, low=5)
    thin = noise(size, rng, 1.7, (1, 3.2), low=2)
    up = np.maximum(directions[..., 2], 0.012)

    def at(field: Array, scale: float, shift: float = 0.0) -> Array:
        x = directions[..., 0] / (up + 0.09) * scale * size + shift * sky.sun()[0]
        y = directions[..., 1] / (up + 0.09) * scale * size + shift * sky.sun()[1]
        return np.asarray(map_coordinates(field, [x, y], order=1, mode="grid-wrap"))

    def level_at(shift: float) -> Array:
        return at(heap, 0.085, shift) + 0.33 * at(detail, 0.11, shift * 1.3)

    level, threshold = level_at(0.0), 1.55 - 2.7 * sky.cloud
    cover = np.clip((level - threshold) / 0.75, 0, 1)
    cover = cover * cover * (3 - 2 * cover)
    deep = np.clip(level - threshold, 0, 1.6)
    light = np.clip(0.82 + 0.55 * (level - level_at(22.0)) - 0.42 * deep + 0.25 * towards, 0, 1)
    veil = np.clip(at(thin, 0.035) * 0.24, 0, 0.32) * min(1.0, sky.cloud * 1.6)
    fade = np.clip((up - 0.012) / 0.07, 0, 1)
    total = np.clip(cover * 0.93 + veil * (1 - cover), 0, 1) * fade
    return total, np.where(cover > 0.02, light, 0.95)


def panorama(sky: Sky, rng: np.random.Generator, height: int = 128) -> Array:
    """The sky as a latitude–longitude picture in the renderer's own orientation, for lighting."""
    v, u = np.mgrid[0:height, 0 : height * 2]
    theta = (v + 0.5) / height * np.pi
    phi = (u + 0.5) / (height * 2) * 2 * np.pi
    # Mitsuba's maps have y up and start at −z; the scene turns them so that z is up
    directions = np.stack(
        [np.sin(phi) * np.sin(theta), np.cos(theta), -np.cos(phi) * np.sin(theta)], -1
    )
    directions = np.stack([directions[..., 0], -directions[..., 2], directions[..., 1]], -1)
    light = sky_colour(sky, directions, rng)
    below = np.clip(-directions[..., 2] * 8, 0, 1)[..., None]
    return np.asarray(light * (1 - below) + below * 0.35 * light.mean((0, 1)))
