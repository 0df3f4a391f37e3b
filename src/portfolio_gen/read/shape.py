"""What the model's annotations ask for, in words and as types: for messages, schemas and the reference."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from portfolio_gen.diagnostics import KeyPath
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.noun import GIVEN, Lines, Noun
from portfolio_gen.model.speech import Sentence, strung
from portfolio_gen.model.tell import either, joined, tell, to_tell
from portfolio_gen.read.wording import quoted

_WORDS: Mapping[Any, str] = {
    str: to_tell("a text"),
    int: to_tell("a whole number"),
    float: to_tell("a number"),
    bool: to_tell("true or false"),
    Day: to_tell("a day like 2025-03-14"),
    PartialDate: to_tell("a date like 2025-03-14, 2025-03 or 2025"),
}
_LISTS: Mapping[Any, str] = {
    str: to_tell("a list of texts"),
    int: to_tell("a list of whole numbers"),
    float: to_tell("a list of numbers"),
    Day: to_tell("a list of days"),
    PartialDate: to_tell("a list of dates"),
}
_GROUPS = to_tell("a list of groups of keys")
OR = to_tell(", or ")


def writable(noun: type[Noun]) -> Mapping[str, Any]:
    """Key to annotation, for every key that people may write in a noun's file."""
    wanted: Any = noun
    return _writable(wanted)


@cache
def _writable(noun: Any) -> Mapping[str, Any]:
    hints = get_type_hints(noun, include_extras=True)
    return {one.name: hints[one.name] for one in fields(noun) if not one.metadata.get(GIVEN)}


def bare(annotation: Any) -> Any:
    """An annotation without `Annotated` and without `| None`."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if is_union(annotation):
        branches = [one for one in get_args(annotation) if one is not type(None)]
        if len(branches) == 1:
            return bare(branches[0])
    return annotation


def is_prose(annotation: Any) -> bool:
    """Whether it is a text that may have several lines."""
    parts = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return any(isinstance(one, Lines) for one in parts[1:])
    return is_union(annotation) and any(map(is_prose, parts))


def is_union(annotation: Any) -> bool:
    """Whether it allows one type or another."""
    return get_origin(annotation) in {Union, types.UnionType}


def branches_of(annotation: Any) -> tuple[Any, ...]:
    """The types it allows: several of a union, and otherwise one; that it may be absent is none of them."""
    wanted = bare(annotation)
    if not is_union(wanted):
        return (wanted,)
    return tuple(bare(one) for one in get_args(wanted) if one is not type(None))


def is_noun(annotation: Any) -> bool:
    """Whether it is written as a group of keys that the model knows."""
    return (
        isinstance(annotation, type) and is_dataclass(annotation) and issubclass(annotation, Noun)
    )


def item_of(annotation: Any) -> Any:
    """What the entries of a list are; None for anything else."""
    return get_args(annotation)[0] if get_origin(annotation) is tuple else None


def pair_of(annotation: Any) -> tuple[Any, Any] | None:
    """What the names and values of a free group of keys are; None for anything else."""
    if get_origin(annotation) is not Mapping:
        return None
    name, value = get_args(annotation)
    return name, value


def choices_of(annotation: Any) -> tuple[str, ...]:
    """The words that are allowed; none when any will do."""
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def annotation_at(noun: type[Noun], keys: KeyPath) -> Any:
    """What the model asks for at a key path; None where it knows nothing."""
    here: Any = noun
    for key in keys:
        here = _step(bare(here), key)
        if here is None:
            return None
    return bare(here)


def _step(here: Any, key: str | int) -> Any:
    if is_noun(here):
        return writable(here).get(str(key))
    if pair := pair_of(here):
        return pair[1]
    if is_union(here):
        return next((item_of(one) for one in get_args(here) if item_of(one)), None)
    return item_of(here)


def say(annotation: Any) -> str:
    """What an annotation asks for, in words that fit behind "needs"."""
    wanted = bare(annotation)
    if words := _WORDS.get(wanted):
        return tell(words)
    if choices := choices_of(wanted):
        one = either(map(quoted, choices))
        return one if len(choices) < 2 else tell("one of %(words)s", words=one)
    if is_noun(wanted):
        first = [quoted(f"{name}:") for name in list(writable(wanted))[:3]]
        return tell("keys such as %(words)s", words=joined(first))
    if item := item_of(wanted):
        return _list_of(item)
    if pair_of(wanted):
        return tell("names with values, one `name: value` a line")
    if is_union(wanted):
        return strung(map(say, get_args(wanted)), OR)
    return tell("a value")


def _list_of(item: Any) -> Sentence:
    item = bare(item)
    if choices := choices_of(item):
        return tell("a list of words, each %(words)s", words=either(map(quoted, choices)))
    return tell(_LISTS.get(item, _GROUPS))


def is_required(field: Field[Any]) -> bool:
    """Whether a key must be written."""
    return field.default is MISSING and field.default_factory is MISSING


def nouns_in(noun: type[Noun]) -> set[type[Noun]]:
    """All nouns that are written inside a noun."""
    found: set[type[Noun]] = set()
    waiting = list(_directly_in(noun))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(_directly_in(one))
    return found


def _directly_in(noun: type[Noun]) -> Iterator[type[Noun]]:
    for annotation in writable(noun).values():
        yield from _nouns_of(annotation)


def _nouns_of(annotation: Any) -> Iterator[type[Noun]]:
    for branch in branches_of(annotation):
        if is_noun(branch):
            yield branch
        elif item := item_of(branch):
            yield from _nouns_of(item)
        elif pair := pair_of(branch):
            yield from _nouns_of(pair[1])
