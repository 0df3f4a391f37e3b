"""The framework, laid over the preset that it extends, and the versions that the school has kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from portfolio_gen.diagnostics import Diagnostic, errors
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.tell import tell
from portfolio_gen.read.folder import Folder, Found, look_into
from portfolio_gen.read.graft import dropped_in_vain, graft
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.page import bind_tree, read_tree
from portfolio_gen.read.rules import NOTHING_TO_DROP, STRAY_FILE, UNKNOWN_PRESET
from portfolio_gen.read.tree import Scalar, Tree
from portfolio_gen.read.wording import did_you_mean, quoted
from portfolio_gen.read.yaml import grow

VERSIONS = "frameworks"
"""Folder of `transcripts/` for earlier versions, each called like its version."""

_PRESETS = files("portfolio_gen") / "presets"
_FRAMEWORK = "transcripts/framework.yml"


def read_framework(folder: Folder, name: str = "framework.yml") -> tuple[Framework | None, Found]:
    """The framework that a file holds, or None and everything that is wrong with it."""
    tree, found = read_tree(folder, name)
    if tree is None:
        return None, found
    tree, said = _extended(tree)
    found += said
    if errors(said):
        return None, found
    bound, faults = bind_tree(Framework, tree)
    found += faults
    return (None if errors(found) else bound), found


def read_versions(
    transcripts: Folder, extends: str | None = None
) -> tuple[Mapping[str, Framework], Found]:
    """Version to framework, for each that lies in `transcripts/frameworks/` and could be read.

    Args:
        transcripts: the folder of the school's records.
        extends: a preset that the current framework changes. Its earlier versions come along with its crosswalks,
            and one that the school keeps itself takes the place of the preset's.
    """
    versions, found = _inherited_versions(extends) if extends else ({}, ())
    if VERSIONS not in transcripts.folders:
        return versions, found
    folder, said = look_into(transcripts.path / VERSIONS, transcripts.shows(VERSIONS))
    found += said
    for name in folder.files if folder else ():
        if folder and not name.endswith(".yml"):
            hint = tell("earlier versions are called `⟨version⟩.yml`")
            found += (folder.says(STRAY_FILE, name, tell("nothing is read from this file"), hint),)
        elif folder:
            framework, said = _read_version(folder, name)
            versions |= {framework.version: framework} if framework else {}
            found += said
    return versions, found


def _read_version(folder: Folder, name: str) -> tuple[Framework | None, Found]:
    framework, found = read_framework(folder, name)
    if problem := judge_id(name.removesuffix(".yml")):
        found += (folder.says(problem.rule, name, problem.message, problem.hint),)
    return framework, found


def _inherited_versions(preset: str) -> tuple[dict[str, Framework], Found]:
    """Version to framework, for each earlier version that comes with a preset."""
    kept = _PRESETS / preset / "transcripts" / VERSIONS if preset in _presets() else None
    versions: dict[str, Framework] = {}
    found: Found = ()
    for one in sorted(kept.iterdir(), key=lambda one: one.name) if kept and kept.is_dir() else ():
        path = f"presets/{preset}/transcripts/{VERSIONS}/{one.name}"
        tree, said = grow(one.read_text("utf-8"), path)
        bound, faults = bind_tree(Framework, tree) if tree else (None, ())
        versions |= {bound.version: bound} if bound else {}
        found += said + faults
    return versions, found


def _extended(tree: Tree) -> tuple[Tree, Found]:
    """The tree laid over that of the preset it names, if it names one."""
    entry = tree.root.entries.get("extends")
    if entry is None or not isinstance(entry.value, Scalar) or not entry.value.text.strip():
        return tree, ()
    name, known = entry.value.text.strip(), _presets()
    if name not in known:
        message = tell("%(name)s is not a preset that comes with the program", name=quoted(name))
        place = tree.span(entry.value.start, entry.value.end)
        return tree, (Diagnostic(UNKNOWN_PRESET, place, message, did_you_mean(name, known)),)
    text = (_PRESETS / name / _FRAMEWORK).read_text("utf-8")
    below, found = grow(text, f"presets/{name}/{_FRAMEWORK}")
    if below is None:
        return tree, found
    whole = graft(tree, below)
    return whole, found + tuple(_nothing_to_drop(whole, name))


def _nothing_to_drop(tree: Tree, preset: str) -> Iterator[Diagnostic]:
    for where, known in dropped_in_vain(tree.root):
        message = tell(
            "%(text)s is not in the preset `%(preset)s`, so there is nothing to take away",
            text=quoted(where.text),
            preset=preset,
        )
        place = tree.span(where.start, where.end)
        yield Diagnostic(NOTHING_TO_DROP, place, message, did_you_mean(where.text, known))


def _presets() -> tuple[str, ...]:
    """Names of the presets that have a framework, in order."""
    return tuple(sorted(one.name for one in _PRESETS.iterdir() if (one / _FRAMEWORK).is_file()))
