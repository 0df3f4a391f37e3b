"""The numbers of a chart, however the writer put them: in `series`, in a sibling CSV, or not at all."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..request import Request
from ..seed import source


@dataclass(frozen=True)
class Line:
    """One run of numbers with its name; `None` is a gap."""

    name: str
    values: tuple[float | None, ...]
    muted: bool = False


@dataclass(frozen=True)
class Figures:
    """Labels or places along x, one or more lines, and what the axes are called."""

    x: tuple[float | str, ...]
    lines: tuple[Line, ...]
    x_label: str
    y_label: str


def figures(request: Request) -> Figures:
    """Read the request's numbers."""
    series = request.series
    lines, x = _lines(series), _x_values(series)
    if not lines:
        x, lines = _from_csv(request, series)
    if not lines:
        x, lines = _invented(request)
    longest = max(len(line.values) for line in lines)
    return Figures(
        tuple(x or range(1, longest + 1)), tuple(lines), label(series, "x"), label(series, "y")
    )


def label(series: dict[str, Any], axis: str) -> str:
    """What an axis is called."""
    given = series.get(axis)
    if isinstance(given, dict):
        return str(given.get("label") or given.get("title") or "")
    for key in (f"{axis}_label", f"{axis}label", f"{axis}_axis", f"{axis}_title"):
        if series.get(key):
            return str(series[key])
    if isinstance(given, str):
        return given
    return str(series.get("unit") or "") if axis == "y" else ""


def number(value: Any) -> float | None:
    """A number, or nothing."""
    try:
        made = float(value)
    except (TypeError, ValueError):
        return None
    return None if math.isnan(made) else made


def _x_values(series: dict[str, Any]) -> list[float | str]:
    for key in ("labels", "bins", "categories", "names", "x_values", "x"):
        given = series.get(key)
        if isinstance(given, dict):
            given = given.get("values") or given.get("labels") or given.get("ticks")
        if isinstance(given, list):
            return (
                [value if number(value) is None else float(value) for value in given]
                if key.startswith("x")
                else [str(v) for v in given]
            )
    return []


def _lines(series: dict[str, Any]) -> list[Line]:
    for key in ("lines", "series", "groups", "sets", "bars", "curves"):
        given = series.get(key)
        if isinstance(given, list) and given and isinstance(given[0], dict):
            return [
                Line(
                    str(g.get("name") or g.get("label") or ""),
                    _numbers(g.get("values") or g.get("counts") or g.get("y") or g.get("data")),
                    bool(g.get("muted")),
                )
                for g in given
            ]
        if isinstance(given, dict):
            return [Line(str(name), _numbers(values)) for name, values in given.items()]
    for key in ("values", "counts", "heights", "data"):
        if isinstance(series.get(key), list):
            return [Line("", _numbers(series[key]))]
        if isinstance(series.get(key), dict):
            return [Line("", _numbers(list(series[key].values())))]
    plain = {
        name: values
        for name, values in series.items()
        if isinstance(values, list)
        and name not in {"x", "labels", "points", "marked", "annotations", "marks", "notes"}
        and values
        and all(number(v) is not None or v is None for v in values)
    }
    return [Line(str(name), _numbers(values)) for name, values in plain.items()]


def _numbers(values: Any) -> tuple[float | None, ...]:
    if isinstance(values, dict):
        values = list(values.values())
    return tuple(number(value) for value in values or [])


def rows(request: Request, name: str) -> list[dict[str, str]]:
    """The rows of a CSV that lies beside the file, from the repository or from its own request."""
    path = request.beside(name)
    return (
        list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())) if path.exists() else []
    )


def _from_csv(request: Request, series: dict[str, Any]) -> tuple[list[float | str], list[Line]]:
    name = str(
        series.get("csv") or series.get("from") or series.get("file") or series.get("data") or ""
    )
    if not name:
        twin = request.beside(request.path.rsplit("/", 1)[-1].rsplit(".", 1)[0] + ".csv")
        name = twin.name if twin.exists() else ""
    table = rows(request, name) if name else []
    if not table:
        return [], []
    columns = list(table[0])
    x_name = str(series.get("x")) if series.get("x") in columns else columns[0]
    wanted = series.get("y") if isinstance(series.get("y"), list) else None
    y_names = wanted or [
        c for c in columns if c != x_name and any(number(r[c]) is not None for r in table)
    ]
    x: list[float | str] = [
        r[x_name] if number(r[x_name]) is None else float(r[x_name]) for r in table
    ]
    return x, [Line(n.replace("_", " "), tuple(number(r[n]) for r in table)) for n in y_names]


def _invented(request: Request) -> tuple[list[float | str], list[Line]]:
    rng = source(request.path, "figures")
    walk = np.cumsum(rng.normal(0.6, 1, 12)) + 10
    return list(range(1, 13)), [Line("", tuple(round(float(v), 1) for v in walk))]


def steps(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers along an axis."""
    span = max(high - low, 1e-9)
    raw = span / about
    power = 10 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw * 0.999)
    start = math.floor(low / step + 1e-9) * step
    count = math.ceil((high - start) / step - 1e-9)
    return [round(start + i * step, 10) for i in range(count + 1)]


def plain(value: float) -> str:
    """A number as people write it."""
    return (
        f"{value:,.0f}"
        if abs(value - round(value)) < 1e-9
        else f"{value:.2f}".rstrip("0").rstrip(".")
    )


def fit(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Slope and height of the straight line nearest to the points."""
    xs, ys = np.array(points, dtype=float).T
    slope, start = np.polyfit(xs, ys, 1)
    return float(slope), float(start)
