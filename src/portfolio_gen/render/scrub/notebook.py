"""Jupyter notebooks: what the program needs to open them stays, what it noted about people and machines goes."""

from __future__ import annotations

import json
from typing import Any

_KEPT = frozenset({"kernelspec", "language_info"})


def scrub_notebook(data: bytes) -> bytes:
    """The same notebook, its metadata reduced to the language that it is written in."""
    notebook: dict[str, Any] = json.loads(data.decode("utf-8-sig"))
    about = notebook.get("metadata", {})
    notebook["metadata"] = {key: about[key] for key in sorted(_KEPT & about.keys())}
    for cell in notebook.get("cells", []):
        cell["metadata"] = {}
        for output in cell.get("outputs", []):
            if "metadata" in output:
                output["metadata"] = {}
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode() + b"\n"
