"""New pages put into a student's folder: each as a whole, none over something that is there."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, errors, in_order
from portfolio_gen.exchange.slugs import slug
from portfolio_gen.exchange.works import Haul, Held, files_of
from portfolio_gen.model.student import ASIDE
from portfolio_gen.model.value import dataclass
from portfolio_gen.receiving.homes import CannotReceive, Home

REPORT = "report.txt"
"""The file that says what was not understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What came of it."""

    paths: tuple[str, ...] = ()
    """Pages that the student has now, from the school's folder."""
    aside: str = ""
    """The folder of what is kept aside, from the school's folder; empty when there was nothing to keep."""
    found: tuple[Diagnostic, ...] = ()


def put_away(haul: Haul, home: Home, name: str, *, only_plan: bool) -> Placed:
    """Put everything into a student's folder, or say what would be put there.

    Args:
        haul: what came.
        home: the student's folder.
        name: what it was called where it comes from; what is kept aside lies in a folder of that name.
        only_plan: whether nothing is to be written.

    Raises:
        CannotReceive: somebody has put something there at the same time.
        OSError: something cannot be read or written.
    """
    found = in_order(haul.found)
    student = f"students/{home.folder.name}"
    if errors(found):
        return Placed(found=found)
    pieces = {one.place: dict(files_of(one)) for one in haul.pieces}
    aside = _aside(haul, found)
    kept = _free(home.folder / ASIDE, slug(name)[:40].strip("-") or "import") if aside else None
    if not only_plan:
        home.folder.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".arriving-", dir=home.folder) as staging:
            for place, files in pieces.items():
                _put(Path(staging), home.folder, _whole(place), files)
            if kept:
                inside = kept.relative_to(home.folder).as_posix()
                _put(
                    Path(staging),
                    home.folder,
                    inside,
                    {f"{inside}/{path}": one for path, one in aside.items()},
                )
    return Placed(
        paths=tuple(f"{student}/{one}" for one in pieces),
        aside=f"{student}/{kept.relative_to(home.folder).as_posix()}" if kept else "",
        found=found,
    )


def _aside(haul: Haul, found: tuple[Diagnostic, ...]) -> dict[str, Held]:
    """Everything that is kept, with what was said, line by line."""
    lines = (f"{one.span} {one.message}{f' ({one.hint})' if one.hint else ''}\n" for one in found)
    report = {REPORT: "".join(lines).encode()} if found else {}
    return {**report, **{f"files/{path}": one for path, one in haul.aside.items()}}


def _free(shelf: Path, name: str) -> Path:
    tries = (name, *(f"{name}-{number}" for number in range(2, 10_000)))
    return next(shelf / one for one in tries if not (shelf / one).exists())


def _whole(place: str) -> str:
    """What is moved into place at once: the folder of a work, or the file of any other page."""
    return place.removesuffix("/artifact.md")


def _put(staging: Path, home: Path, whole: str, files: dict[str, Held]) -> None:
    for path, held in files.items():
        target = staging / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(held, bytes):
            target.write_bytes(held)
        else:
            shutil.copyfile(held, target, follow_symlinks=False)
    goal = home / whole
    goal.parent.mkdir(parents=True, exist_ok=True)
    if goal.exists():
        raise CannotReceive(f"{goal} exists already. It was not changed; try again.")
    (staging / whole).rename(goal)
