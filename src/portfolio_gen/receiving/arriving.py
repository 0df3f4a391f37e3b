"""What other programs have, read with what this program reads with: the same YAML, the same signatures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.exchange.works import (
    CannotImport,
    Haul,
    import_leap2a,
    import_markdown,
    import_resume,
)
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


def receive_word(path: Path, shown: str, home: Home) -> Haul:
    """A Word document."""
    # Who imports nothing from Word should not wait for its reader.
    from portfolio_gen.exchange.works.word import import_word

    return _or_refused(lambda: import_word(path, shown=shown, room=home.room), shown)


def receive_leap2a(path: Path, shown: str, home: Home) -> Haul:
    """A Leap2A export."""
    return _or_refused(lambda: import_leap2a(path, shown=shown, room=home.room), shown)


def receive_resume(path: Path, shown: str, home: Home) -> Haul:
    """A JSON Résumé."""
    return _or_refused(lambda: import_resume(path, shown=shown, room=home.room), shown)


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
        said = Diagnostic(problem.rule, Span(shown), problem.message, problem.hint)
        return Haul(found=(said,))
