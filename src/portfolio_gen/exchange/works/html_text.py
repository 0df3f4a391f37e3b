"""HTML of other programs as Markdown: what has a sign there gets it, of everything else the words stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from portfolio_gen.exchange.plain_text import without_stretches

LONGEST = 400_000
"""Most characters of HTML that are turned into Markdown at once; more would take long."""
_DEEPEST = 40
_SIGNS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"}
_HEADINGS = {f"h{number}": "#" * number for number in range(1, 7)}
_OPENING = """
    p div section article header footer main aside figure figcaption center address form fieldset dl dt dd details
    summary caption
"""
_BLOCKS = frozenset(_OPENING.split())
_UNSEEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
"""What no reader of a page sees."""
_DECLARATION = re.compile(
    r"<![a-z][^<>]{0,500}>|</?(?:script|style)\b[^<>]{0,4000}>?", re.IGNORECASE
)
_NO_TAG = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,4000}>)")
"""A sign that begins no tag; Python's reader would look through all of the rest for its end, each time."""
_AS_HTML = frozenset({"sup", "sub", "u", "kbd", "mark", "small"})
"""Elements that Markdown has no sign for, and that a story may hold as they are."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_BEGINS = re.compile(
    r"^(\s*\d*)(?<=\d)([.)])(?=\s)|^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|>)", re.MULTILINE
)

Picture = Callable[[str, str], str]
"""Address and alt text of a picture to the Markdown that stands for it."""


def to_markdown(html: str, picture: Picture | None = None) -> str:
    """The Markdown that says what a piece of HTML says.

    Args:
        html: sound or not; nothing of its words is left out but scripts and styles.
        picture: what to write for a picture; Markdown with the same address by default.
    """
    writer = _Writer(picture or plain_picture)
    writer.feed(_tame(html[:LONGEST]))
    writer.close()
    rest = html[LONGEST:]
    text = writer.text()
    return f"{text}\n\n{escape(rest)}\n" if rest else text


def _tame(html: str) -> str:
    """The same HTML without what makes reading it slow, or lets words vanish."""
    for begin, end in _UNSEEN:
        if end in html.lower():
            html = without_stretches(html, begin, end)
    return _NO_TAG.sub("&lt;", _DECLARATION.sub("", html))


def plain_picture(address: str, alt: str) -> str:
    """A picture in Markdown."""
    return f"![{_one_line(alt)}]({_address(address)})"


def escaped(text: str) -> str:
    """A text that means itself in Markdown."""
    return _BEGINS.sub(
        lambda one: f"{one[1] or one[3] or ''}\\{one[2] or one[4]}", _SPECIAL.sub(r"\\\1", text)
    )


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _address(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()]", address) else address


class _Writer(HTMLParser):
    """One walk through a piece of HTML."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(convert_charrefs=True)
        self.picture = picture
        self.blocks: list[str] = []
        self.line: list[str] = []
        self.lists: list[tuple[str, int]] = []
        self.links: list[tuple[str, int]] = []
        self.quotes = self.code = 0
        self.listing = False
        """Whether a stretch of code is open within a line."""
        self.mark = ""
        self.table: list[list[str]] | None = None

    def text(self) -> str:
        """What was written so far."""
        self._end_table()
        self._flush()
        return "\n\n".join(self.blocks).strip() + "\n" if self.blocks else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        given = {name: value or "" for name, value in attrs}
        if tag in _SIGNS:
            self.line.append(_SIGNS[tag])
        elif tag in _AS_HTML:
            self.line.append(f"<{tag}>")
        elif tag in _HEADINGS:
            self._flush()
            self.mark = f"{_HEADINGS[tag]} "
        elif tag == "br":
            self.line.append("\\\n" if not self.code else "\n")
        elif tag == "hr":
            self._flush()
            self.blocks.append("***")
        elif tag in {"img", "iframe", "embed", "video", "audio", "source", "object"}:
            self._media(tag, given)
        elif tag == "a":
            self._target(given.get("id") or given.get("name", ""))
            self.links.append((given.get("href", ""), len(self.line)))
        elif tag in {"code", "tt"} and not self.code:
            self._toggle_listing()
        else:
            self._start_block(tag, given)

    def _start_block(self, tag: str, given: dict[str, str]) -> None:
        if tag in {"ul", "ol"}:
            self._flush()
            self.lists = [*self.lists, (tag, 0)][:_DEEPEST]
        elif tag == "li":
            self._flush()
            self._begin_item()
            self._target(given.get("id", ""))
        elif tag == "blockquote":
            self._flush()
            self.quotes = min(self.quotes + 1, _DEEPEST)
        elif tag == "pre":
            self._flush()
            self.code += 1
        elif tag == "table":
            self._flush()
            self.table = []
        elif tag == "tr":
            self._flush()
            self.table = self.table if self.table is not None else []
            self.table.append([])
        elif tag in {"td", "th"} or (tag in _BLOCKS and not self._just_begun):
            self._flush()

    @property
    def _just_begun(self) -> bool:
        """Whether an item has begun, and nothing but a place for links stands in it yet."""
        return bool(self.mark) and all(one.startswith("<span id=") for one in self.line)

    def _target(self, name: str) -> None:
        """A place that links lead to."""
        if name:
            self.line.append(f'<span id="{escape(name)}"></span>')

    def _toggle_listing(self) -> None:
        self.listing = not self.listing
        self.line.append("`")

    def _begin_item(self) -> None:
        kind, number = self.lists[-1] if self.lists else ("ul", 0)
        if self.lists:
            self.lists[-1] = (kind, number + 1)
        self.mark = f"{number + 1}. " if kind == "ol" else "- "

    def _media(self, tag: str, given: dict[str, str]) -> None:
        address = given.get("src") or given.get("data", "")
        if tag == "img":
            self.line.append(self.picture(address, given.get("alt", "")))
        elif address:
            name = _one_line(given.get("title", "")) or _one_line(address)
            self.line.append(f"[{name}]({_address(address)})")

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag in _SIGNS:
            self._end_sign(_SIGNS[tag])
        elif tag in _AS_HTML:
            self.line.append(f"</{tag}>")
        elif tag == "a" and self.links:
            self._end_link(*self.links.pop())
        elif tag in {"code", "tt"} and not self.code:
            self._toggle_listing()
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag == "table":
            self._end_table()
        elif tag == "pre" and self.code:
            self._end_code()
        else:
            self._end_block(tag)

    def _end_block(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self.lists:
            self._flush()
            self.lists.pop()
        elif tag == "blockquote" and self.quotes:
            self._flush()
            self.quotes -= 1
        elif tag in _BLOCKS or tag in _HEADINGS or tag == "li":
            self._flush()

    def _end_sign(self, sign: str) -> None:
        """Close an emphasis; blanks at its end stand behind the sign, or it would mean nothing."""
        last = self.line[-1] if self.line else ""
        if last == sign:
            self.line.pop()
            return
        bare = last.rstrip()
        if bare and bare != last:
            self.line[-1:] = [bare, sign, " "]
        else:
            self.line.append(sign)

    def _end_link(self, address: str, at: int) -> None:
        words = "".join(self.line[at:]).strip()
        if address and words and "\n\n" not in words:
            self.line[at:] = [f"[{words}]({_address(address)})"]
        elif address:
            self.line[at:] = [words, f" <{address}>" if "://" in address else f" ({address})"]

    def _end_cell(self) -> None:
        words = " ".join("".join(self.line).split()).replace("|", "\\|")
        self.line = []
        if self.table:
            self.table[-1].append(words)
        elif words:
            self.blocks.append(words)

    def _end_table(self) -> None:
        rows = [row for row in self.table or () if row]
        self.table = None
        if rows:
            wide = max(map(len, rows))
            full = [row + [""] * (wide - len(row)) for row in rows]
            lines = [f"| {' | '.join(row)} |" for row in full]
            lines.insert(1, f"|{' --- |' * wide}")
            self._put("\n".join(lines))

    def _end_code(self) -> None:
        self.code -= 1
        listing = "".join(self.line).strip("\n")
        self.line = []
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", listing)), default=0))
        self._put(f"{fence}\n{listing}\n{fence}")

    def handle_data(self, data: str) -> None:
        """Words."""
        if self.code:
            self.line.append(data)
        elif data.strip() or self.line:
            words = re.sub(r"\s+", " ", data)
            self.line.append(words if self.listing else escaped(words))

    def _flush(self) -> None:
        """End the paragraph that is open."""
        if self.table:
            # What stands between two cells belongs to the cell that is open.
            if self.line:
                self.line.append(" ")
            return
        words = "".join(self.line).strip().removesuffix("\\")
        self.line = []
        if words:
            self._put(words)

    def _put(self, words: str) -> None:
        mark, self.mark = self.mark, ""
        indent = "    " * max(0, len(self.lists) - 1)
        if not mark and self.lists:
            indent += "    "
        first, *others = words.split("\n")
        inner = indent + (" " * 4 if mark and self.lists else "")
        lines = [f"{indent}{mark}{first}", *(f"{inner}{one}" if one else "" for one in others)]
        quote = "> " * self.quotes
        block = "\n".join(f"{quote}{one}".rstrip() for one in lines)
        if mark and self.lists and self.blocks and re.match(r" *(?:-|\d+\.) ", self.blocks[-1]):
            self.blocks[-1] += f"\n{block}"
        else:
            self.blocks.append(block)
