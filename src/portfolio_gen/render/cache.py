"""What was made of originals, kept by content for all editions and all processes; safe to delete at any time.

An entry is one file: a seal, a line that says what is in it, and the bytes themselves. An entry that is damaged in any
way, or another's, is made again; a cache that cannot be written only makes things slower.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any, Generic, TypeVar

from portfolio_gen.model.dates import Day
from portfolio_gen.model.packing import packed_words, unpacked_words
from portfolio_gen.model.tell import why
from portfolio_gen.model.value import dataclass
from portfolio_gen.render import aside, derived, ffmpeg, leaves, pdf, readings
from portfolio_gen.render.derived import BrokenPicture, Derived, Size, TooManyPixels
from portfolio_gen.render.ffmpeg import CannotWatch, Film
from portfolio_gen.render.leaves import CannotDraw, Leaves
from portfolio_gen.render.pdf import MissingLetter, PaperFault, Printed
from portfolio_gen.render.scrub.values import CannotScrub, Scrubbed
from portfolio_gen.render.scrub.work import RECIPE, scrub

T = TypeVar("T")
COSTLY = 0.2
"""Seconds from which on it is remembered, too, that something cannot be made."""
_DAMAGED = (OSError, ValueError, KeyError, TypeError, AttributeError)
"""What reading an entry raises that is not there or is not whole."""
_REFUSALS = (
    TooManyPixels,
    BrokenPicture,
    CannotScrub,
    CannotDraw,
    CannotWatch,
    MissingLetter,
)
"""Why an original cannot be published; such an answer is the same every time."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """What was made of an original, or why nothing was."""

    seconds: float
    """Processor time that it took, whenever that was."""
    what: T | None = None
    refusal: Exception | None = None

    def get(self) -> T:
        """What was made. Raises what making it raised."""
        if self.what is None:
            raise self.refusal or ValueError("an entry is empty")
        return self.what


@dataclass(frozen=True, slots=True)
class _Form(Generic[T]):
    """How something is kept: as a few facts and bytes, and how it is got back from them."""

    packed: Callable[[T], tuple[dict[str, Any], bytes]]
    unpacked: Callable[[dict[str, Any], bytes], T]


def keep_picture(cache: Path, data: bytes) -> Kept[Derived]:
    """What is derived from a picture's content, or its `BrokenPicture`."""
    path = _place(cache / "pictures", derived.RECIPE, data)
    return _kept(path, _PICTURE, lambda: _images().derive(data))


def keep_scrubbed(cache: Path, data: bytes, extension: str) -> Kept[Scrubbed]:
    """A file without metadata, or its `CannotScrub`."""
    path = _place(cache / "files", f"{RECIPE} {extension}", data)
    return _kept(path, _SCRUBBED, lambda: scrub(data, extension))


def keep_highlighted(cache: Path, data: bytes, extension: str) -> Kept[str]:
    """A program in colours, as HTML."""
    data = readings.beginning(data)
    path = _place(cache / "programs", f"{readings.recipe()} {extension}", data)
    return _kept(path, _TEXT, lambda: readings.highlighted(data, extension))


def keep_printed(cache: Path, template: Path, data: dict[str, Any], day: Day | None) -> Printed:
    """A PDF made of a template of the theme and data.

    Raises:
        MissingLetter, PaperFault, OSError: as `print_pdf` does, or the template cannot be read.
    """
    told = json.dumps([str(day), data], ensure_ascii=False, sort_keys=True).encode()
    beside = b"\0".join(one.read_bytes() for one in sorted(template.parent.rglob("*.typ")))
    if pdf.FETCHES.search(beside):
        raise PaperFault("it fetches a package, and nothing is fetched while a school is built")
    path = _place(cache / "papers", pdf.recipe(), beside + b"\0" + told)
    return _kept(path, _PRINTED, lambda: pdf.print_pdf(template, data, day)).get()


def keep_full_size(cache: Path, data: bytes) -> Kept[tuple[bytes, str]]:
    """A picture in its full size without metadata, and its extension, or its `BrokenPicture`."""
    path = _place(cache / "full", f"{derived.RECIPE} full", data)
    return _kept(path, _FULL_SIZE, lambda: _images().full_size(data))


def keep_leaves(cache: Path, data: bytes) -> Kept[Leaves]:
    """Pictures of a PDF's first pages, or its `CannotDraw`."""
    path = _place(cache / "leaves", f"{leaves.RECIPE} {derived.RECIPE}", data)
    return _kept(path, _LEAVES, lambda: leaves.leaves_of(data))


def keep_film(cache: Path, data: bytes, extension: str) -> Kept[Film]:
    """What is known of a recording, or its `CannotWatch`."""
    path = _place(cache / "films", f"{ffmpeg.RECIPE} {derived.RECIPE} {extension}", data)
    return _kept(path, _FILM, lambda: ffmpeg.watched(data, extension))


def _images() -> ModuleType:
    """What decodes pictures; it takes a while to import, and who finds everything here should not wait for it."""
    from portfolio_gen.render import images

    return images


def _kept(path: Path, form: _Form[T], make: Callable[[], T]) -> Kept[T]:
    """From the cache, or made now and kept."""
    with suppress(*_DAMAGED):
        found = _read(path, form)
        with suppress(OSError):
            os.utime(path)  # what is used stays longest
        return found
    with alone(path):
        with suppress(*_DAMAGED):
            return _read(path, form)  # somebody else has made it in the meantime
        made = _made(make)
        if made.refusal is None or made.seconds > COSTLY:
            with suppress(OSError):
                put(path, _packed(path.name, *_told(made, form)))
        return made


def _made(make: Callable[[], T]) -> Kept[T]:
    start = time.process_time() + aside.spent()
    what: T | None = None
    refusal: Exception | None = None
    try:
        what = make()
    except _REFUSALS as error:
        refusal = error
    return Kept(round(time.process_time() + aside.spent() - start, 2), what, refusal)


def _read(path: Path, form: _Form[T]) -> Kept[T]:
    about, data = _unpacked(path.name, path.read_bytes())
    seconds = float(about["seconds"])
    if refused := about.get("refused"):
        kind = next(one for one in _REFUSALS if one.__name__ == refused)
        return Kept(seconds, refusal=kind(unpacked_words(about["because"])))
    return Kept(seconds, form.unpacked(about, data))


def _told(made: Kept[T], form: _Form[T]) -> tuple[dict[str, Any], bytes]:
    about: dict[str, Any] = {"seconds": made.seconds}
    if made.what is None:
        because = packed_words(why(made.refusal)) if made.refusal else ""
        about |= {"refused": type(made.refusal).__name__, "because": because}
        return about, b""
    facts, data = form.packed(made.what)
    return about | facts, data


def _place(folder: Path, recipe: str, data: bytes) -> Path:
    key = hashlib.sha256(recipe.encode() + b"\0" + data).hexdigest()
    return folder / key[:2] / key


def _packed(name: str, about: dict[str, Any], data: bytes) -> bytes:
    rest = json.dumps(about).encode() + b"\n" + data
    return _seal(name, rest) + b"\n" + rest


def _unpacked(name: str, kept: bytes) -> tuple[dict[str, Any], bytes]:
    seal, _, rest = kept.partition(b"\n")
    if seal != _seal(name, rest):
        raise ValueError("the entry is damaged, or another's")
    head, _, data = rest.partition(b"\n")
    about: dict[str, Any] = json.loads(head)
    return about, data


def _seal(name: str, rest: bytes) -> bytes:
    """A digest of an entry and of its name, which is made of what the entry was made of."""
    return hashlib.sha256(name.encode() + b"\0" + rest).hexdigest().encode()


def _packed_picture(made: Derived) -> tuple[dict[str, Any], bytes]:
    all_sizes = [*made.sizes, *([made.moving] if made.moving else [])]
    about = {
        "sizes": [(one.width, one.height, len(one.data)) for one in all_sizes],
        "moves": made.moving is not None,
        "tint": made.tint,
        "pixels": made.pixels,
    }
    return about, b"".join(one.data for one in all_sizes)


def _picture(about: dict[str, Any], data: bytes) -> Derived:
    sizes, at = [], 0
    for width, height, length in about["sizes"]:
        sizes.append(Size(width, height, data[at : at + length]))
        at += length
    moving = sizes.pop() if about["moves"] else None
    return Derived(tuple(sizes), about["tint"], moving, int(about["pixels"]))


def _packed_film(made: Film) -> tuple[dict[str, Any], bytes]:
    poster, data = _packed_picture(made.poster) if made.poster else (None, b"")
    sides = {"width": made.width, "height": made.height}
    return {"length": made.seconds, "poster": poster, **sides}, data


def _film(about: dict[str, Any], data: bytes) -> Film:
    poster = _picture(about["poster"], data) if about["poster"] else None
    return Film(float(about["length"]), int(about["width"]), int(about["height"]), poster)


_PICTURE = _Form(_packed_picture, _picture)
_SCRUBBED: _Form[Scrubbed] = _Form(
    lambda made: ({"pages": made.pages, "disarmed": made.disarmed}, made.data),
    lambda about, data: Scrubbed(data, int(about["pages"]), bool(about["disarmed"])),
)
_PRINTED: _Form[Printed] = _Form(
    lambda made: ({"measures": made.measures}, made.data),
    lambda about, data: Printed(data, {name: int(n) for name, n in about["measures"].items()}),
)
_LEAVES = _Form(leaves.packed, leaves.unpacked)
_FILM = _Form(_packed_film, _film)
_FULL_SIZE: _Form[tuple[bytes, str]] = _Form(
    lambda made: ({"extension": made[1]}, made[0]), lambda about, data: (data, about["extension"])
)
_TEXT: _Form[str] = _Form(lambda made: ({}, made.encode()), lambda _, data: data.decode())


def put(path: Path, data: bytes) -> None:
    """Write a file beside its place, and move it there in one step. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, staged = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(staged).replace(path)
    except OSError:
        Path(staged).unlink(missing_ok=True)
        raise


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let one process at a time make the same entry, where the system has file locks; elsewhere all of them do."""
    handle = _lock(path.with_name(f"{path.name}.lock"))
    try:
        yield
    finally:
        if handle is not None:
            with suppress(OSError):
                path.with_name(f"{path.name}.lock").unlink()
            os.close(handle)


def _lock(path: Path) -> int | None:
    with suppress(OSError, ImportError):
        import fcntl

        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(handle, fcntl.LOCK_EX)
        return handle
    return None
