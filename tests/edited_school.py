"""A small school with a bit of everything, and a desk at which it is edited by chance.

All its files that hold keys are written as JSON, which is YAML, too: an edit takes the keys, changes them and puts
them back.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import yaml

from portfolio_gen.model.dates import Day
from school import FILES, TODAY, minimal_school, picture, write

Choice = TypeVar("Choice")
Keys = dict[str, Any]

EDITIONS = ("self", "committee", "family", "college", "public")
FENCE = "---\n"
CREDITS = tuple(
    f"{skill}/{area}"
    for skill in ("communication", "critical-thinking")
    for area in ("academics", "community")
)
LEVELS = ("emerging", "meeting", "exceeding")
MEMBERS = ("b-lund", "c-mora", "e-obi")
EVERYTHING_AGREED = [
    "name",
    "full-name",
    "picture",
    "phase",
    "work",
    "credits",
    "habits",
    "recognitions",
    "profile",
]

MORE_FRAMEWORK: Mapping[str, Any] = {
    "terms": {"artifact": {"one": "work", "many": "works"}},
    "targets": [
        {
            "id": "weigh",
            "title": "Weigh evidence",
            "credit": "critical-thinking/academics",
            "scale": "readiness",
        },
        {"id": "ask", "title": "Ask a question", "domain": "community", "scale": "readiness"},
    ],
    "profile": [
        {"id": "strengths", "title": "What I am good at"},
        {"id": "home", "title": "Where I live", "shareable": False},
    ],
    "tags": [{"id": "led", "title": "I led it", "about": "Somebody else followed."}],
}
LEDGER: Mapping[str, Any] = {
    "enrolment": {
        "entered": "2025-09",
        "phase": "9",
        "framework": "2024",
        "class_of": "2030",
        "advisor": "e-obi",
    },
    "decisions": [
        {
            "id": "held",
            "credit": "communication/community",
            "level": "foundation",
            "outcome": "earned",
            "date": "2026-11-20",
            "release": "2026-11-26",
            "artifacts": ["boat"],
            "committee": ["b-lund", "c-mora"],
        }
    ],
}
FRIENDS = {"ben-lim": ("Ben", "Benjamin Ng Lim"), "cleo-day": ("Cleo Day", "Cleopatra Day")}
"""Who is there beside Ada: id to preferred and official name."""
OTHERS = {
    f"{name}-moss": (name.title(), f"{name.title()} Moss")
    for name in ("dee", "eli", "fay", "gil", "hal")
}
"""Who makes a school of it in which most people have not changed anything."""
WORK: Mapping[str, Any] = {
    "title": "A boat",
    "date": "2026-05",
    "summary": "It floats.",
    "audience": ["family", "college", "public"],
    "status": "published",
    "claims": [{"credit": "communication/community", "why": "I told everybody how to sit."}],
}


@dataclass
class Desk:
    """A school's folder while somebody works in it, on a day."""

    root: Path
    chance: Random
    day: Day = TODAY
    count: int = 0

    def next(self) -> int:
        """A number that nothing has been called by yet."""
        self.count += 1
        return self.count

    def one(self, choices: Sequence[Choice]) -> Choice:
        """One of several, by chance."""
        return self.chance.choice(choices)

    def some(self, choices: Sequence[Choice]) -> list[Choice]:
        """Some of several, or none, in their order."""
        return [one for one in choices if self.chance.random() < 0.5]

    def maybe(self, likely: float = 0.5) -> bool:
        """Yes or no."""
        return self.chance.random() < likely

    def words(self) -> str:
        """A sentence that nobody has said before; now and then with a name or an address in it."""
        about = self.one(["a bean", "Benjamin Ng Lim", "Cleo Day", "Ada Park", "x@harbor-mail.com"])
        return f"Sentence {self.next()} is about {about}."

    # Files that hold keys

    def keys(self, path: str) -> Keys:
        """The keys of a file; none when it is not there."""
        try:
            text = (self.root / path).read_text(encoding="utf-8")
        except OSError:
            return {}
        if not path.endswith(".md"):
            return dict(json.loads(text))
        return dict(json.loads(text.split(FENCE)[1])) if text.startswith(FENCE) else {}

    def story(self, path: str) -> str:
        """What stands below the keys of a page."""
        text = (self.root / path).read_text(encoding="utf-8")
        return text.split(FENCE, 2)[2] if text.startswith(FENCE) else text

    def put(self, path: str, keys: Mapping[str, Any], story: str | None = None) -> None:
        """Write keys, and below those of a page its story; the one that is there, if there is no other."""
        text = f"{json.dumps(keys, indent=1)}\n"
        if path.endswith(".md"):
            told = story if story is not None else self.story(path)
            text = f"{FENCE}{text}{FENCE}{told}"
        write(self.root, {path: text})

    def change(self, path: str, edit: Callable[[Keys], object]) -> None:
        """Take the keys of a file, change them, and put them back."""
        keys = self.keys(path)
        edit(keys)
        self.put(path, keys)

    # Who and what there is

    def students(self) -> list[str]:
        """Ids of all students."""
        return sorted(path.name for path in (self.root / "students").iterdir())

    def student(self) -> str:
        """One of them."""
        return self.one(self.students())

    def works(self, student: str) -> list[str]:
        """Slugs of a student's works."""
        return self._names(f"students/{student}/artifacts")

    def pages(self, student: str, shelf: str) -> list[str]:
        """Paths of the pages of a kind that a student has."""
        folder = f"students/{student}/{shelf}"
        return [f"{folder}/{name}" for name in self._names(folder)]

    def a_work(self) -> str | None:
        """Path of some work's page."""
        pages = [
            f"students/{student}/artifacts/{slug}/artifact.md"
            for student in self.students()
            for slug in self.works(student)
        ]
        return self.one(pages) if pages else None

    def _names(self, folder: str) -> list[str]:
        place = self.root / folder
        return sorted(path.name for path in place.iterdir()) if place.is_dir() else []

    # Going back

    def snapshot(self) -> dict[str, bytes]:
        """All files of the school as they are."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for part in ("portfolio.yml", "students", "transcripts", "themes")
            for path in sorted({self.root / part, *(self.root / part).rglob("*")})
            if path.is_file()
        }

    def restore(self, before: Mapping[str, bytes]) -> None:
        """Make all files as they were; those that are untouched stay untouched."""
        now = self.snapshot()
        for path in now.keys() - before.keys():
            (self.root / path).unlink()
        for path, data in before.items():
            if now.get(path) != data:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                (self.root / path).write_bytes(data)
        for folder in sorted((self.root / "students").rglob("*"), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        for folder in (self.root / "students").iterdir():
            if not any(folder.iterdir()):
                folder.rmdir()


def edited_school(
    folder: Path, chance: Random, people: Mapping[str, tuple[str, str]] = FRIENDS
) -> Desk:
    """The small school, with Ada and some other people, in a folder that is not there yet."""
    desk = Desk(minimal_school(folder), chance)
    for path in FILES:
        _as_json(desk, path)
    desk.put("portfolio.yml", desk.keys("portfolio.yml") | {"secret": "seven otters"})
    desk.change("transcripts/framework.yml", lambda keys: keys.update(MORE_FRAMEWORK))
    for student, (name, official) in people.items():
        enrol(desk, student, name, official)
    return desk


def _as_json(desk: Desk, path: str) -> None:
    if path.endswith("school-profile.md"):
        return
    text = (desk.root / path).read_text(encoding="utf-8")
    if not path.endswith(".md"):
        desk.put(path, _plain(yaml.safe_load(text)))
        return
    _, keys, story = text.split(FENCE, 2)
    desk.put(path, _plain(yaml.safe_load(keys)), story)


def _plain(value: Any) -> Any:
    """What YAML has taken for days, as it was written."""
    return json.loads(json.dumps(value, default=str))


def enrol(desk: Desk, student: str, name: str, official: str) -> None:
    """A new student, with a work, a ledger and consents."""
    home = f"students/{student}"
    sharing = {"college": {"name": "preferred"}, "public": {"name": "initials", "picture": True}}
    desk.put(f"{home}/student.yml", {"name": name, "sharing": sharing})
    (desk.root / home / "face.png").write_bytes(picture(16, 16))
    desk.put(f"{home}/artifacts/boat/artifact.md", WORK, f"The boat of {name}.\n")
    desk.put(f"transcripts/{student}.yml", {"official_name": official, **LEDGER})
    desk.change(
        "transcripts/consent.yml",
        lambda keys: keys["people"].update(
            {
                student: [
                    {
                        "edition": edition,
                        "shows": EVERYTHING_AGREED,
                        "given": "2026-09-01",
                        "until": until,
                        "by": "parent",
                    }
                    for edition, until in (("college", "2028-08-31"), ("public", "2026-11-30"))
                ]
            }
        ),
    )


def unenrol(desk: Desk, student: str) -> None:
    """A student leaves, and takes everything along."""
    shutil.rmtree(desk.root / "students" / student)
    (desk.root / f"transcripts/{student}.yml").unlink(missing_ok=True)
    desk.change("transcripts/consent.yml", lambda keys: keys["people"].pop(student, None))
