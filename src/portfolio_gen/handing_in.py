"""Handing a pitch in: looked over first, then frozen as the committee will see it, all at once or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic, Severity, errors, in_order, nearest
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Pitch, Student
from portfolio_gen.model.submission import SUBMISSIONS, Submission, digest_of_files
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.pitching.freezing import copies, newest, works_of
from portfolio_gen.proceedings import CannotProceed, cannot_be_read, sole_clerk
from portfolio_gen.publish.sync import flush_folder, flush_tree
from portfolio_gen.read.digest import hash_file
from portfolio_gen.read.folder import look_into, open_warily
from portfolio_gen.read.school import read_school
from portfolio_gen.read.submission import CARD, read_submission


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """What came of it."""

    found: tuple[Diagnostic, ...]
    """What is missing, in the pitch and its works."""
    digest: str = ""
    """Of what was frozen; empty when it was not."""
    folder: str = ""
    """Where it lies, from the school's folder."""
    anew: bool = True
    """Whether something was frozen; not when it is what was handed in last time."""
    draft: bool = False
    """Whether the pitch says of itself that it is a draft."""


def hand_in(root: Path, student: str, pitch: str, *, on: Day, even_so: bool = False) -> HandedIn:
    """Freeze a pitch with its work under `transcripts/submissions/`.

    Args:
        root: the school's folder.
        student: id of the student.
        pitch: slug of the pitch.
        on: the day on which it is handed in.
        even_so: whether it is handed in although something is missing that is no error.

    Raises:
        CannotProceed: there is no such pitch, or its works cannot be read.
        OSError: something cannot be read or written.
    """
    with sole_clerk(root):
        school, found = read_school(root)
        if school is None:
            raise cannot_be_read(root)
        one, what = _find(school, student, pitch)
        works = _works(school, one, what)
        found = _missing(school, one, what, works, found, on)
        draft = what.status == "draft"
        if errors(found) or ((found or draft) and not even_so):
            return HandedIn(found=found, draft=draft)
        return replace(_freeze(root, school, one, what, works, on), found=found, draft=draft)


def _find(school: School, student: str, pitch: str) -> tuple[Student, Pitch]:
    students = {one.id: one for one in school.students}
    if student not in students:
        raise CannotProceed(
            tell("there is no student `%(word)s`", word=student)
            if (guess := nearest(student, students)) is None
            else tell(
                "there is no student `%(word)s`; did you mean `%(guess)s`?",
                word=student,
                guess=guess,
            )
        )
    pitches = {one.slug: one for one in students[student].pitches}
    if pitch not in pitches:
        guess = nearest(pitch, pitches)
        words = (
            to_tell(
                "`%(student)s` has no pitch `%(pitch)s` that can be read; did you mean `%(guess)s`?"
            )
            if guess
            else to_tell(
                "`%(student)s` has no pitch `%(pitch)s` that can be read; "
                'begin with `new pitch %(student)s "Title"`'
            )
        )
        meant = {"guess": guess} if guess else {}
        raise CannotProceed(tell(words, student=student, pitch=pitch, **meant))
    return students[student], pitches[pitch]


def _works(school: School, student: Student, pitch: Pitch) -> Mapping[str, Artifact]:
    works = works_of(school, student, pitch)
    for name, work in works.items():
        if work is None:
            words = (
                to_tell(
                    "`%(name)s` cannot be pitched: its `team` does not name this student, "
                    "or it cannot be read; `check` says more"
                )
                if "/" in name
                else to_tell(
                    "`%(name)s` cannot be pitched: it is not there, or cannot be read; "
                    "`check` says more"
                )
            )
            raise CannotProceed(tell(words, name=name))
    return {name: work for name, work in works.items() if work}


def _missing(
    school: School,
    student: Student,
    pitch: Pitch,
    works: Mapping[str, Artifact],
    found: tuple[Diagnostic, ...],
    on: Day,
) -> tuple[Diagnostic, ...]:
    """What is wrong with a pitch and its works, as if the pitch were published already."""
    published = replace(pitch, status="published")
    pitches = tuple(published if one is pitch else one for one in student.pitches)
    changed = replace(student, pitches=pitches)
    students = tuple(changed if one is student else one for one in school.students)
    said = (*found, *check_school(replace(school, students=students), on=on))
    paths = {pitch.marks.path, *(one.marks.path for one in works.values())}
    notes = READINESS
    return in_order(
        one
        for one in said
        if one.span.path in paths and (one.severity is not Severity.NOTE or one.code in notes)
    )


READINESS = frozenset({"PG340", "PG341", "PG342", "PG343"})
"""Codes of the notes that are about whether a pitch is ready; other notes are no matter of the pitch."""


def _freeze(
    root: Path,
    school: School,
    student: Student,
    pitch: Pitch,
    works: Mapping[str, Artifact],
    on: Day,
) -> HandedIn:
    before = newest(school, student.id, pitch.slug)
    shelf = root / "transcripts" / SUBMISSIONS / student.id / pitch.slug
    number = _free_number(shelf)
    draft = shelf / f".{number}.{os.getpid()}"
    for left in shelf.glob(".*"):
        shutil.rmtree(left, ignore_errors=True)  # of a run that was stopped
    try:
        files = _copy(copies(root, student.id, pitch, works), draft)
        digest = digest_of_files(files)
        if before and before.digest == digest and before.intact:
            place = f"transcripts/{SUBMISSIONS}/{before.of}/{before.number}"
            return HandedIn(found=(), digest=digest, folder=place, anew=False)
        version = school.framework_for(student.id).version
        card = _card(student.id, pitch, number, on, version, digest, files)
        (draft / CARD).write_bytes(card.encode())
        _prove(draft)
        flush_tree(draft)
        draft.rename(shelf / str(number))
        flush_folder(shelf)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    place = f"transcripts/{SUBMISSIONS}/{student.id}/{pitch.slug}/{number}"
    return HandedIn(found=(), digest=digest, folder=place)


def _free_number(shelf: Path) -> int:
    taken = [int(one.name) for one in shelf.glob("[0-9]*") if one.name.isdigit()]
    return max(taken, default=0) + 1


def _copy(files: Mapping[str, Path], draft: Path) -> dict[str, str]:
    """Copy files into a draft of the frozen copy; path to SHA-256 of what was copied."""
    sums: dict[str, str] = {}
    for path, source in files.items():
        place = draft / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with open_warily(source) as file, place.open("xb") as copy:
            shutil.copyfileobj(file, copy)
        sums[path] = hash_file(place)
    return sums


def _card(
    student: str,
    pitch: Pitch,
    number: int,
    on: Day,
    version: str,
    digest: str,
    files: Mapping[str, str],
) -> str:
    lines = [
        "# Written by `portfolio-gen submit`, and never changed.",
        f"student: {student}",
        f"pitch: {pitch.slug}",
        f"number: {number}",
        f"submitted: {on}",
        f"framework: {json.dumps(version, ensure_ascii=False)}",
        f"digest: {digest}",
        *([f"group: [{', '.join(pitch.group)}]"] if pitch.group else []),
        "files:",
        *(f"  {json.dumps(path, ensure_ascii=False)}: {one}" for path, one in files.items()),
    ]
    return "".join(f"{line}\n" for line in lines)


def _prove(draft: Path) -> Submission:
    """Read a frozen copy as everybody will.

    Raises:
        CannotProceed: it would not be what the student sees, as when they are writing in it just now.
    """
    folder, found = look_into(draft, "the copy")
    submission, said = read_submission(folder, hash_file) if folder else (None, found)
    if submission is None or not submission.intact:
        why = next((one.message for one in errors(said)), tell("it changes while it is copied"))
        words = to_tell("the pitch cannot be frozen: %(why)s; save everything and try again")
        raise CannotProceed(tell(words, why=why))
    return submission
