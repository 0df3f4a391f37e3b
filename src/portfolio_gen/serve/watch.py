"""Whose files changed: the folder of a school, watched, with quick changes gathered into one."""

from __future__ import annotations

import queue
from collections.abc import Generator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET_SECONDS = 0.15
"""How long nothing may happen before a change counts as finished: editors save in several steps."""

_WATCHED = ("students", "transcripts", "themes")
_TELLING = {"created", "modified", "deleted", "moved"}


def changes(school: Path) -> Generator[frozenset[Path], None, None]:
    """Wait for changes, and yield the paths of each burst of them relative to the school.

    Only what a build reads is watched: students/, transcripts/, themes/ and portfolio.yml.
    """
    school = school.resolve()
    seen: queue.SimpleQueue[Path] = queue.SimpleQueue()
    observer = Observer()
    handler = _Listener(school, seen)
    observer.schedule(handler, str(school), recursive=False)
    for name in _WATCHED:
        if (school / name).is_dir():
            observer.schedule(handler, str(school / name), recursive=True)
    observer.start()
    try:
        while True:
            burst = {seen.get()}
            while True:
                try:
                    burst.add(seen.get(timeout=QUIET_SECONDS))
                except queue.Empty:
                    break
            yield frozenset(burst)
    finally:
        observer.stop()
        observer.join()


def students_touched(
    paths: frozenset[Path], *, transcripts: frozenset[str]
) -> frozenset[str] | None:
    """Ids of the students that the changed files belong to; None when the whole school is concerned.

    Args:
        paths: changed paths relative to the school.
        transcripts: ids of the students that have a ledger, `transcripts/⟨id⟩.yml`.
    """
    touched = set()
    for path in paths:
        parts = path.parts
        if len(parts) > 2 and parts[0] == "students":
            touched.add(parts[1])
        elif len(parts) == 2 and parts[0] == "transcripts" and path.stem in transcripts:
            touched.add(path.stem)
        else:
            return None
    return frozenset(touched)


class _Listener(FileSystemEventHandler):
    def __init__(self, school: Path, seen: queue.SimpleQueue[Path]) -> None:
        self._school = school
        self._seen = seen

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on what a build would read, and nothing that the build itself writes."""
        if event.event_type not in _TELLING or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        for name in (event.src_path, event.dest_path):
            path = Path(str(name))
            if not name or not path.is_relative_to(self._school):
                continue
            inside = path.relative_to(self._school)
            if inside.parts and (inside.parts[0] in _WATCHED or inside == Path("portfolio.yml")):
                self._seen.put(inside)
