"""A JSON Résumé (schema 1.0.0) as pages of a student: projects and publications are work, everything else is told.

Everybody can write a résumé about themselves, so nothing of it becomes a recognition on the school's record.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from portfolio_gen.exchange.document import Document, Pointer, read_document
from portfolio_gen.exchange.plain_text import LONGEST_LINE, plain, shortened
from portfolio_gen.exchange.rules import NOT_UNDERSTOOD, UNKNOWN_FORMAT
from portfolio_gen.exchange.works.dating import day_of_file, made_on
from portfolio_gen.exchange.works.folder import CannotImport
from portfolio_gen.exchange.works.haul import Haul, Piece, Remarks
from portfolio_gen.exchange.works.html_text import escaped
from portfolio_gen.exchange.works.names import Names
from portfolio_gen.exchange.works.room import Room
from portfolio_gen.exchange.works.times import read_date
from portfolio_gen.model.artifact import Artifact, Elsewhere
from portfolio_gen.model.student import Narrative
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass

_PAGES: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "basics": ("about-me", "About me", ()),
    "work": ("work", "Where I have worked", ("position", "name", "company")),
    "volunteer": ("volunteering", "Where I have helped", ("position", "organization")),
    "education": ("education", "Where I have learned", ("studyType", "area", "institution")),
    "awards": ("awards", "What I was awarded", ("title", "awarder")),
    "certificates": ("certificates", "Certificates", ("name", "issuer")),
    "skills": ("skills", "What I can do", ("name", "level")),
    "languages": ("languages", "Languages", ("language", "fluency")),
    "interests": ("interests", "What I care about", ("name",)),
    "references": ("references", "What others say of me", ("name",)),
}
"""Section to slug, title and keys of a heading."""
_WORKS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "projects": ("name", ("startDate", "endDate")),
    "publications": ("name", ("releaseDate",)),
}
"""Section whose entries are work, to the key of the title and those of the date."""
_OF_THE_FILE = frozenset({"$schema", "meta"})


def import_resume(path: Path, *, shown: str, room: Room) -> Haul:
    """A résumé as pages.

    Raises:
        CannotImport: it is no JSON Résumé.
    """
    document, found = read_document(path, shown)
    if document is None:
        return Haul(found=found)
    root = document.root
    known = isinstance(root, dict) and any(name in root for name in (*_PAGES, *_WORKS))
    if not known:
        hint = tell(
            "it has keys such as `basics`, `work`, `education` (jsonresume.org, schema 1.0.0)"
        )
        raise CannotImport(UNKNOWN_FORMAT, tell("this is no JSON Résumé"), hint)
    return _Import(document, path, room).haul()


@dataclass(slots=True)
class _Import:
    document: Document
    path: Path
    room: Room
    remarks: Remarks = field(default_factory=Remarks)

    def haul(self) -> Haul:
        """Everything that came of it."""
        pages = Names(self.room.taken("narratives"))
        works = Names(self.room.taken("artifacts"))
        pieces: list[Piece] = []
        for section, value in self.document.root.items():
            if section in _PAGES:
                pieces += self._page(section, value, pages)
            elif section in _WORKS and isinstance(value, list):
                pieces += (
                    self._work(section, place, one, works) for place, one in enumerate(value)
                )
            elif section not in _OF_THE_FILE:
                message = tell(
                    "`%(section)s` is no section of a résumé; it is in the file, which is kept aside",
                    section=section,
                )
                self.remarks.say(NOT_UNDERSTOOD, self.document.span((section,)), message)
        return Haul(
            pieces=tuple(pieces), aside={self.path.name: self.path}, found=tuple(self.remarks.found)
        )

    def _page(self, section: str, value: Any, names: Names) -> Iterator[Piece]:
        slug, title, heading = _PAGES[section]
        entries = value if isinstance(value, list) else [value]
        text = "\n".join(_told(one, heading) for one in entries if one)
        if text.strip():
            noun = Narrative(title=title)
            yield Piece(
                noun=noun,
                slug=names.slug_for(slug, otherwise=slug),
                text=text,
                origin=self.document.path,
            )

    def _work(self, section: str, place: int, entry: Any, names: Names) -> Piece:
        named, dated = _WORKS[section]
        given = entry if isinstance(entry, dict) else {named: entry}
        title = _line(given.get(named)) or section.removesuffix("s").capitalize()
        read = next((found for key in dated if (found := read_date(str(given.get(key, ""))))), None)
        date = read.date if read else day_of_file(self.path)
        made_on(read is not None, date, self.remarks, self._span((section, place)))
        noun = Artifact(
            title=title,
            date=date,
            summary=_summary(given.get("description") or given.get("summary")),
            tags=tuple(filter(None, map(_line, _listed(given.get("keywords")))))[:30],
            links=tuple(_links(given.get("url"), title)),
            status="published" if read else "draft",
        )
        text = _told({key: one for key, one in given.items() if key != named}, ())
        return Piece(
            noun=noun,
            slug=names.slug_for(title, otherwise="work"),
            text=text,
            origin=self.document.path,
        )

    def _span(self, pointer: Pointer) -> Any:
        return self.document.span(pointer)


def _links(url: Any, title: str) -> Iterator[Elsewhere]:
    if isinstance(url, str) and url.startswith("https://") and len(url) <= LONGEST_LINE:
        yield Elsewhere(title=title, url=url)


def _summary(value: Any) -> str | None:
    return _line(value) or None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _line(value: Any) -> str:
    text = (
        str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    )
    return shortened(" ".join(plain(text).text.split()), LONGEST_LINE)


def _told(entry: Any, heading: tuple[str, ...]) -> str:
    """An entry in Markdown: a heading from some of its keys, and all that it says."""
    if not isinstance(entry, dict):
        return f"{escaped(_text(entry))}\n"
    head = " · ".join(filter(None, (_line(entry.get(key)) for key in heading)))
    lines = [f"## {escaped(head)}\n"] if head else []
    for key, value in entry.items():
        if key not in heading or not head or len(_text(value)) > LONGEST_LINE:
            lines += _lines(key, value)
    return "\n".join(lines) + "\n"


def _lines(key: str, value: Any) -> Iterator[str]:
    """A key with its value: a text of several sentences as a paragraph, a list as a list."""
    name = _spoken(key)
    if isinstance(value, list):
        yield f"{name}:\n"
        yield from (f"- {escaped(_text(one))}" for one in value)
        yield ""
    elif isinstance(value, dict):
        yield f"{name}: {escaped(_text(value))}\n"
    elif key in {"summary", "description", "reference"}:
        yield f"{escaped(_text(value))}\n"
    elif value not in (None, ""):
        yield f"{name}: {escaped(_text(value))}\n"


def _text(value: Any) -> str:
    """All that a value says, in words."""
    if isinstance(value, dict):
        return ", ".join(
            f"{_spoken(key)}: {_text(one)}" for key, one in value.items() if one not in (None, "")
        )
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return value if isinstance(value, str) else json.dumps(value)


def _spoken(key: str) -> str:
    """`studyType` as `Study type`."""
    words = "".join(f" {one.lower()}" if one.isupper() else one for one in key).strip()
    return escaped(f"{words[:1].upper()}{words[1:]}")
