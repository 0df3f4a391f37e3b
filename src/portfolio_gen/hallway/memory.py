"""What a build remembers of a school, so that the next one need not read what has not changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, field
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.artifact import Artifact, Media, Teammate
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Enrolment, Ledger
from portfolio_gen.model.packing import packed, unpacked
from portfolio_gen.model.student import Narrative, Pitch, Sharing, Student
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish.record import as_json

FORMAT = 3
_SOME_DAY = Day(2000, 1, 1)
_SOME_DATE = PartialDate.parse("2000")


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


def card_of(
    student: Student,
    ledger: Ledger | None,
    versions: Mapping[str, Framework],
    borrowed: Iterable[str] = (),
) -> dict[str, Any]:
    """All of a student that may show on pages, in checks or in the words of others.

    Args:
        student: as they were read.
        ledger: what the school keeps of them.
        versions: the framework's earlier versions.
        borrowed: works of others that they name, as `⟨student⟩/⟨slug⟩`.
    """
    languages = [student.language, *(one.language for one in student.artifacts)]
    languages += [one.language for one in student.narratives]
    people = (who for work in student.artifacts for one in work.media for who in one.people)
    card: dict[str, Any] = {
        "name": student.name,
        "sharing": {edition: asdict(one) for edition, one in sorted(student.sharing.items())},
        "languages": sorted({one for one in languages if one}),
        "people": sorted(set(people)),
        "pitches": {one.slug: one.title for one in student.pitches},
        "borrowed": sorted(borrowed),
        "official_name": ledger.official_name if ledger else None,
    }
    if ledger:
        enrolment = ledger.enrolment
        card["enrolment"] = {**asdict(enrolment), "entered": str(enrolment.entered)}
        card["family_languages"] = list(ledger.family_languages)
    if ledger and versions:
        # What one version has awarded and another would lose is looked at among everybody.
        record = repr((ledger.decisions, ledger.ratings)).encode()
        card["record"] = hashlib.sha256(record).hexdigest()
    return card


def teams_of(student: Student) -> dict[str, list[str]]:
    """Slug to the students whom a work names as its team."""
    return {
        work.slug: [mate.student for mate in work.team if mate.student]
        for work in student.artifacts
    }


def outline(
    student: str,
    card: Mapping[str, Any],
    teams: Mapping[str, Iterable[str]] | None = None,
    unread: frozenset[str] = frozenset(),
) -> tuple[Student, Ledger | None]:
    """A student of whom only the card is known: enough for others, and not to be shown or judged.

    Args:
        student: their id.
        card: what `card_of` has told of them.
        teams: what `teams_of` has told of works that others name.
        unread: slugs of what could not be read.
    """
    sharing = {edition: Sharing(**one) for edition, one in card["sharing"].items()}
    written = tuple(Narrative(language=one) for one in card["languages"])
    pictures = (Media(file="some.jpg", people=tuple(card["people"])),)
    known = Student(
        id=student,
        name=card["name"],
        sharing=sharing,
        narratives=written,
        unread=unread,
        pitches=tuple(
            Pitch(slug=slug, title=title, date=_SOME_DAY, artifacts=(), claims=())
            for slug, title in card["pitches"].items()
        ),
        artifacts=(
            *(
                [Artifact(student=student, title="", date=_SOME_DATE, media=pictures)]
                if card["people"]
                else []
            ),
            *(
                Artifact(
                    student=student,
                    slug=slug,
                    title="",
                    date=_SOME_DATE,
                    team=tuple(Teammate(student=mate) for mate in team),
                )
                for slug, team in (teams or {}).items()
            ),
        ),
    )
    if card["official_name"] is None:
        return known, None
    enrolment = {**card["enrolment"], "entered": PartialDate.parse(card["enrolment"]["entered"])}
    ledger = Ledger(
        student=student,
        official_name=card["official_name"],
        enrolment=Enrolment(**enrolment),
        family_languages=tuple(card["family_languages"]),
    )
    return known, ledger


def load(path: Path) -> Memory:
    """What was remembered; nothing when that is absent, older or damaged."""
    try:
        text, end, seal = path.read_bytes().rpartition(b"\n")
        if seal.decode() != _seal(hashlib.sha256(text + end)):
            return Memory()
        general, *students = map(json.loads, text.split(b"\n"))
        return Memory(
            mark=general["mark"],
            found=tuple(map(unpacked, general["found"])),
            students={one["name"]: _remembered(one) for one in students},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Memory()


def save(path: Path, memory: Memory) -> None:
    """Remember for the next build; without effect where nothing can be written."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        digest = hashlib.sha256()
        with draft.open("wb") as file:
            for line in _lines(memory):
                digest.update(line)
                file.write(line)
            file.write(_seal(digest).encode())
        draft.replace(path)


def _lines(memory: Memory) -> Iterator[bytes]:
    """What is remembered of everybody, and then of each student, a line each."""
    general = {"mark": memory.mark, "found": [packed(one) for one in memory.found]}
    yield _line(general)
    for name, one in memory.students.items():
        told = {
            "name": name,
            "stock": one.stock,
            "card": dict(one.card),
            "found": [packed(each) for each in one.found],
            "places": dict(one.places),
        }
        yield _line(told)


def _line(told: Mapping[str, Any]) -> bytes:
    return f"{as_json(told)}\n".encode()


def _seal(digest: Any) -> str:
    return f"{FORMAT} {digest.hexdigest()}"


def _remembered(document: Any) -> Remembered:
    return Remembered(
        stock=document["stock"],
        card=document["card"],
        found=tuple(map(unpacked, document["found"])),
        places=document["places"],
    )
