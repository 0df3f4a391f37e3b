"""CFAssociation: which item stands under which, and what else links them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from portfolio_gen.exchange.case.items import Item
from portfolio_gen.exchange.case.words import CHILD, TYPES
from portfolio_gen.exchange.findings import Findings
from portfolio_gen.exchange.outline import Link
from portfolio_gen.exchange.rules import (
    CIRCULAR_TREE,
    OUTSIDE_THE_TREE,
    SEVERAL_PARENTS,
    UNUSABLE_ENTRY,
)
from portfolio_gen.exchange.slugs import natural
from portfolio_gen.exchange.tree import Tree, grow
from portfolio_gen.exchange.values import Group
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass

_TOP = ""
"""Stands for the document, under which the first level of the tree stands."""


@dataclass(slots=True)
class _Web:
    """The associations of a package, taken apart."""

    items: Mapping[str, Item]
    addresses: Mapping[str, str]
    """URI to key, for ends that are known by their address alone."""
    document: frozenset[str]
    """Identifier and address of the document."""
    parents: dict[str, dict[str, float | None]] = field(default_factory=dict)
    """Item to those it stands under, each with the place that it has there, in the order of the file."""
    adrift: dict[str, Group] = field(default_factory=dict)
    """Item to an association that puts it under something that is not in the package."""
    links: list[Link] = field(default_factory=list)

    def end(self, value: Any) -> str:
        """The key of an item, or the identifier or address of something else; empty without any."""
        if isinstance(value, str):
            identifier, uri = value, value
        elif isinstance(value, dict):
            identifier, uri = (str(value.get(key) or "") for key in ("identifier", "uri"))
        else:
            return ""
        key = identifier.strip().casefold()
        return key if key in self.items else self.addresses.get(uri.strip(), key or uri.strip())


def read_associations(
    package: Group, items: Sequence[Item], document: Group | None, findings: Findings
) -> tuple[Tree[str], tuple[Link, ...]]:
    """The tree of a package's items, and its other associations."""
    known = [document.line(key) for key in ("identifier", "uri")] if document else []
    web = _Web(
        items={item.key: item for item in items},
        addresses={item.uri: item.key for item in items if item.uri},
        document=frozenset(word.casefold() for word in known if word),
    )
    for group in package.groups("CFAssociations", "associations"):
        _take(group, web, findings)
    parents = _one_parent_each(web, findings)
    tree = grow(parents, {key: _order(web, key, parents[key]) for key in parents})
    for circle in tree.circles:
        first = web.items[circle[0]]
        message = tell("%(count)s items stand under one another in a circle", count=len(circle))
        hint = tell("the first of them was put at the top; move it where it belongs")
        findings.say(CIRCULAR_TREE, first.pointer, message, hint, "circles")
    return tree, tuple(web.links)


def _take(group: Group, web: _Web, findings: Findings) -> None:
    kind = group.line("associationType")
    origin = web.end(group.values.get("originNodeURI"))
    destination = web.end(group.values.get("destinationNodeURI"))
    if not (kind and origin and destination):
        message = tell("this association lacks its type or one of its ends")
        findings.say(
            UNUSABLE_ENTRY, group.pointer, message, tell("it was left out"), "associations"
        )
    elif kind != CHILD:
        known = kind in TYPES or kind.startswith("ext:")
        kind = kind if known else "a type that CASE does not have"
        web.links.append(Link(kind, origin, destination, group.pointer))
    elif origin not in web.items:
        what = tell("`%(kind)s` of items that are not in this package", kind=CHILD)
        findings.leave(what, group.pointer)
    elif destination in web.items:
        web.parents.setdefault(origin, {}).setdefault(destination, group.number("sequenceNumber"))
    elif destination.casefold() in web.document:
        web.parents.setdefault(origin, {}).setdefault(_TOP, group.number("sequenceNumber"))
    else:
        web.adrift.setdefault(origin, group)


def _one_parent_each(web: _Web, findings: Findings) -> dict[str, str | None]:
    """Item to the first item that it stands under, None at the top."""
    chosen: dict[str, str | None] = {}
    for key, item in web.items.items():
        parents = tuple(web.parents.get(key, {}))
        chosen[key] = parents[0] or None if parents else None
        if len(parents) > 1:
            message = tell(
                "“%(item)s” stands under %(count)s others", item=_called(item), count=len(parents)
            )
            hint = tell("it was put under the first of them")
            findings.say(SEVERAL_PARENTS, item.pointer, message, hint, "items")
        if not parents and web.parents:
            words = (
                to_tell("“%(item)s” stands under something that is not in this package")
                if key in web.adrift
                else to_tell("“%(item)s” stands under nothing")
            )
            message = tell(words, item=_called(item))
            hint = tell("it was put at the top; move it where it belongs")
            findings.say(OUTSIDE_THE_TREE, item.pointer, message, hint, "items")
    return chosen


def _called(item: Item) -> str:
    return item.code or item.label or item.statement[:60]


def _order(web: _Web, key: str, parent: str | None) -> tuple[Any, ...]:
    """What brothers are sorted by: `sequenceNumber`, which CASE prefers, then what educators would sort by."""
    item = web.items[key]
    number = web.parents.get(key, {}).get(parent or _TOP)
    return (
        number is None,
        number or 0.0,
        not item.enumeration,
        natural(item.enumeration),
        not item.code,
        natural(item.code),
    )
