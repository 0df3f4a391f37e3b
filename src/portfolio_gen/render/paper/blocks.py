"""A story's clean HTML as paragraphs, headings, lists, tables, emphasis and links: all that paper can hold of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any, TypeAlias

Run: TypeAlias = dict[str, Any]
"""Some text (`t`), whether it is strong (`b`) or stressed (`i`), and where it leads (`u`)."""
Block: TypeAlias = dict[str, Any]

_SPACE = re.compile(r"\s+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LINES = {"p", "figcaption", "dt", "dd", "summary", "caption", *_HEADINGS}
_STRONG, _STRESSED = {"b", "strong", "dt"}, {"i", "em", "cite", "dfn"}
_UNSEEN = {"script", "style", "template"}
_WITHIN = {"li": "list", "tr": "table", "td": "tr", "th": "tr"}
"""Parts, and what they are parts of."""


def blocks_of(html: str, lead: Callable[[str], str]) -> list[Block]:
    """The blocks of a story.

    Args:
        html: clean, as it stands on the page.
        lead: what an address on the page is on paper; empty where it leads nowhere.
    """
    reader = _Reader(lead)
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.whole


class _Reader(HTMLParser):
    """Collects runs into lines, lines into blocks, and blocks into lists and tables."""

    def __init__(self, lead: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.lead = lead
        self.whole: list[Block] = []
        self.open: list[tuple[str, list[Any]]] = [("story", self.whole)]
        self.runs: list[Run] = []
        self.heading = 0
        self.strong = self.stressed = self.unseen = 0
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a list, a table, or a part of a line."""
        told = dict(attrs)
        self.strong += tag in _STRONG
        self.stressed += tag in _STRESSED
        self.unseen += tag in _UNSEEN
        if tag in _LINES or tag in ("ul", "ol", "table", "blockquote", "pre", "div", *_WITHIN):
            self.end_line()
        if tag in _HEADINGS:
            self.heading = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self._begin("list", {"kind": "list", "ordered": tag == "ol", "items": []}, "items")
        elif tag == "table":
            self._begin("table", {"kind": "table", "rows": []}, "rows")
        elif tag in _WITHIN:
            self._part(tag)
        elif tag == "a":
            back = "footnote-backref" in (told.get("class") or "")
            self.unseen += back
            self.links.append("back" if back else self.lead(told.get("href") or ""))
        elif tag == "img":
            self.handle_data(told.get("alt") or "")
        elif tag == "br":
            self.runs.append(self._run("\n"))

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag in _LINES or tag in ("blockquote", "pre", "div"):
            self.end_line()
        if tag in ("ul", "ol", "table", *_WITHIN):
            self.end_line()
            if len(self.open) > 1:
                self.open.pop()
        if tag == "a" and self.links:
            self.unseen -= self.links.pop() == "back"
        self.strong -= tag in _STRONG and self.strong > 0
        self.stressed -= tag in _STRESSED and self.stressed > 0
        self.unseen -= tag in _UNSEEN and self.unseen > 0

    def handle_data(self, data: str) -> None:
        """Add text to the line."""
        if data and not self.unseen:
            self.runs.append(self._run(_SPACE.sub(" ", data)))

    def end_line(self) -> None:
        """What has been collected becomes a paragraph, or a heading."""
        runs, self.runs = _trimmed(self.runs), []
        level, self.heading = self.heading, 0
        if runs:
            kind = {"kind": "heading", "level": level} if level else {"kind": "paragraph"}
            self.open[-1][1].append({**kind, "runs": runs})

    def _begin(self, kind: str, block: Block, inside: str) -> None:
        self.open[-1][1].append(block)
        self.open.append((kind, block[inside]))

    def _part(self, tag: str) -> None:
        """Begin an item, a row or a cell; outside of what it belongs to, it is nothing of its own."""
        around, held = self.open[-1]
        inside: list[Any] = held
        if around == _WITHIN[tag]:
            inside = []
            held.append(inside)
        self.open.append((tag, inside))

    def _run(self, text: str) -> Run:
        led = self.links[-1] if self.links else ""
        return {"t": text, "b": self.strong > 0, "i": self.stressed > 0, "u": led}


def _trimmed(runs: list[Run]) -> list[Run]:
    """A line without blanks at its ends and without two in a row."""
    kept: list[Run] = []
    blank = True
    for one in runs:
        text = one["t"].lstrip(" ") if blank else one["t"]
        if text:
            kept.append({**one, "t": text})
            blank = text[-1] in " \n"
    while kept and not kept[-1]["t"].strip():
        kept.pop()
    if kept:
        kept[-1] = {**kept[-1], "t": kept[-1]["t"].rstrip()}
    return kept
