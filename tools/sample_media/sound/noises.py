"""Noises of the clips: a motor, a drop, a breath, a click, a rooster far away, and somebody's words."""

from __future__ import annotations

import numpy as np

from .speech import spoken
from .wave import RATE, Sound, softened


def motor(speeds: Sound, rng: np.random.Generator) -> Sound:
    """A small motor whose pitch and loudness follow its speed, 0 to 1 at every moment."""
    turn = np.cumsum(2 * np.pi * (70 + 190 * speeds)) / RATE
    whine = sum(np.sin(k * turn) / k**1.2 for k in (1, 2, 3, 5, 8))
    gears = softened(rng.normal(0, 1, len(speeds)), 1800) * 1.4
    return np.asarray(whine + gears) * np.minimum(speeds * 1.6, 1) * (0.3 + 0.7 * speeds)


def speed_of(path: Sound) -> Sound:
    """How fast something moves whose place is given for every moment, at most 1."""
    speeds = np.abs(np.gradient(path))
    return speeds / max(float(speeds.max()), 1e-12)


def drop(rng: np.random.Generator) -> Sound:
    """A drop on wet soil: a short rising tone and a small thud."""
    t = np.arange(int(0.22 * RATE)) / RATE
    high = rng.uniform(720, 860)
    tone = np.sin(np.cumsum(2 * np.pi * (high + 2600 * t)) / RATE) * np.exp(-t * 36)
    thud = softened(rng.normal(0, 1, len(t)), 900) * np.exp(-t * 60)
    return tone + 1.5 * thud


def breath(seconds: float, rng: np.random.Generator) -> Sound:
    """Somebody breathes in."""
    t = np.arange(int(seconds * RATE)) / RATE
    air = softened(rng.normal(0, 1, len(t)), 2600) - softened(rng.normal(0, 1, len(t)), 500)
    return air * (t / seconds) ** 1.4 * np.minimum((seconds - t) / 0.06, 1)


def click(rng: np.random.Generator) -> Sound:
    """Plastic fingers that close."""
    t = np.arange(int(0.07 * RATE)) / RATE
    knock = rng.normal(0, 1, len(t)) * np.exp(-t * 160)
    return knock + np.sin(2 * np.pi * 1900 * t) * np.exp(-t * 90)


def rooster(rng: np.random.Generator) -> Sound:
    """A rooster far away: four cries, the third one long."""
    parts = [(0.16, 620, 760), (0.14, 800, 860), (0.62, 900, 1010), (0.34, 960, 560)]
    cries = []
    for seconds, start, end in parts:
        t = np.linspace(0, 1, int(seconds * RATE))
        turn = np.cumsum(2 * np.pi * (start + (end - start) * t)) / RATE
        tone = sum(np.sin(k * turn + 0.7 * np.sin(0.5 * turn)) / k for k in range(1, 7))
        cries += [np.asarray(tone) * np.sin(np.pi * t) ** 0.5, np.zeros(int(0.03 * RATE))]
    cry = np.concatenate(cries)
    return softened(cry, 1700) + 0.02 * rng.normal(0, 1, len(cry)) * np.abs(cry)


def words(text: str, voice: str = "en-us+f3", speed: int = 165, high: int = 55) -> Sound:
    """A sentence in a synthetic voice, as loud as the other noises."""
    said = spoken(text, voice, speed, high)
    return said / max(float(np.abs(said).max()), 1e-9)
