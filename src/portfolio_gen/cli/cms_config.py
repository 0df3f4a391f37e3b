"""`portfolio-gen cms-config`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import expect_students, school_argument, student_option, today

if TYPE_CHECKING:
    from portfolio_gen.edit.cms import System
    from portfolio_gen.editing.cms import Backend


@click.command()
@school_argument
@click.option(
    "--for",
    "system",
    type=click.Choice(["sveltia", "decap"]),
    default="sveltia",
    show_default=True,
    help="Sveltia CMS or Decap CMS.",
)
@click.option(
    "--backend",
    type=click.Choice(["github", "gitlab", "gitea"]),
    default="github",
    show_default=True,
    help="Where the repository lies; gitea is Forgejo, too.",
)
@click.option("--repository", required=True, metavar="OWNER/NAME", help="The repository there.")
@click.option("--branch", default="main", show_default=True, help="The branch that is written to.")
@student_option
@click.option(
    "--alone", is_flag=True, help="The repository holds only the folder of the one --student."
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to a file, over the one that is there, instead of printing it.",
)
def command(
    school: Path,
    system: System,
    backend: Backend,
    repository: str,
    branch: str,
    students: tuple[str, ...],
    alone: bool,
    out: Path | None,
) -> None:
    """Write the configuration of a content management system on a git host, for students to write in.

    It is made of the same schemas as the forms of `edit`: every key that a student may write, the
    school's own credits, and no file of the school's records. Put it beside that program's page as
    `config.yml`. Whoever may write in a repository can read all of it, so each student best has one
    with nothing but their own folder: that is what --alone is for.
    """
    from portfolio_gen.editing.cms import cms_config
    from portfolio_gen.survey import survey

    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)+", repository):
        raise click.UsageError(f"`{repository}` is no repository; it is named like owner/name.")
    if alone and len(students) != 1:
        raise click.UsageError("--alone needs one --student: whose repository is it?")
    seen = survey(school, on=today())
    if seen.school is None:
        raise click.ClickException(
            f"{school} cannot be read; `portfolio-gen check {school}` says why."
        )
    expect_students(seen, students)
    whole = seen.school
    writing = [one for one in whole.students if not students or one.id in students]
    if not writing:
        raise click.ClickException(
            f'There is no student yet. Begin with: portfolio-gen new student "Their Name" {school}'
        )
    text = cms_config(
        whole,
        writing,
        system=system,
        backend=backend,
        repository=repository,
        branch=branch,
        alone=alone,
    )
    if out is None:
        click.echo(text, nl=False)
        return
    out.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"wrote {out}")
