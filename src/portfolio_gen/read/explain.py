"""A complaint about a value, in words that say what to write instead, at its place in the file."""

from __future__ import annotations

from typing import Any, NamedTuple

from portfolio_gen.diagnostics import Diagnostic, KeyPath, Rule, Span
from portfolio_gen.model.noun import Noun
from portfolio_gen.read.rules import MISSING_KEY, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_SHAPE
from portfolio_gen.read.shape import (
    annotation_at,
    choices_of,
    is_noun,
    item_of,
    pair_of,
    say,
    writable,
)
from portfolio_gen.read.tree import Tree
from portfolio_gen.read.wording import did_you_mean, listed, nearest, quoted

OF_KEY = "[key]"
"""What a key path ends with when the complaint is about the key itself."""


class Complaint(NamedTuple):
    """What does not fit, before it has words and a place."""

    kind: str
    keys: KeyPath
    value: Any
    rule: Rule | None = None
    """Set where message and hint are known already."""
    message: str = ""
    hint: str = ""


def explain(complaint: Complaint, noun: type[Noun], tree: Tree) -> Diagnostic:
    """Put a complaint about a file into words, at the value or key that it is about."""
    if complaint.kind == "missing":
        return _missing(complaint.keys, noun, tree)
    if complaint.kind == "unexpected_keyword_argument":
        return _unknown_key(complaint.keys, noun, tree)
    if complaint.keys and complaint.keys[-1] == OF_KEY:
        return _unknown_name(complaint, noun, tree)
    place = tree.value_span(complaint.keys) or Span(tree.path)
    if complaint.rule:
        return Diagnostic(complaint.rule, place, _about(complaint), complaint.hint)
    wanted = annotation_at(noun, complaint.keys)
    if choices_of(wanted) and isinstance(complaint.value, str) and complaint.value.strip():
        message = f"{quoted(complaint.value)} is not known as {_name(complaint.keys)}"
        return Diagnostic(UNKNOWN_WORD, place, message, _choice_hint(complaint.value, wanted))
    message = f"{_name(complaint.keys)} needs {say(wanted)}, and here is {_kind(complaint.value)}"
    return Diagnostic(WRONG_SHAPE, place, message, _shape_hint(complaint, wanted))


def _about(complaint: Complaint) -> str:
    return f"{_name(complaint.keys)}: {complaint.message}"


def _name(keys: KeyPath) -> str:
    """What to call the value at a key path."""
    *above, last = keys
    if isinstance(last, int):
        return f"entry {last + 1} of {_name(tuple(above))}" if above else f"entry {last + 1}"
    return quoted(last)


def _missing(keys: KeyPath, noun: type[Noun], tree: Tree) -> Diagnostic:
    name = quoted(str(keys[-1]))
    hint = f"write {say(annotation_at(noun, keys))}"
    if written := tree.key_span(keys):
        return Diagnostic(MISSING_KEY, written, f"{name} is empty", hint)
    holder = tree.node_at(keys[:-1])
    start = holder.start if holder else 0
    return Diagnostic(
        MISSING_KEY, tree.span(start, start), f"{name} is missing", f"{hint} after `{keys[-1]}:`"
    )


def _unknown_key(keys: KeyPath, noun: type[Noun], tree: Tree) -> Diagnostic:
    holder = annotation_at(noun, keys[:-1])
    known = writable(holder) if is_noun(holder) else ()
    name = str(keys[-1])
    message = f"the key {quoted(name)} is not known here"
    place = tree.key_span(keys) or Span(tree.path)
    return Diagnostic(UNKNOWN_KEY, place, message, did_you_mean(name, known))


def _unknown_name(complaint: Complaint, noun: type[Noun], tree: Tree) -> Diagnostic:
    keys = complaint.keys[:-1]
    place = tree.key_span(keys) or Span(tree.path)
    if complaint.rule:
        return Diagnostic(complaint.rule, place, complaint.message, complaint.hint)
    pair = pair_of(annotation_at(noun, keys[:-1]))
    choices = choices_of(pair[0]) if pair else ()
    message = f"{quoted(str(keys[-1]))} is not known under {_name(keys[:-1])}"
    return Diagnostic(UNKNOWN_WORD, place, message, did_you_mean(str(keys[-1]), choices))


def _choice_hint(value: str, wanted: Any) -> str:
    choices = choices_of(wanted)
    if guess := nearest(value, choices):
        return f"did you mean {quoted(guess)}?"
    return f"write {listed(choices)}"


def _kind(value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return f"the text {quoted(value)}"
    if isinstance(value, list):
        return "a list"
    return "a group of keys" if isinstance(value, dict) else "nothing"


def _shape_hint(complaint: Complaint, wanted: Any) -> str:
    """How to write what is wanted, shown on the value that was written where that is possible."""
    key = next((one for one in reversed(complaint.keys) if isinstance(one, str)), "key")
    value = complaint.value
    if item := item_of(wanted):
        if is_noun(item):
            return f"begin each entry on a line of its own with `- {next(iter(writable(item)))}: …`"
        example = (
            value if isinstance(value, str) and value.strip() and len(value) < 40 else "one, two"
        )
        return f"write {quoted(f'{key}: [{example}]')}"
    if is_noun(wanted):
        return f"write them on lines of their own below `{key}:`, with spaces before them"
    if pair_of(wanted):
        return f"write them on lines of their own below `{key}:`, with spaces before them"
    if isinstance(value, list):
        return "write one value and no list; a text that begins with `[` needs quotes"
    if isinstance(value, dict):
        return "put quotes around a text that holds `: ` or begins with `{`"
    return "write a value, or take the empty entry away"
