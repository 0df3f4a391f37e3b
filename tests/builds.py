"""Building a school in a test, and what was published."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from plain_rendering import PLAIN
from portfolio_gen.build import build
from portfolio_gen.publish import Place, Press
from portfolio_gen.report import BuildReport
from school import TODAY

OFFICE = ".portfolio-gen"


def run(root: Path, **options: object) -> BuildReport:
    """Build a school in this process, with plain pages unless something else is asked for."""
    values: dict[str, object] = {"on": TODAY, "jobs": 1, "rendering": PLAIN, **options}
    return build(root, **values)  # type: ignore[arg-type]


def site(root: Path) -> dict[str, bytes]:
    """All published files, and folders in which there are none."""
    out = root / "site"
    return {
        f"{path.relative_to(out).as_posix()}{'/' * path.is_dir()}": b""
        if path.is_dir()
        else path.read_bytes()
        for path in sorted(out.rglob("*"))
        if OFFICE not in path.relative_to(out).parts and (path.is_file() or not any(path.iterdir()))
    }


def copy_of(root: Path, to: Path, *, cache: bool = False) -> Path:
    """The same school in another folder, with nothing published; with what is kept for the next build, if asked for."""
    shutil.rmtree(to, ignore_errors=True)
    left = shutil.ignore_patterns("site") if cache else shutil.ignore_patterns("site", OFFICE)
    return Path(shutil.copytree(root, to, ignore=left))


def clean(root: Path, tmp_path: Path, **options: object) -> dict[str, bytes]:
    """What a build of a copy gives that has never been built before."""
    copy = copy_of(root, tmp_path / "copy")
    run(copy, **options)
    return site(copy)


def places(root: Path) -> dict[Place, str]:
    """Every site of a student that is published, and whose it is."""
    press, _ = Press.open(root / "site", shown="site")
    assert press is not None
    with press:
        return {place: one.student for place, one in press.places.items() if one.student}


def of(files: dict[str, bytes], place: object) -> dict[str, bytes]:
    """Those of some published files that lie at a place."""
    return {path: data for path, data in files.items() if path.startswith(f"{place}/")}


def stop_after(steps: int) -> Callable[[object], None]:
    """A listener to a build's progress that presses Ctrl-C after some steps."""
    left = steps

    def listen(_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise KeyboardInterrupt

    return listen
