"""Type: the faces used in the pictures, measured and set by Pillow with real shaping, right-to-left included."""

from __future__ import annotations

import importlib.resources
from functools import cache

from PIL import Image, ImageDraw, ImageFont

FACES = {
    "serif": ("fontpkg_literata", "Literata[opsz,wght].ttf"),
    "serif-italic": ("fontpkg_literata", "Literata-Italic[opsz,wght].ttf"),
    "sans": ("fontpkg_inter", "Inter[opsz,wght].ttf"),
    "mono": ("fontpkg_jetbrains_mono", "JetBrainsMono[wght].ttf"),
    "hand": ("fontpkg_caveat", "Caveat[wght].ttf"),
    "print-hand": ("fontpkg_kalam", "Kalam-Regular.ttf"),
    "neat-hand": ("fontpkg_shadows_into_light", "ShadowsIntoLight.ttf"),
    "marker": ("fontpkg_permanent_marker", "PermanentMarker-Regular.ttf"),
    "arabic": ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
    "naskh": ("fontpkg_amiri", "Amiri-Regular.ttf"),
    "naskh-bold": ("fontpkg_amiri", "Amiri-Bold.ttf"),
}


def is_arabic(text: str) -> bool:
    """Whether any letter is Arabic."""
    return any("\u0600" <= c <= "\u06ff" for c in text)


@cache
def font(face: str, size: float, weight: int = 400) -> ImageFont.FreeTypeFont:
    """A face at a size in pixels; variable faces take a weight and their optical size."""
    package, name = FACES[face]
    with importlib.resources.as_file(importlib.resources.files(package) / "files" / name) as path:
        made = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.RAQM)
    if "[" in name:
        axes = []
        for axis in made.get_variation_axes():
            label = (
                axis["name"].decode().lower()
                if isinstance(axis["name"], bytes)
                else str(axis["name"]).lower()
            )
            low, high = axis["minimum"], axis["maximum"]
            want = weight if "weight" in label else size if "optical" in label else axis["default"]
            axes.append(max(low, min(high, want)))
        made.set_variation_by_axes(axes)
    return made


def face_for(text: str, face: str) -> str:
    """The face asked for, or its Arabic companion."""
    if not is_arabic(text):
        return face
    return (
        "naskh"
        if face in {"serif", "serif-italic", "hand", "neat-hand", "print-hand"}
        else "arabic"
    )


def width(text: str, face: str, size: float, weight: int = 400) -> float:
    """How wide a line of text runs."""
    return font(face_for(text, face), size, weight).getlength(text)


def mask(text: str, face: str, size: float, weight: int = 400) -> tuple[Image.Image, int, int]:
    """A line of text as a grey picture, with the place of its baseline's start inside."""
    chosen = font(face_for(text, face), size, weight)
    left, top, right, bottom = chosen.getbbox(text, anchor="ls")
    pad = 3
    picture = Image.new("L", (int(right - left) + 2 * pad + 1, int(bottom - top) + 2 * pad + 1))
    ImageDraw.Draw(picture).text((pad - left, pad - top), text, fill=255, font=chosen, anchor="ls")
    return picture, int(pad - left), int(pad - top)


def wrapped(text: str, face: str, size: float, room: float, weight: int = 400) -> list[str]:
    """Text broken into lines that fit into `room` pixels; line breaks in the text are kept."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and width(longer, face, size, weight) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines
