"""The school as the registrar needs it: read, and with a key that signs."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic, errors, in_order
from portfolio_gen.issuing.values import CannotIssue
from portfolio_gen.model.dates import Day
from portfolio_gen.model.records import RecordLog
from portfolio_gen.model.school import School
from portfolio_gen.read.digest import hash_file
from portfolio_gen.read.school import read_school
from portfolio_gen.seal.keys import SigningKey


def open_school(root: Path, on: Day) -> tuple[School, tuple[Diagnostic, ...]]:
    """Read and check a school.

    Raises:
        CannotIssue: something is wrong with the whole of it.
    """
    school, found = read_school(root, hash_of=hash_file)
    if school is None:
        raise CannotIssue(f"{root} cannot be read; `portfolio-gen check {root}` says why")
    found = in_order((*found, *check_school(school, on=on)))
    if any(not one.about for one in errors(found)):
        raise CannotIssue(f"the school has errors; `portfolio-gen check {root}` names them")
    return school, found


def read_whole(root: Path) -> School:
    """Read a school, whatever is wrong with single students.

    Raises:
        CannotIssue: something is wrong with the whole of it.
    """
    school, _ = read_school(root, hash_of=hash_file)
    if school is None:
        raise CannotIssue(f"{root} cannot be read; `portfolio-gen check {root}` says why")
    return school


def expect_current(log: RecordLog, key: SigningKey) -> None:
    """Make sure that a key is the one with which the school signs now.

    Raises:
        CannotIssue: it is another, or there is none.
    """
    if not log.current:
        raise CannotIssue("the school has no key; make one with `portfolio-gen keys new`")
    if key.public != log.current:
        raise CannotIssue(
            f"this is the key {key.public}, and the school signs with {log.current}; "
            "`portfolio-gen keys list` names all of its keys"
        )
