"""What everybody needs who handles pitches: the school, one of its sessions, and to be the only one who writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from portfolio_gen.diagnostics import or_nearest
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.publish.lock import alone
from portfolio_gen.read.digest import hash_file
from portfolio_gen.read.school import read_school

WAIT = 30.0
"""Seconds for which somebody waits who wants to write while somebody else does."""


class CannotProceed(ValueError):
    """Something stands in the way; the message says what, and what to try."""


@contextmanager
def sole_clerk(root: Path) -> Iterator[None]:
    """Be the only one who writes what was handed in and decided.

    Raises:
        CannotProceed: somebody else does, and goes on doing so.
        OSError: the folder cannot be written.
    """
    with alone(root / ".portfolio-gen" / "proceedings.lock", WAIT) as taken:
        if not taken:
            raise CannotProceed(
                tell("somebody else is writing records of this school; try again in a moment")
            )
        yield


def open_school(root: Path, hash_of: Callable[[Path], str] = hash_file) -> School:
    """Read a school, whatever is wrong with single students.

    Args:
        root: its folder.
        hash_of: SHA-256 of a file; a caller who remembers hashes may give its own.

    Raises:
        CannotProceed: something is wrong with the whole of it.
    """
    school, _ = read_school(root, hash_of=hash_of)
    if school is None:
        raise cannot_be_read(root)
    return school


def cannot_be_read(root: Path) -> CannotProceed:
    """The refusal of a school in which something is wrong with the whole of it."""
    words = to_tell("%(school)s cannot be read; `portfolio-gen check %(school)s` says why")
    return CannotProceed(tell(words, school=str(root)))


def session_of(school: School, wanted: str) -> Session:
    """The session of an id.

    Raises:
        CannotProceed: there is none that can be read.
    """
    known = {one.id: one for one in school.sessions}
    if found := known.get(wanted):
        return found
    raise CannotProceed(
        f"there is no session `{wanted}` that can be read in transcripts/sessions/{or_nearest(wanted, known)}"
    )
