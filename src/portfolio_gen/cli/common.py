"""What the commands have in common: the school argument, the day, and how they end."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from portfolio_gen import diagnostics
from portfolio_gen.cli.tongue import speak
from portfolio_gen.model.dates import Day
from portfolio_gen.model.settings import EDITIONS

if TYPE_CHECKING:
    from portfolio_gen.survey import Survey
Command = TypeVar("Command", bound=Callable[..., Any])


class DayType(click.ParamType[Day]):
    """A calendar day on the command line."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Day:
        """Read it, or say how a day is written."""
        if isinstance(value, Day):
            return value
        try:
            return Day.parse(value)
        except ValueError as problem:
            self.fail(f"{value!r}: {problem}", param, ctx)


def today() -> Day:
    """The day on which consents hold and decisions are released: today, or SOURCE_DATE_EPOCH's day.

    SOURCE_DATE_EPOCH: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch.isdigit() else None
    day = now.date() if now else datetime.date.today()
    return Day(day.year, day.month, day.day)


school_argument = click.argument(
    "school",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)


def port_option(usual: int) -> Callable[[Command], Command]:
    """Where on this computer a command shows its pages."""
    return click.option(
        "--port",
        default=usual,
        show_default=True,
        type=click.IntRange(0, 65535),
        help="0 takes a free one.",
    )


day_option = click.option(
    "--on",
    "on",
    type=DayType(),
    default=today,
    show_default="today",
    metavar="DAY",
    help="The day on which consents hold and decisions are released, like 2026-06-30.",
)
form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or one JSON document for programs.",
)
student_option = click.option(
    "--student", "students", multiple=True, metavar="ID", help="Only this student; may be repeated."
)
edition_option = click.option(
    "--edition",
    "editions",
    multiple=True,
    type=click.Choice(EDITIONS),
    help="Only this edition; may be repeated.",
)


class Failure(click.ClickException):
    """The command itself failed, and says why."""

    exit_code = 2


def leave(code: int) -> NoReturn:
    """End the command with an exit code."""
    raise click.exceptions.Exit(code)


def nearest(word: str, known: Iterable[str]) -> str:
    """A question for the nearest right word, with a space before it; empty when nothing is near."""
    guess = diagnostics.nearest(word, known)
    return speak(" Did you mean `%(word)s`?", word=guess) if guess else ""


def expect_students(seen: Survey, wanted: Iterable[str]) -> None:
    """Refuse ids that no student has, with the nearest one that exists."""
    if seen.school is None:
        return
    known = [one.id for one in seen.students]
    for student in wanted:
        if student not in known:
            raise click.BadParameter(
                speak("there is no student `%(student)s` in this school.", student=student)
                + nearest(student, known),
                param_hint="STUDENT",
            )
