"""One bad input: what somebody puts into a piece of work, and everything that must come of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

BASE: Mapping[str, str] = {
    "title": "A thing",
    "date": "2026-03-14",
    "summary": "It says what it is.",
    "audience": "[family]",
    "status": "published",
}
"""The keys of a work, on lines 2 to 6 of its page; what a case adds begins on line 7."""
STORY = "Before it.\n\n{}\n\nAfter it.\n"


@dataclass(frozen=True, slots=True)
class Home:
    """Where a case lies."""

    school: Path
    student: str
    slug: str
    canary: str
    """A word that stands in nothing else; `§` in recipes."""

    @property
    def own(self) -> Path:
        """The student's folder."""
        return self.school / "students" / self.student

    @property
    def work(self) -> Path:
        """The work's folder."""
        return self.own / "artifacts" / self.slug

    def write(self, path: str, data: bytes | str) -> Path:
        """Write a file below the work's folder, or elsewhere by `../`."""
        place = Path(os.path.normpath(self.work / path))
        place.parent.mkdir(parents=True, exist_ok=True)
        told = data.encode() if isinstance(data, str) else data
        place.write_bytes(told.replace("§".encode(), self.canary.encode()))
        return place


Put: TypeAlias = Callable[[Home], object]


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is put there, and what must come of it."""

    family: str
    name: str
    put: Put
    says: str = ""
    """All errors about it, and the warnings that matter, as `CODE path:line`, joined by `; `; paths begin at the work's
    folder."""
    built: bool = True
    """Whether its student's site is published; only what is wrong with one file of a work may be contained."""
    own: bool = False
    """Whether the case is about a whole student, so that it needs one to itself."""
    shows: tuple[str, ...] = ()
    """Texts, as people read them, on the work's page."""
    hides: bool = False
    """Whether no byte of what is published may hold the canary."""

    @property
    def slug(self) -> str:
        """The name of its work."""
        return f"{self.family}-{self.name}"

    @property
    def student(self) -> str:
        """Whose it is, if several cases are built together."""
        return self.slug if self.own or not self.built else f"kit-{self.family}"


def page(more: str = "", story: str = "A story.\n", **instead: str) -> str:
    """The text of `artifact.md`, with other values for some keys, and more lines below them."""
    lines = "".join(f"{key}: {value}\n" for key, value in {**BASE, **instead}.items())
    return f"---\n{lines}{more}{more and chr(10)}---\n{story}"


@dataclass(frozen=True)
class Family:
    """Makes cases of a family."""

    name: str

    def case(self, name: str, put: Put, says: str = "", **more: object) -> Case:
        """A case of which one function puts everything there."""
        return Case(family=self.name, name=name, put=put, says=says, **more)  # type: ignore[arg-type]

    def story(self, name: str, story: str, says: str = "", **more: object) -> Case:
        """A story between two sentences that must be read."""
        told = page(story=STORY.format(story))
        more = {"shows": ("Before it.", "After it."), **more}
        return self.case(name, lambda home: home.write("artifact.md", told), says, **more)

    def keys(self, name: str, lines: str, says: str = "", **more: object) -> Case:
        """More lines among the keys, which keep the student's site from being made if something is wrong with them."""
        more = {"built": not says, **more}
        return self.case(name, lambda home: home.write("artifact.md", page(lines)), says, **more)

    def value(self, name: str, key: str, value: str, says: str = "", **more: object) -> Case:
        """Another value for a key."""
        told = page(**{key: value})
        more = {"built": not says, **more}
        return self.case(name, lambda home: home.write("artifact.md", told), says, **more)

    def whole(self, name: str, data: bytes, says: str, **more: object) -> Case:
        """The bytes of `artifact.md`."""
        more = {"built": False, **more}
        return self.case(name, lambda home: home.write("artifact.md", data), says, **more)

    def file(
        self, name: str, file: str, make: Callable[[], bytes], says: str = "", **more: object
    ) -> Case:
        """A file beside the page, which names it on line 8."""

        return self.telling(name, file, lambda _: make(), says, **more)

    def telling(
        self, name: str, file: str, make: Callable[[str], bytes], says: str = "", **more: object
    ) -> Case:
        """The same, made with a word that says too much."""

        def put(home: Home) -> None:
            home.write("artifact.md", page(listed(file)))
            home.write(file, make(home.canary))

        return self.case(name, put, says, **more)


def listed(*files: str) -> str:
    """The keys that name files."""
    return "media:\n" + "\n".join(
        f"  - file: {json.dumps(one, ensure_ascii=False)}\n    alt: What it shows" for one in files
    )
