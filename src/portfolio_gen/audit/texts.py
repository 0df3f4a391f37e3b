"""Every text that a school's files hold, with the place where it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.diagnostics import KeyPath, Span
from portfolio_gen.model.noun import Page
from portfolio_gen.model.texts import BODIES, texts_of
from portfolio_gen.model.value import dataclass

COMMENT = "comment"
"""Last key of what stands in a story as an HTML comment."""
_CODE_OR_COMMENT = re.compile(
    r"^(?P<fence>```|~~~).*?(?:^(?P=fence)|\Z)|`[^`\n]*`|^(?: {4}|\t)[^\n]*|<!--(?P<comment>.*?)-->",
    re.DOTALL | re.MULTILINE,
)
"""Whatever begins first: in code, a comment is to be read."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as somebody wrote it."""

    words: str
    span: Span
    keys: KeyPath
    """Where it stands in its file, as in `("media", 0, "caption")`; a body stands under its field's name."""


def texts(page: Page) -> Iterator[Text]:
    """All texts of a file: the values of its keys, its body, and what is commented out in that."""
    for keys, words in texts_of(page):
        body = BODIES.get(str(keys[0])) if len(keys) == 1 else None
        line = getattr(page, body, None) if body else None
        span = Span(page.marks.path, line) if line else page.marks[keys]
        if line and "<!--" in words:
            words, comments = _apart(words)
            yield from (Text(one, span, (*keys, COMMENT)) for one in comments)
        yield Text(words, span, keys)


def _apart(story: str) -> tuple[str, tuple[str, ...]]:
    """A story as readers see it, and the comments that they do not see."""
    comments = (match["comment"] for match in _CODE_OR_COMMENT.finditer(story))
    seen = _CODE_OR_COMMENT.sub(lambda match: match[0] if match["comment"] is None else " ", story)
    return seen, tuple(one for one in comments if one)
