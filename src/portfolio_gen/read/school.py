"""A school's folder to its nouns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Span, in_order
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import Settings
from portfolio_gen.model.student import Student
from portfolio_gen.read.digest import digest_of, hash_file
from portfolio_gen.read.folder import Folder, look_into
from portfolio_gen.read.ledger import read_records
from portfolio_gen.read.names import judge_id, look, pairs
from portfolio_gen.read.page import read_keys
from portfolio_gen.read.rules import LOOK_ALIKE_ID, STRAY_FILE, WRONG_KIND
from portfolio_gen.read.student import read_student
from portfolio_gen.read.wording import quoted, visible

Found = tuple[Diagnostic, ...]

MOST_STUDENTS = 100_000


def read_school(
    root: Path,
    *,
    only: frozenset[str] | None = None,
    hash_of: Callable[[Path], str] = hash_file,
) -> tuple[School | None, Found]:
    """Read a school's folder, naming everything that is wrong in it.

    Args:
        root: the school's folder.
        only: ids of the students to read; None for all. Everybody's id is known in any case.
        hash_of: SHA-256 of a media file; a caller who remembers hashes may give its own.

    Returns:
        The school with all that could be read, or None when `portfolio.yml` or `transcripts/framework.yml` could not;
        and all diagnostics, in order. Those about one student carry the student's id and do not concern the others.
    """
    top, found = look_into(root.absolute(), "", most=MOST_STUDENTS)
    settings, said_1 = read_keys(Settings, top, "portfolio.yml")
    transcripts, said_2 = _below(top, "transcripts")
    records, said_3 = read_records(transcripts, only)
    folder, said_4 = _below(top, "students")
    students, said_5 = _read_students(folder, only)
    everything = in_order(found + said_1 + said_2 + said_3 + said_4 + said_5)
    if settings is None or records.framework is None:
        return None, everything
    return (
        School(
            root=top.path,
            settings=settings,
            framework=records.framework,
            rubrics=records.rubrics,
            committee=records.committee,
            consent=records.consent,
            profile=records.profile,
            students=tuple(
                _with_digests(one, records.ledgers.get(one.id), hash_of) for one in students
            ),
            ledgers=records.ledgers,
            known=frozenset(folder.folders),
        ),
        everything,
    )


def _below(top: Folder, name: str) -> tuple[Folder, Found]:
    """A folder of the school, empty when it is not there."""
    if name in top.folders:
        return look_into(top.path / name, name, most=MOST_STUDENTS)
    empty = Folder(top.path / name, name)
    if name not in top.files:
        return empty, ()
    message = f"{quoted(name)} is a file, and a folder is needed"
    return empty, (Diagnostic(WRONG_KIND, Span(name), message, "rename it and make a folder"),)


def _read_students(
    folder: Folder, only: frozenset[str] | None
) -> tuple[tuple[Student, ...], Found]:
    students: list[Student] = []
    found: Found = tuple(_look_alikes(folder))
    for name in folder.folders:
        if only is not None and name not in only:
            continue
        if problem := judge_id(name):
            place = Span(folder.shows(name))
            about = visible(name)
            found += (Diagnostic(problem.rule, place, problem.message, problem.hint, about=about),)
            continue
        student, said = read_student(folder.path / name, folder.shows(name), name)
        students.append(student)
        found += said
    return tuple(students), found + tuple(_stray(folder))


def _stray(folder: Folder) -> list[Diagnostic]:
    return [
        Diagnostic(
            STRAY_FILE,
            Span(folder.shows(name)),
            f"{quoted(name)} is not a student's folder, and nothing is read from it",
            "each student has a folder here",
        )
        for name in folder.files
        if name.lower() != "readme.md"
    ]


def _look_alikes(folder: Folder) -> list[Diagnostic]:
    return [
        Diagnostic(
            LOOK_ALIKE_ID,
            Span(folder.shows(second)),
            f"{quoted(second)} and {quoted(first)} are easily mistaken for one another",
            "is one of them a mistake? If not, all is well",
            (Span(folder.shows(first)),),
        )
        for first, second in pairs(folder.folders, look)
    ]


def _with_digests(
    student: Student, ledger: Ledger | None, hash_of: Callable[[Path], str]
) -> Student:
    """The student with a digest of each work that a decision rests on."""
    decided = _decided(ledger)
    if not decided:
        return student
    artifacts = tuple(
        replace(one, digest=digest_of(one, hash_of)) if one.slug in decided else one
        for one in student.artifacts
    )
    return replace(student, artifacts=artifacts)


def _decided(ledger: Ledger | None) -> frozenset[str]:
    if ledger is None:
        return frozenset()
    return frozenset(
        slug
        for decision in ledger.decisions
        for slug in (*decision.artifacts, *_recorded(decision.evidence))
    )


def _recorded(evidence: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(evidence)
