"""JSON Schemas of the school format, laid into a school's folder for the editors that its people use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from portfolio_gen.read.kinds import KINDS
from portfolio_gen.read.schema import schema_of
from portfolio_gen.start.wiring import SCHEMAS


@cache
def schemas() -> Mapping[str, dict[str, Any]]:
    """Name of each kind of file to its JSON Schema (draft 7)."""
    return {one.name: schema_of(one) for one in KINDS}


def lay_out_schemas(school: Path) -> bool:
    """Write the schemas into a school, where they are missing or those of another version of the program.

    Returns:
        Whether anything was written.

    Raises:
        OSError: it cannot be written there.
    """
    folder = school / SCHEMAS
    texts = {
        folder / f"{name}.json": json.dumps(one, indent=2, ensure_ascii=False) + "\n"
        for name, one in schemas().items()
    }
    stale = {path: text for path, text in texts.items() if not _holds(path, text)}
    if stale:
        folder.mkdir(exist_ok=True)
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return bool(stale)


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
