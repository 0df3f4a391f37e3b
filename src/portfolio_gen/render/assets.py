"""What all sites of an edition share: the theme's files, Material's, and the fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from portfolio_gen.render.engine import BASE
from portfolio_gen.render.fonts import font_files
from portfolio_gen.render.material import static_files
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.workshop import Rendered, Workshop

OF_ONE_EDITION = "assets-for"
"""Folder of a theme with a folder for each edition that has files of its own; nobody else gets these."""


SHEET = ".css"
"""Ending of a style sheet, and of a folder with the parts of one."""


def make_assets(workshop: Workshop, into: Path) -> Rendered:
    """Write the edition's `assets/` folder, which is `into`; a theme's file wins over one below it."""
    files = {**static_files(workshop.languages), **font_files(workshop.cache)}
    for theme in (BASE, *reversed(workshop.themes)):
        for folder in (theme / "assets", theme / OF_ONE_EDITION / workshop.edition):
            files.update(
                {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}
            )
    staging = Staging(into)
    for address, data in sorted(_joined(files).items()):
        staging.write(address, data)
    return Rendered(files=staging.written())


def _joined(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Style sheets whose parts lie in a folder of their name as one file each: browsers ask for fewer, and show sooner.

    Parts follow each other by their names; where a theme has the whole file as well, that counts.
    """
    joined: dict[str, bytes] = {}
    for address, data in sorted(files.items()):
        sheet, inside, _ = address.partition(f"{SHEET}/")
        if inside and sheet + SHEET not in files:
            joined[sheet + SHEET] = joined.get(sheet + SHEET, b"") + data
        elif not inside:
            joined[address] = data
    return joined


def _files(folder: Path) -> Iterator[Path]:
    """A theme's own files, but none that an editor or a system left there."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not path.is_symlink() and not hidden:
            yield path
