"""Plain stories, as most are: paragraphs, headings, lists, quotations, emphasis and links, laid out at once.

What comes is what the Markdown parser and the cleaner make of such a text, to the letter, in a tenth of their time.
Only what is certain is done here; a text with a sign of anything else is left to those two, whole. Nothing written by
anybody can become a tag or an attribute: `<` and `&` are such signs, and so is an address with more than a few letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGN = re.compile(
    r"[`\\<&|_\t\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
"""Signs of code, tags and tables, and every space but the usual one, for the parser takes some of them away."""
_SIGNS = ("![", "[^", "]:", "  \n", "\n ")
"""Signs of pictures, footnotes, definitions, line breaks, and of what is part of a list's item."""
_HEADING = re.compile(r"^(#{1,6})([^#\n]+)$", re.MULTILINE)
_BULLET = re.compile(r"^[-*+] +", re.MULTILINE)
_NUMBER = re.compile(r"^\d+\. +", re.MULTILINE)
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_BEGINS = re.compile(r"[-*+] |\d+\. |https?://")
"""How lists begin, and links that stand alone, which may lead to films."""
_PARTS = re.compile(r"\n(?:[#>=:~ ]|[-*+= ]*$)", re.MULTILINE)
"""Lines that are no part of the paragraph around them."""
_LINK = re.compile(
    r"\[([^\[\]*]+)\]\("
    r"((?:https?://(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?=[/?#)])|[A-Za-z0-9.#])[A-Za-z0-9./?=#%+,@~-]*)\)"
)
_EMPHASIS = re.compile(r"\*(\*?)(?![\s*])([^*]*[^\s*])\*\1(?!\*)")


class _NotPlain(Exception):
    """There is something in the text that only the parser can tell."""


def laid_out(text: str) -> str:
    """Clean HTML of a plain story; empty for any other, and for one that says nothing."""
    if _SIGN.search(text) or text.startswith(" ") or any(one in text for one in _SIGNS):
        return ""
    try:
        return _joined(_blocks(text))
    except _NotPlain:
        return ""


def _joined(blocks: Iterator[tuple[str, str]]) -> str:
    before, out = "p", []
    for tag, html in blocks:
        if tag == before != "p":
            raise _NotPlain  # the parser makes one list, or one quotation, of two
        out.append(html)
        before = "p" if tag.startswith("h") else tag
    return "\n".join(out)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The element that each block becomes, and its HTML."""
    for part in filter(None, (one.strip("\n") for one in text.split("\n\n"))):
        at = 0
        for heading in _HEADING.finditer(part) if "#" in part else ():
            if at < heading.start():
                yield _block(part[at : heading.start() - 1])
            yield _heading(len(heading[1]), heading[2].strip())
            at = heading.end() + 1
        if at < len(part):
            yield _block(part[at:])


def _heading(level: int, words: str) -> tuple[str, str]:
    if not words:
        raise _NotPlain
    return f"h{level}", f"<h{level}>{_marked(words)}</h{level}>"


def _block(text: str) -> tuple[str, str]:
    if _BULLET.match(text):
        return "ul", _list("ul", _BULLET.split(text))
    if text.startswith("1. "):
        return "ol", _list("ol", _NUMBER.split(text))
    if text.startswith(">"):
        return "blockquote", f"<blockquote>\n<p>{_paragraph(_unquoted(text))}</p>\n</blockquote>"
    return "p", f"<p>{_paragraph(text)}</p>"


def _list(tag: str, items: list[str]) -> str:
    """A list of what was split at its marks; nothing stands before the first."""
    words = (_paragraph(one.removesuffix("\n")) for one in items[1:])
    lines = "".join(f"<li>{one}</li>\n" for one in words)
    return f"<{tag}>\n{lines}</{tag}>"


def _unquoted(text: str) -> str:
    words, lines = _QUOTED.subn("", text)
    if lines <= text.count("\n"):
        raise _NotPlain
    return words


def _paragraph(text: str) -> str:
    if _BEGINS.match(text) or _PARTS.search(f"\n{text}"):
        raise _NotPlain
    return _marked(text)


def _marked(text: str) -> str:
    """A text with its links and emphasis."""
    text = text.replace(">", "&gt;")
    if "[" in text:
        text = _LINK.sub(r'<a href="\2">\1</a>', text)
    if "*" in text:
        text = _EMPHASIS.sub(_emphasised, text)
    if "[" in text or "*" in text:
        raise _NotPlain
    return text


def _emphasised(match: re.Match[str]) -> str:
    tag = "strong" if match[1] else "em"
    return f"<{tag}>{match[2]}</{tag}>"
