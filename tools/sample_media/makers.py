"""Which maker serves which kind of request; each writes one file."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from . import art, documents, sound
from .photographs import coded, photograph
from .request import Request

Maker = Callable[[Request, Path], None]
Draw = Callable[[Request], Image.Image]

DRAWN = {
    "street-map": "maps.street_map",
    "map": "hills.hill_map",
    "line-chart": "lines.line_chart",
    "bar-chart": "bars.bar_chart",
    "scatter": "clouds.scatter",
    "histogram": "bars.histogram",
    "diagram": "diagrams.diagram",
    "poster": "posters.poster",
    "score-sheet": "scores.score_sheet",
    "page-scan": "pages.page_scan",
    "screenshot": "windows.screenshot",
    "meter": "meters.meter",
}
TAKEN = ("landscape", "still-life", "workshop", "night-sky", "field", "garden")


def draw(request: Request, to: Path) -> None:
    """A drawn picture; the module that draws it is opened only when it is needed."""
    module, name = DRAWN[request.kind].split(".")
    maker: Draw = getattr(importlib.import_module(f".graphics.{module}", __package__), name)
    to.write_bytes(coded(maker(request), request))


def take(request: Request, to: Path) -> None:
    """A photograph from the studio."""
    to.write_bytes(coded(photograph(request), request))


def weave(request: Request, to: Path) -> None:
    """Cloth: as a photograph where a photograph is asked for, else drawn."""
    (take if request.ending == "jpg" else art.KINDS["textile"])(request, to)


def leaf_through(request: Request, to: Path) -> None:
    """A flip book: a picture that moves."""
    importlib.import_module(".graphics.flipbook", __package__).flipbook(request, to)


KINDS: dict[str, Maker] = {
    **dict.fromkeys(DRAWN, draw),
    **dict.fromkeys(TAKEN, take),
    **documents.KINDS,
    **sound.KINDS,
    **art.KINDS,
    "textile": weave,
    "flipbook": leaf_through,
}
