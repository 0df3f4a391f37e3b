"""The screen of a measuring instrument: a large number, a bar, the least and the most."""

from __future__ import annotations

from PIL import Image

from ..canvas import Canvas, box
from ..request import Request

WIDE, TALL = 320, 240
NIGHT, GLOW, DIM, WARN = "#0b1410", "#8ff0b4", "#3c6b52", "#f0b84a"


def meter(request: Request) -> Image.Image:
    """What the instrument showed when its button was pressed; `series` has the numbers and the text."""
    said = request.series
    sheet = Canvas(WIDE, TALL, NIGHT)
    sheet.text(14, 26, str(said["place"]), 14, GLOW, face="mono")
    sheet.text(WIDE - 14, 26, str(said["time"]), 14, GLOW, face="mono", align="right")
    sheet.text(212, 128, f"{said['value']:.1f}", 84, GLOW, weight=600, align="right")
    sheet.text(222, 128, str(said["unit"]), 24, GLOW)
    _bar(sheet, float(said["value"]), *map(float, said["range"]))
    least, most = (f"{name} {said[name]:.1f}" for name in ("min", "max"))
    sheet.text(14, 224, least.upper(), 14, GLOW, face="mono")
    sheet.text(WIDE - 14, 224, most.upper(), 14, WARN, face="mono", align="right")
    return sheet.picture()


def _bar(sheet: Canvas, value: float, low: float, high: float) -> None:
    parts = 36
    lit = round((value - low) / (high - low) * parts)
    for part in range(parts):
        sheet.fill(box(16 + part * 8, 158, 6, 26), GLOW if part < lit else DIM)
