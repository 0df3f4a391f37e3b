"""Comics in three panels: ink that wobbles, flat colour with dots, the writer's words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image
from scipy.ndimage import map_coordinates

from ..canvas import Canvas
from ..request import Request
from ..seed import source
from .comic_dumplings import dumplings
from .comic_soup import soup_page
from .gouache import clouds
from .panels import PAPER, TALL, WIDE
from .saving import save


def make(request: Request, to: Path) -> None:
    """Draw the page that the request describes."""
    draw = dumplings if "dumpling" in request.words else soup_page
    sheet = Canvas(WIDE, TALL, PAPER)
    draw(sheet, request)
    save(_printed(sheet.picture(), source(request.path, "comic")), to, 72)


def _printed(page: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Ink that a hand drew: every edge wanders by a pixel or two."""
    pixels = np.asarray(page)
    shape = pixels.shape[:2]
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    place = [y + 1.5 * clouds(rng, shape, 12), x + 1.5 * clouds(rng, shape, 12)]
    return Image.fromarray(
        np.stack(
            [map_coordinates(pixels[..., c], place, order=1, mode="nearest") for c in range(3)], -1
        ),
        "RGB",
    )
