"""Other people in a student's own files: what names them by an id of the school is written without it.

A first name that the student's own portfolio shows stays; an id leads to somebody's record, and does not leave.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from portfolio_gen.diagnostics import Span
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.student import Pitch
from portfolio_gen.model.value import dataclass

Edit: TypeAlias = tuple[Span, str]
"""A stretch of a file, and what stands there instead."""


@dataclass(slots=True)
class Strangers:
    """Names for people in pictures that tell nobody who they are, the same for the same person."""

    own: str
    """Id of the student themselves, which stays."""
    _given: dict[str, str]

    @classmethod
    def to(cls, student: str) -> Strangers:
        """Nobody is known yet."""
        return cls(student, {})

    @property
    def known(self) -> tuple[str, ...]:
        """The names that were given."""
        return tuple(self._given.values())

    def called(self, person: str) -> str:
        """A name without a meaning; consent has to be asked for anew before it could be shown."""
        if person == self.own:
            return person
        return self._given.setdefault(person, f"somebody-{len(self._given) + 1}")


def edits_of_work(work: Artifact, shown: Iterable[str], strangers: Strangers) -> Iterator[Edit]:
    """What changes on the page of a piece of work.

    Args:
        work: as it was read.
        shown: the name of each member of the team as the student's own edition shows it.
        strangers: names for people in its pictures.
    """
    for place, (mate, name) in enumerate(zip(work.team, shown, strict=True)):
        if mate.student:
            yield work.marks.name("team", place, "student"), "name"
            yield work.marks.at("team", place, "student"), json.dumps(name, ensure_ascii=False)
    for place, media in enumerate(work.media):
        for inner, person in enumerate(media.people):
            if (alias := strangers.called(person)) != person:
                yield work.marks.at("media", place, "people", inner), alias


def edits_of_pitch(pitch: Pitch) -> Iterator[Edit]:
    """What changes on the page of a pitch: it is the student's alone, with their own work."""
    own = [one for one in pitch.artifacts if "/" not in one]
    if len(own) < len(pitch.artifacts):
        yield pitch.marks.at("artifacts"), _listed(own)
    if pitch.group:
        yield pitch.marks.at("group"), "[]"


def _listed(words: Iterable[str]) -> str:
    return f"[{', '.join(words)}]"


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """A file with its stretches replaced; everything else stays byte for byte."""
    found = list(edits)
    if not found:
        return data
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    for span, new in sorted(found, key=lambda one: one[0], reverse=True):
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        text = f"{text[:start]}{new}{text[end:]}"
    return (mark + text).encode()
