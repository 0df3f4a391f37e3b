"""Cleaned HTML read a second time, by rules that were written apart from the cleaner: no more than it may hold."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "wbr", "source", "track"})
_INLINE = "a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small strong sub sup time u var wbr"
_BLOCKS = (
    "br p hr h1 h2 h3 h4 h5 h6 blockquote pre div span section article aside figure figcaption details summary "
    "ul ol li dl dt dd table caption thead tbody tfoot tr th td img audio video source"
)
_ELEMENTS = frozenset(f"{_INLINE} {_BLOCKS}".split())
_EVERYWHERE = frozenset({"id", "title", "lang", "dir"})
_SOMEWHERE = {
    "a": {"href", "class"},
    "img": {"src", "alt"},
    "audio": {"src"},
    "video": {"src"},
    "source": {"src"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "th": {"colspan", "rowspan", "scope", "align"},
    "td": {"colspan", "rowspan", "align"},
    "time": {"datetime"},
    "details": {"open"},
    "div": {"class"},
    "span": {"class"},
}
_ADDED = frozenset({"class", "rel", "role", "aria-label", "tabindex"})
"""What is added on a page, with fixed values."""
_CLASSES = re.compile(
    r"[a-z][a-z0-9]{0,2}|highlight|footnote(-ref|-backref)?|table-scroll|to-(left|center|right)"
)
_TEXT = re.compile(r"[^<>]*")
_TAG = re.compile(r'<(?:(/)([a-z][a-z0-9]*)|([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*))>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_TRIMMED = "".join(map(chr, range(33)))
_SKIPPED = dict.fromkeys(map(ord, "\t\r\n"))
"""What browsers leave out of an address before they read it (WHATWG URL, 4.4): at its ends, and anywhere."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES = ("http:", "https:", "mailto:")


def tags_of(text: str, *, placed: bool = False) -> None:
    """Assert that HTML holds nothing but texts and the tags on the list.

    Args:
        text: HTML as the cleaner writes it, tags in small letters and values in double quotes, so that there is but one
            way to read it.
        placed: whether it has been fitted into a page, so that its tags must be closed in order and its ids differ.
    """
    found: list[tuple[str, dict[str, str]]] = []
    open_tags: list[str] = []
    at = 0
    while (at := _after(_TEXT, text, at)) < len(text):
        match = _TAG.match(text, at)
        assert match, f"no tag: {text[at : at + 80]!r}"
        if match[1]:
            assert open_tags, f"</{match[2]}> closes nothing"
            assert open_tags.pop() == match[2], f"</{match[2]}> closes something else"
        else:
            attributes = {
                name: html.unescape(value) for name, value in _ATTRIBUTE.findall(match[4])
            }
            _is_listed(match[3], attributes, placed=placed)
            found.append((match[3], attributes))
            open_tags += [] if match[3] in _VOID else [match[3]]
        at = match.end()
    assert not open_tags, f"never closed: {open_tags}"
    assert _Other(text).found == found, "another parser reads something else"
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert not placed or len(set(ids)) == len(ids), "an id stands twice"


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _is_listed(tag: str, attributes: dict[str, str], *, placed: bool) -> None:
    assert tag in _ELEMENTS, f"<{tag}> is on no list"
    allowed = _EVERYWHERE | _SOMEWHERE.get(tag, set()) | (_ADDED if placed else set())
    assert attributes.keys() <= allowed, f"<{tag}> has {attributes.keys() - allowed}"
    assert all(_CLASSES.fullmatch(one) for one in attributes.get("class", "").split())
    for name in ("href", "src"):
        address = attributes.get(name, "").strip(_TRIMMED).translate(_SKIPPED)
        scheme = _SCHEME.match(address)
        assert scheme is None or scheme[0].lower() in _SAFE_SCHEMES, (
            f"<{tag} {name}> leads to {scheme[0]}"
        )


class _Other(HTMLParser):
    """The same tags as the standard library reads them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a remark: {data!r}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data!r}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data!r}")
