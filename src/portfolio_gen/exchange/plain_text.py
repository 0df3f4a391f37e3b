"""Texts of other programs as plain text: without HTML, and without characters that nobody sees."""

from __future__ import annotations

import html
import re

from portfolio_gen.model.speech import Figure, Sentence, strung
from portfolio_gen.model.tell import COMMA, tell, to_tell
from portfolio_gen.model.value import dataclass

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
_BREAKING = frozenset(_BREAKS.split())
_SILENT = ("script", "style")
"""Elements whose text nobody reads."""
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>{'|'.join((*_BREAKS.split(), *_INLINE.split(), *_SILENT))})"
    r"(?P<rest>\s*/?>|\s[^<>=]*=[^<>]*>|/[^<>]*>)",
    re.IGNORECASE,
)
"""A tag of HTML, and not `x<y` and `y>z`, which is mathematics."""
_ADDRESS = re.compile(r"""\shref\s*=\s*["']?(https?://[^\s"'<>]+)""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as plain text, and what became of it on the way."""

    text: str
    had_html: bool = False
    had_hidden: bool = False
    was_cut: bool = False

    @property
    def changed(self) -> Sentence:
        """What is different now, in words; empty when nothing that a reader would miss."""
        parts = (
            (self.had_html, to_tell("HTML was turned into plain text")),
            (self.had_hidden, to_tell("invisible characters were taken out")),
            (self.was_cut, to_tell("it was cut after %(most)s characters")),
        )
        most = {"most": Figure(LONGEST_PROSE)}
        said = (tell(words, **(most if "most" in words else {})) for true, words in parts if true)
        return strung(said, COMMA)


def plain(written: str) -> Plain:
    """A text as plain text: lines without blanks around them, and at most one empty line between two."""
    text = _LINE_ENDS.sub("\n", written[:LONGEST_LOOK])
    had_html = "<!--" in text or _TAG.search(text) is not None
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
    """What a reader of the page would read, and where its links lead.

    Each step goes through the text once: Python's own reader of HTML takes minutes for some texts of this length.
    """
    text = without_stretches(text, "<!--", "-->")
    for name in _SILENT:
        text = without_stretches(text, f"<{name}", f"</{name}>")
    waiting: list[str] = []
    shown = _TAG.sub(lambda tag: _instead_of(tag, waiting), text)
    return re.sub(r"(\n- [^\n]*)\n[ \n]*(?=\n- )", r"\1", html.unescape(shown))


def without_stretches(text: str, begin: str, end: str) -> str:
    """A text without what stands between two signs; what is not ended goes to the end."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    parts, at = [], 0
    while (start := lowered.find(begin, at)) >= 0:
        parts.append(text[at:start])
        stop = lowered.find(end, start + len(begin))
        at = len(text) if stop < 0 else stop + len(end)
    return "".join((*parts, text[at:]))


def _instead_of(tag: re.Match[str], waiting: list[str]) -> str:
    """What stands for a tag in plain text; addresses wait for the end of their link."""
    name = tag["name"].lower()
    if name == "a":
        if tag["end"]:
            address = waiting.pop() if waiting else ""
            return f" ({address})" if address else ""
        found = _ADDRESS.match(tag["rest"])
        waiting.append(html.unescape(found[1]) if found else "")
    if name not in _BREAKING:
        return ""
    return "\n- " if name == "li" and not tag["end"] else "\n"
