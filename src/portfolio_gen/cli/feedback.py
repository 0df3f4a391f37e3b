"""The chair's own words to students: a file that is begun, opened in an editor, and read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import leave

if TYPE_CHECKING:
    from portfolio_gen.deciding import Docket


def taken_up(
    school: Path, docket: Docket, file: Path, *, edit: bool, confirmed: bool, form: str
) -> Docket:
    """What is decided about, with the words of a file; one that is not there is begun first.

    Args:
        school: the school's folder.
        docket: without any words.
        file: the chair's.
        edit: whether it is opened in an editor.
        confirmed: whether it is recorded right away.
        form: how diagnostics are shown, `text` or `json`.

    Raises:
        CannotProceed: the school cannot be read.
    """
    from portfolio_gen.cli.show import complain, show
    from portfolio_gen.deciding import read_feedback

    if not file.exists() and not _begun(school, docket, file, hurried=confirmed and not edit):
        return docket
    if edit:
        click.edit(filename=str(file))
    sheet, found = read_feedback(school, file)
    if sheet is None:
        show(found, school, "json" if form == "json" else "full")
        click.echo("Nothing was recorded.", err=True)
        leave(1)
    complain(found, school, more=False)
    docket = replace(docket, feedback=sheet)
    if edit and confirmed:
        _ask_about_words(school, docket)
    return docket


def _begun(school: Path, docket: Docket, file: Path, *, hurried: bool) -> bool:
    """Begin a file with what the ballots say; not when nothing is proposed."""
    from portfolio_gen.deciding import draft, hear

    if hurried:
        raise click.ClickException(
            f"there is no file {file}; without --confirm it is begun with the words of the ballots"
        )
    hearing = hear(school, docket)
    if not hearing.told:
        return False
    with file.open("x", encoding="utf-8", newline="\n") as new:
        new.write(draft(hearing))
    click.echo(
        f"wrote {file}: put it into your words, then the same command with --confirm", err=True
    )
    return True


def _ask_about_words(school: Path, docket: Docket) -> None:
    """Before words that say what somebody is are recorded for good, ask whoever has just written them."""
    from portfolio_gen.cli.show import show
    from portfolio_gen.deciding import hear

    notes = [one for one in hear(school, docket).found if one.code == "PG339"]
    if notes:
        show(notes, school, "full")
        click.confirm("Record it like this?", abort=True)
