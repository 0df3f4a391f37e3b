"""What is compared with what, and the table of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Sizes:
    """How large the schools are."""

    students: int = 100
    works: int = 31
    large: int = 500
    small: int = 20
    photographers: int = 2
    """Students whose works have photographs, 62 each; what they cost grows with their number alone."""
    rounds: int = 3


QUICK = Sizes(students=6, works=8, large=12, small=6, photographers=1, rounds=1)
"""Shows in a minute or two that everything works; the figures say little."""


@dataclass(frozen=True)
class Comparison:
    """A line of the table."""

    key: str
    """Row and, after a dot, which of its figures."""
    what: str
    """What is measured, with names of sizes in braces."""
    peer: str
    """What it is compared with; empty when it is a figure alone."""
    unit: str
    goal: float | None = None
    """The largest ratio to the peer, or the largest figure when there is no peer."""
    goal_words: str = ""
    """The goal as it was set, where a decimal number would hide it."""

    @property
    def row(self) -> str:
        """What `--rows` calls it."""
        return self.key.partition(".")[0]


@dataclass(frozen=True)
class Figure:
    """What was measured for a comparison."""

    ours: float
    theirs: float | None = None

    @property
    def ratio(self) -> float | None:
        """How much of the peer's cost is ours."""
        return None if not self.theirs else self.ours / self.theirs


_COLD = "Cold build, {students} students × {works} works, text, one edition"
_PICTURES = "Cold build, {photographers} students × {works} works with 2 photographs of 12 megapixels, 3 sizes each"
_EDIT = "One story edited in a school of {large} students"
_MEMORY = "Peak memory, {large} students"
COMPARISONS = (
    Comparison("text.wall", f"{_COLD}: time", "a loop of `mkdocs build`", "s", 1 / 12, "≤ 1/12"),
    Comparison(
        "text.page",
        f"{_COLD}: CPU per page",
        "MkDocs with Material, all sites in one process",
        "ms",
        1 / 4,
        "≤ 1/4",
    ),
    Comparison("text.hugo", f"{_COLD}: CPU", "Hugo, bare layout", "s", 4, "≤ 4"),
    Comparison("text.zensical", f"{_COLD}: time", "a loop of `zensical build`", "s"),
    Comparison("photographs.cpu", f"{_PICTURES}: CPU", "Hugo", "s", 1 / 3, "≤ 1/3"),
    Comparison("photographs.size", "Three sizes of a photograph", "Hugo", "KB"),
    Comparison("edited.wall", f"{_EDIT}: time", "Hugo, all again", "s", 1 / 5, "≤ 1/5"),
    Comparison("edited.cpu", f"{_EDIT}: CPU beyond start-up and stat calls", "", "s", 1),
    Comparison(
        "unchanged.wall",
        "Nothing changed, {large} students: time",
        "looking at every file (`stat`), and start-up",
        "s",
        2,
        "≤ 2",
    ),
    Comparison(
        "second.cpu",
        "Second edition, {students} students, in the same build: CPU that it adds",
        "the first edition",
        "s",
        1 / 2,
        "≤ 1/2",
    ),
    Comparison(
        "second.later",
        "The same in a build of its own, afterwards: CPU",
        "the first edition",
        "s",
    ),
    Comparison("paper.cpu", "A transcript as a PDF, {small} students: CPU", "", "ms"),
    Comparison("memory.parent", f"{_MEMORY}: the parent", "{small} students", "MB", 1.2, "≤ 1.2"),
    Comparison("memory.worker", f"{_MEMORY}: a worker", "{small} students", "MB", 1.2, "≤ 1.2"),
    Comparison("memory.hugo", f"{_MEMORY}: all processes together", "Hugo", "MB"),
    Comparison("disk.theme", "Copies of the theme's files, {students} sites", "", "", 1),
    Comparison("disk.page", "Size of a student's text-only site, per page", "", "KB", 25),
    Comparison("disk.all", "Size of an edition, {students} students", "MkDocs with Material", "MB"),
    Comparison("disk.list", "The list of what is published, per site", "", "KB"),
    Comparison("start.wall", "`portfolio-gen --help`", "", "s", 0.25),
    Comparison(
        "start.fonts", "Once on a machine, making fonts and compiling templates: CPU", "", "s"
    ),
)
ROWS = tuple(dict.fromkeys(one.row for one in COMPARISONS))
HEADER = ("What", "portfolio-gen", "compared with", "ratio", "goal", "")


def label(comparison: Comparison, sizes: Sizes) -> str:
    """The first cell of a line."""
    return comparison.what.format(**asdict(sizes))


def lines(figures: Mapping[str, Figure], sizes: Sizes) -> list[tuple[str, ...]]:
    """The table's cells, a line for each comparison that was measured."""
    return [line(one, figures[one.key], sizes) for one in COMPARISONS if one.key in figures]


def line(comparison: Comparison, figure: Figure, sizes: Sizes) -> tuple[str, ...]:
    """The cells of one comparison."""
    peer = comparison.peer.format(**asdict(sizes))
    theirs = "" if figure.theirs is None else f"{peer}: {amount(figure.theirs, comparison.unit)}"
    return (
        label(comparison, sizes),
        amount(figure.ours, comparison.unit),
        theirs,
        fraction(figure.ratio),
        comparison.goal_words
        or ("" if comparison.goal is None else f"≤ {amount(comparison.goal, comparison.unit)}"),
        verdict(comparison, figure),
    )


def figures_of(document: Mapping[str, Any]) -> dict[str, Figure]:
    """The figures in what `--json` has written."""
    return {
        key: Figure(one["portfolio-gen"], one["peer"]) for key, one in document["figures"].items()
    }


def verdict(comparison: Comparison, figure: Figure) -> str:
    """Whether the goal is reached; nothing where none is set."""
    if comparison.goal is None:
        return ""
    reached = figure.ratio if comparison.peer else figure.ours
    return "✓" if reached is not None and reached <= comparison.goal else "not yet"


def amount(value: float, unit: str) -> str:
    """A number with three digits that count, and its unit."""
    text = f"{value:,.0f}" if value >= 100 or value == round(value) else f"{value:.3g}"
    return f"{text} {unit}".strip()


def fraction(ratio: float | None) -> str:
    """A ratio: below one half as one over something."""
    if ratio is None:
        return ""
    return f"1/{1 / ratio:.3g}" if 0 < ratio < 0.5 else f"{ratio:.2f}"


def markdown(cells: Iterable[Sequence[str]]) -> str:
    """A table for Markdown."""
    rule = ("---", "---:", "---", "---:", "---:", "---")
    return "".join(f"| {' | '.join(one)} |\n" for one in (HEADER, rule, *cells))
