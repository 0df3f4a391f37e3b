"""A school's folder to its nouns."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Span, in_order
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import Settings
from portfolio_gen.model.student import Student
from portfolio_gen.model.submission import Submission
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.digest import digest_of, hash_file
from portfolio_gen.read.folder import Folder, Found, drafted, look_into, unreadable
from portfolio_gen.read.ledger import (
    SHARED_FOLDERS,
    Records,
    ledgers_in,
    read_ledgers,
    read_records,
    unread_in,
)
from portfolio_gen.read.names import judge_id, like_another, look
from portfolio_gen.read.page import read_keys
from portfolio_gen.read.places import SETTINGS, SHARED_FILES
from portfolio_gen.read.proceedings import Proceedings, read_proceedings
from portfolio_gen.read.rules import LOOK_ALIKE_ID, STRAY_FILE, WRONG_KIND
from portfolio_gen.read.student import read_student
from portfolio_gen.read.wording import quoted, visible

MOST_STUDENTS = 100_000
"""Most entries of `students/` and `transcripts/`; a district has fewer."""


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Pause Python's search for unreachable cycles.

    A school is hundreds of thousands of values that all stay, and none of them is in a cycle: searching them again and
    again takes a third of the time in which a large school is read.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def read_draft(
    root: Path, drafts: Mapping[str, str], *, only: frozenset[str]
) -> tuple[School | None, Found]:
    """The same as `read_school` with files as somebody is just writing them, which are on no disk.

    Args:
        root: the school's folder.
        drafts: path as diagnostics show it to the text that is read in place of the file; the file is there.
        only: ids of the students to read.
    """
    with drafted({path: text.encode() for path, text in drafts.items()}):
        return read_school(root, only=only)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a school has before anybody's own files are read."""

    school: School | None
    """Without students and ledgers; None when a file that concerns everybody could not be read."""
    students: Folder
    """Where everybody has a folder."""
    transcripts: Folder
    """Where the school's records are."""
    submissions: tuple[Submission, ...]
    """What was handed in, whatever else could be read."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Of everybody who has a folder or a ledger."""
        return tuple(sorted({*self.students.folders, *ledgers_in(self.transcripts)}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What is some students' own."""

    students: tuple[Student, ...]
    """In order of their ids."""
    ledgers: Mapping[str, Ledger]
    unread: frozenset[str]
    """Files of theirs under `transcripts/` that exist and could not be read."""


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
        The school with all that could be read, or None when a file that concerns everybody could not: `portfolio.yml`,
        or the framework, rubrics, committee, consent or log of records in `transcripts/`. And all diagnostics, in
        order; those about one student carry the student's id and do not concern the others.
    """
    ground, found = read_ground(root, hash_of=hash_of)
    if ground is None:
        return None, found
    own, said = read_own(ground, ground.ids if only is None else only, hash_of=hash_of)
    return whole(ground, own), in_order(found + said)


def whole(ground: Ground, own: Own) -> School | None:
    """A school with what is some students' own."""
    if ground.school is None:
        return None
    return replace(
        ground.school,
        students=own.students,
        ledgers=own.ledgers,
        unread=unread_in(ground.transcripts, own.ledgers),
    )


@_no_search_for_cycles()
def read_ground(
    root: Path, *, hash_of: Callable[[Path], str] = hash_file
) -> tuple[Ground | None, Found]:
    """Read all that is nobody's own, and find out who is there.

    Args:
        root: the school's folder.
        hash_of: SHA-256 of a file.

    Returns:
        None when the folder cannot be looked into; and what is wrong, in order.
    """
    names = frozenset({SETTINGS, "students", "transcripts"})
    top, found = look_into(root.absolute(), "", most=MOST_STUDENTS, among=names)
    if top is None:
        return None, found
    settings, about_settings = read_keys(Settings, top, SETTINGS)
    transcripts, about_transcripts = _below(top, "transcripts")
    records, about_records = read_records(transcripts)
    proceedings, about_proceedings = read_proceedings(transcripts, hash_of)
    students, about_students = _below(top, "students")
    found += about_settings + about_transcripts + about_records + about_students
    found += (*about_proceedings, *_look_alikes(students), *_strays(students))
    known = frozenset({*students.folders, *students.refused})
    ground = Ground(
        school=_school(top.path, settings, records, proceedings, known),
        students=students,
        transcripts=transcripts,
        submissions=proceedings.submissions,
    )
    return ground, in_order(found)


@_no_search_for_cycles()
def read_own(
    ground: Ground, only: Collection[str], *, hash_of: Callable[[Path], str] = hash_file
) -> tuple[Own, Found]:
    """Read what is some students' own: their folders and their ledgers.

    Args:
        ground: what is there.
        only: ids of the students.
        hash_of: SHA-256 of a file.
    """
    ledgers, about_ledgers = read_ledgers(ground.transcripts, only)
    students, about_students = _read_students(ground.students, only)
    found = about_ledgers + about_students
    digested = [
        _with_digests(one, ledgers.get(one.id), hash_of, ground.students) for one in students
    ]
    found += tuple(one for _, said in digested for one in said)
    unread = unread_in(ground.transcripts, ledgers)
    mine = {ground.transcripts.shows(f"{one}{end}") for one in only for end in ("", ".yml")}
    return Own(
        students=tuple(_with_pitches(student, ground.submissions) for student, _ in digested),
        ledgers=ledgers,
        unread=unread & mine,
    ), found


def _school(
    root: Path,
    settings: Settings | None,
    records: Records,
    proceedings: Proceedings,
    known: frozenset[str],
) -> School | None:
    if (
        settings is None
        or records.framework is None
        or records.rubrics is None
        or records.committee is None
        or records.consent is None
        or records.log is None
    ):
        return None
    return School(
        root=root,
        settings=settings,
        framework=records.framework,
        rubrics=records.rubrics,
        committee=records.committee,
        consent=records.consent,
        profile=records.profile,
        students=(),
        ledgers={},
        known=known,
        frameworks=records.frameworks,
        records=records.log,
        submissions=proceedings.submissions,
        ballots=proceedings.ballots,
        sessions=proceedings.sessions,
    )


def _below(top: Folder, name: str) -> tuple[Folder, Found]:
    """A folder of the school, empty when it is not there; what is wrong in it is about one student each."""
    empty = Folder(top.path / name, name)
    if name in top.files:
        message = tell("%(name)s is a file, and a folder is needed", name=quoted(name))
        return empty, (top.says(WRONG_KIND, name, message, tell("rename it and make a folder")),)
    if name not in top.folders:
        return empty, ()
    folder, found = look_into(top.path / name, name, most=MOST_STUDENTS)
    return folder or empty, tuple(replace(one, about=_about(one.span.path)) for one in found)


def _about(path: str) -> str:
    """Whom a thing directly in `students/` or `transcripts/` concerns; empty when everybody."""
    _, _, name = path.partition("/")
    return "" if name in (*SHARED_FILES, *SHARED_FOLDERS) else name.removesuffix(".yml")


def _read_students(folder: Folder, only: Collection[str]) -> tuple[tuple[Student, ...], Found]:
    students: list[Student] = []
    found: Found = ()
    for name in (one for one in folder.folders if one in only):
        if problem := judge_id(name):
            refusal = folder.says(problem.rule, name, problem.message, problem.hint)
            found += (replace(refusal, about=visible(name)),)
            continue
        student, said = read_student(folder, name)
        students.append(student)
        found += said
    return tuple(students), found


def _strays(folder: Folder) -> tuple[Diagnostic, ...]:
    message = tell("this is not a student's folder, and nothing is read from it")
    hint = tell("each student has a folder here, which is called like the student's id")
    names = (name for name in folder.files if name.lower() != "readme.md")
    return tuple(folder.says(STRAY_FILE, name, message, hint) for name in names)


def _look_alikes(folder: Folder) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            LOOK_ALIKE_ID,
            Span(folder.shows(name)),
            tell(
                "%(name)s and %(other)s are easily mistaken for one another",
                name=quoted(name),
                other=quoted(other),
            ),
            tell("if both are meant, all is well"),
            (Span(folder.shows(other)),),
        )
        for name, other in like_another(folder.folders, look)
    )


def _with_pitches(student: Student, submissions: Iterable[Submission]) -> Student:
    """The student with what they have handed in; of each pitch the last time counts."""
    latest = {one.pitch: one for one in submissions if one.student == student.id}
    handed_in = tuple(
        replace(one.frozen_pitch, date=one.submitted, status="published", submission=one.digest)
        for one in latest.values()
    )
    return replace(student, handed_in=handed_in) if handed_in else student


def _with_digests(
    student: Student, ledger: Ledger | None, hash_of: Callable[[Path], str], folder: Folder
) -> tuple[Student, Found]:
    """The student with a digest of each work that a decision rests on."""
    decisions = ledger.decisions if ledger else ()
    decided = {slug for one in decisions for slug in (*one.artifacts, *one.evidence)}
    artifacts, found = list(student.artifacts), list[Diagnostic]()
    for place, one in enumerate(artifacts):
        if one.slug in decided:
            try:
                artifacts[place] = replace(one, digest=digest_of(one, hash_of))
            except OSError as problem:
                shown = f"{folder.shows(student.id)}/artifacts/{one.slug}"
                found.append(replace(unreadable(shown, problem), about=student.id))
    return replace(student, artifacts=tuple(artifacts)), tuple(found)
