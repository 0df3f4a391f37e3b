"""What other programs have, read with what this program reads with: the same YAML, the same signatures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.exchange.works import CannotImport, Haul, import_markdown
from portfolio_gen.read.tree import plain
from portfolio_gen.read.yaml import grow
from portfolio_gen.receiving.homes import Home

Receive = Callable[[Path, str, Home], Haul]
"""Makes something of a file or folder, given its path, the path as people are shown it, and whom it is for."""


def receive_markdown(path: Path, shown: str, home: Home) -> Haul:
    """Everything in a folder of Markdown."""
    return _or_refused(
        lambda: import_markdown(path, shown=shown, parse=parse, room=home.room), shown
    )


def parse(text: str) -> Mapping[str, Any]:
    """Keys in YAML, every value as it was written.

    Raises:
        ValueError: they cannot be read, or something in them means nothing; the message says what.
    """
    tree, found = grow(text, "")
    if tree is None or found:
        first = found[0] if found else None
        raise ValueError(f"line {first.span.line + 1}: {first.message}" if first else "")
    keys = plain(tree.root)
    return keys if isinstance(keys, dict) else {}


def _or_refused(make: Callable[[], Haul], shown: str) -> Haul:
    """What was made, or why nothing can be."""
    try:
        return make()
    except CannotImport as problem:
        said = Diagnostic(problem.rule, Span(shown), str(problem), problem.hint)
        return Haul(found=(said,))
