"""Files that are text: data, programs, captions, notebooks."""

from __future__ import annotations

import json
from typing import Any

from ..request import Request


def text(request: Request) -> bytes:
    """The content as it was written, ended by one line break."""
    if not request.content.strip():
        raise ValueError(f"{request.path}: a {request.kind} needs `content`")
    return (request.content.rstrip() + "\n").encode()


def captions(request: Request) -> bytes:
    """WebVTT, with its heading."""
    body = request.content.strip()
    return ((body if body.startswith("WEBVTT") else f"WEBVTT\n\n{body}") + "\n").encode()


def notebook(request: Request) -> bytes:
    """A Jupyter notebook with its outputs."""
    cells, count = [], 0
    for i, given in enumerate(request.series.get("cells") or []):
        source = str(given.get("markdown") or given.get("code") or "").rstrip().splitlines(keepends=True)
        cell: dict[str, Any] = {"cell_type": "markdown" if "markdown" in given else "code", "id": f"cell-{i + 1}", "metadata": {}, "source": source}
        if "code" in given:
            count += 1
            output = str(given.get("output") or "")
            result = {"name": "stdout", "output_type": "stream", "text": [output + "\n"]}
            if output and "print" not in str(given["code"]):
                result = {"data": {"text/plain": [output]}, "execution_count": count, "metadata": {}, "output_type": "execute_result"}
            cell |= {"execution_count": count, "outputs": [result] if output else []}
        cells.append(cell)
    meta = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python", "version": "3.11"}}
    return (json.dumps({"cells": cells, "metadata": meta, "nbformat": 4, "nbformat_minor": 5}, indent=1, ensure_ascii=False) + "\n").encode()
