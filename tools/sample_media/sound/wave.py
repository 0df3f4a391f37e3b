"""Sound as rows of numbers, and its way into a file through ffmpeg."""

from __future__ import annotations

import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 44_100
Sound = NDArray[np.float64]

# Nothing that changes from one day or one machine to the next goes into the file.
SAME_BYTES = (
    "-map_metadata",
    "-1",
    "-fflags",
    "+bitexact",
    "-flags:v",
    "+bitexact",
    "-flags:a",
    "+bitexact",
)


def silence(seconds: float) -> Sound:
    """A stretch of nothing."""
    return np.zeros(int(seconds * RATE))


def lay(ground: Sound, sound: Sound, at: float, loud: float = 1.0) -> None:
    """Add a sound to another one, `at` seconds from its start; what hangs over is cut off."""
    start = int(at * RATE)
    end = min(len(ground), start + len(sound))
    if start < end:
        ground[start:end] += sound[: end - start] * loud


def softened(sound: Sound, above: float) -> Sound:
    """Take away what is higher than `above` hertz, gently."""
    spectrum = np.fft.rfft(sound)
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    return np.fft.irfft(spectrum / (1 + (hertz / above) ** 4), len(sound))


def roomy(sound: Sound, rng: np.random.Generator, seconds: float = 1.1, wet: float = 0.22) -> Sound:
    """Let the sound ring in a room."""
    t = np.arange(int(seconds * RATE)) / RATE
    echo = softened(rng.normal(0, 1, len(t)) * np.exp(-t * 5.5 / seconds), 3200)
    size = 1 << (len(sound) + len(echo)).bit_length()
    rung = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(echo, size), size)[: len(sound)]
    return sound + wet * rung * (np.abs(sound).max() / (np.abs(rung).max() + 1e-9))


def faded(sound: Sound, start: float = 0.02, end: float = 0.4) -> Sound:
    """Begin and end softly."""
    made = sound.copy()
    a, b = int(start * RATE), int(end * RATE)
    made[:a] *= np.linspace(0, 1, a)
    made[-b:] *= np.linspace(1, 0, b) ** 1.5
    return made


def write_wave(sound: Sound, to: Path, peak: float = 0.7) -> None:
    """Store a sound as it is, one channel, 16 bits."""
    level = sound * (peak / max(np.abs(sound).max(), 1e-9))
    with wave.open(str(to), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((level * 32767).astype("<i2").tobytes())


def encode(sound: Sound, to: Path, kilobits: int = 64, peak: float = 0.7) -> None:
    """Store a sound in the format that the file's ending asks for."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "sound.wav"
        write_wave(sound, raw, peak)
        rate = str(RATE if kilobits >= 32 else RATE // 2)
        ffmpeg(
            "-i", str(raw), "-ac", "1", "-ar", rate, "-b:a", f"{kilobits}k", *SAME_BYTES, str(to)
        )


def ffmpeg(*words: str) -> None:
    """Run ffmpeg; it says nothing unless something is wrong."""
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", *words], check=True)
