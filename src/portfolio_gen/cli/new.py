"""`portfolio-gen new`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from portfolio_gen.cli.common import DayType, nearest, school_argument, today
from portfolio_gen.cli.tongue import say, speak
from portfolio_gen.model.artifact import ArtifactKind
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.tell import why

if TYPE_CHECKING:
    from portfolio_gen.model.rating import ReworkStep
    from portfolio_gen.model.school import School

T = TypeVar("T")

id_option = click.option(
    "--id", "id", metavar="NAME", help="Name of its folder or file, like solar-oven."
)
date_option = click.option(
    "--date",
    "on",
    type=DayType(),
    default=today,
    show_default="today",
    metavar="DAY",
    help="Its date.",
)


class PartialDateType(click.ParamType[PartialDate]):
    """A day, a month or a year on the command line."""

    name = "date"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """Read it, or say how a date is written."""
        try:
            return PartialDate.parse(value)
        except ValueError as problem:
            self.fail(f"{value!r}: {problem}", param, ctx)


@click.group()
def command() -> None:
    """Start a school, a student, a piece of work, and whatever else a student writes.

    Each of them writes new files and never changes one that is there. What students write begins
    with questions, in remarks that are never published.
    """


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--preset", default="tilton", show_default=True, help="Starter school to begin from.")
@click.option("--sample", is_flag=True, help="Bring made-up students along, to look at.")
def school(folder: Path, preset: str, sample: bool) -> None:
    """Start a school in a new FOLDER."""
    from portfolio_gen.start import start_school

    _report(folder, lambda: start_school(folder, preset, sample=sample))
    following = f"serve {folder}" if sample else f'new student "Ada Park" {folder}'
    click.echo(speak("Next: portfolio-gen %(following)s", following=following))


@command.command()
@click.argument("name")
@school_argument
@id_option
@date_option
def student(name: str, school: Path, id: str | None, on: Day) -> None:
    """Start a student called NAME: their own folder, and the school's ledger for them."""
    from portfolio_gen.start import start_student

    framework = _school(school, on).framework
    phase = framework.phases[0].id if framework.phases else ""
    _report(
        school,
        lambda: start_student(school, name, id=id, phase=phase, framework=framework.version, on=on),
    )


@command.command()
@click.argument("student")
@click.argument("title", required=False)
@school_argument
@id_option
@click.option(
    "--date",
    "on",
    type=PartialDateType(),
    metavar="DATE",
    help="When it was made: 2026-03-14, 2026-03 or 2026; today if nothing is said.",
)
@click.option(
    "--kind",
    type=click.Choice(get_args(ArtifactKind)),
    default="work",
    show_default=True,
    help="A failure is something that did not work, and what it taught.",
)
@click.option("--no-input", is_flag=True, help="Ask nothing, also on a terminal.")
def artifact(
    student: str,
    title: str | None,
    school: Path,
    id: str | None,
    on: PartialDate | None,
    kind: ArtifactKind,
    no_input: bool,
) -> None:
    """Start a piece of work called TITLE for a STUDENT (their folder's name).

    On a terminal it asks one question at a time: what it is, when you made it, which pictures and
    files belong to it (they are copied in), what is to be seen in each picture, which credit it could
    show, and who may see it. Enter passes over a question. In a script it asks nothing.
    """
    from portfolio_gen.cli import asking
    from portfolio_gen.start import folder_for, start_artifact

    if no_input or not (sys.stdin.isatty() and sys.stdout.isatty()):
        if title is None:
            raise click.UsageError(speak("Missing argument 'TITLE'."))
        made = on or today()
        _report(school, lambda: start_artifact(school, student, title, id=id, on=made, kind=kind))
        return
    place = partial(folder_for, school, student)
    if _expect(lambda: place(title or asking.UNTITLED, id)).exists() and (title or id):
        raise click.ClickException(
            speak("%(what)s exists already. Nothing was changed.", what=str(place(title or "", id)))
        )
    framework = _school(school, today()).framework_for(student)
    called = title or asking.title_of_work(lambda one: place(one, id).exists())
    made = on or asking.day_of_work(today())
    answers = asking.more_about_work(framework)
    _report(
        school,
        lambda: start_artifact(school, student, called, id=id, on=made, kind=kind, answers=answers),
    )
    click.echo(speak("It is a draft: only you see it until its `status` is `published`."))
    click.echo(speak("Next: portfolio-gen %(following)s", following=f"edit {student} {school}"))


@command.command()
@click.argument("student")
@click.argument("title")
@school_argument
@id_option
@click.option("--about", metavar="ID", help="Area, skill or credit that it is about, or a term.")
def narrative(student: str, title: str, school: Path, id: str | None, about: str | None) -> None:
    """Start a self-narrative called TITLE for a STUDENT."""
    from portfolio_gen.start import start_narrative

    _report(school, lambda: start_narrative(school, student, title, id=id, about=about))


@command.command()
@click.argument("student")
@click.argument("title")
@school_argument
@id_option
@click.option("--credit", metavar="ID", help="After a “not yet”: the credit to be pitched again.")
def goal(student: str, title: str, school: Path, id: str | None, credit: str | None) -> None:
    """Start a goal called TITLE for a STUDENT.

    With --credit it is the way to the next try: the school's menu of what helps stands in the file,
    and the plan on the page of the credit.
    """
    from portfolio_gen.start import start_goal

    menu: tuple[ReworkStep, ...] = ()
    if credit is not None:
        seen = _school(school, today())
        known = {one.id for one in seen.framework_for(student).all_credits()}
        if credit not in known:
            raise click.ClickException(
                speak(
                    "there is no credit `%(credit)s` in this school.%(meant)s",
                    credit=credit,
                    meant=nearest(credit, known),
                )
            )
        menu = seen.framework_for(student).rework
    _report(school, lambda: start_goal(school, student, title, id=id, credit=credit, menu=menu))


@command.command()
@click.argument("student")
@click.argument("title")
@school_argument
@id_option
@date_option
@click.option(
    "--artifact",
    "artifacts",
    multiple=True,
    required=True,
    metavar="NAME",
    help="Work to pitch; several may be.",
)
@click.option(
    "--credit",
    "credits",
    multiple=True,
    required=True,
    metavar="ID",
    help="Credit claimed, like communication/academics; several may be.",
)
@click.option("--level", default="foundation", show_default=True, help="Level claimed.")
@click.option(
    "--with",
    "group",
    multiple=True,
    metavar="STUDENT",
    help="Another student who pitches the same work, with a pitch of their own.",
)
def pitch(student: str, title: str, school: Path, **answers: Any) -> None:
    """Start a pitch called TITLE for a STUDENT: work, credits, and why the work shows them.

    A teammate's work is given as --artifact TEAMMATE/NAME; its `team` must name the student. When
    the four questions are answered, `portfolio-gen submit` hands it in.
    """
    from portfolio_gen.start import start_pitch

    _report(school, lambda: start_pitch(school, student, title, **answers))


@command.command()
@click.argument("student")
@school_argument
def profile(student: str, school: Path) -> None:
    """Start the learner profile of a STUDENT, with the questions that the school asks."""
    from portfolio_gen.start import start_profile

    parts = _school(school, today()).framework.profile
    _report(school, lambda: start_profile(school, student, parts))


@command.command()
@click.argument("student")
@school_argument
def milestones(student: str, school: Path) -> None:
    """Start the milestones of a STUDENT, past and planned."""
    from portfolio_gen.start import start_milestones

    _report(school, lambda: start_milestones(school, student))


@command.command()
@click.argument("student")
@school_argument
@id_option
@date_option
def conference(student: str, school: Path, id: str | None, on: Day) -> None:
    """Start a conference that a STUDENT leads, on the day given with --date."""
    from portfolio_gen.start import start_conference

    _report(school, lambda: start_conference(school, student, id=id, on=on))


class ClockType(click.ParamType[str]):
    """A time of day on the command line."""

    name = "time"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take it, or say how a time is written."""
        from portfolio_gen.model.agenda import minute_of

        if minute_of(value) is None:
            self.fail(f"{value!r}: a time is written like 15:30", param, ctx)
        return value


@command.command()
@click.argument("title")
@school_argument
@id_option
@click.option(
    "--date", "on", type=DayType(), required=True, metavar="DAY", help="The day on which it sits."
)
@click.option("--start", type=ClockType(), required=True, metavar="TIME", help="Like 15:30.")
@click.option(
    "--minutes",
    type=click.IntRange(1, 600),
    default=20,
    show_default=True,
    help="How long a pitch takes.",
)
@click.option("--place", help="Where it sits.")
@click.option(
    "--chair", required=True, metavar="MEMBER", help="Who leads it and confirms decisions."
)
@click.option(
    "--member", "members", multiple=True, metavar="MEMBER", help="Who else sits; may be repeated."
)
@click.option(
    "--pitch", "pitches", multiple=True, metavar="STUDENT/PITCH", help="What is heard, in order."
)
@click.option("--waiting", is_flag=True, help="Also hear all that wait and that no session hears.")
@click.option(
    "--release", type=DayType(), metavar="DAY", help="From when on students see what was decided."
)
def session(
    title: str,
    school: Path,
    on: Day,
    chair: str,
    members: tuple[str, ...],
    pitches: tuple[str, ...],
    waiting: bool,
    **answers: Any,
) -> None:
    """Start a session of the committee called TITLE: when it sits, who sits, and what it hears."""
    from portfolio_gen import convening
    from portfolio_gen.proceedings import CannotProceed
    from portfolio_gen.start import start_session

    seen = _school(school, today())
    try:
        convening.expect_members(seen, (chair, *members), on)
        convening.expect_pitches(seen, pitches)
    except CannotProceed as problem:
        raise click.ClickException(say(why(problem))) from None
    heard = dict.fromkeys((*pitches, *(convening.waiting(seen, today()) if waiting else ())))
    _report(
        school,
        lambda: start_session(
            school, title, on=on, chair=chair, members=members, pitches=tuple(heard), **answers
        ),
    )


class DeploymentType(click.ParamType[str]):
    """A kind of deployment on the command line; which there are is looked up only when it is asked for."""

    name = "kind"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take it, or say which ones there are."""
        from portfolio_gen.start import deployments

        if value not in deployments():
            self.fail(f"{value!r} is none of {', '.join(deployments())}.", param, ctx)
        return value


@command.command()
@click.argument("kind", type=DeploymentType())
@school_argument
def deployment(kind: str, school: Path) -> None:
    """Start publishing by KIND: github-pages, gitlab-pages, github-bucket or container.

    Writes complete files for that host into the school's folder. Only the editions for strangers,
    `college` and `public`, are published by them. The remarks at their beginning say what is to be
    done once.
    """
    from portfolio_gen.start import start_deployment

    _report(None, lambda: start_deployment(school, kind))
    click.echo(speak("Next: read the remarks at the beginning, and keep the repository private."))


def _school(school: Path, on: Day) -> School:
    """The school as it can be read."""
    from portfolio_gen.survey import survey

    seen = survey(school, on=on).school
    if seen is None:
        raise click.ClickException(
            speak(
                "%(school)s cannot be read; `portfolio-gen check %(school)s` says why.",
                school=str(school),
            )
        )
    return seen


def _report(school: Path | None, start: Callable[[], tuple[Path, ...]]) -> None:
    """Name what was written; into a school the schemas that new files name are laid, too."""
    from portfolio_gen.schemas import lay_out_schemas
    from portfolio_gen.start import SCHEMAS

    for path in _expect(start):
        click.echo(speak("wrote %(path)s", path=str(path)))
    if school and lay_out_schemas(school):
        click.echo(speak("wrote %(path)s (for editors)", path=str(school / SCHEMAS)))


def _expect(start: Callable[[], T]) -> T:
    """What was started, or the reason why it cannot be."""
    from portfolio_gen.start import CannotStart

    try:
        return start()
    except CannotStart as problem:
        raise click.ClickException(say(why(problem))) from None
