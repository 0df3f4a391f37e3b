"""A piece of work: its folder, its page, and the files beside the page."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Severity, Span
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.read.folder import Folder, Found, look_into
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.page import read_page
from portfolio_gen.read.rules import OUTSIDE_FOLDER, STRAY_FILE, WRONG_KIND
from portfolio_gen.read.wording import quoted

PAGE = "artifact.md"


def read_artifact(shelf: Folder, slug: str) -> tuple[Artifact | None, Found]:
    """Read a piece of work; None when anything is wrong with it, so that nothing half-read is shown.

    Args:
        shelf: the student's folder `artifacts`.
        slug: the name of the work's folder there.
    """
    folder, found = look_into(shelf.path / slug, shelf.shows(slug))
    if problem := judge_id(slug):
        found += (shelf.says(problem.rule, slug, problem.message, problem.hint),)
    if folder is None:
        return None, found
    told, said = read_page(Artifact, folder, PAGE)
    found += said + tuple(_folder_inside(folder, name) for name in folder.folders if name != PAGE)
    if told is None:
        return None, found
    artifact = replace(
        told.noun,
        slug=slug,
        media=tuple(replace(one, source=find(one.file, folder)) for one in told.noun.media),
        files=tuple(name for name in folder.files if name != PAGE),
        narrative=told.body,
        narrative_line=told.body_line,
    )
    found += _files_elsewhere(artifact, folder)
    faulty = any(one.severity is Severity.ERROR for one in found)
    return (None if faulty else artifact), found


def find(name: str, folder: Folder) -> Path | None:
    """The absolute path of the plain file in a folder that has a name, however its accents are encoded."""
    composed = unicodedata.normalize("NFC", name)
    named = (one for one in folder.files if unicodedata.normalize("NFC", one) == composed)
    file = name if name in folder.files else next(named, None)
    return folder.path / file if file else None


def refuse_elsewhere(name: str, folder: Folder, place: Span) -> Found:
    """The complaint about the name of a file that is none, or lies outside the folder.

    A name that is nowhere gives no complaint here: what is missing is for the check to say, who knows what for.

    Args:
        name: what a page calls one of its files.
        folder: where the page lies.
        place: where the name is written.
    """
    if name in folder.folders:
        message = f"{quoted(name)} is a folder, and a file is needed"
        return (Diagnostic(WRONG_KIND, place, message, "name a file that lies beside this page"),)
    if "/" in name or "\\" in name or name in {".", ".."}:
        message = f"{quoted(name)} leads out of this folder"
        hint = "put the file beside this page and write only its name"
        return (Diagnostic(OUTSIDE_FOLDER, place, message, hint),)
    return ()


def _files_elsewhere(artifact: Artifact, folder: Folder) -> Found:
    return tuple(
        diagnostic
        for index, one in enumerate(artifact.media)
        for diagnostic in refuse_elsewhere(
            one.file, folder, artifact.marks.at("media", index, "file")
        )
    )


def _folder_inside(folder: Folder, name: str) -> Diagnostic:
    message = "nothing is read from a folder inside a piece of work"
    return folder.says(STRAY_FILE, name, message, f"put its files beside {quoted(PAGE)}")
