"""Who may come in to a committee's sitting: one word for each browser, used once, and a cookie after that."""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Iterable


class Entrance:
    """Words that let a browser in, and the browsers that are in."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._word = secrets.token_urlsafe(24)
        self._guests: set[str] = set()
        self.stamp = secrets.token_urlsafe(24)
        """What pages hold and other sites do not know: without it nothing is filed."""

    @property
    def word(self) -> str:
        """The word that lets the next browser in; 192 bits, which nobody finds by trying."""
        return self._word

    def let_in(self, word: str) -> str | None:
        """The cookie of a browser that knows the word, which nobody can use again; None for any other."""
        with self._lock:
            if not _same(word, self._word):
                return None
            self._word = secrets.token_urlsafe(24)
            guest = secrets.token_urlsafe(24)
            self._guests.add(guest)
            return guest

    def knows(self, guest: str) -> bool:
        """Whether a cookie is one of those that were given out."""
        return _is_among(guest, self._guests)

    def is_stamped(self, stamp: str) -> bool:
        """Whether something comes from one of the pages."""
        return _same(stamp, self.stamp)


def _is_among(one: str, others: Iterable[str]) -> bool:
    return any(_same(one, other) for other in tuple(others))


def _same(one: str, other: str) -> bool:
    """Whether two words are the same, without telling by the time it takes how much of them is."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode())
