"""Charts of lines on paper, from the numbers of the picture that lies beside the document."""

from __future__ import annotations

from ..canvas import box, disc, flowing, polygon, segment
from ..graphics.figures import Figures, Line, figures, fit, label, plain, steps
from ..palettes import Palette, mixed
from ..request import Request
from .ink import Ink

WIDE, TALL = 484.0, 262.0
LEFT, BOTTOM, TOP = 34.0, 34.0, 22.0


class Plot:
    """The axes of a chart, and where a pair of numbers lies between them."""

    def __init__(
        self, ink: Ink, colours: Palette, x: tuple[float, float], y: list[float], right: float
    ) -> None:
        self.ink, self.colours, self.x, self.y = ink, colours, x, y
        self.left, self.right, self.top, self.bottom = LEFT, WIDE - right, TOP, TALL - BOTTOM

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The place of a pair of numbers."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[-1] - self.y[0])
        return self.left + across * (self.right - self.left), self.bottom - up * (
            self.bottom - self.top
        )

    def axes(self, x_marks: list[tuple[float, str]], x_name: str, y_name: str) -> None:
        """Quiet lines, numbers beside and under them, and what they count."""
        quiet = self.colours.quiet
        for mark in self.y:
            _, y = self.at(self.x[0], mark)
            strong = abs(mark) < 1e-9
            tone = quiet if strong else self.colours.line
            self.ink.stroke(segment(self.left, y, self.right, y), tone, 0.8 if strong else 0.5)
            self.ink.text(
                self.left - 7, y + 3, plain(mark).replace("-", "−"), 8.5, quiet, align="right"
            )
        for place, name in x_marks:
            self.ink.text(
                self.at(place, self.y[0])[0], self.bottom + 14, name, 8.5, quiet, align="centre"
            )
        self.ink.text(self.left - 22, 9, y_name, 8.5, quiet, style="B")
        self.ink.text(self.right, self.bottom + 29, x_name, 8.5, quiet, style="B", align="right")


def plot(request: Request, ink: Ink, colours: Palette) -> None:
    """Draw the chart that a request for a picture asks for."""
    {"line-chart": _lines, "bar-chart": _bars, "scatter": _points}[request.kind](
        request, ink, colours
    )


def _lines(request: Request, ink: Ink, colours: Palette) -> None:
    given = figures(request)
    xs = [float(x) for x in given.x]
    values = [v for line in given.lines for v in line.values if v is not None]
    chart = Plot(ink, colours, (xs[0], xs[-1]), steps(0, max(values)), right=50)
    every = steps(xs[0], xs[-1], 8)
    chart.axes([(x, plain(x)) for x in every if x <= xs[-1]], given.x_label, given.y_label)
    for k, line in enumerate(given.lines):
        places = [chart.at(x, v) for x, v in zip(xs, line.values, strict=True) if v is not None]
        ink.stroke(flowing(places), colours.tones[k], 2)
        end = places[-1]
        ink.fill(disc(*end, 2.6), colours.tones[k])
        ink.text(
            end[0] + 7,
            end[1] + 3,
            line.name,
            9,
            mixed(colours.tones[k], colours.ink, 0.25),
            style="B",
        )


def _bars(request: Request, ink: Ink, colours: Palette) -> None:
    given = figures(request)
    values = [v for line in given.lines for v in line.values if v is not None]
    count = len(given.x)
    chart = Plot(ink, colours, (0, count), steps(0, max(values)), right=0)
    chart.axes(
        [(k + 0.5, str(name)) for k, name in enumerate(given.x)], given.x_label, given.y_label
    )
    slot = (chart.right - chart.left) / count
    tones = (mixed(colours.tones[1], colours.paper, 0.15), colours.tones[0])
    for j, line in enumerate(given.lines):
        _row_of_bars(chart, line, tones[j % 2], slot * (0.16 + 0.35 * j), slot * 0.32)
    _key(ink, colours, given, tones)


def _row_of_bars(chart: Plot, line: Line, tone: str, shift: float, wide: float) -> None:
    for k, value in enumerate(line.values):
        if value is None:
            continue
        x, y = chart.at(k, value)
        chart.ink.fill(box(x + shift, y, wide, chart.bottom - y), tone)
        chart.ink.text(
            x + shift + wide / 2, y - 4, plain(value), 8, chart.colours.ink, align="centre"
        )


def _key(ink: Ink, colours: Palette, given: Figures, tones: tuple[str, str]) -> None:
    x = WIDE
    for line, tone in reversed(list(zip(given.lines, tones, strict=False))):
        x -= ink.text(x, 9, line.name, 9, colours.ink, align="right") + 14
        ink.fill(box(x, 1, 9, 9, 2), tone)
        x -= 16


def _points(request: Request, ink: Ink, colours: Palette) -> None:
    series = request.series
    pairs = [(float(x), float(y)) for x, y in series["points"]]
    marked = {int(k) for k in series.get("marked") or ()}
    x_marks, y_marks = steps(*_range([x for x, _ in pairs])), steps(*_range([y for _, y in pairs]))
    chart = Plot(ink, colours, (x_marks[0], x_marks[-1]), y_marks, right=4)
    names = [(x, f"{x:.0f}") for x in x_marks]
    chart.axes(names, label(series, "x"), label(series, "y"))
    calm = [pair for k, pair in enumerate(pairs) if k not in marked]
    _fitted(chart, pairs, colours.quiet, (4.0, 3.0))
    _fitted(chart, calm, colours.tones[0], (3.0, 2.0))
    for k, pair in enumerate(pairs):
        ink.fill(
            disc(*chart.at(*pair), 4), colours.tones[1] if k in marked else colours.tones[0], 0.92
        )
    if marked:
        x, y = chart.at(*pairs[min(marked)])
        ink.text(
            x + 10,
            y + 1,
            str(series.get("marked_label") or ""),
            9,
            mixed(colours.tones[1], colours.ink, 0.35),
            style="B",
        )


def _fitted(
    chart: Plot, pairs: list[tuple[float, float]], tone: str, dash: tuple[float, float]
) -> None:
    """The straight line nearest to the points, across the chart."""
    slope, start = fit(pairs)
    low, high = chart.x
    top = min(high, max(low, (chart.y[-1] - start) / slope))
    ends = [chart.at(x, slope * x + start) for x in (top, min(high, (chart.y[0] - start) / slope))]
    chart.ink.stroke(polygon(ends, closed=False), tone, 1.2, dash=dash)


def _range(values: list[float]) -> tuple[float, float]:
    return min(values), max(values)
