"""Frameworks as Mahara's SmartEvidence keeps them in `.matrix` files.

The file is JSON: `framework` with `name`, `description`, `evidencestatuses`, `standards` and `standardelements`, of
which each names its standard by `standardid` and the element that it is a part of by `parentelementid` (Mahara manual,
"SmartEvidence", chapter "Import a framework file").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from portfolio_gen.exchange.document import Document
from portfolio_gen.exchange.findings import Findings
from portfolio_gen.exchange.outline import Outline, Statement
from portfolio_gen.exchange.plain_text import LONGEST_LINE, shortened
from portfolio_gen.exchange.rules import (
    CIRCULAR_TREE,
    OUTSIDE_THE_TREE,
    SAME_IDENTIFIER,
    UNUSABLE_ENTRY,
)
from portfolio_gen.exchange.slugs import slug
from portfolio_gen.exchange.tree import grow
from portfolio_gen.exchange.values import Group
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.model.tell import tell

_LEVELS = ("incomplete", "partialcomplete", "completed")
"""Statuses of evidence that are levels, lowest first; `begun` says only that somebody is to look at it."""
_NOTHING = frozenset({"", "0", "undefined", "null"})
"""What stands for no parent."""


def is_matrix(document: Document) -> bool:
    """Whether a document looks like a `.matrix` file."""
    root = document.root
    inner = root.get("framework", root) if isinstance(root, dict) else None
    return isinstance(inner, dict) and bool({"standards", "standardelements"} & set(inner))


def read_matrix(document: Document, findings: Findings) -> Outline:
    """The outline of a `.matrix` file; what cannot be used is among the findings."""
    framework = Group(document.root, (), findings)
    framework = framework.group("framework") or framework
    found = {one.key: one for one in _standards(framework)}
    above: dict[str, tuple[str, ...]] = dict.fromkeys(found, ())
    for element, parents in _elements(framework):
        if element.key in found:
            message = tell("the element `%(code)s` is here twice", code=element.code)
            hint = tell("both were kept; what names it as its parent was put under the first")
            findings.say(SAME_IDENTIFIER, element.pointer, message, hint, "elements")
            element = replace(element, key=f"element at {element.pointer[-1]}")
        found[element.key] = element
        above[element.key] = parents
    return Outline(
        title=shortened(framework.line("name"), LONGEST_LINE) or "Framework",
        about=framework.text("description"),
        statements=_in_tree(found, _known_parents(found, above, findings), findings),
        scale=_scale(framework, findings),
    )


def _standards(framework: Group) -> Iterator[Statement]:
    for number, group in enumerate(framework.groups("standards", "standards"), start=1):
        id = group.line("standardid") or str(number)
        yield _statement(group, key=f"standard {id}", type="Standard", code=_label(group))


def _elements(framework: Group) -> Iterator[tuple[Statement, tuple[str, ...]]]:
    """Each element with those that it may stand under, the nearest first."""
    for group in framework.groups("standardelements", "elements"):
        if not group.line("name", "shortname", "description"):
            message = tell("this element has no `name`, so nobody knows what it says")
            group.findings.say(
                UNUSABLE_ENTRY, group.pointer, message, tell("it was left out"), "elements"
            )
            continue
        standard, id = group.line("standardid"), group.line("elementid")
        parent = group.line("parentelementid", "parentid")
        key = f"element {standard} {id}" if id else f"element at {group.pointer[-1]}"
        above = "" if parent in _NOTHING else f"element {standard} {parent}"
        parents = tuple(filter(None, (above, f"standard {standard}" if standard else "")))
        yield _statement(group, key=key, type="Element", code=id or _label(group)), parents


def _statement(group: Group, *, key: str, type: str, code: str) -> Statement:
    title = shortened(group.line("name", "shortname", "description"), LONGEST_LINE)
    about = group.text("description")
    return Statement(
        key=key,
        title=title,
        about="" if about == title else about,
        code=code if code != title else "",
        type=type,
        pointer=group.pointer,
    )


def _label(group: Group) -> str:
    return shortened(group.line("shortname"), LONGEST_LINE)


def _known_parents(
    found: Mapping[str, Statement], above: Mapping[str, tuple[str, ...]], findings: Findings
) -> dict[str, str | None]:
    """Entry to the nearest of those it names that is there."""
    known: dict[str, str | None] = {}
    for key, parents in above.items():
        known[key] = next((one for one in parents if one in found), None)
        is_element = found[key].type == "Element"
        if is_element and known[key] not in parents[:1]:
            message = tell(
                "“%(title)s” names something above it that is not in this file",
                title=found[key].title,
            )
            hint = tell("it was put higher up; move it where it belongs")
            findings.say(OUTSIDE_THE_TREE, found[key].pointer, message, hint, "elements")
    return known


def _in_tree(
    found: Mapping[str, Statement], parents: Mapping[str, str | None], findings: Findings
) -> tuple[Statement, ...]:
    tree = grow(parents, {key: number for number, key in enumerate(found)})
    for circle in tree.circles:
        message = tell("%(count)s elements stand under one another in a circle", count=len(circle))
        hint = tell("the first of them was put at the top; move it where it belongs")
        findings.say(CIRCULAR_TREE, found[circle[0]].pointer, message, hint, "circles")
    return tuple(
        replace(found[place.key], parent=place.parent or "", depth=place.depth)
        for place in tree.places
    )


def _scale(framework: Group, findings: Findings) -> Scale | None:
    """The statuses of evidence as a scale; Mahara writes them as a list of groups with one key each."""
    written = framework.values.get("evidencestatuses")
    groups = (
        [Group(written, (*framework.pointer, "evidencestatuses"), findings)]
        if isinstance(written, dict)
        else list(framework.groups("evidencestatuses", "statuses"))
    )
    named = {key: group.line(key) for group in groups for key in group.values}
    if named.get("begun"):
        pointer = (*framework.pointer, "evidencestatuses")
        what = tell("the status “%(status)s”, which is no level", status=named["begun"])
        findings.leave(what, pointer)
    levels = tuple(
        ScaleLevel(id=slug(key), title=shortened(named[key], LONGEST_LINE))
        for key in _LEVELS
        if named.get(key)
    )
    if not levels:
        return None
    aim = levels[-1].id
    return Scale(id="evidence", title="Evidence", levels=levels, target=aim)
