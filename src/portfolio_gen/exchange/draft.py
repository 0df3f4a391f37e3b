"""An outline as a framework: domains, competencies, credits and learning targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from portfolio_gen.diagnostics import KeyPath, Marks
from portfolio_gen.exchange import school_decides
from portfolio_gen.exchange.case.words import LEVEL, PART, RELATED
from portfolio_gen.exchange.drafting import Drafting
from portfolio_gen.exchange.grades import phase_of
from portfolio_gen.exchange.outline import Outline, Statement
from portfolio_gen.exchange.slugs import short_slug
from portfolio_gen.exchange.tables import Progress
from portfolio_gen.model.course import Courses
from portfolio_gen.model.crosswalk import Crosswalk
from portfolio_gen.model.framework import Competency, Credit, CreditLevel, Domain, Framework
from portfolio_gen.model.habits import Habit, Habits
from portfolio_gen.model.ids import is_id
from portfolio_gen.model.rubric import Rubric
from portfolio_gen.model.target import Dimension, Target
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A framework that the school still has to complete."""

    framework: Framework
    rubrics: tuple[Rubric, ...]
    remarks: Mapping[KeyPath, tuple[str, ...]]
    """Key path to the lines that stand above it in the file."""


def draw_up(drafting: Drafting, version: str, crosswalks: tuple[Crosswalk, ...]) -> Draft:
    """Make a framework of an outline; what other programs do not say is for the school to decide.

    Args:
        drafting: the outline, and what each of its statements becomes.
        version: the framework's version.
        crosswalks: what became of the school's earlier versions.
    """
    outline, basis = drafting.outline, drafting.basis
    levels = _levels(drafting)
    credits, domains = _credits(drafting), _domains(drafting)
    if not domains and any(one.domain is None for one in credits):
        domains = (_domain_for_all(outline),)
        credits = tuple(replace(one, domain=one.domain or domains[0].id) for one in credits)
    targets = _targets(drafting)
    framework = replace(
        basis or Framework(id="", version="", title="", domains=(), levels=levels),
        extends=None,
        id=_own_id(outline) or short_slug(outline.title) or "framework",
        version=version,
        title=outline.title,
        about=outline.about or None,
        identifier=outline.identifier or None,
        changed=outline.changed,
        phases=drafting.phases,
        domains=domains,
        competencies=_competencies(drafting),
        levels=levels,
        grid=None,
        credits=credits,
        scales=drafting.scales,
        requirements=(school_decides.requirement(levels[0]),),
        habits=_habits(drafting) or (basis.habits if basis else None),
        targets=targets,
        courses=_courses(basis, targets),
        expects=None,
        crosswalks=crosswalks,
        marks=Marks(),
    )
    return Draft(
        framework=framework,
        rubrics=tuple(drafting.tables.rubrics),
        remarks=_remarks(drafting, framework),
    )


def _own_id(outline: Outline) -> str:
    return outline.own[1] if outline.own and is_id(outline.own[1]) else ""


def _domains(drafting: Drafting) -> tuple[Domain, ...]:
    return tuple(
        Domain(
            id=drafting.ids[one.key],
            title=one.title,
            about=one.about or None,
            code=one.code or None,
            identifier=one.identifier or None,
        )
        for one in drafting.of("domain")
    )


def _domain_for_all(outline: Outline) -> Domain:
    return Domain(id=short_slug(outline.title) or "all", title=outline.title)


def _competencies(drafting: Drafting) -> tuple[Competency, ...]:
    return tuple(
        Competency(
            id=drafting.ids[one.key],
            title=one.title,
            about=one.about or None,
            code=one.code or None,
            identifier=one.identifier or None,
        )
        for one in drafting.of("competency")
    )


def _credits(drafting: Drafting) -> tuple[Credit, ...]:
    everywhere = {drafting.ids[one.key] for one in drafting.of("level")}
    return tuple(
        Credit(
            id=drafting.ids[one.key],
            title=one.title,
            domain=drafting.around(one, "domain"),
            competency=_competency(drafting, one),
            levels=() if set(levels) == everywhere else levels,
            about=one.about or None,
            code=one.code or None,
            identifier=one.identifier or None,
        )
        for one in drafting.of("credit")
        for levels in (drafting.linked(one, (LEVEL,), "level"),)
    )


def _targets(drafting: Drafting) -> tuple[Target, ...]:
    return tuple(_target(drafting, one) for one in drafting.of("target"))


def _target(drafting: Drafting, one: Statement) -> Target:
    progress = drafting.tables.progress.get(one.key, Progress(scale=drafting.scale))
    credit = drafting.around(one, "credit")
    return Target(
        id=drafting.ids[one.key],
        title=one.title,
        about=one.about or None,
        credit=credit,
        competency=None if credit else _competency(drafting, one),
        domain=None if credit else drafting.around(one, "domain"),
        part_of=drafting.around(one, "target"),
        scale=progress.scale or None,
        levels=progress.levels,
        target=progress.aim or None,
        dimensions=tuple(
            Dimension(
                id=drafting.ids[side.key].rpartition("/")[2],
                title=side.title,
                about=side.about or None,
                identifier=side.identifier or None,
            )
            for side in drafting.of("dimension")
            if side.parent == one.key
        ),
        phase=phase_of(one.grades, drafting.phases),
        code=one.code or None,
        identifier=one.identifier or None,
    )


def _competency(drafting: Drafting, one: Statement) -> str | None:
    """The competency above a statement, or the first that it is said to have to do with."""
    linked = drafting.linked(one, (RELATED, PART), "competency")
    return drafting.around(one, "competency") or next(iter(linked), None)


def _levels(drafting: Drafting) -> tuple[CreditLevel, ...]:
    ours = tuple(
        CreditLevel(
            id=drafting.ids[one.key],
            title=one.title,
            about=one.about or None,
            identifier=one.identifier or None,
        )
        for one in drafting.of("level")
    )
    return ours or (drafting.basis.levels if drafting.basis else (school_decides.LEVEL,))


def _habits(drafting: Drafting) -> Habits | None:
    strands = tuple(
        Habit(
            id=drafting.ids[one.key],
            title=one.title,
            about=one.about or None,
            identifier=one.identifier or None,
        )
        for one in drafting.of("habit")
    )
    heading = next(drafting.of("habits"), None)
    if not strands:
        return None
    return Habits(
        title=heading.title if heading else "Habits",
        scale=drafting.scale,
        strands=strands,
        about=(heading.about if heading else "") or None,
    )


def _courses(basis: Framework | None, targets: tuple[Target, ...]) -> Courses | None:
    """The school's courses, with those of their learning targets that still exist."""
    if basis is None or basis.courses is None:
        return None
    known = {one.id for one in targets}
    offered = (
        replace(one, targets=tuple(target for target in one.targets if target in known))
        for one in basis.courses.offered
    )
    return replace(basis.courses, offered=tuple(offered))


def _remarks(drafting: Drafting, framework: Framework) -> dict[KeyPath, tuple[str, ...]]:
    origin = drafting.outline.origin
    remarks: dict[KeyPath, tuple[str, ...]] = {
        (): (
            "Imported from another program. Change the words as you like: the identifiers say what is what.",
            *origin,
        )
    }
    decided = {("phases",), ("levels",), ("scales",), ("habits",)} if drafting.basis else set()
    for keys, words in school_decides.WORDS.items():
        if keys not in decided:
            remarks[keys] = (words,)
    return remarks | _groups(drafting, framework)


def _groups(drafting: Drafting, framework: Framework) -> dict[KeyPath, tuple[str, ...]]:
    """Groups become remarks above the first thing that stands in them."""
    places = _places(framework)
    remarks: dict[KeyPath, tuple[str, ...]] = {}
    waiting: list[str] = []
    for one in drafting.outline.statements:
        mine = (drafting.kinds[one.key], drafting.ids[one.key])
        if mine[0] == "group":
            details = ", ".join(filter(None, (one.code, one.identifier)))
            waiting.append(
                f"{one.type or 'Group'}: {one.title}{f' ({details})' if details else ''}"
            )
            drafting.findings.leave(tell("groups, which are remarks in the file"), one.pointer)
        elif waiting and mine in places:
            remarks[places[mine]] = tuple(waiting)
            waiting = []
    return remarks


def _places(framework: Framework) -> dict[tuple[str, str], KeyPath]:
    """Kind and id to where it stands in the file."""
    lists: Mapping[str, tuple[str, Sequence[Domain | Competency | Credit | Target]]] = {
        "domain": ("domains", framework.domains),
        "competency": ("competencies", framework.competencies),
        "credit": ("credits", framework.credits),
        "target": ("targets", framework.targets),
    }
    return {
        (kind, one.id): (key, place)
        for kind, (key, entries) in lists.items()
        for place, one in enumerate(entries)
    }
