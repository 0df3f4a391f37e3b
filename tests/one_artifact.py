"""How much processor time and memory a school takes in which one piece of work is heavy.

    python tests/one_artifact.py [PATTERN]

builds each of the schools in a process of its own, all editions of it, and prints a table; the everyday tests try
the smaller of them, and the tests of the night all.
"""

from __future__ import annotations

import fnmatch
import json
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from heavy_artifacts import ALL, Heavy, page_of
from school import STUDENT, TODAY, minimal_school, write

HEAVY = f"students/{STUDENT}/artifacts/heavy"
OTHER = "students/zoe-quiet/artifacts/calm"
PATIENCE = 240


@dataclass(frozen=True)
class Used:
    """What a build took, and what came of it."""

    seconds: float
    megabytes: int
    codes: tuple[str, ...]
    """Of the errors that were found."""
    failed: tuple[str, ...]
    """Sites that could not be made."""
    pages: tuple[str, ...]
    """All pages, by their paths."""
    died: str = ""
    """The end of what the process said, if it did not come to its end."""


def school_with(heavy: Heavy, folder: Path) -> Path:
    """A school of two students: one has the heavy work beside a common one, the other knows nothing of it."""
    minimal_school(folder)
    files = dict(heavy.files())
    write(folder, {f"{HEAVY}/artifact.md": page_of(heavy, files)})
    for name, data in files.items():
        (folder / HEAVY / name).write_bytes(data)
    calm = "---\ntitle: Calm\ndate: 2026\nstatus: published\naudience: [family]\n---\nQuiet.\n"
    write(folder, {"students/zoe-quiet/student.yml": "name: Zoe\n", f"{OTHER}/artifact.md": calm})
    return folder


def used_by(name: str) -> Used:
    """Build a school with a heavy work in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        school_with(ALL[name], Path(folder))
        child = subprocess.run(
            [sys.executable, __file__, "--inside", folder],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            cwd=Path(__file__).parent,
        )
        if child.returncode:
            return Used(0.0, 0, (), (), (), f"{child.returncode} {child.stderr[-300:]}")
        told = json.loads(child.stdout)
        return Used(*(tuple(one) if isinstance(one, list) else one for one in told))


def build_here(folder: Path) -> None:
    """Build a school in this process, and say what it took."""
    from portfolio_gen.build import build
    from portfolio_gen.diagnostics import errors

    report = build(folder, on=TODAY, jobs=1)
    site = folder / "site"
    pages = sorted(str(one.relative_to(site)) for one in site.rglob("index.html"))
    took = resource.getrusage(resource.RUSAGE_SELF)
    codes = sorted({one.code for one in errors(report.diagnostics)})
    print(json.dumps([took.ru_utime + took.ru_stime, _peak(), codes, report.failed, pages]))


def _peak() -> int:
    """Megabytes of memory that this process had at most; what `getrusage` says is partly its parent's."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(one for one in lines if one.startswith("VmHWM")).split()[1]) // 1024


def main(pattern: str = "*") -> None:
    """Print a table of what each takes."""
    for name in ALL:
        if fnmatch.fnmatch(name.casefold(), pattern.casefold()):
            try:
                used = used_by(name)
            except subprocess.TimeoutExpired:
                print(f"| {name} | over {PATIENCE} | | |", flush=True)
                continue
            said = used.died or " ".join((*used.codes, *used.failed))
            print(f"| {name} | {used.seconds:.1f} | {used.megabytes} | {said} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        build_here(Path(sys.argv[2]))
    else:
        main(*sys.argv[1:])
