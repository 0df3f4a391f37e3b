"""What a form sends, taken into a student's folder: words into their file, pictures beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from portfolio_gen.edit import read_form
from portfolio_gen.editing.drawer import CannotOpen, Drawer
from portfolio_gen.editing.sheet import Glimpse, Sheet
from portfolio_gen.editing.speaking import why
from portfolio_gen.model.speech import Sentence, sentence
from portfolio_gen.render.cabinet import MOST_BYTES
from portfolio_gen.render.kinds import LOOKED_AT, nature_of, says_otherwise
from portfolio_gen.rewrite.keys import CannotChange
from portfolio_gen.rewrite.page import rewritten
from portfolio_gen.schemas import schemas
from portfolio_gen.serve.editor import Sent
from portfolio_gen.start import file_name

_COPY = re.compile(r"(links\.\d{1,3}\.copy)\.upload")
Form = Mapping[str, Sequence[str]]


def first(form: Form, name: str) -> str:
    """What was sent under a name; empty when nothing was."""
    return next(iter(form.get(name, ())), "")


def as_sent(sheet: Sheet, seen: Glimpse, form: Form, brought: Sequence[Mapping[str, str]]) -> str:
    """The file as somebody wants it who has filled in the form.

    Args:
        sheet: the file that they have seen.
        seen: the school that they have chosen from.
        form: what was sent.
        brought: entries for files that came with it.

    Raises:
        CannotChange: it cannot be written without changing something else.
    """
    old, _ = sheet.said
    fields = sheet.fields(seen.school, seen.student)
    values: dict[str, Any] = read_form(fields, form, old)
    if brought and sheet.kind == "artifact" and "media" in values:
        values["media"] = [*values["media"], *brought]
    elif brought:
        values["picture"] = {**(values.get("picture") or {}), **brought[-1]}
    body = first(form, "body") if "body" in form else None
    order = tuple(schemas()[sheet.kind]["properties"])
    return rewritten(sheet.text, values, body, told=sheet.told, order=order)


def take_files(
    drawer: Drawer, folder: str, sent: Sequence[Sent], form: Form
) -> tuple[list[dict[str, str]], list[str]]:
    """Put what was sent beside a page.

    Returns:
        An entry for each file that was taken, and a sentence about each that was not.
    """
    taken: list[dict[str, str]] = []
    refused: list[str] = []
    for place, one in enumerate(sent):
        if words := _against(one):
            refused.append(words)
            continue
        name = file_name(one.name, drawer.names(folder))
        try:
            drawer.add(folder, name, one.file)
        except CannotOpen as problem:
            refused.append(why(problem))
            continue
        alt = first(form, f"upload.{place}.alt").strip()
        taken.append({"file": name, **({"alt": alt} if alt else {})})
    return taken, refused


def take_copies(
    drawer: Drawer, sheet: Sheet, files: Mapping[str, Sequence[Sent]], form: Form
) -> tuple[Form, list[dict[str, str]], list[str]]:
    """Put copies of what links lead to beside a page.

    Returns:
        The form with the names of those that were taken; what is listed of them beside a work; and a sentence about
        each that was not.
    """
    chosen: dict[str, Sequence[str]] = dict(form)
    listed: list[dict[str, str]] = []
    refused: list[str] = []
    for name, sent in files.items():
        if link := _COPY.fullmatch(name):
            taken, said = take_files(drawer, sheet.folder, sent[-1:], {})
            refused += said
            for one in taken:
                chosen[link[1]] = [one["file"]]
            if sheet.kind == "artifact":
                listed += taken
    return chosen, listed, refused


def _against(one: Sent) -> Sentence | None:
    """Why a file is not taken, if so."""
    name = one.name[:80]
    if one.size > MOST_BYTES:
        return sentence(
            "%(name)s was not taken: it is larger than %(count)s MB. Make it smaller, or cut it.",
            name=name,
            count=MOST_BYTES // 1_000_000,
        )
    one.file.seek(0)
    head = one.file.read(LOOKED_AT)
    one.file.seek(0)
    if says_otherwise(one.name, nature_of(one.name, head)):
        return sentence(
            "%(name)s was not taken: it is not what its name says. Save it again as a picture, film or PDF.",
            name=name,
        )
    return None


__all__ = ["CannotChange", "as_sent", "first", "take_copies", "take_files"]
