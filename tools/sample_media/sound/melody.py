"""Tunes from written notes: plucked, bowed, hummed, drummed, or from an old radio."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np

from ..request import Request
from ..seed import source
from .wave import RATE, Sound, encode, faded, lay, roomy, silence, softened

STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
Voice = Callable[[float, float, np.random.Generator], Sound]


def melody(request: Request, to: Path) -> None:
    """Play the notes at their tempo and store them."""
    rng = source(request.path, "melody")
    seconds = float(request.wishes.get("seconds") or 8)
    timbre = str(request.series.get("timbre") or "pluck")
    if request.series.get("hertz"):
        sound = hum([float(f) for f in request.series["hertz"]], seconds, rng)
    else:
        sound = _played(request, seconds, VOICES[timbre], rng)
    if timbre == "muffled":
        sound = _old_radio(sound, rng)
    if timbre != "drum":
        sound = roomy(sound, rng)
    encode(faded(sound, end=0.8 if timbre != "drum" else 0.1), to)


def hertz(name: str) -> float:
    """The pitch of a note such as `F#4`."""
    found = re.fullmatch(r"([A-G])([#b]?)(\d)", name)
    if not found:
        raise ValueError(f"not a note: {name}")
    step = STEPS[found[1]] + {"": 0, "#": 1, "b": -1}[found[2]]
    return float(440 * 2 ** ((step - 9) / 12 + int(found[3]) - 4))


def _played(request: Request, seconds: float, voice: Voice, rng: np.random.Generator) -> Sound:
    beat = 60 / float(request.series.get("tempo") or 90)
    sound, at = silence(seconds), 0.0
    for note in request.series["notes"]:
        name, _, beats = str(note).partition(":")
        long = float(beats or 1) * beat
        lay(sound, voice(hertz(name), long, rng), at, float(rng.uniform(0.9, 1)))
        at += long
    return sound


def pluck(pitch: float, seconds: float, rng: np.random.Generator) -> Sound:
    """A string that is plucked and rings on: each overtone fades faster than the one below."""
    t = np.arange(int((seconds + 1.2) * RATE)) / RATE
    sound = np.zeros_like(t)
    for k in range(1, 14):
        bend = k * np.sqrt(1 + 0.00012 * k * k)
        strength = abs(np.sin(k * np.pi * 0.22)) / k**1.1
        sound += strength * np.exp(-t * (1.6 + 0.75 * k)) * np.sin(2 * np.pi * pitch * bend * t)
    knock = rng.normal(0, 1, len(t)) * np.exp(-t * 220) * 0.12
    return (sound + knock) * np.minimum(t / 0.003, 1)


def strings(pitch: float, seconds: float, rng: np.random.Generator) -> Sound:
    """A bowed string that swells, trembles a little, and lets go."""
    t = np.arange(int((seconds + 0.25) * RATE)) / RATE
    tremble = 0.0045 * np.sin(2 * np.pi * 5.3 * t) * np.minimum(t / 0.7, 1)
    turn = np.cumsum(2 * np.pi * pitch * (1 + tremble)) / RATE
    sound = sum(np.sin(k * turn + rng.uniform(0, 6)) * _body(k * pitch) / k for k in range(1, 16))
    swell = np.minimum(t / 0.16, 1) * np.minimum((t[-1] - t) / 0.25, 1)
    return np.asarray(sound) * swell * (0.8 + 0.2 * np.sin(np.pi * np.minimum(t / seconds, 1)))


def _body(pitch: float) -> float:
    """How much a violin's body helps a pitch."""
    near = np.exp(-(((pitch - 480) / 260) ** 2)) + 0.8 * np.exp(-(((pitch - 2600) / 900) ** 2))
    return float(0.35 + near)


def reed(pitch: float, seconds: float, rng: np.random.Generator) -> Sound:
    """A small keyboard organ: odd overtones, a short breath between the notes."""
    t = np.arange(int(seconds * RATE)) / RATE
    shapes = ((1, 1.0), (2, 0.35), (3, 0.45), (4, 0.12), (5, 0.16), (7, 0.06))
    sound = sum(a * np.sin(2 * np.pi * pitch * k * t + rng.uniform(0, 6)) for k, a in shapes)
    shape = np.minimum(t / 0.03, 1) * np.minimum((t[-1] - t) / 0.07, 1)
    return np.asarray(sound) * shape * (1 - 0.25 * t / max(seconds, 0.01))


def drum(pitch: float, seconds: float, rng: np.random.Generator) -> Sound:
    """One stroke on a large drum; the skin's pitch falls, the stick clicks."""
    t = np.arange(int(min(seconds, 0.4) * RATE)) / RATE
    turn = np.cumsum(2 * np.pi * pitch * (1 + 1.4 * np.exp(-t * 38))) / RATE
    skin = np.sin(turn) * np.exp(-t * 11)
    click = softened(rng.normal(0, 1, len(t)), 4000) * np.exp(-t * 190)
    return skin + 0.7 * click


def hum(pitches: list[float], seconds: float, rng: np.random.Generator) -> Sound:
    """Machines that hum at nearly the same speed, so that together they swell and sink."""
    t = np.arange(int(seconds * RATE)) / RATE
    sound = np.zeros_like(t)
    for pitch in pitches:
        for k, strength in ((1, 1.0), (2, 0.5), (3, 0.22), (4, 0.1), (6, 0.05)):
            sound += strength * np.sin(2 * np.pi * pitch * k * t - np.pi / 2 * (k > 1))
    air = softened(rng.normal(0, 1, len(t)), 420)
    return sound + air * (0.12 / (air.std() + 1e-9))


def _old_radio(sound: Sound, rng: np.random.Generator) -> Sound:
    """A small speaker in a wooden box: no deep tones, no high ones, and a few crackles."""
    muffled = softened(sound, 1500) - softened(sound, 170)
    hiss = softened(rng.normal(0, 1, len(sound)), 2500) * 0.012 * np.abs(muffled).max()
    for at in rng.uniform(0, len(sound), 9).astype(int):
        hiss[at : at + 60] += np.abs(muffled).max() * rng.uniform(0.05, 0.16)
    return muffled + hiss


VOICES: dict[str, Voice] = {"pluck": pluck, "strings": strings, "drum": drum, "muffled": reed}
