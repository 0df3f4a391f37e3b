"""What does not hold any more: records that are revoked, keys that are not to be trusted."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from portfolio_gen.issuing.book import Book, sole_writer
from portfolio_gen.issuing.lists import renew_lists
from portfolio_gen.issuing.school import expect_current, read_whole
from portfolio_gen.issuing.values import CannotIssue, Outcome
from portfolio_gen.model.records import Entry
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.seal.keys import SigningKey


def revoke(
    root: Path,
    students: Collection[str],
    editions: Collection[str],
    reason: str,
    key: SigningKey,
    *,
    at: str,
) -> tuple[Outcome, ...]:
    """Take back everything that was signed of some students, also earlier records.

    Raises:
        CannotIssue: nothing can be signed as things are.
        OSError: something cannot be written.
    """
    with sole_writer(root):
        school = read_whole(root)
        book = Book(root, school.records)
        expect_current(book.log, key)
        asked = [
            one
            for one in book.log.issued
            if one.student in students and (not editions or one.edition in editions)
        ]
        taken = [one for one in asked if one.digest not in book.log.revoked]
        for one in taken:
            book.add(revocation(one, key, at, reason))
        touched = {one.edition for one in taken}
        for edition in (one for one in EDITIONS if one in touched):
            renew_lists(school, book, edition, key, at)
        places = dict.fromkeys((one.edition, one.student) for one in taken)
        return tuple(
            Outcome(edition=edition, student=student, fate="revoked")
            for edition, student in ((next(n for n in EDITIONS if n == e), s) for e, s in places)
        )


def revocation(one: Entry, key: SigningKey, at: str, reason: str) -> Entry:
    """The line of the log that takes a record back."""
    return Entry(
        event="revoked",
        at=at,
        key=key.public,
        edition=one.edition,
        student=one.student,
        digest=one.digest,
        reason=reason,
    )


def distrust_key(root: Path, public: str, reason: str, key: SigningKey, *, at: str) -> None:
    """Let nothing that a key has signed count any more.

    Raises:
        CannotIssue: it is none of the school's keys, or the one that signs now.
        OSError: something cannot be written.
    """
    with sole_writer(root):
        school = read_whole(root)
        book = Book(root, school.records)
        expect_current(book.log, key)
        if public == book.log.current:
            raise CannotIssue(
                "this key signs now; `portfolio-gen keys rotate` first, so that another does"
            )
        if public not in book.log.keys:
            raise CannotIssue(f"{public} is none of the school's keys; `keys list` names them")
        book.add(Entry(event="distrusted", at=at, key=public, reason=reason))
        for edition in (one for one in EDITIONS if one in book.log.editions()):
            renew_lists(school, book, edition, key, at)
