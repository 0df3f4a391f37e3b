"""One file to its noun: bytes, text, tree, dataclass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.noun import Page
from portfolio_gen.model.tell import tell
from portfolio_gen.read.decode import decode, without_control_characters
from portfolio_gen.read.folder import Folder, Found, read_file
from portfolio_gen.read.frontmatter import take_apart
from portfolio_gen.read.rules import MISPLACED_FRONT_MATTER
from portfolio_gen.read.tree import Tree
from portfolio_gen.read.yaml import grow

P = TypeVar("P", bound=Page)

_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


class Told(NamedTuple, Generic[P]):
    """A noun from a Markdown page, with the text under its front matter."""

    noun: P
    body: str
    body_line: int
    """Line of the file on which the body begins."""


def read_text(folder: Folder, name: str) -> tuple[str | None, Found]:
    """The text of a file in a folder; without one, a diagnostic says why."""
    if name in folder.refused:
        return None, ()
    if name not in folder.files:
        return None, (folder.misses(name),)
    data, found = read_file(folder, name)
    return decode(data, folder.shows(name)) if data is not None else (None, found)


def read_tree(folder: Folder, name: str) -> tuple[Tree | None, Found]:
    """The tree of a YAML file, which may have faults and still be there."""
    text, found = read_text(folder, name)
    return grow(text, folder.shows(name)) if text is not None else (None, found)


def read_keys(noun: type[P], folder: Folder, name: str) -> tuple[P | None, Found]:
    """The noun that a YAML file holds, or None and everything that is wrong with the file."""
    tree, found = read_tree(folder, name)
    if tree is None:
        return None, found
    bound, faults = bind_tree(noun, tree)
    return (None if found else bound), found + faults


def noun_of(noun: type[P], data: bytes, shown: str) -> tuple[P | None, Found]:
    """The noun that some bytes are in YAML, and everything that is wrong with them.

    Args:
        noun: what they describe.
        data: of a file, or of what a form has sent.
        shown: its path as diagnostics show it.
    """
    text, found = decode(data, shown)
    if text is None:
        return None, found
    tree, said = grow(text, shown)
    if tree is None:
        return None, found + said
    bound, faults = bind_tree(noun, tree)
    return bound, found + said + faults


def read_page(
    noun: type[P], folder: Folder, name: str, *, needed: bool = True
) -> tuple[Told[P] | None, Found]:
    """The noun and the text that a Markdown page holds, or None and everything that is wrong with it.

    Args:
        noun: what the front matter describes.
        folder: where the page lies.
        name: its name.
        needed: whether it must have front matter.
    """
    text, found = read_text(folder, name)
    if text is None:
        return None, found
    path = folder.shows(name)
    parts, found = take_apart(text, path, needed=needed)
    if parts is None:
        return None, found
    tree, found = grow(parts.matter, path, parts.matter_line)
    found += misplaced_front_matter(parts.body, path, parts.body_line)
    body, warnings = without_control_characters(parts.body, path, parts.body_line)
    if tree is None:
        return None, found + warnings
    bound, faults = bind_tree(noun, tree)
    told = Told(bound, body, parts.body_line) if bound and not found else None
    return told, found + faults + warnings


def misplaced_front_matter(text: str, path: str, first_line: int = 1) -> Found:
    """The complaint that a text begins with keys between lines `---`, which readers would see as text."""
    parts, _ = take_apart(text, path, needed=False)
    if parts is None or not _KEY.search(parts.matter):
        return ()
    line = first_line + parts.matter_line - 2
    message = tell("these keys stand where the text begins, and would be shown as a part of it")
    hint = tell("move them into the front matter at the top of the page, or remove them")
    return (Diagnostic(MISPLACED_FRONT_MATTER, Span(path, line, 1, line, 4), message, hint),)


def bind_tree(noun: type[P], tree: Tree) -> tuple[P | None, Found]:
    """The noun that a tree holds, or None and everything that is wrong with it."""
    # pydantic's core takes a while to import, and who reads nothing should not wait for it.
    from portfolio_gen.read.bind import bind

    return bind(noun, tree)


def bind_sound_keys(noun: type[P], tree: Tree, otherwise: Mapping[str, str]) -> tuple[P, Found]:
    """The noun that the sound top-level keys of a tree make, and everything that is wrong with it.

    Args:
        noun: what to make.
        tree: what was written.
        otherwise: values of the required keys, for when they are missing or faulty.
    """
    from portfolio_gen.read.bind import bind_what_is_sound

    return bind_what_is_sound(noun, tree, otherwise)
