"""A Markdown page changed in its front matter, in its text, or in both; what stays keeps every byte."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from portfolio_gen.model.speech import sentence
from portfolio_gen.rewrite.keys import CannotChange, Value, changed, values_in

_OPENS = re.compile(r"(\ufeff?\s*)(---[ \t]*\r?\n)")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


class Pieces(NamedTuple):
    """A file taken apart; joined again it is the same file."""

    head: str
    """What opens the front matter; empty when there is none."""
    matter: str
    """The keys; of a file of keys, all of it."""
    tail: str
    """What closes the front matter."""
    body: str


def pieces_of(text: str, *, told: bool) -> Pieces:
    """Take a file apart.

    Args:
        text: all of it.
        told: whether it is a page, with front matter and a text.

    Raises:
        CannotChange: its front matter is never closed.
    """
    if not told:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return Pieces(mark, text.removeprefix(mark), "", "")
    opening = _OPENS.match(text)
    if opening is None:
        return Pieces("", "", "", text)
    closing = _CLOSES.search(text, opening.end())
    if closing is None:
        raise CannotChange(sentence("its front matter is never closed"))
    start, end = closing.span()
    return Pieces(text[: opening.end()], text[opening.end() : start], text[start:end], text[end:])


def values_of(text: str, *, told: bool) -> tuple[dict[str, Value], str]:
    """What a file's keys say, and its text with `\\n` as its line ends.

    Raises:
        CannotChange: it cannot be taken apart.
    """
    pieces = pieces_of(text, told=told)
    return values_in(pieces.matter), _plain_ends(pieces.body)


def rewritten(
    text: str,
    values: Mapping[str, Value],
    body: str | None,
    *,
    told: bool,
    order: Sequence[str] = (),
) -> str:
    """The file with other values and another text; the same, byte for byte, where nothing differs.

    Args:
        text: the file as it is.
        values: key to value, as for `changed`.
        body: the text; None leaves it as it is.
        told: whether it is a page.
        order: all keys that there may be.

    Raises:
        CannotChange: there is no way that would leave everything else as it is.
    """
    pieces = pieces_of(text, told=told)
    line = "\r\n" if "\r\n" in text else "\n"
    matter = changed(pieces.matter, values, order)
    if told and matter and not pieces.head:
        pieces = pieces._replace(head=f"---{line}", tail=f"---{line}")
    new = pieces.body
    if body is not None and _plain_ends(body) != _plain_ends(pieces.body):
        new = _plain_ends(body).replace("\n", line)
    if pieces.tail and matter and not matter.endswith("\n"):
        matter += line
    wanted = pieces._replace(matter=matter, body=new)
    page = "".join(wanted)
    if pieces_of(page, told=told) != wanted:
        raise CannotChange(sentence("what is to be written would end the front matter too early"))
    return page


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
