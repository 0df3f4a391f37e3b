"""Jupyter notebooks, cell by cell: words, programs, and what these have shown. Nothing is run.

nbconvert would bring 23 packages, among them what starts kernels, and HTML that has to be cleaned all the same; what a
page shows of a notebook is four kinds of things that this program knows how to show.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from portfolio_gen.model.value import dataclass

MOST = 200
"""Cells on a page; the file has all of them."""
LONGEST = 20_000
"""Letters of one cell, or of what it shows."""
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
"""Colours, as programs write them for terminals."""

CellKind: TypeAlias = Literal["words", "code", "said", "table", "picture"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, or one thing that it has shown."""

    kind: CellKind
    text: str = ""
    """Markdown (`words`), a program (`code`), plain text (`said`) or HTML that is not clean (`table`)."""
    data: bytes = b""
    """Of a picture."""


def cells_of(data: bytes) -> tuple[Cell, ...]:
    """What a notebook shows, from its beginning.

    Raises:
        ValueError: it is no notebook.
    """
    notebook = json.loads(data)
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise ValueError("it has no cells")  # noqa: TRY004 - a fault of the file, not of the caller
    cells = (one for one in notebook["cells"][:MOST] if isinstance(one, dict))
    return tuple(part for cell in cells for part in _parts(cell) if part.data or part.text.strip())


def language_of(data: bytes) -> str:
    """The extension of programs in a notebook's language."""
    about = json.loads(data).get("metadata") or {}
    named = str((about.get("language_info") or {}).get("name") or "python")
    return {"python": "py", "julia": "jl", "javascript": "js", "R": "r"}.get(named, named)


def _parts(cell: dict[str, Any]) -> Iterator[Cell]:
    kind, source = cell.get("cell_type"), _text(cell.get("source"))
    if kind == "markdown":
        yield Cell("words", source)
    elif kind == "code":
        yield Cell("code", source)
        outputs = cell.get("outputs")
        for one in outputs[:MOST] if isinstance(outputs, list) else ():
            if isinstance(one, dict):
                yield _shown(one)
    elif kind == "raw":
        yield Cell("said", source)


def _shown(output: dict[str, Any]) -> Cell:
    """One thing that a cell has shown, in the best form that a page can bear."""
    if output.get("output_type") == "error":
        return Cell("said", f"{output.get('ename', 'Error')}: {output.get('evalue', '')}")
    found = output.get("data")
    if not isinstance(found, dict):
        return Cell("said", _text(output.get("text")))
    if "<table" in (html := _text(found.get("text/html"))):
        return Cell("table", html)
    for kind in ("image/png", "image/jpeg"):
        if picture := _decoded(_text(found.get(kind), longest=40_000_000)):
            return Cell("picture", data=picture)
    return Cell("said", _text(found.get("text/plain")))


def _text(value: Any, longest: int = LONGEST) -> str:
    """A text that a notebook may hold as a list of lines."""
    lines = value if isinstance(value, list) else [value]
    text = "".join(one for one in lines if isinstance(one, str))
    return _ESCAPES.sub("", text)[:longest]


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""
