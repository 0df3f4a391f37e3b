"""Short tunes, synthesised: plucked, bowed, hummed, drummed, heard through an old radio."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

from ..graphics.scores import parsed
from ..request import Request
from ..seed import source

Array = NDArray[np.float64]
RATE = 32000
STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def pitch(name: str) -> float:
    """Hertz of `F#4`; a rest is 0."""
    if name[:1].upper() not in STEPS:
        return 0.0
    step = STEPS[name[0].upper()] + (1 if "#" in name else -1 if "b" in name[1:] else 0)
    return float(440 * 2 ** ((step - 9) / 12 + int(name[-1]) - 4))


def tune(request: Request) -> Array:
    """Samples between −1 and 1."""
    series = request.series
    seconds = float(request.wishes.get("seconds") or series.get("seconds") or 8)
    rng = source(request.path, "tune")
    timbre = str(series.get("timbre") or "pluck")
    if series.get("hertz"):
        return _finished(_hum([float(h) for h in series["hertz"]], seconds, rng), seconds)
    notes = parsed(series.get("notes") or ["C4:1", "E4:1", "G4:1", "C5:2", "A4:1", "G4:2"])
    beat = 60 / float(series.get("tempo") or 90)
    out = np.zeros(int((seconds + 1) * RATE))
    at = 0.0
    while at < seconds - 0.3:
        for i, (name, beats) in enumerate(notes):
            if at >= seconds - 0.2:
                break
            voice = VOICES.get(timbre, _pluck)(pitch(name), beats * beat, rng, i)
            start = int(at * RATE)
            out[start : start + len(voice)] += voice[: len(out) - start]
            if timbre not in {"drum", "strings"} and i % 2 == 0 and pitch(name):
                low = VOICES.get(timbre, _pluck)(pitch(name) / (2 if i % 4 else 3), beats * beat * 1.8, rng, i) * 0.34
                out[start : start + len(low)] += low[: len(out) - start]
            at += beats * beat
        at += beat
    if timbre == "muffled":
        out = _through_a_radio(out, rng)
    return _finished(_room(out, rng), seconds)


def _pluck(hertz: float, long: float, rng: np.random.Generator, i: int) -> Array:
    """A string plucked (Karplus and Strong)."""
    del i
    if not hertz:
        return np.zeros(1)
    count, period = int((long + 0.9) * RATE), max(2, int(RATE / hertz))
    ring = rng.uniform(-1, 1, period)
    ring = (ring + np.roll(ring, 1)) / 2
    out = np.empty(count)
    decay = 0.996 if hertz < 400 else 0.9945
    for start in range(0, count, period):
        block = ring[: min(period, count - start)]
        out[start : start + len(block)] = block
        ring = decay * 0.5 * (ring + np.roll(ring, 1))
    return out * np.minimum(1, np.arange(count)[::-1] / (0.08 * RATE))


def _strings(hertz: float, long: float, rng: np.random.Generator, i: int) -> Array:
    """A bowed string: swelling, with a slow tremble."""
    if not hertz:
        return np.zeros(1)
    t = np.arange(int((long + 0.35) * RATE)) / RATE
    tremble = 1 + 0.0035 * np.sin(2 * np.pi * 5.2 * t + i) * np.clip(t - 0.25, 0, 1)
    phase = 2 * np.pi * np.cumsum(hertz * tremble) / RATE
    tone = sum(np.sin(k * phase + k) / k**1.35 * np.exp(-k * hertz / 6500) for k in range(1, 15))
    breath = sosfilt(butter(2, [1800, 6000], "band", fs=RATE, output="sos"), rng.normal(0, 0.02, len(t)))
    swell = np.clip(t / 0.16, 0, 1) ** 1.4 * np.clip((t[-1] - t) / 0.3, 0, 1)
    return np.asarray((tone * 0.5 + breath) * swell)


def _muffled(hertz: float, long: float, rng: np.random.Generator, i: int) -> Array:
    """A clarinet-like voice."""
    del rng, i
    if not hertz:
        return np.zeros(1)
    t = np.arange(int((long + 0.12) * RATE)) / RATE
    tone = sum(np.sin(2 * np.pi * hertz * k * t) / k**1.5 for k in (1, 3, 5, 7)) + 0.2 * np.sin(2 * np.pi * hertz * 2 * t)
    return np.asarray(tone * np.clip(t / 0.03, 0, 1) * np.clip((t[-1] - t) / 0.1, 0, 1) * (1 - 0.25 * t / t[-1]) * 0.6)


def _drum(hertz: float, long: float, rng: np.random.Generator, i: int) -> Array:
    """A plain low drum, every fourth a little louder."""
    del hertz, long
    t = np.arange(int(0.32 * RATE)) / RATE
    body = np.sin(2 * np.pi * np.cumsum(60 + 90 * np.exp(-t * 38)) / RATE) * np.exp(-t * 13)
    click = rng.normal(0, 0.3, len(t)) * np.exp(-t * 160)
    return np.asarray((body + click) * (1.0 if i % 4 == 0 else 0.72))


def _hum(hertz: list[float], seconds: float, rng: np.random.Generator) -> Array:
    """Steady tones that beat against each other."""
    t = np.arange(int(seconds * RATE)) / RATE
    out = np.zeros_like(t)
    for h in hertz:
        out += np.asarray(sum(np.sin(2 * np.pi * h * k * t + k) / k**1.7 for k in range(1, 9)))
    noise = sosfilt(butter(2, 220, fs=RATE, output="sos"), rng.normal(0, 0.12, len(t)))
    return np.asarray(out * 0.4 + noise)


def _through_a_radio(sound: Array, rng: np.random.Generator) -> Array:
    band = sosfilt(butter(3, [260, 2300], "band", fs=RATE, output="sos"), sound)
    t = np.arange(len(sound)) / RATE
    hiss = sosfilt(butter(2, [700, 5000], "band", fs=RATE, output="sos"), rng.normal(0, 0.02, len(sound)))
    return np.asarray(np.tanh(band * 1.6) * 0.7 + hiss + 0.012 * np.sin(2 * np.pi * 100 * t))


def _room(sound: Array, rng: np.random.Generator) -> Array:
    """A small room's echo."""
    out = sound.copy()
    for delay in rng.uniform(0.012, 0.19, 22):
        shift = int(delay * RATE)
        out[shift:] += sound[:-shift] * 0.2 * np.exp(-delay * 13)
    return out


def _finished(sound: Array, seconds: float) -> Array:
    sound = sound[: int(seconds * RATE)]
    fade = int(0.5 * RATE)
    sound[-fade:] *= np.linspace(1, 0, fade) ** 1.4
    sound[:200] *= np.linspace(0, 1, 200)
    return np.asarray(sound / (np.abs(sound).max() + 1e-9) * 0.82)


VOICES = {"pluck": _pluck, "plucked": _pluck, "strings": _strings, "bowed": _strings, "muffled": _muffled, "drum": _drum}
