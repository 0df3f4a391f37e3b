"""A piece of work: its folder, its page, and the files beside the page."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from portfolio_gen.diagnostics import Diagnostic, Severity
from portfolio_gen.model.artifact import Artifact, Media
from portfolio_gen.model.tell import tell
from portfolio_gen.read.beside import find_beside, size_of
from portfolio_gen.read.folder import Folder, Found, look_into
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.page import read_page
from portfolio_gen.read.rules import STRAY_FILE
from portfolio_gen.read.wording import quoted

PAGE = "artifact.md"


def read_artifact(
    shelf: Folder, name: str, called: str | None = None
) -> tuple[Artifact | None, Found]:
    """Read a piece of work; None when anything is wrong with it, so that nothing half-read is shown.

    Args:
        shelf: the student's folder `artifacts`.
        name: the name of the work's folder there.
        called: the work's slug, where its folder has another name.
    """
    slug = called or name
    folder, found = look_into(shelf.path / name, shelf.shows(name))
    if problem := judge_id(slug):
        found += (shelf.says(problem.rule, name, problem.message, problem.hint),)
    if folder is None:
        return None, found
    told, said = read_page(Artifact, folder, PAGE)
    found += said + tuple(_folder_inside(folder, name) for name in folder.folders if name != PAGE)
    if told is None:
        return None, found
    work, said = _with_files(told.noun, folder)
    artifact = replace(
        work,
        slug=slug,
        files=tuple(name for name in folder.files if name != PAGE),
        narrative=told.body,
        narrative_line=told.body_line,
    )
    found += said
    faulty = any(one.severity is Severity.ERROR for one in found)
    return (None if faulty else artifact), found


def _with_files(artifact: Artifact, folder: Folder) -> tuple[Artifact, Found]:
    """The work with the place of each of its files, and what is wrong with their names."""
    placed: list[Media] = []
    found: Found = ()
    for index, one in enumerate(artifact.media):
        place = partial(artifact.marks.at, "media", index, "file")
        source, said = find_beside(one.file, folder, place)
        placed.append(replace(one, source=source, size=size_of(source) if source else 0))
        found += said
    return replace(artifact, media=tuple(placed)), found


def _folder_inside(folder: Folder, name: str) -> Diagnostic:
    message = tell("nothing is read from a folder inside a piece of work")
    return folder.says(
        STRAY_FILE, name, message, tell("put its files beside %(page)s", page=quoted(PAGE))
    )
