"""Questions on a terminal, one at a time; each may be passed over with Enter."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from portfolio_gen.cli.tongue import speak
from portfolio_gen.model.artifact import PICTURES
from portfolio_gen.model.dates import Day, NoSuchDate, PartialDate
from portfolio_gen.model.tell import to_tell

if TYPE_CHECKING:
    from portfolio_gen.model.framework import Framework
    from portfolio_gen.model.settings import EditionName
    from portfolio_gen.start import Answers, Brought, Wished

T = TypeVar("T")
UNTITLED = "Untitled"
NOUN = to_tell("credit")
"""What a school may call otherwise."""
READERS: tuple[tuple[EditionName, str], ...] = (
    ("family", to_tell("my family")),
    ("committee", to_tell("the committee at my school")),
    ("college", to_tell("colleges")),
    ("public", to_tell("everybody on the web")),
)


def title_of_work(is_taken: Callable[[str], bool]) -> str:
    """What it is called; one that a work has already is asked for again."""

    def read(said: str) -> str:
        if said and is_taken(said):
            raise ValueError(speak("You have a work of that name. Call this one something else."))
        free = (UNTITLED, *(f"{UNTITLED} {number}" for number in range(2, 1000)))
        return said or next(one for one in free if not is_taken(one))

    words = speak("Press Enter to pass over a question. You can change every answer later.")
    click.echo(f"{words}\n")
    return _until_right(speak("What is it called?"), read)


def day_of_work(today: Day) -> Day | PartialDate:
    """When it was made: a day, a month, a year, or today."""

    def read(said: str) -> Day | PartialDate:
        return PartialDate.parse(said) if said else today

    return _until_right(
        speak("When did you make it? Like 2026-03-14, 2026-03 or 2026; Enter is today."), read
    )


def more_about_work(framework: Framework) -> Answers:
    """The rest of what can be asked about a piece of work."""
    from portfolio_gen.start import Answers

    return Answers(
        summary=_ask(speak("What is it? One sentence that makes somebody want to look.")),
        brought=tuple(_brought()),
        wished=tuple(_wished(framework)),
        audience=_readers(),
    )


def _ask(question: str) -> str:
    """One question, one line; nothing when it is passed over."""
    said: str = click.prompt(f"{question}\n", default="", show_default=False, prompt_suffix="> ")
    click.echo()
    return said.strip()


def _until_right(question: str, read: Callable[[str], T]) -> T:
    """The same question again until the answer can be read; why it could not is said."""
    while True:
        said = _ask(question)
        try:
            return read(said)
        except NoSuchDate as problem:
            click.echo(f"{speak(problem.words, **problem.given)}\n")
        except ValueError as problem:
            click.echo(f"{problem}\n")


def _brought() -> Iterator[Brought]:
    from portfolio_gen.start import Brought

    question = speak(
        "Which pictures or files belong to it? Type where one is, or drag it into this window; a "
        "folder brings all its files."
    )
    while found := _until_right(question, _files):
        for path in found:
            alt = ""
            if path.suffix.lower() in PICTURES:
                alt = _ask(
                    speak(
                        "%(name)s: what is to be seen? Say it as if on the phone.",
                        name=path.name,
                    )
                )
            else:
                words = speak("%(name)s is taken.", name=path.name)
                click.echo(f"{words}\n")
            yield Brought(path, alt)
        question = speak("Another one? Enter goes on.")


def _files(said: str) -> tuple[Path, ...]:
    """The files that a line means: a path as people type it, or as a terminal writes what is dropped on it."""
    if not said:
        return ()
    try:
        dropped = [one for one in (said, *shlex.split(said)) if Path(one).expanduser().exists()]
    except ValueError:
        dropped = [said] if Path(said).expanduser().exists() else []
    if not dropped:
        raise ValueError(speak("There is nothing at %(said)s.", said=said))
    places = dropped[:1] if dropped[0] == said else dropped
    found = tuple(file for one in places for file in _files_at(Path(one).expanduser()))
    if not found:
        raise ValueError(speak("There are no files in %(said)s.", said=said))
    return found


def _files_at(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(one for one in place.iterdir() if one.is_file() and not one.name.startswith("."))


def _wished(framework: Framework) -> Iterator[Wished]:
    from portfolio_gen.start import Wished

    credits = framework.all_credits()
    if not credits:
        return
    for number, one in enumerate(credits, start=1):
        click.echo(f"{number:>4}  {one.title}")
    word = framework.word("credit")
    question = speak(
        "Which %(word)s could it show? Write its number; several with spaces between.",
        word=word,
    )
    for place in _until_right(question, lambda said: _numbers(said, len(credits))):
        why = _ask(
            speak(
                "%(title)s: what in your work shows it? One sentence.",
                title=credits[place].title,
            )
        )
        level = framework.levels_of(credits[place])[0].id
        yield Wished(credits[place].id, level, why)


def _readers() -> tuple[EditionName, ...]:
    for number, (_, name) in enumerate(READERS, start=1):
        click.echo(f"{number:>4}  {speak(name)}")
    question = speak("Who may see it when it is ready? Write the numbers; Enter means only you.")
    return tuple(
        READERS[place][0]
        for place in _until_right(question, lambda said: _numbers(said, len(READERS)))
    )


def _numbers(said: str, most: int) -> Sequence[int]:
    """The places, from 0, that numbers in a line mean."""
    words = [one for one in re.split(r"[\s,]+", said) if one]
    wrong = next((one for one in words if not one.isdecimal() or not 1 <= int(one) <= most), None)
    if wrong is not None:
        raise ValueError(
            speak("%(wrong)s is none of the numbers 1 to %(most)s.", wrong=wrong, most=most)
        )
    return list(dict.fromkeys(int(one) - 1 for one in words))
