"""Asking whether something is still there: politely, an address at a time, and never inside a private network."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

from portfolio_gen.model.value import dataclass

PATIENCE = 15
"""Seconds for an answer."""
PAUSE = 1.0
"""Seconds between two questions to the same host."""
MOST_STEPS = 5
"""Times that an answer may lead on to another address."""
_GONE = frozenset({404, 410})
_NO_HEAD = frozenset({400, 403, 405, 501})
"""Answers of hosts that do not like to be asked for the head alone; they are asked for the page, which is not read."""
_ON = frozenset({301, 302, 303, 307, 308})
_FOR_EVER = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question."""

    kind: str
    """`there`, `moved` (for ever, to another address), `gone`, `unsure`, or `private` (not asked)."""
    told: str = ""
    """A status, a new address, or what went wrong."""


def is_public(host: str) -> bool:
    """Whether a host has none but public addresses; students' links must not reach into the school's own network."""
    try:
        found = {one[4][0] for one in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return True  # nobody knows it, and asking says so
    return all(ipaddress.ip_address(str(one).partition("%")[0]).is_global for one in found)


@dataclass(slots=True)
class Asker:
    """Somebody who asks, and does not hurry."""

    may_ask: Callable[[str], bool] = is_public
    pause: float = PAUSE
    patience: float = PATIENCE
    _last: dict[str, float] = field(default_factory=dict)

    def all(self, urls: Iterable[str]) -> Iterator[tuple[str, Answer]]:
        """Each address with its answer, in order."""
        for url in urls:
            yield url, self.ask(url)

    def ask(self, url: str) -> Answer:
        """Whether something is at an address."""
        here, moved = url, True
        for _ in range(MOST_STEPS + 1):
            if not self._allowed(here):
                return Answer("private", urlsplit(here).netloc)
            status, onward = self._status(here)
            if isinstance(status, str):
                return Answer("unsure", status)
            if status in _ON and onward:
                moved = moved and status in _FOR_EVER
                here = urljoin(here, onward)
                continue
            return _judged(status, here if here != url and moved else "")
        return Answer("unsure", "it leads on and on")

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and self.may_ask(parts.hostname or "")
        )

    def _status(self, url: str) -> tuple[int | str, str]:
        status, onward = self._once(url, "HEAD")
        return self._once(url, "GET") if status in _NO_HEAD else (status, onward)

    def _once(self, url: str, method: str) -> tuple[int | str, str]:
        """One question: the status, or what went wrong; and where it leads on."""
        host = urlsplit(url).netloc
        wait = self._last.get(host, 0.0) + self.pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        agent = (
            f"portfolio-gen/{version('portfolio-gen')} (looks whether links still lead somewhere)"
        )
        try:
            request = urllib.request.Request(url, method=method, headers={"User-Agent": agent})  # noqa: S310 - http(s) alone
            with _OPENER.open(request, timeout=self.patience) as answer:
                return answer.status, ""
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.headers.get("Location", "")
        except (OSError, ValueError, http.client.HTTPException) as problem:
            reason = getattr(problem, "reason", problem)
            return str(reason) or type(problem).__name__, ""
        finally:
            self._last[host] = time.monotonic()


def _judged(status: int, moved_to: str) -> Answer:
    if status in _GONE:
        return Answer("gone", str(status))
    if not 200 <= status < 300:
        return Answer("unsure", str(status))
    return Answer("moved", moved_to) if moved_to else Answer("there", str(status))


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing by itself, so that each address is looked at before it is asked."""

    def redirect_request(self, *_: object) -> None:
        """Nowhere."""


_OPENER = urllib.request.build_opener(_Stay, urllib.request.ProxyHandler())
