"""Write the lock files: every package that the program and its tests need, pinned and hashed.

    python tools/lock.py

Needs `uv` (`pip install uv`). The files name no package index, so that any mirror serves them.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
# hatchling is what builds the package itself; locked too, so that an installation asks for nothing unpinned.
PACKAGE = ("pyproject.toml", "tools/build.in")
LOCKS = {
    "requirements.lock": PACKAGE,
    "requirements-test.lock": ("--extra", "test", *PACKAGE),
    "requirements-fuzz.lock": ("tools/fuzz.in",),
}
"""Lock file to what it is made of."""


def main() -> None:
    """Resolve all files for all systems and Python 3.11 and newer."""
    for name, sources in LOCKS.items():
        subprocess.run(
            [
                *(
                    "uv",
                    "pip",
                    "compile",
                    "--quiet",
                    "--universal",
                    "--generate-hashes",
                    "--python-version",
                    "3.11",
                ),
                *("--no-header", "--no-emit-index-url", "--no-emit-find-links"),
                *("--output-file", name, *sources),
            ],
            cwd=HERE,
            check=True,
        )


if __name__ == "__main__":
    main()
