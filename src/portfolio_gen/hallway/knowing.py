"""A school as a build needs it, read and judged; a large one in portions, of which outlines stay in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Any, TypeVar

from portfolio_gen.check import works_of_others
from portfolio_gen.diagnostics import Diagnostic, in_order
from portfolio_gen.hallway.crew import Crew, Stopped
from portfolio_gen.hallway.digests import Digests
from portfolio_gen.hallway.judging import judge
from portfolio_gen.hallway.memory import card_of, outline
from portfolio_gen.hallway.order import Order
from portfolio_gen.hallway.planning import Planned
from portfolio_gen.hallway.portions import (
    Basis,
    JudgedPortion,
    Judging,
    Outlook,
    Reading,
    Sheet,
    judge_portion,
    portions_of,
    read_portion,
)
from portfolio_gen.hallway.spool import Spool, put_away
from portfolio_gen.hallway.surroundings import surroundings
from portfolio_gen.hallway.wanted import Wanted, Wish
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish import Place
from portfolio_gen.read.ledger import read_ledgers_of, unread_in
from portfolio_gen.read.school import Ground, read_ground, read_own, whole
from portfolio_gen.read.wording import visible
from portfolio_gen.report import Stage, Step, Stopwatch

MANY = 24
"""Students; fewer are read before the crew would have got ready."""
U = TypeVar("U", Reading, Judging)
R = TypeVar("R")


@dataclass(frozen=True, kw_only=True)
class Known:
    """A school, and what is wrong with it."""

    school: School | None
    """None when a file of the whole school could not be read."""
    found: tuple[Diagnostic, ...]
    outlined: frozenset[str] = frozenset()
    """Students of whom only the outline is there: nothing of theirs has changed, and their sites are right."""
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """What was read of those who are on disk meanwhile; of them, too, only the outline is in the school."""
    plans: Mapping[Place, Planned] = field(default_factory=dict)
    """Their sites, ready to be compared with what is published."""

    def card_of(self, student: Student) -> Mapping[str, Any]:
        """What others may say of a student, or depend on."""
        if (sheet := self.sheets.get(student.id)) and sheet.card is not None:
            return sheet.card
        if self.school is None:
            return card_of(student, None, {})
        ledger, versions = self.school.ledgers.get(student.id), self.school.frameworks
        return card_of(student, ledger, versions, self._borrowed.get(student.id, ()))

    @cached_property
    def _borrowed(self) -> Mapping[str, frozenset[str]]:
        return works_of_others(self.school) if self.school else {}

    def ledgers_of(self, students: Iterable[str]) -> Mapping[str, Ledger]:
        """The ledgers of some students as a whole, as far as they could be read."""
        if self.school is None:
            return {}
        wanted = frozenset(students)
        kept = {name: self.sheets[name].slip.fetch()[1] for name in wanted & self.sheets.keys()}
        read = read_ledgers_of(self.school.root, wanted & self.outlined)
        there = {name: one for name, one in self.school.ledgers.items() if name in wanted}
        return {name: one for name, one in {**there, **read, **kept}.items() if one}


def read_everything(
    order: Order, digests: Digests, watch: Stopwatch, crew: Crew, spool: Spool
) -> Known:
    """Read and judge a whole school."""
    order.progress(Step("read"))
    with watch.stage("read"):
        ground, found = read_ground(order.root, hash_of=digests.of)
    if ground is None:
        return Known(school=None, found=in_order(found))
    if ground.school and len(ground.ids) >= MANY:
        portions = _Portions(order, ground, ground.school, digests, crew, spool)
        if known := portions.known(found, watch):
            return known
    return _at_once(order, ground, found, digests, watch)


def _at_once(
    order: Order,
    ground: Ground,
    found: tuple[Diagnostic, ...],
    digests: Digests,
    watch: Stopwatch,
) -> Known:
    """Everybody, and all of them in memory."""
    with watch.stage("read"):
        own, said = read_own(ground, ground.ids, hash_of=digests.of)
        school = whole(ground, own)
    if school is None:
        return Known(school=None, found=in_order((*found, *said)))
    order.progress(Step("check"))
    with watch.stage("check"):
        judged = judge(school, order.on, digests.of)
        return Known(school=school, found=in_order((*found, *said, *judged)))


class _Portions:
    """The same, with what is read kept on disk."""

    def __init__(
        self,
        order: Order,
        ground: Ground,
        school: School,
        digests: Digests,
        crew: Crew,
        spool: Spool,
    ) -> None:
        self._order = order
        self._ground = ground
        self._school = school
        self._digests = digests
        self._crew = crew
        self._spool = spool

    def known(self, found: tuple[Diagnostic, ...], watch: Stopwatch) -> Known | None:
        """None when somebody could not do their part, or the disk is full."""
        try:
            with watch.stage("read"):
                read = self._read()
                if read is None:
                    return None
                sheets, said = read
                school = self._outlined(sheets)
            self._order.progress(Step("check"))
            with watch.stage("check"):
                everybody = frozenset(map(visible, sheets))
                general = judge(school, self._order.on, self._digests.of, frozenset())
                said = (*found, *said, *(one for one in general if one.about not in everybody))
                judged = self._judged(school, sheets, said)
        except OSError:
            return None
        if judged is None:
            return None
        return Known(
            school=school,
            found=in_order((*said, *(each for one in judged for each in one.found))),
            sheets=sheets,
            plans={place: plan for one in judged for place, plan in one.plans.items()},
        )

    def _read(self) -> tuple[dict[str, Sheet], tuple[Diagnostic, ...]] | None:
        [basis] = put_away(self._spool.folder, [Basis(ground=self._ground, digests=self._digests)])
        units = (
            Reading(ids=ids, basis=basis, folder=self._spool.folder)
            for ids in portions_of(self._ground.ids, self._order.jobs)
        )
        read = self._results("read", units, read_portion)
        if read is None:
            return None
        for one in read:
            self._digests.take_over(one.taken)
        sheets = {name: sheet for one in read for name, sheet in one.sheets.items()}
        return dict(sorted(sheets.items())), tuple(each for one in read for each in one.found)

    def _results(self, stage: Stage, units: Iterable[U], do: Callable[[U], R]) -> list[R] | None:
        """What came of all units; None when one could not be done."""
        results: list[R] = []
        everybody, done = len(self._ground.ids), 0
        for group in self._crew.work(units, do):
            for one in group:
                if isinstance(one.result, Stopped):
                    return None
                results.append(one.result)
                done += len(one.unit.ids)
            self._order.progress(Step(stage, done=done, of=everybody))
        return results

    def _outlined(self, sheets: Mapping[str, Sheet]) -> School:
        """The school with the outline of everybody."""
        borrowed = frozenset(
            work for sheet in sheets.values() if sheet.card for work in sheet.card["borrowed"]
        )
        outlines = {
            name: outline(
                name,
                sheet.card,
                {
                    slug: sheet.teams.get(slug, [])
                    for slug in sheet.slugs()
                    if f"{name}/{slug}" in borrowed
                },
                sheet.unread,
            )
            for name, sheet in sheets.items()
            if sheet.card is not None
        }
        ledgers = {
            name: ledger
            for name, sheet in sheets.items()
            if (ledger := sheet.ledger or outlines.get(name, (None, None))[1])
        }
        return replace(
            self._school,
            students=tuple(student for student, _ in outlines.values()),
            ledgers=ledgers,
            unread=unread_in(self._ground.transcripts, ledgers),
        )

    def _judged(
        self, school: School, sheets: Mapping[str, Sheet], said: tuple[Diagnostic, ...]
    ) -> list[JudgedPortion] | None:
        order = self._order
        wishes: dict[str, list[Wish]] = {}
        for wish in Wanted(order=order, school=school, found=said).wishes:
            wishes.setdefault(wish.student.id, []).append(wish)
        outlook = Outlook(
            school=school, on=order.on, digests=self._digests, marks=_marks(order, school)
        )
        [slip] = put_away(self._spool.folder, [outlook])
        units = (
            Judging(
                slips={name: sheets[name].slip for name in ids},
                found=tuple(one for one in said if one.about in ids),
                sites=tuple(
                    (name, one.edition, one.place) for name in ids for one in wishes.get(name, ())
                ),
                outlook=slip,
                folder=self._spool.folder,
            )
            for ids in portions_of(tuple(sheets), order.jobs)
        )
        judged = self._results("check", units, judge_portion)
        for one in judged or ():
            self._digests.take_over(one.taken)
        return judged


def _marks(order: Order, school: School) -> Mapping[Any, tuple[str, ...]]:
    """What the sites of each edition are made with; nothing when the theme cannot be read, which is said elsewhere."""
    editions = Wanted(order=order, school=school, found=()).editions
    try:
        return {name: one.marks for name, one in surroundings(school, order, editions).items()}
    except OSError:
        return {}
