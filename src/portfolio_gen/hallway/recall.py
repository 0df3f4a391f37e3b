"""Reading and checking only what has changed since the last build, as if everything had been read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from portfolio_gen.check import works_of_others
from portfolio_gen.diagnostics import Diagnostic, in_order
from portfolio_gen.hallway.judging import judge
from portfolio_gen.hallway.knowing import Known
from portfolio_gen.hallway.memory import Memory, Remembered, card_of, load, outline, save
from portfolio_gen.hallway.order import Order
from portfolio_gen.hallway.stock import Stock, take_stock
from portfolio_gen.hallway.surroundings import digest_of_folders, of_program
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.student import Student
from portfolio_gen.publish import Place
from portfolio_gen.read.rules import UNREADABLE
from portfolio_gen.read.school import read_school
from portfolio_gen.render import DEFAULT_THEME, theme_folders

FEW = 4
"""Reading anew costs less than it spares while no more than one of so many students have changed."""


class Recall:
    """What the last build knew, against what lies in the folder now."""

    def __init__(self, order: Order) -> None:
        """Look through the school's folder, unless somebody just has, and remember.

        A folder that cannot be listed is not remembered; reading it says what is wrong.
        """
        self._order = order
        self._path = order.cache / "memory.json"
        try:
            glanced = order.glanced.stock if order.glanced else None
            self._stock: Stock | None = glanced or take_stock(order.root)
            self._mark = _mark(order, self._stock)
        except OSError:
            self._stock, self._mark = None, ""
        remembered = load(self._path) if self._mark and not order.force else Memory()
        same = remembered.mark == self._mark and self._mark != ""
        self._known = remembered.mark != ""
        self._memory = remembered if same else Memory()

    @property
    def stock(self) -> Stock | None:
        """What lies in the school's folder; None where that cannot be told."""
        return self._stock

    @property
    def useful(self) -> bool:
        """Whether enough is remembered: nothing that is everybody's has changed, and nobody has come or gone."""
        if self._stock is None or not self._memory.mark:
            return False
        if self._memory.students.keys() != self._stock.students.keys():
            return False
        return self.spares_work(self.changed)

    def knows_nothing_of(self, many: int) -> bool:
        """Whether a school of at least so many students is new, so that everything will have to be made."""
        return not self._known and self._stock is not None and len(self._stock.students) >= many

    def spares_work(self, students: frozenset[str]) -> bool:
        """Whether reading so many anew is less than reading everything."""
        return len(students) * FEW <= len(self._memory.students)

    @property
    def changed(self) -> frozenset[str]:
        """Students whose files are not, or may not be, as they were."""
        stocks = self._stock.students if self._stock else {}
        return frozenset(
            student
            for student, one in self._memory.students.items()
            if not one.stock or one.stock != stocks.get(student)
        )

    def fingerprint(self, student: str, place: Place) -> str:
        """With which fingerprint a student's place was published; empty when it was not as it should be."""
        remembered = self._memory.students.get(student)
        return remembered.places.get(str(place), "") if remembered else ""

    def read(self, students: frozenset[str], hash_of: Callable[[Path], str]) -> Known | None:
        """Read and check some students anew, and take everything else from memory.

        Returns:
            The school as a whole reading would give it, but for what only the others' own pages show; None when
            something has changed on which others may depend, so that everything has to be read.
        """
        order = self._order
        school, found = read_school(order.root, only=students, hash_of=hash_of)
        if school is None:
            return None
        others = {name: one for name, one in self._memory.students.items() if name not in students}
        outlines = {name: outline(name, one.card) for name, one in others.items()}
        read = {one.id: one for one in school.students}
        whole = replace(
            school,
            students=tuple(
                read[name] if name in read else outlines[name][0]
                for name in sorted(read.keys() | outlines.keys())
            ),
            ledgers=dict(sorted({**school.ledgers, **_ledgers(outlines)}.items())),
            known=school.known | outlines.keys(),
        )
        borrowed = works_of_others(whole)
        if any(borrowed.values()) or self._lends(students):
            return None
        for name in students:
            student, ledger = read.get(name), whole.ledgers.get(name)
            card = card_of(student, ledger, whole.frameworks) if student else None
            if card != self._memory.students[name].card:
                return None
        said = (*found, *judge(whole, order.on, hash_of, students))
        kept = (one for remembered in others.values() for one in remembered.found)
        anew = (one for one in said if one.about in students)
        return Known(
            school=whole,
            found=in_order((*self._memory.found, *kept, *anew)),
            outlined=frozenset(others),
        )

    def _lends(self, students: frozenset[str]) -> bool:
        """Whether somebody names a work of one of some students as it was."""
        return any(
            work.partition("/")[0] in students
            for one in self._memory.students.values()
            for work in one.card["borrowed"]
        )

    def remember(self, known: Known, published: Mapping[str, Mapping[str, str]]) -> None:
        """Keep what is known for the next build; but not that something could not be read just now.

        Args:
            known: as this build has read it.
            published: student to the places that are as they should be, with their fingerprints.
        """
        if self._stock is None or known.school is None:
            return
        passing = {one.about for one in known.found if one.rule is UNREADABLE}
        school = known.school
        found: dict[str, list[Diagnostic]] = {}
        for one in known.found:
            found.setdefault(one.about, []).append(one)
        students = {
            student.id: self._still(student.id, published)
            if student.id in known.outlined
            else Remembered(
                stock="" if student.id in passing else self._stock.students.get(student.id, ""),
                card=known.card_of(student),
                found=tuple(found.get(student.id, ())),
                places=published.get(student.id, {}),
            )
            for student in school.students
        }
        general = tuple(one for one in known.found if one.about not in students)
        memory = Memory(mark=self._mark, students=students, found=general)
        if memory != self._memory and not any(one.rule is UNREADABLE for one in general):
            save(self._path, memory)

    def _still(self, student: str, published: Mapping[str, Mapping[str, str]]) -> Remembered:
        """Somebody unchanged, with all their places, also those that this build was not asked for."""
        before = self._memory.students[student]
        return replace(before, places={**before.places, **published.get(student, {})})


def _ledgers(outlines: Mapping[str, tuple[Student, Ledger | None]]) -> dict[str, Ledger]:
    return {name: ledger for name, (_, ledger) in outlines.items() if ledger is not None}


def _mark(order: Order, stock: Stock) -> str:
    """Of everything beside the students' own files; empty while some of it may still change without showing."""
    if not stock.common:
        return ""
    themes: Iterable[Path] = theme_folders(order.root, DEFAULT_THEME)
    parts = (stock.common, str(order.on), *of_program(), digest_of_folders(themes))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
