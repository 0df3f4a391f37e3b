"""XML of other programs as a tree that knows its lines; without a document type, and so without anything that grows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from xml.parsers import expat

from portfolio_gen.exchange.rules import UNKNOWN_FORMAT
from portfolio_gen.exchange.works.folder import CannotImport
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass

DEEPEST = 60
MOST_ELEMENTS = 500_000
_SIGN = " "
"""Stands between a namespace and a name."""


@dataclass(slots=True)
class Element:
    """An element with its place; names are written `⟨namespace⟩ ⟨name⟩`."""

    name: str
    given: dict[str, str]
    line: int
    children: list[Element | str] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Element]:
        """The elements right in it that have one of some names."""
        yield from (one for one in self.children if isinstance(one, Element) and one.name in names)

    def first(self, *names: str) -> Element | None:
        """The first of them."""
        return next(self.all(*names), None)

    def text(self) -> str:
        """All text in it."""
        return "".join(one if isinstance(one, str) else one.text() for one in self.children)


def read_xml(data: bytes, what: str) -> Element:
    """The outermost element of a file.

    Raises:
        CannotImport: it is no XML, has a document type, or is too deep or too large.
    """
    reading = _Reading(what)
    parser = expat.ParserCreate(namespace_separator=_SIGN)
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = reading.refuse
    parser.StartElementHandler = lambda name, given: reading.start(
        name, given, parser.CurrentLineNumber
    )
    parser.EndElementHandler = lambda _: reading.open.pop()
    parser.CharacterDataHandler = lambda text: reading.open[-1].children.append(text)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as problem:
        line = getattr(problem, "lineno", 1)
        raise reading.refusal(
            tell("line %(line)s is not XML (%(problem)s)", line=str(line), problem=str(problem))
        ) from None
    return next(
        reading.top.all(*(one.name for one in reading.top.children if isinstance(one, Element)))
    )


class _Reading:
    def __init__(self, what: str) -> None:
        self.what = what
        self.top = Element("", {}, 1)
        self.open = [self.top]
        self.number = 0

    def start(self, name: str, given: dict[str, str], line: int) -> None:
        self.number += 1
        if len(self.open) > DEEPEST or self.number > MOST_ELEMENTS:
            raise self.refusal(
                tell("line %(line)s lies too deep, or there is too much in it", line=str(line))
            )
        element = Element(name, given, line)
        self.open[-1].children.append(element)
        self.open.append(element)

    def refuse(self, *_: object) -> None:
        raise self.refusal(tell("it declares a document type, which could make anything of it"))

    def refusal(self, reason: Sentence) -> CannotImport:
        return CannotImport(
            UNKNOWN_FORMAT,
            tell("this is not %(what)s: %(why)s", what=tell(self.what), why=reason),
            tell("export it again from the other program"),
        )
