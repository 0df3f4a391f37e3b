"""Notebooks: cells of words and of code, with what the code printed or drew when it ran."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

from PIL import Image

from ..graphics.bars import bar_chart
from ..request import Request
from ..seed import number


def notebook(request: Request, to: Path) -> None:
    """A notebook in the format of Jupyter, version 4.5."""
    cells, ran = [], 0
    for place, given in enumerate(request.series["cells"]):
        ran += "code" in given
        cells.append(_cell(given, ran, f"{number(request.path, str(place)):08x}"))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    page = {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    text = json.dumps(page, indent=1, ensure_ascii=False)
    to.write_text(text + "\n", encoding="utf-8", newline="\n")


def _cell(given: dict[str, Any], ran: int, name: str) -> dict[str, Any]:
    if "markdown" in given:
        return {
            "cell_type": "markdown",
            "id": name,
            "metadata": {},
            "source": _lines(given["markdown"]),
        }
    return {
        "cell_type": "code",
        "execution_count": ran,
        "id": name,
        "metadata": {},
        "outputs": _outputs(given, ran),
        "source": _lines(given["code"]),
    }


def _outputs(given: dict[str, Any], ran: int) -> list[dict[str, Any]]:
    """What a cell showed: a drawing, printed text, or the value of its last line."""
    if "drawing" in given:
        return [{"data": _drawn(given["drawing"]), "metadata": {}, "output_type": "display_data"}]
    if "output" not in given:
        return []
    shown = str(given["output"])
    if "print(" in given["code"]:
        return [{"name": "stdout", "output_type": "stream", "text": _lines(shown + "\n")}]
    return [
        {
            "data": {"text/plain": _lines(shown)},
            "execution_count": ran,
            "metadata": {},
            "output_type": "execute_result",
        }
    ]


def _drawn(wishes: dict[str, Any]) -> dict[str, Any]:
    """A chart as a notebook keeps one: its bytes as letters, and what would be printed instead."""
    chart = bar_chart(Request("", "bar-chart", wishes))
    smaller = chart.resize((chart.width // 2, chart.height // 2), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    smaller.quantize(32, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    words = "<Figure size 600x390 with 1 Axes>"
    return {"image/png": base64.b64encode(out.getvalue()).decode(), "text/plain": [words]}


def _lines(text: Any) -> list[str]:
    return str(text).rstrip().splitlines(keepends=True)
