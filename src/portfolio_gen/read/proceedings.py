"""What was handed in to committees, how they voted, and when they sit: three folders of transcripts/."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, errors
from portfolio_gen.model.ballot import BALLOTS, Ballot
from portfolio_gen.model.session import SESSIONS, Session
from portfolio_gen.model.submission import SUBMISSIONS, Submission
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.ballot import read_ballot
from portfolio_gen.read.folder import Folder, Found, look_into
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.page import read_keys
from portfolio_gen.read.rules import STRAY_FILE, WRONG_KIND
from portfolio_gen.read.submission import read_submission
from portfolio_gen.read.wording import quoted, visible

MOST_ENTRIES = 100_000
"""Most entries of one of these folders; a district has fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceedings:
    """What could be read of it."""

    submissions: tuple[Submission, ...]
    ballots: tuple[Ballot, ...]
    sessions: tuple[Session, ...]


def read_proceedings(
    transcripts: Folder, hash_of: Callable[[Path], str]
) -> tuple[Proceedings, Found]:
    """Read all of it, whatever becomes of the students' own folders.

    Args:
        transcripts: the folder of the school's records.
        hash_of: SHA-256 of a file.

    Returns:
        What could be read, and what is wrong; about a student where it lies in a folder of theirs.
    """
    found: list[Diagnostic] = []
    submissions: list[Submission] = []
    ballots: list[Ballot] = []
    for folder, student in _tries(transcripts, SUBMISSIONS, found):
        submission, said = read_submission(folder, hash_of)
        submissions += [submission] if submission else []
        found += (replace(one, about=student) for one in said)
    for folder, student in _tries(transcripts, BALLOTS, found):
        for name in folder.files:
            ballot, said = read_ballot(folder, name)
            ballots += [ballot] if ballot else []
            found += (replace(one, about=student) for one in said)
    sessions = _sessions(transcripts, found)
    return Proceedings(
        submissions=tuple(submissions), ballots=tuple(ballots), sessions=sessions
    ), tuple(found)


def _tries(transcripts: Folder, name: str, found: list[Diagnostic]) -> Iterator[tuple[Folder, str]]:
    """Each folder `⟨student⟩/⟨pitch⟩/⟨n⟩`, with the student."""
    for student, below in _inside(transcripts, name, found, ""):
        about = visible(student)
        for pitch, deeper in _inside(below, student, found, about):
            numbers = _inside(deeper, pitch, found, about)
            for number, last in sorted(numbers, key=lambda one: (len(one[0]), one[0])):
                folder, said = look_into(last.path / number, last.shows(number))
                found += (replace(one, about=about) for one in said)
                if folder:
                    yield folder, about


def _inside(
    folder: Folder, name: str, found: list[Diagnostic], about: str
) -> list[tuple[str, Folder]]:
    """Names of the folders in a folder, with that folder; files in it are strays."""
    if name in folder.files:
        message = tell("%(name)s is a file, and a folder is needed", name=quoted(name))
        stray = folder.says(WRONG_KIND, name, message, tell("rename it and make a folder"))
        found.append(replace(stray, about=about))
    if name not in folder.folders:
        return []
    below, said = look_into(folder.path / name, folder.shows(name), most=MOST_ENTRIES)
    found += (replace(one, about=about) for one in said)
    if below is None:
        return []
    message = tell("nothing is read from this file")
    hint = tell("what was handed in lies in folders `⟨student⟩/⟨pitch⟩/⟨number⟩`")
    strays = (below.says(STRAY_FILE, one, message, hint) for one in below.files)
    found += (replace(one, about=about) for one in strays)
    return [(one, below) for one in below.folders]


def _sessions(transcripts: Folder, found: list[Diagnostic]) -> tuple[Session, ...]:
    if SESSIONS not in transcripts.folders:
        return ()
    folder, said = look_into(
        transcripts.path / SESSIONS, transcripts.shows(SESSIONS), most=MOST_ENTRIES
    )
    found += said
    sessions: list[Session] = []
    for name in folder.files if folder else ():
        session, said = _session(folder, name) if folder else (None, ())
        sessions += [session] if session else []
        found += said
    return tuple(sorted(sessions, key=lambda one: (one.date, one.id)))


def _session(folder: Folder, name: str) -> tuple[Session | None, Found]:
    if not name.endswith(".yml"):
        hint = tell("sessions are called `⟨id⟩.yml`")
        return None, (folder.says(STRAY_FILE, name, tell("nothing is read from this file"), hint),)
    identifier = name.removesuffix(".yml")
    session, found = read_keys(Session, folder, name)
    if problem := judge_id(identifier):
        found += (folder.says(problem.rule, name, problem.message, problem.hint),)
    sound = session is not None and not errors(found)
    return (replace(session, id=identifier) if session and sound else None), found
