"""Everything that is a student's, in one zip: the portfolio for opening from a disk, papers, and their sources."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path

from portfolio_gen.build import build
from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic, blocking, in_order, nearest
from portfolio_gen.hallway.zipping import zipped
from portfolio_gen.leaving.letter import letter
from portfolio_gen.leaving.records import records_of
from portfolio_gen.leaving.sources import Files, Parting
from portfolio_gen.model.dates import Day
from portfolio_gen.model.office import CACHE
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan.site import languages
from portfolio_gen.read.school import read_school
from portfolio_gen.render import opened_from_disk

EDITION: EditionName = "self"
SOURCES = "school"
"""Folder of the zip with the files from which the same site can be made, in the school's format."""
SITE = "portfolio"
"""Folder of the zip with the pages."""
PAPER = "transcript/transcript.pdf"
_BY_CONTENT = ("pictures", "files", "programs", "papers", "full", "leaves", "films")
"""Folders of the cache in which everything is called like the digest of what it was made from."""


class CannotLeave(ValueError):
    """Something stands in the way; the message says what, and what to try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What has left."""

    left_out: tuple[str, ...]
    """What did not, and why, in plain words."""
    found: tuple[Diagnostic, ...]
    """What is wrong with the student's files, and did not stand in the way."""
    records: tuple[str, ...]
    """Editions of the signed records that are in it."""


def pack(root: Path, student: str, into: Path, *, on: Day) -> Left:
    """Write a student's zip, over one that is there, as a whole or not at all.

    Args:
        root: the school's folder.
        student: id of the student.
        into: the file.
        on: the day; what the school releases later is not in it.

    Raises:
        CannotLeave: there is no such student, or something is wrong that keeps their portfolio from being made.
        OSError: something cannot be read or written.
    """
    school, whose, found = _open(root, student, on)
    parting = Parting(school, whose, on)
    sources = parting.files()
    spoken = languages(school, EDITION)
    records = {f"records/{path}": held for path, held in records_of(school, student)}
    with _built(school.root, sources, on) as site:
        pages = {f"{SITE}/{path}": held for path, held in opened_from_disk(site).items()}
        files: Files = {
            "README.txt": letter(
                whose.name, spoken, parting.left_out, is_signed=bool(records)
            ).encode(),
            "index.html": _door(whose, spoken[0]).encode(),
            **pages,
            **records,
            **{f"{SOURCES}/{path}": held for path, held in sources.items()},
        }
        if (paper := site / student / PAPER).is_file():
            files["transcript.pdf"] = paper
        beside = into.with_name(f".{into.name}.new")
        with beside.open("wb") as target:
            zipped(target, f"{student}-portfolio", dict(sorted(files.items())))
        beside.replace(into)
    return Left(
        left_out=tuple(parting.left_out),
        found=found,
        records=tuple(dict.fromkeys(path.split("/")[1] for path in records)),
    )


def _open(root: Path, student: str, on: Day) -> tuple[School, Student, tuple[Diagnostic, ...]]:
    school, found = read_school(root.absolute())
    if school is None:
        raise CannotLeave(f"{root} cannot be read; `portfolio-gen check {root}` says why.")
    whose = next((one for one in school.students if one.id == student), None)
    if whose is None:
        guess = nearest(student, school.known)
        hint = f" Did you mean `{guess}`?" if guess else ""
        raise CannotLeave(f"There is no student `{student}` in this school.{hint}")
    about = in_order(
        one for one in (*found, *check_school(school, on=on)) if one.about in ("", student)
    )
    if wrong := blocking(about):
        raise CannotLeave(
            f"{wrong[0].span}: {wrong[0].message}. `portfolio-gen check {root}` says more; mend it first."
        )
    return school, whose, about


@contextmanager
def _built(root: Path, sources: Files, on: Day) -> Iterator[Path]:
    """The student's own edition, made of what leaves and of nothing else: what is not there cannot be in it."""
    with tempfile.TemporaryDirectory() as place:
        school, out = Path(place, "school"), Path(place, "site")
        for path, held in sources.items():
            target = school / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(held if isinstance(held, bytes) else held.read_bytes())
        _share_cache(root, school)
        report = build(school, out, editions=[EDITION], on=on)
        if report.failed or report.refused or not (out / EDITION).is_dir():
            wrong = next(iter(blocking(report.diagnostics)), None)
            why = f"{wrong.span}: {wrong.message}" if wrong else "its pages could not be made"
            raise CannotLeave(f"{why}. Mend it first.")
        yield out / EDITION


def _share_cache(root: Path, school: Path) -> None:
    """Let what was made of the same bytes before be found: it is kept by nothing but their digest.

    Where no links can be made, all of it is made again.
    """
    for name in _BY_CONTENT:
        if (kept := root / CACHE / name).is_dir():
            (school / CACHE).mkdir(parents=True, exist_ok=True)
            with suppress(OSError, NotImplementedError):
                (school / CACHE / name).symlink_to(kept, target_is_directory=True)


def _door(student: Student, language: str) -> str:
    """The page that leads to the portfolio; without a script, and with a link for those whom it does not lead."""
    name, address = escape(student.name), escape(f"{SITE}/{student.id}/index.html")
    return (
        f'<!doctype html>\n<html lang="{escape(student.language or language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="refresh" content="0; url={address}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{name}</title>\n</head>\n'
        f'<body>\n<p><a href="{address}">{name}</a></p>\n</body>\n</html>\n'
    )
