"""A JSON Schema of the school format as the fields of a form: what each asks, and how it is answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from portfolio_gen.edit.words import BESIDE, CHOICES, LEADING, QUESTIONS, UNASKED, UNSAID
from portfolio_gen.model.value import dataclass

Schema: TypeAlias = Mapping[str, Any]
Say: TypeAlias = Callable[[str], str]
Manner: TypeAlias = Literal[
    "line",
    "prose",
    "day",
    "date",
    "number",
    "truth",
    "choice",
    "choices",
    "lines",
    "picks",
    "group",
    "groups",
    "named",
    "file",
]
"""How a field is answered: by one text, by choosing, by several of the same, or by fields inside it."""
_PROSE = 1000
"""Characters from which on a text may have several lines; the schemas know 300 and 20,000."""


class SchoolWords(str):
    """What the school has written, in the school's language."""

    __slots__ = ()


class Option(NamedTuple):
    """Something to choose."""

    value: str
    text: str
    about: str = ""
    group: str = ""
    levels: tuple[tuple[str, str], ...] = ()
    """Of a name behind which something is chosen: what each choice means here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form."""

    key: str
    label: str
    hint: str = ""
    manner: Manner
    required: bool = False
    default: str = ""
    """What holds where nothing is written."""
    unsaid: str = ""
    """What it is called to choose nothing, where that is not the same as what holds then."""
    options: tuple[Option, ...] = ()
    """What there is to choose; of `named`, the names."""
    beside: tuple[str, str] = ("", "")
    """What is asked, and a hint, for an answer that is none of those to choose from; empty where there is none."""
    inner: tuple[Field, ...] = ()
    """The fields of a group, or what stands behind each name."""
    leading: bool = True
    """Whether it stands in front, and not among what few need."""


class _Desk(NamedTuple):
    """What is needed on the way down a schema."""

    kind: str
    schema: Schema
    menus: Mapping[str, Sequence[Option]]
    say: Say


def fields_of(
    kind: str, schema: Schema, menus: Mapping[str, Sequence[Option]], say: Say = str
) -> tuple[Field, ...]:
    """The fields of a kind of file, the leading ones first.

    Args:
        kind: name of the schema.
        schema: JSON Schema (draft 7) as the program writes it.
        menus: path of a key, such as `claims.credit`, to what can be chosen there.
        say: what our own English is called in the language of whoever is asked; menus stay as they are.
    """
    desk = _Desk(kind, schema, menus, say)
    found = tuple(_fields(desk, schema, ""))
    first = {key: place for place, key in enumerate(LEADING.get(kind, ()))}
    if not first:
        return found
    return tuple(sorted(found, key=lambda one: first.get(one.key, len(first))))


def _fields(desk: _Desk, schema: Schema, above: str) -> Iterator[Field]:
    required = schema.get("required", ())
    leading = LEADING.get(desk.kind, ())
    for key, one in schema["properties"].items():
        path = f"{above}{key}"
        if f"{desk.kind}.{path}" in UNASKED:
            continue
        asked = QUESTIONS.get(f"{desk.kind}.{path}") or QUESTIONS.get(path)
        label, hint = asked or (one["title"], one["description"])
        unsaid = _unsaid(desk, path)
        yield Field(
            key=key,
            label=desk.say(label),
            hint=hint and desk.say(hint),
            required=key in required,
            leading=not leading or bool(above) or key in leading,
            default="" if unsaid else _said(one.get("default", "")),
            unsaid=unsaid,
            beside=_beside(desk, path),
            **_answered(desk, _wanted(one), path),
        )


def _beside(desk: _Desk, path: str) -> tuple[str, str]:
    label, hint = BESIDE.get(f"{desk.kind}.{path}", ("", ""))
    return (label and desk.say(label), hint and desk.say(hint))


def _unsaid(desk: _Desk, path: str) -> str:
    words = UNSAID.get(f"{desk.kind}.{path}", "")
    return words and desk.say(words)


def _said(default: Any) -> str:
    return str(default).lower() if isinstance(default, bool) else str(default)


def _wanted(schema: Schema) -> Schema:
    """What is wanted where nothing is allowed, too."""
    branches = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    return branches[0] if len(branches) == 1 else schema


def _answered(desk: _Desk, schema: Schema, path: str) -> dict[str, Any]:
    """Manner, options and inner fields."""
    menu = tuple(desk.menus.get(path, ()))
    if path.rpartition(".")[2] == "file":
        return {"manner": "file"}
    if reference := schema.get("$ref"):
        inner = desk.schema["definitions"][reference.rpartition("/")[2]]
        return {"manner": "group", "inner": tuple(_fields(desk, inner, f"{path}."))}
    if "enum" in schema:
        words = dict.fromkeys(str(one) for one in schema["enum"])
        return {"manner": "choice", "options": _options(desk, path, tuple(words))}
    if schema.get("type") == "array":
        return _listed(desk, schema["items"], path, menu)
    if schema.get("type") == "object":
        return _named(desk, schema, path, menu)
    if menu:
        return {"manner": "choice", "options": menu}
    return {"manner": _manner(schema)}


def _listed(desk: _Desk, items: Schema, path: str, menu: tuple[Option, ...]) -> dict[str, Any]:
    inner = _answered(desk, _wanted(items), path)
    if inner["manner"] == "group":
        return {"manner": "groups", "inner": inner["inner"]}
    if inner["manner"] == "choice" and not menu:
        return {"manner": "choices", "options": inner["options"]}
    if menu:
        return {"manner": "picks", "options": menu}
    return {"manner": "lines"}


def _named(desk: _Desk, schema: Schema, path: str, menu: tuple[Option, ...]) -> dict[str, Any]:
    """Free names with values: those of the schema, or those of the school."""
    value = schema.get("additionalProperties") or next(iter(schema["properties"].values()))
    names = menu or _options(desk, path, tuple(schema.get("properties", ())))
    behind = _answered(desk, value, f"{path}.*")
    inner = behind.pop("inner", ())
    if behind["manner"] != "group":
        inner = (Field(key="", label="", unsaid=_unsaid(desk, path), **behind),)
    return {"manner": "named", "options": names, "inner": inner}


def _options(desk: _Desk, path: str, words: tuple[str, ...]) -> tuple[Option, ...]:
    known = CHOICES.get(path) or CHOICES.get(path.rpartition(".")[2], {})
    return tuple(Option(one, desk.say(known.get(one, one.capitalize()))) for one in words)


def _manner(schema: Schema) -> Manner:
    if "anyOf" in schema:
        return "date"
    if schema.get("pattern"):
        return "day"
    kind = schema.get("type")
    if kind == "boolean":
        return "truth"
    if kind in ("integer", "number"):
        return "number"
    return "prose" if schema.get("maxLength", 0) > _PROSE else "line"


def fits(field: Field, value: Any) -> bool:
    """Whether a field can show what is written, so that it can be answered anew without losing anything."""
    if value in ("", None):
        return True
    if field.manner in {"lines", "picks", "choices"}:
        return isinstance(value, list) and all(
            isinstance(one, str) and "\n" not in one.strip() for one in value
        )
    if field.manner == "groups":
        return isinstance(value, list) and all(_fits_in(field.inner, one) for one in value)
    if field.manner == "group":
        return _fits_in(field.inner, value)
    if field.manner == "named":
        alone = field.inner[0].key == ""
        return isinstance(value, dict) and all(
            fits(field.inner[0], one) if alone else _fits_in(field.inner, one)
            for one in value.values()
        )
    return isinstance(value, str) and (field.manner == "prose" or "\n" not in value.strip())


def _fits_in(inner: Sequence[Field], value: Any) -> bool:
    return isinstance(value, dict) and all(fits(one, value.get(one.key)) for one in inner)


def names_of(fields: Sequence[Field], values: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """The names of all fields of a form over what is written, such as `claims.0.credit`."""
    for field in fields:
        name = f"{above}{field.key}"
        yield name
        value = values.get(field.key)
        if field.manner == "group":
            yield from names_of(field.inner, value if isinstance(value, dict) else {}, f"{name}.")
        elif field.manner == "groups" and isinstance(value, list):
            for place, one in enumerate(value):
                yield f"{name}.{place}"
                if isinstance(one, dict):
                    yield from names_of(field.inner, one, f"{name}.{place}.")
        elif field.manner == "named":
            written = value if isinstance(value, dict) else {}
            for key in dict.fromkeys((*(one.value for one in field.options), *written)):
                yield f"{name}.{key}"
                if field.inner[0].key:
                    one = written.get(key)
                    yield from names_of(
                        field.inner, one if isinstance(one, dict) else {}, f"{name}.{key}."
                    )


def nearest_name(names: Sequence[str], keys: Sequence[str | int]) -> str:
    """The field that shows a value at a key path, or the one that it is in; empty when none does."""
    known = frozenset(names)
    for length in range(len(keys), 0, -1):
        name = ".".join(str(one) for one in keys[:length])
        if name in known:
            return name
    return ""


def plain_id(name: str) -> str:
    """A field's name as an id of HTML."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name)
