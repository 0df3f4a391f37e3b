"""Every text that a noun holds, with the keys under which it stands in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from portfolio_gen.diagnostics import KeyPath, Marks
from portfolio_gen.model.noun import GIVEN

BODIES = {"narrative": "narrative_line", "text": "text_line"}
"""Fields that hold the body of a Markdown file, and those that tell the line on which it begins."""


def texts_of(noun: Any) -> Iterator[tuple[KeyPath, str]]:
    """All texts that are not empty: the values of its keys, and its body under the name of its field."""
    yield from _values(noun, ())
    for body in BODIES:
        if story := getattr(noun, body, None):
            yield (body,), story


def _values(value: Any, at: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        if value.strip():
            yield at, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _values(one, (*at, key))
    elif isinstance(value, tuple | list | frozenset):
        for place, one in enumerate(value):
            yield from _values(one, (*at, place))
    elif is_dataclass(value) and not isinstance(value, Marks):
        for field in fields(value):
            if GIVEN not in field.metadata:
                yield from _values(getattr(value, field.name), (*at, field.name))
