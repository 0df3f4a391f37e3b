"""Sentences and facts: where a student stands, said plainly and kindly."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import get_args

from portfolio_gen.model.framework import Framework, Policy
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.speech import (
    Sentence,
    Spelled,
    Word,
    sentence,
    sentences,
    strung,
    to_say,
)
from portfolio_gen.model.terms import PLURALS, Term
from portfolio_gen.model.value import dataclass

UNCHANGED = ("narrative", "narratives", "goal", "goals", "transcript", "transcripts")
"""Words that a school cannot rename, listed so that a theme need not tell them apart."""

PRIVATE_WORK = sentence("a piece of work kept private")
"""Stands for a work that an edition does not show."""
NOTHING_YET = sentence("Nothing claims it yet.")
NOT_REACHED = sentence("Not reached yet.")
INSUFFICIENT_EVIDENCE = sentence("insufficient evidence")
"""Stands for the level of a course in which there was not enough to see one."""
A_TEACHER = sentence("a teacher")
AN_EXPERT = sentence("somebody from outside the school")
A_CLASSMATE = sentence("a classmate")


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


def claimed(framework: Framework, policy: Policy) -> Sentence:
    """What comes after a claim, where no more may be told of it."""
    if policy == "targets":
        rating = framework.word("rating")
        return sentence("Claimed by work; its %(rating)s comes next.", rating=rating)
    return sentence("Claimed by work; its %(pitch)s comes next.", pitch=framework.word("pitch"))


def a_member(framework: Framework) -> Sentence:
    """Stands for somebody who decides and may not be named."""
    return sentence("a member of the %(committee)s", committee=framework.word("committee"))


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
    ) + tuple((word, Word(word)) for word in UNCHANGED)


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
    return strung((*_so_far(tally, framework), _next(tally, framework)))


def _so_far(tally: Tally, framework: Framework) -> Iterator[Sentence]:
    beyond = any(count for _, count in tally.beyond)
    if not (tally.earned or beyond or tally.reached):
        yield _beginning(tally, framework)
        return
    if tally.of and (tally.earned or beyond):
        yield _earned(tally, framework)
    if tally.reached:
        under_way = bool(tally.of) and not (tally.earned or beyond)
        yield _reached(tally, framework, under_way=under_way)


def _beginning(tally: Tally, framework: Framework) -> Sentence:
    things = _at_first_level(tally, framework) if tally.of else _targets(tally, framework)
    ahead = sentence(
        "%(count)s %(things)s", count=Spelled(tally.of or tally.targets), things=things
    )
    if not tally.works:
        return sentence(
            "Just getting started: the first work is coming, and %(ahead)s ahead.", ahead=ahead
        )
    return sentence(
        "Just getting started: %(count)s %(artifacts)s so far, and %(ahead)s ahead.",
        count=Spelled(tally.works),
        artifacts=counted(framework, "artifact", tally.works),
        ahead=ahead,
    )


def _at_first_level(tally: Tally, framework: Framework) -> str:
    """Such as `foundation credits`; where there is one level alone, nobody needs to be told which."""
    credits = counted(framework, "credit", tally.of)
    if len(framework.levels) == 1:
        return credits
    return sentence("%(level)s %(credits)s", level=tally.level.lower(), credits=credits)


def _targets(tally: Tally, framework: Framework) -> Word:
    return counted(framework, "target", tally.targets)


def _earned(tally: Tally, framework: Framework) -> Sentence:
    """Such as `18 of 30 foundation credits are earned, and three advanced.`"""
    beyond = strung(
        (
            sentence(", and %(count)s %(level)s", count=Spelled(count), level=title.lower())
            for title, count in tally.beyond
            if count
        ),
        glue="",
    )
    of, things = tally.of, _at_first_level(tally, framework)
    if tally.earned != of:
        return sentences(
            "%(count)s of %(of)s %(credits)s is earned%(beyond)s.",
            "%(count)s of %(of)s %(credits)s are earned%(beyond)s.",
            tally.earned,
            count=tally.earned,
            of=of,
            credits=things,
            beyond=beyond,
        )
    return sentences(
        "The one %(credits)s is earned%(beyond)s.",
        "All %(count)s %(credits)s are earned%(beyond)s.",
        of,
        credits=things,
        beyond=beyond,
    )


def _reached(tally: Tally, framework: Framework, *, under_way: bool) -> Sentence:
    """Such as `3 of 9 targets are reached, on the way to ten credits.`"""
    of, things = tally.targets, _targets(tally, framework)
    way: str = ""
    if under_way:
        credits = _at_first_level(tally, framework)
        way = sentence(
            ", on the way to %(count)s %(credits)s", count=Spelled(tally.of), credits=credits
        )
    if tally.reached != of:
        return sentences(
            "%(count)s of %(of)s %(targets)s is reached%(way)s.",
            "%(count)s of %(of)s %(targets)s are reached%(way)s.",
            tally.reached,
            count=tally.reached,
            of=of,
            targets=things,
            way=way,
        )
    return sentences(
        "The one %(targets)s is reached%(way)s.",
        "All %(count)s %(targets)s are reached%(way)s.",
        of,
        targets=things,
        way=way,
    )


def _next(tally: Tally, framework: Framework) -> str:
    """The one step that is closest, for nobody takes five at once."""
    steps = list(_under_way(tally, framework))
    if len(steps) == 2:
        both = sentence("%(first)s, and %(second)s.", first=steps[0], second=steps[1])
        return strung([both], capital=True)
    if steps:
        return strung([sentence("%(step)s.", step=steps[0])], capital=True)
    if tally.claimed:
        return _next_claim(tally, framework)
    return _next_due(tally) if tally.due else ""


def _next_due(tally: Tally) -> str:
    if tally.due_for:
        return sentence(
            "“%(requirement)s” comes next, due %(due)s.",
            requirement=tally.due_for,
            due=tally.due,
        )
    done, of = (tally.earned, tally.of) if tally.of else (tally.reached, tally.targets)
    if of <= done:
        return ""
    if not done:
        return sentence("They are due %(due)s.", due=tally.due)
    return sentences(
        "The other one is due %(due)s.",
        "The other %(count)s are due %(due)s.",
        of - done,
        due=tally.due,
    )


def _next_claim(tally: Tally, framework: Framework) -> Sentence:
    count, credits = Spelled(tally.claimed), counted(framework, "credit", tally.claimed)
    if tally.policy == "targets":
        words = (
            to_say("Next comes the %(step)s of the work that claims %(count)s more %(credits)s.")
            if tally.earned
            else to_say("Next comes the %(step)s of the work that claims %(count)s %(credits)s.")
        )
        return sentence(words, step=framework.word("rating"), count=count, credits=credits)
    words = (
        to_say("Next comes the %(step)s for the work that claims %(count)s more %(credits)s.")
        if tally.earned
        else to_say("Next comes the %(step)s for the work that claims %(count)s %(credits)s.")
    )
    return sentence(words, step=framework.word("pitch"), count=count, credits=credits)


def _under_way(tally: Tally, framework: Framework) -> Iterator[Sentence]:
    if tally.waiting:
        who: Term = "educator" if tally.policy == "educator-decision" else "committee"
        yield sentences(
            "%(count)s is waiting for the %(who)s",
            "%(count)s are waiting for the %(who)s",
            tally.waiting,
            who=framework.word(who),
        )
    if tally.targets and (tally.policy == "targets" or not tally.of):
        if tally.rated and tally.reached:
            yield sentences(
                "%(count)s more is under way", "%(count)s more are under way", tally.rated
            )
        elif tally.rated:
            yield sentences("%(count)s is under way", "%(count)s are under way", tally.rated)
    elif tally.reworked and tally.policy == "targets":
        yield sentences("%(count)s is under way", "%(count)s are under way", tally.reworked)
    elif tally.reworked:
        yield sentences(
            "%(count)s is being reworked", "%(count)s are being reworked", tally.reworked
        )


def facts(tally: Tally, framework: Framework, pitches: int) -> Iterator[tuple[str, str]]:
    """Up to four numbers for the front page, each with what it counts; no zeros."""
    return islice(_facts(tally, framework, pitches), 4)


def _facts(tally: Tally, framework: Framework, pitches: int) -> Iterator[tuple[str, str]]:
    if tally.earned:
        credits = _at_first_level(tally, framework)
        yield str(tally.earned), sentence("of %(of)s %(credits)s", of=tally.of, credits=credits)
    for title, count in tally.beyond:
        if count:
            yield str(count), title.lower()
    if tally.reached:
        targets = _targets(tally, framework)
        told = sentence("of %(of)s %(targets)s reached", of=tally.targets, targets=targets)
        yield str(tally.reached), told
    if tally.works:
        yield str(tally.works), counted(framework, "artifact", tally.works)
    if pitches:
        yield (
            str(pitches),
            sentence("%(pitches)s waiting", pitches=counted(framework, "pitch", pitches)),
        )


def counted(framework: Framework, term: Term, count: int) -> Word:
    """The school's word for something, in the number that fits a count."""
    return framework.word(term, many=count != 1)
