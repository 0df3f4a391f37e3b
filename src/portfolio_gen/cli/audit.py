"""`portfolio-gen audit`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import day_option, form_option, leave, nearest
from portfolio_gen.cli.show import complain, json_text, printable
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School

if TYPE_CHECKING:
    from portfolio_gen.account import EditionAccount
    from portfolio_gen.audit import Leak
    from portfolio_gen.diagnostics import Diagnostic
    from portfolio_gen.inspection import Inspection

MOST = 50
"""How many finds are printed one by one; all are counted."""

WIDE = 14
"""Columns for what is shown."""
NOT_SEEN = "not looked through, for it unpacks to too much"
NOT_KNOWN = "not looked through, for nobody can read what its student chooses to share"


@click.command()
@click.argument("words", nargs=-1, metavar="[PERSON] [SCHOOL]")
@click.option("--leaks", is_flag=True, help="Look through all bytes of the built editions instead.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="With --leaks: where the sites are; `site` in the school's folder by default.",
)
@click.option(
    "--log",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --leaks: also look through what a build has printed.",
)
@form_option
@day_option
def command(
    words: tuple[str, ...], leaks: bool, out: Path | None, log: Path | None, form: str, on: Day
) -> None:
    """Say what every edition shows of a PERSON, and who allowed it.

    PERSON is the id of a student, of a member of the committee file, or of somebody in a picture.

    With --leaks and no PERSON, look through the built editions for anything that they may not show:
    names, private work, unreleased decisions, contact data, file names, and everything else in the
    school's files that an edition has no right to. The exit code is 1 when something is found.
    """
    if len(words) > (1 if leaks else 2):
        raise click.UsageError("too many words; they are [PERSON] [SCHOOL], or --leaks [SCHOOL]")
    if not words and not leaks:
        raise click.UsageError("say whom to look for, as in `audit ada-park`, or `audit --leaks`")
    root = Path(words[-1] if leaks and words else words[1] if len(words) > 1 else ".")
    if not root.is_dir():
        raise click.BadParameter(f"there is no folder `{root}`.", param_hint="SCHOOL")
    school, found = _school(root, on)
    if leaks:
        _search(school, found, out or root / "site", log, form, on)
    else:
        _account(school, words[0], form, on)


def _school(root: Path, on: Day) -> tuple[School, tuple[Diagnostic, ...]]:
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.survey import survey

    seen = survey(root, on=on, students=("",))
    if seen.school is None:
        complain(errors(seen.diagnostics), root)
        leave(1)
    return seen.school, seen.diagnostics


def _account(school: School, person: str, form: str, on: Day) -> None:
    from portfolio_gen.account import account, people

    known = people(school)
    if person not in known:
        hint = nearest(person, known)
        raise click.BadParameter(f"`{person}` is nobody in this school.{hint}", param_hint="PERSON")
    accounts = account(school, person, on=on)
    if form == "json":
        document = {"person": person, "editions": [_edition_document(one) for one in accounts]}
        click.echo(json_text(document))
        return
    click.echo("\n".join(printable(line) for one in accounts for line in _edition_lines(one)))


def _edition_lines(one: EditionAccount) -> Iterator[str]:
    yield f"{one.edition}: {one.site or 'no site of their own'}"
    yield from (f"  {'because':<{WIDE}} {reason}" for reason in one.because)
    for shown in one.shown:
        yield f"  {shown.what:<{WIDE}} {shown.words}"
        place = [] if shown.where == one.site else [shown.where]
        beside = [*place, *(reason for reason in shown.because if reason not in one.because)]
        if beside:
            yield f"  {'':<{WIDE}} {'; '.join(beside)}"
    if not one.shown:
        yield "  shows nothing of them"
    yield ""


def _edition_document(one: EditionAccount) -> dict[str, object]:
    return {
        "edition": one.edition,
        "site": one.site or None,
        "because": list(one.because),
        "shown": [
            {
                "what": shown.what,
                "words": shown.words,
                "where": shown.where,
                "because": list(shown.because),
            }
            for shown in one.shown
        ],
    }


def _search(
    school: School,
    seen: tuple[Diagnostic, ...],
    out: Path,
    log: Path | None,
    form: str,
    on: Day,
) -> None:
    from portfolio_gen.inspection import inspect

    if not out.is_dir():
        raise click.BadParameter(
            f"there is no folder `{out}`; build first, or name it with --out.", param_hint="--out"
        )
    found = inspect(school, out, on=on, found=seen, log=log)
    if form == "json":
        click.echo(json_text(_search_document(found)))
    else:
        click.echo("\n".join(printable(line) for line in _search_lines(found)))
    if not found.searches:
        leave(2)
    leave(1 if found.leaks or any(one.unread for one in found.searches) else 0)


def _search_lines(found: Inspection) -> Iterator[str]:
    for leak in found.leaks[:MOST]:
        yield f"{leak.edition}/{leak.file}: {_said(leak)}"
        if not leak.is_site:
            yield f"  written at {leak.span}" + (f", about {leak.person}" if leak.person else "")
    if len(found.leaks) > MOST:
        yield f"… and {len(found.leaks) - MOST} more"
    for one in found.searches:
        yield from (
            f"{one.edition}/{name}: {NOT_SEEN if '/' in name else NOT_KNOWN}" for name in one.unread
        )
        yield (
            f"{one.edition}: {_count(one.leaks, 'leak')} in {_many(one.files, 'file')}, "
            f"{_many(one.values, 'value')} looked for"
        )
    if not found.searches:
        yield "No edition lies there; nothing was looked through."


def _said(leak: Leak) -> str:
    if leak.is_site:
        return "nobody who is shown in this edition has this site"
    return f"“{leak.words}”" if leak.words else "a file that this edition may not show"


def _count(things: Sequence[object], word: str) -> str:
    return _many(len(things), word) if things else f"no {word}"


def _many(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _search_document(found: Inspection) -> dict[str, object]:
    return {
        "leaks": [
            {
                "edition": leak.edition,
                "file": leak.file,
                "words": leak.words or None,
                "path": leak.span.path,
                "line": leak.span.line,
                "column": leak.span.column,
                "person": leak.person or None,
            }
            for leak in found.leaks
        ],
        "searched": [
            {
                "edition": one.edition,
                "files": one.files,
                "values": one.values,
                "unread": list(one.unread),
            }
            for one in found.searches
        ],
    }
