"""Folders looked into: what is listed, what is refused, and that nothing hangs or is followed."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.read.folder import LARGEST_TEXT, Folder, look_into, open_warily, read_file


def listed(path: Path, **how: int) -> tuple[Folder, list[tuple[str, str]]]:
    """A folder, and path and code of everything that is wrong in it."""
    folder, found = look_into(path, "work", **how)
    assert folder, found
    return folder, [(one.span.path, one.code) for one in found]


def only(found: tuple[Diagnostic, ...]) -> Diagnostic:
    assert len(found) == 1, found
    return found[0]


def test_files_and_folders_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".DS_Store", ".gitkeep", ".~lock.x#"):
        (tmp_path / name).write_text("x")
    (tmp_path / "more").mkdir()
    (tmp_path / ".git").mkdir()

    folder, found = listed(tmp_path)

    assert (folder.files, folder.folders, found) == (("a.txt", "b.txt"), ("more",), [])


def test_links_pipes_and_sockets_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "file").symlink_to("secret")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "nowhere").symlink_to("/nowhere/at/all")
    os.mkfifo(tmp_path / "pipe")
    # A socket's address must be short, and a test's folder may not be.
    with socket.socket(socket.AF_UNIX) as open_socket:
        before = Path.cwd()
        os.chdir(tmp_path)
        open_socket.bind("socket")
        os.chdir(before)
    (tmp_path / "twin").hardlink_to(tmp_path / "secret")

    folder, found = listed(tmp_path)

    assert folder.files == folder.folders == ()
    assert found == [
        ("work/file", "PG132"),
        ("work/loop", "PG132"),
        ("work/nowhere", "PG132"),
        ("work/pipe", "PG134"),
        ("work/secret", "PG133"),
        ("work/socket", "PG134"),
        ("work/twin", "PG133"),
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device here")
def test_a_device_is_not_read() -> None:
    data, found = read_file(Folder(Path("/dev"), "dev", files=("zero",)), "zero")

    assert data is None
    assert only(found).code == "PG134"


def test_names_are_shown_harmlessly(tmp_path: Path) -> None:
    for name in (b"a\x1b[31m\n.txt", "caf\xe9".encode("latin-1"), "x\u202ey".encode()):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text("x")  # noqa: PTH118

    _, found = listed(tmp_path)

    assert found == [
        ("work/a\\x1b[31m\\n.txt", "PG135"),
        ("work/caf\\udce9", "PG135"),
        ("work/x\\u202ey", "PG135"),
    ]


def test_names_that_collide_elsewhere_are_both_refused(tmp_path: Path) -> None:
    for name in ("Roof.jpg", "roof.JPG", "caf\u00e9", "cafe\u0301", "other"):
        (tmp_path / name).write_text(name)

    folder, found = look_into(tmp_path, "work")

    assert folder
    assert folder.files == ("other",)
    assert {one.code for one in found} == {"PG137"}
    assert len(found) == 4
    assert all(len(one.related) == 1 for one in found)
    assert sum("accents" in one.message for one in found) == 2


def test_a_crowd_is_not_counted_to_its_end(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").touch()

    assert look_into(tmp_path, "work", most=30)[1] == ()
    folder, found = look_into(tmp_path, "work", most=29)
    assert folder is None
    assert only(found).code == "PG141"


def test_what_is_nobodys_business_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("x")
    (tmp_path / "portfolio.yml").symlink_to("CNAME")

    folder, found = look_into(tmp_path, "", among=frozenset({"portfolio.yml"}))

    assert folder
    assert folder.files == ("CNAME",)
    assert (only(found).span.path, only(found).code) == ("portfolio.yml", "PG132")


def test_what_vanishes_while_it_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kept.txt").write_text("x")

    class Ghost:
        name = "ghost.txt"

        def stat(self, *, follow_symlinks: bool) -> os.stat_result:
            raise FileNotFoundError(2, "No such file or directory", self.name)

    class Listing:
        def __enter__(self) -> list[object]:
            return [Ghost(), *real(tmp_path)]

        def __exit__(self, *_: object) -> None:
            pass

    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda _: Listing())
    folder, found = look_into(tmp_path, "work")

    assert folder
    assert folder.files == ("kept.txt",)
    assert (only(found).span.path, only(found).code) == ("work/ghost.txt", "PG142")


def test_what_vanishes_after_it_was_listed(tmp_path: Path) -> None:
    gone = look_into(tmp_path / "gone", "work/gone")
    data, found = read_file(Folder(tmp_path, "work", files=("gone.md",)), "gone.md")

    assert gone[0] is None
    assert only(gone[1]).code == "PG142"
    assert data is None
    assert (only(found).span.path, only(found).code) == ("work/gone.md", "PG142")


def test_what_turns_into_something_else_after_it_was_listed(tmp_path: Path) -> None:
    folder = Folder(tmp_path, "work", files=("link", "pipe", "folder"))
    (tmp_path / "link").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()

    codes = {name: only(read_file(folder, name)[1]).code for name in folder.files}

    assert codes == {"link": "PG142", "pipe": "PG134", "folder": "PG142"}


def test_the_largest_text(tmp_path: Path) -> None:
    folder = Folder(tmp_path, "work", files=("x.md",))
    (tmp_path / "x.md").write_bytes(b"x" * LARGEST_TEXT)
    assert read_file(folder, "x.md") == (b"x" * LARGEST_TEXT, ())

    (tmp_path / "x.md").write_bytes(b"x" * (LARGEST_TEXT + 1))
    data, found = read_file(folder, "x.md")
    assert data is None
    assert only(found).code == "PG103"


def test_opening_does_not_follow_a_link(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "link").symlink_to("secret")

    with pytest.raises(OSError, match="link"):
        open_warily(tmp_path / "link")


@pytest.mark.parametrize(
    ("there", "hint"),
    [
        ("Artifact.md", "rename `Artifact.md` to `artifact.md`"),
        ("artefact.md", "rename `artefact.md` to `artifact.md`"),
        ("artifact.txt", "rename `artifact.txt` to `artifact.md`"),
        ("photo.jpg", "create `artifact.md`"),
    ],
)
def test_a_missing_file_is_sought_under_similar_names(there: str, hint: str) -> None:
    folder = Folder(Path(), "work", files=(there,))

    assert folder.misses("artifact.md").hint == hint
