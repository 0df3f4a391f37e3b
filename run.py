#!/usr/bin/env python3
"""The commands of this repository, with nothing but Python 3.11 and the system's package manager.

    python3 run.py demo     sets everything up, builds the sample school and shows it in a browser
    python3 run.py test     sets everything up and passes the tests: lint, types, tests, real browser
    python3 run.py nightly  passes what takes too long for every day: the same tests, many more times
    python3 run.py compare  measures the program beside others, for most of an hour; --quick in minutes

All keep what they install in `.venv` beside this file. Programs that are not Python (a Chromium for the
browser tests) come from the system's package manager: installed when there are the rights to, named when not.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PIP = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
CHECKS = HERE / "tools/page_checks"
"""Here lies what npm installs: axe and the Nu checker, with which the browser tests look at pages."""
# Debian package, and the commands that the tests call; one that does the same will do.
PROGRAMS = {
    "chromium-headless-shell": ("chromium-headless-shell", "chromium", "google-chrome"),
    "default-jre-headless": ("java",),
    "ffmpeg": ("ffmpeg",),
    "libimage-exiftool-perl": ("exiftool",),
    "npm": ("npm",),
    "poppler-utils": ("pdfinfo",),
}
NIGHTLY = {"buildah": ("buildah",), "chromium": ("chromium",), "debootstrap": ("debootstrap",)}
"""With these the nightly tests drive the whole browser and build the container image."""


def main(words: Sequence[str]) -> int:
    """Run one of the commands; further words are passed on (to `serve`, or to pytest)."""
    commands = {"demo": demo, "test": test, "nightly": nightly, "compare": compare}
    if sys.version_info < (3, 11):
        print(
            "portfolio-gen needs Python 3.11 or newer; this is",
            sys.version.split()[0],
            file=sys.stderr,
        )
        return 2
    if not words or words[0] not in commands:
        print(__doc__)
        return 0 if words and words[0] in ("-h", "--help") else 2
    return commands[words[0]](words[1:])


def demo(more: Sequence[str]) -> int:
    """Build the sample school, which is this folder, and show it."""
    set_up("requirements.lock")
    return run(BIN / "portfolio-gen", "serve", HERE, *more)


def test(more: Sequence[str]) -> int:
    """Lint, types, tests and browser tests; stops at the first of them that does not pass."""
    set_up("requirements-test.lock")
    install_programs()
    if more:
        return run(PYTHON, "-m", "pytest", *more)
    places = ("src", "tests", "tools", "benchmarks", "run.py")
    return (
        run(BIN / "ruff", "format", "--check", *places)
        or run(BIN / "ruff", "check", *places)
        or run(BIN / "mypy")
        or run(PYTHON, "-m", "pytest", "-n", workers(), "--dist", "worksteal")
    )


def nightly(more: Sequence[str]) -> int:
    """What takes hours: the tests marked `nightly`, the fuzzers, the benchmark; all of them, whatever is found.

    `--minutes N` says how long each promise is tried by the fuzzers; without, it is ten minutes.
    """
    if more and (len(more) != 2 or more[0] != "--minutes"):
        print("usage: python3 run.py nightly [--minutes N]", file=sys.stderr)
        return 2
    set_up("requirements-test.lock")
    install_programs()
    if not install(missing(NIGHTLY)):
        print(f"Without {' and '.join(missing(NIGHTLY))}, less is tried.", flush=True)
    whole = {"CHROMIUM": os.environ.get("CHROMIUM") or shutil.which("chromium") or ""}
    if run(*PIP, "--only-binary", ":all:", "--require-hashes", "-r", "requirements-fuzz.lock"):
        print("Atheris cannot be had here; what is promised is tried by chance.", flush=True)
    runs: tuple[tuple[str | Path, ...], ...] = (
        (PYTHON, "-m", "pytest", "-m", "nightly", "-n", workers()),
        (PYTHON, "-m", "tools.fuzz", *more),
        (PYTHON, "benchmarks/evaluate.py"),
    )
    return max([run(*words, **whole) for words in runs])


def compare(more: Sequence[str]) -> int:
    """What the README quotes: time, memory and disk beside MkDocs, Zensical and Hugo."""
    set_up("requirements.lock")
    return run(PYTHON, "benchmarks/compare.py", *more)


def workers() -> str:
    """How many processes pass tests at the same time."""
    return str(min(os.cpu_count() or 1, 8))


def set_up(lock: str) -> None:
    """Make `.venv` and install what a lock file names, unless that has been done already."""
    done = HOME / f"{lock}.installed"
    wanted = hashlib.sha256(
        (HERE / lock).read_bytes() + (HERE / "pyproject.toml").read_bytes()
    ).hexdigest()
    if done.exists() and done.read_text() == wanted and PYTHON.exists():
        return
    print("Setting up .venv (once) …", flush=True)
    if not PYTHON.exists() and make_venv():
        sys.exit(
            "Python's venv module is missing: on Debian or Ubuntu, `apt-get install python3-venv`."
        )
    if run(*PIP, "--require-hashes", "-r", lock) or run(
        *PIP, "--no-deps", "--no-build-isolation", "-e", "."
    ):
        sys.exit("The packages could not be installed; the lines above say why.")
    # Where Python is told not to keep what it compiles, every process would begin with that.
    run(PYTHON, "-m", "compileall", "-q", "-j", "0", "src")
    done.write_text(wanted)


def make_venv() -> int:
    """A fresh virtual environment; Debian keeps the module in a package of its own."""
    if code := run(sys.executable, "-m", "venv", HOME):
        shutil.rmtree(HOME, ignore_errors=True)
        install(["python3-venv"])
        code = run(sys.executable, "-m", "venv", HOME)
    return code


def install_programs() -> None:
    """See to it that the programs that the tests call are there."""
    if not install(wanted := missing(PROGRAMS)):
        sys.exit(f"The tests need these programs, please install them: {' '.join(wanted)}")
    made = CHECKS / "node_modules/.package-lock.json"
    lock = CHECKS / "package-lock.json"
    if made.exists() and made.stat().st_mtime >= lock.stat().st_mtime:
        return
    if run("npm", "ci", "--prefix", CHECKS, "--ignore-scripts", "--no-audit", "--no-fund"):
        sys.exit("What looks at pages could not be installed; the lines above say why.")


def missing(programs: Mapping[str, Sequence[str]]) -> list[str]:
    """The Debian packages of which no command is here."""
    return [one for one, commands in programs.items() if not any(map(shutil.which, commands))]


def install(packages: Sequence[str]) -> bool:
    """Install Debian packages, if this is Debian and there are the rights to; whether they are there now."""
    if not packages:
        return True
    rights = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (rights and not shutil.which("sudo")):
        return False
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    return not run(*rights, "apt-get", "-qq", "update", **quiet) and not run(
        *rights, "apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages, **quiet
    )


def run(*words: str | Path, **environment: str) -> int:
    """Run a program in this folder and wait for it; returns its exit code."""
    try:
        return subprocess.run(
            [str(one) for one in words], cwd=HERE, env=os.environ | environment
        ).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
