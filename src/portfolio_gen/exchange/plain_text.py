"""Texts of other programs as plain text: without HTML, and without characters that nobody sees."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser

LONGEST_LINE = 300
"""Most characters of a title in the school's files."""
LONGEST_PROSE = 20_000
"""Most characters of any text in the school's files."""
LONGEST_LOOK = 4 * LONGEST_PROSE
"""Most characters of a text that are looked at; tags take more room than what they hold."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, marks that turn the direction of writing, and halves of characters."""
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_BREAKS = """
    address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre
    section table tr ul
"""
"""Elements that begin on a new line."""
_INLINE = """
    a abbr audio b base bdi bdo big body button canvas caption center cite code col colgroup del details dfn em embed
    font head html i iframe img input ins kbd label link mark math meta noscript object q s samp small span strike
    strong sub summary sup svg tbody td template tfoot th thead title tt u var video
"""
_SILENT = "script style"
_BREAKING = frozenset(_BREAKS.split())
_SILENCED = frozenset(_SILENT.split())
_TAG = re.compile(
    rf"</?(?:{'|'.join(f'{_BREAKS} {_INLINE} {_SILENT}'.split())})"
    r"(?:\s*/?>|\s[^<>=]*=[^<>]*>|/[^<>]*>)|<!--",
    re.IGNORECASE,
)
"""A tag of HTML, and not `x<y` and `y>z`, which is mathematics."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as plain text, and what became of it on the way."""

    text: str
    had_html: bool = False
    had_hidden: bool = False
    was_cut: bool = False

    @property
    def changed(self) -> str:
        """What is different now, in words; empty when nothing that a reader would miss."""
        parts = (
            (self.had_html, "HTML was turned into plain text"),
            (self.had_hidden, "invisible characters were taken out"),
            (self.was_cut, f"it was cut after {LONGEST_PROSE:,} characters"),
        )
        return ", ".join(words for true, words in parts if true)


def plain(written: str) -> Plain:
    """A text as plain text: lines without blanks around them, and at most one empty line between two."""
    text = _LINE_ENDS.sub("\n", written[:LONGEST_LOOK])
    had_html = _TAG.search(text) is not None
    if had_html:
        text = _without_html(text)
    elif _ENTITY.search(text):
        text = html.unescape(text)
    shown = _HIDDEN.sub("", text)
    lines = [" ".join(line.split()) for line in shown.split("\n")]
    tidy = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()
    was_cut = len(tidy) > LONGEST_PROSE or len(written) > LONGEST_LOOK
    return Plain(
        text=f"{tidy[: LONGEST_PROSE - 1].rstrip()}…" if was_cut else tidy,
        had_html=had_html,
        had_hidden=shown != text,
        was_cut=was_cut,
    )


def in_one_line(text: str) -> str:
    """A text of several lines as one."""
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """The beginning of a text, cut between two words, with an ellipsis where something is missing."""
    line = in_one_line(text)
    if len(line) <= most:
        return line
    whole_words = line[:most].rpartition(" ")[0] or line[: most - 1]
    return f"{whole_words.rstrip(' ,;:.')}…"


def _without_html(text: str) -> str:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return re.sub(r"(\n- [^\n]*)\n\s*(?=\n- )", r"\1", "".join(reader.parts))


class _Reader(HTMLParser):
    """Keeps what a reader of the page would read, and where its links lead."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENCED:
            self.silent += 1
        if tag in _BREAKING:
            self.parts.append("\n- " if tag == "li" else "\n")
        if tag == "a":
            address = dict(attrs).get("href") or ""
            self.links.append(address if address.startswith(("https://", "http://")) else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENCED:
            self.silent = max(0, self.silent - 1)
        if tag in _BREAKING:
            self.parts.append("\n")
        if tag == "a" and self.links and (address := self.links.pop()):
            self.parts.append(f" ({address})")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)
