"""`portfolio-gen links`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import (
    Failure,
    day_option,
    expect_students,
    form_option,
    leave,
    school_argument,
    student_option,
)
from portfolio_gen.cli.show import complain, json_text, printable
from portfolio_gen.model.dates import Day

if TYPE_CHECKING:
    from portfolio_gen.linking import Row

MOST = 500
SAID = {
    "there": "it was there",
    "moved": "it has moved for ever, to {told}",
    "gone": "it is gone ({told})",
    "unsure": "nobody can tell ({told})",
    "private": "not asked, for it leads into a private network",
}
"""An answer, in words."""


@click.command()
@school_argument
@student_option
@click.option("--online", is_flag=True, help="Ask each address whether it is still there.")
@click.option(
    "--most",
    default=MOST,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="With --online: ask so many at most, those first that were asked longest ago.",
)
@form_option
@day_option
def command(
    school: Path, students: tuple[str, ...], online: bool, most: int, form: str, on: Day
) -> None:
    """List the links that lead out of a school, and since when they are only links.

    A site that is linked to may be gone tomorrow. What matters can be kept: put a copy among the
    files of the work, and name it beside the link (`copy: page.pdf`); readers are offered both.

    Nothing is asked of a network without --online. What is known is kept in
    transcripts/links/seen.json. The exit code is 1 when something that was asked for is gone and
    no copy of it is kept.
    """
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.linking import Asker, CannotRead, report
    from portfolio_gen.survey import survey

    seen = survey(school, on=on, students=("",))
    if seen.school is None:
        complain(errors(seen.diagnostics), school)
        leave(1)
    expect_students(seen, students)
    asker = Asker() if online else None
    try:
        rows = report(seen.school, on, students=students, asker=asker, most=most)
    except CannotRead as problem:
        raise Failure(f"{problem}.") from None
    if form == "json":
        click.echo(json_text({"links": [_document(one) for one in rows], "summary": _counts(rows)}))
    else:
        for line in _lines(rows):
            click.echo(printable(line))
    if any(one.known.answer == "gone" and not one.link.copies for one in rows):
        leave(1)


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        yield row.link.url
        yield f"  {_state(row)}"
        for place in row.link.places:
            yield f"  {place.span}"
    counts = _counts(rows)
    yield (
        f"{counts['links']} {'link' if counts['links'] == 1 else 'links'}, {counts['copies']} with a copy kept here, "
        f"{counts['gone']} gone."
    )


def _state(row: Row) -> str:
    """What is known of a link, in a line."""
    known = row.known
    kept = (
        f"copy kept here: {', '.join(row.link.copies)}"
        if row.link.copies
        else f"only a link, since {known.since}"
    )
    if not known.asked:
        return f"{kept}; nobody has asked yet whether it is still there"
    since = (
        f", and not there since {known.gone}" if known.gone and known.gone != known.asked else ""
    )
    return f"{kept}; on {known.asked} {SAID.get(known.answer, known.answer).format(told=known.told)}{since}"


def _document(row: Row) -> dict[str, object]:
    known = row.known
    return {
        "url": row.link.url,
        "since": known.since,
        "copies": list(row.link.copies),
        "asked": known.asked or None,
        "answer": known.answer or None,
        "told": known.told or None,
        "gone_since": known.gone or None,
        "places": [
            {
                "path": one.span.path,
                "line": one.span.line,
                "column": one.span.column,
                "student": one.student or None,
            }
            for one in row.link.places
        ],
    }


def _counts(rows: Sequence[Row]) -> dict[str, int]:
    return {
        "links": len(rows),
        "copies": sum(bool(one.link.copies) for one in rows),
        "gone": sum(one.known.answer == "gone" for one in rows),
    }
