"""A Markdown page taken apart: the YAML between two lines `---`, and the text below."""

from __future__ import annotations

import re
from typing import NamedTuple

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.tell import tell
from portfolio_gen.read.rules import NO_FRONT_MATTER, UNCLOSED_FRONT_MATTER

_OPENS = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


class Parts(NamedTuple):
    """The two parts of a page, each with the line of the file on which it begins."""

    matter: str
    matter_line: int
    body: str
    body_line: int


def take_apart(
    text: str, path: str, *, needed: bool
) -> tuple[Parts | None, tuple[Diagnostic, ...]]:
    """Part the front matter from the body.

    Args:
        text: the page, with `\\n` as line ending; blank lines may stand before the front matter.
        path: the file's path as diagnostics show it.
        needed: whether a page without front matter is an error, or just a body.
    """
    lead = len(text) - len(text.lstrip())
    lead = text.rfind("\n", 0, lead) + 1
    opening = _OPENS.match(text, lead)
    if opening is None:
        return (None, (_missing(path),)) if needed else (Parts("", 1, text, 1), ())
    closing = _CLOSES.search(text, opening.end())
    if closing is None:
        line = _line_of(text, lead)
        message = tell("the front matter that opens here is never closed")
        hint = tell("write a line `---` between it and the text of the page")
        span = Span(path, line, 1, line, 4)
        return None, (Diagnostic(UNCLOSED_FRONT_MATTER, span, message, hint),)
    return (
        Parts(
            text[opening.end() : closing.start()],
            _line_of(text, opening.end()),
            text[closing.end() :],
            _line_of(text, closing.end()),
        ),
        (),
    )


def _missing(path: str) -> Diagnostic:
    return Diagnostic(
        NO_FRONT_MATTER,
        Span(path, 1, 1),
        tell("this page does not begin with its front matter"),
        tell("begin it with a line `---`, keys such as `title: …`, and another line `---`"),
    )


def _line_of(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
