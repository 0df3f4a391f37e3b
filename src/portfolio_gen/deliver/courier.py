"""Carries changes to a store, leaving word first of what it is about to do, so that a cut-off upload goes on."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from portfolio_gen.deliver.changes import Changes, Wanted, changes, is_page
from portfolio_gen.deliver.state import (
    NAME,
    DamagedStateError,
    State,
    from_bytes,
    mark_of,
    to_bytes,
)
from portfolio_gen.deliver.store import Store, StoreError
from portfolio_gen.model.value import dataclass

EVERY = 30.0
"""Seconds after which it is noted what has arrived."""
RARELY = 20
"""How many times as long as a note has taken nothing is noted after it: lists of a million files are large."""
MOMENTS = "no-cache"
"""Pages are asked for anew each time, so that what was withdrawn is gone with the next look."""
HOUR = "max-age=3600"
"""Pictures and the like are asked for anew after an hour, also by caches in between: they can be withdrawn, too."""
FOR_ONE = "private, no-cache"
"""What is not for everybody is kept by nobody in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What an upload has done, or would do."""

    changes: Changes
    bytes: int
    """Of what is new or changed."""
    forgotten: bool
    """Whether the list of earlier uploads was damaged, so that everything is sent again."""


def deliver(
    store: Store,
    folder: Path,
    wanted: Mapping[str, Wanted],
    editions: Collection[str],
    *,
    private: Collection[str] = (),
    force: bool = False,
    dry: bool = False,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> Delivered:
    """Make the editions' folders at a store equal what is published in a folder.

    Files that no upload has put there are left alone, unless one of ours stands at the same path.

    Args:
        store: where to.
        folder: where the published files lie.
        wanted: path, begun by the edition, to file.
        editions: which editions; others at the store stay as they are.
        private: those of them that are not for everybody.
        force: whether to send everything again.
        dry: whether only to say what would be done.
        told: called with how many files are dealt with, and of how many.

    Raises:
        StoreError: the store fails, or a file here is not the one that was published; a further upload goes on.
    """
    state, forgotten = _remembered(store)
    there = {path: size for one in sorted(editions) for path, size in store.listing(one).items()}
    todo = changes(wanted, there, state, force=force)
    size = sum(wanted[path].size for path in (*todo.new, *todo.changed))
    if not dry:
        round_ = _Round(store, folder, wanted, private, told)
        round_.go(state, todo, editions, there.keys())
    return Delivered(changes=todo, bytes=size, forgotten=forgotten)


def _remembered(store: Store) -> tuple[State, bool]:
    data = store.read(NAME)
    if data is None:
        return State(), False
    try:
        return from_bytes(data), False
    except DamagedStateError:
        return State(), True


class _Round:
    """One walk through the changes."""

    def __init__(
        self,
        store: Store,
        folder: Path,
        wanted: Mapping[str, Wanted],
        private: Collection[str],
        told: Callable[[int, int], None],
    ) -> None:
        self._store, self._folder, self._wanted = store, folder, wanted
        self._private, self._told = frozenset(private), told
        self._known: dict[str, dict[str, str]] = {}
        self._next_note = time.monotonic() + EVERY
        self._done = self._of = 0

    def go(
        self, state: State, todo: Changes, editions: Collection[str], there: Collection[str]
    ) -> None:
        sent = [path for group in todo.sent for path in group]
        self._of = len(sent) + len(todo.withdrawn) + len(todo.replaced)
        self._known = {name: dict(files) for name, files in state.editions.items()}
        for path in sent:
            self._know(path, "")  # from here on it may be the old one or the new one
        if self._of:
            self._note()
        try:
            with ThreadPoolExecutor(self._store.together) as hands:
                self._remove(hands, todo.withdrawn)
                for group in todo.sent:
                    for path in hands.map(self._send, group):
                        self._know(path, self._wanted[path].sha256)
                        self._tell()
                self._remove(hands, todo.replaced)
        except StoreError:
            with suppress(StoreError):
                self._note()
            raise
        self._forget(editions, {*there, *sent} - {*todo.withdrawn, *todo.replaced})
        if State(self._known) != state:
            self._note()

    def _send(self, path: str) -> str:
        source, one = self._folder / path, self._wanted[path]
        try:
            with source.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as problem:
            raise StoreError(f"{source}: cannot be read: {problem.strerror}") from problem
        if digest != one.sha256:
            raise StoreError(f"{source} is not what was built; build again with --force")
        self._store.send(source, path, cache=self._cache(path))
        return path

    def _cache(self, path: str) -> str:
        if path.partition("/")[0] in self._private:
            return FOR_ONE
        return MOMENTS if is_page(path) else HOUR

    def _remove(self, hands: Executor, paths: Iterable[str]) -> None:
        """Take files away, pages before what they lead to."""
        for _, group in groupby(paths, is_page):
            for path in hands.map(self._gone, group):
                self._known.get(path.partition("/")[0], {}).pop(mark_of(path), None)
                self._tell()

    def _gone(self, path: str) -> str:
        self._store.remove(path)
        return path

    def _tell(self) -> None:
        self._done += 1
        self._told(self._done, self._of)
        if time.monotonic() > self._next_note:
            self._note()

    def _know(self, path: str, sha256: str) -> None:
        self._known.setdefault(path.partition("/")[0], {})[mark_of(path)] = sha256

    def _forget(self, editions: Collection[str], left: Collection[str]) -> None:
        """Of these editions, nothing is known any more but what is there."""
        marks = {mark_of(path) for path in left}
        for name in editions:
            known = self._known.get(name, {})
            self._known[name] = {mark: one for mark, one in known.items() if mark in marks}
        self._known = {name: files for name, files in self._known.items() if files}

    def _note(self) -> None:
        begun = time.monotonic()
        self._store.write(NAME, to_bytes(State(self._known)))
        now = time.monotonic()
        self._next_note = now + max(EVERY, RARELY * (now - begun))
