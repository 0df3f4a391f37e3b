"""Units that travel with their files, by way of an address that all machines reach, to workers that share no folder.

What lies there meanwhile is private, and it is all removed in the end, there and at the workers.
"""

from __future__ import annotations

import hashlib
import shutil
import socket
import tarfile
import tempfile
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import field, replace
from functools import lru_cache, partial
from pathlib import Path

from portfolio_gen.deliver import Store, StoreError, open_store
from portfolio_gen.hallway.crew import Stopped
from portfolio_gen.hallway.errand import OTHER_PROGRAM, Brought, Way, in_a_process
from portfolio_gen.hallway.luggage import files_in, with_files
from portfolio_gen.hallway.surroundings import mark_of_program
from portfolio_gen.hallway.unit import Unit
from portfolio_gen.model.value import dataclass
from portfolio_gen.render import Rendered, shipped_themes

SIGN = "sign"
"""A file by which workers see that they look at the same address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A unit on its way, with the digests of its files. It shows nothing of itself, for it may stand in logs."""

    unit: Unit = field(repr=False)
    do: Callable[[Unit], Rendered] = field(repr=False)
    program: str = field(repr=False)
    shipped: Path = field(repr=False)
    files: Mapping[Path, str] = field(repr=False)
    """Path at the sender to the SHA-256 of what it holds, by which it is found at the address."""
    address: str = field(repr=False)
    """Where they lie, and where what was made of them is to go."""
    build: str = field(repr=False)
    """What everything of one build is kept under."""


class Post:
    """The sender's side: what has been sent already, and what has come back."""

    def __init__(self, address: str) -> None:
        """Name the address that everybody reaches."""
        self.build = f"exchange-{uuid.uuid4().hex}"
        self._address = f"{address.rstrip('/')}/{self.build}"
        self._store = open_store(self._address)
        self._store.write(SIGN, self.build.encode())
        self._sent: set[str] = set()

    def pack(self, unit: Unit, do: Callable[[Unit], Rendered]) -> Parcel:
        """Send the files of a unit ahead, each once."""
        unit = unit.opened()
        shipped = shipped_themes().resolve()
        files = {}
        themes = (one for one in unit.workshop.themes if not one.is_relative_to(shipped))
        for path in {*files_in(unit.blueprint), *_all_below(themes)}:
            with suppress(FileNotFoundError, IsADirectoryError):
                files[path] = self._send(path)
        return Parcel(
            unit=unit,
            do=do,
            program=mark_of_program(),
            shipped=shipped,
            files=files,
            address=self._address,
            build=self.build,
        )

    def _send(self, path: Path) -> str:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest not in self._sent:
            self._store.send(path, f"files/{digest}", cache="no-store")
            self._sent.add(digest)
        return digest

    def receive(self, unit: Unit, made: Rendered, name: str) -> None:
        """Unpack what a worker has sent, if it is just what it says.

        Raises:
            OSError: it is not, or has not arrived.
        """
        box = unit.into.with_name(f"{unit.into.name}.tar")
        try:
            self._store.fetch(name, box)
            self._store.remove(name)
            _unpack(box, unit.into, made.files)
        except StoreError as problem:
            raise OSError(None, str(problem)) from problem
        finally:
            box.unlink(missing_ok=True)

    def end(self) -> None:
        """Remove all that lies at the address."""
        with suppress(StoreError):
            self._store.clear()


def by_post(address: str, at_all: Callable[[Callable[[], None]], object]) -> Way:
    """Exchange files by an address.

    Args:
        address: a URL that fsspec knows, private, and reached by all.
        at_all: has a function called by every worker.

    Raises:
        StoreError: there is no such address.
    """
    post = Post(address)

    def end() -> None:
        post.end()
        with suppress(OSError):
            at_all(partial(forget, post.build))

    return Way(pack=post.pack, unable=unable, run=run, receive=post.receive, end=end)


# At the worker


def unable(parcel: Parcel) -> str:
    """Why this worker would not make the same of a unit; empty when it would."""
    here = socket.gethostname()
    if parcel.program != mark_of_program():
        return f"{here} has {OTHER_PROGRAM}"
    try:
        same = _store(parcel.address).read(SIGN) == parcel.build.encode()
    except StoreError as problem:
        return f"{here} cannot exchange files: {problem}"
    return "" if same else f"{here} finds something else at that address"


def run(parcel: Parcel) -> Brought:
    """Do it; runs in a thread of a worker."""
    name = f"made/{uuid.uuid4().hex}.tar"
    if parcel.program != mark_of_program():
        return Brought((Stopped(unable(parcel)), 0.0), name)
    home = _home(parcel.build)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=home) as folder:
            return _made(parcel, home / "cache", Path(folder), name)
    except (OSError, StoreError) as problem:
        reason = f"{socket.gethostname()} cannot work on it: {problem}"
        return Brought((Stopped(reason), 0.0), name)


def _made(parcel: Parcel, cache: Path, folder: Path, name: str) -> Brought:
    store, school, into = _store(parcel.address), folder / "school", folder / "into"
    into.mkdir()

    def here(path: Path) -> Path:
        """Where a file lies now, or a folder; what was missing is still missing."""
        if path.is_relative_to(parcel.shipped):
            return shipped_themes() / path.relative_to(parcel.shipped)
        return school / path.relative_to(path.anchor)

    for path, digest in parcel.files.items():
        goal = here(path)
        goal.parent.mkdir(parents=True, exist_ok=True)
        store.fetch(f"files/{digest}", goal)
    workshop = parcel.unit.workshop
    unit = replace(
        parcel.unit,
        blueprint=with_files(parcel.unit.blueprint, here),
        workshop=replace(workshop, themes=tuple(map(here, workshop.themes)), cache=cache),
        into=into,
    )
    answer = in_a_process(parcel.do, unit)
    if not isinstance(answer[0], Stopped):
        box = folder / "made.tar"
        with tarfile.open(box, "w") as packed:
            for made in answer[0].files:
                packed.add(into / made, made, recursive=False)
        store.send(box, name, cache="no-store")
    return Brought(answer, name)


def forget(build: str) -> None:
    """Remove what a build has left at this worker."""
    shutil.rmtree(_home(build), ignore_errors=True)


def _home(build: str) -> Path:
    return Path(tempfile.gettempdir(), f"portfolio-gen-{build}")


@lru_cache(maxsize=4)
def _store(address: str) -> Store:
    return open_store(address)


def _all_below(folders: Iterable[Path]) -> set[Path]:
    return {path for one in folders for path in one.rglob("*") if path.is_file()}


def _unpack(box: Path, into: Path, files: Mapping[str, str]) -> None:
    """Unpack just the files that were announced, with just the bytes that were.

    Raises:
        OSError: something else is in it, or something is missing.
    """
    found = set()
    with tarfile.open(box) as packed:
        for one in packed:
            source = packed.extractfile(one) if one.isreg() and one.name in files else None
            if source is None:
                raise OSError(None, "a worker sent what it had not announced")
            goal = into / one.name
            goal.parent.mkdir(parents=True, exist_ok=True)
            with source, goal.open("wb") as file:
                shutil.copyfileobj(source, file)
            with goal.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != files[one.name]:
                    raise OSError(None, "a worker sent other bytes than it had announced")
            found.add(one.name)
    if found != files.keys():
        raise OSError(None, "not every file that a worker wrote has arrived here")
