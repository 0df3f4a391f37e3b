"""Reports: a cover band, headings in the margin, and figures as wide as the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from ..canvas import box, segment
from ..graphics.maps import street_map
from ..palettes import mixed, palette
from ..request import Request
from .drawings import DRAWINGS
from .ink import Ink
from .paper import LETTER, Paper
from .plots import TALL, plot
from .story import (
    Figure,
    Formula,
    Heading,
    NewPage,
    Part,
    Table,
    Words,
    neighbour,
    parts_of,
    table_from,
)

EDGE, MARGIN, TEXT = 64.0, 122.0, 346.0
FULL = LETTER[0] - 2 * EDGE
FOOT = LETTER[1] - 60.0


def report(request: Request, to: Path) -> None:
    """Set the content on the pages asked for; another number of pages is an error."""
    made = Report(request)
    made.cover()
    for part in made.rest:
        made.set(part)
    made.paper.store(to)
    asked = int(request.wishes.get("pages") or made.paper.page)
    if made.paper.page != asked:
        raise ValueError(f"{request.path}: {made.paper.page} pages, {asked} asked for")


class Report:
    """A report on its way down the page."""

    def __init__(self, request: Request) -> None:
        self.request, self.colours = request, palette(request.palette)
        language = str(request.wishes.get("language") or "en")
        self.right = language == "ar"
        self.paper = Paper(request.path, request.title, language=language)
        self.rest: Iterator[Part] = parts_of(request.content)
        self.y, self.figures = 0.0, 0
        self.text_x = EDGE if self.right else EDGE + FULL - TEXT

    def cover(self) -> None:
        """A band of colour with the title, and the first paragraph under it."""
        lead = next(self.rest)
        if not isinstance(lead, Words):
            raise TypeError(f"{self.request.path}: a report begins with a paragraph")
        self.paper.add_page()
        ink, colours = Ink(self.paper), self.colours
        size = 38.0 if len(self.request.title) < 34 else 33.0
        wide = FULL - 40
        low = self.paper.paragraph(
            EDGE, 78, wide, self.request.title, size, colours.ink, "serif", "B", 1.12, measure=True
        )
        end = self.paper.paragraph(
            EDGE, low + 14, wide, lead.text, 12.5, colours.ink, "serif", "I", 1.5, measure=True
        )
        ink.fill(box(0, 0, LETTER[0], end + 30), mixed(colours.paper, colours.line, 0.45))
        ink.fill(box(0, 0, LETTER[0], 9), colours.tones[0])
        for k, tone in enumerate(colours.tones[1:4]):
            ink.fill(
                box(
                    LETTER[0] - EDGE - 12 - 17 * k if not self.right else EDGE + 17 * k,
                    42,
                    12,
                    12,
                    6,
                ),
                tone,
            )
        left = EDGE + (40 if self.right else 0)
        self.paper.paragraph(
            left, 78, wide, self.request.title, size, colours.deep, "serif", "B", 1.12
        )
        self.paper.paragraph(left, low + 14, wide, lead.text, 12.5, colours.ink, "serif", "I", 1.5)
        self.y = end + 58
        self._folio()

    def set(self, part: Part) -> None:
        """Set one part under what stands there."""
        if isinstance(part, NewPage):
            self._turn()
        elif isinstance(part, Heading):
            self._heading(part.text)
        elif isinstance(part, Words):
            self._words(part.text)
        elif isinstance(part, Formula):
            middle = self.text_x + TEXT / 2
            self.paper.words(
                middle, self.y + 20, part.text, 17, self.colours.deep, "serif", "", "centre"
            )
            self.y += 44
        elif isinstance(part, Table):
            self._table(part, self.text_x, TEXT)
        else:
            self._figure(part)

    def _heading(self, text: str) -> None:
        """A heading stands in the margin, level with the paragraph that it belongs to."""
        if self.y > FOOT - 60:
            self._turn()
        ink, colours = Ink(self.paper), self.colours
        x = LETTER[0] - EDGE - MARGIN + 10 if self.right else EDGE
        ink.stroke(segment(EDGE, self.y - 9, LETTER[0] - EDGE, self.y - 9), colours.line, 0.7)
        self.paper.paragraph(
            x,
            self.y + 1,
            MARGIN - 10,
            text,
            13 if self.right else 11,
            colours.tones[0],
            "sans",
            "B",
            1.3,
        )

    def _words(self, text: str) -> None:
        size = 14.0 if self.right else 11.2
        high = self.paper.paragraph(
            self.text_x, self.y, TEXT, text, size, self.colours.ink, leading=1.55, measure=True
        )
        if high > FOOT:
            self._turn()
        self.y = 16 + self.paper.paragraph(
            self.text_x, self.y, TEXT, text, size, self.colours.ink, leading=1.55
        )

    def _figure(self, part: Figure) -> None:
        """A figure over the whole width, with a number and a caption."""
        if part.sort == "table":
            self._caption(part)
            self._table(table_from(neighbour(self.request, part.name)), EDGE, FULL)
            return
        high = self._height(part)
        if self.y + high + 40 > FOOT:
            self._turn()
        top = self.y + 4
        if part.sort == "chart":
            plot(neighbour(self.request, part.name), Ink(self.paper, EDGE, top), self.colours)
        elif part.sort == "drawing":
            DRAWINGS[part.name][1](Ink(self.paper, EDGE, top), self.colours)
        else:
            self.paper.image(self._map(part), EDGE, top, w=FULL)
        self.y = top + high + 10
        self._caption(part)

    def _height(self, part: Figure) -> float:
        if part.sort == "chart":
            return TALL
        return DRAWINGS[part.name][0] if part.sort == "drawing" else FULL * 820 / 1200

    def _map(self, part: Figure) -> io.BytesIO:
        packed = io.BytesIO()
        street_map(neighbour(self.request, part.name)).save(
            packed, "JPEG", quality=86, optimize=True
        )
        return packed

    def _caption(self, part: Figure) -> None:
        self.figures += 1
        words = part.caption if self.right else f"Figure {self.figures}. {part.caption}"
        size = 11.0 if self.right else 9.2
        self.y = 22 + self.paper.paragraph(
            EDGE, self.y, FULL, words, size, self.colours.quiet, "sans", "", 1.45
        )

    def _table(self, table: Table, x: float, wide: float) -> None:
        """Rows with thin lines; numbers stand at the end of their cell, words at its start."""
        ink, colours = Ink(self.paper), self.colours
        size = 12.0 if self.right else 9.6
        step, column = size * 1.95, wide / len(table.rows[0])
        for number, row in enumerate(table.rows):
            style = "" if number else "B"
            if number % 2:
                ink.fill(box(x, self.y, wide, step), mixed("#ffffff", colours.paper, 0.8))
            for place, cell in enumerate(row):
                numeric = re.fullmatch(r"[−\d.…]+", table.rows[1][place]) is not None
                left = x + (len(row) - 1 - place if self.right else place) * column
                end = numeric != self.right
                spot = (
                    left + column - 26
                    if end and not self.right
                    else left + (column - 8 if self.right else 8)
                )
                align = "right" if end or self.right else "left"
                tone = colours.ink if number else colours.tones[0]
                self.paper.words(spot, self.y + step * 0.66, cell, size, tone, "sans", style, align)
            self.y += step
            ink.stroke(
                segment(x, self.y, x + wide, self.y),
                colours.quiet if not number else colours.line,
                0.8 if not number else 0.5,
            )
        self.y += 24

    def _turn(self) -> None:
        self.paper.add_page()
        self.y = 84.0
        ink = Ink(self.paper)
        ink.fill(box(0, 0, LETTER[0], 9), self.colours.tones[0])
        x, align = (LETTER[0] - EDGE, "right") if self.right else (EDGE, "left")
        self.paper.words(
            x,
            46,
            self.request.title,
            11 if self.right else 9,
            self.colours.quiet,
            "sans",
            "",
            align,
        )
        self._folio()

    def _folio(self) -> None:
        asked = self.request.wishes.get("pages")
        x = EDGE if self.right else LETTER[0] - EDGE
        words = f"{self.paper.page} / {asked}"
        self.paper.words(
            x,
            LETTER[1] - 38,
            words,
            9,
            self.colours.quiet,
            "sans",
            "",
            "left" if self.right else "right",
        )
