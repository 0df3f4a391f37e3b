"""Sentences and facts: where a student stands, said plainly and kindly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import get_args

from portfolio_gen.model.framework import Framework, Policy
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
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
NOT_REACHED = "Not reached yet."
INSUFFICIENT_EVIDENCE = "insufficient evidence"
"""Stands for the level of a course in which there was not enough to see one."""
A_TEACHER = "a teacher"
AN_EXPERT = "somebody from outside the school"
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
    due_for: str = ""
    """What that requirement is called; empty where it asks for everything at the first level."""
    policy: Policy = "committee-decision"
    """How credits are earned at the first level."""
    targets: int = 0
    """Learning targets that count; none where the edition does not tell of them."""
    reached: int = 0
    rated: int = 0
    """Targets that have been rated and are not reached yet."""


def claimed(framework: Framework, policy: Policy) -> str:
    """What comes after a claim, where no more may be told of it."""
    return f"Claimed by work; its {framework.word('rating' if policy == 'targets' else 'pitch')} comes next."


def a_member(framework: Framework) -> str:
    """Stands for somebody who decides and may not be named."""
    return f"a member of the {framework.word('committee')}"


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


def edition_title(school: School, edition: EditionName) -> str:
    """What an edition is called: as the school has written; that of the committee otherwise as the school calls it."""
    written = school.settings.editions.get(edition)
    if edition != "committee" or (written and written.title):
        return school.settings.policy(edition).title
    return school.framework.called("committee")


def where_i_stand(tally: Tally, framework: Framework) -> str:
    """One to three sentences: where the student stands, and what is next."""
    if not (tally.of or tally.targets):
        return ""
    sentences = (*_so_far(tally, framework), _next(tally, framework))
    return " ".join(one for one in sentences if one)


def _so_far(tally: Tally, framework: Framework) -> Iterator[str]:
    credits = _at_first_level(tally, framework)
    targets = counted(framework, "target", tally.targets)
    beyond = any(count for _, count in tally.beyond)
    if not (tally.earned or beyond or tally.reached):
        ahead = (
            f"{number(tally.of)} {credits}" if tally.of else f"{number(tally.targets)} {targets}"
        )
        yield f"Just getting started: {_work_so_far(tally, framework)}, and {ahead} ahead."
        return
    if tally.of and (tally.earned or beyond):
        extra = "".join(f", and {number(n)} {title.lower()}" for title, n in tally.beyond if n)
        yield f"{_share(tally.earned, tally.of, credits)} earned{extra}."
    if tally.reached:
        way = f", on the way to {number(tally.of)} {credits}"
        under_way = tally.of and not (tally.earned or beyond)
        reached = f"{_share(tally.reached, tally.targets, targets)} reached"
        yield f"{reached}{way if under_way else ''}."


def _at_first_level(tally: Tally, framework: Framework) -> str:
    """Such as `foundation credits`; where there is one level alone, nobody needs to be told which."""
    credits = counted(framework, "credit", tally.of)
    return credits if len(framework.levels) == 1 else f"{tally.level.lower()} {credits}"


def _work_so_far(tally: Tally, framework: Framework) -> str:
    works = counted(framework, "artifact", tally.works)
    return f"{number(tally.works)} {works} so far" if tally.works else "the first work is coming"


def _share(count: int, of: int, things: str) -> str:
    """Such as `18 of 30 foundation credits are`."""
    if count == of:
        return f"The one {things} is" if of == 1 else f"All {number(of)} {things} are"
    return f"{count} of {of} {things} {'is' if count == 1 else 'are'}"


def _next(tally: Tally, framework: Framework) -> str:
    """The one step that is closest, for nobody takes five at once."""
    steps = list(_under_way(tally, framework))
    if steps:
        return f"{_and(steps)}."
    if tally.claimed:
        return _next_claim(tally, framework)
    if not tally.due:
        return ""
    if tally.due_for:
        return f"“{tally.due_for}” comes next, due {tally.due}."
    done, of = (tally.earned, tally.of) if tally.of else (tally.reached, tally.targets)
    rest = f"The other {_left(of - done)}" if done else "They are"
    return f"{rest} due {tally.due}." if of > done else ""


def _next_claim(tally: Tally, framework: Framework) -> str:
    credits = counted(framework, "credit", tally.claimed)
    claims = f"that claims {number(tally.claimed)}{' more' if tally.earned else ''} {credits}"
    if tally.policy == "targets":
        return f"Next comes the {framework.word('rating')} of the work {claims}."
    return f"Next comes the {framework.word('pitch')} for the work {claims}."


def _under_way(tally: Tally, framework: Framework) -> Iterator[str]:
    if tally.waiting:
        who: Term = "educator" if tally.policy == "educator-decision" else "committee"
        yield f"{_are(tally.waiting)} waiting for the {framework.word(who)}"
    if tally.targets and (tally.policy == "targets" or not tally.of):
        if tally.rated:
            yield f"{_are(tally.rated, ' more' if tally.reached else '')} under way"
    elif tally.reworked:
        yield f"{_are(tally.reworked)} {'under way' if tally.policy == 'targets' else 'being reworked'}"


def _are(count: int, more: str = "") -> str:
    return f"{number(count)}{more} {'is' if count == 1 else 'are'}"


def _left(left: int) -> str:
    return "one is" if left == 1 else f"{number(left)} are"


def _and(parts: list[str]) -> str:
    sentence = ", and ".join(parts)
    return sentence[0].upper() + sentence[1:]


def facts(tally: Tally, framework: Framework, pitches: int) -> Iterator[tuple[str, str]]:
    """Up to four numbers for the front page, each with what it counts; no zeros."""
    return islice(_facts(tally, framework, pitches), 4)


def _facts(tally: Tally, framework: Framework, pitches: int) -> Iterator[tuple[str, str]]:
    if tally.earned:
        yield str(tally.earned), f"of {tally.of} {_at_first_level(tally, framework)}"
    for title, count in tally.beyond:
        if count:
            yield str(count), title.lower()
    if tally.reached:
        targets = counted(framework, "target", tally.targets)
        yield str(tally.reached), f"of {tally.targets} {targets} reached"
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
