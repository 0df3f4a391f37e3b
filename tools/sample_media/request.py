"""A request for one media file, as its writer put it, and the reading of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent / "requests"


@dataclass(frozen=True)
class Request:
    """What a writer asks for: where the file goes, what kind it is, and everything else they said."""

    path: str
    kind: str
    wishes: dict[str, Any]

    @property
    def about(self) -> str:
        """What the file shows, in the writer's words."""
        return str(self.wishes.get("about") or "")

    @property
    def title(self) -> str:
        """The title to be set in the picture, or nothing."""
        return str(self.wishes.get("title") or "")

    @property
    def palette(self) -> str:
        """The mood of colours by name."""
        return str(self.wishes.get("palette") or "warm")

    @property
    def content(self) -> str:
        """Text that belongs into the file."""
        return str(self.wishes.get("content") or "")

    @property
    def series(self) -> dict[str, Any]:
        """Kind-specific details; a bare list becomes `values`."""
        given = self.wishes.get("series") or {}
        return dict(given) if isinstance(given, dict) else {"values": given}

    @property
    def words(self) -> str:
        """Everything said, in small letters, for looking for subjects."""
        return f"{self.path} {self.title} {self.about}".lower().replace("-", " ").replace("_", " ")

    @property
    def ending(self) -> str:
        """The file's ending, without a dot."""
        return self.path.rsplit(".", 1)[-1].lower()

    def beside(self, name: str) -> Path:
        """A file that lies in the same folder."""
        return ROOT / Path(self.path).parent / name


def read_requests(folder: Path = FOLDER) -> list[Request]:
    """Every request of every writer, by path; a path that is asked for twice is an error."""
    found: dict[str, Request] = {}
    for file in sorted(folder.glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")) or []:
            wishes = {key: value for key, value in entry.items() if key not in {"path", "kind"}}
            request = Request(str(entry["path"]), str(entry["kind"]), wishes)
            if request.path in found:
                raise ValueError(f"{file.name}: {request.path} is asked for twice")
            found[request.path] = request
    return [found[path] for path in sorted(found)]
