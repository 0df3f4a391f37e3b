"""`portfolio-gen decide`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from portfolio_gen.cli.common import DayType, day_option, form_option, leave, school_argument
from portfolio_gen.model.dates import Day
from portfolio_gen.model.feedback import SPOKEN

if TYPE_CHECKING:
    from portfolio_gen.deciding import Hearing, Recorded, Words
    from portfolio_gen.pitching.proposal import Proposal


@click.command()
@school_argument
@click.option(
    "--ballots",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder with ballots as they came. Those on file are counted in any case.",
)
@click.option("--session", metavar="ID", help="Only what this session hears.")
@click.option("--pitch", metavar="STUDENT/SLUG", help="Only this pitch.")
@click.option("--confirm", "chair", metavar="CHAIR", help="Record what is proposed; a member's id.")
@click.option(
    "--release",
    type=DayType(),
    metavar="DAY",
    help="First day on which students and families see it, if the session names none.",
)
@click.option(
    "--feedback",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What students are told, in the chair's words. A file that is not there is begun with the ballots' words.",
)
@click.option("--edit", is_flag=True, help="Open the file of --feedback in your editor first.")
@click.option(
    "--correct",
    metavar="DECISION",
    help="Decide anew what was recorded wrongly, in a new entry; the old one stays and counts no more.",
)
@form_option
@day_option
def command(
    school: Path,
    ballots: Path | None,
    session: str | None,
    pitch: str | None,
    chair: str | None,
    release: Day | None,
    feedback: Path | None,
    edit: bool,
    correct: str | None,
    form: str,
    on: Day,
) -> None:
    """Collect ballots and say what the school's rule makes of them.

    Ballots about another version of the work, from strangers, twice from one member, or from
    somebody with a conflict of interest are not counted, and each is named with the reason. With
    --confirm the ballots are filed under `transcripts/ballots/` and each proposed decision is
    appended to the student's ledger. Nothing that is on record is ever changed. The exit code is 1
    when there were ballots that could not be counted.

    Students are told, from the day of release on, what the ballots say is strong and missing.
    --feedback puts it in other words, and adds what comes next.
    """
    from portfolio_gen.cli.feedback import taken_up
    from portfolio_gen.deciding import Docket, confirm, hear
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.proceedings import CannotProceed

    docket = Docket(ballots=ballots, session=session, pitch=pitch, corrects=correct, on=on)
    recorded: tuple[Recorded, ...] = ()
    try:
        if feedback:
            docket = taken_up(
                school, docket, feedback, edit=edit, confirmed=chair is not None, form=form
            )
        elif edit:
            raise click.UsageError("--edit needs a file to edit: --feedback FILE")
        if chair is None:
            hearing = hear(school, docket)
        else:
            hearing, recorded = confirm(school, docket, chair, release=release)
    except CannotProceed as problem:
        raise click.ClickException(str(problem)) from None
    if form == "json":
        _tell_programs(hearing, recorded)
    else:
        _tell_people(hearing, recorded, school, confirmed=chair is not None)
    leave(1 if errors(hearing.found) else 0)


def _tell_programs(hearing: Hearing, recorded: tuple[Recorded, ...]) -> None:
    from portfolio_gen.cli.show import as_json, json_text

    document = {
        "proposals": [_as_document(one, hearing.words(one)) for one in hearing.proposals],
        "recorded": [
            {
                "student": one.student,
                "id": one.id,
                "credit": one.credit,
                "level": one.level,
                "outcome": one.outcome,
                "release": str(one.release),
            }
            for one in recorded
        ],
        **as_json(hearing.found),
    }
    click.echo(json_text(document))


def _as_document(one: Proposal, words: Words | None) -> dict[str, Any]:
    return {
        "student": one.submission.student,
        "pitch": one.submission.pitch,
        "submission": one.submission.digest,
        "credit": one.credit,
        "level": one.level,
        "state": one.state,
        "outcome": one.outcome.means if one.outcome else None,
        "verdict": one.outcome.id if one.outcome else None,
        "ratings": dict(one.ratings),
        "because": list(one.because),
        "ballots": {each.reviewer: each.digest for each in one.ballots},
        "quorum": one.quorum,
        "told": {key: words.says(key) for key in SPOKEN} if words else {},
    }


_SAYS = {
    "waiting": "waits for ballots",
    "divided": "the committee is divided",
    "decided": "is decided already",
    "superseded": "was superseded",
}


def _tell_people(
    hearing: Hearing, recorded: tuple[Recorded, ...], school: Path, *, confirmed: bool
) -> None:
    from portfolio_gen.cli.show import printable, show

    if hearing.found:
        show(hearing.found, school, "full")
    names = {one.id: one.name for one in hearing.school.committee.members}
    for one in hearing.proposals:
        title = printable(one.submission.frozen_pitch.title)
        says = f"proposed: {one.outcome.title}" if one.outcome else _SAYS[one.state]
        click.echo(f"{one.submission.of}  {one.credit} ({one.level}): {printable(says)}")
        click.echo(f"  “{title}”")
        for each in one.because:
            click.echo(f"  {printable(each)}")
        if one.outcome:
            rated = ", ".join(f"{name} {level}" for name, level in one.ratings.items())
            click.echo(f"  {printable(rated)}")
        voters = ", ".join(names.get(each.reviewer, each.reviewer) for each in one.ballots)
        click.echo(f"  ballots: {printable(voters) or 'none'}")
        if words := hearing.words(one):
            _tell_words(words)
    if not hearing.proposals:
        click.echo("There is no ballot about anything that was handed in.")
    for done in recorded:
        click.echo(
            f"recorded {done.id} of {done.student}: {done.credit} ({done.level}), {done.outcome}; "
            f"seen from {done.release} on"
        )
    if confirmed and not recorded:
        why = "there is nothing that could be confirmed"
        if any(one.code == "PG711" for one in hearing.found):
            why = "words to students are about what nobody has handed in"
        click.echo(f"Nothing was recorded: {why}.")
    elif not confirmed and any(one.outcome for one in hearing.proposals):
        click.echo(
            "Next: the same with --confirm and the id of the member who leads the committee."
        )


def _tell_words(words: Words) -> None:
    """What the student will read, each line of it."""
    from portfolio_gen.cli.show import printable

    for key in SPOKEN:
        lines = words.says(key).splitlines()
        for at, line in enumerate(lines):
            click.echo(f"  {'' if at else f'{key}: '}{printable(line)}".rstrip())
