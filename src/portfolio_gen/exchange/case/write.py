"""A framework as a CFPackage of CASE 1.1, always in the same bytes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from portfolio_gen.exchange.case.entries import Entry, entries_of, links_of
from portfolio_gen.exchange.case.identifiers import Identifiers, Name, parts_of
from portfolio_gen.exchange.case.words import CHILD, REPLACED
from portfolio_gen.exchange.plain_text import in_one_line
from portfolio_gen.exchange.values import OWN
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.school import School
from portfolio_gen.model.terms import Term
from portfolio_gen.model.value import dataclass

Json = dict[str, Any]

_TERMS: Mapping[str, Term] = {
    "domain": "domain",
    "competency": "competency",
    "credit": "credit",
    "target": "target",
    "habit": "habit",
}
_TYPES = {"dimension": "dimension", "level": "credit level", "habits": "habits"}


@dataclass(slots=True)
class Package:
    """A CFPackage in the making."""

    school: School
    changed: Day
    """The day of all its `lastChangeDateTime`, which is nobody's clock."""
    identifiers: Identifiers = field(init=False)
    guids: dict[Name, str] = field(init=False)
    titles: dict[Name, str] = field(init=False)

    def __post_init__(self) -> None:
        """Give everything its GUID, so that whatever refers to it can."""
        framework = self.school.framework
        self.identifiers = Identifiers(framework, self.school)
        entries = entries_of(framework)
        self.guids = {one.name: self.identifiers.of(one.name, one.identifier) for one in entries}
        self.titles = {one.name: one.title for one in entries}

    @property
    def framework(self) -> Framework:
        """The framework that is written."""
        return self.school.framework

    def named(self, guid: str) -> Json:
        """What every part of a package begins with."""
        return {"identifier": guid, "uri": f"urn:uuid:{guid}"}

    @property
    def dated(self) -> Json:
        """When it was last changed (CASE 1.1, `lastChangeDateTime`, ISO 8601)."""
        return {"lastChangeDateTime": f"{self.changed}T00:00:00Z"}

    def link(self, name: Name | None) -> Json:
        """LinkURI or LinkGenURI: a reference to an item, or to the document."""
        guid = self.guids[name] if name else self.identifiers.framework
        title = self.titles[name] if name else self.framework.title
        return {"title": in_one_line(title), **self.named(guid)}


def write_package(package: Package, rubrics: Iterable[Json]) -> str:
    """The text of a CFPackage, with a line end behind it."""
    entries = entries_of(package.framework)
    types = tuple(dict.fromkeys(one.name[0] for one in entries))
    document = {
        "CFDocument": _document(package),
        "CFItems": [_item(package, one) for one in entries],
        "CFAssociations": [*_tree(package, entries), *_links(package), *_replaced(package)],
        "CFDefinitions": {
            "CFItemTypes": [
                _item_type(package, kind, number) for number, kind in enumerate(types, start=1)
            ]
        },
        "CFRubrics": list(rubrics),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def own(kind: str, id: str, **more: str) -> Json:
    """What this program adds for itself (CASE 1.1, `extensions`), so that ids come back as they went."""
    return {"extensions": {OWN: {"kind": kind, "id": id, **more}}}


def _document(package: Package) -> Json:
    framework, school = package.framework, package.school.settings
    return {
        **package.named(package.identifiers.framework),
        "caseVersion": "1.1",
        "creator": in_one_line(school.school),
        "title": in_one_line(framework.title),
        **package.dated,
        **({"officialSourceURL": school.url} if school.url else {}),
        **({"description": framework.about} if framework.about else {}),
        "language": school.language,
        "version": framework.version,
        **own("framework", framework.id),
    }


def _item(package: Package, entry: Entry) -> Json:
    """CFItem. Its statement is the title, with whatever else is to be said in paragraphs below."""
    lines = [line for line in entry.lines if line]
    kind, id = entry.name
    return {
        **package.named(package.guids[entry.name]),
        "fullStatement": "\n".join([entry.title, *lines]),
        "CFItemType": _type(package.framework, kind),
        "CFItemTypeURI": _type_link(package, kind),
        **({"humanCodingScheme": in_one_line(entry.code)} if entry.code else {}),
        **({"abbreviatedStatement": in_one_line(entry.title)} if lines else {}),
        **({"educationLevel": [entry.grade]} if entry.grade else {}),
        **package.dated,
        **own(kind, id),
    }


def _tree(package: Package, entries: Iterable[Entry]) -> Iterator[Json]:
    """`isChildOf`, with the place among brothers as `sequenceNumber`."""
    places: Counter[Name | None] = Counter()
    for one in entries:
        places[one.parent] += 1
        yield _association(package, CHILD, one.name, one.parent, places[one.parent])


def _links(package: Package) -> Iterator[Json]:
    for kind, origin, destination in links_of(package.framework):
        yield _association(package, kind, origin, destination)


def _association(
    package: Package, kind: str, origin: Name, destination: Name | None, number: int = 0
) -> Json:
    ends = package.link(origin), package.link(destination)
    name = "/".join((kind, *(end["identifier"] for end in ends)))
    return {
        **package.named(package.identifiers.made(name)),
        "associationType": kind,
        **({"sequenceNumber": number} if number else {}),
        "originNodeURI": {**ends[0], "targetType": "CASE"},
        "destinationNodeURI": {**ends[1], "targetType": "CASE"},
        **package.dated,
    }


def _replaced(package: Package) -> Iterator[Json]:
    """`replacedBy`: the crosswalks from the earlier versions that the school has kept."""
    new = {one.id: (kind, one.id) for kind, one in parts_of(package.framework)}
    for crosswalk in package.framework.crosswalks:
        framework = package.school.frameworks.get(crosswalk.version)
        if framework is None:
            continue
        identifiers = Identifiers(framework, package.school)
        old = {one.id: (kind, one) for kind, one in parts_of(framework)}
        for crossing in crosswalk.crossings:
            for kind, one in (old[id] for id in crossing.old if id in old):
                guid = identifiers.of((kind, one.id), one.identifier)
                origin = {"title": in_one_line(one.title), **package.named(guid)}
                for name in (new[id] for id in crossing.new if id in new):
                    yield _replacement(package, origin, name)


def _replacement(package: Package, origin: Json, after: Name) -> Json:
    destination = package.link(after)
    name = f"{REPLACED}/{origin['identifier']}/{destination['identifier']}"
    return {
        **package.named(package.identifiers.made(name)),
        "associationType": REPLACED,
        "originNodeURI": {**origin, "targetType": "CASE"},
        "destinationNodeURI": {**destination, "targetType": "CASE"},
        **package.dated,
    }


def _type(framework: Framework, kind: str) -> str:
    """The school's own word for a kind of item."""
    term = _TERMS.get(kind)
    return framework.word(term) if term else _TYPES[kind]


def _type_link(package: Package, kind: str) -> Json:
    guid = package.identifiers.made(f"type/{kind}")
    return {"title": _type(package.framework, kind), **package.named(guid)}


def _item_type(package: Package, kind: str, number: int) -> Json:
    """CFItemType; its `hierarchyCode` is needed and says in which order the kinds come."""
    return {
        **_type_link(package, kind),
        "description": kind,
        "hierarchyCode": str(number),
        "typeCode": kind,
        **package.dated,
    }
