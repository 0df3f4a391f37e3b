"""What was made of originals, kept by content for all editions and all processes; safe to delete at any time.

An entry is one file: a line that says what is in it, and the bytes themselves. An entry that is damaged in any way is
made again; a cache that cannot be written only makes things slower.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from portfolio_gen.render import images
from portfolio_gen.render.images import Derived, Size
from portfolio_gen.render.scrub.values import Scrubbed
from portfolio_gen.render.scrub.work import RECIPE, scrub

_DAMAGED = (OSError, ValueError, KeyError, TypeError, AttributeError)
"""What reading an entry raises that is not there or is not whole."""


def keep_picture(cache: Path, data: bytes) -> Derived:
    """What is derived from a picture's content: from the cache, or made now and kept. Raises what `derive` raises."""
    path = _place(cache / "pictures", images.RECIPE, data)
    with suppress(*_DAMAGED):
        return _picture(path.read_bytes())
    with alone(path):
        with suppress(*_DAMAGED):
            return _picture(path.read_bytes())  # somebody else has made it in the meantime
        made = images.derive(data)
        with suppress(OSError):
            put(path, _packed_picture(made))
        return made


def keep_scrubbed(cache: Path, data: bytes, extension: str) -> Scrubbed:
    """A file without metadata: from the cache, or made now and kept. Raises what `scrub` raises."""
    path = _place(cache / "files", f"{RECIPE} {extension}", data)
    with suppress(*_DAMAGED):
        about, clean = _unpacked(path.read_bytes())
        return Scrubbed(clean, int(about["pages"]), bool(about["disarmed"]))
    made = scrub(data, extension)
    with suppress(OSError):
        put(path, _packed({"pages": made.pages, "disarmed": made.disarmed}, made.data))
    return made


def _place(folder: Path, recipe: str, data: bytes) -> Path:
    key = hashlib.sha256(recipe.encode() + b"\0" + data).hexdigest()
    return folder / key[:2] / key


def _packed(about: dict[str, Any], data: bytes) -> bytes:
    head = {**about, "digest": hashlib.sha256(data).hexdigest()}
    return json.dumps(head).encode() + b"\n" + data


def _unpacked(kept: bytes) -> tuple[dict[str, Any], bytes]:
    head, _, data = kept.partition(b"\n")
    about: dict[str, Any] = json.loads(head)
    if about["digest"] != hashlib.sha256(data).hexdigest():
        raise ValueError("the entry is damaged")
    return about, data


def _packed_picture(made: Derived) -> bytes:
    all_sizes = [*made.sizes, *([made.moving] if made.moving else [])]
    about = {
        "sizes": [(one.width, one.height, len(one.data)) for one in all_sizes],
        "moves": made.moving is not None,
        "tint": made.tint,
    }
    return _packed(about, b"".join(one.data for one in all_sizes))


def _picture(kept: bytes) -> Derived:
    about, data = _unpacked(kept)
    sizes, at = [], 0
    for width, height, length in about["sizes"]:
        sizes.append(Size(width, height, data[at : at + length]))
        at += length
    moving = sizes.pop() if about["moves"] else None
    return Derived(tuple(sizes), about["tint"], moving)


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
