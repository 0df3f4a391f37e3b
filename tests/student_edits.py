"""Whatever a student can do to the files under `students/`, one edit at a time, by accident or on purpose."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, TypeAlias, TypeVar

from edited_school import CREDITS, EDITIONS, FENCE, LEVELS

Choice = TypeVar("Choice")
Edit: TypeAlias = Callable[["Hand"], object]

AWARD = {
    "id": "mine",
    "credit": CREDITS[0],
    "level": "foundation",
    "outcome": "earned",
    "date": "2026-04-20",
    "artifacts": ["bean-diary"],
    "committee": ["b-lund", "c-mora"],
}
HOSTILE: dict[str, Any] = {
    "official_name": "Dr. Ada Park",
    "enrolment": {"entered": "2020", "phase": "11", "framework": "2024"},
    "decisions": [AWARD],
    "credits": {CREDITS[0]: "earned"},
    "earned": list(CREDITS),
    "standings": [{"credit": CREDITS[0], "state": "earned"}],
    "state": "earned",
    "outcome": "earned",
    "transcript": "final",
    "habits": [{"term": "now", "date": "2026-06-12", "by": "e-obi", "levels": {}}],
    "recognitions": [{"title": "First prize", "issuer": "Me", "date": "2026"}],
    "ratings": [{"target": "weigh", "level": "exceeding", "date": "2026-05-01"}],
    "observations": [],
    "courses": [{"title": "Law", "term": "now", "level": "exceeding"}],
    "taught": {"weigh": ["2026-01-01"]},
    "digest": "sha256:0",
    "evidence": {"bean-diary": "sha256:0"},
    "committee": ["ada-park"],
    "quorum": 0,
    "student": "ben-lim",
    "id": "ben-lim",
    "slug": "bean-diary",
    "source": "/etc/passwd",
    "extends": "tilton",
    "framework": "2026",
    "requirements": [],
    "people": {"ada-park": [{"edition": "public", "shows": ["name"], "given": "2026-01-01"}]},
    "release": "2020-01-01",
    "__class__": "Ledger",
    "<<": AWARD,
}
"""What only the school writes, or nobody."""
NAMES = (
    "student.yml",
    "ada-park.yml",
    "ledger.yml",
    "decisions.yml",
    "framework.yml",
    "consent.yml",
    "portfolio.yml",
    "narrative.md",
    "artifact.md",
    "profile.yml",
    "milestones.yml",
    ".hidden",
    "CNAME",
    "con.txt",
    "a\nb.md",
    "\u202etxt.md",
    "ADA-PARK",
    "аda-park",
    "x" * 200,
)
"""What files and folders are called; some of it means something elsewhere, some of it nothing good."""
SHELVES = ("artifacts", "goals", "narratives", "pitches", "conferences")
CALLED = (
    "Ada",
    "Official Prize",
    "Not Yet",
    "of the",
    "The Town",
    "Ada Marie Park",
    "",
    "Ada\u202e",
)


@dataclass
class Hand:
    """A student's hand on everything below `students/` of a school."""

    root: Path
    chance: Random

    @property
    def home(self) -> Path:
        """Where it can reach."""
        return self.root / "students"

    def one(self, choices: Sequence[Choice]) -> Choice:
        """One of several, by chance."""
        return self.chance.choice(choices)

    def edit(self) -> str:
        """Do something; gives what it is called."""
        do = self.one(EDITS)
        do(self)
        return do.__name__

    def entries(self, *, files: bool = True, folders: bool = True) -> list[Path]:
        """Everything that is there, links left alone."""
        found = []
        for place, inside, names in os.walk(self.home):
            inside.sort()
            found += [Path(place, name) for name in inside if folders]
            found += [Path(place, name) for name in sorted(names) if files]
        return [one for one in found if one.is_dir() == one.is_file() or not one.is_symlink()]

    def file(self) -> Path:
        """Some plain file; a card, if there is none."""
        files = [
            one for one in self.entries(folders=False) if one.is_file() and not one.is_symlink()
        ]
        return self.one(files) if files else self.home / "ada-park/student.yml"

    def folder(self) -> Path:
        """Some folder."""
        return self.one([self.home, *self.entries(files=False)])

    def write(self, path: Path, data: bytes) -> None:
        """A new file in place of whatever is there; never through a link, which may lead to the school's own files."""
        self.remove(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError:
            return  # something else stands in its way

    def remove(self, path: Path) -> None:
        """Take away whatever is there."""
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif os.path.lexists(path):
            path.unlink()


def keys_of(path: Path) -> tuple[dict[str, Any], str]:
    """The keys of a file as far as they are there, and the story below them."""
    if not path.is_file():
        return {}, ""
    try:
        text = path.read_text(encoding="utf-8")
        if not text.startswith(FENCE):
            return dict(json.loads(text)), ""
        _, keys, story = text.split(FENCE, 2)
        return dict(json.loads(keys)), story
    except (OSError, ValueError, TypeError, RecursionError):
        return {}, ""


def with_keys(path: Path, keys: dict[str, Any], story: str) -> bytes:
    """The bytes of a file with such keys."""
    told = json.dumps(keys)
    return (f"{FENCE}{told}\n{FENCE}{story}" if path.name.endswith(".md") else told).encode()


def change_keys(hand: Hand, path: Path, **keys: Any) -> None:
    """Write keys into a file, over those that are there."""
    there, story = keys_of(path)
    hand.write(path, with_keys(path, there | keys, story))


# Keys


def say_what_only_the_school_says(hand: Hand) -> None:
    key = hand.one(sorted(HOSTILE))
    change_keys(hand, hand.file(), **{key: HOSTILE[key]})


def hide_it_deeper(hand: Hand) -> None:
    key = hand.one(sorted(HOSTILE))
    told = {key: HOSTILE[key]}
    change_keys(
        hand, hand.file(), **hand.one([{"claims": [told]}, {"sharing": told}, {"media": [told]}])
    )


def claim_everything(hand: Hand) -> None:
    level = hand.one(["foundation", "advanced", "mastered"])
    claims = [{"credit": one, "level": level, "outcome": "earned"} for one in CREDITS]
    if hand.one([True, True, False]):
        claims = [{"credit": one["credit"], "level": level} for one in claims]
    change_keys(hand, hand.file(), claims=claims, status="published")


def pitch_it(hand: Hand) -> None:
    slug = hand.one(["beans", "p", "d1"])
    keys = {
        "title": "P",
        "date": hand.one(["2020-01-01", "2026-04-18", "2030-01-01"]),
        "artifacts": [hand.one(["bean-diary", "boat", "none"])],
        "claims": [{"credit": hand.one(CREDITS), "level": hand.one(["foundation", "advanced"])}],
        "status": "published",
        "self_rating": {"evidence": "exceeding"},
    }
    path = hand.home / hand.one(["ada-park", "ben-lim"]) / f"pitches/{slug}.md"
    hand.write(path, with_keys(path, keys, "Please.\n"))


def rate_oneself(hand: Hand) -> None:
    change_keys(hand, hand.file(), self_rating={"weigh": hand.one(LEVELS), "ask": "exceeding"})


def call_oneself_otherwise(hand: Hand) -> None:
    path = hand.home / hand.one(["ada-park", "ben-lim", "cleo-day"]) / "student.yml"
    change_keys(hand, path, name=hand.one(CALLED))


def share_oneself_otherwise(hand: Hand) -> None:
    path = hand.home / hand.one(["ada-park", "ben-lim", "cleo-day"]) / "student.yml"
    choice = {
        "name": hand.one(["full", "preferred", "initials", "Dr."]),
        "credits": hand.one([True, True, False]),
        "habits": hand.one([True, False]),
        "attempts": hand.one([True, False]),
        "phase": hand.one([True, False]),
    }
    change_keys(hand, path, sharing=dict.fromkeys(EDITIONS, choice))


def put_something_first(hand: Hand) -> None:
    path = hand.home / "ada-park/student.yml"
    credits = hand.chance.sample(CREDITS, hand.chance.randrange(len(CREDITS)))
    change_keys(hand, path, featured_credits=credits, statement=f"S {hand.chance.random()}")


def change_a_work(hand: Hand) -> None:
    change = hand.one(
        [
            {"title": f"Earned! {hand.chance.random()}"},
            {"audience": hand.chance.sample(EDITIONS, 2)},
            {"status": hand.one(["draft", "published", "earned"])},
            {"date": hand.one(["2020", "2026-03-14", "2031-01-01", "never"])},
            {"media": []},
            {"tags": ["led", "earned"]},
        ]
    )
    change_keys(hand, hand.file(), **change)


# Bytes


def write_noise(hand: Hand) -> None:
    hand.write(hand.file(), hand.chance.randbytes(hand.chance.randrange(200)))


def change_a_byte(hand: Hand) -> None:
    path = hand.file()
    data = bytearray(path.read_bytes()) if path.is_file() else bytearray()
    place = hand.chance.randrange(len(data) + 1)
    data[place : place + hand.chance.randrange(3)] = hand.chance.randbytes(hand.chance.randrange(3))
    hand.write(path, bytes(data))


def cut_off(hand: Hand) -> None:
    path = hand.file()
    data = path.read_bytes() if path.is_file() else b""
    hand.write(path, data[: hand.chance.randrange(len(data) + 1)])


def write_yaml_tricks(hand: Hand) -> None:
    trick = hand.one(
        [
            b"a: &a [*a]\n",
            b"name: &n Ada\nofficial_name: *n\n",
            b"<<: {decisions: []}\nname: Ada\n",
            b"name: Ada\nname: Official\n",
            b"--- {name: Ada}\n--- {official_name: X}\n",
            b"!!python/object:os.system {}\n",
            b"[" * 5000,
            b"? {decisions: 1}\n: 2\n",
            b"\xff\xfen\x00",
            b"\xef\xbb\xbfname: Ada\n",
        ]
    )
    hand.write(hand.file(), trick)


# Files and folders


def take_a_file_away(hand: Hand) -> None:
    hand.remove(hand.file())


def take_a_folder_away(hand: Hand) -> None:
    hand.remove(hand.one([*hand.entries(files=False), hand.home / "ada-park"]))


def rename_something(hand: Hand) -> None:
    path = hand.one([*hand.entries(), hand.home / "ada-park"])
    new = path.with_name(hand.one([*NAMES, "bean-diary", "boat", "ben-lim"]))
    if os.path.lexists(path) and not os.path.lexists(new):
        path.rename(new)


def put_something_new(hand: Hand) -> None:
    path = hand.folder() / hand.one(NAMES)
    ledger = {"official_name": "Dr. Ada", "decisions": [AWARD]}
    hand.write(path, hand.one([with_keys(path, ledger, ""), b"", b"name: X\n", b"\x00\x01"]))


def put_a_folder(hand: Hand) -> None:
    path = hand.folder() / hand.one([*NAMES, *SHELVES, "transcripts"])
    if not os.path.lexists(path) and path.parent.is_dir():
        path.mkdir()


def link_to_somewhere(hand: Hand) -> None:
    path = hand.one([hand.file(), hand.folder() / hand.one([*NAMES, *SHELVES, "bean-diary"])])
    goal = hand.one(
        [
            hand.root / "transcripts/ada-park.yml",
            hand.root / "transcripts",
            hand.home / "ben-lim",
            hand.home / "ben-lim/student.yml",
            Path("/etc/passwd"),
            Path("nowhere"),
            Path(),
        ]
    )
    if path != hand.home and path.parent.is_dir():
        hand.remove(path)
        path.symlink_to(goal)


def link_hard_to_another_file(hand: Hand) -> None:
    """Not to the school's own: a ledger that students can write to is no ledger any more, and is refused as a whole."""
    path = hand.folder() / hand.one(["student.yml", "x.yml", "artifact.md", "me.png"])
    goal = hand.file()
    if goal.is_file() and path != goal and path.parent.is_dir():
        hand.remove(path)
        path.hardlink_to(goal)


def put_a_pipe(hand: Hand) -> None:
    path = hand.one([hand.file(), hand.folder() / hand.one(NAMES)])
    if path != hand.home and path.parent.is_dir():
        hand.remove(path)
        os.mkfifo(path)


def take_a_classmates_work(hand: Hand) -> None:
    goal = hand.home / "cleo-day/artifacts"
    work = hand.home / "ada-park/artifacts/bean-diary"
    if work.is_dir() and not goal.is_symlink() and not goal.is_file():
        hand.remove(goal / "bean-diary")
        shutil.copytree(work, goal / "bean-diary", symlinks=True, ignore=_unreadable)


def _unreadable(folder: str, names: list[str]) -> list[str]:
    """What cannot be copied: pipes."""
    return [name for name in names if Path(folder, name).is_fifo()]


EDITS: tuple[Edit, ...] = (
    say_what_only_the_school_says,
    hide_it_deeper,
    claim_everything,
    pitch_it,
    rate_oneself,
    call_oneself_otherwise,
    share_oneself_otherwise,
    put_something_first,
    change_a_work,
    write_noise,
    change_a_byte,
    cut_off,
    write_yaml_tricks,
    take_a_file_away,
    take_a_folder_away,
    rename_something,
    put_something_new,
    put_a_folder,
    link_to_somewhere,
    link_hard_to_another_file,
    put_a_pipe,
    take_a_classmates_work,
)
