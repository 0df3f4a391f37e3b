"""The files that a blueprint names, for those who render it where they may lie elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


def files_in(value: Any) -> Iterator[Path]:
    """Every path in a blueprint; one that stands in several places comes several times."""
    if isinstance(value, Path):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from files_in(one)
    elif is_dataclass(value):
        for each in fields(value):
            yield from files_in(getattr(value, each.name))


def with_files(value: T, moved: Callable[[Path], Path]) -> T:
    """The same blueprint with each path as it is elsewhere; what names no file is not copied."""
    changed: Any = value
    if isinstance(value, Path):
        changed = moved(value)
    elif isinstance(value, tuple):
        parts = tuple(with_files(one, moved) for one in value)
        if any(new is not old for new, old in zip(parts, value, strict=True)):
            changed = parts if type(value) is tuple else type(value)(*parts)
    elif is_dataclass(value) and not isinstance(value, type):
        new = {
            one.name: made
            for one in fields(value)
            if (made := with_files(old := getattr(value, one.name), moved)) is not old
        }
        changed = replace(value, **new) if new else value
    result: T = changed
    return result
