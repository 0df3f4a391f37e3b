"""A committee that sits together: ballots from its pages go straight on file, and nothing is written over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from portfolio_gen.deciding import genuine
from portfolio_gen.diagnostics import Diagnostic, blocking, errors
from portfolio_gen.hallway.digests import Digests
from portfolio_gen.model.ballot import BALLOTS, Ballot, file_stem
from portfolio_gen.model.dates import Day
from portfolio_gen.model.office import CACHE
from portfolio_gen.model.school import School
from portfolio_gen.model.submission import SUBMISSIONS
from portfolio_gen.model.value import dataclass
from portfolio_gen.pitching.ballots import Bench, judge
from portfolio_gen.pitching.freezing import newest
from portfolio_gen.pitching.rules import CONFLICT_OF_INTEREST
from portfolio_gen.proceedings import CannotProceed, cannot_be_read, session_of, sole_clerk
from portfolio_gen.publish.sync import flush_file, flush_folder
from portfolio_gen.read.ballot import ENDINGS, ballot_of
from portfolio_gen.read.school import read_school

SENT = "the ballot"
"""What diagnostics call the file that was handed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of a ballot."""

    words: tuple[str, ...]
    """For the one who has handed it in."""
    ballot: Ballot | None = None
    """As it is on file now; None when it was not taken."""
    again: bool = False
    """Whether it was not taken because the member has voted already."""


class BallotBox:
    """Takes the ballots of one sitting."""

    def __init__(self, root: Path, *, on: Day, session: str | None = None) -> None:
        """Read the school.

        Args:
            root: the school's folder.
            on: the day on which members must serve, unless the session has one.
            session: id of the session; then only what it hears is taken, from those who sit in it.

        Raises:
            CannotProceed: the school cannot be read, or has no such session.
        """
        self._root = root
        self._school = self._read()
        self.session = session_of(self._school, session) if session else None
        self._on = self.session.date if self.session else on

    def _read(self) -> School:
        """The school with what was handed in; students' own folders do not matter here."""
        digests = Digests.load(self._root, self._root / CACHE / "digests.json")
        school, found = read_school(self._root, hash_of=digests.of)
        if school is None or any(not one.about for one in blocking(found)):
            raise cannot_be_read(self._root)
        return school

    def take(self, data: bytes) -> Taken:
        """File a ballot, byte for byte as it came, if it would count or says that its member stands back.

        Args:
            data: JSON, of whatever origin.

        Returns:
            What became of it; nothing is raised for a ballot that is wrong.
        """
        ballot, found = ballot_of(data, SENT)
        if ballot is None:
            return Taken(words=tuple(_plainly(one) for one in errors(found)))
        try:
            with sole_clerk(self._root):
                return self._filed(ballot, data)
        except CannotProceed as problem:
            return Taken(words=(_sentence(str(problem)),))
        except OSError as problem:
            return Taken(words=(f"It cannot be written: {problem.strerror or problem}.",))

    def _filed(self, ballot: Ballot, data: bytes) -> Taken:
        if self._is_behind(ballot):
            self._school = self._read()
        if self._has_voted(ballot):
            return _twice(ballot)
        if refused := tuple(self._against(ballot)):
            return Taken(words=refused)
        try:
            _put(self._place(ballot) / f"{file_stem(ballot.reviewer)}{ENDINGS[-1]}", data)
        except FileExistsError:
            return _twice(ballot)
        self._school = replace(self._school, ballots=(*self._school.ballots, ballot))
        stands_back = "You stand back: that is on file, and nothing of yours is counted."
        return Taken(
            words=(stands_back if ballot.conflict else "Your ballot is on file. Thank you.",),
            ballot=ballot,
        )

    def _against(self, ballot: Ballot) -> Iterator[str]:
        """Why a ballot is not taken. One that declares a conflict is kept, for that is what it has to say."""
        if self.session and not self.session.hears(ballot.of):
            yield "This pitch is not heard in the session that sits now."
            return
        bench = Bench(school=self._school, on=self._on, session=self.session, genuine=genuine)
        for one in judge([ballot], bench).refused:
            if not (ballot.conflict and one.rule is CONFLICT_OF_INTEREST):
                yield _plainly(one)

    def _place(self, ballot: Ballot) -> Path:
        """Folder for the ballots about the newest copy of a pitch, which is known: its name leads nowhere else."""
        about = newest(self._school, ballot.student, ballot.pitch)
        number = about.number if about else 0
        return self._root / "transcripts" / BALLOTS / ballot.of / str(number)

    def _has_voted(self, ballot: Ballot) -> bool:
        """Whether a ballot of the member about the same copy is on file, also one that somebody has just put there."""
        about = newest(self._school, ballot.student, ballot.pitch)
        if about is None or self._school.committee.member(ballot.reviewer) is None:
            return False
        stem = self._place(ballot) / file_stem(ballot.reviewer)
        return any(stem.with_name(f"{stem.name}{one}").exists() for one in ENDINGS)

    def _is_behind(self, ballot: Ballot) -> bool:
        """Whether a pitch was handed in anew since the school was read."""
        about = newest(self._school, ballot.student, ballot.pitch)
        if about is None:
            return True
        shelf = self._root / "transcripts" / SUBMISSIONS / about.of
        return (shelf / str(about.number + 1)).exists() or not (shelf / str(about.number)).exists()


def _put(path: Path, data: bytes) -> None:
    """Write a file that was not there, as a whole or not at all, and make sure that it is on the disk.

    Raises:
        FileExistsError: it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        new.write_bytes(data)
        flush_file(new)
        _give_name(path, new)
        flush_folder(path.parent)
    finally:
        new.unlink(missing_ok=True)


def _give_name(path: Path, new: Path) -> None:
    """Give a whole file its name, unless something has that name."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError:  # not every stick and share knows links
        with path.open("xb") as file:
            file.write(new.read_bytes())


def _twice(ballot: Ballot) -> Taken:
    who = ballot.name or ballot.reviewer
    words = (
        f"A ballot of {who} about this pitch is on file already, and a second one is not taken. "
        "If the first was a mistake, the chair takes it out of transcripts/ballots/ before you hand in another."
    )
    return Taken(words=(words,), again=True)


def _plainly(one: Diagnostic) -> str:
    """A reason, and what to try, in whole sentences."""
    return " ".join(map(_sentence, filter(None, (one.message, one.hint))))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?', '!')) else '.'}"
