"""CFItem: the statements of a package, before anybody knows how they hang together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from portfolio_gen.exchange.document import Pointer
from portfolio_gen.exchange.findings import Findings
from portfolio_gen.exchange.plain_text import LONGEST_LINE, in_one_line, shortened
from portfolio_gen.exchange.rules import SAME_IDENTIFIER, UNUSABLE_ENTRY
from portfolio_gen.exchange.values import Group
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass

LONGEST_TITLE = 120
"""A statement up to this many characters is its own title."""
SHORT_LABEL = 12
"""An abbreviation up to this many characters is a label, such as `Target A`, and stands before the statement."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_UNDERSTOOD = frozenset(
    {
        "identifier",
        "uri",
        "fullStatement",
        "abbreviatedStatement",
        "humanCodingScheme",
        "listEnumeration",
        "CFItemType",
        "CFItemTypeURI",
        "educationLevel",
        "notes",
        "lastChangeDateTime",
        "CFDocumentURI",
    }
)
_KNOWN = frozenset(
    {
        "alternativeLabel",
        "conceptKeywords",
        "conceptKeywordsURI",
        "subject",
        "subjectURI",
        "language",
        "licenseURI",
        "statusStartDate",
        "statusEndDate",
        "extensions",
    }
)
"""What else CASE 1.1 has, and a framework of ours has no place for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A CFItem."""

    key: str
    identifier: str
    uri: str
    statement: str
    """Its full text, which may have several lines."""
    label: str
    """Its abbreviated text, on one line."""
    code: str
    enumeration: str
    type: str
    notes: str
    grades: tuple[str, ...]
    own: tuple[str, str] | None
    pointer: Pointer


def read_items(package: Group, findings: Findings) -> tuple[Item, ...]:
    """The items of a package that can be used, in its order."""
    items: dict[str, Item] = {}
    for number, group in enumerate(package.groups("CFItems", "items")):
        item = _read_item(group, number, findings)
        if item is None:
            continue
        if first := items.get(item.key):
            same = first.statement == item.statement
            message = tell(
                "another item has the identifier `%(identifier)s` already",
                identifier=item.identifier,
            )
            hint = (
                tell("this one says the same, and was left out")
                if same
                else tell("this one says something else, and was kept without its identifier")
            )
            findings.say(SAME_IDENTIFIER, item.pointer, message, hint, "items")
            if same:
                continue
            item = replace(item, key=f"#{number}", identifier="")
        items[item.key] = item
        _count_the_rest(group, findings)
    return tuple(items.values())


def _read_item(group: Group, number: int, findings: Findings) -> Item | None:
    statement = group.text("fullStatement", "abbreviatedStatement")
    if not statement:
        message = tell("this item has no `fullStatement`, so nobody knows what it says")
        findings.say(UNUSABLE_ENTRY, group.pointer, message, tell("it was left out"), "items")
        return None
    uri = group.line("uri")
    identifier = group.line("identifier") or _at_the_end_of(uri)
    if not identifier:
        message = tell("this item has no `identifier`, so nothing can refer to it")
        findings.say(
            UNUSABLE_ENTRY, group.pointer, message, tell("it was kept without one"), "items"
        )
    return Item(
        key=identifier.casefold() or f"#{number}",
        identifier=identifier[:LONGEST_LINE],
        uri=uri,
        statement=statement,
        label=group.line("abbreviatedStatement"),
        code=shortened(group.line("humanCodingScheme"), LONGEST_LINE),
        enumeration=group.line("listEnumeration"),
        type=group.line("CFItemType"),
        notes=group.text("notes"),
        grades=group.texts("educationLevel"),
        own=group.own(),
        pointer=group.pointer,
    )


def _at_the_end_of(uri: str) -> str:
    """The UUID in which a URI ends; empty when it does not."""
    found = _UUID.findall(uri)
    return found[-1] if found and uri.endswith(found[-1]) else ""


def _count_the_rest(group: Group, findings: Findings) -> None:
    for key, value in group.values.items():
        if key in _UNDERSTOOD or value in (None, "", [], {}):
            continue
        if key == "extensions" and group.own():
            continue
        what = (
            tell("`%(key)s` of items", key=key)
            if key in _KNOWN
            else tell("keys of items that CASE does not have")
        )
        findings.leave(what, (*group.pointer, key))


def titled(items: Iterable[Item]) -> Iterator[tuple[Item, str, str]]:
    """Each item with its title, and with what else it says."""
    items = tuple(items)
    labels = Counter(item.label for item in items)
    for item in items:
        title, rest = _title_of(item, alone=labels[item.label] == 1)
        yield item, title, "\n\n".join(filter(None, (rest, item.notes)))


def _title_of(item: Item, *, alone: bool) -> tuple[str, str]:
    first, _, rest = item.statement.partition("\n")
    if item.label == first and (rest or item.own) and len(first) <= LONGEST_LINE:
        return first, rest.strip()
    line = in_one_line(item.statement)
    if item.own and len(line) <= LONGEST_LINE:
        return line, ""
    if not any(letter.isalpha() for letter in line) and item.type and len(line) <= LONGEST_TITLE:
        return f"{item.type} {line}", ""
    if not item.label or item.label == line:
        return _cut(line, item.statement)
    if len(item.label) <= SHORT_LABEL and not alone:
        return _cut(f"{item.label}: {line}", item.statement)
    if len(item.label) <= LONGEST_TITLE:
        return item.label, item.statement
    return shortened(line, LONGEST_TITLE), f"{item.label}\n\n{item.statement}"


def _cut(line: str, whole: str) -> tuple[str, str]:
    """A line as a title; when it is too long for one, its beginning, with the whole below."""
    fits = len(line) <= LONGEST_TITLE
    return (line, "") if fits else (shortened(line, LONGEST_TITLE), whole)
