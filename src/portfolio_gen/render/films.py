"""Films that lie with a known host: a frame of theirs, or a link alone in its paragraph, becomes a card to click on.

Nothing is asked of the host before the click, and the card says where it leads.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, urlsplit

from markupsafe import Markup, escape

_YOUTUBE = frozenset(
    f"{before}{name}"
    for before in ("", "www.", "m.")
    for name in ("youtube.com", "youtube-nocookie.com")
)
_VIMEO = frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"})
_YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v)/([\w-]{6,20})/?", re.ASCII)
_YOUTUBE_ID = re.compile(r"[\w-]{6,20}", re.ASCII)
_VIMEO_PATH = re.compile(r"/(?:video/)?([0-9]{5,12})(?:/([0-9a-f]{6,20}))?/?", re.ASCII)
_PEERTUBE_PATH = re.compile(
    r"/(?:w|videos/watch|videos/embed)/([1-9A-HJ-NP-Za-km-z]{22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?"
)
"""Anybody can run a host of PeerTube; only the way in which it names its films tells."""
_DOMAIN = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}")
_SECONDS = re.compile(r"(?:([0-9]{1,2})h)?(?:([0-9]{1,3})m)?(?:([0-9]{1,5})s?)?", re.ASCII)

_FRAME = re.compile(
    r"(<p>\s*)?<iframe\b([^<>]{0,2000})>[^<]{0,500}</iframe\s*>(\s*</p>)?", re.IGNORECASE
)
_VALUE = re.compile(
    r"""(?<![\w-])(src|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_BARE = re.compile(r"<p>\s*(https?://[^\s<>\"]{1,500})\s*</p>")
_ALONE = re.compile(
    r'<p>\s*<a href="([^"]{1,2000})" rel="noopener noreferrer"(?: title="[^"]*")?>([^<]*)</a>\s*</p>'
)
_SAYS_NOTHING = frozenset({"", "youtube video player", "vimeo video player"})


class Film(NamedTuple):
    """A film on another host."""

    address: str
    """Where it can be watched, without anything that the host need not know."""
    host: str
    """As readers know it, such as `youtube.com`."""


def film_at(address: str) -> Film | None:
    """The film that a web address leads to, if it is one that can be told by its address."""
    try:
        parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
        host = parts.netloc.lower()
        if parts.scheme.lower() not in ("http", "https") or not _DOMAIN.fullmatch(host):
            return None
        return _youtube(host, parts) or _vimeo(host, parts) or _peertube(host, parts)
    except ValueError:
        return None


def _youtube(host: str, parts: SplitResult) -> Film | None:
    asked = parse_qs(parts.query)
    if host == "youtu.be":
        named = parts.path.strip("/")
    elif host not in _YOUTUBE:
        return None
    elif parts.path == "/watch":
        named = asked.get("v", [""])[0]
    else:
        match = _YOUTUBE_PATH.fullmatch(parts.path)
        named = match[1] if match else ""
    if not _YOUTUBE_ID.fullmatch(named) or named == "videoseries":
        return None
    begins = _seconds((asked.get("t") or asked.get("start") or [""])[0])
    at = f"&t={begins}s" if begins else ""
    return Film(f"https://www.youtube.com/watch?v={named}{at}", "youtube.com")


def _seconds(written: str) -> int:
    """A time in a film, such as `90` or `1m30s`; 0 when it is none."""
    match = _SECONDS.fullmatch(written)
    hours, minutes, seconds = (int(one or 0) for one in match.groups()) if match else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


def _vimeo(host: str, parts: SplitResult) -> Film | None:
    match = _VIMEO_PATH.fullmatch(parts.path)
    if host not in _VIMEO or not match:
        return None
    word = match[2] or parse_qs(parts.query).get("h", [""])[0]
    private = f"/{word}" if re.fullmatch(r"[0-9a-f]{6,20}", word) else ""
    return Film(f"https://vimeo.com/{match[1]}{private}", "vimeo.com")


def _peertube(host: str, parts: SplitResult) -> Film | None:
    match = _PEERTUBE_PATH.fullmatch(parts.path)
    return Film(f"https://{host}/w/{match[1]}", host) if match else None


def with_links(rendered: str) -> str:
    """HTML that has yet to be cleaned, with a link for each film that stands in it as a frame or as a bare address."""
    return _BARE.sub(
        _bare, _FRAME.sub(_frame, rendered) if "<iframe" in rendered.lower() else rendered
    )


def _frame(match: re.Match[str]) -> str:
    values = {
        name.lower(): html.unescape(a or b or c) for name, a, b, c in _VALUE.findall(match[2])
    }
    film = film_at(values.get("src", "").strip())
    if film is None:
        return match[0]
    before = "</p>" if match[3] and not match[1] else ""
    behind = "<p>" if match[1] and not match[3] else ""
    return f"{before}{_linked(film, values.get('title', ''))}{behind}"


def _bare(match: re.Match[str]) -> str:
    film = film_at(html.unescape(match[1]))
    return _linked(film, "") if film else match[0]


def _linked(film: Film, title: str) -> str:
    return f'<p><a href="{escape(film.address)}">{escape(title.strip() or film.address)}</a></p>'


def with_cards(fitted: Markup, say: Callable[[str], str]) -> Markup:
    """A story that is ready for its page, in which links to films that stand alone have become cards.

    Args:
        fitted: the story.
        say: the program's words in the language of the page.
    """

    def card(match: re.Match[str]) -> str:
        film = film_at(html.unescape(match[1]))
        return _card(film, html.unescape(match[2]), say) if film else match[0]

    return Markup(_ALONE.sub(card, fitted))  # noqa: S704 - what is put in is escaped


def _card(film: Film, words: str, say: Callable[[str], str]) -> str:
    named = words.strip()
    if named.lower() in _SAYS_NOTHING or named.lower().startswith(("http://", "https://", "//")):
        named = say("Film")
    return Markup(
        '<p><a class="film-card" href="{}" target="_blank" rel="noopener noreferrer">'
        '<span class="film-name">{}</span> <span class="film-facts">{}</span></a></p>'
    ).format(film.address, named, say("Opens {host} in a new tab").format(host=film.host))
