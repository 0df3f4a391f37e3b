"""Pages of a PDF as pictures, to be leafed through without any reader. The only module that knows PDFium.

PDFium runs in a process of its own: `python -m portfolio_gen.render.leaves` reads a PDF and writes its pictures.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from portfolio_gen.model.value import dataclass
from portfolio_gen.render.aside import asked
from portfolio_gen.render.derived import Derived, Size

RECIPE = "1"
"""Changes when the same PDF would give other pictures."""
MOST = 12
"""Pages that can be leafed through; the file itself has all of them."""
WIDTH, TALLEST = 1100, 1650
"""Pixels of such a page, at most."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """The first pages of a PDF."""

    first: Derived
    """The first page in several sizes."""
    others: tuple[Size, ...] = ()
    """The pages after it."""


class CannotDraw(Exception):
    """PDFium makes nothing of a file, or takes too long."""


def leaves_of(data: bytes) -> Leaves:
    """Pictures of a PDF's first pages.

    Raises:
        CannotDraw: there are none.
    """
    said = asked((sys.executable, "-m", "portfolio_gen.render.leaves"), data)
    try:
        return unpacked(*told(said or b""))
    except (ValueError, KeyError, TypeError) as error:
        raise CannotDraw from error


def packed(leaves: Leaves) -> tuple[dict[str, Any], bytes]:
    """Leaves as a few facts, and the bytes of their pictures."""
    sizes = (*leaves.first.sizes, *leaves.others)
    about = {
        "tint": leaves.first.tint,
        "first": len(leaves.first.sizes),
        "sizes": [(one.width, one.height, len(one.data)) for one in sizes],
    }
    return about, b"".join(one.data for one in sizes)


def unpacked(about: dict[str, Any], data: bytes) -> Leaves:
    """The same back.

    Raises:
        ValueError, KeyError, TypeError: they are not whole.
    """
    sizes, at = [], 0
    for width, height, length in about["sizes"]:
        sizes.append(Size(int(width), int(height), data[at : at + length]))
        at += length
    if at != len(data) or not sizes:
        raise ValueError("pictures are missing")
    first = int(about["first"])
    return Leaves(Derived(tuple(sizes[:first]), str(about["tint"])), tuple(sizes[first:]))


def told(said: bytes) -> tuple[dict[str, Any], bytes]:
    """What the other process has written: a line of facts, and the bytes after it."""
    head, _, data = said.partition(b"\n")
    about: dict[str, Any] = json.loads(head)
    return about, data


def _drawn(data: bytes) -> Leaves:
    pages = _pages(data)
    return Leaves(next(pages), tuple(one.sizes[-1] for one in pages))


def _pages(data: bytes) -> Iterator[Derived]:
    import pypdfium2

    from portfolio_gen.render.images import of_page

    document = pypdfium2.PdfDocument(data)
    document.init_forms()  # what is filled into a form is drawn, too
    for place in range(min(len(document), MOST)):
        page = document[place]
        width, height = page.get_size()
        scale = min(WIDTH / max(width, 1), TALLEST / max(height, 1))
        yield of_page(page.render(scale=scale, rev_byteorder=True).to_pil(), all_sizes=place == 0)


if __name__ == "__main__":
    facts, pictures = packed(_drawn(sys.stdin.buffer.read()))
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + pictures)
