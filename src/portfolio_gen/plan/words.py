"""Sentences and facts: where a student stands, said plainly and kindly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from portfolio_gen.model.framework import Framework
from portfolio_gen.model.terms import PLURALS, Term

NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
"""Counts that are written as words in a sentence."""

UNCHANGED = ("narrative", "narratives", "goal", "goals", "transcript", "transcripts")
"""Words that a school cannot rename, listed so that a theme need not tell them apart."""

PRIVATE_WORK = "a piece of work kept private"
"""Stands for a work that an edition does not show."""
NOTHING_YET = "Nothing claims it yet."
CLAIMED = "Claimed by work; pitching it is the next step."
A_MEMBER = "a member of the committee"
A_CLASSMATE = "a classmate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The numbers that the sentences are made of, as one edition may tell them."""

    level: str
    """Title of the first credit level."""
    earned: int
    of: int
    beyond: tuple[tuple[str, int], ...] = ()
    """Titles of further levels, and how many credits have been earned at each."""
    works: int = 0
    waiting: int = 0
    """Credits that wait for a committee."""
    reworked: int = 0
    """Credits that are not yet, and being reworked."""
    claimed: int = 0
    due: str = ""
    """When the next unmet requirement is due, such as `by the end of grade 11`."""


def words(framework: Framework) -> tuple[tuple[str, str], ...]:
    """The program's words, singular and plural, and what the school calls them."""
    terms: tuple[Term, ...] = get_args(Term)
    return tuple(
        pair
        for term in terms
        for pair in (
            (term, framework.word(term)),
            (PLURALS[term], framework.word(term, many=True)),
        )
    ) + tuple((word, word) for word in UNCHANGED)


def where_i_stand(tally: Tally, framework: Framework) -> str:
    """One or two sentences: where the student stands, and what is next."""
    if not tally.of:
        return ""
    credits = f"{tally.level.lower()} {counted(framework, 'credit', tally.of)}"
    return f"{_so_far(tally, credits, framework)} {_next(tally, framework)}".rstrip()


def _so_far(tally: Tally, credits: str, framework: Framework) -> str:
    if not tally.earned and not any(count for _, count in tally.beyond):
        works = counted(framework, "artifact", tally.works)
        found = (
            f"{number(tally.works)} {works} so far" if tally.works else "the first work is coming"
        )
        return f"Just getting started: {found}, and {number(tally.of)} {credits} ahead."
    extra = "".join(f", and {number(n)} {title.lower()}" for title, n in tally.beyond if n)
    if tally.earned == tally.of:
        return f"All {number(tally.of)} {credits} are earned{extra}."
    verb = "is" if tally.earned == 1 else "are"
    return f"{tally.earned} of {tally.of} {credits} {verb} earned{extra}."


def _next(tally: Tally, framework: Framework) -> str:
    """The one step that is closest, for nobody takes five at once."""
    steps = list(_under_way(tally, framework))
    if steps:
        return f"{_and(steps)}."
    if tally.claimed:
        credits = counted(framework, "credit", tally.claimed)
        more = " more" if tally.earned else ""
        pitch = framework.word("pitch")
        return f"Next comes a {pitch} for the work that claims {number(tally.claimed)}{more} {credits}."
    left = tally.of - tally.earned
    if left and tally.due:
        rest = "The other " if tally.earned else "They are"
        return f"{rest}{_left(left) if tally.earned else ''} due {tally.due}."
    return ""


def _under_way(tally: Tally, framework: Framework) -> Iterator[str]:
    committee = framework.word("committee")
    if tally.waiting:
        verb = "is" if tally.waiting == 1 else "are"
        yield f"{number(tally.waiting)} {verb} waiting for the {committee}"
    if tally.reworked:
        verb = "is" if tally.reworked == 1 else "are"
        yield f"{number(tally.reworked)} {verb} being reworked"


def _left(left: int) -> str:
    return "one is" if left == 1 else f"{number(left)} are"


def _and(parts: list[str]) -> str:
    sentence = ", and ".join(parts)
    return sentence[0].upper() + sentence[1:]


def facts(tally: Tally, framework: Framework, pitches: int) -> Iterator[tuple[str, str]]:
    """Up to four numbers for the front page, each with what it counts; no zeros."""
    if tally.earned:
        credits = framework.word("credit", many=True)
        yield str(tally.earned), f"of {tally.of} {tally.level.lower()} {credits}"
    for title, count in tally.beyond:
        if count:
            yield str(count), title.lower()
    if tally.works:
        yield str(tally.works), counted(framework, "artifact", tally.works)
    if pitches:
        yield str(pitches), f"{counted(framework, 'pitch', pitches)} waiting"


def counted(framework: Framework, term: Term, count: int) -> str:
    """The school's word for something, in the number that fits a count."""
    return framework.word(term, many=count != 1)


def number(count: int) -> str:
    """A count as one writes it in a sentence: words up to twelve."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
