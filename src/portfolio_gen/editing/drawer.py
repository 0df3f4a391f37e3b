"""One student's folder: what in it may be opened, written whole, and put away; nothing outside is ever touched."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from portfolio_gen.model.artifact import PICTURES
from portfolio_gen.model.speech import sentence
from portfolio_gen.publish.lock import alone
from portfolio_gen.publish.sync import flush_file, flush_folder, write_durably
from portfolio_gen.read.folder import LARGEST_TEXT, open_warily

CARDS = ("student.yml", "narrative.md", "profile.yml", "milestones.yml")
SHELVES = ("artifacts", "narratives", "goals", "pitches", "conferences")
TRASH = ".trash"
_NAME = re.compile(r"[^/\\:\0.][^/\\:\0]{0,120}")
_PAGE = "artifact.md"
WAIT = 10.0
"""Seconds for which somebody waits who wants to write while somebody else does."""


class CannotOpen(Exception):
    """Something is not there, or not the student's to change; the message says so."""


class Changed(Exception):
    """A file is not any more what somebody has seen of it."""


class Drawer:
    """The folder of one student in one school."""

    def __init__(self, root: Path, student: str) -> None:
        """Name it.

        Raises:
            CannotOpen: there is no such student, or their folder is a link to another place.
        """
        self.student, self.root = student, root.absolute()
        self.home = self.root / "students" / student
        if not _NAME.fullmatch(student) or not all(
            _is(one, stat.S_ISDIR) for one in (self.home.parent, self.home)
        ):
            raise CannotOpen(
                sentence("There is no student `%(student)s` in this school.", student=student)
            )

    def shown(self, place: str) -> str:
        """A place as diagnostics show it."""
        return f"students/{self.student}/{place}"

    def path(self, place: str) -> Path:
        """A file that the student writes.

        Args:
            place: from the student's folder, such as `goals/read.md`.

        Raises:
            CannotOpen: no student writes such a file, it is not there, or something on the way is a link.
        """
        if not self._may_be(place) or not self._is_own(self.home / place):
            raise CannotOpen(sentence("There is no file %(name)s in your folder.", name=place))
        return self.home / place

    def own_file(self, folder: str, name: str) -> Path:
        """A picture beside a page.

        Raises:
            CannotOpen: there is none.
        """
        path = self.home / folder / name
        where = folder == "" or re.fullmatch(r"artifacts/[^/]+", folder)
        fits = where and _NAME.fullmatch(name) and path.suffix.lower() in PICTURES
        if not fits or not self._is_own(path):
            raise CannotOpen(sentence("There is no file %(name)s in your folder.", name=name))
        return path

    def _may_be(self, place: str) -> bool:
        parts = place.split("/")
        if not all(map(_NAME.fullmatch, parts)):
            return False
        if len(parts) == 1:
            return place in CARDS
        if len(parts) == 2:
            return parts[0] in SHELVES[1:] and parts[1].endswith(".md")
        return len(parts) == 3 and parts[0] == "artifacts" and parts[2] == _PAGE

    def _is_own(self, path: Path) -> bool:
        """Whether it is a plain file, reached through plain folders, that is in no other place, too."""
        between = [one for one in path.parents if one.is_relative_to(self.home)]
        if not all(_is(one, stat.S_ISDIR) for one in between):
            return False
        return _is(path, stat.S_ISREG) and path.lstat().st_nlink == 1

    def read(self, place: str) -> bytes:
        """The bytes of a file that the student writes.

        Raises:
            CannotOpen: it is not there, or too large for a text.
        """
        try:
            with open_warily(self.path(place)) as file:
                data = file.read(LARGEST_TEXT + 1)
        except OSError as problem:
            raise CannotOpen(
                sentence("%(name)s cannot be read: %(why)s.", name=place, why=_told(problem))
            ) from None
        if len(data) > LARGEST_TEXT:
            raise CannotOpen(sentence("%(name)s is too large for a text.", name=place))
        return data

    def write(self, place: str, data: bytes, *, seen: str) -> None:
        """Replace a file as a whole.

        Args:
            place: from the student's folder.
            data: all that it shall hold.
            seen: digest of what was in it when somebody began to change it.

        Raises:
            Changed: it holds something else by now.
            CannotOpen: it is not there any more, cannot be written, or is too large.
        """
        if len(data) > LARGEST_TEXT:
            raise CannotOpen(
                sentence(
                    "That is more than %(count)s bytes, the most that a page may have.",
                    count=LARGEST_TEXT,
                )
            )
        with self._alone():
            path = self.path(place)
            if digest(self.read(place)) != seen:
                raise Changed(place)
            try:
                path.with_name(f".{path.name}.new").unlink(missing_ok=True)
                write_durably(path, data, mode_of=path)
            except OSError as problem:
                raise CannotOpen(_unwritten(place, problem)) from None

    def add(self, folder: str, name: str, source: IO[bytes]) -> None:
        """Put a new file beside a page; what is there is never written over.

        Raises:
            CannotOpen: it cannot be written.
        """
        shelf = self.home / folder
        if not all(
            _is(one, stat.S_ISDIR)
            for one in (shelf, *shelf.parents)
            if one.is_relative_to(self.home)
        ):
            raise CannotOpen(sentence("There is no folder %(name)s.", name=folder))
        draft = shelf / f".{name}.new"
        try:
            draft.unlink(missing_ok=True)
            with draft.open("xb") as file:
                shutil.copyfileobj(source, file)
            flush_file(draft)
            if (shelf / name).exists():
                raise CannotOpen(sentence("%(name)s is there already.", name=name))
            draft.rename(shelf / name)
            flush_folder(shelf)
        except OSError as problem:
            raise CannotOpen(_unwritten(name, problem)) from None
        finally:
            draft.unlink(missing_ok=True)

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of everything in a folder of the student's."""
        place = self.home / folder
        return tuple(sorted(one.name for one in place.iterdir())) if place.is_dir() else ()

    def places(self) -> Iterator[str]:
        """Every file that the student writes and that is there."""
        yield from (one for one in CARDS if self._is_own(self.home / one))
        for shelf in SHELVES:
            for name in self.names(shelf):
                place = f"{shelf}/{name}/{_PAGE}" if shelf == "artifacts" else f"{shelf}/{name}"
                if self._may_be(place) and self._is_own(self.home / place):
                    yield place

    def put_away(self, place: str) -> str:
        """Move a page, with the files beside it, to where nothing is read; returns where.

        Raises:
            CannotOpen: it is not there, is one that everybody has, or cannot be moved.
        """
        path = self.path(place)
        if "/" not in place:
            raise CannotOpen(sentence("%(name)s is a part of every portfolio.", name=place))
        source = path.parent if path.name == _PAGE else path
        shelf = self.home / TRASH / place.split("/")[0]
        if any(one.is_symlink() for one in (self.home / TRASH, shelf)):
            raise CannotOpen(sentence("%(name)s is a link to another place.", name=TRASH))
        return self._move(source, shelf)

    def stowed(self) -> tuple[str, ...]:
        """What was put away, such as `goals/read.md`."""
        return tuple(
            f"{shelf}/{one.name}"
            for shelf in SHELVES
            if _is(self.home / TRASH / shelf, stat.S_ISDIR)
            for one in sorted((self.home / TRASH / shelf).iterdir())
            if not one.is_symlink()
        )

    def bring_back(self, one: str) -> str:
        """Move something back to where it was; returns where.

        Raises:
            CannotOpen: nothing of that name was put away, or it cannot be moved.
        """
        if one not in self.stowed():
            raise CannotOpen(sentence("Nothing called %(name)s was put away.", name=one))
        shelf = self.home / one.split("/")[0]
        if shelf.is_symlink():
            raise CannotOpen(sentence("%(name)s is a link to another place.", name=shelf.name))
        return self._move(self.home / TRASH / one, shelf)

    def _move(self, source: Path, shelf: Path) -> str:
        with self._alone():
            try:
                shelf.mkdir(parents=True, exist_ok=True)
                goal = _free(shelf / source.name)
                source.rename(goal)
                flush_folder(shelf)
            except OSError as problem:
                raise CannotOpen(
                    sentence(
                        "%(name)s cannot be moved: %(why)s.", name=source.name, why=_told(problem)
                    )
                ) from None
        return goal.relative_to(self.home).as_posix()

    def _alone(self) -> _Alone:
        return _Alone(self.root)


class _Alone:
    """Being the only editor that writes in a school."""

    def __init__(self, root: Path) -> None:
        office = root / ".portfolio-gen"
        office.mkdir(exist_ok=True)
        self._holding = alone(office / "edit.lock", WAIT)

    def __enter__(self) -> None:
        if not self._holding.__enter__():
            raise CannotOpen(sentence("Somebody else is saving just now; try again in a moment."))

    def __exit__(self, *how: object) -> None:
        self._holding.__exit__(None, None, None)


def digest(data: bytes) -> str:
    """By what a content is known again."""
    return hashlib.sha256(data).hexdigest()


def _free(path: Path) -> Path:
    """The path, or one like it that nothing has."""
    tries = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, 10_000))
    return (
        path
        if not os.path.lexists(path)
        else next(one for one in tries if not os.path.lexists(one))
    )


def _unwritten(name: str, problem: OSError) -> str:
    return sentence("%(name)s cannot be written: %(why)s.", name=name, why=_told(problem))


def _told(problem: OSError) -> str:
    """The computer's own words."""
    return problem.strerror or type(problem).__name__


def _is(path: Path, what: object) -> bool:
    try:
        return bool(callable(what) and what(path.lstat().st_mode))
    except (OSError, ValueError):
        return False
