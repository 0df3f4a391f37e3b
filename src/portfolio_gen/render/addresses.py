"""Relative addresses between pages, so that a site works from any folder of any host."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

_UNRESERVED_IN_PATH = "/~!$&'()*+,;=:@"


def relative(here: str, there: str) -> str:
    """The address `there` as a page at `here` must write it.

    Both are relative to the same site; a page's address ends in a slash, and `../` leads out of the site.
    """
    path, mark, fragment = there.partition("#")
    start, goal = here.split("/")[:-1], path.split("/")
    while start and len(goal) > 1 and start[0] == goal[0]:
        del start[0], goal[0]
    way = "../" * len(start) + _quoted("/".join(goal))
    return (way or "./") + (mark + _quoted(fragment) if fragment else "")


@lru_cache(maxsize=4096)
def _quoted(part: str) -> str:
    return quote(part, safe=_UNRESERVED_IN_PATH)


def file_of(address: str) -> str:
    """The file that stands at an address: a page is the `index.html` of its folder."""
    return f"{address}index.html" if not address or address.endswith("/") else address
