"""Quotation marks, dashes and dots as a printer sets them, in text that is typed on a keyboard.

Done here, on finished text, because the Markdown parser's own way runs through every text twice.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"""---?|\.\.\.|["']""")
_OPENS_AFTER = frozenset(" \t\n\u00a0([{–—-/“‘")
_ALWAYS = {"---": "—", "--": "–", "...": "…"}


def typeset(text: str, before: str, *, english: bool) -> str:
    """The text with proper marks.

    Args:
        text: without tags; may be escaped for HTML.
        before: the character in front of it, or nothing at the start of a paragraph.
        english: whether straight quotation marks become English ones; other languages set them in ways of their own.
    """
    # Most texts have none, and four words are found much quicker than a pattern.
    if not ('"' in text or "'" in text or "--" in text or "..." in text):
        return text
    out: list[str] = []
    at = 0
    for match in _MARK.finditer(text):
        out.append(text[at : match.start()])
        previous = next((one[-1] for one in reversed(out) if one), before)
        following = text[match.end() : match.end() + 1]
        out.append(_proper(match[0], previous, following, english=english))
        at = match.end()
    return "".join(out) + text[at:]


def _proper(mark: str, previous: str, following: str, *, english: bool) -> str:
    if mark in _ALWAYS:
        return _ALWAYS[mark]
    if not english:
        return mark
    opens = not previous or previous in _OPENS_AFTER
    if mark == '"':
        return "“" if opens else "”"
    return "‘" if opens and following.isalpha() else "’"
