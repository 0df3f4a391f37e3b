"""What was made of originals, kept by content for all editions and all processes; safe to delete at any time."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from portfolio_gen.render import images
from portfolio_gen.render.scrub.values import Scrubbed
from portfolio_gen.render.scrub.work import RECIPE, scrub

_META = "picture.json"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One derived file in the cache."""

    name: str
    """What it is called where it is published; made of its content, not of the original's name."""
    width: int
    height: int
    digest: str
    """SHA-256 of its bytes, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """Everything that was derived from one original."""

    sizes: tuple[KeptFile, ...]
    tint: str
    moving: KeptFile | None
    folder: Path

    def read(self, file: KeptFile) -> bytes:
        """The bytes of a derived file.

        Raises:
            OSError, ValueError: it has gone, or is not what was kept.
        """
        data = (self.folder / file.name).read_bytes()
        if hashlib.sha256(data).hexdigest() != file.digest:
            raise ValueError(f"{file.name} in the cache is damaged")
        return data


def keep_picture(cache: Path, data: bytes) -> KeptPicture:
    """What is derived from an original's content: from the cache, or made now and kept.

    Raises what `images.derive` raises, and OSError when the cache cannot be written.
    """
    key = hashlib.sha256(images.RECIPE.encode() + b"\0" + data).hexdigest()
    folder = cache / "pictures" / key[:2] / key
    if kept := _opened(folder):
        return kept
    with alone(folder):
        return _opened(folder) or _stored(folder, images.derive(data))


def keep_scrubbed(cache: Path, data: bytes, extension: str) -> Scrubbed:
    """A file without metadata: from the cache, or made now and kept. Raises what `scrub` raises."""
    about = f"{RECIPE} {extension} ".encode()
    path = cache / "files" / hashlib.sha256(about + data).hexdigest()
    with suppress(OSError, ValueError, KeyError, TypeError):
        return _unpacked(path.read_bytes())
    made = scrub(data, extension)
    with suppress(OSError):  # a cache that cannot be written is only slower
        put(path, _packed(made))
    return made


def _packed(made: Scrubbed) -> bytes:
    digest = hashlib.sha256(made.data).hexdigest()
    about = {"digest": digest, "pages": made.pages, "disarmed": made.disarmed}
    return json.dumps(about).encode() + b"\n" + made.data


def _unpacked(kept: bytes) -> Scrubbed:
    head, _, data = kept.partition(b"\n")
    about = json.loads(head)
    if about["digest"] != hashlib.sha256(data).hexdigest():
        raise ValueError("the cache is damaged")
    return Scrubbed(data, int(about["pages"]), bool(about["disarmed"]))


def put(path: Path, data: bytes) -> None:
    """Write a file beside its place, and move it there in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, staged = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(staged).replace(path)


def forget(picture: KeptPicture) -> None:
    """Take a damaged entry out of the cache."""
    shutil.rmtree(picture.folder, ignore_errors=True)


def _opened(folder: Path) -> KeptPicture | None:
    try:
        meta = json.loads((folder / _META).read_text(encoding="utf-8"))
        sizes = tuple(KeptFile(**one) for one in meta["sizes"])
        moving = KeptFile(**meta["moving"]) if meta["moving"] else None
        return KeptPicture(sizes, str(meta["tint"]), moving, folder) if sizes else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _stored(folder: Path, derived: images.Derived) -> KeptPicture:
    """Write everything beside its place first, and move it there in one step."""
    family = hashlib.sha256(derived.sizes[-1].data).hexdigest()[:16]
    folder.parent.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        sizes = tuple(_written(staged, f"{family}-{one.width}.webp", one) for one in derived.sizes)
        moving = (
            _written(staged, f"{family}-moving.webp", derived.moving) if derived.moving else None
        )
        meta = {
            "sizes": [asdict(one) for one in sizes],
            "tint": derived.tint,
            "moving": asdict(moving) if moving else None,
        }
        (staged / _META).write_text(json.dumps(meta), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        staged.rename(folder)
    except OSError:
        shutil.rmtree(staged, ignore_errors=True)
        if not (kept := _opened(folder)):  # another process may have been quicker
            raise
        return kept
    return KeptPicture(sizes, derived.tint, moving, folder)


def _written(folder: Path, name: str, size: images.Size) -> KeptFile:
    (folder / name).write_bytes(size.data)
    return KeptFile(name, size.width, size.height, hashlib.sha256(size.data).hexdigest())


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one process at a time derive the same picture, where the system has file locks; elsewhere both do."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover - not on this system
        yield
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder.with_suffix(".lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        with suppress(OSError):
            folder.with_suffix(".lock").unlink()
        os.close(handle)
