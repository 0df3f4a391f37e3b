"""PG201, PG218: ids that are given twice, and corrections of entries that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol

from portfolio_gen.check import rules
from portfolio_gen.check.mentions import Mention
from portfolio_gen.check.nearest import suggest
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, KeyPath, Marks
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.tell import tell, to_tell

DECISIONS = to_tell("decisions")
NOT_EARLIER = {
    "decisions": (
        to_tell("`%(word)s` is not an earlier decision of this ledger"),
        to_tell("earlier decisions"),
    ),
    "ratings": (
        to_tell("`%(word)s` is not an earlier rating of this ledger"),
        to_tell("earlier ratings"),
    ),
}
"""What is said of a correction that corrects nothing, and what it could have meant."""


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """What it is called in other files."""
        ...


class Exchanged(Protocol):
    """Anything that other programs may know."""

    @property
    def identifier(self) -> str | None:
        """What it is called there."""
        ...


def duplicate_id(register: Register) -> Iterator[Diagnostic]:
    """Within one list, each id is given once."""
    for named in _lists(register):
        first: dict[str, Mention] = {}
        for one in named:
            if earlier := first.get(one.word):
                yield Diagnostic(
                    rules.DUPLICATE_ID,
                    one.span,
                    tell(
                        "`%(word)s` is already taken on line %(line)s",
                        word=one.word,
                        line=str(earlier.span.line),
                    ),
                    tell("give one of the two another id"),
                    related=(earlier.span,),
                    about=one.about,
                )
            first.setdefault(one.word, one)


def unknown_decision(register: Register) -> Iterator[Diagnostic]:
    """A correction corrects an entry that stands before it in the same list of the same ledger."""
    for ledger in register.school.ledgers.values():
        yield from _corrections(ledger, "decisions", ledger.decisions)
        yield from _corrections(ledger, "ratings", ledger.ratings)
        decisions = {one.id: "" for one in ledger.decisions}
        for place, release in enumerate(ledger.releases):
            if release.decision not in decisions:
                yield Diagnostic(
                    rules.UNKNOWN_DECISION,
                    ledger.marks.at("releases", place, "decision"),
                    tell(
                        "`%(decision)s` is not a decision of this ledger", decision=release.decision
                    ),
                    suggest(release.decision, decisions, DECISIONS),
                    about=ledger.student,
                )


def _corrections(
    ledger: Ledger, key: str, entries: Sequence[Decision | Rating]
) -> Iterator[Diagnostic]:
    earlier: dict[str, str] = {}
    message, many = NOT_EARLIER[key]
    for place, one in enumerate(entries):
        if one.corrects is not None and one.corrects not in earlier:
            yield Diagnostic(
                rules.UNKNOWN_DECISION,
                ledger.marks.at(key, place, "corrects"),
                tell(message, word=one.corrects),
                suggest(one.corrects, earlier, many),
                about=ledger.student,
            )
        if one.id is not None:
            earlier[one.id] = ""


def _lists(register: Register) -> Iterator[Iterable[Mention]]:
    """Every list whose entries have ids."""
    school = register.school
    framework, rubrics = school.framework, school.rubrics
    if exhibition := school.settings.exhibition:
        yield _ids(school.settings.marks, ("exhibition", "themes"), exhibition.themes)
    yield _credits(register)
    for key, entries in (
        ("phases", framework.phases),
        ("cohorts", framework.cohorts),
        ("domains", framework.domains),
        ("competencies", framework.competencies),
        ("levels", framework.levels),
        ("scales", framework.scales),
        ("requirements", framework.requirements),
        ("targets", framework.targets),
        ("rework", framework.rework),
        ("glossary", framework.glossary),
        ("tags", framework.tags),
        ("profile", framework.profile),
    ):
        yield _ids(framework.marks, (key,), entries)
    for place, scale in enumerate(framework.scales):
        yield _ids(framework.marks, ("scales", place, "levels"), scale.levels)
    for place, target in enumerate(framework.targets):
        yield _ids(framework.marks, ("targets", place, "levels"), target.levels)
        yield _ids(framework.marks, ("targets", place, "dimensions"), target.dimensions)
    for place, level in enumerate(framework.levels):
        yield _ids(framework.marks, ("levels", place, "ways"), level.ways)
    if framework.courses:
        yield _ids(framework.marks, ("courses", "types"), framework.courses.types)
        yield _ids(framework.marks, ("courses", "offered"), framework.courses.offered)
    if framework.habits:
        yield _ids(framework.marks, ("habits", "strands"), framework.habits.strands)
    yield _identifiers(framework)
    yield _ids(rubrics.marks, ("rubrics",), rubrics.rubrics)
    for place, rubric in enumerate(rubrics.rubrics):
        yield _ids(rubrics.marks, ("rubrics", place, "criteria"), rubric.criteria)
    yield _ids(school.committee.marks, ("members",), school.committee.members)
    yield _ids(school.committee.marks, ("outcomes",), school.committee.outcomes)
    for ledger in school.ledgers.values():
        yield _ids(ledger.marks, ("decisions",), ledger.decisions, ledger.student)
        yield (
            Mention(one.id, partial(ledger.marks.at, "ratings", place, "id"), ledger.student)
            for place, one in enumerate(ledger.ratings)
            if one.id is not None
        )


def _identifiers(framework: Framework) -> Iterator[Mention]:
    """Every identifier under which other programs know a part of the framework."""
    lists: Mapping[str, Sequence[Exchanged]] = {
        "domains": framework.domains,
        "competencies": framework.competencies,
        "levels": framework.levels,
        "credits": framework.credits,
        "scales": framework.scales,
        "targets": framework.targets,
    }
    for key, entries in lists.items():
        for place, one in enumerate(entries):
            if one.identifier is not None:
                yield Mention(one.identifier, partial(framework.marks.at, key, place, "identifier"))


def _credits(register: Register) -> Iterator[Mention]:
    """The grid's credits, which stand where the grid stands, and the listed ones."""
    framework = register.school.framework
    listed = len(framework.credits)
    # A domain given twice makes each of its credits twice; that is said once, of the domain.
    for credit in dict.fromkeys(one.id for one in framework.all_credits()[: -listed or None]):
        yield Mention(credit, partial(framework.marks.at, "grid"))
    yield from _ids(framework.marks, ("credits",), framework.credits)


def _ids(
    marks: Marks, keys: KeyPath, entries: Sequence[Named], about: str = ""
) -> Iterator[Mention]:
    for place, one in enumerate(entries):
        yield Mention(one.id, partial(marks.at, *keys, place, "id"), about)


CHECKS: tuple[Check, ...] = (duplicate_id, unknown_decision)
