"""Every text that a school's files hold, with the place where it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from portfolio_gen.diagnostics import KeyPath, Marks, Span
from portfolio_gen.model.noun import GIVEN, Page

_BODIES = {"narrative": "narrative_line", "text": "text_line"}
"""Fields that hold the body of a Markdown file, and those that tell the line on which it begins."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as somebody wrote it."""

    words: str
    span: Span
    keys: KeyPath
    """Where it stands in its file, as in `("media", 0, "caption")`; a body stands under its field's name."""


def texts(page: Page) -> Iterator[Text]:
    """All texts of a file: the values of its keys, and its body."""
    for keys, words in _values(page, ()):
        yield Text(words, page.marks[keys], keys)
    for body, line in _BODIES.items():
        if story := getattr(page, body, None):
            yield Text(story, Span(page.marks.path, getattr(page, line)), (body,))


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
        for one in fields(value):
            if GIVEN not in one.metadata:
                yield from _values(getattr(value, one.name), (*at, one.name))
