"""A large school some students at a time: read, judged and planned by the crew, and kept on disk in between.

What others may say of a student, or depend on, fits on a card (`memory.card_of`); with everybody's cards at hand, each
portion is judged and planned as if all had been read. So memory does not grow with what students write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from portfolio_gen.check import works_of_others
from portfolio_gen.diagnostics import Diagnostic, blocking
from portfolio_gen.hallway.digests import Digests, Taken
from portfolio_gen.hallway.judging import judge
from portfolio_gen.hallway.memory import card_of, teams_of
from portfolio_gen.hallway.planning import Blueprint, Planned, plan_student
from portfolio_gen.hallway.spool import Slip, put_away, shared
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish import Place, Record
from portfolio_gen.read.school import Ground, read_own
from portfolio_gen.read.wording import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What reading any portion needs."""

    ground: Ground
    digests: Digests


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A portion to be read."""

    ids: tuple[str, ...]
    basis: Slip
    """Of a `Basis`."""
    folder: Path
    """Where to keep what is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What has been read of somebody."""

    card: Mapping[str, Any] | None
    """None for somebody without a folder of their own."""
    teams: Mapping[str, list[str]]
    """Slugs of their works that name students as their team, with these."""
    alone: str
    """Slugs of their other works, with blanks in between."""
    unread: frozenset[str]
    """Slugs of what could not be read."""
    ledger: Ledger | None
    """As a whole where there is no card, or where others may depend on all of it."""
    slip: Slip
    """Of the student and the ledger; either may be None."""

    def slugs(self) -> tuple[str, ...]:
        """Of all their works."""
        return (*self.teams, *self.alone.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPortion:
    """What has been read of a portion."""

    sheets: Mapping[str, Sheet]
    found: tuple[Diagnostic, ...]
    taken: Taken
    """Digests of the files that were hashed."""


def read_portion(one: Reading) -> ReadPortion:
    """Read a portion; runs in a worker.

    Raises:
        OSError: it cannot be kept.
    """
    basis: Basis = shared(one.basis)
    own, found = read_own(basis.ground, one.ids, hash_of=basis.digests.of)
    students = {student.id: student for student in own.students}
    both = [(students.get(name), own.ledgers.get(name)) for name in one.ids]
    slips = put_away(one.folder, both)
    school = basis.ground.school
    versions = school.frameworks if school else {}
    borrowed = (
        works_of_others(replace(school, students=own.students, ledgers=own.ledgers))
        if school
        else {}
    )
    return ReadPortion(
        sheets={
            name: Sheet(
                card=card_of(student, ledger, versions, borrowed.get(name, ()))
                if student
                else None,
                teams={slug: team for slug, team in teams.items() if team},
                alone=" ".join(slug for slug, team in teams.items() if not team),
                unread=student.unread if student else frozenset(),
                ledger=ledger if versions or student is None else None,
                slip=slip,
            )
            for name, (student, ledger), slip in zip(one.ids, both, slips, strict=True)
            for teams in (teams_of(student) if student else {},)
        },
        found=found,
        taken=basis.digests.taken(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What judging and planning any portion needs."""

    school: School
    """With the outline of everybody."""
    on: Day
    digests: Digests
    marks: Mapping[EditionName, tuple[str, ...]]
    """Edition to what its sites are made with; without, nothing is planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """A portion to be judged and planned."""

    slips: Mapping[str, Slip]
    """Id to what was read of somebody."""
    found: tuple[Diagnostic, ...]
    """What reading has said."""
    sites: tuple[tuple[str, EditionName, Place], ...]
    """Sites that should be there, with the ids of their students."""
    outlook: Slip
    """Of an `Outlook`."""
    folder: Path
    """Where to keep what is planned."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the students."""
        return tuple(self.slips)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPortion:
    """What has become of a portion."""

    found: tuple[Diagnostic, ...]
    """All that is wrong with these students, beyond what reading has said."""
    plans: Mapping[Place, Planned] = field(default_factory=dict)
    """Their sites; none of somebody with errors."""
    taken: Taken


def judge_portion(one: Judging) -> JudgedPortion:
    """Judge a portion, and plan its sites; runs in a worker.

    Raises:
        OSError: it cannot be fetched or kept.
    """
    outlook: Outlook = shared(one.outlook)
    people = {name: slip.fetch() for name, slip in one.slips.items()}
    school = _with(outlook.school, people)
    about = frozenset(map(visible, people))
    said = judge(_narrowed(school, about), outlook.on, outlook.digests.of, about)
    found = tuple(each for each in said if each.about in about)
    blocked = {each.about for each in blocking((*one.found, *found))}
    records: list[list[tuple[Place, Record]]] = []

    def blueprints() -> Iterator[list[Blueprint | Slip | None]]:
        """Those of a student together, for their editions have most in common."""
        for name, sites in groupby(one.sites, key=itemgetter(0)):
            planned = [
                (place, plan)
                for _, edition, place in sites
                if name not in blocked and edition in outlook.marks
                if (plan := _planned(outlook, school, people[name][0], edition))
            ]
            records.append([(place, plan.record) for place, plan in planned])
            yield [plan.blueprint for _, plan in planned]

    slips = put_away(one.folder, blueprints())
    return JudgedPortion(
        found=found,
        plans={
            place: Planned(blueprint=slip._replace(part=part), record=record)
            for slip, several in zip(slips, records, strict=True)
            for part, (place, record) in enumerate(several)
        },
        taken=outlook.digests.taken(),
    )


def _planned(
    outlook: Outlook, school: School, student: Student, edition: EditionName
) -> Planned | None:
    marks, digest_of = outlook.marks[edition], outlook.digests.of
    return plan_student(school, student, edition, outlook.on, marks, digest_of)


def _with(school: School, people: Mapping[str, tuple[Student | None, Ledger | None]]) -> School:
    """The school in which some people are whole."""
    students = {name: one for name, (one, _) in people.items() if one}
    ledgers = {name: one for name, (_, one) in people.items() if one}
    return replace(
        school,
        students=tuple(students.get(one.id, one) for one in school.students),
        ledgers={name: ledgers.get(name, one) for name, one in school.ledgers.items()},
    )


def _narrowed(school: School, about: frozenset[str]) -> School:
    """The school with what only some people have handed in, and what was said of that."""
    return replace(
        school,
        submissions=tuple(one for one in school.submissions if one.student in about),
        ballots=tuple(one for one in school.ballots if one.student in about),
    )


def portions_of(ids: tuple[str, ...], jobs: int) -> Iterable[tuple[str, ...]]:
    """Everybody, some at a time: enough to be worth a walk, few enough for all to have work, and for memory."""
    size = min(MOST, max(FEWEST, -(-len(ids) // (ROUNDS * jobs))))
    return (ids[at : at + size] for at in range(0, len(ids), size))


FEWEST, MOST = 4, 16
"""Students in a portion."""
ROUNDS = 4
"""Portions for each process, so that none waits long for another in the end."""
