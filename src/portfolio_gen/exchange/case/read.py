"""CFPackage: a whole framework with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from portfolio_gen.exchange.case.associations import read_associations
from portfolio_gen.exchange.case.items import Item, read_items, titled
from portfolio_gen.exchange.case.rubrics import read_rubrics
from portfolio_gen.exchange.document import Document
from portfolio_gen.exchange.findings import Findings
from portfolio_gen.exchange.outline import Outline, Statement
from portfolio_gen.exchange.plain_text import LONGEST_LINE, shortened
from portfolio_gen.exchange.tree import Tree
from portfolio_gen.exchange.values import Group
from portfolio_gen.model.dates import Day
from portfolio_gen.model.tell import tell

_ORIGIN: Mapping[str, str] = {
    "creator": "Made by",
    "publisher": "Published by",
    "officialSourceURL": "To be read at",
    "uri": "Address",
    "adoptionStatus": "Status",
    "statusStartDate": "In force from",
    "statusEndDate": "In force until",
    "language": "Language",
    "subject": "Subject",
    "frameworkType": "Type",
    "notes": "Notes",
}
"""What CFDocument says of where a framework comes from, as people would say it."""


def is_package(document: Document) -> bool:
    """Whether a document looks like a CFPackage, perhaps inside a group of that name."""
    root = document.root
    return isinstance(root, dict) and bool({"CFPackage", "CFDocument", "CFItems"} & set(root))


def read_package(document: Document, findings: Findings) -> Outline:
    """The outline of a CFPackage; what cannot be used is among the findings."""
    package = Group(document.root, (), findings)
    package = package.group("CFPackage") or package
    about = package.group("CFDocument")
    items = read_items(package, findings)
    tree, links = read_associations(package, items, about, findings)
    definitions = Group.of(
        package.values.get("CFDefinitions") or {}, (*package.pointer, "CFDefinitions"), findings, ""
    )
    outline = _about(about) if about else Outline(title="Framework")
    return replace(
        outline,
        origin=(*outline.origin, *(_licenses(definitions) if definitions else ())),
        statements=tuple(_statements(items, tree)),
        links=links,
        tables=read_rubrics(package, {item.key for item in items}, findings),
    )


def _about(document: Group) -> Outline:
    return Outline(
        title=shortened(document.line("title"), LONGEST_LINE) or "Framework",
        about=document.text("description"),
        version=document.line("version"),
        identifier=document.line("identifier")[:LONGEST_LINE],
        changed=_day(document.line("lastChangeDateTime")),
        own=document.own(),
        origin=tuple(_origin(document)),
    )


def _origin(document: Group) -> Iterator[str]:
    for key, words in _ORIGIN.items():
        if said := ", ".join(document.texts(key)):
            yield f"{words}: {shortened(said, LONGEST_LINE)}"
    if license := document.group("licenseURI"):
        yield f"License: {license.line('title')} {license.line('uri')}".rstrip()


def _licenses(definitions: Group) -> Iterator[str]:
    for license in definitions.groups("CFLicenses", "licenses"):
        words = ". ".join(filter(None, (license.line("title"), license.line("licenseText"))))
        yield f"License: {shortened(words, LONGEST_LINE)}"
    for key, words in (("CFConcepts", "concepts"), ("CFSubjects", "subjects")):
        if many := sum(1 for _ in definitions.groups(key, words)):
            what = tell("%(what)s (`%(key)s`)", what=tell(words), key=key)
            definitions.findings.leave(what, (*definitions.pointer, key), many=many)


def _statements(items: tuple[Item, ...], tree: Tree[str]) -> Iterator[Statement]:
    said = {item.key: (item, title, about) for item, title, about in titled(items)}
    for place in tree.places:
        item, title, about = said[place.key]
        yield Statement(
            key=item.key,
            title=title,
            about=about,
            code=item.code,
            type=item.type,
            identifier=item.identifier,
            grades=item.grades,
            own=item.own,
            parent=place.parent or "",
            depth=place.depth,
            pointer=item.pointer,
        )


def _day(moment: str) -> Day | None:
    """The day of a moment as ISO 8601 writes it."""
    try:
        return Day.parse(moment[:10])
    except ValueError:
        return None
