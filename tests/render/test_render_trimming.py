"""The cache is bounded: what is used stays, what is not goes, and nothing else is touched."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from builds import run
from portfolio_gen.hallway.unit import RENDERING
from portfolio_gen.render.cache import keep_picture
from portfolio_gen.render.trimming import LONGEST, RARELY, STAMP, trim_cache
from school import minimal_school, picture


def entry(cache: Path, name: str, *, size: int = 10, unused: float = 0.0) -> Path:
    path = cache / "pictures" / name[:2] / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    last = time.time() - unused
    os.utime(path, (last, last))
    return path


def test_what_was_not_used_for_long_goes(tmp_path: Path) -> None:
    old = entry(tmp_path, "aa1", unused=LONGEST + 60)
    new = entry(tmp_path, "bb2", unused=LONGEST - 600)
    beside = tmp_path / "memory.json"
    beside.write_text("{}")
    os.utime(beside, (0, 0))
    trim_cache(tmp_path)

    assert (old.exists(), new.exists(), beside.exists()) == (False, True, True)


def test_of_too_much_the_longest_unused_goes(tmp_path: Path) -> None:
    entries = [entry(tmp_path, f"a{age}", size=100, unused=age * 3600) for age in range(5)]
    trim_cache(tmp_path, most=300)

    assert [one.exists() for one in entries] == [True, True, True, False, False]


def test_it_is_looked_at_once_a_day(tmp_path: Path) -> None:
    trim_cache(tmp_path)
    old = entry(tmp_path, "aa1", unused=LONGEST + 60)
    trim_cache(tmp_path)
    assert old.exists()
    os.utime(tmp_path / STAMP, (0, time.time() - RARELY - 60))
    trim_cache(tmp_path)
    assert not old.exists()


def test_where_there_is_no_cache_none_is_made(tmp_path: Path) -> None:
    trim_cache(tmp_path / "none")

    assert not (tmp_path / "none").exists()


def test_who_is_used_again_stays(tmp_path: Path) -> None:
    data = picture()
    keep_picture(tmp_path, data)
    (made,) = (tmp_path / "pictures").rglob("*/*")
    os.utime(made, (0, 0))
    keep_picture(tmp_path, data)
    trim_cache(tmp_path)

    assert made.exists()


@pytest.mark.parametrize("left", ["all", "none"])
def test_a_build_trims_and_does_without_what_is_gone(tmp_path: Path, left: str) -> None:
    root = minimal_school(tmp_path / "school")
    first = run(root, rendering=RENDERING, editions={"family"})
    cache = root / ".portfolio-gen/cache"
    (made,) = (cache / "pictures").glob("*/*")
    if left == "none":
        made.unlink()
        (cache / STAMP).unlink()
    again = run(root, rendering=RENDERING, editions={"family"}, force=True)

    assert again.rebuilt == first.rebuilt != ()
    assert (cache / STAMP).exists()
    assert made.exists()
