"""Names and files: what a title becomes on disk, and writing without ever writing over something."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from importlib.resources.abc import Traversable
from itertools import count
from pathlib import Path, PurePosixPath

from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.start.wiring import wired

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{one}{n}" for one in ("com", "lpt") for n in range(10)}
)
"""Names that mean a device on Windows, whatever follows."""


ANOTHER_NAME = to_tell("choose another name with --id")


class CannotStart(Exception):
    """Something stands in the way; the message says what, and what to try."""


class Exists(CannotStart):
    """What is to be begun is there already."""


def slug(title: str) -> str:
    """A title as a file name: small Latin letters, digits and hyphens; empty when it has none of them."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")[:64].rstrip("-")


def name_for(title: str, wanted: str | None, kind: str, folder: Path) -> str:
    """The name asked for, or one made from the title, or the next free number (`artifact-3`).

    Raises:
        CannotStart: the name asked for is not one that a web address can hold.
    """
    if wanted is not None and (not wanted or slug(wanted) != wanted):
        if not slug(wanted):
            words = to_tell(
                "`%(name)s` cannot be a name: use small letters a-z, digits and hyphens."
            )
            raise CannotStart(tell(words, name=wanted))
        words = to_tell(
            "`%(name)s` cannot be a name: use small letters a-z, digits and hyphens; try `%(better)s`."
        )
        raise CannotStart(tell(words, name=wanted, better=slug(wanted)))
    if name := wanted or slug(title):
        return name
    taken = {path.stem for path in folder.glob(f"{kind}-*")}
    return next(f"{kind}-{number}" for number in range(1, 10**6) if f"{kind}-{number}" not in taken)


def file_name(name: str, taken: Collection[str]) -> str:
    """The plain name under which a file from elsewhere is kept: `IMG 0001.JPEG` is `img-0001.jpeg`.

    Args:
        name: what it was called there; of a path, only the last part counts.
        taken: names that are in the folder already.
    """
    stem, ending = split_name(name)
    kept = stem if stem.split("-")[0] not in _DEVICES else f"file-{stem}"
    tries = (f"{kept}{'' if number == 1 else f'-{number}'}{ending}" for number in count(1))
    return next(one for one in tries if one not in taken)


def split_name(name: str) -> tuple[str, str]:
    """A file's name as a plain stem and a plain ending, which begins with a dot or is empty."""
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, ending = last.rpartition(".")
    plain = re.sub(r"[^a-z0-9]", "", ending.lower())[:8]
    if not dot or not plain:
        stem, plain = last, ""
    return slug(stem) or "file", f".{plain}" if plain else ""


def texts_in(source: Traversable, at: Path = Path()) -> dict[Path, str]:
    """All files in a folder that came with the program, by their paths in it."""
    found: dict[Path, str] = {}
    for one in sorted(source.iterdir(), key=lambda one: one.name):
        # Packaging tools pass over names with a leading dot, so `.gitignore` is kept as `dot-gitignore`.
        path = at / one.name.replace("dot-", ".", 1)
        if one.is_dir():
            found |= texts_in(one, path)
        else:
            found[path] = one.read_text("utf-8")
    return found


def write_new(
    files: Mapping[Path, str],
    *,
    school: Path | None = None,
    hint: str = ANOTHER_NAME,
) -> tuple[Path, ...]:
    """Write all files, or none when one of them is already there.

    Args:
        files: path to text.
        school: folder of the school whose format they are in, each of which then names its schema; None for others.
        hint: what to try when a file is there.

    Raises:
        Exists: a file is there already.
    """
    for path in files:
        if path.exists():
            raise Exists(
                tell(
                    "%(path)s exists already. Nothing was changed; %(hint)s.",
                    path=str(path),
                    hint=tell(hint),
                )
            )
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(wired(text, _place(path, school)) if school else text)
    return tuple(files)


def _place(path: Path, school: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(school).as_posix())
