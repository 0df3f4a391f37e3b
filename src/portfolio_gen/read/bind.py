"""Tree to noun: pydantic's core over the model's dataclasses, with texts as the only input.

What pydantic itself works out of annotations, of which the model has a handful of kinds, takes it longer than all else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, replace
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic_core import PydanticCustomError, SchemaValidator, ValidationError, core_schema

from portfolio_gen.diagnostics import Diagnostic, in_order
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.noun import CHOSEN, Noun, Page
from portfolio_gen.read import scalars
from portfolio_gen.read.explain import Complaint, explain
from portfolio_gen.read.shape import (
    bare,
    choices_of,
    is_noun,
    is_prose,
    is_required,
    is_union,
    item_of,
    pair_of,
    writable,
)
from portfolio_gen.read.tree import Tree, plain
from portfolio_gen.read.whereabouts import marks_of

P = TypeVar("P", bound=Page)
MOST_NAMED = 100
"""How many complaints about one file are put into words."""


def bind(noun: type[P], tree: Tree) -> tuple[P | None, tuple[Diagnostic, ...]]:
    """Make a page's noun out of its tree.

    Returns:
        The noun, or None and every reason why it cannot be made, each at its own place.
    """
    values = plain(tree.root)
    try:
        bound = _validator(noun).validate_python(values)
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
        bound = _validator(noun).validate_python(values)
    except ValidationError as error:
        complaints = _complaints(error)
        faulty = {one.keys[0] for one in complaints}
        sound = {key: value for key, value in values.items() if key not in faulty}
        bound = _validator(noun).validate_python({**otherwise, **sound})
        return replace(bound, marks=marks_of(tree)), _explained(complaints, noun, tree)
    return replace(bound, marks=marks_of(tree)), ()


def _explained(complaints: list[Complaint], noun: type[Noun], tree: Tree) -> tuple[Diagnostic, ...]:
    return in_order(explain(one, noun, tree) for one in complaints[:MOST_NAMED])


def _validator(noun: type[Noun]) -> SchemaValidator:
    wanted: Any = noun
    return _built_validator(wanted)


@cache
def _built_validator(noun: Any) -> SchemaValidator:
    return SchemaValidator(_noun_schema(noun))


def _complaints(error: ValidationError) -> list[Complaint]:
    return [
        Complaint(kind=one["type"], keys=tuple(one["loc"]), value=one["input"], **_refusal_in(one))
        for one in error.errors(include_url=False)
    ]


def _refusal_in(error: Any) -> dict[str, Any]:
    """Rule, message and hint, where one of our own readers refused the value."""
    return dict(error["ctx"]) if error["type"] == _REFUSED else {}


@cache
def _noun_schema(noun: Any) -> Any:
    """A group of keys: given fields come from elsewhere, unknown keys are refused, empty values count as absent."""
    declared = fields(noun)
    empty = {one.name: _emptiness(noun, one) for one in declared if one.name in writable(noun)}
    named = frozenset(one.name for one in declared if one.metadata.get(CHOSEN))
    strict = core_schema.dataclass_schema(
        noun,
        core_schema.dataclass_args_schema(
            noun.__name__, [_field_schema(one, writable(noun).get(one.name)) for one in declared]
        ),
        [one.name for one in declared],
        slots=True,
        config={"title": noun.__name__, "extra_fields_behavior": "forbid", "allow_inf_nan": False},
    )
    return core_schema.no_info_before_validator_function(
        lambda value: _without(empty, named, value), strict
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


def _field_schema(declared: Field[Any], annotation: Any) -> Any:
    if annotation is None:
        # The default is set and no value is taken, so that whoever writes the key is told.
        schema = core_schema.with_default_schema(
            core_schema.any_schema(), default_factory=lambda: declared.default
        )
        return core_schema.dataclass_field(declared.name, schema, init=False)
    schema = _schema(annotation, _BY_NAME.get(declared.name, scalars.read_line))
    if declared.default is not MISSING:
        schema = core_schema.with_default_schema(schema, default=declared.default)
    elif declared.default_factory is not MISSING:
        schema = core_schema.with_default_schema(schema, default_factory=declared.default_factory)
    return core_schema.dataclass_field(declared.name, schema)


def _schema(annotation: Any, read: Callable[[str], str]) -> Any:
    """What an annotation of the model asks for, with our own readers for the texts, numbers and truth values in it."""
    if get_origin(annotation) is Annotated:
        return (
            _instance(scalars.read_prose, str)
            if is_prose(annotation)
            else _schema(bare(annotation), read)
        )
    if is_union(annotation):
        return _union(annotation, read)
    if choices := choices_of(annotation):
        return core_schema.literal_schema([*choices])
    if item := item_of(annotation):
        return core_schema.tuple_schema([_schema(item, read)], variadic_item_index=0)
    if pair := pair_of(annotation):
        name, value = pair
        return core_schema.dict_schema(_schema(name, read), _schema(value, read))
    if is_noun(annotation):
        return _noun_schema(annotation)
    return _leaf(annotation, read)


def _union(annotation: Any, read: Callable[[str], str]) -> Any:
    branches = [_schema(one, read) for one in get_args(annotation) if one is not type(None)]
    # One complaint for the whole instead of one for each branch.
    schema = (
        branches[0]
        if len(branches) == 1
        else core_schema.union_schema(
            branches, custom_error_type="either", custom_error_message="either"
        )
    )
    return core_schema.nullable_schema(schema) if type(None) in get_args(annotation) else schema


def _leaf(annotation: Any, read: Callable[[str], str]) -> Any:
    if reader := _OWN.get(annotation):
        return _instance(reader, annotation)
    schema, reader = _PLAIN[annotation]
    return core_schema.no_info_before_validator_function(_before(reader or read), schema)


_OWN: Mapping[Any, Callable[[str], Any]] = {
    Day: scalars.read_day,
    PartialDate: scalars.read_partial_date,
}
_PLAIN: Mapping[Any, tuple[Any, Callable[[str], Any] | None]] = {
    str: (core_schema.str_schema(), None),
    int: (core_schema.int_schema(), scalars.read_whole_number),
    float: (core_schema.float_schema(), scalars.read_number),
    bool: (core_schema.bool_schema(), scalars.read_truth),
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
