"""Words in two languages on their way through templates: marked as pairs, and laid out once a page is finished.

Templates know nothing of it: a sentence in two languages is one text with signs in it that nobody writes (Unicode's
private use area). On the finished page a pair becomes the first language with the second beside it, marked up as such;
where markup cannot stand, as in attributes, the first alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

OPEN, CHOICE, BETWEEN, CLOSE = "\ue0f0", "\ue0f1", "\ue0f2", "\ue0f3"
_ALL = f"{OPEN}{CHOICE}{BETWEEN}{CLOSE}"
_SIGNS = re.compile(f"[{_ALL}]")
_INNERMOST = re.compile(f"[{OPEN}{CHOICE}]([^{_ALL}]*){BETWEEN}([^{_ALL}]*){CLOSE}")
_BARE = re.compile(r"<(script|style|title|textarea|option)\b.*?</\1\s*>|<[^>]*>", re.S)
"""What can hold no markup: tags with their attributes, and elements that hold text alone."""
_IDS = re.compile(r'\s(?:id|aria-labelledby|aria-describedby)="[^"]*"')


def pair(first: str, second: str) -> str:
    """Words that are shown in both languages."""
    return first if first == second else f"{OPEN}{first}{BETWEEN}{second}{CLOSE}"


def choice(first: str, second: str) -> str:
    """What is shown in one language only: in that of the sentence that it stands in."""
    return first if first == second else f"{CHOICE}{first}{BETWEEN}{second}{CLOSE}"


def alone(text: str, place: int = 0) -> str:
    """A text in the first language (`place` 0) or in the second (1)."""
    if not any(sign in text for sign in _ALL):
        return text  # as in every school with one language
    while _INNERMOST.search(text):
        text = _INNERMOST.sub(lambda found: found[place + 1], text)
    return _SIGNS.sub("", text)


def side_by_side(page: str, beside: Callable[[str], str]) -> str:
    """A finished page with both languages.

    Args:
        page: its HTML.
        beside: what becomes of words in the second language.
    """
    if not any(sign in page for sign in _ALL):
        return page
    plain = _BARE.sub(lambda found: alone(found[0]), page)
    out, at = [], 0
    for start, end in _outermost(plain):
        words = plain[start:end]
        second = beside(_IDS.sub("", alone(words, 1))) if words[0] == OPEN else ""
        out += [plain[at:start], alone(words), second]
        at = end
    return _SIGNS.sub("", "".join((*out, plain[at:])))


def _outermost(text: str) -> Iterator[tuple[int, int]]:
    """Where pairs that stand in no other begin and end."""
    depth = start = 0
    for sign in _SIGNS.finditer(text):
        if sign[0] in (OPEN, CHOICE):
            start = start if depth else sign.start()
            depth += 1
        elif sign[0] == CLOSE and depth:
            depth -= 1
            if not depth:
                yield start, sign.end()
