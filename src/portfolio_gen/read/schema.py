"""JSON Schemas of the school format, for editors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import Field, fields
from typing import Any

from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.noun import Noun
from portfolio_gen.read.kinds import Kind
from portfolio_gen.read.meanings import caption_of, meaning_of
from portfolio_gen.read.scalars import LONGEST_LINE, LONGEST_PROSE
from portfolio_gen.read.shape import (
    bare,
    branches_of,
    choices_of,
    is_noun,
    is_prose,
    is_required,
    is_union,
    item_of,
    nouns_in,
    pair_of,
    writable,
)

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""Draft 7, which all editors know."""

_SCALAR = ["string", "number", "boolean"]
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_TYPES: Mapping[Any, Schema] = {
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Day: _DAY,
    PartialDate: {
        "anyOf": [
            {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
            {"type": "integer", "minimum": 1000, "maximum": 9999},
        ]
    },
}
"""Editors read YAML's own types: a year without a month looks like a number to them."""


def schema_of(kind: Kind) -> Schema:
    """The JSON Schema of one kind of file (of its front matter, for a page)."""
    nouns = {one.__name__: one for one in sorted(nouns_in(kind.noun), key=lambda it: it.__name__)}
    return {
        "$schema": DIALECT,
        "title": kind.path,
        "description": kind.about,
        **_keys(kind.noun),
        "definitions": {
            name: {"title": _apart(name), "description": caption_of(noun), **_keys(noun)}
            for name, noun in nouns.items()
        },
    }


def _keys(noun: type[Noun]) -> Schema:
    declared = {one.name: one for one in fields(noun)}
    keys = writable(noun)
    required = [key for key in keys if is_required(declared[key])]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            key: _property(noun, declared[key], annotation) for key, annotation in keys.items()
        },
        **({"required": required} if required else {}),
    }


def _property(noun: type[Noun], field: Field[Any], annotation: Any) -> Schema:
    schema = _value(annotation)
    if not is_required(field):
        schema = {"anyOf": [schema, {"type": "null"}]}
    if meaning := meaning_of(noun, field.name):
        schema = {"description": meaning, **schema}
    schema = {"title": _said(field.name), **schema}
    if isinstance(field.default, str | bool | int | float):
        schema["default"] = field.default
    return schema


def _said(key: str) -> str:
    """A key as people say it: `check_ins` is *Check ins*."""
    return key.replace("_", " ").capitalize()


def _apart(name: str) -> str:
    """A noun's name as people say it: `CheckIn` is *Check in*."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _value(annotation: Any) -> Schema:
    wanted = bare(annotation)
    if wanted is str:
        return {
            "type": _SCALAR,
            "maxLength": LONGEST_PROSE if is_prose(annotation) else LONGEST_LINE,
        }
    if known := _TYPES.get(wanted):
        return known
    if choices := choices_of(wanted):
        return {"enum": [*choices, *(int(one) for one in choices if one.isdecimal())]}
    if is_noun(wanted):
        return {"$ref": f"#/definitions/{wanted.__name__}"}
    if item := item_of(wanted):
        return {"type": "array", "items": _value(item)}
    if pair := pair_of(wanted):
        return _free_keys(*pair)
    if is_union(wanted):
        return {"anyOf": [_value(one) for one in branches_of(wanted)]}
    raise TypeError(f"no schema for {annotation}")


def _free_keys(name: Any, value: Any) -> Schema:
    if choices := choices_of(name):
        properties = {one: _value(value) for one in choices}
        return {"type": "object", "additionalProperties": False, "properties": properties}
    return {"type": "object", "additionalProperties": _value(value)}
