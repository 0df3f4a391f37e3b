"""Sketches: finds the subject in the words of a request and draws it in pencil."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ..request import Request
from ..seed import source
from . import sketch_devices, sketch_life, sketch_plans
from .pencil import Pencil
from .saving import save

WIDE, TALL = 1200, 800

SUBJECTS: tuple[tuple[str, Callable[[Pencil, Request], None]], ...] = (
    (r"letter", sketch_plans.letter),
    (r"sailing ship", sketch_plans.sambuk),
    (r"moons", sketch_life.moons),
    (r"panels", sketch_plans.boat_panels),
    (r"spoon.*(soft|window)", sketch_life.soft_spoon),
    (r"spoon", sketch_life.stiff_spoon),
    (r"hand lying|left hand", sketch_life.left_hand),
    (r"cross section", sketch_devices.footrest),
    (r"\bpole\b", sketch_devices.pole),
    (r"heron", sketch_life.potato_heron),
    (r"transformer|circuit", sketch_devices.power_supply),
)

PAPERS = ("#f6f2e7", "#f3f0e8", "#f7f3ea", "#f2eee2")


def make(request: Request, to: Path) -> None:
    """Draw and save; a subject that nobody has drawn yet is an error that names the file."""
    draw = next((draw for words, draw in SUBJECTS if re.search(words, request.words)), None)
    if draw is None:
        raise ValueError(f"{request.path}: no sketch knows how to draw “{request.about}”")
    pencil = Pencil(WIDE, TALL, source(request.path, "sketch"))
    draw(pencil, request)
    paper = PAPERS[sum(request.path.encode()) % len(PAPERS)]
    save(pencil.sheet(paper, warm=(len(request.path) % 3) / 2), to, colours=28)
