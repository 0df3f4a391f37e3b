"""Every text that a school's files hold, with the place where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio_gen.diagnostics import KeyPath, Span
from portfolio_gen.model.noun import Page
from portfolio_gen.model.texts import BODIES, texts_of


@dataclass(frozen=True, slots=True)
class Text:
    """A text as somebody wrote it."""

    words: str
    span: Span
    keys: KeyPath
    """Where it stands in its file, as in `("media", 0, "caption")`; a body stands under its field's name."""


def texts(page: Page) -> Iterator[Text]:
    """All texts of a file: the values of its keys, and its body."""
    for keys, words in texts_of(page):
        body = BODIES.get(str(keys[0])) if len(keys) == 1 else None
        line = getattr(page, body, None) if body else None
        span = Span(page.marks.path, line) if line else page.marks[keys]
        yield Text(words, span, keys)
