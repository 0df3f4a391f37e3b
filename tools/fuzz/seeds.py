"""What the tries begin with: the sample school's own files, the pages of the rules, and what has once gone wrong."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from tools.fuzz.promises import FILES

SCHOOL = Path(__file__).resolve().parents[2]
ONCE_WRONG = Path(__file__).with_name("once_wrong")
"""Inputs that have broken a promise, in a folder for each; they are tried before anything else, and by the tests."""
LARGEST = 20_000
"""Bytes of a seed; what is small is tried more often."""
_BLOCK = re.compile(r"^```\w+ \S+.*?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def write_seeds(promise: str, folder: Path) -> None:
    """Put the seeds for a promise into a folder, each under its digest; what is there stays."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds_of(promise):
        path = folder / hashlib.sha256(seed).hexdigest()[:16]
        if not path.exists():
            path.write_bytes(seed)


def seeds_of(promise: str) -> Iterator[bytes]:
    """The seeds for a promise: what has once been wrong first."""
    yield from (one for _, one in once_wrong(promise))
    if promise == "keys":
        yield from _contents("transcripts/*.yml", "students/*/*.yml", "portfolio.yml")
        yield from _examples()
    elif promise in ("page", "story"):
        yield from _contents("students/*/*.md", "students/*/*/*.md", "students/*/artifacts/*/*.md")
        yield from _examples()
    elif promise == "names":
        yield from _listings()
    else:
        yield from _files()


def once_wrong(promise: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of each input that has broken a promise."""
    for path in sorted((ONCE_WRONG / promise).glob("*")):
        yield path.name, path.read_bytes()


def _contents(*patterns: str) -> Iterator[bytes]:
    for path in (one for pattern in patterns for one in sorted(SCHOOL.glob(pattern))):
        if path.is_file() and path.stat().st_size <= LARGEST:
            yield path.read_bytes()


def _examples() -> Iterator[bytes]:
    """The examples of what is wrong, from the pages of the rules."""
    for path in sorted((SCHOOL / "docs" / "rules").glob("*.md")):
        for block in _BLOCK.finditer(path.read_text(encoding="utf-8")):
            yield block[1].encode()


def _listings() -> Iterator[bytes]:
    """Folders as lists of names."""
    for folder in sorted({one.parent for one in SCHOOL.glob("students/**/*")}):
        yield "\n".join(sorted(one.name for one in folder.iterdir())).encode()
    yield "\n".join(
        ("CON", "aux.txt", "../x", "a/b", "cafe\u0301", "café", "straße", "STRASSE")
    ).encode()


def _files() -> Iterator[bytes]:
    """Small media, each under the name that it would have, and under all others."""
    for path in sorted(SCHOOL.glob("students/*/artifacts/*/*")):
        if path.suffix != ".md" and path.is_file() and path.stat().st_size <= LARGEST:
            for choice, name in enumerate(FILES):
                if Path(name).suffix == path.suffix:
                    yield bytes([choice]) + path.read_bytes()
    yield from (bytes([choice]) + b"a,b\n=1,-2\n" for choice in range(len(FILES)))
