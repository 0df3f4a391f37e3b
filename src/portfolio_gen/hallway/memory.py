"""What a build remembers of a school, so that the next one need not read what has not changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.ledger import Enrolment, Ledger
from portfolio_gen.model.packing import packed, unpacked
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Narrative, Sharing, Student

FORMAT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """One student: everything that others' sites and the edition's indexes can depend on, and what was wrong."""

    stock: str
    """Digest of their files, as `take_stock` tells it; empty when it was not to be relied on."""
    card: Mapping[str, Any]
    """What `card_of` has told of them."""
    found: tuple[Diagnostic, ...] = ()
    """What reading and checking said about them."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Place to the fingerprint with which it was published; only those that were as they should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A whole school, as the last build left it."""

    mark: str = ""
    """Of the day, the program and everything in the school that is nobody's own."""
    students: Mapping[str, Remembered] = field(default_factory=dict)
    found: tuple[Diagnostic, ...] = ()
    """What reading and checking said about everybody."""


def card_of(school: School, student: Student) -> dict[str, Any]:
    """All of a student that may show on pages, in checks or in the words of others."""
    ledger = school.ledgers.get(student.id)
    languages = [student.language, *(one.language for one in student.artifacts)]
    languages += [one.language for one in student.narratives]
    people = (who for work in student.artifacts for one in work.media for who in one.people)
    card: dict[str, Any] = {
        "name": student.name,
        "sharing": {edition: asdict(one) for edition, one in sorted(student.sharing.items())},
        "languages": sorted({one for one in languages if one}),
        "people": sorted(set(people)),
        "official_name": ledger.official_name if ledger else None,
    }
    if ledger:
        enrolment = ledger.enrolment
        card["enrolment"] = {**asdict(enrolment), "entered": str(enrolment.entered)}
    if ledger and school.frameworks:
        # What one version has awarded and another would lose is looked at among everybody.
        record = repr((ledger.decisions, ledger.ratings)).encode()
        card["record"] = hashlib.sha256(record).hexdigest()
    return card


def outline(student: str, card: Mapping[str, Any]) -> tuple[Student, Ledger | None]:
    """A student of whom only the card is known: enough for others, and not to be shown or judged."""
    sharing = {edition: Sharing(**one) for edition, one in card["sharing"].items()}
    written = tuple(Narrative(language=one) for one in card["languages"])
    known = Student(id=student, name=card["name"], sharing=sharing, narratives=written)
    if card["official_name"] is None:
        return known, None
    enrolment = {**card["enrolment"], "entered": PartialDate.parse(card["enrolment"]["entered"])}
    ledger = Ledger(
        student=student, official_name=card["official_name"], enrolment=Enrolment(**enrolment)
    )
    return known, ledger


def load(path: Path) -> Memory:
    """What was remembered; nothing when that is absent, older or damaged."""
    try:
        seal, _, text = path.read_bytes().partition(b"\n")
        if seal.decode() != _seal(text):
            return Memory()
        document = json.loads(text)
        return Memory(
            mark=document["mark"],
            found=tuple(map(unpacked, document["found"])),
            students={name: _remembered(one) for name, one in document["students"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Memory()


def save(path: Path, memory: Memory) -> None:
    """Remember for the next build; without effect where nothing can be written."""
    document = {
        "mark": memory.mark,
        "found": [packed(one) for one in memory.found],
        "students": {
            name: {
                "stock": one.stock,
                "card": dict(one.card),
                "found": [packed(each) for each in one.found],
                "places": dict(one.places),
            }
            for name, one in memory.students.items()
        },
    }
    text = json.dumps(document, ensure_ascii=True, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.write_bytes(_seal(text).encode() + b"\n" + text)
        draft.replace(path)


def _seal(text: bytes) -> str:
    return f"{FORMAT} {hashlib.sha256(text).hexdigest()}"


def _remembered(document: Any) -> Remembered:
    return Remembered(
        stock=document["stock"],
        card=document["card"],
        found=tuple(map(unpacked, document["found"])),
        places=document["places"],
    )
