"""What is known of links from earlier times: since when each is there, and what was answered when somebody asked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from portfolio_gen.linking.gathering import Link
from portfolio_gen.model.dates import Day
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish.sync import write_durably
from portfolio_gen.read.folder import open_warily

BOOK = "transcripts/links/seen.json"
MOST_BYTES = 50_000_000
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


class CannotRead(ValueError):
    """The book is there and says nothing that could be understood; the message says where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one link."""

    since: str
    """Since when it is there: the date of the work that it belongs to, or the day on which it was first seen."""
    asked: str = ""
    """The last day on which somebody asked; empty when nobody did."""
    answer: str = ""
    """What was answered then: `there`, `gone`, `moved`, `unsure` or `private`."""
    told: str = ""
    """The same more exactly, such as `404` or a new address."""
    gone: str = ""
    """Since when it has not been there, each time that somebody asked; empty while it is."""


def read_book(root: Path) -> dict[str, Known]:
    """Address to what is known of it.

    Raises:
        CannotRead: the file is there and is damaged.
    """
    path = root / BOOK
    if not path.exists():
        return {}
    try:
        with open_warily(path) as file:
            told = json.loads(file.read(MOST_BYTES))
        return {url: _known(one) for url, one in told.items()}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        raise CannotRead(
            f"{path} cannot be understood; bring back an older one, or remove it and begin anew"
        ) from None


def _known(told: Any) -> Known:
    known = Known(**{str(name): str(value) for name, value in told.items()})
    if not _DAY.fullmatch(known.since):
        raise ValueError(known.since)
    return known


def with_links(book: Mapping[str, Known], links: Iterable[Link], on: Day) -> dict[str, Known]:
    """The book with every link that is there now; what was known of others is forgotten with them.

    A link is there since its work is; where nothing says when that was made, since it was first seen.
    """
    return {one.url: book.get(one.url) or Known(since=one.oldest or str(on)) for one in links}


def answered(known: Known, answer: str, told: str, on: Day) -> Known:
    """What is known after somebody has asked."""
    gone = (known.gone or str(on)) if answer == "gone" else ""
    return replace(known, asked=str(on), answer=answer, told=told, gone=gone)


def write_book(root: Path, book: Mapping[str, Known]) -> None:
    """Write it as a whole, in order; without a link there is none.

    Raises:
        OSError: it cannot be written.
    """
    path = root / BOOK
    if not book and not path.exists():
        return
    told = {
        url: {name: value for name, value in asdict(one).items() if value}
        for url, one in sorted(book.items())
    }
    data = f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_durably(path, data)
