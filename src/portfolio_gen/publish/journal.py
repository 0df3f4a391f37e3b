"""What is about to be published, written down first: after a crash it says which places may be old or new."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from portfolio_gen.publish.record import Place, Record, from_json, to_json
from portfolio_gen.publish.sync import flush_file
from portfolio_gen.publish.tree import is_there

Changes = Mapping[Place, Record | None]
"""What will be published where; None: nothing any more."""


class Replay(NamedTuple):
    """What a journal tells."""

    known: dict[Place, Record]
    """What is published; without a fingerprint where it may be old or new."""
    touched: dict[Place, Record]
    """Every place that was about to change, with all files that were there before, or were to come."""


class Journal:
    """A file of lines, one per step; what is to happen is on disk before it happens."""

    def __init__(self, path: Path) -> None:
        """Begin a journal, or go on with one."""
        self._path = path

    def begin(self, changes: Changes) -> None:
        """Write down what is going to happen.

        Raises:
            OSError: it cannot be written; then nothing may happen.
        """
        self._write(
            {"begin": str(place), "record": to_json(record) if record else None}
            for place, record in changes.items()
        )
        flush_file(self._path)

    def finish(self, places: Iterable[Place]) -> None:
        """Write down what has happened; a line that a power cut loses means only that a place is made again.

        Raises:
            OSError: it cannot be written.
        """
        self._write({"done": str(place)} for place in places)

    def clear(self) -> None:
        """Forget everything, once the manifest knows it."""
        self._path.unlink(missing_ok=True)

    def exists(self) -> bool:
        """Whether an earlier build was cut off."""
        return is_there(self._path)

    def replayed(self, places: Mapping[Place, Record]) -> Replay:
        """Go through what has happened since a manifest was written.

        Raises:
            ValueError, KeyError, TypeError, AttributeError: the journal is not what was written.
        """
        known, touched = dict(places), dict[Place, Record]()
        planned: dict[Place, Record | None] = {}
        for line in self._lines():
            place = Place.parse(line["begin"] if "begin" in line else line["done"])
            if "begin" in line:
                planned[place] = from_json(line["record"]) if line["record"] is not None else None
                either = known.get(place, Record()).or_else(planned[place] or Record())
                known[place] = either
                touched[place] = touched.get(place, Record()).or_else(either)
            elif (done := planned.pop(place)) is not None:
                known[place] = done
            else:
                del known[place]
        return Replay(known, touched)

    def _lines(self) -> Iterable[Any]:
        """All whole lines; one that was cut off belongs to a step that was not taken."""
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return
        for line in text.splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                return

    def _write(self, lines: Iterable[Mapping[str, Any]]) -> None:
        text = "".join(json.dumps(line) + "\n" for line in lines)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(text)
