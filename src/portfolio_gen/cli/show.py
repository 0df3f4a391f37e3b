"""Diagnostics as people and machines read them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import click

from portfolio_gen.cli.tongue import say, speak
from portfolio_gen.diagnostics import Diagnostic, Severity, Span
from portfolio_gen.model.speech import Figure, Sentence, strung
from portfolio_gen.model.tell import COMMA, SEMICOLON, tell, tell_many, to_tell

if TYPE_CHECKING:
    from portfolio_gen.minutes import Minutes

Format: TypeAlias = Literal["full", "concise", "json", "github"]
_PROGRAM = Path(__file__).resolve().parents[1]
_COMMAND = re.compile(r"^(\s*)(:)(?=:)")
WEIGHTS = {
    Severity.ERROR: to_tell("error"),
    Severity.WARNING: to_tell("warning"),
    Severity.NOTE: to_tell("note"),
}
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def show(
    diagnostics: Sequence[Diagnostic],
    root: Path,
    form: Format,
    *,
    minutes: Sequence[Minutes] = (),
) -> None:
    """Print all diagnostics in one of the formats, and the numbers of transcripts, where somebody asked for them."""
    if form == "json":
        counted = {"transcripts": [_counted(one) for one in minutes]} if minutes else {}
        click.echo(json_text({**as_json(diagnostics), **counted}))
        return
    if form == "github":
        for one in diagnostics:
            click.echo(_github(one))
        return
    for one in diagnostics:
        click.echo(_headline(one))
        if form == "full":
            click.echo(_excerpt(one.span, root) + _hint(one) + "\n", nl=False)
    if minutes:
        click.echo(_in_numbers(minutes), nl=False)
    click.echo(say(summary_line(diagnostics)))


def _counted(one: Minutes) -> dict[str, object]:
    numbers = [{"what": what, "found": found, "most": most} for what, found, most in one.numbers]
    return {"student": one.student, "edition": one.edition, "numbers": numbers}


def _in_numbers(minutes: Sequence[Minutes]) -> str:
    """A line for each transcript, in columns, under what is counted and how many there may be."""
    asked = (
        tell("%(what)s (at most %(most)s)", what=what, most=Figure(most))
        for what, _, most in minutes[0].numbers
    )
    head = tell("Two minutes with a transcript: %(what)s.", what=strung(asked, SEMICOLON))
    names = [f"{one.edition}/{printable(one.student)}" for one in minutes]
    wide = max(map(len, names))
    rows = (
        f"  {name:{wide}}" + "".join(f"{found:>12,}" for _, found, _ in one.numbers)
        for name, one in zip(names, minutes, strict=True)
    )
    return "\n".join((say(head), *rows, ""))


def complain(diagnostics: Sequence[Diagnostic], root: Path, *, more: bool = True) -> None:
    """Print diagnostics beside a command's real output: on standard error, one line each.

    Args:
        diagnostics: what to print.
        root: the school's folder.
        more: whether `check` would say more about them.
    """
    for one in diagnostics:
        click.echo(_headline(one), err=True)
    if diagnostics:
        counts = summary_line(diagnostics)
        words = to_tell("%(counts)s; `portfolio-gen check %(school)s` says more.")
        told = (
            tell(words, counts=counts, school=str(root))
            if more
            else tell("%(counts)s.", counts=counts)
        )
        click.echo(say(told), err=True)


def as_json(diagnostics: Sequence[Diagnostic]) -> dict[str, object]:
    """The document that `check --format json` prints."""
    return {
        "diagnostics": [
            {
                "path": one.span.path,
                "line": one.span.line,
                "column": one.span.column,
                "code": one.code,
                "rule": one.rule.name,
                "severity": one.severity.value,
                "message": one.message,
                "hint": one.hint,
            }
            for one in diagnostics
        ],
        "summary": {
            "errors": _count(diagnostics, Severity.ERROR),
            "warnings": _count(diagnostics, Severity.WARNING),
        },
    }


def summary_line(diagnostics: Sequence[Diagnostic]) -> Sentence:
    """The last line: how much there is of what."""
    counts = [
        _so_many(severity, number)
        for severity in Severity
        if (number := _count(diagnostics, severity))
    ]
    return strung(counts, COMMA) if counts else tell("Everything is in order.")


def _so_many(severity: Severity, number: int) -> Sentence:
    if severity is Severity.ERROR:
        return tell_many("%(count)s error", "%(count)s errors", number)
    if severity is Severity.WARNING:
        return tell_many("%(count)s warning", "%(count)s warnings", number)
    return tell_many("%(count)s note", "%(count)s notes", number)


def printable(text: str) -> str:
    """One line without anything that could steer a terminal, turn the reading order round, or command a runner.

    What prints to the log of a workflow is taken for a command if a line begins with `::`, or holds `##[`.
    """
    shown = "".join(
        letter
        if letter == "\t" or unicodedata.category(letter)[0] != "C"
        else f"\\u{ord(letter):04x}"
        for letter in text
    )
    return _COMMAND.sub(r"\1\2\\u003a", shown).replace("##[", "#\\u0023[")


def json_text(value: object) -> str:
    """A JSON document, with escapes for what would steer a terminal or turn the reading order round."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(
        letter
        if letter == "\n" or unicodedata.category(letter)[0] != "C"
        else json.dumps(letter)[1:-1]
        for letter in text
    )


def _count(diagnostics: Sequence[Diagnostic], severity: Severity) -> int:
    return sum(one.severity is severity for one in diagnostics)


def _headline(one: Diagnostic) -> str:
    place = click.style(printable(str(one.span)), bold=True)
    weight = speak(WEIGHTS[one.severity])
    kind = click.style(f"{weight} {one.code}", fg=COLOURS[one.severity], bold=True)
    return f"{place}: {kind} {printable(say(one.message))}"


def _excerpt(span: Span, root: Path) -> str:
    """The line in question with the place underlined; nothing when it cannot be read any more."""
    if span == Span(span.path):
        return ""  # it is about the file as a whole
    # What a framework has from the preset that it extends stands in the program's own folder.
    home = _PROGRAM if span.path.startswith("presets/") else root.resolve()
    lines = _lines(home / span.path)
    if not 0 < span.line <= len(lines):
        return ""
    line = lines[span.line - 1]
    same_line = span.end_line in (0, span.line)
    end = span.end_column if same_line and span.end_column > span.column else span.column + 1
    if not same_line:
        end = len(line) + 1
    gutter = f"{span.line:>3} | "
    before = _cells(_flat(line[: span.column - 1]))
    marker = "^" * max(1, _cells(_flat(line[span.column - 1 : end - 1])))
    return f"{gutter}{_flat(line)}\n{' ' * (len(gutter) - 2)}| {' ' * before}{marker}\n"


def _flat(line: str) -> str:
    return printable(line).replace("\t", " ")


def _hint(one: Diagnostic) -> str:
    if not one.hint:
        return ""
    begin = click.style(speak("hint:"), bold=True)
    return f"  {begin} {printable(say(one.hint))}\n"


def _cells(text: str) -> int:
    """Width of a text on a terminal: two cells for wide letters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


@lru_cache(maxsize=32)
def _lines(path: Path) -> tuple[str, ...]:
    """The lines of a file; none when it is not there, or is a link to what is nobody's business."""
    try:
        if path.resolve() != path or not path.is_file():
            return ()
        return tuple(path.read_text("utf-8-sig", errors="replace").split("\n"))
    except OSError:
        return ()


def _github(one: Diagnostic) -> str:
    """A workflow command; see https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    level = {"note": "notice"}.get(one.severity.value, one.severity.value)
    place = f"file={_property(printable(one.span.path))},line={one.span.line},col={one.span.column}"
    body = printable(one.message) + (f"\nhint: {printable(one.hint)}" if one.hint else "")
    return f"::{level} {place},title={one.code} {one.rule.name}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
