"""Who may ask what of a server on this computer: the same answers for every server that is not for everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from portfolio_gen.model.speech import sentence
from portfolio_gen.serve.entrance import Entrance

ENTER = "/enter/"
"""Begins the addresses that let a browser in."""
RUNS = frozenset({".html", ".htm", ".xhtml", ".svg", ".xml"})
"""Endings of files in which a student's program might run, if they were shown as a page of ours."""
ORIGIN = ("Host", "Origin", "Sec-Fetch-Site")
"""Headers that say from which page something comes."""
COMMON: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)
"""Headers of every answer."""


class Refused(Exception):
    """A request that is not answered as it was meant, and why."""

    def __init__(self, status: HTTPStatus, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


def look_at_host(named: Sequence[str], hosts: Sequence[str], path: str) -> None:
    """Another name for this computer is a rebinding attack; a path that names a host is meant for a proxy.

    Raises:
        Refused: it is one of these.
    """
    if len(named) != 1 or named[0] not in hosts or path[:1] != "/":
        raise Refused(HTTPStatus.FORBIDDEN, sentence("This server answers only to this computer."))


def cookie_for(word: str, name: str, entrance: Entrance) -> str:
    """The cookie of a browser that knows the word of the entrance, as a header.

    Raises:
        Refused: it does not, or somebody was let in by that word already.
    """
    guest = entrance.let_in(word)
    if guest is None:
        words = sentence(
            "This address has been used already. The terminal shows the one that works now."
        )
        raise Refused(HTTPStatus.FORBIDDEN, words)
    return f"{name}={guest}; Path=/; HttpOnly; SameSite=Strict"


def look_at_guest(header: str, name: str, entrance: Entrance) -> None:
    """Only browsers that were let in see anything.

    Raises:
        Refused: the cookies are not those of one.
    """
    try:
        cookies = SimpleCookie(header)
    except CookieError:
        cookies = SimpleCookie()
    guest = cookies.get(name)
    if guest is None or not entrance.knows(guest.value):
        words = sentence("Open the address that the terminal shows; it lets this browser in.")
        raise Refused(HTTPStatus.FORBIDDEN, words)


def look_at_origin(headers: Mapping[str, str], words: str) -> None:
    """Only pages of this server hand anything in: the browser says whence they are.

    Args:
        headers: those of `ORIGIN` that there are; the host has been looked at.
        words: what to say to all others.

    Raises:
        Refused: the browser says something else, or nothing.
    """
    ours = headers.get("Origin") == f"http://{headers.get('Host')}"
    if not (ours and headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"):
        raise Refused(HTTPStatus.FORBIDDEN, words)


def length_of(lengths: Sequence[str], *, in_parts: bool, most: int) -> int:
    """How many bytes are handed in; too many are refused before any is read.

    Args:
        lengths: what the headers say.
        in_parts: whether they come without saying how many there are.
        most: how many are taken.

    Raises:
        Refused: it is not said once, in plain digits, or it is too much.
    """
    plain = len(lengths) == 1 and lengths[0].isascii() and lengths[0].isdigit()
    if not plain or in_parts:
        raise Refused(HTTPStatus.LENGTH_REQUIRED, sentence("It must be said once how long it is."))
    if len(lengths[0]) > len(str(most)) or int(lengths[0]) > most:
        words = sentence(
            "That is more than %(count)s bytes, which is the most that is taken.", count=most
        )
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words)
    return int(lengths[0])


def found(folder: Path, path: str) -> Path:
    """The file or folder that the path of an address means, inside a folder and nowhere else.

    Raises:
        Refused: there is none.
    """
    missing = Refused(HTTPStatus.NOT_FOUND, sentence("There is no such page."))
    named = path.strip("/")
    parts = [unquote(one) for one in named.split("/")] if named else []
    if any(not one or one[0] == "." or set(one) & set("/\\:\0") for one in parts):
        raise missing
    place = folder.joinpath(*parts, *(["index.html"] if path.endswith("/") else []))
    try:
        inside = place.resolve(strict=True).is_relative_to(folder)
    except (OSError, ValueError):
        raise missing from None
    if not inside or not (place.is_file() or place.is_dir()):
        raise missing
    return place
