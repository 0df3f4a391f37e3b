"""A framework as a tree of entries, which are to be CFItems, and the links between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from portfolio_gen.exchange.case.identifiers import Name
from portfolio_gen.exchange.case.words import LEVEL, RELATED
from portfolio_gen.exchange.grades import grade_of
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.habits import Habits
from portfolio_gen.model.target import Target
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A part of a framework."""

    name: Name
    title: str
    lines: tuple[str | None, ...] = ()
    """What else is to be said, in paragraphs."""
    parent: Name | None = None
    """What it stands under; None for the framework itself."""
    code: str | None = None
    identifier: str | None = None
    grade: str = ""
    """Code of the grade in which it usually is reached."""


def entries_of(framework: Framework) -> tuple[Entry, ...]:
    """Every part of a framework that others can use, each after the one it stands under."""
    return (
        *_domains_and_competencies(framework),
        *_credits(framework),
        *_targets(framework),
        *_levels(framework),
        *(_habits(framework.habits, framework.habits_title()) if framework.habits else ()),
    )


def links_of(framework: Framework) -> Iterator[tuple[str, Name, Name]]:
    """Type and both ends of everything that the tree does not say already."""
    competencies = {one.id for one in framework.competencies}
    for credit in framework.all_credits():
        if credit.competency in competencies:
            yield RELATED, ("credit", credit.id), ("competency", credit.competency)
        for level in framework.levels_of(credit):
            yield LEVEL, ("credit", credit.id), ("level", level.id)
    ground = _Ground.of(framework)
    for target in framework.targets:
        if target.competency in competencies and ground.under(target)[:1] != ("competency",):
            yield RELATED, ("target", target.id), ("competency", target.competency)


def _domains_and_competencies(framework: Framework) -> Iterator[Entry]:
    for kind, entries in (("domain", framework.domains), ("competency", framework.competencies)):
        for one in entries:
            yield Entry(
                name=(kind, one.id),
                title=one.title,
                lines=(one.about,),
                code=one.code,
                identifier=one.identifier,
            )


def _credits(framework: Framework) -> Iterator[Entry]:
    domains = {one.id for one in framework.domains}
    for one in framework.all_credits():
        yield Entry(
            name=("credit", one.id),
            title=one.title,
            lines=(one.about,),
            parent=("domain", one.domain) if one.domain in domains else None,
            code=one.code,
            identifier=one.identifier,
        )


def _targets(framework: Framework) -> Iterator[Entry]:
    ground = _Ground.of(framework)
    for one in framework.targets:
        yield Entry(
            name=("target", one.id),
            title=one.title,
            lines=(one.about, *one.know, *one.understand, *one.do),
            parent=ground.above(one),
            code=one.code,
            identifier=one.identifier,
            grade=grade_of(one.phase or ""),
        )
        ground.before.add(one.id)
        for side in one.dimensions:
            yield Entry(
                name=("dimension", f"{one.id}/{side.id}"),
                title=side.title,
                lines=(side.about,),
                parent=("target", one.id),
                identifier=side.identifier,
            )


@dataclass(frozen=True, slots=True)
class _Ground:
    """What learning targets can stand under."""

    credits: frozenset[str]
    competencies: frozenset[str]
    domains: frozenset[str]
    before: set[str] = field(default_factory=set)
    """Targets that stand before the one in question; a wider target does, so that there is no circle."""

    @classmethod
    def of(cls, framework: Framework) -> _Ground:
        return cls(
            frozenset(one.id for one in framework.all_credits()),
            frozenset(one.id for one in framework.competencies),
            frozenset(one.id for one in framework.domains),
        )

    def above(self, target: Target) -> Name | None:
        """The wider target, the credit, the competency or the domain that a target stands under."""
        if target.part_of in self.before and target.part_of is not None:
            return "target", target.part_of
        return self.under(target) or None

    def under(self, target: Target) -> Name | tuple[()]:
        """The same without wider targets."""
        for kind, id, known in (
            ("credit", target.credit, self.credits),
            ("competency", target.competency, self.competencies),
            ("domain", target.domain, self.domains),
        ):
            if id is not None and id in known:
                return kind, id
        return ()


def _levels(framework: Framework) -> Iterator[Entry]:
    for one in framework.levels:
        yield Entry(
            name=("level", one.id),
            title=one.title,
            lines=(one.about,),
            identifier=one.identifier,
        )


def _habits(habits: Habits, title: str) -> Iterator[Entry]:
    heading = ("habits", "habits")
    yield Entry(name=heading, title=title, lines=(habits.about,))
    for one in habits.strands:
        yield Entry(
            name=("habit", one.id),
            title=one.title,
            lines=(one.about,),
            parent=heading,
            identifier=one.identifier,
        )
