"""The parts of a report, from the writer's plain text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..request import Request, read_requests

FIGURE = re.compile(
    r"!\[(?P<caption>.*)\]\((?P<sort>chart|map|drawing|table):(?P<name>.+)\)", re.DOTALL
)


@dataclass(frozen=True)
class Heading:
    """A line that says what comes."""

    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Formula:
    """A line of signs and numbers, which runs from left to right in every language."""

    text: str


@dataclass(frozen=True)
class Figure:
    """Something to look at: a chart, a map, a drawing or a table by its name, and what it shows."""

    sort: str
    name: str
    caption: str


@dataclass(frozen=True)
class Table:
    """Rows of cells, the first one the header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class NewPage:
    """What follows begins on the next sheet."""


Part = Heading | Words | Formula | Figure | Table | NewPage


def parts_of(content: str) -> Iterator[Part]:
    """Read paragraphs; a first sign says which are something else."""
    for block in re.split(r"\n\s*\n", content.strip()):
        yield _part(block.strip())


def _part(block: str) -> Part:
    figure = FIGURE.fullmatch(block)
    if figure:
        return Figure(figure["sort"], figure["name"], " ".join(figure["caption"].split()))
    if block == "---":
        return NewPage()
    if block.startswith("# "):
        return Heading(block[2:])
    if block.startswith("= "):
        return Formula(block[2:])
    if block.startswith("|"):
        return Table(
            tuple(
                tuple(c.strip() for c in row.strip("| ").split("|")) for row in block.splitlines()
            )
        )
    return Words(" ".join(block.split()))


def neighbour(request: Request, name: str) -> Request:
    """The request for another file of the same folder."""
    path = f"{request.path.rpartition('/')[0]}/{name}"
    found = [other for other in read_requests() if other.path == path]
    if not found:
        raise ValueError(f"{request.path}: nobody asks for {name}")
    return found[0]


def table_from(request: Request) -> Table:
    """The rows of a table that another request holds as comma-separated values."""
    header, *rows = csv.reader(request.content.strip().splitlines())
    names = tuple(name.replace("_", " ") for name in header)
    return Table(
        (
            names,
            *(
                tuple(cell.replace("-", "−") if _is_number(cell) else cell for cell in row)
                for row in rows
            ),
        )
    )


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None
