"""Folders, links and devices where files are expected, and files that lead elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from bad_inputs.case import Case, Family, Home, listed, page
from school import STUDENT, picture

TREE = Family("tree")


def beside(do: Callable[[Home], object], *files: str) -> Callable[[Home], None]:
    """A page that lists files, and something done beside it."""

    def put(home: Home) -> None:
        home.write("artifact.md", page(listed(*files) if files else ""))
        do(home)

    return put


def link(name: str, goal: str) -> Callable[[Home], None]:
    def put(home: Home) -> None:
        (home.work / name).symlink_to(goal.replace("{school}", str(home.school)))

    return put


def folder(name: str) -> Callable[[Home], None]:
    return lambda home: (home.work / name).mkdir()


def pipe(name: str) -> Callable[[Home], None]:
    return lambda home: os.mkfifo(home.work / name)


def twin(home: Home) -> None:
    (home.work / "a.png").hardlink_to(home.write("../../b.png", picture()))


def socket_(home: Home) -> None:
    import socket

    here = Path.cwd()
    os.chdir(home.work)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("a.png")
    finally:
        os.chdir(here)


def many(count: int) -> Callable[[Home], None]:
    def put(home: Home) -> None:
        for number in range(count):
            (home.work / f"f{number}.txt").touch()

    return put


def instead_of_the_page(do: Callable[[Home], object]) -> Callable[[Home], None]:
    def put(home: Home) -> None:
        home.work.mkdir(parents=True)
        do(home)

    return put


def linked_work(home: Home) -> None:
    home.write("../other/artifact.md", page())
    home.work.symlink_to("other")


def deep(home: Home) -> None:
    home.write("/".join(["a"] * 60) + "/b.png", picture())


def stray_folder(home: Home) -> None:
    home.write("artifact.md", page())
    home.write("../../secrets/plan.md", "§")


def stray_page(home: Home) -> None:
    home.write("artifact.md", page())
    home.write("../notes.md", "§")


def shelf_a_file(home: Home) -> None:
    home.write("artifact.md", page())
    home.write("../../goals", "words")


def card_a_folder(home: Home) -> None:
    home.write("artifact.md", page())
    (home.own / "student.yml").mkdir()


def card_a_link(home: Home) -> None:
    home.write("artifact.md", page())
    (home.own / "student.yml").symlink_to(f"../{STUDENT}/student.yml")


def hidden_files(home: Home) -> None:
    home.write("artifact.md", page(listed("a.png")))
    home.write("a.png", picture())
    for name in (".DS_Store", "._a.png", "Thumbs.db", "desktop.ini", "a.png~", ".git/config"):
        home.write(name, "§")


def unreadable(home: Home) -> None:
    home.write("artifact.md", page(listed("../../../ada-park/artifacts/bean-diary/beans.png")))


PATHS = {
    "up": ("../../student.yml", "PG140"),
    "up-with-backslash": ("..\\..\\student.yml", "PG140"),
    "absolute": ("/etc/passwd", "PG140"),
    "drive": ("C:\\Windows\\win.ini", "PG140"),
    "network": ("\\\\host\\share\\a.png", "PG140"),
    "address": ("https://z.invalid/a.png", "PG140"),
    "file-address": ("file:///etc/passwd", "PG140"),
    "percent": ("%2e%2e/%2e%2e/student.yml", "PG140"),
    "dots": ("./././a.png", "PG140"),
    "stream": ("a.png::$DATA", "PG501"),
    "home": ("~/a.png", "PG140"),
    "nothing": (".", "PG140"),
}

CASES: tuple[Case, ...] = (
    TREE.case(
        "folder-for-a-file",
        beside(folder("a.png"), "a.png"),
        "PG131 artifact.md:8; PG143 a.png:1",
        built=False,
    ),
    TREE.case("pipe", beside(pipe("a.png"), "a.png"), "PG134 a.png:1", built=False),
    TREE.case("pipe-not-listed", beside(pipe("a.png")), "PG134 a.png:1", built=False),
    TREE.case("socket", beside(socket_, "a.png"), "PG134 a.png:1", built=False),
    TREE.case("device", beside(link("a.png", "/dev/zero"), "a.png"), "PG132 a.png:1", built=False),
    TREE.case(
        "link-to-a-classmate",
        beside(link("a.txt", f"../../../{STUDENT}/student.yml"), "a.txt"),
        "PG132 a.txt:1",
        built=False,
    ),
    TREE.case(
        "link-to-the-school",
        beside(link("a.txt", "{school}/transcripts/consent.yml"), "a.txt"),
        "PG132 a.txt:1",
        built=False,
    ),
    TREE.case(
        "link-to-the-machine",
        beside(link("a.txt", "/etc/passwd"), "a.txt"),
        "PG132 a.txt:1",
        built=False,
    ),
    TREE.case(
        "link-to-itself", beside(link("a.txt", "a.txt"), "a.txt"), "PG132 a.txt:1", built=False
    ),
    TREE.case("link-to-its-folder", beside(link("loop", ".")), "PG132 loop:1", built=False),
    TREE.case(
        "link-to-nothing", beside(link("a.txt", "nowhere"), "a.txt"), "PG132 a.txt:1", built=False
    ),
    TREE.case(
        "link-inside", beside(link("b.md", "artifact.md"), "b.md"), "PG132 b.md:1", built=False
    ),
    TREE.case(
        "hard-link",
        beside(twin, "a.png"),
        "PG133 ../../b.png:1; PG133 a.png:1",
        built=False,
        own=True,
    ),
    TREE.case(
        "page-a-folder",
        instead_of_the_page(folder("artifact.md")),
        "PG131 artifact.md:1",
        built=False,
    ),
    TREE.case(
        "page-a-pipe", instead_of_the_page(pipe("artifact.md")), "PG134 artifact.md:1", built=False
    ),
    TREE.case(
        "page-a-link",
        instead_of_the_page(link("artifact.md", "/etc/passwd")),
        "PG132 artifact.md:1",
        built=False,
    ),
    TREE.case(
        "page-missing",
        instead_of_the_page(lambda home: home.write("artefact.md", page())),
        "PG130 artifact.md:1",
        built=False,
    ),
    TREE.case(
        "page-in-capitals",
        instead_of_the_page(lambda home: home.write("Artifact.MD", page())),
        "PG130 artifact.md:1",
        built=False,
    ),
    TREE.case(
        "work-a-link",
        linked_work,
        "PG132 ../../artifacts/tree-work-a-link:1",
        built=False,
        own=True,
    ),
    TREE.case(
        "many-files", beside(many(600)), "PG141 ../../artifacts/tree-many-files:1", built=False
    ),
    TREE.case("crowded", beside(many(450)), ""),
    TREE.case("deep", beside(deep), "PG143 a:1"),
    TREE.case("stray-folder", stray_folder, "PG143 ../../secrets:1", own=True, hides=True),
    TREE.case("stray-page", stray_page, "PG143 ../../artifacts/notes.md:1", own=True, hides=True),
    TREE.case("shelf-a-file", shelf_a_file, "PG131 ../../goals:1", own=True, built=False),
    TREE.case("card-a-folder", card_a_folder, "PG131 ../../student.yml:1", own=True, built=False),
    TREE.case("card-a-link", card_a_link, "PG132 ../../student.yml:1", own=True, built=False),
    TREE.case("droppings", hidden_files, "", hides=True),
    TREE.case("classmates-file", unreadable, "PG140 artifact.md:8", built=False),
    *(
        TREE.case(
            f"path-{name}", beside(lambda _: None, path), f"{code} artifact.md:8", built=False
        )
        for name, (path, code) in PATHS.items()
    ),
)
