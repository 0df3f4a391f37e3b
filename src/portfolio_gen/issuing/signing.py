"""Signing what has changed: one record for each student and edition."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from portfolio_gen.diagnostics import blocking, errors
from portfolio_gen.hallway.records import Draft, draft, public_address, site_of
from portfolio_gen.issuing.book import Book, sole_writer
from portfolio_gen.issuing.lists import renew_lists
from portfolio_gen.issuing.school import expect_current, open_school
from portfolio_gen.issuing.taking_back import revocation
from portfolio_gen.issuing.values import CannotIssue, Fate, Issued, Issuing, Outcome
from portfolio_gen.model.dates import Day
from portfolio_gen.model.records import Entry, path_of
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.digest import hash_file
from portfolio_gen.seal.did import method_of
from portfolio_gen.seal.document import write_document
from portfolio_gen.seal.keys import SigningKey
from portfolio_gen.seal.linked_data import Meaningless
from portfolio_gen.seal.sign import Stamp, sign_record
from portfolio_gen.seal.status import BITS, entry


def issue(root: Path, wanted: Issuing, key: SigningKey, *, on: Day, at: str) -> Issued:
    """Sign what has changed, and write it down in the school.

    Args:
        root: the school's folder.
        wanted: what to sign.
        key: the school's private key; the log must name it as the present one.
        on: the day on which consents hold and decisions are released.
        at: the moment, in UTC.

    Raises:
        CannotIssue: nothing can be signed as things are.
        OSError: something cannot be written.
    """
    with sole_writer(root):
        return _issue(root, wanted, key, on, at)


def _issue(root: Path, wanted: Issuing, key: SigningKey, on: Day, at: str) -> Issued:
    school, found = open_school(root, on)
    book = Book(root, school.records)
    expect_current(book.log, key)
    editions = _editions(school, wanted)
    stopped = frozenset(one.about for one in blocking(found))
    work = _Work(school, book, wanted, key, on, at, stopped)
    outcomes = tuple(
        outcome
        for student in _students(school, wanted)
        for edition in editions
        if (outcome := work.one(student, edition))
    )
    for edition in editions:
        renew_lists(school, book, edition, key, at)
    about = {one.student for one in outcomes if one.fate == "has errors"}
    return Issued(
        outcomes=outcomes, diagnostics=tuple(one for one in errors(found) if one.about in about)
    )


def _editions(school: School, wanted: Issuing) -> tuple[EditionName, ...]:
    """Editions that publish records: built, under an address, and with nothing that is not released yet."""
    policies = {one: school.settings.policy(one) for one in EDITIONS}
    asked = [one for one in EDITIONS if not wanted.editions or one in wanted.editions]
    found = tuple(
        one
        for one in asked
        if policies[one].build
        and not policies[one].unreleased
        and (public_address(school, one) or wanted.trial)
    )
    if not found:
        raise CannotIssue(
            "none of these editions has a public web address (https) that a record needs; add `address:` to one in "
            "portfolio.yml, or use --trial to try records out"
        )
    return found


def _students(school: School, wanted: Issuing) -> Iterator[Student]:
    for student in school.students:
        if not wanted.students or student.id in wanted.students:
            yield student


@dataclass(frozen=True, slots=True)
class _Work:
    """One run of `issue`, which knows what all records of it share."""

    school: School
    book: Book
    wanted: Issuing
    key: SigningKey
    on: Day
    at: str
    stopped: frozenset[str]
    taken: dict[str, set[int]] = field(default_factory=dict)

    def one(self, student: Student, edition: EditionName) -> Outcome | None:
        """Sign a student's record in an edition, if there is anything to sign; None when they are not in it."""
        if student.id in self.stopped:
            return self._says(student, edition, "has errors")
        before = self.book.log.latest(edition, student.id)
        site = site_of(self.school, student, edition, self.on)
        salt = before.salt if before and before.salt else secrets.token_hex(16)
        drawn = site and draft(self.school, student, site, self.on, key=self.key.public, salt=salt)
        if site is None or not drawn or site.transcript is None:
            return None
        if not site.transcript.awards:
            return self._says(student, edition, "nothing earned")
        final = site.transcript.status == "final"
        if final != self.wanted.final and not self.wanted.again:
            return self._says(student, edition, "final" if final else "not final")
        if before and not self.wanted.again and before.digest in self.book.log.revoked:
            return self._says(student, edition, "revoked")
        if before and not self.wanted.again and self._is_same(before, drawn):
            return self._says(student, edition, "unchanged")
        if before and before.final and not self.wanted.again and self.book.log.holds(before):
            return self._says(student, edition, "final", "`reissue` replaces it")
        try:
            self._sign(student, edition, drawn, final, salt, before)
        except Meaningless as problem:
            return self._says(student, edition, "cannot be signed", str(problem))
        return self._says(student, edition, "signed")

    def _says(self, student: Student, edition: EditionName, fate: Fate, why: str = "") -> Outcome:
        return Outcome(edition=edition, student=student.id, fate=fate, why=why)

    def _is_same(self, before: Entry, drawn: Draft) -> bool:
        file = self.school.root / path_of(before.edition, before.student)
        return (
            self.book.log.holds(before)
            and before.facts == drawn.facts
            and before.until == self.wanted.until
            and file.is_file()
            and hash_file(file) == before.digest
        )

    def _sign(
        self,
        student: Student,
        edition: EditionName,
        drawn: Draft,
        final: bool,
        salt: str,
        before: Entry | None,
    ) -> None:
        index, home = self._index(edition), drawn.desk.home
        stamp = Stamp(
            key=self.key,
            method=method_of(drawn.desk.did, self.key.public),
            at=self.at,
            until=self.wanted.until,
            status=entry(home, index) if home else None,
        )
        data = write_document(sign_record(drawn.content, stamp))
        path = path_of(edition, student.id)
        self.book.put(path, data)
        said = Entry(
            event="issued",
            at=self.at,
            key=self.key.public,
            edition=edition,
            student=student.id,
            digest=hash_file(self.school.root / path),
            index=index,
            facts=drawn.facts,
            says=drawn.says,
            until=self.wanted.until,
            final=final,
            salt=salt,
        )
        taken_back = before and self.wanted.again and self.book.log.holds(before)
        gone = (
            [revocation(before, self.key, self.at, self.wanted.again)]
            if before and taken_back
            else []
        )
        self.book.add(said, *gone)

    def _index(self, edition: EditionName) -> int:
        """A bit that no record of the edition has, by chance: it tells nothing of the order."""
        known = (one.index for one in self.book.log.issued if one.edition == edition)
        taken = self.taken.setdefault(edition, set(known))
        while (index := secrets.randbelow(BITS)) in taken:
            pass
        taken.add(index)
        return index
