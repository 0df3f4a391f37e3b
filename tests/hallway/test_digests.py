"""What files hold, remembered: read again only when size, time or inode has changed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

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
    """Change a file's content so that neither its size, nor its time, nor its inode tells."""
    before = path.stat()
    path.write_text(text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_text("first")
    remember(tmp_path, photo)
    lie(photo, "other")

    assert remembered(tmp_path).of(photo) == digest("first")


@pytest.mark.parametrize("change", ["size", "time", "inode"])
def test_a_changed_file_is_read_again(tmp_path: Path, change: str) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_text("first")
    remember(tmp_path, photo)
    if change == "size":
        lie(photo, "longer than before")
    elif change == "time":
        lie(photo, "other")
        os.utime(photo, ns=(1, 1))
    else:
        copy = tmp_path / "copy.jpg"
        copy.write_text("other")
        os.utime(copy, ns=(photo.stat().st_atime_ns, photo.stat().st_mtime_ns))
        copy.rename(photo)

    assert remembered(tmp_path).of(photo) == digest(photo.read_text())


def test_a_moved_school_remembers(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "photo.jpg").write_text("first")
    remember(tmp_path / "old", tmp_path / "old" / "photo.jpg")
    (tmp_path / "old").rename(tmp_path / "new")
    lie(tmp_path / "new" / "photo.jpg", "other")

    assert remembered(tmp_path / "new").of(tmp_path / "new" / "photo.jpg") == digest("first")


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


def test_what_nobody_asks_for_is_forgotten_only_by_a_whole_build(tmp_path: Path) -> None:
    one, other = tmp_path / "one.jpg", tmp_path / "other.jpg"
    one.write_text("one")
    other.write_text("other")
    remember(tmp_path, one, other)
    lie(other, "OTHER")
    remember(tmp_path, one, all_used=False)
    assert remembered(tmp_path).of(other) == digest("other")
    remember(tmp_path, one)
    assert remembered(tmp_path).of(other) == digest("OTHER")


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_text("first")
    (tmp_path / "cache").write_text("a file in the way")
    remember(tmp_path, photo)

    assert remembered(tmp_path).of(photo) == digest("first")


def test_a_file_that_is_not_there_is_the_callers_to_judge(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        remembered(tmp_path).of(tmp_path / "nothing.jpg")
