"""Cleaned HTML fitted into a page: headings in order, ids of their own, files and links where they really are.

`markdown.cleaned` gives HTML as the cleaner writes it: tags in small letters, attributes in double quotes, every
`<` and `>` in texts and values escaped. So one regular expression takes it apart exactly.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from markupsafe import Markup, escape

from portfolio_gen.render.place import Place, Placed, Section
from portfolio_gen.render.typography import typeset

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [^\s="<>]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([^\s="<>]+)="([^"]*)"')
_HEADING = re.compile(r"<h([1-6])[ >]")
_ALONE = re.compile(r'<p>\s*<img((?: [^\s="<>]+="[^"]*")*)>\s*</p>')
_HEAD_OF_NOTHING = re.compile(r"<th([^<>]*)>\s*</th>")
_LONGEST_HOST = 300
"""Characters of an address in which its host stands."""
_NOT_A_WORD = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
_LONGEST_SLUG = 500
"""Characters of a heading of which its id is made; entities may pile up accents on one letter there."""
_APART = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "td", "th"),
        *("pre", "blockquote", "figcaption", "div", "br"),
    }
)
"""Elements whose ends part words."""
_AS_THEY_ARE = frozenset({"p", "em", "strong", "li", "ul", "ol", "blockquote"})
"""Elements that stand on the page as they were written, if they have no attributes; by far the most."""
_VERBATIM = frozenset({"code", "pre", "kbd", "samp", "var"})
"""Elements in which every sign means itself."""
_ABSOLUTE = re.compile(r"//|https?:|mailto:", re.IGNORECASE)


def fit(clean: str, place: Place) -> Placed:
    """Fit cleaned HTML into a page."""
    clean = _HEAD_OF_NOTHING.sub(r"<td\1></td>", clean)  # a corner of a table heads no column
    found = sorted({int(one) for one in _HEADING.findall(clean)})
    levels = {f"h{one}": f"h{min(place.top + depth, 6)}" for depth, one in enumerate(found)}
    fitting = _Fitting(place, levels)
    at = 0
    for alone in _ALONE.finditer(clean):
        fitting.walk(clean[at : alone.start()])
        fitting.show(
            _attributes(alone[1]).get("src", ""), _attributes(alone[1]).get("alt", ""), alone=True
        )
        at = alone.end()
    fitting.walk(clean[at:])
    return fitting.done()


class _Fitting:
    """One walk along the tags of a story."""

    def __init__(self, place: Place, levels: dict[str, str]) -> None:
        self.place, self.levels = place, levels
        self.out: list[str] = []
        self.ids: set[str] = set()
        self.repeats: dict[str, int] = {}
        self.inward: list[tuple[int, str]] = []
        self.lost: list[str] = []
        self.foreign: list[str] = []
        self.parts: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self.heading: tuple[int, dict[str, str]] | None = None
        self.headings = 0
        self.player: str | None = None
        self.players = 0
        self.links: list[bool] = []
        self.in_paragraph = False
        self.tables = 0
        self.verbatim = 0
        self.before = ""

    def walk(self, clean: str) -> None:
        """Write a stretch of cleaned HTML."""
        at = 0
        for match in _TAG.finditer(clean):
            start = match.start()
            if at < start:
                self._text(clean[at:start])
            at = match.end()
            ends, tag, written = match.groups()
            if tag in _AS_THEY_ARE and not written and self.player is None:
                self._pass_on(match[0], tag, ends)
            elif ends:
                self._end(tag)
            else:
                self._start(tag, _attributes(written) if written else {})
        self._text(clean[at:])

    def _pass_on(self, written: str, tag: str, ends: str) -> None:
        """Write a tag as it is: what `_start` and `_end` would do, who have to ask for more of most tags."""
        self.out.append(written)
        if tag == "p":
            self.in_paragraph = not ends
        if tag in _APART:
            if ends:
                self.parts[-1][2].append(" ")
            else:
                self.before = ""

    def _text(self, text: str) -> None:
        if self.player is not None:
            return
        if not self.verbatim and text:
            text = typeset(text, self.before, english=self.place.english)
            self.before = text[-1]
        self.out.append(text)
        _, title, body = self.parts[-1]
        (title if self.heading else body).append(text)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.verbatim += tag in _VERBATIM
        if tag in _APART:
            self.before = ""
        if tag in ("audio", "video"):
            self.players += 1
            self.player = self.player or attributes.get("src", "")
        elif tag == "source":
            self.player = (self.player or attributes.get("src", "")) if self.players else None
        elif self.player is not None:
            return
        elif tag == "img":
            self.show(attributes.get("src", ""), attributes.get("alt", ""), alone=False)
        elif tag == "a":
            self._link(attributes)
        elif tag in self.levels:
            self.headings += 1
            if self.headings == 1:
                self._begin_section(attributes)
        elif tag == "table":
            self.tables += 1
            called = self.place.table if self.tables == 1 else f"{self.place.table} {self.tables}"
            self.out.append(
                f'<div class="table-scroll" role="region" aria-label="{escape(called)}" tabindex="0">'
            )
            self._write(tag, attributes)
        elif tag == "pre":
            self._write(tag, {**attributes, "tabindex": "0"})
        else:
            self.in_paragraph |= tag == "p"
            self._write(tag, attributes)

    def _end(self, tag: str) -> None:
        if tag in _VERBATIM:
            self.verbatim -= 1
            self.before = "x"  # whatever stood there, it was something
        if tag in ("audio", "video"):
            self.players -= 1
            if not self.players:
                source, self.player = self.player or "", None
                self.show(source, "", alone=not self.in_paragraph)
        elif self.player is not None:
            return
        elif tag in self.levels:
            self.headings -= 1
            if not self.headings:
                self._finish_heading(tag)
        elif tag == "a":
            self.out.append("</a>" if self.links.pop() else "")
        else:
            self.in_paragraph &= tag != "p"
            self.out.append(f"</{tag}></div>" if tag == "table" else f"</{tag}>")
            if tag in _APART:
                self.parts[-1][2].append(" ")

    def _write(self, tag: str, attributes: dict[str, str]) -> None:
        if "id" in attributes:
            attributes = {**attributes, "id": self._once(self._prefixed(attributes["id"]))}
        if "align" in attributes:
            side = attributes.pop("align")
            attributes |= {"class": f"to-{side}"} if side in ("left", "center", "right") else {}
        self.out.append(
            "<" + tag + "".join(f' {name}="{value}"' for name, value in attributes.items()) + ">"
        )

    def _begin_section(self, attributes: dict[str, str]) -> None:
        self.heading = (len(self.out), attributes)
        self.out.append("")
        self.parts.append(("", [], []))

    def _finish_heading(self, tag: str) -> None:
        assert self.heading is not None  # noqa: S101 - the cleaner closes only what was opened
        (at, attributes), self.heading = self.heading, None
        _, title, text = self.parts[-1]
        words = html.unescape("".join(title))
        written = attributes.pop("id", "")
        own = self._once(
            self._prefixed(written) if written else f"{self.place.prefix}-{slug(words)}"
        )
        kept = "".join(f' {name}="{value}"' for name, value in attributes.items())
        self.out[at] = f'<{self.levels[tag]} id="{own}"{kept}>'
        self.out.append(f"</{self.levels[tag]}>")
        self.parts[-1] = (own, title, text)

    def _once(self, base: str) -> str:
        """An id that occurs once."""
        own = base
        while own in self.ids:
            # Going on from the last number keeps thousands of equal headings from taking minutes.
            self.repeats[base] = count = self.repeats.get(base, 1) + 1
            own = f"{base}-{count}"
        self.ids.add(own)
        return own

    def _prefixed(self, wanted: str) -> str:
        return str(escape(f"{self.place.prefix}-{_SPACE.sub('-', html.unescape(wanted))}"))

    def _link(self, attributes: dict[str, str]) -> None:
        written = attributes.pop("href", "")
        reference = html.unescape(written).strip()
        if attributes.get("class") == "footnote-backref":
            attributes = {"class": "footnote-backref", "aria-label": str(escape(self.place.back))}
        if reference.startswith("#"):
            self.inward.append((len(self.out), reference[1:]))
            self.links.append(True)
            self._write("a", {"href": "", **attributes})
            return
        address = self._address(reference)
        self.links.append(address is not None)
        if address is None:
            return
        outside = {"rel": "noopener noreferrer"} if is_absolute(reference) else {}
        self._write("a", {"href": str(escape(address)), **outside, **attributes})

    def _address(self, reference: str) -> str | None:
        if is_absolute(reference):
            return _with_scheme(reference)
        target = self.place.find(reference) if reference else None
        if target is None and reference:
            self.lost.append(reference)
        return target.address if target else None

    def show(self, written: str, alt: str, *, alone: bool) -> None:
        """Write a picture, a recording or a film; where it cannot be shown, its alt text."""
        reference, words = html.unescape(written).strip(), html.unescape(alt)
        if is_absolute(reference):
            self.foreign.append(reference)
            link = Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(
                _with_scheme(reference), words or reference
            )
            self.out.append(Markup("<p>{}</p>").format(link) if alone else link)
            return
        target = self.place.find(reference) if reference else None
        if target is None:
            self.out.append(Markup("<p>{}</p>").format(words) if alone and words else escape(words))
        elif target.show is not None:
            self.out.append(target.show(words, alone))
        else:
            self.out.append(
                Markup('<a href="{}">{}</a>').format(target.address, words or reference)
            )
        self.parts[-1][2].append(f" {escape(words)} ")

    def done(self) -> Placed:
        """The finished story, with its inner links led to the ids that they mean."""
        for at, wanted in self.inward:
            own = next((one for one in self._candidates(wanted) if one in self.ids), None)
            if own is None:
                self.lost.append(f"#{wanted}")
            self.out[at] = self.out[at].replace(' href=""', f' href="#{own}"' if own else "", 1)
        sections = (Section(own, _plain(title), _plain(text)) for own, title, text in self.parts)
        return Placed(
            html=Markup("".join(self.out)),  # noqa: S704 - cleaned, and what was added is escaped
            sections=tuple(one for one in sections if one.title or one.text),
            lost=tuple(dict.fromkeys(self.lost)),
            foreign=tuple(dict.fromkeys(self.foreign)),
        )

    def _candidates(self, wanted: str) -> Iterator[str]:
        yield self._prefixed(wanted)
        said = unquote(wanted)
        yield self._prefixed(said)
        yield self._prefixed(slug(said))


def is_absolute(reference: str) -> bool:
    """Whether a reference names another host or a mailbox; `//host` does, for a browser would go there."""
    if not _ABSOLUTE.match(reference):
        return False
    try:
        urlsplit(
            reference[:_LONGEST_HOST]
        )  # it puts accents in order, which takes long where they pile up
    except ValueError:
        return False
    return True


def _with_scheme(reference: str) -> str:
    """An absolute reference that means the same also where a page is opened from a disk."""
    return f"https:{reference}" if reference.startswith("//") else reference


def slug(words: str) -> str:
    """An id made of words: small letters, figures and hyphens of any script."""
    return _slug(words[:_LONGEST_SLUG])


@lru_cache(maxsize=1024)
def _slug(words: str) -> str:
    """The same of a few words; many stories have the headings that their school suggests."""
    folded = unicodedata.normalize("NFC", words).casefold()
    return _NOT_A_WORD.sub("-", folded).strip("-")[:60] or "part"


def _attributes(written: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(written))


def _plain(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
