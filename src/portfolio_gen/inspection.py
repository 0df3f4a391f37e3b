"""The inspector's walk: looks through built editions for anything that they may not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from portfolio_gen.audit import (
    Index,
    Leak,
    Original,
    Reader,
    Search,
    forbidden,
    leak,
    originals,
    search_edition,
)
from portfolio_gen.hallway.order import CACHE
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.render import theme_folders, traces


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What looking through a school's output has found."""

    searches: tuple[Search, ...]
    """One for each edition that lies in the output, in their usual order."""
    log: tuple[Leak, ...] = ()
    """What a log tells that only the student may see."""

    @property
    def leaks(self) -> tuple[Leak, ...]:
        """Everything that stands where it may not."""
        return (*(leak for one in self.searches for leak in one.leaks), *self.log)


def inspect(school: School, out: Path, *, on: Day, log: Path | None = None) -> Inspection:
    """Look through all editions that lie in an output folder, whether they are still to be built or not.

    Args:
        school: as it is now, so that what was withdrawn must be gone.
        out: the output folder of a build.
        on: day on which consents and releases are judged.
        log: what a build has printed.

    Raises:
        OSError: a file cannot be read.
    """
    own_words = tuple(_words_of_theme(school))
    indexes = {
        one: forbidden(school, one, on).without((*own_words, *_words_of_files(school, one, on)))
        for one in EDITIONS
    }
    reader = Reader(indexes.values())
    made_of = _Traces(school)
    searches = tuple(
        search_edition(one, out / one, indexes[one], reader, made_of.hidden(one, on))
        for one in EDITIONS
        if (out / one).is_dir()
    )
    return Inspection(searches=searches, log=_leaks_of_log(indexes, reader, log) if log else ())


def _leaks_of_log(
    indexes: Mapping[EditionName, Index], reader: Reader, log: Path
) -> tuple[Leak, ...]:
    """What a log tells that no edition but the student's own may show; staff reads logs, and pastes them."""
    private = reduce(Index.shared_with, (indexes[one] for one in EDITIONS if one != "self"))
    found = sorted(reader.said_in(log.read_bytes()) or ())
    return tuple(
        leak("self", log.name, private.values[one]) for one in found if one in private.values
    )


class _Traces:
    """Which published files each original leaves, asked once for all editions."""

    def __init__(self, school: School) -> None:
        self._school = school
        self._known: dict[Path, frozenset[str]] = {}

    def hidden(self, edition: EditionName, on: Day) -> dict[str, Original]:
        """Names of files that must not lie in an edition; a copy of what may be seen is not among them."""
        every = tuple(originals(self._school, edition, on))
        seen = {name for one in every if one.shown for name in self._of(one.source)}
        return {
            name: one
            for one in every
            if not one.shown
            for name in self._of(one.source)
            if name not in seen
        }

    def _of(self, source: Path) -> frozenset[str]:
        if source not in self._known:
            self._known[source] = traces(source, self._school.root / CACHE)
        return self._known[source]


def _words_of_theme(school: School) -> Iterator[str]:
    """What the theme says on every page."""
    for folder in theme_folders(school.root, school.settings.theme.name):
        for path in sorted(folder.rglob("*.html")):
            yield path.read_text(encoding="utf-8")


def _words_of_files(school: School, edition: EditionName, on: Day) -> Iterator[str]:
    """What stands in files of plain text that may be shown, such as a program that names another file."""
    for one in originals(school, edition, on):
        if one.shown:
            with suppress(OSError, UnicodeDecodeError):
                yield one.source.read_text(encoding="utf-8")
