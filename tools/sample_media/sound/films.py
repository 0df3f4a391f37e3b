"""Sounds and clips as files, through espeak-ng and ffmpeg, with nothing in them that changes from run to run."""

from __future__ import annotations

import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..request import Request
from ..seed import number, source
from .tunes import RATE, tune

PLAIN = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-flags:v", "+bitexact", "-threads", "1"]
FRAMES = 12


def melody(request: Request) -> bytes:
    """A tune in the format that the path's ending says."""
    with tempfile.TemporaryDirectory() as folder:
        held = Path(folder) / "tune.wav"
        _write_wave(held, tune(request))
        return _coded(held, request.ending, Path(folder))


def speech(request: Request) -> bytes:
    """The content read aloud by a synthetic voice."""
    arabic = str(request.wishes.get("language") or "en").startswith("ar")
    with tempfile.TemporaryDirectory() as folder:
        held = Path(folder) / "voice.wav"
        voice = ["-v", "ar", "-s", "125"] if arabic else ["-v", "en-us+f3" if "maya" in request.path else "en-us+m3", "-s", "138", "-p", "42"]
        subprocess.run(["espeak-ng", *voice, "-g", "6", "-w", str(held), request.content], check=True, capture_output=True)
        return _coded(held, request.ending, Path(folder), ["-af", "highpass=f=90,lowpass=f=6500,loudnorm=I=-18"])


def _write_wave(path: Path, samples: NDArray[np.float64]) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((samples * 32767).astype("<i2").tobytes())


def _coded(held: Path, ending: str, folder: Path, more: list[str] | None = None) -> bytes:
    out = folder / f"out.{ending}"
    codec = {"mp3": ["-c:a", "libmp3lame", "-b:a", "64k", "-ar", "32000", "-write_xing", "0", "-id3v2_version", "0"], "ogg": ["-c:a", "libvorbis", "-q:a", "2"], "wav": ["-c:a", "pcm_s16le"]}[ending]
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(held), *(more or []), "-ac", "1", *codec, *PLAIN, str(out)], check=True)
    return out.read_bytes()


def clip(request: Request) -> bytes:
    """A short film, frame by frame through the photo studio, with a quiet sound of its own."""
    seconds = float(request.wishes.get("seconds") or 5)
    with tempfile.TemporaryDirectory() as folder:
        count = int(seconds * FRAMES)
        for i, frame in enumerate(_frames(request, count)):
            frame.save(Path(folder) / f"{i:04}.png")
        _write_wave(Path(folder) / "sound.wav", _sound_of(request, seconds))
        out = Path(folder) / "out.mp4"
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-framerate", str(FRAMES), "-i", str(Path(folder) / "%04d.png"), "-i", str(Path(folder) / "sound.wav"),
                        "-vf", "minterpolate=fps=24:mi_mode=blend", "-c:v", "libx264", "-preset", "veryslow", "-crf", "25", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "48k", "-shortest",
                        "-movflags", "+faststart", *PLAIN, str(out)], check=True)
        return out.read_bytes()


def _frames(request: Request, count: int):  # noqa: ANN202
    from ..photo import moving

    film = moving.film_for(request.words)
    for i in range(count):
        yield film(i / max(1, count - 1), request.path)


def _sound_of(request: Request, seconds: float) -> NDArray[np.float64]:
    rng = source(request.path, "sound")
    t = np.arange(int(seconds * RATE)) / RATE
    if "drop" in request.words:
        out = rng.normal(0, 0.004, len(t))
        for start in np.arange(0.55, seconds - 0.2, 1.0):
            late = np.clip(t - start, 0, None)
            out += np.where(t > start, np.sin(2 * np.pi * (700 + 900 * late * 8) * late) * np.exp(-late * 60), 0) * 0.5
        return out
    speed = np.sin(np.pi * np.clip(t / (seconds * 0.6), 0, 1)) ** 1.2
    hum = np.sin(2 * np.pi * np.cumsum(90 + 130 * speed) / RATE) + 0.5 * np.sin(2 * np.pi * np.cumsum(180 + 260 * speed) / RATE)
    click = np.exp(-np.clip(t - seconds * 0.72, 0, None) * 90) * (t > seconds * 0.72) * rng.normal(0, 0.5, len(t))
    return np.asarray((hum * 0.14 * speed + rng.normal(0, 0.006, len(t)) + click * 0.4) * 0.8)


__all__ = ["Image", "clip", "melody", "number", "speech"]
