"""The inspector's walk: looks through built editions for anything that they may not show."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from portfolio_gen.audit import (
    Bounds,
    Claimed,
    Edition,
    Leak,
    Original,
    Reader,
    Search,
    Text,
    originals,
    rights,
    search_edition,
)
from portfolio_gen.diagnostics import Diagnostic, errors
from portfolio_gen.model.dates import Day
from portfolio_gen.model.office import CACHE
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan import plan_folder
from portfolio_gen.render import theme_folders, traces, words_on_paper

SPEAKING = ("model", "evaluate", "plan", "render", "seal")
"""The rooms whose own words stand on pages."""
MOST_LETTERS = 20_000
"""Of a file of plain text; pages show its beginning."""


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


def inspect(
    school: School,
    out: Path,
    *,
    on: Day,
    found: Iterable[Diagnostic] = (),
    log: Path | None = None,
) -> Inspection:
    """Look through all editions that lie in an output folder, whether they are still to be built or not.

    Args:
        school: as it is now, so that what was withdrawn must be gone.
        out: the output folder of a build.
        on: day on which consents and releases are judged.
        found: what reading and checking the school has found.
        log: what a build has printed.

    Raises:
        OSError: a file cannot be read.
    """
    media = tuple(originals(school, on))
    bounds = Bounds.of((*rights(school, on), *_in_files(media)), _own_words(school))
    reader, made_of = Reader(bounds.index, words_on_paper), _Traces(school, media)
    doubtful = _doubtful(school, found)
    searches = tuple(
        search_edition(
            Edition(
                name=one,
                folder=out / one,
                sites=_sites(school, one, on),
                unsure=_left_alone(school, one, on, doubtful, out / one),
                doubtful=doubtful,
                hidden=made_of.hidden(one),
            ),
            bounds,
            reader,
        )
        for one in EDITIONS
        if (out / one).is_dir()
    )
    return Inspection(searches=searches, log=tuple(_leaks_of_log(bounds, reader, log)))


def _sites(school: School, edition: EditionName, on: Day) -> dict[str, str]:
    """Folder of a site to its student, for everybody who appears in an edition."""
    return {
        folder: one.id
        for one in school.students
        if (folder := plan_folder(school, one, edition, on))
    }


def _doubtful(school: School, found: Iterable[Diagnostic]) -> frozenset[str]:
    """Ids of students whose own file cannot be read, so that nobody knows what they choose to share."""
    cards = {f"students/{one.id}/student.yml": one.id for one in school.students}
    unreadable = {cards[one.span.path] for one in errors(found) if one.span.path in cards}
    return frozenset(unreadable | (school.known - {one.id for one in school.students}))


def _left_alone(
    school: School, edition: EditionName, on: Day, doubtful: frozenset[str], folder: Path
) -> frozenset[str]:
    """Folders of sites that such students may have: under their id, or under an alias that is nobody else's."""
    if not doubtful:
        return frozenset()
    aliases = {one.name for one in folder.glob("student-*")} - _sites(school, edition, on).keys()
    return doubtful | aliases


def _leaks_of_log(bounds: Bounds, reader: Reader, log: Path | None) -> Iterator[Leak]:
    """What a log tells that no edition but the student's own may show; staff reads logs, and pastes them."""
    if log is None:
        return
    said = reader.said_in(log.read_bytes()) or frozenset()
    for value in sorted(said.intersection(bounds.private())):
        claim = bounds.origins[value][0]
        yield Leak("self", log.name, claim.text.span, claim.person, " ".join(value))


class _Traces:
    """Which published files each original leaves, asked once for all editions."""

    def __init__(self, school: School, media: Iterable[Original]) -> None:
        self._left = {one: self._of(one.source, school.root / CACHE) for one in media}

    def hidden(self, edition: EditionName) -> dict[str, Original]:
        """Names and digests that must not lie in an edition; those of a copy that may be seen are not among them."""
        seen = {mark for one, marks in self._left.items() if edition in one.shown for mark in marks}
        return {
            mark: one
            for one, marks in self._left.items()
            if edition not in one.shown
            for mark in marks
            if mark not in seen
        }

    def _of(self, source: Path, cache: Path) -> frozenset[str]:
        with suppress(OSError):
            return traces(source, cache) | {hashlib.sha256(source.read_bytes()).hexdigest()}
        return frozenset()


def _own_words(school: School) -> Iterator[str]:
    """What the program and the theme say on every page."""
    for folder in theme_folders(school.root, school.settings.theme.name):
        for path in sorted(one for kind in ("html", "typ") for one in folder.rglob(f"*.{kind}")):
            yield path.read_text(encoding="utf-8")
    for room in SPEAKING:
        for module in sorted(Path(str(files("portfolio_gen") / room)).rglob("*.py")):
            yield module.read_text(encoding="utf-8")


def _in_files(media: Iterable[Original]) -> Iterator[Claimed]:
    """What is said of files: on their cards, and in those of plain text."""
    for one in media:
        said = one.card
        with suppress(OSError, UnicodeDecodeError):
            said = f"{said}\n{one.source.read_text(encoding='utf-8')[:MOST_LETTERS]}"
        yield Claimed(Text(said, one.span, ()), one.person, one.shown, "file", site=one.person)
