"""Jupyter notebooks: what the program needs to open them stays, what it noted about people and machines goes."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any

from portfolio_gen.render.scrub.jpeg import without_metadata

_KEPT = frozenset({"kernelspec", "language_info"})
_HOME = re.compile(r"(?:/Users|/home|[A-Za-z]:\\{1,2}Users)[/\\]{1,2}[^/\\\s\"':;,<>|]+")
"""The folder of whoever ran it, which has their name."""


def scrub_notebook(data: bytes) -> bytes:
    """The same notebook, its metadata reduced to the language that it is written in, and nobody's folders named."""
    notebook: dict[str, Any] = json.loads(data.decode("utf-8-sig"))
    about = notebook.get("metadata", {})
    notebook["metadata"] = {key: about[key] for key in sorted(_KEPT & about.keys())}
    for cell in notebook.get("cells", []):
        cell["metadata"] = {}
        cell.pop("attachments", None)
        for output in cell.get("outputs", []):
            _clean(output)
    text = json.dumps(_homeless(notebook), ensure_ascii=False, indent=1)
    return text.encode("utf-8", "surrogatepass") + b"\n"


def _clean(output: dict[str, Any]) -> None:
    """What a cell has shown, without where it ran and what its pictures say."""
    if "metadata" in output:
        output["metadata"] = {}
    if "traceback" in output:
        output["traceback"] = []
    shown = output.get("data", {})
    for kind in ("image/png", "image/jpeg"):
        if kind in shown:
            shown[kind] = _plain_picture(shown[kind])


def _plain_picture(told: Any) -> str:
    text = "".join(told) if isinstance(told, list) else str(told)
    try:
        return base64.b64encode(without_metadata(base64.b64decode(text))).decode()
    except (binascii.Error, ValueError):
        return ""


def _homeless(value: Any) -> Any:
    """All texts of a value with `~` for whoever's folder."""
    if isinstance(value, str):
        return _HOME.sub("~", value)
    if isinstance(value, list):
        return [_homeless(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _homeless(one) for key, one in value.items()}
    return value
