"""A synthetic voice that reads, in a room."""

from __future__ import annotations

import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np

from ..request import Request
from ..seed import source
from .melody import hum
from .wave import RATE, Sound, encode, faded, lay, roomy, silence

# the voice's name, words per minute, and how high it speaks (0 to 99)
VOICES = {"en": ("en-us", 184, 44), "ar": ("ar", 120, 38)}
PLACES = {"the-lighthouse": ("en-gb-scotland", 132, 22), "sonnet": ("en-gb-x-rp", 146, 52)}


def speech(request: Request, to: Path) -> None:
    """Let the voice read the content, with a breath before and after."""
    rng = source(request.path, "speech")
    voice = VOICES[str(request.wishes.get("language") or "en")]
    for folder, other in PLACES.items():
        voice = other if folder in request.path else voice
    read = spoken(request.content, *voice)
    sound = silence(len(read) / RATE + 0.6)
    lay(sound, read, 0.3)
    sound = roomy(sound, rng, seconds=0.5, wet=0.12)
    if "hum" in request.words:
        sound += 0.02 * hum([62.0, 62.3], len(sound) / RATE, rng)[: len(sound)]
    encode(faded(sound, end=0.5), to, kilobits=24 if len(read) > 25 * RATE else 40)


def spoken(text: str, voice: str, speed: int, high: int) -> Sound:
    """What the voice says, brought to the common rate."""
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "said.wav"
        words = ["espeak-ng", "-v", voice, "-s", str(speed), "-p", str(high), "-g", "2"]
        subprocess.run([*words, "-w", str(said), text], check=True)
        with wave.open(str(said)) as file:
            rate = file.getframerate()
            raw = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2") / 32768
    places = np.arange(int(len(raw) * RATE / rate)) * rate / RATE
    return np.interp(places, np.arange(len(raw)), raw)
