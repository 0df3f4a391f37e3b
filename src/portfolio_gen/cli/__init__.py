"""The porch: words in, exit code out; no logic."""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import keyword
import os
import sys
from collections.abc import Mapping

import click

from portfolio_gen.hallway.calm import search_seldom

COMMANDS = {
    "new": "Start a school, a student, a piece of work, a narrative, a goal or a pitch.",
    "check": "Read everything and say what is wrong, where, and what to try.",
    "build": "Make the sites: one portfolio and transcript per student and edition.",
    "merge": "Join what several machines have built of one school.",
    "upload": "Carry built editions to a bucket, a server or another folder.",
    "edit": "Write a portfolio in the browser: forms beside a preview.",
    "serve": "Show the sites on this computer and rebuild them while you write.",
    "status": "List where each student stands, credit by credit.",
    "submit": "Hand in a pitch: freeze what the committee will see.",
    "ballot": "Make a key for a member of the committee, and sign ballots with it.",
    "decide": "Collect ballots, propose decisions by the school's rule, and record what the chair confirms.",
    "review": "Show the committee's edition on this computer, and file the ballots of its pages.",
    "release": "Let students and families see a decision, or all of a session, from a day on.",
    "plan": "Say what is still open for a student, and which work could fill it.",
    "why": "Explain one credit of one student: rule, decision, who, when, evidence.",
    "import": "Bring in a framework, or a student's work, from another program.",
    "export": "Hand out what is a student's, for life, or the framework for other programs.",
    "keys": "Make and look after the key that signs a school's records.",
    "packet": "Pack one pitch for an expert from outside the school.",
    "session": "Print a session of the committee, or put it into calendars.",
    "issue": "Sign the records of what students have earned.",
    "reissue": "Sign a student's record anew, as after a mistake.",
    "revoke": "Take back a student's records, wherever copies of them are.",
    "verify": "Say whether a record or a transcript is genuine.",
    "cms-config": "Write the configuration of a CMS on a git host, for students to write in.",
    "links": "List links that lead elsewhere, since when they are only links, and which are gone.",
    "audit": "Say what every edition shows of a person, or search built editions for leaks.",
}


class Reading(click.Context):
    """A command as somebody reads about it."""

    def make_formatter(self) -> click.HelpFormatter:
        """What writes its help; in English, nothing is opened for that."""
        if not is_foreign(os.environ):
            return super().make_formatter()
        from portfolio_gen.cli.pages import Pages

        return Pages(self.command, width=self.terminal_width, max_width=self.max_content_width)


def is_foreign(environment: Mapping[str, str]) -> bool:
    """Whether somebody may want another language than English; `cli/tongue.py` knows which."""
    told = [environment.get(one, "") for one in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    return bool(told := [one for one in told if one]) and not told[0].startswith(
        ("C", "POSIX", "en")
    )


class Porch(click.Group):
    """A command group that opens a command's module only when that command is used."""

    context_class = Reading

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which somebody needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        # A word of Python's own cannot be the name of a module that others name.
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name.replace("-", "_")
        module = importlib.import_module(f"portfolio_gen.cli.{name}")
        command: click.Command = module.command
        for one in (
            command,
            *(command.commands.values() if isinstance(command, click.Group) else ()),
        ):
            one.context_class = Reading
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from portfolio_gen.cli.common import nearest
            from portfolio_gen.cli.tongue import speak

            hint = nearest(args[0], COMMANDS)
            words = speak("There is no command `%(word)s`.", word=args[0])
            raise click.UsageError(f"{words}{hint}", ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without opening their modules."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Porch, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="portfolio-gen", message="%(prog)s %(version)s")
def porch() -> None:
    """Student portfolios and mastery transcripts from plain folders.

    A school is a folder: students keep their work and their stories in `students/`, the school
    keeps its framework, decisions and consents in `transcripts/`. From both, `portfolio-gen build`
    makes one site per student for each audience.

    \b
    To begin:
      portfolio-gen new school our-school
      portfolio-gen new student "Ada Park" our-school
      portfolio-gen edit ada-park our-school
    """


def main() -> None:
    """Run the program; every way out is an exit code: 0 fine, 1 the content has errors, 2 it failed."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        # A terminal without Unicode shows an escape for a letter that it does not have.
        sys.stdout.reconfigure(errors="backslashreplace")
    # Hundreds of modules are about to be imported, and what they hold stays: searching it for cycles is for nothing.
    search_seldom()
    # At its end Python searches everything once more for cycles, which the system takes back anyway.
    atexit.register(gc.freeze)
    try:
        code = porch.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        from portfolio_gen.cli.tongue import speak

        click.echo(speak("Stopped."), err=True)
        sys.exit(130)
    except click.ClickException as problem:
        if is_foreign(os.environ):
            from portfolio_gen.cli.pages import complain

            complain(problem)
        else:
            problem.show()
        sys.exit(2)
    except BrokenPipeError:
        # The reader went away (as in `| head`); nobody is left to be told anything.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as problem:
        place = f"{problem.filename}: " if problem.filename else ""
        from portfolio_gen.cli.tongue import speak

        told = speak("error: %(what)s", what=f"{place}{problem.strerror or problem}")
        click.echo(told, err=True)
        sys.exit(2)
