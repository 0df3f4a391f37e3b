"""Tree to noun: pydantic over the model's dataclasses, with texts as the only input."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import Field, fields, replace
from functools import cache
from typing import Any, TypeAlias, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError, core_schema

from portfolio_gen.diagnostics import Diagnostic, in_order
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.noun import CHOSEN, GIVEN, Lines, Noun, Page
from portfolio_gen.read import scalars
from portfolio_gen.read.explain import Complaint, explain
from portfolio_gen.read.shape import bare, is_noun, is_required, writable
from portfolio_gen.read.tree import Tree, plain
from portfolio_gen.read.whereabouts import marks_of

P = TypeVar("P", bound=Page)
MOST_NAMED = 100
"""How many complaints about one file are put into words."""

_Schema: TypeAlias = dict[str, Any]


def bind(noun: type[P], tree: Tree) -> tuple[P | None, tuple[Diagnostic, ...]]:
    """Make a page's noun out of its tree.

    Returns:
        The noun, or None and every reason why it cannot be made, each at its own place.
    """
    values = plain(tree.root)
    try:
        bound = _adapter(noun).validate_python(values)
    except ValidationError as error:
        return None, _explained(_complaints(error), noun, tree)
    return replace(bound, marks=marks_of(tree)), ()


def bind_what_is_sound(
    noun: type[P], tree: Tree, otherwise: Mapping[str, str]
) -> tuple[P, tuple[Diagnostic, ...]]:
    """The same, doing without the top-level keys that are faulty.

    Args:
        noun: what to make.
        tree: what was written.
        otherwise: values of the required keys, for when they are missing or faulty.
    """
    values: Any = plain(tree.root)
    try:
        bound = _adapter(noun).validate_python(values)
    except ValidationError as error:
        complaints = _complaints(error)
        faulty = {one.keys[0] for one in complaints}
        sound = {key: value for key, value in values.items() if key not in faulty}
        bound = _adapter(noun).validate_python({**otherwise, **sound})
        return replace(bound, marks=marks_of(tree)), _explained(complaints, noun, tree)
    return replace(bound, marks=marks_of(tree)), ()


def _explained(complaints: list[Complaint], noun: type[Noun], tree: Tree) -> tuple[Diagnostic, ...]:
    return in_order(explain(one, noun, tree) for one in complaints[:MOST_NAMED])


def _adapter(noun: type[Noun]) -> TypeAdapter[Any]:
    wanted: Any = noun
    return _built_adapter(wanted)


@cache
def _built_adapter(noun: Any) -> TypeAdapter[Any]:
    _teach()
    return TypeAdapter(noun)


def _complaints(error: ValidationError) -> list[Complaint]:
    return [
        Complaint(kind=one["type"], keys=tuple(one["loc"]), value=one["input"], **_refusal_in(one))
        for one in error.errors(include_url=False)
    ]


def _refusal_in(error: Any) -> dict[str, Any]:
    """Rule, message and hint, where one of our own readers refused the value."""
    return dict(error["ctx"]) if error["type"] == _REFUSED else {}


@cache
def _teach() -> None:
    """Show pydantic how the model's own types are written; the model itself knows nothing of pydantic."""
    _set_schema(Day, lambda *_: _instance(scalars.read_day, Day))
    _set_schema(PartialDate, lambda *_: _instance(scalars.read_partial_date, PartialDate))
    _set_schema(Lines, lambda *_: _instance(scalars.read_prose, str))
    _set_schema(Noun, _noun_schema)


def _set_schema(kind: type, schema: Callable[..., Any]) -> None:
    setattr(kind, "__get_pydantic_core_schema__", classmethod(schema))  # noqa: B010


def _noun_schema(_kind: Any, source: Any, handler: Any) -> Any:
    """Leave out the given fields, make scalars strict, and let empty values count as absent."""
    found = handler(source)
    if found["type"] != "dataclass":
        return found  # met before, and strict already
    declared = {one.name: one for one in fields(source)}
    written = [_field_schema(one, declared[one["name"]]) for one in found["schema"]["fields"]]
    strict: Any = {key: value for key, value in found.items() if key != "ref"}
    strict["schema"] = {**found["schema"], "fields": written}
    empty = {
        one["name"]: _emptiness(source, declared[one["name"]]) for one in written if one["init"]
    }
    named = frozenset(one for one in empty if declared[one].metadata.get(CHOSEN))
    return core_schema.no_info_before_validator_function(
        lambda value: _without(empty, named, value), strict, ref=found.get("ref")
    )


def _emptiness(noun: type[Noun], field: Field[Any]) -> Callable[[object], bool]:
    """What counts as no value for a key."""
    if is_required(field):
        return scalars.is_blank
    wanted = bare(writable(noun)[field.name])
    # A group that needs a key and has none in it is what forms write where nobody has filled it in.
    needy = is_noun(wanted) and any(
        is_required(one) for one in fields(wanted) if one.name in writable(wanted)
    )
    return _is_empty_group if needy else scalars.is_absent


def _is_empty_group(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(scalars.is_blank, value.values()))
    return scalars.is_absent(value)


def _without(
    empty: Mapping[str, Callable[[object], bool]], named: frozenset[str], value: Any
) -> Any:
    """A group of keys without those that have no value; unknown keys stay, to be complained about."""
    if not isinstance(value, dict):
        return value
    return {
        key: _chosen(one) if key in named else one
        for key, one in value.items()
        if not (is_empty := empty.get(key)) or not is_empty(one)
    }


def _chosen(value: Any) -> Any:
    """Names with values, without those for which nobody has chosen any."""
    if not isinstance(value, dict):
        return value
    return {name: one for name, one in value.items() if not scalars.is_absent(one)}


def _field_schema(written: _Schema, declared: Field[Any]) -> _Schema:
    if not declared.metadata.get(GIVEN):
        read = _BY_NAME.get(declared.name, scalars.read_line)
        return {**written, "schema": _strict(written["schema"], read)}
    # pydantic sets the default and takes no value, so that whoever writes the key is told.
    default = core_schema.with_default_schema(
        core_schema.any_schema(), default_factory=lambda: declared.default
    )
    return {**written, "init": False, "schema": default}


def _strict(schema: _Schema, read: Callable[[str], str] = scalars.read_line) -> _Schema:
    """The same schema with our own readers for the texts, numbers and truth values in its leaves."""
    kind = schema["type"]
    if reader := read if kind == "str" else _READERS.get(kind):
        return dict(core_schema.no_info_before_validator_function(_before(reader), schema))
    if kind == "union":
        # One complaint for the whole instead of one for each branch.
        schema = {**schema, "custom_error_type": "either", "custom_error_message": "either"}
    return schema | {
        key: [_strict(one, read) for one in inner]
        if isinstance(inner, list)
        else _strict(inner, read)
        for key, inner in schema.items()
        if key in _DEEPER.get(kind, ())
    }


_BY_NAME: Mapping[str, Callable[[str], str]] = {
    "id": scalars.read_id,
    "url": scalars.read_address,
    "address": scalars.read_address,
    "language": scalars.read_language,
    "languages": scalars.read_language,
    "family_languages": scalars.read_language,
    "digest": scalars.read_digest,
    "submission": scalars.read_digest,
    "key": scalars.read_key,
    "start": scalars.read_clock,
    "value": scalars.read_signature,
}
"""Readers of the texts that mean the same in every noun."""
_READERS: Mapping[str, Callable[[str], Any]] = {
    "int": scalars.read_whole_number,
    "float": scalars.read_number,
    "bool": scalars.read_truth,
}
_DEEPER: Mapping[str, tuple[str, ...]] = {
    "default": ("schema",),
    "nullable": ("schema",),
    "tuple": ("items_schema",),
    "dict": ("keys_schema", "values_schema"),
    "union": ("choices",),
}
"""Where the parts of a schema are; everything else was made strict when it was made."""

_REFUSED = "refused"


def _before(read: Callable[[str], Any]) -> Callable[[Any], Any]:
    """A reader as pydantic wants it: only texts are read, blanks are nothing, a refusal is an error."""

    def before(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if scalars.is_blank(value):
            return None
        try:
            return read(value)
        except scalars.Refusal as refusal:
            said = {"rule": refusal.rule, "message": refusal.message, "hint": refusal.hint}
            raise PydanticCustomError(_REFUSED, "{message}", said) from None

    return before


def _instance(read: Callable[[str], Any], kind: type) -> Any:
    return core_schema.no_info_before_validator_function(
        _before(read), core_schema.is_instance_schema(kind)
    )
