"""The documents that are written from the model: the reference of the school format, and JSON Schemas.

    python -m portfolio_gen.read.documents docs

writes `docs/format.md` and `docs/schemas/⟨kind⟩.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from portfolio_gen.read.kinds import KINDS
from portfolio_gen.read.reference import reference
from portfolio_gen.read.schema import schema_of


def write_documents(folder: Path) -> None:
    """Write the reference and all schemas into a folder for documentation."""
    (folder / "schemas").mkdir(parents=True, exist_ok=True)
    _write(folder / "format.md", reference())
    for kind in KINDS:
        schema = json.dumps(schema_of(kind), indent=2, ensure_ascii=False)
        _write(folder / "schemas" / f"{kind.name}.json", f"{schema}\n")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_documents(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
