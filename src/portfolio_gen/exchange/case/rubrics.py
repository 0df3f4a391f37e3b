"""CFRubric, CFRubricCriterion, CFRubricCriterionLevel: tables of levels."""

from __future__ import annotations

from collections.abc import Container

from portfolio_gen.exchange.findings import Findings
from portfolio_gen.exchange.outline import Aspect, Degree, LevelTable
from portfolio_gen.exchange.plain_text import LONGEST_LINE, in_one_line, shortened
from portfolio_gen.exchange.values import Group
from portfolio_gen.model.ids import is_id
from portfolio_gen.model.tell import tell


def read_rubrics(
    package: Group, items: Container[str], findings: Findings
) -> tuple[LevelTable, ...]:
    """The rubrics of a package.

    Args:
        package: the CFPackage.
        items: keys of the items that criteria can be about.
        findings: for what cannot be taken over.
    """
    return tuple(
        LevelTable(
            title=_line(group, "title", "description") or "Rubric",
            identifier=group.line("identifier"),
            own=group.own(),
            aim=group.aim(),
            aspects=tuple(
                _aspect(one, items, findings) for one in _in_order(group, "CFRubricCriteria")
            ),
            pointer=group.pointer,
        )
        for group in package.groups("CFRubrics", "rubrics")
    )


def _aspect(group: Group, items: Container[str], findings: Findings) -> Aspect:
    about = group.group("CFItemURI")
    key = about.line("identifier").casefold() if about else ""
    title, text = _line(group, "category"), group.text("description")
    if not title:
        title, text = shortened(text, LONGEST_LINE) or "Criterion", ""
    if group.values.get("weight") not in (None, ""):
        what = tell("`weight` of criteria, for levels are never averaged")
        findings.leave(what, group.pointer)
    return Aspect(
        title=title,
        about=text,
        statement=key if key in items else "",
        degrees=_lowest_first(
            tuple(_degree(one) for one in _in_order(group, "CFRubricCriterionLevels"))
        ),
    )


def _degree(group: Group) -> Degree:
    title, about = _line(group, "quality"), group.text("description")
    if not title:
        title = shortened(about, 60) or "Level"
        about = "" if title == in_one_line(about) else about
    own = group.own()
    return Degree(
        id=own[1] if own and is_id(own[1]) else "",
        title=title,
        about=about,
        next_step=group.text("feedback"),
        score=group.number("score"),
    )


def _lowest_first(degrees: tuple[Degree, ...]) -> tuple[Degree, ...]:
    """By score where each has one; otherwise in the order of the file, which says nothing about it."""
    scores = [one.score for one in degrees if one.score is not None]
    if len(set(scores)) < len(degrees):
        return degrees
    return tuple(sorted(degrees, key=lambda one: one.score or 0.0))


def _in_order(group: Group, key: str) -> list[Group]:
    """The groups of a list by their `position`, where they have one."""
    found = list(group.groups(key, tell("entries of `%(key)s`", key=key)))
    return sorted(
        found, key=lambda one: (one.number("position") is None, one.number("position") or 0)
    )


def _line(group: Group, *keys: str) -> str:
    return shortened(group.line(*keys), LONGEST_LINE)
