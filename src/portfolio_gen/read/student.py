"""One student's folder: what they made and how they tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Generic, TypeVar

from portfolio_gen.diagnostics import Diagnostic, errors, nearest
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.milestone import Milestones
from portfolio_gen.model.noun import Page
from portfolio_gen.model.profile import Profile
from portfolio_gen.model.student import ASIDE, Goal, Link, Narrative, Pitch, Student
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.artifact import read_artifact
from portfolio_gen.read.beside import find_beside
from portfolio_gen.read.folder import Folder, Found, look_into
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.page import bind_sound_keys, read_keys, read_page, read_tree
from portfolio_gen.read.rules import STRAY_FILE, WRONG_KIND
from portfolio_gen.read.wording import did_you_mean, quoted

P = TypeVar("P", bound=Page)
S = TypeVar("S", Narrative, Goal, Conference, Pitch)

CARD = "student.yml"
OPENING = "narrative.md"
PROFILE = "profile.yml"
MILESTONES = "milestones.yml"
PAGES = (CARD, OPENING, PROFILE, MILESTONES)
"""The files that a student's folder may have."""
SHELVES = ("artifacts", "conferences", "goals", "narratives", "pitches")
"""The folders that it may have."""


@dataclass(frozen=True, slots=True)
class Shelf(Generic[P]):
    """What one of these folders holds."""

    pages: tuple[P, ...] = ()
    """In order of their slugs."""
    unread: frozenset[str] = frozenset()
    """Slugs of what is there and could not be read; the folder's own name with a slash if that could not."""
    found: Found = ()


def read_student(students: Folder, identifier: str) -> tuple[Student, Found]:
    """Read all that a student has gathered.

    Args:
        students: the school's folder `students`.
        identifier: the student's id, which is the name of their folder there.

    Returns:
        The student as far as they could be read, and what is wrong, all of it about them.
    """
    folder, found = look_into(students.path / identifier, students.shows(identifier))
    if folder is None:
        unread = frozenset(f"{name}/" for name in SHELVES)
        return Student(name=identifier, id=identifier, unread=unread), _about(identifier, found)
    student, said = _read_card(folder, identifier)
    opening, told = _read_opening(folder)
    narratives = _read_shelf(folder, "narratives", _pages_of(Narrative, needed=False))
    profile, about_profile = _read_if_there(Profile, folder, PROFILE)
    milestones, about_milestones = _read_if_there(Milestones, folder, MILESTONES)
    goals = _read_shelf(folder, "goals", _pages_of(Goal))
    conferences = _read_shelf(folder, "conferences", _pages_of(Conference))
    pitches = _read_shelf(folder, "pitches", _pages_of(Pitch))
    artifacts = _read_shelf(folder, "artifacts", _read_artifacts)
    found += said + told + about_profile + about_milestones + tuple(_stray(folder))
    for shelf in (narratives, goals, conferences, pitches, artifacts):
        found += shelf.found
    return replace(
        student,
        id=identifier,
        opening=opening,
        narratives=narratives.pages,
        profile=profile or Profile(),
        milestones=milestones or Milestones(),
        goals=goals.pages,
        conferences=conferences.pages,
        pitches=pitches.pages,
        artifacts=tuple(replace(one, student=identifier) for one in artifacts.pages),
        unread=pitches.unread | artifacts.unread,
    ), _about(identifier, found)


def _about(identifier: str, found: Found) -> Found:
    return tuple(replace(one, about=identifier) for one in found)


def _read_card(folder: Folder, identifier: str) -> tuple[Student, Found]:
    """What student.yml says, as far as it is sound."""
    tree, found = read_tree(folder, CARD)
    if tree is None:
        return Student(name=identifier), found
    student, faults = bind_sound_keys(Student, tree, {"name": identifier})
    links, of_links = _with_copies(student, folder)
    student, found = replace(student, links=links), found + faults + of_links
    if student.picture is None:
        return student, found
    place = partial(student.marks.at, "picture", "file")
    source, said = find_beside(student.picture.file, folder, place)
    picture = None if said else replace(student.picture, source=source)
    return replace(student, picture=picture), found + said


def _with_copies(student: Student, folder: Folder) -> tuple[tuple[Link, ...], Found]:
    """The links with the files that are copies of what they lead to, where these can be used."""
    links, found = list(student.links), list[Diagnostic]()
    for place, one in enumerate(links):
        if one.copy is not None:
            at = partial(student.marks.at, "links", place, "copy")
            source, said = find_beside(one.copy, folder, at)
            links[place] = replace(one, copy=None if said else one.copy, source=source)
            found += said
    return tuple(links), tuple(found)


def _read_opening(folder: Folder) -> tuple[Narrative | None, Found]:
    if OPENING not in folder.files and OPENING not in folder.folders:
        return None, ()
    told, found = read_page(Narrative, folder, OPENING, needed=False)
    if told is None:
        return None, found
    return replace(told.noun, text=told.body, text_line=told.body_line), found


def _read_if_there(noun: type[P], folder: Folder, name: str) -> tuple[P | None, Found]:
    """What a file says that a student may have; nothing half-read, so that nothing is shown by mistake."""
    if name not in folder.files and name not in folder.folders:
        return None, ()
    bound, found = read_keys(noun, folder, name)
    return (None if errors(found) else bound), found


def _read_shelf(folder: Folder, name: str, read: Callable[[Folder], Shelf[P]]) -> Shelf[P]:
    """What one of a student's folders holds; nothing, when it is not there."""
    if name in folder.files:
        message = tell("%(name)s is a file, and a folder is needed", name=quoted(name))
        return Shelf(found=(folder.says(WRONG_KIND, name, message, tell("make it a folder")),))
    unread = frozenset({f"{name}/"})
    if name not in folder.folders:
        return Shelf(unread=unread & {f"{one}/" for one in folder.refused})
    below, found = look_into(folder.path / name, folder.shows(name))
    if below is None:
        return Shelf(unread=unread, found=found)
    shelf = read(below)
    refused = {one.removesuffix(".md") for one in below.refused}
    return replace(shelf, unread=shelf.unread | refused, found=found + shelf.found)


def _pages_of(noun: type[S], *, needed: bool = True) -> Callable[[Folder], Shelf[S]]:
    """How to read a folder that holds one Markdown page for each noun of a kind."""

    def read(folder: Folder) -> Shelf[S]:
        pages = [name for name in folder.files if name.endswith(".md")]
        taken = {name.removesuffix(".md"): _read_one(noun, folder, name, needed) for name in pages}
        strays = (name for name in (*folder.files, *folder.folders) if name not in pages)
        return _shelf(taken, (_no_page(folder, name) for name in strays))

    return read


def _read_one(noun: type[S], folder: Folder, name: str, needed: bool) -> tuple[S | None, Found]:
    slug = name.removesuffix(".md")
    told, found = read_page(noun, folder, name, needed=needed)
    if problem := judge_id(slug):
        found += (folder.says(problem.rule, name, problem.message, problem.hint),)
        return None, found
    if told is None:
        return None, found
    return replace(told.noun, slug=slug, text=told.body, text_line=told.body_line), found


def _read_artifacts(folder: Folder) -> Shelf[Artifact]:
    taken = {slug: read_artifact(folder, slug) for slug in folder.folders}
    return _shelf(taken, (_no_work(folder, name) for name in folder.files))


def _shelf(taken: dict[str, tuple[P | None, Found]], strays: Iterator[Diagnostic]) -> Shelf[P]:
    return Shelf(
        pages=tuple(page for page, _ in taken.values() if page is not None),
        unread=frozenset(slug for slug, (page, _) in taken.items() if page is None),
        found=(*(one for _, found in taken.values() for one in found), *strays),
    )


def _no_page(folder: Folder, name: str) -> Diagnostic:
    message = tell("only pages whose names end in `.md` are read here")
    return folder.says(
        STRAY_FILE, name, message, tell("move it to the piece of work that it belongs to")
    )


def _no_work(folder: Folder, name: str) -> Diagnostic:
    message = tell("each piece of work is a folder of its own, and nothing is read from this file")
    hint = tell("make a folder for it, and call the page in it `artifact.md`")
    return folder.says(STRAY_FILE, name, message, hint)


def _stray(folder: Folder) -> Iterator[Diagnostic]:
    """What lies in a student's folder and looks as if it was meant for something."""
    for name in folder.folders:
        if name not in (*SHELVES, *PAGES, ASIDE):
            message = tell("nothing is read from the folder %(name)s", name=quoted(name))
            yield folder.says(STRAY_FILE, name, message, did_you_mean(name, SHELVES))
    for name in folder.files:
        if name not in (*SHELVES, *PAGES) and name.endswith((".yml", ".yaml", ".md")):
            guess = nearest(name, PAGES)
            hint = (
                tell("did you mean %(word)s?", word=quoted(guess))
                if guess
                else tell("move it to where it belongs")
            )
            yield folder.says(
                STRAY_FILE, name, tell("nothing is read from %(name)s", name=quoted(name)), hint
            )
