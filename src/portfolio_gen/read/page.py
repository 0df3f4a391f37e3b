"""One file to its noun: bytes, text, tree, dataclass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.noun import Page
from portfolio_gen.read.decode import decode
from portfolio_gen.read.folder import Folder, read_file
from portfolio_gen.read.frontmatter import take_apart
from portfolio_gen.read.rules import SECOND_FRONT_MATTER
from portfolio_gen.read.shape import writable
from portfolio_gen.read.tree import Tree
from portfolio_gen.read.yaml import grow

P = TypeVar("P", bound=Page)


class Told(NamedTuple, Generic[P]):
    """A noun from a Markdown page, with the text under its front matter."""

    noun: P
    body: str
    body_line: int
    """Line of the file on which the body begins."""


def read_text(folder: Folder, name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file in a folder."""
    if name in folder.refused:
        return None, ()
    if name not in folder.files:
        return None, (folder.wants(name),)
    data, found = read_file(folder, name)
    return decode(data, folder.shows(name)) if data is not None else (None, found)


def read_keys(
    noun: type[P], folder: Folder, name: str, *, otherwise: Mapping[str, str] | None = None
) -> tuple[P | None, tuple[Diagnostic, ...]]:
    """The noun that a YAML file holds.

    Args:
        noun: what the file describes.
        folder: where it lies.
        name: its name.
        otherwise: given where the sound part of a faulty file is wanted: values for required keys.
    """
    text, found = read_text(folder, name)
    tree, grown = grow(text, folder.shows(name)) if text is not None else (None, ())
    found += grown
    if tree is None and otherwise is not None:
        tree, found_nothing = grow("", folder.shows(name))
        return (_bind(noun, tree, otherwise)[0] if tree else None), found + found_nothing
    if tree is None:
        return None, found
    bound, faults = _bind(noun, tree, otherwise)
    return (bound if otherwise is not None or not found else None), found + faults


def read_page(
    noun: type[P], folder: Folder, name: str, *, needed: bool = True
) -> tuple[Told[P] | None, tuple[Diagnostic, ...]]:
    """The noun and the text that a Markdown page holds.

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
    tree, grown = grow(parts.matter, path, parts.matter_line)
    found += grown + second_front_matter(parts.body, parts.body_line, path, noun)
    if tree is None:
        return None, found
    bound, faults = _bind(noun, tree, None)
    found += faults
    if bound is None or found:
        return None, found
    return Told(bound, parts.body, parts.body_line), ()


def second_front_matter(
    body: str, line: int, path: str, noun: type[Page]
) -> tuple[Diagnostic, ...]:
    """The complaint that a body begins with keys, which would be shown to everybody as text."""
    parts, _ = take_apart(body, path, needed=False)
    if parts is None or not parts.matter:
        return ()
    keys = {one.partition(":")[0].strip() for one in parts.matter.splitlines() if ":" in one}
    if not keys & set(writable(noun)):
        return ()
    place = line + parts.matter_line - 2
    message = "a second front matter begins here, and would be shown as a part of the text"
    hint = "move its keys into the front matter at the top of the file, or remove it"
    return (Diagnostic(SECOND_FRONT_MATTER, Span(path, place, 1, place, 4), message, hint),)


def _bind(
    noun: type[P], tree: Tree, otherwise: Mapping[str, str] | None
) -> tuple[P | None, tuple[Diagnostic, ...]]:
    # pydantic takes a while to import, and a command that reads nothing should not wait for it.
    from portfolio_gen.read.bind import bind, bind_what_is_sound

    return bind(noun, tree) if otherwise is None else bind_what_is_sound(noun, tree, otherwise)
