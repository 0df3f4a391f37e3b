"""`portfolio-gen import`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import DayType, Failure, leave, nearest, school_argument, today
from portfolio_gen.cli.show import complain, printable
from portfolio_gen.diagnostics import errors

if TYPE_CHECKING:
    from portfolio_gen.exchange import Imported
    from portfolio_gen.exchange.kinds import Kind
    from portfolio_gen.model.dates import Day
    from portfolio_gen.model.school import School
    from portfolio_gen.receiving import Receive

student_argument = click.argument("student")
file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
plan_option = click.option(
    "--plan", "only_plan", is_flag=True, help="Write nothing; say what would be written."
)
ONE_AND_MANY = {
    "domain": ("domain", "domains"),
    "competency": ("competency", "competencies"),
    "credit": ("credit", "credits"),
    "target": ("learning target", "learning targets"),
    "dimension": ("side of a target", "sides of targets"),
    "level": ("level", "levels"),
    "habits": ("heading of habits", "headings of habits"),
    "habit": ("habit", "habits"),
    "group": ("group, kept as a remark", "groups, kept as remarks"),
}


@click.group()
def command() -> None:
    """Bring in what other programs have, as files of a school."""


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--into",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="SCHOOL",
    help="Make it the framework of a school; the one that is there is kept as an earlier version.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to a new file instead.",
)
@click.option(
    "--rubrics",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write its rubrics, if it has any, to a new file.",
)
@click.option(
    "--levels",
    metavar="KINDS",
    help="What each level of its tree becomes, from the top, like domain,group,credit,target.",
)
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE=KIND",
    help='What all items of a type become, like "Cluster=credit"; may be repeated.',
)
@click.option("--version", help="Version of the framework; its own by default.")
def framework(
    file: Path,
    root: Path | None,
    out: Path | None,
    rubrics: Path | None,
    levels: str | None,
    types: tuple[str, ...],
    version: str | None,
) -> None:
    """Import a framework from FILE: CASE 1.0 or 1.1 (JSON), or SmartEvidence of Mahara (.matrix).

    Without --into and --out it is printed. The first level of its tree becomes domains, the second
    credits, everything below learning targets; say --levels or --type when you know better. KIND is
    domain, competency, credit, target or group. What has no place in a framework is counted, and
    identifiers are kept.
    """
    from portfolio_gen.exchange import CannotPlace, Choices, import_framework

    if root and out:
        raise click.UsageError("Give --into or --out, not both.")
    choices = Choices(
        levels=tuple(_kind(one) for one in levels.split(",")) if levels else (),
        types=dict(map(_type, types)),
        version=_version(version),
    )
    school = _school(root) if root else None
    imported = import_framework(file, shown=str(file), choices=choices, school=school)
    complain(imported.diagnostics, file.parent, more=False)
    if imported.framework is None:
        leave(1)
    try:
        _write(imported, root, school, out, rubrics)
    except CannotPlace as problem:
        raise click.ClickException(str(problem)) from None
    click.echo(_summary(imported), err=True)


@command.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@student_argument
@school_argument
@plan_option
def markdown(folder: Path, student: str, school: Path, only_plan: bool) -> None:
    """Import a portfolio that is a FOLDER of Markdown: of Jekyll, Hugo, MkDocs, or made by hand.

    Each page becomes a piece of work of STUDENT, with the pictures and files that it shows. Nobody
    but the student sees them until they choose an audience. What was a draft, or cannot be shown as
    it is, stays a draft. Nothing that is there is changed; what has no place is kept in
    `imported/`, with a report of everything that was not understood.
    """
    from portfolio_gen.receiving import receive_markdown

    _receive(receive_markdown, folder, student, school, only_plan)


@command.command()
@file_argument
@student_argument
@school_argument
@plan_option
def word(file: Path, student: str, school: Path, only_plan: bool) -> None:
    """Import a Word document (FILE, .docx) as a piece of work.

    Headings, lists, tables, footnotes and pictures with their descriptions come along; how it looked
    does not. The document itself is kept in `imported/`.
    """
    from portfolio_gen.receiving import receive_word

    _receive(receive_word, file, student, school, only_plan)


@command.command()
@file_argument
@student_argument
@school_argument
@plan_option
def leap2a(file: Path, student: str, school: Path, only_plan: bool) -> None:
    """Import a portfolio in the format Leap2A (FILE, .zip or .xml), as Mahara exports it.

    Posts and pages become pieces of work with their files, plans become goals, what a résumé says
    becomes narratives. Nobody but the student sees them until they choose an audience.
    """
    from portfolio_gen.receiving import receive_leap2a

    _receive(receive_leap2a, file, student, school, only_plan)


@command.command()
@file_argument
@student_argument
@school_argument
@plan_option
def resume(file: Path, student: str, school: Path, only_plan: bool) -> None:
    """Import a JSON Résumé (FILE, schema 1.0.0).

    Projects and publications become pieces of work, each other section a narrative. Nothing becomes
    a recognition on the school's record, for everybody can write a résumé about themselves.
    """
    from portfolio_gen.receiving import receive_resume

    _receive(receive_resume, file, student, school, only_plan)


@command.command()
@file_argument
@school_argument
@click.option("--id", "id", metavar="NAME", help="Their id in this school; the same by default.")
@click.option(
    "--issuer",
    type=click.Path(exists=True, path_type=Path),
    help="The other school's `issuer` folder, or its did.json; from that school itself, not from the zip.",
)
@click.option(
    "--online", is_flag=True, help="Ask the other school's web address whether a record is genuine."
)
@plan_option
@click.option(
    "--on",
    "on",
    type=DayType(),
    default=today,
    show_default="today",
    metavar="DAY",
    help="The day on which they enter.",
)
def portfolio(
    file: Path,
    school: Path,
    id: str | None,
    issuer: Path | None,
    online: bool,
    only_plan: bool,
    on: Day,
) -> None:
    """Let a student arrive in SCHOOL with the zip (FILE) that they took along from another school.

    Their folder comes along, and a new ledger begins. What the other school has decided becomes
    recognitions by that school: told on the transcript apart from credits, and counted as none. Claims
    stay claims where this framework has the credit, and become remarks where it has not.
    """
    import datetime

    from portfolio_gen.receiving import Believed, CannotReceive, receive_portfolio, settle

    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    believed = Believed(issuer=issuer, online=online, now=now)
    try:
        newcomer = receive_portfolio(file, school, id=id, on=on, believed=believed)
        places = settle(newcomer, school) if not only_plan else ()
    except CannotReceive as problem:
        raise Failure(str(problem)) from None
    for one in newcomer.said:
        click.echo(printable(one), err=True)
    for edition, said in newcomer.records:
        click.echo(f"record for `{edition}`: {printable(said)}", err=True)
    for one in places or (f"students/{newcomer.id}", f"transcripts/{newcomer.id}.yml"):
        click.echo(f"{'wrote' if places else 'would write'} {printable(str(school / one))}")
    many = len(newcomer.recognitions)
    click.echo(
        f"{many} {'recognition' if many == 1 else 'recognitions'} in their ledger.", err=True
    )
    if places:
        click.echo(f"Next: portfolio-gen check {school}")


@command.command()
@file_argument
@student_argument
@school_argument
@click.option(
    "--issuer",
    type=click.Path(exists=True, path_type=Path),
    help="did.json of whoever issued it; from them, not from whoever sent the badge.",
)
@click.option("--validator", metavar="WORDS", help="Who at the school has checked it, for readers.")
@plan_option
def badge(
    file: Path,
    student: str,
    school: Path,
    issuer: Path | None,
    validator: str | None,
    only_plan: bool,
) -> None:
    """Put a badge that STUDENT has earned elsewhere on the school's record, as a recognition.

    FILE is a credential of Open Badges 3.0: .json, .jwt, or baked into a .png or .svg. It stands on the
    transcript apart from credits and never counts as one. Whether its signature was checked, and what
    that is worth, is said here and in the ledger. Nothing is asked of a network.
    """
    import datetime

    from portfolio_gen.receiving import CannotReceive, put_on_record, recognise

    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        found = recognise(file, issuer=issuer, now=now)
        written = put_on_record(
            found, file, school, student, validator=validator, only_plan=only_plan
        )
    except CannotReceive as problem:
        raise Failure(str(problem)) from None
    click.echo(printable(f"{found.badge.title}, by {found.badge.issuer}, {found.badge.date}."))
    click.echo(printable(found.says))
    if found.badge.holder:
        click.echo(printable(f"It was issued to {found.badge.holder}; see that this is {student}."))
    for one in written:
        click.echo(f"{'would write' if only_plan else 'wrote'} {printable(str(school / one))}")


def _receive(receive: Receive, path: Path, student: str, school: Path, only_plan: bool) -> None:
    from portfolio_gen.receiving import CannotReceive, home_of, put_away

    try:
        home = home_of(school, student)
        haul = receive(path, path.name or str(path), home)
        placed = put_away(haul, home, path.stem, only_plan=only_plan)
    except CannotReceive as problem:
        raise Failure(str(problem)) from None
    complain(placed.found, path.parent, more=False)
    if errors(placed.found):
        leave(1)
    verb = "would write" if only_plan else "wrote"
    for one in (*placed.paths, *filter(None, (placed.aside,))):
        click.echo(f"{verb} {printable(str(school / one))}")
    if not placed.paths:
        click.echo("Nothing became a page.", err=True)
    if not only_plan:
        click.echo(f"Next: portfolio-gen check {school}")


def _write(
    imported: Imported,
    root: Path | None,
    school: School | None,
    out: Path | None,
    rubrics: Path | None,
) -> None:
    from portfolio_gen.exchange import place, write_new

    written: tuple[Path, ...] = ()
    if rubrics and imported.rubrics:
        written += write_new(rubrics, imported.rubrics.encode())
    if root:
        written += place(imported, root, school)
    elif out:
        written += write_new(out, imported.text.encode())
    else:
        click.echo(imported.text, nl=False)
    for path in written:
        click.echo(f"wrote {path}")
    if imported.rubrics and not any(path.name != "framework.yml" for path in written):
        click.echo("Its rubrics were not written; name a file with --rubrics.", err=True)
    if root:
        click.echo(f"Next: portfolio-gen check {root}")


def _school(root: Path) -> School | None:
    """The school that is there; None when it has no framework yet."""
    from portfolio_gen.survey import survey

    if not (root / "transcripts" / "framework.yml").exists():
        return None
    school = survey(root, on=today()).school
    if school is None:
        message = f"{root} cannot be read; `portfolio-gen check {root}` says why."
        raise click.ClickException(message)
    return school


def _kind(word: str) -> Kind:
    from portfolio_gen.exchange import KINDS

    kind = word.strip().lower()
    if kind not in KINDS:
        hint = nearest(kind, KINDS)
        raise click.BadParameter(f"`{word}` is none of {', '.join(KINDS)}.{hint}")
    return kind


def _type(words: str) -> tuple[str, Kind]:
    name, sign, kind = words.rpartition("=")
    if not sign:
        raise click.BadParameter(f"`{words}` is not of the form TYPE=KIND, like Cluster=credit.")
    return name.strip(), _kind(kind)


def _version(version: str | None) -> str:
    from portfolio_gen.exchange.slugs import slug

    if version and slug(version) != version:
        hint = f"; try `{slug(version)}`" if slug(version) else ""
        raise click.BadParameter(f"a version is written in a-z, 0-9 and hyphens{hint}.")
    return version or ""


def _summary(imported: Imported) -> str:
    return f"{', '.join(_counted(imported))}."


def _counted(imported: Imported) -> Iterator[str]:
    for kind, (one, many) in ONE_AND_MANY.items():
        if number := imported.counts.get(kind, 0):
            yield f"{number} {one if number == 1 else many}"
