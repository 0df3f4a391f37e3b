"""A place that files are uploaded to: a bucket, a server, a folder. fsspec knows how to talk to each."""

from __future__ import annotations

import mimetypes
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit, urlunsplit

IN_PLACE = frozenset({"file", "local", "sftp", "ssh"})
"""Stores in which readers would see a file that is half written, so it is written beside its place and moved there."""
PART = ".portfolio-gen/part-"
"""What its name begins with."""
TOGETHER = 16
"""Files that are on their way at the same time, where a store takes several."""
TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".txt": "text/plain; charset=utf-8",
        ".xml": "application/xml",
        ".svg": "image/svg+xml",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".vtt": "text/vtt; charset=utf-8",
        ".pdf": "application/pdf",
        ".csv": "text/csv; charset=utf-8",
    }
)
"""What Python on some systems does not know, or calls otherwise."""
_HEADERS: Mapping[str, Callable[[str, str], dict[str, Any]]] = MappingProxyType(
    {
        "s3": lambda kind, cache: {"ContentType": kind, "CacheControl": cache},
        "gs": lambda kind, cache: {
            "content_type": kind,
            "fixed_key_metadata": {"cache_control": cache},
        },
    }
)
"""How stores are told what a file is and how long it may be kept; others ask their own tables."""


class StoreError(Exception):
    """A store cannot be reached, or does not do what it is asked for; the message says why and what to try."""


class Store:
    """Files below one address."""

    def __init__(self, system: Any, root: str, shown: str) -> None:
        """Use `open_store`."""
        self._system = system
        self._root = root.rstrip("/")
        protocol = system.protocol if isinstance(system.protocol, str) else system.protocol[0]
        self._protocol = {"s3a": "s3", "gcs": "gs"}.get(protocol, protocol)
        self.shown = shown
        """Its address, without a password."""

    @property
    def together(self) -> int:
        """How many files it takes at the same time."""
        return TOGETHER if getattr(self._system, "async_impl", False) else 1

    def listing(self, folder: str) -> dict[str, int]:
        """Path, relative to the address, to size, of everything below a folder."""
        with self._trouble(f"list `{folder}`"):
            self._system.invalidate_cache()
            try:
                found = self._system.find(self._at(folder), detail=True)
            except FileNotFoundError:
                return {}
            start = len(self._at(""))
            return {
                path[start:].lstrip("/"): int(one.get("size") or 0) for path, one in found.items()
            }

    def read(self, path: str) -> bytes | None:
        """What a file holds; None when there is none."""
        with self._trouble(f"read `{path}`"):
            try:
                data: bytes = self._system.cat_file(self._at(path))
            except FileNotFoundError:
                return None
            return data

    def write(self, path: str, data: bytes) -> None:
        """Write a small file that is nobody's page."""
        with self._trouble(f"write `{path}`"):
            self._make_folder_of(path)
            self._system.pipe_file(self._at(path), data, **self._headers(path, "no-store"))

    def send(self, source: Path, path: str, *, cache: str) -> None:
        """Copy a file there, whole or not at all.

        Args:
            source: the file.
            path: where it goes.
            cache: for how long readers and those between may keep it (`Cache-Control`).
        """
        goal = self._at(path)
        with self._trouble(f"write `{path}`"):
            if self._protocol not in IN_PLACE:
                self._system.put_file(str(source), goal, **self._headers(path, cache))
                return
            draft = f"{PART}{uuid.uuid4().hex}"
            self._make_folder_of(draft)
            self._system.put_file(str(source), self._at(draft))
            self._make_folder_of(path)
            self._system.mv(self._at(draft), goal)

    def fetch(self, path: str, goal: Path) -> None:
        """Copy a file from there."""
        with self._trouble(f"read `{path}`"):
            self._system.get_file(self._at(path), str(goal))

    def remove(self, path: str) -> None:
        """Take a file away; one that is gone already is fine."""
        with self._trouble(f"remove `{path}`"):
            try:
                self._system.rm_file(self._at(path))
            except FileNotFoundError:
                return

    def clear(self) -> None:
        """Take away all that lies at the address."""
        with self._trouble("remove what is there"):
            try:
                self._system.rm(self._root, recursive=True)
            except FileNotFoundError:
                return

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}".rstrip("/")

    def _make_folder_of(self, path: str) -> None:
        """Where there are folders; a bucket has none, and nobody has asked for a new bucket."""
        if self._protocol in IN_PLACE:
            self._system.makedirs(self._at(path).rpartition("/")[0], exist_ok=True)

    def _headers(self, path: str, cache: str) -> dict[str, Any]:
        headers = _HEADERS.get(self._protocol)
        return headers(type_of(path), cache) if headers else {}

    @contextmanager
    def _trouble(self, what: str) -> Iterator[None]:
        try:
            yield
        except Exception as problem:  # each kind of store has errors of its own
            if isinstance(problem, StoreError):
                raise
            raise StoreError(f"{self.shown}: cannot {what}: {_said(problem)}") from problem


def type_of(path: str) -> str:
    """The media type of a file, by the ending of its name."""
    ending = f".{path.rpartition('.')[2].lower()}"
    return TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def open_store(url: str) -> Store:
    """Open what an address names, such as `s3://bucket/sites`, `sftp://host/srv/www` or `file:///srv/www`.

    Keys and passwords are found where the store's own tools look for them: in the environment, or in their settings.

    Raises:
        StoreError: a package is missing, or there is no such kind of store.
    """
    shown = without_password(url)
    try:
        from fsspec.core import url_to_fs
    except ImportError as problem:
        raise StoreError(
            "uploading needs the package `fsspec`: install portfolio-gen with its extra `remote`, "
            'as in `pip install "portfolio-gen[remote]"`'
        ) from problem
    try:
        system, root = url_to_fs(url)
    except ImportError as problem:
        raise StoreError(f"{shown} needs one more package: {problem}") from problem
    except Exception as problem:  # each kind of store has errors of its own
        raise StoreError(f"{shown} cannot be opened: {_said(problem)}") from problem
    return Store(system, root, shown)


def without_password(url: str) -> str:
    """An address as it may stand in a log."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    user = parts.username
    return urlunsplit(parts._replace(netloc=f"{user}@{host}" if user else host))


def _said(problem: BaseException) -> str:
    return f"{problem or 'no reason is given'} ({type(problem).__name__})"
