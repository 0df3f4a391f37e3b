"""The files that a page names, found beside it and nowhere else."""

from __future__ import annotations

import unicodedata

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.read.folder import Folder
from portfolio_gen.read.rules import OUTSIDE_FOLDER, WRONG_KIND
from portfolio_gen.read.wording import quoted


def find(name: str, folder: Folder) -> str | None:
    """The plain file in a folder that has a name, however its accents are encoded."""
    if name in folder.files:
        return name
    composed = unicodedata.normalize("NFC", name)
    alike = (one for one in folder.files if unicodedata.normalize("NFC", one) == composed)
    return next(alike, None)


def refuse_elsewhere(name: str, folder: Folder, place: Span) -> tuple[Diagnostic, ...]:
    """The complaint about a named file that is none, or lies outside.

    A name that is nowhere gives no complaint here: what is missing is for the check to say, who knows what for.
    """
    if name in folder.folders:
        message = f"{quoted(name)} is a folder, and a file is needed"
        return (Diagnostic(WRONG_KIND, place, message, "name a file that lies beside this page"),)
    if "/" in name or "\\" in name or name in {".", ".."}:
        message = f"{quoted(name)} leads out of this folder"
        hint = "put the file beside this page and write only its name"
        return (Diagnostic(OUTSIDE_FOLDER, place, message, hint),)
    return ()
