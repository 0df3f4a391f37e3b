"""One student's folder: what they made and how they tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.noun import Page
from portfolio_gen.model.student import Goal, Narrative, Pitch, Student
from portfolio_gen.read.folder import Folder, look_into
from portfolio_gen.read.media import find, refuse_elsewhere
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.page import Told, read_keys, read_page
from portfolio_gen.read.rules import STRAY_FILE, WRONG_KIND
from portfolio_gen.read.wording import did_you_mean, nearest, quoted

T = TypeVar("T", bound=Page)
Found = tuple[Diagnostic, ...]

PLACES = ("artifacts", "goals", "narratives", "pitches")
"""The folders that a student's folder may have."""
SINGLE_FILES = ("narrative.md", "student.yml")


def read_student(path: Path, shown: str, identifier: str) -> tuple[Student, Found]:
    """Read all that a student has gathered.

    Args:
        path: the student's folder.
        shown: its path as diagnostics show it.
        identifier: the student's id, which is the folder's name.

    Returns:
        The student as far as they could be read, and what is wrong.
    """
    folder, found = look_into(path, shown)
    student, said = read_keys(Student, folder, "student.yml", otherwise={"name": identifier})
    student = student or Student(name=identifier)
    found += said
    if student.picture:
        name = student.picture.file
        place = student.marks.at("picture", "file")
        picture = replace(student.picture, source=_source(name, folder))
        student = replace(student, picture=picture)
        found += refuse_elsewhere(name, folder, place)
    opening, said = _read_opening(folder)
    narratives, said_1, _ = _read_pages(Narrative, folder, "narratives", needed=False)
    goals, said_2, _ = _read_pages(Goal, folder, "goals")
    pitches, said_3, unread_3 = _read_pages(Pitch, folder, "pitches")
    artifacts, said_4, unread_4 = _read_artifacts(folder, identifier)
    found += said + said_1 + said_2 + said_3 + said_4 + tuple(_stray(folder))
    return (
        replace(
            student,
            id=identifier,
            opening=opening,
            narratives=narratives,
            goals=goals,
            pitches=pitches,
            artifacts=artifacts,
            unread=unread_3 | unread_4,
        ),
        tuple(replace(one, about=identifier) for one in found),
    )


def _read_opening(folder: Folder) -> tuple[Narrative | None, Found]:
    if "narrative.md" not in folder.files and "narrative.md" not in folder.folders:
        return None, ()
    told, found = read_page(Narrative, folder, "narrative.md", needed=False)
    return (_with_text(told, slug="") if told else None), found


def _with_text(told: Told[T], slug: str) -> T:
    return replace(told.noun, slug=slug, text=told.body, text_line=told.body_line)  # type: ignore[call-arg]


def _look_below(folder: Folder, name: str) -> tuple[Folder | None, Found]:
    """A folder that may be there, or what is wrong with it."""
    if name in folder.files:
        message = f"{quoted(name)} is a file, and a folder is needed"
        place = Span(folder.shows(name))
        return None, (Diagnostic(WRONG_KIND, place, message, "rename it and make a folder"),)
    if name not in folder.folders:
        return None, ()
    return look_into(folder.path / name, folder.shows(name))


def _read_pages(
    noun: type[T], folder: Folder, name: str, *, needed: bool = True
) -> tuple[tuple[T, ...], Found, frozenset[str]]:
    """The pages of one folder, what is wrong with them, and the slugs of those that could not be read."""
    below, found = _look_below(folder, name)
    if below is None:
        return (), found, frozenset()
    pages: list[T] = []
    unread: set[str] = set()
    for file in below.files:
        slug, dot, ending = file.rpartition(".")
        if not dot or ending != "md":
            found += (_not_a_page(below, file),)
            continue
        told, said = read_page(noun, below, file, needed=needed)
        said += _bad_id(below, file, slug)
        found += said
        if told and not said:
            pages.append(_with_text(told, slug))
        else:
            unread.add(slug)
    found += tuple(_no_folder_here(below, one) for one in below.folders)
    return tuple(pages), found, frozenset(unread)


def _read_artifacts(
    folder: Folder, student: str
) -> tuple[tuple[Artifact, ...], Found, frozenset[str]]:
    below, found = _look_below(folder, "artifacts")
    if below is None:
        return (), found, frozenset()
    artifacts: list[Artifact] = []
    unread: set[str] = set()
    for slug in below.folders:
        artifact, said = _read_artifact(below, slug)
        found += said
        if artifact is None:
            unread.add(slug)
        else:
            artifacts.append(replace(artifact, student=student))
    for file in below.files:
        hint = f"make a folder {quoted(file.partition('.')[0])} and put it there as `artifact.md`"
        message = "each piece of work needs a folder of its own"
        found += (Diagnostic(STRAY_FILE, Span(below.shows(file)), message, hint),)
    return tuple(artifacts), found, frozenset(unread)


def _read_artifact(artifacts: Folder, slug: str) -> tuple[Artifact | None, Found]:
    """A piece of work; None when anything is wrong with its folder, so that nothing half-read is shown."""
    shown = artifacts.shows(slug)
    folder, found = look_into(artifacts.path / slug, shown)
    told, said = read_page(Artifact, folder, "artifact.md")
    found += _bad_id(artifacts, slug, slug) + said
    if told is None:
        return None, found
    media = tuple(replace(one, source=_source(one.file, folder)) for one in told.noun.media)
    for index, one in enumerate(media):
        place = told.noun.marks.at("media", index, "file")
        found += refuse_elsewhere(one.file, folder, place)
    found += tuple(_no_folder_here(folder, name) for name in folder.folders)
    if any(one.rule is not STRAY_FILE for one in found):
        return None, found
    files = tuple(name for name in folder.files if name != "artifact.md")
    return (
        replace(
            told.noun,
            slug=slug,
            media=media,
            files=files,
            narrative=told.body,
            narrative_line=told.body_line,
        ),
        found,
    )


def _source(name: str, folder: Folder) -> Path | None:
    file = find(name, folder)
    return folder.path / file if file else None


def _bad_id(folder: Folder, name: str, identifier: str) -> Found:
    problem = judge_id(identifier)
    if problem is None:
        return ()
    return (Diagnostic(problem.rule, Span(folder.shows(name)), problem.message, problem.hint),)


def _not_a_page(folder: Folder, name: str) -> Diagnostic:
    message = "only pages whose names end in `.md` are read here"
    hint = "move it to the folder of the work that it belongs to, or rename it"
    return Diagnostic(STRAY_FILE, Span(folder.shows(name)), message, hint)


def _no_folder_here(folder: Folder, name: str) -> Diagnostic:
    message = "folders are not read here"
    return Diagnostic(STRAY_FILE, Span(folder.shows(name)), message, "move its files one folder up")


def _stray(folder: Folder) -> Iterator[Diagnostic]:
    """What lies in a student's folder and looks as if it was meant for something."""
    for name in folder.folders:
        if name not in PLACES:
            message = f"nothing is read from the folder {quoted(name)}"
            yield Diagnostic(
                STRAY_FILE, Span(folder.shows(name)), message, did_you_mean(name, PLACES)
            )
    for name in folder.files:
        if name not in SINGLE_FILES and name.rpartition(".")[2].lower() in {"yml", "yaml", "md"}:
            guess = nearest(name, SINGLE_FILES)
            hint = f"did you mean {quoted(guess)}?" if guess else "move it to where it belongs"
            message = f"nothing is read from {quoted(name)}"
            yield Diagnostic(STRAY_FILE, Span(folder.shows(name)), message, hint)
