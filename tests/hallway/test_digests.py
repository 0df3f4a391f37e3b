"""What files hold, remembered: read again only when size, times or inode have changed."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.hallway import stock
from portfolio_gen.hallway.digests import Digests


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def remembered(root: Path) -> Digests:
    return Digests.load(root, root / "cache" / "digests.json")


def remember(root: Path, *paths: Path, all_used: bool = True) -> None:
    digests = remembered(root)
    for path in paths:
        digests.of(path)
    digests.save(root / "cache" / "digests.json", all_used=all_used)


def lie(path: Path, text: str) -> None:
    """Change a file's content so that neither its size, nor its inode, nor any time that can be set tells."""
    before = path.stat()
    path.write_text(text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are read, as they are."""
    names: list[str] = []
    real = hashlib.file_digest

    def spy(file: Any, *arguments: Any) -> Any:
        names.append(Path(file.name).name)
        return real(file, *arguments)

    monkeypatch.setattr(hashlib, "file_digest", spy)
    return names


def test_an_unchanged_file_is_not_read_again(tmp_path: Path, reads: list[str]) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_text("first")
    remember(tmp_path, photo)

    assert remembered(tmp_path).of(photo) == digest("first")
    assert reads == ["photo.jpg"]


@pytest.mark.parametrize("change", ["size", "time", "inode", "nothing that can be set"])
def test_a_changed_file_is_read_again(tmp_path: Path, change: str) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_text("first")
    remember(tmp_path, photo)
    time.sleep(0.02)  # a file system counts time in steps
    if change == "size":
        lie(photo, "longer than before")
    elif change == "time":
        lie(photo, "other")
        os.utime(photo, ns=(1, 1))
    elif change == "inode":
        copy = tmp_path / "copy.jpg"
        copy.write_text("other")
        os.utime(copy, ns=(photo.stat().st_atime_ns, photo.stat().st_mtime_ns))
        copy.rename(photo)
    else:
        lie(photo, "other")

    assert remembered(tmp_path).of(photo) == digest(photo.read_text())


@pytest.mark.parametrize("ago", [0, -3600])
def test_what_has_just_been_saved_is_read_again(
    tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch, ago: int
) -> None:
    """Saved twice within what a file system can tell apart, or at a time that is still to come."""
    monkeypatch.setattr(stock, "SETTLED", 2.0)
    photo = tmp_path / "photo.jpg"
    photo.write_text("first")
    os.utime(photo, (time.time() - ago, time.time() - ago))
    remember(tmp_path, photo)
    remembered(tmp_path).of(photo)

    assert reads == ["photo.jpg", "photo.jpg"]


def test_a_moved_school_remembers(tmp_path: Path, reads: list[str]) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "photo.jpg").write_text("first")
    remember(tmp_path / "old", tmp_path / "old" / "photo.jpg")
    (tmp_path / "old").rename(tmp_path / "new")

    assert remembered(tmp_path / "new").of(tmp_path / "new" / "photo.jpg") == digest("first")
    assert len(reads) == 1


@pytest.mark.parametrize("damage", ["", "null", "{}", "edited"])
def test_a_damaged_store_is_forgotten(tmp_path: Path, damage: str) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_text("first")
    remember(tmp_path, photo)
    store = tmp_path / "cache" / "digests.json"
    store.write_text(
        store.read_text().replace(digest("first"), digest("x")) if damage == "edited" else damage
    )

    assert remembered(tmp_path).of(photo) == digest("first")


def test_what_nobody_asks_for_is_forgotten_only_by_a_whole_build(
    tmp_path: Path, reads: list[str]
) -> None:
    one, other = tmp_path / "one.jpg", tmp_path / "other.jpg"
    one.write_text("one")
    other.write_text("other")
    remember(tmp_path, one, other)
    remember(tmp_path, one, all_used=False)
    remembered(tmp_path).of(other)
    assert reads.count("other.jpg") == 1
    remember(tmp_path, one)
    remembered(tmp_path).of(other)
    assert reads.count("other.jpg") == 2


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_text("first")
    (tmp_path / "cache").write_text("a file in the way")
    remember(tmp_path, photo)

    assert remembered(tmp_path).of(photo) == digest("first")


def test_a_file_that_is_not_there_is_the_callers_to_judge(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        remembered(tmp_path).of(tmp_path / "nothing.jpg")
