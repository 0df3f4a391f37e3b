"""Arms with two joints: where the elbow is, soft movement, and limbs seen from the side."""

from __future__ import annotations

import numpy as np

from ..canvas import Canvas, disc, polygon
from ..palettes import mixed

Point = tuple[float, float]


def ease(t: float, start: float, end: float) -> float:
    """From 0 at `start` to 1 at `end`, at rest at both."""
    s = min(1.0, max(0.0, (t - start) / (end - start)))
    return s * s * (3 - 2 * s)


def between(first: Point, second: Point, share: float) -> Point:
    """A place on the way from one point to another."""
    return first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share


def elbow(shoulder: Point, wrist: Point, upper: float, lower: float, side: int = -1) -> Point:
    """Where the elbow is, given both ends and how long the limbs are."""
    dx, dy = wrist[0] - shoulder[0], wrist[1] - shoulder[1]
    far = min(float(np.hypot(dx, dy)), upper + lower - 1e-6)
    along = (upper**2 - lower**2 + far**2) / (2 * far)
    off = np.sqrt(max(upper**2 - along**2, 0)) * side
    ux, uy = dx / far, dy / far
    return float(shoulder[0] + along * ux - off * uy), float(shoulder[1] + along * uy + off * ux)


def limb(sheet: Canvas, start: Point, end: Point, wide: float, narrow: float, tone: str) -> None:
    """A bar from joint to joint: a dark underside, a light edge on top."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = float(np.hypot(dx, dy)) or 1.0
    nx, ny = -dy / far, dx / far
    corners = [
        (start[0] + nx * wide, start[1] + ny * wide),
        (end[0] + nx * narrow, end[1] + ny * narrow),
        (end[0] - nx * narrow, end[1] - ny * narrow),
        (start[0] - nx * wide, start[1] - ny * wide),
    ]
    upper = nx * 0.4 + ny < 0
    light, dark = mixed(tone, "#ffffff", 0.3), mixed(tone, "#000000", 0.35)
    first, last = (light, dark) if upper else (dark, light)
    middle_start, middle_end = corners[0], corners[3]
    sheet.shade(polygon(corners), middle_start, middle_end, [(first, 1), (tone, 1), (last, 1)])


def joint(sheet: Canvas, at: Point, radius: float, tone: str) -> None:
    """A round cover with a screw in it."""
    sheet.fill(disc(at[0] + 1.5, at[1] + 2.5, radius), "#000000", 0.3, blur=2)
    sheet.fill(disc(*at, radius), mixed(tone, "#000000", 0.25))
    sheet.fill(disc(at[0] - 1, at[1] - 1.2, radius * 0.8), tone)
    sheet.fill(disc(*at, radius * 0.28), mixed(tone, "#000000", 0.55))
