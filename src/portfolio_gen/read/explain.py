"""A complaint about a value, in words that say what to write instead, at its place in the file."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, NamedTuple

from portfolio_gen.diagnostics import Diagnostic, KeyPath, Rule, Span, Told, nearest
from portfolio_gen.model.noun import Noun
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import NOTHING, either, tell
from portfolio_gen.read.rules import MISSING_KEY, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_SHAPE
from portfolio_gen.read.scalars import is_blank
from portfolio_gen.read.shape import (
    annotation_at,
    branches_of,
    choices_of,
    is_noun,
    item_of,
    pair_of,
    say,
    writable,
)
from portfolio_gen.read.tree import Tree
from portfolio_gen.read.wording import did_you_mean, quoted

OF_KEY = "[key]"
"""What a key path ends with when the complaint is about the key itself."""

KEPT_BY_THE_SCHOOL = frozenset(
    {
        *("official_name", "legal_name", "enrolment", "advisor", "class_of", "transcript", "phase"),
        *("decisions", "outcome", "committee", "evidence", "release", "feedback", "ratings"),
        *("habits", "recognitions", "earned", "credits", "standing", "gpa", "grade"),
    }
)
"""Keys that students may be tempted to write, and that only the school's records can say."""


class Complaint(NamedTuple):
    """What does not fit, before it has words and a place."""

    kind: str
    """What pydantic calls it, such as `missing`."""
    keys: KeyPath
    value: Any
    rule: Rule | None = None
    """Set where message and hint are known already."""
    message: Told = NOTHING
    hint: Told = NOTHING


def explain(complaint: Complaint, noun: type[Noun], tree: Tree) -> Diagnostic:
    """Put a complaint about a file into words, at the value or key that it is about."""
    if complaint.kind == "missing":
        return _missing(complaint.keys, noun, tree)
    if complaint.kind == "unexpected_keyword_argument":
        return _unknown_key(complaint.keys, noun, tree)
    if complaint.keys[-1] == OF_KEY and tree.node_at(complaint.keys) is None:
        return _unknown_name(complaint, noun, tree)
    place = tree.value_span(complaint.keys) or Span(tree.path)
    if complaint.rule:
        message = tell(
            "%(name)s: %(message)s", name=_name(complaint.keys), message=complaint.message
        )
        return Diagnostic(complaint.rule, place, message, complaint.hint)
    wanted = annotation_at(noun, complaint.keys)
    if choices_of(wanted) and isinstance(complaint.value, str):
        return _unknown_word(complaint, choices_of(wanted), place)
    message = tell(
        "%(name)s needs %(wanted)s, and here is %(kind)s",
        name=_name(complaint.keys),
        wanted=say(wanted),
        kind=_kind(complaint.value),
    )
    return Diagnostic(WRONG_SHAPE, place, message, _shape_hint(complaint, wanted))


def _name(keys: KeyPath) -> str:
    """What to call the value at a key path."""
    *above, last = keys
    if isinstance(last, int):
        number = str(last + 1)
        if not above:
            return tell("entry %(number)s", number=number)
        return tell("entry %(number)s of %(list)s", number=number, list=_name(tuple(above)))
    return quoted(last)


def _key_of(keys: KeyPath) -> str:
    """The nearest key above or at the end of a key path."""
    return next((one for one in reversed(keys) if isinstance(one, str)), "")


def _missing(keys: KeyPath, noun: type[Noun], tree: Tree) -> Diagnostic:
    name = quoted(str(keys[-1]))
    wanted = say(annotation_at(noun, keys))
    if written := tree.key_span(keys):
        return Diagnostic(
            MISSING_KEY,
            written,
            tell("%(name)s is empty", name=name),
            tell("write %(wanted)s behind it", wanted=wanted),
        )
    holder = tree.node_at(keys[:-1])
    start = holder.start if holder else 0
    hint = tell("add a line `%(key)s:` with %(wanted)s", key=str(keys[-1]), wanted=wanted)
    return Diagnostic(
        MISSING_KEY, tree.span(start, start), tell("%(name)s is missing", name=name), hint
    )


def _unknown_key(keys: KeyPath, noun: type[Noun], tree: Tree) -> Diagnostic:
    place = tree.key_span(keys) or Span(tree.path)
    holder, name = annotation_at(noun, keys[:-1]), str(keys[-1])
    message = tell("%(name)s is not a key here", name=quoted(name))
    known = writable(holder) if is_noun(holder) else {}
    if is_noun(holder) and name in {one.name for one in fields(holder)}:
        hint = tell("take it away: it follows from where the file lies and from what is in it")
    elif name in KEPT_BY_THE_SCHOOL and tree.path.startswith("students/"):
        hint = tell("take it away: only the school records this, in `transcripts/`")
    else:
        hint = did_you_mean(name, known)
    return Diagnostic(UNKNOWN_KEY, place, message, hint)


def _unknown_name(complaint: Complaint, noun: type[Noun], tree: Tree) -> Diagnostic:
    keys = complaint.keys[:-1]
    place = tree.key_span(keys) or Span(tree.path)
    if complaint.rule:
        return Diagnostic(complaint.rule, place, complaint.message, complaint.hint)
    pair = pair_of(annotation_at(noun, keys[:-1]))
    return _unknown_word(
        complaint._replace(keys=keys[:-1], value=str(keys[-1])),
        choices_of(pair[0]) if pair else (),
        place,
    )


def _unknown_word(complaint: Complaint, choices: tuple[str, ...], place: Span) -> Diagnostic:
    word = complaint.value
    message = tell(
        "%(word)s is not a word that %(key)s takes",
        word=quoted(word),
        key=quoted(_key_of(complaint.keys)),
    )
    guess = nearest(word, choices)
    words = either(map(quoted, choices)) if choices else tell("a word")
    hint = (
        tell("did you mean %(word)s?", word=quoted(guess))
        if guess
        else tell("write %(what)s", what=words)
    )
    return Diagnostic(UNKNOWN_WORD, place, message, hint)


def _kind(value: Any) -> Sentence:
    if is_blank(value):
        return tell("nothing")
    if isinstance(value, str):
        return tell("the text %(text)s", text=quoted(value))
    return tell("a list") if isinstance(value, list) else tell("a group of keys")


def _shape_hint(complaint: Complaint, wanted: Any) -> Sentence:
    """How to write what is wanted, shown with the value that was written where that is possible."""
    value, key = complaint.value, _key_of(complaint.keys)
    if is_blank(value):
        return tell("write a value, or take the empty entry away")
    for branch in branches_of(wanted):
        if item := item_of(branch):
            return _list_hint(item, key, value)
        if is_noun(branch):
            return _keys_hint(branch, complaint)
        if pair_of(branch):
            return tell(
                "write `name: value` on lines of their own below `%(key)s:`, with spaces before",
                key=key,
            )
    if isinstance(value, list):
        return tell("write one value and no list; a text that begins with `[` needs quotes")
    if isinstance(value, dict):
        return tell("put quotes around a text that holds `: ` or begins with `{`")
    if int in branches_of(wanted):
        return tell("write a number in plain digits, like 3")
    return NOTHING


def _list_hint(item: Any, key: str, value: Any) -> Sentence:
    if isinstance(value, list):
        return tell("each entry of the list needs %(wanted)s", wanted=say(item))
    if is_noun(item):
        first = next(iter(writable(item)))
        return tell("begin each entry on a line of its own with `- %(key)s: …`", key=first)
    one = value if isinstance(value, str) and len(value) < 40 else "one, two"
    return tell("write %(what)s", what=quoted(f"{key}: [{one}]"))


def _keys_hint(noun: Any, complaint: Complaint) -> Sentence:
    first, value = next(iter(writable(noun))), complaint.value
    example = value if isinstance(value, str) and len(value) < 40 else "…"
    if isinstance(complaint.keys[-1], int):
        return tell("write %(what)s", what=quoted(f"- {first}: {example}"))
    return tell(
        "write %(what)s on a line of its own below `%(key)s:`, with spaces before it",
        what=quoted(f"{first}: {example}"),
        key=complaint.keys[-1],
    )
