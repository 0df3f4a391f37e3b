"""A receipt of a build that found everything as it should be; while nothing has changed since, the next is spared.

It lies beside the remembered digests, is used only when it is whole, and may be deleted at any time. Whether something
has changed is asked as git asks it: by sizes, times and inodes, none of them so young that another change might not
show. Nothing that is imported here takes a while.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.hallway.published import Look, look_at, look_meanwhile
from portfolio_gen.hallway.stock import Stock, Sum, entries, take_stock
from portfolio_gen.model.dates import Day
from portfolio_gen.model.office import CACHE, OFFICE
from portfolio_gen.model.packing import packed, unpacked
from portfolio_gen.model.shard import Shard
from portfolio_gen.model.value import dataclass
from portfolio_gen.report import BuildReport, Stopwatch

NAME = "receipt.json"
FORMAT = "2"
_DISTRIBUTIONS = (".dist-info", ".egg-info")
_COMPILED = frozenset({"__pycache__"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a build is asked, as far as its answer depends on that."""

    root: Path
    """The school's folder, absolute."""
    out: Path
    """Where the sites are, absolute."""
    words: tuple[str, ...]
    """Editions, students, day and share."""

    @classmethod
    def of(
        cls,
        root: Path,
        out: Path | None,
        *,
        editions: Iterable[str],
        students: Iterable[str],
        on: Day,
        shard: Shard | None,
    ) -> Question:
        """Put it into words; without a place for the sites, it is `site` in the school's folder, or `site-2-of-4`."""
        root = root.absolute()
        out = out or root / (f"site-{shard.number}-of-{shard.of}" if shard else "site")
        names = (*sorted(set(editions)), "", *sorted(set(students)), "")
        return cls(root=root, out=out.absolute(), words=(*names, str(on), str(shard or "")))


@dataclass(frozen=True, slots=True)
class Glance:
    """What a first look has told."""

    report: BuildReport | None = None
    """What a build would report; None when there has to be one."""
    stock: Stock | None = None
    """What lies in the school's folder, if that was looked at."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Of what is published, how each place looks, if that was looked at; see `seen_as`."""


def glance(question: Question) -> Glance:
    """Look whether everything is as a build has left it that had nothing to do.

    Where that is not so, or nobody knows, what was seen helps the build. Where nothing was built yet, or by another
    program, there is nothing to see.
    """
    watch, stock, seen = Stopwatch(), None, Look()
    try:
        with watch.stage("recall"):
            receipt = _load(question.root / CACHE / NAME)
            if receipt and receipt["program"] != program_of(receipt["folders"]):
                return Glance()
            if not (question.out / OFFICE / "manifest.json").exists():
                return Glance()
            with look_meanwhile(question.out) as published:
                stock = take_stock(question.root)
                seen = published()
        left = (_asked(question), _school(stock), seen.whole)
        same = receipt and left == (receipt["asked"], receipt["school"], receipt["published"])
        report = _report(receipt, question.out, watch) if same else None
        return Glance(report, stock, seen.places)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Glance(None, stock, seen.places)


def keep(question: Question, report: BuildReport, stock: Stock, folders: Iterable[Path]) -> None:
    """Leave a receipt of a build that had nothing to do, while its output is still locked; or none.

    Args:
        question: what was asked.
        report: what was answered.
        stock: of the school's folder, taken before it was read.
        folders: of the program and of its themes.
    """
    with contextlib.suppress(OSError, UnicodeEncodeError):
        programs = [str(one) for one in folders]
        program, school, published = (
            program_of(programs),
            _school(stock),
            look_at(question.out).whole,
        )
        if not (program and school and published):
            return
        document = {
            "asked": _asked(question),
            "program": program,
            "folders": programs,
            "school": school,
            "published": published,
            "reused": report.reused,
            "kept": report.kept,
            "failed": report.failed,
            "diagnostics": [packed(one) for one in report.diagnostics],
            "unforeseen": [packed(one) for one in report.unforeseen],
        }
        text = json.dumps(document, separators=(",", ":")).encode()
        cache = question.root / CACHE
        cache.mkdir(parents=True, exist_ok=True)
        draft = cache / f"{NAME}.{os.getpid()}"
        draft.write_bytes(_seal(text) + b"\n" + text)
        draft.replace(cache / NAME)


def program_of(folders: Iterable[str]) -> str:
    """Digest of everything but the school that a build depends on; empty while something has only just changed.

    Raises:
        OSError: a folder cannot be listed.
    """
    files = Sum()
    for folder in folders:
        for one in entries(folder):
            files.add_all(folder, one, but=_COMPILED)
    if not (seen := files.digest()):
        return ""
    parts = (seen, sys.version, str(shutil.which("ffmpeg")), *sorted(_distributions()))
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _distributions() -> Iterable[str]:
    """Names, with their versions, of all that is installed."""
    for folder in dict.fromkeys(sys.path):
        with contextlib.suppress(OSError):
            yield from (
                one.name for one in entries(folder or ".") if one.name.endswith(_DISTRIBUTIONS)
            )


def _asked(question: Question) -> list[str]:
    return [str(question.root), str(question.out), *question.words]


def _school(stock: Stock) -> str:
    """A whole school in one digest; empty while something has only just changed."""
    if not stock.common or not all(stock.students.values()):
        return ""
    parts = (stock.common, *(f"{name}\0{one}" for name, one in sorted(stock.students.items())))
    text = "\0".join(parts).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def _report(receipt: Any, out: Path, watch: Stopwatch) -> BuildReport:
    return BuildReport(
        out=out,
        diagnostics=_diagnostics(receipt["diagnostics"]),
        unforeseen=_diagnostics(receipt["unforeseen"]),
        reused=tuple(receipt["reused"]),
        kept=tuple(receipt["kept"]),
        failed=tuple(receipt["failed"]),
        seconds=watch.seconds,
    )


def _diagnostics(told: Any) -> tuple[Diagnostic, ...]:
    return tuple(map(unpacked, told))


def _load(path: Path) -> Any:
    """What a receipt says; nothing when there is none, or it is damaged or of another format."""
    try:
        seal, _, text = path.read_bytes().partition(b"\n")
        return json.loads(text) if seal == _seal(text) else None
    except (OSError, ValueError):
        return None


def _seal(text: bytes) -> bytes:
    return hashlib.sha256(FORMAT.encode() + text).hexdigest().encode()
