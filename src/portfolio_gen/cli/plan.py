"""`portfolio-gen plan`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from portfolio_gen.cli.common import day_option, expect_students, form_option, leave
from portfolio_gen.cli.show import complain, json_text
from portfolio_gen.model.dates import Day

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("student", required=False)
@click.argument("school", default=".", type=FOLDER)
@click.option(
    "--school",
    "whole",
    is_flag=False,
    flag_value=".",
    metavar="[SCHOOL]",
    type=FOLDER,
    help="Look at the whole school instead: who might need a hand, and what hardly anybody reaches.",
)
@click.option(
    "--drafts", is_flag=True, help="Look at drafts too, which only the student is meant to see."
)
@form_option
@day_option
def command(
    student: str | None, school: Path, whole: Path | None, drafts: bool, form: str, on: Day
) -> None:
    """Say what is still open for a student, and what could come next.

    \b
      portfolio-gen plan ada-park              in the school of this folder
      portfolio-gen plan ada-park our-school
      portfolio-gen plan --school our-school   for the school's staff

    It lists the requirements that are not met and how much time is left; which of the student's
    works could fill most of what is open, and why each is suggested; and the next steps. A
    suggestion is never a promise: the school decides. Only what has been released on the day
    counts. Phases have no dates, so the present one always counts as a whole one.

    For the whole school it names students who might need a hand, and counts who has reached what,
    never a number below 5 nor one from which such a number would follow.
    """
    if whole is not None:
        if student is not None:
            raise click.UsageError("Name a student or ask for the whole school, not both.")
        _school(whole, form, on)
    elif student is None:
        raise click.UsageError("Name a student, or ask for the whole school with --school.")
    else:
        _student(student, school, form, on, drafts=drafts)


def _student(student: str, folder: Path, form: str, on: Day, *, drafts: bool) -> None:
    from portfolio_gen.cli.plan_document import student_document
    from portfolio_gen.cli.plan_text import student_text
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.outlook import plan_of_student
    from portfolio_gen.survey import survey

    seen = survey(folder, on=on, students=(student,))
    expect_students(seen, (student,))
    problems = [one for one in errors(seen.diagnostics) if one.about in ("", student)]
    if read := seen.school:
        person = next(one for one in seen.students if one.id == student)
        plan = plan_of_student(read, person, on=on, drafts=drafts)
        _print(form, student_document(read, plan), student_text(read, plan))
    complain(problems, folder)
    leave(1 if problems else 0)


def _school(folder: Path, form: str, on: Day) -> None:
    from portfolio_gen.cli.plan_document import school_document
    from portfolio_gen.cli.plan_text import school_text
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.outlook import plan_of_school
    from portfolio_gen.survey import survey

    seen = survey(folder, on=on)
    if read := seen.school:
        plan = plan_of_school(read, seen, on=on)
        _print(form, school_document(read, plan), school_text(read, plan))
    complain(errors(seen.diagnostics), folder)
    leave(1 if errors(seen.diagnostics) else 0)


def _print(form: str, document: object, lines: Iterable[str]) -> None:
    if form == "json":
        click.echo(json_text(document))
    else:
        click.echo("\n".join(lines))
