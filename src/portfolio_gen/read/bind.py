"""Tree to noun: pydantic over the model's dataclasses, with texts as the only input."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, replace
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError, core_schema

from portfolio_gen.diagnostics import Diagnostic, Rule, in_order
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.noun import GIVEN, Lines, Noun, Page
from portfolio_gen.read.explain import Complaint, explain
from portfolio_gen.read.rules import (
    HIDDEN_CHARACTER,
    NOT_TRUE_OR_FALSE,
    SEVERAL_LINES,
    TEXT_TOO_LONG,
    WRONG_DATE,
    WRONG_NUMBER,
)
from portfolio_gen.read.tree import Tree, plain
from portfolio_gen.read.wording import quoted

P = TypeVar("P", bound=Page)
_Schema = dict[str, Any]

LONGEST_LINE = 300
"""Most characters of a text on one line, such as a title."""
LONGEST_PROSE = 20_000
"""Most characters of a text with several lines, such as feedback."""
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def bind(noun: type[P], tree: Tree) -> tuple[P | None, tuple[Diagnostic, ...]]:
    """Make a page's noun out of its tree.

    Returns:
        The noun, or None and every reason why it cannot be made, each at its own place.
    """
    try:
        bound = _adapter(noun).validate_python(plain(tree.root))
    except ValidationError as error:
        complaints = [_complaint(one) for one in error.errors(include_url=False)]
        return None, in_order(explain(one, noun, tree) for one in complaints)
    return replace(bound, marks=tree.marks()), ()


def bind_what_is_sound(
    noun: type[P], tree: Tree, otherwise: Mapping[str, str]
) -> tuple[P, tuple[Diagnostic, ...]]:
    """The same, leaving out top-level keys that are faulty.

    Args:
        noun: what to make.
        tree: what was written.
        otherwise: values of the required keys, for when they are faulty or missing.
    """
    bound, found = bind(noun, tree)
    if bound is not None:
        return bound, found
    values: Any = plain(tree.root)
    try:
        _adapter(noun).validate_python(values)
    except ValidationError as error:
        faulty = {one["loc"][0] for one in error.errors(include_url=False)}
        values = {key: value for key, value in values.items() if key not in faulty}
    sound = _adapter(noun).validate_python({**otherwise, **values})
    return replace(sound, marks=tree.marks()), found


def json_schema(noun: type[Noun]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a noun, without the keys that nobody can write."""
    return _adapter(noun).json_schema()


def _adapter(noun: type[Noun]) -> TypeAdapter[Any]:
    wanted: Any = noun
    return _built_adapter(wanted)


@cache
def _built_adapter(noun: Any) -> TypeAdapter[Any]:
    _teach()
    return TypeAdapter(noun)


def _complaint(error: Any) -> Complaint:
    context = error.get("ctx", {})
    return Complaint(
        kind=error["type"],
        keys=tuple(error["loc"]),
        value=error["input"],
        rule=context.get("rule"),
        message=context.get("message", ""),
        hint=context.get("hint", ""),
    )


@cache
def _teach() -> None:
    """Show pydantic how the model's own types are written; the model itself knows nothing of pydantic."""
    for kind in (Day, PartialDate):
        _set_schema(kind, _date_schema)
    _set_schema(Lines, _prose_schema)
    _set_schema(Noun, _noun_schema)


def _set_schema(kind: type, schema: Callable[..., Any]) -> None:
    setattr(kind, "__get_pydantic_core_schema__", classmethod(schema))  # noqa: B010


_DATE_PATTERNS: Mapping[type, str] = {
    Day: r"^\d{4}-\d{2}-\d{2}$",
    PartialDate: r"^\d{4}(-\d{2}(-\d{2})?)?$",
}


def _date_schema(kind: Any, _source: Any, _handler: Any) -> Any:
    written = core_schema.str_schema(pattern=_DATE_PATTERNS[kind])
    return core_schema.no_info_plain_validator_function(
        lambda value: _date(kind, value),
        json_schema_input_schema=written,
    )


def _prose_schema(_kind: Any, _source: Any, _handler: Any) -> Any:
    return core_schema.no_info_before_validator_function(
        _prose, core_schema.str_schema(max_length=LONGEST_PROSE)
    )


def _noun_schema(_kind: Any, source: Any, handler: Any) -> Any:
    """Leave out the given fields, make scalars strict, and let empty values count as absent."""
    found = handler(source)
    if found["type"] != "dataclass":
        return found
    declared = {one.name: one for one in fields(source)}
    arguments = {
        **found["schema"],
        "fields": [_field_schema(one, declared[one["name"]]) for one in found["schema"]["fields"]],
    }
    inner = {key: value for key, value in found.items() if key != "ref"} | {"schema": arguments}
    return core_schema.no_info_before_validator_function(
        _without_absent,
        inner,
        ref=found.get("ref"),
    )


def _field_schema(written: _Schema, declared: Field[Any]) -> _Schema:
    if not declared.metadata.get(GIVEN):
        return {**written, "schema": _strict(written["schema"])}
    default = core_schema.with_default_schema(
        core_schema.any_schema(), default_factory=lambda: declared.default
    )
    return {**written, "init": False, "schema": default}


def _strict(schema: _Schema) -> _Schema:
    """The same schema with our own reading of texts, numbers and truth values in its leaves."""
    kind = schema["type"]
    if reader := _READERS.get(kind):
        return dict(core_schema.no_info_before_validator_function(reader, _leaf(schema)))
    if kind == "union":
        either = {"custom_error_type": "either", "custom_error_message": "either"}
        return {**schema, **either, "choices": [_strict(one) for one in schema["choices"]]}
    deeper = {
        key: [_strict(one) for one in value] if isinstance(value, list) else _strict(value)
        for key, value in schema.items()
        if key in {"schema", "items_schema", "keys_schema", "values_schema"}
    }
    return {**schema, **deeper} if kind in {"default", "nullable", "tuple", "dict"} else schema


def _leaf(schema: _Schema) -> Any:
    return {**schema, "max_length": LONGEST_LINE} if schema["type"] == "str" else schema


def _without_absent(value: Any) -> Any:
    """A group of keys without those that have no value."""
    if not isinstance(value, dict):
        return value
    return {key: one for key, one in value.items() if not _is_absent(one)}


def _is_absent(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _refusal(rule: Rule, message: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError(
        "refused", "{message}", {"rule": rule, "message": message, "hint": hint}
    )


def _line(value: Any) -> Any:
    return _text(value, LONGEST_LINE, lines=False) if isinstance(value, str) else value


def _prose(value: Any) -> Any:
    return _text(value, LONGEST_PROSE, lines=True) if isinstance(value, str) else value


def _text(value: str, longest: int, *, lines: bool) -> str:
    text = value.strip()
    if hidden := _HIDDEN.search(text):
        message = f"an invisible character (U+{ord(hidden[0]):04X}) is in this text"
        raise _refusal(HIDDEN_CHARACTER, message, "type the text again instead of copying it")
    if not lines and "\n" in text:
        raise _refusal(SEVERAL_LINES, "this text belongs on one line", "write it on one line")
    if len(text) > longest:
        message = f"this text has {len(text):,} characters; {longest:,} is the most"
        raise _refusal(TEXT_TOO_LONG, message, "say it shorter; longer stories go into a narrative")
    return text


def _whole_number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", value.strip()):
        message = f"{quoted(value)} is not a whole number"
        raise _refusal(WRONG_NUMBER, message, "write plain digits, like 3 or 30")
    return int(value)


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?", value.strip()):
        message = f"{quoted(value)} is not a number"
        raise _refusal(WRONG_NUMBER, message, "write plain digits, like 3 or 2.5")
    return float(value)


def _truth(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    words = {"true": True, "false": False}
    if (word := value.strip().lower()) not in words:
        message = f"{quoted(value)} is neither true nor false"
        raise _refusal(NOT_TRUE_OR_FALSE, message, _TRUTH_HINTS.get(word, "write true or false"))
    return words[word]


_TRUTH_HINTS = {
    **dict.fromkeys(("yes", "on", "y", "1"), "write true"),
    **dict.fromkeys(("no", "off", "n", "0"), "write false"),
}


def _date(kind: type[Day] | type[PartialDate], value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("date_type", "not a text")
    try:
        return kind.parse(value.strip())
    except ValueError as error:
        raise _refusal(WRONG_DATE, f"{quoted(value)} is not a date", str(error)) from error


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "str": _line,
    "int": _whole_number,
    "float": _number,
    "bool": _truth,
}
