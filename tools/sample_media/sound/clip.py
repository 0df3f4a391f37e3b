"""Short clips: frames that are drawn one by one, with the sounds that the captions name."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..palettes import Palette, palette
from ..request import Request
from ..seed import source
from .drops import drops, drops_heard
from .lamp_arm import lamp_arm, lamp_arm_heard
from .printer_arm import printer_arm, printer_arm_heard
from .wave import SAME_BYTES, Sound, write_wave

WIDE, TALL, PER_SECOND = 640, 360, 25
Scene = Callable[[float, float, Palette], Image.Image]
Heard = Callable[[float, np.random.Generator], Sound]


def clip(request: Request, to: Path) -> None:
    """Draw the scene that the request's words name, lay its sound under it, and store both."""
    seconds = float(request.wishes.get("seconds") or 5)
    scene, heard = _scene(request)
    rng = source(request.path, "clip")
    with tempfile.TemporaryDirectory() as folder:
        noise = Path(folder) / "heard.wav"
        write_wave(heard(seconds, rng), noise, peak=0.5)
        size = (
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-s",
            f"{WIDE}x{TALL}",
            "-r",
            str(PER_SECOND),
        )
        picture = (
            "-c:v",
            "libx264",
            "-preset",
            "slow",
            "-crf",
            "25",
            "-pix_fmt",
            "yuv420p",
            "-threads",
            "1",
        )
        sound = ("-c:a", "aac", "-b:a", "56k", "-ac", "1", "-shortest", "-movflags", "+faststart")
        words = ["ffmpeg", "-v", "error", "-y", *size, "-i", "-", "-i", str(noise)]
        frames = b"".join(_frames(scene, seconds, palette(request.palette), rng))
        subprocess.run([*words, *picture, *sound, *SAME_BYTES, str(to)], input=frames, check=True)


def still(request: Request, to: Path) -> None:
    """One moment of a clip as a photograph; `at` says which, in seconds."""
    scene, _ = _scene(request)
    seen = np.asarray(
        scene(float(request.series["at"]), 0.0, palette(request.palette)), dtype=float
    )
    Image.fromarray(np.clip(seen * _lens(), 0, 255).astype(np.uint8)).save(
        to, "JPEG", quality=88, optimize=True
    )


def _scene(request: Request) -> tuple[Scene, Heard]:
    if "drop" in request.words or "drip" in request.words:
        return drops, drops_heard
    return (
        (lamp_arm, lamp_arm_heard) if "lamp" in request.words else (printer_arm, printer_arm_heard)
    )


def _frames(
    scene: Scene, seconds: float, colours: Palette, rng: np.random.Generator
) -> Iterator[bytes]:
    """Every frame, seen through a small lens: darker corners and a still grain."""
    lens, grain = _lens(), rng.normal(0, 2.2, (TALL, WIDE, 1))
    for k in range(round(seconds * PER_SECOND)):
        seen = np.asarray(scene(k / PER_SECOND, seconds, colours), dtype=float)
        yield np.clip(seen * lens + grain, 0, 255).astype(np.uint8).tobytes()


def _lens() -> NDArray[np.float64]:
    y, x = np.mgrid[-1 : 1 : TALL * 1j, -1 : 1 : WIDE * 1j]
    return (1.03 - 0.26 * (x**2 + y**2) ** 1.3 / 2)[..., None]
