"""Names in a student's folder: free, safe on every computer, and each given once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from itertools import chain, count

from portfolio_gen.exchange.slugs import slug

LONGEST = 60
"""Most letters of a name; an id has at most 64, and a number may follow."""
_MEANT = "index assets issuer verify search tags sitemap 404 con prn aux nul clock conin conout"
_NEEDED = frozenset(_MEANT.split()) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
"""Names that mean something else to a site or to Windows."""


class Names:
    """Names of one folder, in which case makes no difference."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {one.casefold() for one in taken}

    def slug_for(self, *wishes: str, otherwise: str) -> str:
        """A free slug that is like the first wish of which one can be made."""
        stem = next((name for one in wishes if (name := slug(one)[:LONGEST].strip("-"))), otherwise)
        stem = f"my-{stem}" if stem in _NEEDED else stem
        return self._free(stem, "")

    def file_for(self, path: str) -> str:
        """A free file name in plain letters that is like the last part of a path."""
        name, ending = posixpath.splitext(posixpath.basename(path))
        stem = slug(name)[:LONGEST].strip("-") or "file"
        stem = f"my-{stem}" if stem in _NEEDED else stem
        end = slug(ending)[:12]
        return self._free(stem, f".{end}" if end else "")

    def _free(self, stem: str, ending: str) -> str:
        tries = chain((stem,), (f"{stem}-{number}" for number in count(2)))
        name = next(f"{one}{ending}" for one in tries if f"{one}{ending}" not in self._taken)
        self._taken.add(name)
        return name
