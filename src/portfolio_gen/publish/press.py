"""The one that publishes: it holds the lock, knows the manifest, and changes one place at a time, whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.office import OFFICE
from portfolio_gen.model.shard import Shard
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish import manifest
from portfolio_gen.publish.clearance import Clearance
from portfolio_gen.publish.complaints import cannot_publish, foreign, in_use, lost, other_shard
from portfolio_gen.publish.journal import Journal
from portfolio_gen.publish.lock import Lock
from portfolio_gen.publish.manifest import DamagedManifestError, Manifest
from portfolio_gen.publish.record import Place, Record
from portfolio_gen.publish.swap import AWAY, mend, put
from portfolio_gen.publish.sync import flush_tree
from portfolio_gen.publish.tree import files_below, is_there, remove_emptied, remove_empty_folders

INDEX = "index.html"
MARK = "~"
"""Between the name of a place and what makes the name of its staged folder unique."""
READABLE = 0o755
"""A web server may be another user than the one who builds."""
HARMLESS = {".DS_Store", ".gitignore", ".gitkeep"}
"""Files that make no folder foreign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """Files that are ready to be published."""

    place: Place
    folder: Path
    """Where they have been staged."""
    record: Record


class Press:
    """Publishes into one output folder, from `open` to `close`, while nobody else does."""

    def __init__(self, out: Path, shown: str, lock: Lock, *, waited: bool) -> None:
        """Use `open`; it takes the lock and looks what an earlier build has left."""
        self.waited = waited
        """Whether another build has just ended here, so that what was read before may be old."""
        self._out = out
        self._office = out / OFFICE
        self._shown = shown
        self._lock = lock
        self._journal = Journal(self._office / "journal")
        self._manifest = Manifest()
        self._redeclared = False
        self._places: dict[Place, Record] = {}
        self._clearance = Clearance(self._office / "set-aside", shown)
        self._stage = self._office / "staging"

    @classmethod
    def open(
        cls,
        out: Path,
        *,
        shown: str,
        wait: float = 5.0,
        shard: Shard | None = None,
        made_with: str = "",
    ) -> tuple[Self | None, tuple[Diagnostic, ...]]:
        """Take an output folder over, putting right what a build that was cut off has left.

        Args:
            out: the output folder; made when it is not there.
            shown: its path as diagnostics show it.
            wait: seconds to wait for another build to end.
            shard: which share of the sites will be published there, if not all of them.
            made_with: digest of the program that makes a share.

        Returns:
            The press, or None with a diagnostic that says why not.
        """
        try:
            if _is_foreign(out):
                return None, (foreign(shown),)
            (out / OFFICE).mkdir(parents=True, exist_ok=True)
            lock = Lock(out / OFFICE / "lock")
            waited = not lock.take(0)
            if waited and not lock.take(wait):
                return None, (in_use(shown),)
            press = cls(out, shown, lock, waited=waited)
            found = press._take_stock()
            if shard and press._places and press._manifest.shard != shard:
                press.close()
                return None, (other_shard(shown, press._manifest.shard, shard),)
            press._declare(shard, made_with if shard else "")
            return press, found
        except OSError as problem:
            return None, (cannot_publish(shown, problem),)

    def __enter__(self) -> Self:
        """The press itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it, whatever happened."""
        self.close()

    @property
    def places(self) -> Mapping[Place, Record]:
        """What is published now."""
        return MappingProxyType(self._places)

    @property
    def complete(self) -> bool:
        """Whether every published file is in the list; False after a manifest was lost."""
        return self._manifest.complete

    def stage(self, place: Place) -> Path:
        """A new empty folder on the same file system, to make the files of a place in.

        Raises:
            OSError: it cannot be made.
        """
        edition = self._stage / place.edition
        edition.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f"{place.folder}{MARK}", dir=edition))
        folder.chmod(READABLE)
        return folder

    def is_intact(self, place: Place) -> bool:
        """Whether the files at a place are there, in their sizes, and no others."""
        record = self._places.get(place)
        if record is None:
            return False
        target = self._target(place)
        if place.folder:
            try:
                found = dict(files_below(target))
            except OSError:
                return False
            return found == {path: one.size for path, one in record.files.items()}
        return all(_size(target / path) == one.size for path, one in record.files.items())

    def publish(self, batch: Sequence[Sheets]) -> tuple[Diagnostic, ...]:
        """Publish each of several places, whole: readers find what was there before, or the new files.

        Returns:
            What was set aside, and an error for each place that could not be published and is as it was.
        """
        try:
            flush_tree(self._stage)
            self._journal.begin({one.place: one.record for one in batch})
        except OSError as problem:
            return tuple(self._cannot(one, problem) for one in batch)
        found: list[Diagnostic] = []
        for one in batch:
            try:
                found += self._publish(one)
                self._journal.finish([one.place])
            except OSError as problem:
                found.append(self._cannot(one, problem))
        return tuple(found)

    def withdraw(self, places: Sequence[Place]) -> tuple[Diagnostic, ...]:
        """Take away what the manifest lists at several places; anything else that lies there is set aside.

        Raises:
            OSError: something cannot be removed.
        """
        if not places:
            return ()
        self._journal.begin(dict.fromkeys(places))
        found = tuple(problem for place in places for problem in self._withdraw(place))
        self._journal.finish(places)
        return found

    def set_aside_unknown(self, editions: Sequence[str]) -> tuple[Diagnostic, ...]:
        """After a manifest was lost: put everything out of reach that this build has not published.

        Args:
            editions: all that there can be.

        Raises:
            OSError: something cannot be moved.
        """
        found: list[Diagnostic] = []
        for edition in editions:
            for name in self._unknown_in(edition):
                found += self._clearance.set_aside(self._out / edition / name, f"{edition}/{name}")
        self._manifest = replace(self._manifest, complete=True)
        self._save()
        return tuple(found)

    def _unknown_in(self, edition: str) -> list[str]:
        """Names of sites that no list names, and of the page that links to them where there is no edition."""
        own = self._places.get(Place(edition))
        known = {place.folder for place in self._places if place.edition == edition}
        known |= {path.partition("/")[0] for path in own.files} if own else set()
        stale = [] if own or not (self._out / edition / INDEX).is_file() else [INDEX]
        return [one for one in _folders_in(self._out / edition) if one not in known] + stale

    def close(self) -> None:
        """Write the manifest and let the next build in."""
        try:
            if self._journal.exists() or self._redeclared:
                self._save()
            shutil.rmtree(self._stage, ignore_errors=True)
        except OSError:
            # The journal is still there, and the next build begins with it.
            pass
        finally:
            self._lock.release()

    def _publish(self, sheets: Sheets) -> Iterator[Diagnostic]:
        place, target = sheets.place, self._target(sheets.place)
        old = self._places.get(place, Record())
        if not place.folder:
            self._places[place] = old.or_else(sheets.record)
            yield from self._publish_files(sheets, target, old.files)
            self._places[place] = sheets.record
            return
        was_there = put(sheets.folder, target)
        self._places[place] = sheets.record
        if was_there:
            yield from self._clearance.clear(sheets.folder, old.files, str(place))

    def _cannot(self, sheets: Sheets, problem: OSError) -> Diagnostic:
        return cannot_publish(f"{self._shown}/{sheets.place}", problem, about=sheets.record.student)

    def _publish_files(
        self, sheets: Sheets, target: Path, listed: Mapping[str, object]
    ) -> Iterator[Diagnostic]:
        """An edition's own files stand among its sites, so each is replaced for itself, pages last."""
        new = sheets.record.files
        for path in sorted(new, key=lambda one: (one.endswith(".html"), one)):
            goal = target / path
            goal.parent.mkdir(parents=True, exist_ok=True)
            if path not in listed and is_there(goal):
                yield from self._clearance.set_aside(goal, f"{sheets.place}/{path}")
            (sheets.folder / path).replace(goal)
        for path in listed:
            if path not in new:
                (target / path).unlink(missing_ok=True)
                remove_emptied(target, path)

    def _withdraw(self, place: Place) -> Iterator[Diagnostic]:
        target, record = self._target(place), self._places.get(place, Record())
        if not place.folder:
            for path in record.files:
                (target / path).unlink(missing_ok=True)
            remove_empty_folders(target)
        elif is_there(target):
            away = self.stage(place)
            target.rename(away)
            yield from self._clearance.clear(away, record.files, str(place))
        self._places.pop(place, None)
        edition = self._out / place.edition
        if edition.is_dir() and not any(edition.iterdir()):
            edition.rmdir()

    def _take_stock(self) -> tuple[Diagnostic, ...]:
        """Load the manifest, go through the journal, and clear away what was staged."""
        path = self._office / "manifest.json"
        touched: Mapping[Place, Record] = {}
        found: tuple[Diagnostic, ...] = ()
        try:
            known = manifest.load(path)
            self._manifest = known or Manifest()
            self._places, touched = self._journal.replayed(self._manifest.places)
            if known is None and any(self._unlisted()):
                raise DamagedManifestError
        except (DamagedManifestError, ValueError, KeyError, TypeError, AttributeError):
            self._manifest, self._places = Manifest(complete=False), {}
            found = (lost(f"{self._shown}/{OFFICE}/{path.name}"),)
        found += tuple(self._clear_stage(touched))
        if found or self._journal.exists():
            self._save()
        return found

    def _unlisted(self) -> Iterator[Place]:
        """What is published, and named neither by a list nor by the journal."""
        for edition in _folders_in(self._out):
            own = [""] if (self._out / edition / INDEX).is_file() else []
            places = (Place(edition, name) for name in own + _folders_in(self._out / edition))
            yield from (one for one in places if one not in self._places)

    def _clear_stage(self, touched: Mapping[Place, Record]) -> Iterator[Diagnostic]:
        """Finish swaps that were cut off; clear what was staged, and keep what somebody else had put into a site."""
        for edition in _folders_in(self._stage):
            for name in _folders_in(self._stage / edition):
                place = Place(edition, name.partition(MARK)[0])
                staged = self._stage / edition / name.removesuffix(AWAY)
                mend(staged, self._target(place))
                if place in touched and place.folder and staged.is_dir():
                    yield from self._clearance.clear(staged, touched[place].files, str(place))
        shutil.rmtree(self._stage, ignore_errors=True)

    def _declare(self, shard: Shard | None, made_with: str) -> None:
        """Say which share this is, also when nothing belongs to it."""
        declared = replace(self._manifest, shard=shard, made_with=made_with)
        self._redeclared = declared != self._manifest
        self._manifest = declared

    def _save(self) -> None:
        saved = replace(self._manifest, places=self._places)
        manifest.save(self._office / "manifest.json", saved)
        self._journal.clear()

    def _target(self, place: Place) -> Path:
        return self._out / place.edition / place.folder


def _is_foreign(out: Path) -> bool:
    """Whether a folder holds anything, and nothing says that this program has put it there."""
    if any(is_there(out / OFFICE / name) for name in ("manifest.json", "journal", "lock")):
        return False
    return is_there(out) and any(one.name not in HARMLESS for one in out.iterdir())


def _folders_in(folder: Path) -> list[str]:
    """Names of the folders in a folder, hidden ones left alone; none when it is not there."""
    if not folder.is_dir():
        return []
    found = (one.name for one in os.scandir(folder) if one.is_dir(follow_symlinks=False))
    return sorted(name for name in found if not name.startswith("."))


def _size(path: Path) -> int | None:
    try:
        return path.lstat().st_size
    except OSError:
        return None
