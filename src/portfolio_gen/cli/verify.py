"""`portfolio-gen verify`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import form_option, leave
from portfolio_gen.cli.show import json_text, printable

if TYPE_CHECKING:
    from portfolio_gen.seal.verify import Verdict
    from portfolio_gen.verification import Examined

WIDE = 14
REASONS = {
    "no-record": "it is no record of the kind that schools issue with this program",
    "changed": "something in it is not as it was signed",
    "unsigned": "a signature is missing, or is of a kind that does not protect every letter",
    "other-issuer": "the school that was asked has not issued it",
    "other-key": "the school does not let the key sign that this was signed with",
    "revoked": "the school has taken it back",
    "not-yet-valid": "it does not hold yet",
    "expired": "it does not hold any more",
}
"""A doubt, in words."""
HOW_TO_KNOW = "add --online to ask the school's web address, or --issuer with a file that you have from the school"


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--issuer",
    type=click.Path(exists=True, path_type=Path),
    help="The school's `issuer` folder, or its did.json; from the school itself, not from whoever sent the record.",
)
@click.option(
    "--record",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Of a PDF: its record; by default `transcript.json` beside it.",
)
@click.option("--online", is_flag=True, help="Ask the school's web address for what is missing.")
@click.option("--name", help="Also say whether it is of the person with this name on documents.")
@click.option("--salt", default="", help="With --name, where the record does not say the name.")
@form_option
def command(
    file: Path,
    issuer: Path | None,
    record: Path | None,
    online: bool,
    name: str | None,
    salt: str,
    form: str,
) -> None:
    """Say whether FILE, a record or a transcript's PDF, is genuine.

    Who issued it, whether it is unchanged, whether it was revoked, whether it is the latest. Nothing is
    asked on the web without --online. The exit code is 0 only when it is genuine.
    """
    from portfolio_gen.verification import CannotVerify, examine

    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        found = examine(
            file,
            issuer=issuer,
            record=record,
            online=online,
            person=(name, salt) if name else None,
            now=now,
        )
    except CannotVerify as problem:
        raise click.ClickException(str(problem)) from None
    if form == "json":
        click.echo(json_text(_document(found)))
    else:
        click.echo("\n".join(printable(line) for line in _lines(found)))
    leave(0 if found.verdict.genuine and found.theirs is not False else 1)


def _document(found: Examined) -> dict[str, object]:
    return {
        "genuine": found.verdict.genuine,
        "pdf": found.pdf or None,
        "theirs": found.theirs,
        **asdict(found.verdict),
    }


def _lines(found: Examined) -> Iterator[str]:
    verdict = found.verdict
    yield _answer(verdict)
    yield from (f"  {REASONS[one.value]}" for one in verdict.doubts)
    if not verdict.school:
        return
    yield ""
    if not verdict.doubts or verdict.known:
        yield from _findings(verdict)
    if found.theirs is not None:
        yield f"{'Of that person':<{WIDE}} {'yes' if found.theirs else 'no, or the salt is another'}"
    yield f"{'What it says':<{WIDE}} {verdict.name}"
    for name, day in verdict.credits:
        yield f"{'':<{WIDE}} {day or 10 * ' '}  {name}"
    if found.pdf:
        yield ""
        yield "The record is what was checked. A PDF can be altered: compare what it says with the lines above."


def _answer(verdict: Verdict) -> str:
    if verdict.genuine:
        return f"Genuine: {verdict.school} has issued it."
    if verdict.doubts:
        return (
            "NOT genuine:"
            if verdict.doubts[0].value not in ("revoked", "expired")
            else "NOT valid:"
        )
    if verdict.trial:
        return "A trial: unchanged since it was signed, but anybody could have signed it."
    return f"Unchanged, but not known to be of {verdict.school}: {HOW_TO_KNOW}."


def _findings(verdict: Verdict) -> Iterator[str]:
    where = "nobody in particular: a trial" if verdict.trial else verdict.place
    yield f"{'Issued by':<{WIDE}} {verdict.school} ({where})"
    yield f"{'Unchanged':<{WIDE}} yes, since {verdict.at[:10]}"
    told = f" (by the list of {verdict.checked})" if verdict.checked else ""
    yield f"{'Revoked':<{WIDE}} {_said(verdict.revoked, 'yes', 'no')}{told}"
    newer = f"no, there is a newer one at {verdict.record}"
    yield f"{'The latest':<{WIDE}} {_said(verdict.newer, newer, 'yes')}{told if not verdict.newer else ''}"
    if verdict.until:
        yield f"{'Holds until':<{WIDE}} {verdict.until[:10]}"


def _said(bit: bool | None, yes: str, no: str) -> str:
    return "cannot be told from what is at hand" if bit is None else yes if bit else no
