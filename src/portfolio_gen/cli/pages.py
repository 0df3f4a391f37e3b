"""Help as pages in the language of whoever asks for it; a command whose help nobody has translated stays English."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator

import click

from portfolio_gen.cli.tongue import language, speak
from portfolio_gen.model.tell import to_tell

HEADINGS = (to_tell("Options"), to_tell("Commands"), to_tell("To begin:"))
CLICKS = (to_tell("Show this message and exit."), to_tell("Show the version and exit."))
"""What click says itself."""
EXAMPLE = "\n\n\b\n"
"""What stands between words and lines that are shown as they are."""
LONG = 1000
WIDE = frozenset({"zh"})
"""Languages whose letters take two cells."""


class Pages(click.HelpFormatter):
    """Writes help, all words of it in one language."""

    def __init__(self, command: click.Command, width: int | None, max_width: int | None) -> None:
        """Letters of some languages are twice as wide as those that click counts."""
        super().__init__(width=width, max_width=max_width)
        self._shown = [one.get_short_help_str(limit=LONG) for one in _below(command)]
        if language().partition("-")[0] in WIDE:
            self.width = self.width * 3 // 5

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is typed."""
        usage = speak("Usage:")
        super().write_usage(prog, args, prefix or f"{usage} ")

    def write_heading(self, heading: str) -> None:
        """A line above a list."""
        super().write_heading(speak(heading))

    def write_text(self, text: str) -> None:
        """What the command does."""
        words, between, example = text.partition(EXAMPLE)
        begin, line, lines = example.partition("\n")
        super().write_text(f"{speak(words)}{between}{speak(begin)}{line}{lines}")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Options or commands, each with what it does; what click adds to that stands in brackets."""
        said = [(name, _with_extras(self._whole(text))) for name, text in rows]
        super().write_dl(said, col_max, col_spacing)

    def _whole(self, text: str) -> str:
        """A sentence that click has cut short in a list of commands."""
        cut = text.removesuffix("...")
        whole = (one for one in self._shown if cut != text and one.startswith(cut))
        return next(whole, text)


def _below(command: click.Command) -> Iterable[click.Command]:
    return command.commands.values() if isinstance(command, click.Group) else ()


def _with_extras(text: str) -> str:
    words, between, extras = text.partition("  [")
    extras = extras.replace("default: ", speak("default: ")).replace(
        "required]", speak("required]")
    )
    return f"{speak(words)}{between}{extras}"


def complain(problem: click.ClickException) -> None:
    """Say on standard error why a command cannot do what was asked, as click does it in English."""
    context = problem.ctx if isinstance(problem, click.UsageError) else None
    if context:
        click.echo(context.get_usage(), err=True)
        hint = speak("Try '%(command)s --help' for help.", command=context.command_path)
        click.echo(f"{hint}\n", err=True)
    click.echo(speak("Error: %(what)s", what=problem.format_message()), err=True)


def helps(command: click.Command) -> Iterator[str]:
    """Everything that the help of a command says, and that of its own commands."""
    if command.help:
        yield inspect.cleandoc(command.help).partition("\f")[0].partition(EXAMPLE)[0]
    for one in command.params:
        if isinstance(one, click.Option) and one.help:
            yield one.help
    for below in _below(command):
        yield below.get_short_help_str(limit=LONG)
        yield from helps(below)
