"""Markdown to clean HTML: a parser renders, nh3 keeps what is on a list. Nothing else in the house knows nh3.

Most stories need neither: `plain` knows what comes of them.

The HTML that comes out holds no script, style, form or frame, no attribute but those listed, and addresses that are
relative or `http`, `https` and `mailto`. What the addresses mean on a page is the work of `story`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import field
from functools import lru_cache

import nh3

from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.render.films import with_links
from portfolio_gen.render.limits import MEMORY, OutOfTime, at_most
from portfolio_gen.render.overgrowth import overgrown
from portfolio_gen.render.parser import Parser, new_parser
from portfolio_gen.render.plain import laid_out

LONGEST = 128_000
"""Characters of one story; more than a hundred pages of a book."""
LONGEST_HTML = 4_000_000
LONGEST_RUN = 1_000
"""Opening signs in a row that no person writes, and at which parsing becomes quadratic."""
SECONDS = 3.0
"""Processor time for one story; ordinary ones take some milliseconds."""
MOST_REMEMBERED = 1_000_000
"""Characters of stories that are remembered for a student's other editions."""
_TOO_SLOW: set[tuple[float, bytes]] = set()
"""The limit and the digest of each story that took longer; it is not tried again for the next edition."""


class TooHeavy(Exception):
    """A story that cannot be rendered within the limits; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Cleaned HTML, and what had to go."""

    html: str
    removed: tuple[str, ...] = ()
    """Names of the elements that were taken out with their content, in order of the alphabet."""
    embedded: bool = False
    """Whether pictures stood in the text itself, as base64; they are not published."""
    open_remark: str = ""
    """The first line of a remark (`<!--`) that is never closed; it hides all that stands behind it."""


@dataclass(slots=True)
class _Memory:
    """Stories that were made just now, by their texts."""

    stories: dict[str, Clean] = field(default_factory=dict)
    characters: int = 0

    def keep(self, text: str, made: Clean) -> None:
        if self.characters > MOST_REMEMBERED:
            self.stories.clear()
            self.characters = 0
        self.stories[text] = made
        self.characters += len(text)


_done = _Memory()
_TEXT_TAGS = "p br hr h1 h2 h3 h4 h5 h6 blockquote pre div span section article aside figure figcaption details summary"
_INLINE_TAGS = (
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small strong sub sup "
    "time u var wbr"
)
_LIST_TAGS = "ul ol li dl dt dd table caption thead tbody tfoot tr th td"
_MEDIA_TAGS = "img audio video source"
_WITH_CONTENT = (
    "script style svg math template iframe frame frameset object embed applet noscript noembed "
    "noframes form select "
    "textarea button title head xmp plaintext canvas dialog portal base meta link"
)
_ATTRIBUTES = {
    "*": "id title lang dir",
    "a": "href",
    "img": "src alt",
    "audio": "src",
    "video": "src",
    "source": "src",
    "ol": "start reversed",
    "li": "value",
    "th": "colspan rowspan scope align",
    "td": "colspan rowspan align",
    "time": "datetime",
    "details": "open",
}
_MOST_CLEANINGS = 4
"""Twice is enough for all that has been seen."""
_HIGHLIGHT = re.compile(r"[a-z][a-z0-9]{0,2}", re.ASCII)
_REMOVED = re.compile(rf"<({'|'.join(_WITH_CONTENT.split())})\b", re.IGNORECASE)
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFEFF, 0xFFFE, 0xFFFF])
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,100};base64,[A-Za-z0-9+/=%]+")
_SIGNS = "[](){}*_`~<>&!|^\\#"
_SIGN = f"[{re.escape(_SIGNS)}]"
_PAIR = r"\[\^|!\[|\]\(|<!--|</|&#"
_RUN = re.compile(rf"({_SIGN})\1{{{LONGEST_RUN}}}|(?:{_PAIR}){{{LONGEST_RUN}}}")
_CODE = re.compile(
    r"^(`{3,}+|~{3,}+)[^\n]*+\n.*?(?:^\1|\Z)|(?<!`)(`{1,4})(?!`)[^`\n]{1,2000}\2|^(?: {4}|\t)[^\n]*",
    re.DOTALL | re.MULTILINE,
)
"""Listings, in which `<!--` means itself."""
_REMARK = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]*\]:[^\n]*(?:\n[^\n]*){0,2}", re.MULTILINE)
"""An address (with a title) that is written once and used by name; each use repeats it."""


def cleaned(text: str) -> Clean:
    """Render a student's Markdown and keep of it what is on the list; what has been made just now is not made again.

    Raises:
        TooHeavy: it is too long, or takes too long.
    """
    if found := _done.stories.get(text):
        return found
    made = _cleaned(text)
    _done.keep(text, made)
    return made


def _cleaned(text: str) -> Clean:
    text = text.translate(_CONTROLS)
    text, embedded = _EMBEDDED.subn("data:", text)
    _refuse_heavy(text)
    if html := laid_out(text):
        return Clean(html, embedded=bool(embedded))
    told, remark = _without_open_remark(text)
    rendered = with_links(_rendered(told))
    # The parser itself writes none of these; they come from tags of a student's own.
    written = _REMOVED.findall(rendered) if "<" in told else ()
    removed = tuple(sorted({one.lower() for one in written}))
    if why := overgrown(rendered):
        raise TooHeavy(why)
    html = _settled(_cleaner().clean(rendered), told).translate(_CONTROLS)
    _refuse_long(html)
    return Clean(html, removed, bool(embedded), remark)


def _settled(html: str, told: str) -> str:
    """Clean HTML that a browser reads as it was written; tags of a student's own may close each other in odd ways."""
    if "<" not in told:
        return html
    for _ in range(_MOST_CLEANINGS):
        again = _cleaner().clean(html)
        if again == html:
            return html
        html = again
    raise TooHeavy(tell("its tags close one another over and over again"))


def _without_open_remark(text: str) -> tuple[str, str]:
    """The text before a remark that is never closed, which browsers and other programs hide too; and its first line."""
    if "<!--" not in text:
        return text, ""
    prose = _CODE.sub(lambda match: " " * len(match[0]), text)
    end = 0
    while (start := prose.find("<!--", end)) >= 0:
        end = text.find("-->", start + 2) + 3
        if end < 3:
            return text[:start], text[start:].split("\n", 1)[0]
    return text, ""


def without_remarks(text: str) -> str:
    """A story as it was written, without the remarks (`<!-- … -->`) that are for nobody."""
    return _REMARK.sub("", text)


def _refuse_heavy(text: str) -> None:
    if len(text) > LONGEST:
        raise TooHeavy(
            tell(
                "it has %(count)s characters, and %(most)s is the most",
                count=Figure(len(text)),
                most=Figure(LONGEST),
            )
        )
    # Counting is much quicker than searching, and nearly every story has too few signs for any run.
    if _count_of_signs(text) >= LONGEST_RUN and (run := _RUN.search(text)):
        raise TooHeavy(
            tell(
                "it repeats `%(signs)s` more than %(most)s times in a row",
                signs=run[0][:2],
                most=Figure(LONGEST_RUN),
            )
        )
    definitions = _DEFINITION.finditer(text) if "]:" in text else ()
    longest = max((len(one[0]) for one in definitions), default=0)
    if longest * text.count("[") > LONGEST_HTML:
        raise TooHeavy(tell("it repeats a very long address very often"))


def _count_of_signs(text: str) -> int:
    data = text.encode()
    return len(data) - len(data.translate(None, delete=_SIGNS.encode()))


def _rendered(text: str) -> str:
    parser, key = _parser(), (SECONDS, hashlib.sha256(text.encode()).digest())
    if key in _TOO_SLOW:
        raise TooHeavy(tell("it takes more than %(seconds)s seconds", seconds=f"{SECONDS:g}"))
    try:
        with at_most(SECONDS, memory=MEMORY):
            html: str = parser.reset().convert(text)
    except OutOfTime:
        _parser.cache_clear()
        _TOO_SLOW.add(key)
        raise TooHeavy(
            tell("it takes more than %(seconds)s seconds", seconds=f"{SECONDS:g}")
        ) from None
    except MemoryError:
        _parser.cache_clear()
        raise TooHeavy(tell("it does not fit into memory")) from None
    except RecursionError:
        _parser.cache_clear()
        raise TooHeavy(tell("it is nested too deeply")) from None
    except Exception as error:  # whatever a text makes the parser do must not stop the build
        _parser.cache_clear()
        raise TooHeavy(
            tell("the Markdown parser gave up on it (%(error)s)", error=type(error).__name__)
        ) from error
    _refuse_long(html)
    return html


def _refuse_long(html: str) -> None:
    if len(html) > LONGEST_HTML:
        raise TooHeavy(tell("it becomes a page of more than four million characters"))


@lru_cache(maxsize=1)
def _parser() -> Parser:
    return new_parser()


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(f"{_TEXT_TAGS} {_INLINE_TAGS} {_LIST_TAGS} {_MEDIA_TAGS}".split()),
        clean_content_tags=set(_WITH_CONTENT.split()),
        attributes={tag: set(names.split()) for tag, names in _ATTRIBUTES.items()} | _classes(),
        attribute_filter=_keep,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )


def _classes() -> dict[str, set[str]]:
    """Where a class may stand, and that it is one of ours is for `_keep` to say."""
    return {"div": {"class"}, "span": {"class"}, "a": {"href", "class"}}


def _keep(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute that may stay; classes only as the extensions write them."""
    if attribute != "class":
        return value
    if tag == "span":
        return value if _HIGHLIGHT.fullmatch(value) else None
    return value if value in ("highlight", "footnote", "footnote-ref", "footnote-backref") else None
