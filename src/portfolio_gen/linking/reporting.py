"""The report on links: read, compared with what was known, asked about where that is wanted, and written down."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from portfolio_gen.linking.asking import Asker
from portfolio_gen.linking.book import Known, answered, read_book, with_links, write_book
from portfolio_gen.linking.gathering import Link, links_of
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A link, and what is known of it."""

    link: Link
    known: Known


def report(
    school: School,
    on: Day,
    *,
    students: Collection[str] = (),
    asker: Asker | None = None,
    most: int = 0,
    write: bool = True,
) -> tuple[Row, ...]:
    """All links of a school, with what is known of each; the book is brought up to date.

    Args:
        school: as it was read.
        on: today.
        students: only links of these; the book covers everybody.
        asker: who asks whether they are still there; nobody is asked without one.
        most: how many are asked at most, those first that were asked longest ago.
        write: whether the book is written.

    Raises:
        CannotRead: the book is damaged.
        OSError: it cannot be written.
    """
    root = Path(school.root)
    everything = links_of(school, on)
    book = with_links(read_book(root), everything, on)
    shown = links_of(school, on, students) if students else everything
    if asker:
        due = sorted((one.url for one in shown), key=lambda url: (book[url].asked, url))[:most]
        for url, answer in asker.all(due):
            book[url] = answered(book[url], answer.kind, answer.told, on)
    if write:
        write_book(root, book)
    return tuple(Row(one, book[one.url]) for one in shown)
