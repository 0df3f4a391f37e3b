"""The transcript's PDF on its way into a site: made once for what it says, and measured."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from unicodedata import name

from jinja2.exceptions import TemplateError

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.render.cache import keep_printed
from portfolio_gen.render.making import Making
from portfolio_gen.render.paper.counting import words_in
from portfolio_gen.render.paper.facts import at_first_sight, whole
from portfolio_gen.render.paper.marks import Marks
from portfolio_gen.render.paper.telling import HERE, Data, Telling
from portfolio_gen.render.pdf import MissingLetter, PaperFault, Printed
from portfolio_gen.render.rules import LETTER_NOT_IN_FONTS, TOO_LONG_FOR_PAPER
from portfolio_gen.render.shelves import TemplateFault
from portfolio_gen.render.tools import Tools
from portfolio_gen.render.words.pairs import alone
from portfolio_gen.render.workshop import Workshop

TEMPLATE = "transcript.typ"
ADDRESS = f"{HERE}transcript.pdf"
NO_PAPER = "none"
"""What a school writes that wants no PDF."""
MOST_PAGES = 2
"""Before the school's profile: what a reader has two minutes for."""
MOST_LETTERS = 150_000
"""In all that is printed: three times what a full transcript says. Hundreds of pages take a minute and gigabytes."""


class TooLong(ValueError):
    """There is more to print than anybody would read; the message says how many letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A transcript's PDF."""

    address: str
    """Relative to the site."""
    data: bytes
    pages: int
    before: int
    """Pages before the school's profile."""
    profile: int
    """Pages of the profile."""
    words: int
    """Words that a reader meets first."""
    marks: int
    """Different marks to learn."""


def make_paper(site: SiteBlueprint, workshop: Workshop, tools: Tools) -> Paper | None:
    """A transcript as a PDF; set closer where it would not fit on two pages. None where there is no transcript.

    Raises:
        MissingLetter: a text has a letter that no font has.
        PaperFault: the theme's templates are wrong.
        TooLong: there is more to print than anybody would read.
    """
    if site.transcript is None:
        return None
    template = next((one / TEMPLATE for one in workshop.themes if (one / TEMPLATE).is_file()), None)
    if template is None:
        raise PaperFault(f"there is no `{TEMPLATE}`")
    told, first = _told(site, workshop, tools)
    if (letters := len(json.dumps(told, ensure_ascii=False))) > MOST_LETTERS:
        raise TooLong(f"{letters:,}")
    day = site.transcript.date
    printed = _fitting(
        keep_printed(workshop.cache, template, {**told, "tight": tight}, day)
        for tight in (False, True)
    )
    return Paper(
        address=ADDRESS,
        data=printed.data,
        **_measured(printed),
        words=words_in(first),
        marks=len(first["legend"]),
    )


def print_transcript(making: Making, site: SiteBlueprint) -> Paper | None:
    """Write a transcript's PDF into its site; None where the school wants none, or where it has been said why not."""
    if site.school.paper == NO_PAPER:
        return None
    try:
        paper = make_paper(site, making.workshop, making.tools(HERE))
    except MissingLetter as missing:
        making.faults.append(_missing(site, str(missing), making.stories.about))
        return None
    except TooLong as letters:
        making.faults.append(_too_long(str(letters), making.stories.about))
        return None
    except (PaperFault, OSError) as fault:
        making.blame(TemplateFault(f"themes/{site.school.theme}/{TEMPLATE}", 1, str(fault)))
        return None
    if paper:
        making.staging.write(paper.address, paper.data)
    return paper


def _missing(site: SiteBlueprint, letters: str, about: str) -> Diagnostic:
    """Say that no font has a letter, and where it was written, as far as that can be told."""
    named = ", ".join(f"U+{ord(one):04X} {name(one, '')}".strip() for one in letters)
    message = tell(
        "no font has `%(letters)s` (%(named)s), so there is no PDF of this transcript",
        letters=letters,
        named=named,
    )
    hint = tell("write it in other letters, or leave it out")
    return Diagnostic(LETTER_NOT_IN_FONTS, _home(site, letters, about), message, hint, about=about)


def _too_long(letters: str, about: str) -> Diagnostic:
    message = tell(
        "this transcript has %(letters)s letters and so no PDF; no more than %(most)s are printed",
        letters=letters,
        most=Figure(MOST_LETTERS),
    )
    hint = tell("shorten what the framework, the school's profile and the ledger say")
    return Diagnostic(
        TOO_LONG_FOR_PAPER, Span(f"transcripts/{about}.yml"), message, hint, about=about
    )


def _home(site: SiteBlueprint, letters: str, about: str) -> Span:
    profile = site.transcript.profile if site.transcript else ""
    for number, line in enumerate(profile.splitlines(), start=1):
        if letters in line:
            return Span("transcripts/school-profile.md", number, line.index(letters) + 1)
    own = (
        site.transcript is not None and letters in f"{site.transcript.statement} {site.person.name}"
    )
    return Span(f"students/{about}/student.yml" if own else f"transcripts/{about}.yml")


def _fitting(tries: Iterable[Printed]) -> Printed:
    """The first that fits, or the last; what is far too long would not fit if it were set closer."""
    last: Printed | None = None
    for last in tries:
        if not MOST_PAGES < last.measures["before"] <= 4 * MOST_PAGES:
            break
    if last is None:
        raise PaperFault("nothing was printed")
    return last


def _measured(printed: Printed) -> dict[str, int]:
    return {name: printed.measures[name] for name in ("pages", "before", "profile")}


def _told(site: SiteBlueprint, workshop: Workshop, tools: Tools) -> tuple[Data, Data]:
    """What the template is told, and of that what a reader meets first."""
    engine = tools.engine.engine
    names = {**tools.names(), "site": site, "school": site.school}
    address = workshop.address.rstrip("/")
    try:
        tell = Telling(
            site=site,
            transcript=site.transcript,  # type: ignore[arg-type]
            tools=tools,
            say=engine.say,
            language=engine.language,
            marks=Marks(engine, names),
            base=f"{address}/{tools.engine.root}" if address else "",
        )
        return _in_one(whole(tell)), _in_one(at_first_sight(tell))
    except (TemplateError, AttributeError, KeyError) as error:
        raise PaperFault(str(error)) from error


def _in_one(told: Any) -> Any:
    """What is printed, in one language: paper has no room for two."""
    if isinstance(told, str):
        return alone(told)
    if isinstance(told, dict):
        return {name: _in_one(one) for name, one in told.items()}
    return [_in_one(one) for one in told] if isinstance(told, list | tuple) else told
