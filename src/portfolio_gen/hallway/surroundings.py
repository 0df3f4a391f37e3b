"""Everything but the content that the bytes of a site depend on: the program, its engine, the theme."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.hallway.order import Order
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.tell import reason_of, tell
from portfolio_gen.publish.rules import UNKNOWN_THEME
from portfolio_gen.render import DEFAULT_THEME, Workshop, theme_folders

ENGINE = (
    "babel",
    "fontpkg-inter",
    "fontpkg-literata",
    "fonttools",
    "jinja2",
    "manimgx-fonts",
    "manimgx-fonts-cjk",
    "markdown",
    "mkdocs",
    "mkdocs-material",
    "nh3",
    "pi-heif",
    "pillow",
    "pygments",
    "pypdf",
    "pypdfium2",
    "segno",
    "typst",
)
"""Packages that have a hand in what is published."""
_PROGRAM = Path(__file__).parents[1]


class Surroundings(NamedTuple):
    """What all sites of an edition are made with."""

    workshop: Workshop
    marks: tuple[str, ...]
    """Digests and versions of all that, in a fixed order."""


def surroundings(
    school: School, order: Order, editions: Iterable[EditionName]
) -> dict[EditionName, Surroundings]:
    """What the sites of each edition are made with.

    Raises:
        OSError: the theme cannot be read.
    """
    themes = theme_folders(order.root, school.settings.theme.name)
    written = _languages(school)
    program = (*of_program(), digest_of_folders(themes))
    found = {}
    for edition in editions:
        policy = school.settings.policy(edition)
        languages = tuple(dict.fromkeys((*written, *_spoken(school, edition))))
        marks = (*program, *languages)
        address = "" if policy.unlisted else policy.address or ""
        workshop = Workshop(
            edition=edition,
            themes=themes,
            cache=order.cache,
            languages=languages,
            address=address,
        )
        found[edition] = Surroundings(workshop, (*marks, edition, address))
    return found


def theme_trouble(school: School, order: Order) -> Diagnostic | None:
    """Why a school's theme cannot be used, if so."""
    theme, place = school.settings.theme.name, school.settings.marks.at("theme", "name")
    try:
        if theme_folders(order.root, theme):
            return None
    except OSError as problem:
        return unreadable_theme(school, problem)
    message, hint = (
        tell("there is no theme `%(theme)s`", theme=theme),
        tell("name a folder of `themes/`, or `riverbend`"),
    )
    return Diagnostic(UNKNOWN_THEME, place, message, hint)


def unreadable_theme(school: School, problem: OSError) -> Diagnostic:
    """The complaint that a theme is there and cannot be read; without it every page would look other than it should."""
    theme, place = school.settings.theme.name, school.settings.marks.at("theme", "name")
    message = tell(
        "the theme `%(theme)s` cannot be read: %(reason)s", theme=theme, reason=reason_of(problem)
    )
    return Diagnostic(UNKNOWN_THEME, place, message, tell("mend it and build again"))


def _spoken(school: School, edition: EditionName) -> Iterator[str]:
    """Languages of the words of an edition's sites; those of families only in theirs."""
    yield from school.settings.policy(edition).languages
    if edition == "family":
        yield from sorted(
            {one for each in school.ledgers.values() for one in each.family_languages}
        )


def _languages(school: School) -> tuple[str, ...]:
    """All languages that somebody writes in, the school's own first."""
    written = {
        language
        for student in school.students
        for language in (
            student.language,
            *(one.language for one in student.artifacts),
            *(one.language for one in student.narratives),
        )
        if language
    }
    return tuple(dict.fromkeys((school.settings.language, *sorted(written))))


def of_program() -> tuple[str, ...]:
    """Versions of the engine and a digest of the program itself, so that a changed line makes everything stale."""
    films = f"ffmpeg {'here' if shutil.which('ffmpeg') else 'absent'}"
    return (_digest_of_program(), films, *(f"{name} {_version(name)}" for name in ENGINE))


@lru_cache(maxsize=1)
def _digest_of_program() -> str:
    return digest_of_folders([_PROGRAM])


def folders_of_program() -> tuple[Path, ...]:
    """Where all that lies, but for the engine's packages; see `theme_folders`."""
    return (_PROGRAM, *theme_folders(_PROGRAM, DEFAULT_THEME))


def mark_of_program() -> str:
    """All that in one digest."""
    return hashlib.sha256("\0".join(of_program()).encode()).hexdigest()


def digest_of_folders(folders: Iterable[Path]) -> str:
    """SHA-256 of all files in some folders, by their names and contents, in order.

    Raises:
        OSError: a file cannot be read.
    """
    digest = hashlib.sha256()
    for folder in folders:
        for inside, path in sorted(_files(str(folder))):
            name = inside.encode("utf-8", "surrogateescape")
            digest.update(b"%d %s " % (len(name), name))
            digest.update(hashlib.sha256(_bytes(path)).digest())
        digest.update(b"/")
    return digest.hexdigest()


def _files(folder: str, inside: str = "") -> Iterator[tuple[str, str]]:
    """Path inside the folder and path as a whole of every file in it; there are no path objects on the way."""
    with os.scandir(folder) as entries:
        for one in entries:
            if not one.is_dir():
                yield f"{inside}{one.name}", one.path
            elif one.name != "__pycache__" and not one.is_symlink():
                yield from _files(one.path, f"{inside}{one.name}/")


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - of the hundreds of files of the program
        return file.read()


@cache
def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"
