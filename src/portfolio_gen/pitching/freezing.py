"""What is copied when a pitch is handed in: exactly what the committee will see, and nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Pitch, Student
from portfolio_gen.model.submission import Submission

COMPANIONS = frozenset({".vtt", ".srt", ".txt", ".md"})
"""Endings of captions and transcripts, which are called like their recording."""


def works_of(school: School, student: Student, pitch: Pitch) -> Mapping[str, Artifact | None]:
    """The works of a pitch by the names that it gives them; None for one that is not there or not theirs to pitch."""
    mine = {one.slug: one for one in student.artifacts}
    return {
        name: mine.get(name) if "/" not in name else _of_a_teammate(school, student.id, name)
        for name in dict.fromkeys(pitch.artifacts)
    }


def _of_a_teammate(school: School, student: str, name: str) -> Artifact | None:
    owner, _, slug = name.rpartition("/")
    return next(
        (
            work
            for one in school.students
            if one.id == owner
            for work in one.artifacts
            if work.slug == slug and any(mate.student == student for mate in work.team)
        ),
        None,
    )


def copies(
    root: Path, student: str, pitch: Pitch, works: Mapping[str, Artifact]
) -> Mapping[str, Path]:
    """Path in the frozen copy to the file that is copied there, in order.

    Args:
        root: the school's folder.
        student: whose pitch it is.
        pitch: as it stands in the student's folder.
        works: by the names that the pitch gives them.
    """
    files = {f"pitches/{pitch.slug}.md": root / f"students/{student}/pitches/{pitch.slug}.md"}
    for name, work in works.items():
        place = f"artifacts/{name.replace('/', '.')}"
        home = root / f"students/{work.student}/artifacts/{work.slug}"
        files[f"{place}/artifact.md"] = home / "artifact.md"
        files |= {f"{place}/{one}": home / one for one in _shown(work)}
    return dict(sorted(files.items()))


def _shown(work: Artifact) -> Iterator[str]:
    """Names of the files that belong to a work's page: its media, and what is called like one of them to tell it."""
    named = {one.source.name for one in work.media if one.source}
    stems = {PurePosixPath(one).stem for one in named}
    yield from named
    for file in work.files:
        path = PurePosixPath(file)
        if file not in named and path.suffix.lower() in COMPANIONS and path.stem in stems:
            yield file


def newest(school: School, student: str, pitch: str) -> Submission | None:
    """The last time that a pitch was handed in."""
    return max(
        (one for one in school.submissions if (one.student, one.pitch) == (student, pitch)),
        key=lambda one: one.number,
        default=None,
    )


def later(school: School, one: Submission, credit: str, level: str) -> Submission | None:
    """A later pitch of the same student for the same credit at the same level, which takes its place."""
    after = (
        other
        for other in school.submissions
        if other.student == one.student
        and other.asks_for(credit, level)
        and (other.submitted, other.number) > (one.submitted, one.number)
        and other.digest != one.digest
    )
    return max(after, key=lambda other: (other.submitted, other.number), default=None)
