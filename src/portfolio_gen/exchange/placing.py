"""An imported framework in a school: what the school had before is kept as an earlier version."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portfolio_gen.exchange.importing import Imported
from portfolio_gen.exchange.slugs import slug
from portfolio_gen.model.school import School

FRAMEWORK = Path("transcripts/framework.yml")
VERSIONS = Path("transcripts/frameworks")
RUBRICS = Path("transcripts/rubrics.yml")


class CannotPlace(Exception):
    """Something stands in the way; the message says what, and what to try."""


def place(imported: Imported, root: Path, school: School | None) -> tuple[Path, ...]:
    """Write an imported framework into a school; returns the files written.

    The framework that is there becomes an earlier version, for the students who entered under it. Rubrics are written
    only where the school has none.

    Args:
        imported: what was imported, with the school in mind.
        root: the school's folder.
        school: what it holds; None when it has no framework yet.

    Raises:
        CannotPlace: the new version is called like one that the school has.
    """
    written = list(_keep(imported, root, school)) if school else []
    _write(root / FRAMEWORK, imported.text)
    written.append(root / FRAMEWORK)
    if imported.rubrics and not (root / RUBRICS).exists():
        written += write_new(root / RUBRICS, imported.rubrics.encode())
    return tuple(written)


def write_new(path: Path, data: bytes) -> tuple[Path, ...]:
    """Write a file that is not there yet.

    Raises:
        CannotPlace: it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        message = f"{path} exists already. Nothing was changed; choose another file."
        raise CannotPlace(message) from None
    return (path,)


def _keep(imported: Imported, root: Path, school: School) -> Iterator[Path]:
    """Copy the framework that is there to the earlier versions, byte for byte."""
    new = imported.framework.version if imported.framework else ""
    old = school.framework.version
    if new in {one.version for one in school.all_frameworks()}:
        message = f"The school has a version `{new}` already. Choose another one with --version."
        raise CannotPlace(message)
    if slug(old) != old:
        message = f"The version `{old}` of {root / FRAMEWORK} cannot be the name of a file; rename it first."
        raise CannotPlace(message)
    yield from write_new(root / VERSIONS / f"{old}.yml", (root / FRAMEWORK).read_bytes())


def _write(path: Path, text: str) -> None:
    """Replace a file as a whole, so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)
