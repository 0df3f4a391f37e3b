"""The frame of a chart: paper, title, axes, and how numbers become places."""

from __future__ import annotations

from .. import lettering
from ..canvas import Canvas, segment
from ..palettes import Palette, palette
from ..request import Request
from .figures import Figures, number, plain, steps

WIDE = 1200
TALL = 760
LEFT = 96
RIGHT = 56
TOP = 138
BOTTOM = 96


class Frame:
    """The drawing area and how numbers become places in it."""

    def __init__(
        self,
        sheet: Canvas,
        colours: Palette,
        x: tuple[float, float],
        y_marks: list[float],
        right: int = RIGHT,
    ) -> None:
        self.sheet, self.colours, self.y_marks = sheet, colours, y_marks
        self.x0, self.x1 = LEFT, WIDE - right
        self.y0, self.y1 = TALL - BOTTOM, TOP + 12
        self.low_x, self.high_x = x
        self.low, self.high = y_marks[0], y_marks[-1]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a pair of numbers lies on the sheet."""
        return (
            self.x0 + (x - self.low_x) / ((self.high_x - self.low_x) or 1) * (self.x1 - self.x0),
            self.y0 + (y - self.low) / ((self.high - self.low) or 1) * (self.y1 - self.y0),
        )

    def draw_y(self, name: str) -> None:
        """Grid lines with their numbers, and what they count."""
        for mark in self.y_marks:
            _, y = self.at(self.low_x, mark)
            zero = abs(mark) < 1e-9
            self.sheet.stroke(
                segment(self.x0, y, self.x1, y),
                self.colours.quiet if zero else self.colours.line,
                1.6 if zero else 1.1,
            )
            self.sheet.text(self.x0 - 14, y + 7, plain(mark), 20, self.colours.quiet, align="right")
        if name:
            self.sheet.text(self.x0 - 58, self.y1 - 22, name, 20, self.colours.quiet, weight=500)

    def draw_x(self, marks: list[tuple[float, str]], name: str) -> None:
        """Numbers or words under the chart."""
        for place, words in marks:
            x, _ = self.at(place, self.low)
            self.sheet.text(x, self.y0 + 34, words, 20, self.colours.quiet, align="centre")
        if name:
            self.sheet.text(
                self.x1, self.y0 + 70, name, 20, self.colours.quiet, weight=500, align="right"
            )


def chart_sheet(request: Request) -> tuple[Canvas, Palette]:
    """A sheet with the title set, and its colours."""
    colours = palette(request.palette)
    sheet = Canvas(WIDE, TALL, colours.paper)
    title = request.title or request.about.split(";")[0].split(".")[0]
    size = 44
    while lettering.width(title, "serif", size, 620) > WIDE - 2 * 40 and size > 24:
        size -= 2
    right = lettering.is_arabic(title)
    sheet.text(
        WIDE - 44 if right else 38,
        72,
        title,
        size,
        colours.ink,
        "serif",
        620,
        "right" if right else "left",
    )
    sheet.text(40, 106, str(request.series.get("subtitle") or ""), 22, colours.quiet)
    return sheet, colours


def y_marks(values: list[float], from_zero: bool) -> list[float]:
    """Round numbers up the side; from zero where the values are near enough to it."""
    low, high = min(values), max(values)
    if from_zero or (low > 0 and low < 0.45 * high):
        low = min(0.0, low)
    if from_zero or high < 0:
        high = max(0.0, high)
    return steps(low, high)


def notes(request: Request, frame: Frame) -> None:
    """Remarks that the writer put at places in the chart."""
    given = (
        request.series.get("annotations")
        or request.series.get("notes")
        or request.series.get("marks")
        or []
    )
    for note in given if isinstance(given, list) else []:
        if not isinstance(note, dict) or number(note.get("x")) is None:
            continue
        words = str(note.get("text") or note.get("label") or note.get("note") or "")
        y = number(note.get("y"))
        x, place = frame.at(float(note["x"]), y if y is not None else frame.high)
        frame.sheet.stroke(
            segment(x, place - 12, x, place - 50)
            if y is not None
            else segment(x, frame.y0, x, frame.y1 + 8),
            frame.colours.quiet,
            1.4,
            dash=(4, 4),
        )
        side = "right" if x > WIDE * 0.62 else "left"
        frame.sheet.text(
            x + (-8 if side == "right" else 8),
            place - 46 if y is not None else frame.y1 + 24,
            words,
            20,
            frame.colours.ink,
            "serif-italic",
            align=side,
        )


def places(given: Figures) -> tuple[list[float], list[str]]:
    """The numbers along x, or counted places with their words."""
    numbers = [number(x) for x in given.x]
    if all(n is not None for n in numbers):
        return [n for n in numbers if n is not None], []
    return [float(i) for i in range(len(given.x))], [str(x) for x in given.x]
