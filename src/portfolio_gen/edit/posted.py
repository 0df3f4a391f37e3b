"""What somebody has sent with a form, as values for the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from portfolio_gen.edit.fields import Field, fits

Form: TypeAlias = Mapping[str, Sequence[str]]
"""Name of a field to everything that was sent under it."""
MOST_ENTRIES = 200
"""Entries of one list that a form sends."""


def read_form(fields: Sequence[Field], form: Form, old: Mapping[str, Any]) -> dict[str, Any]:
    """Key to value, for every field that can show what is written; what no field knows stays as it is.

    Args:
        fields: those of the form.
        form: what was sent.
        old: what the file says.
    """
    return {
        one.key: _value(one, one.key, form, old.get(one.key, ""))
        for one in fields
        if fits(one, old.get(one.key, ""))
    }


def _value(field: Field, name: str, form: Form, old: Any) -> Any:
    match field.manner:
        case "file":
            return old
        case "truth":
            return _truth(field, name in form, old)
        case "choice" if field.beside[0]:
            return _either(form, name, old)
        case "choices":
            return _in_old_order(form.get(name, ()), old)
        case "picks":
            return [one for one in dict.fromkeys(form.get(name, ())) if one.strip()]
        case "lines":
            return [one.strip() for one in _first(form, name).splitlines() if one.strip()]
        case "group":
            return _group(field.inner, name, form, old)
        case "groups":
            return _groups(field, name, form, old)
        case "named":
            return _named(field, name, form, old)
        case _:
            said = _first(form, name)
            # What stands on one line in the file may be broken in the form.
            if field.manner != "prose" and "\n" in said:
                said = " ".join(one.strip() for one in said.splitlines())
            # What holds anyway need not be written.
            return "" if said == field.default and not old else said


def _first(form: Form, name: str) -> str:
    said = next(iter(form.get(name, ())), "")
    return said.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _either(form: Form, name: str, old: Any) -> str:
    """What was chosen, or what was written beside it; of both, that which is new."""
    chosen = _first(form, name)
    written = " ".join(_first(form, f"{name}.beside").split())
    return written if written and (written != old or not chosen) else chosen


def _truth(field: Field, ticked: bool, old: Any) -> str:
    word = "true" if ticked else "false"
    if str(old).strip().lower() == word:
        return str(old)
    return "" if not old and word == (field.default or "false") else word


def _in_old_order(ticked: Sequence[str], old: Any) -> list[str]:
    before = [one for one in old or () if one in ticked]
    return list(dict.fromkeys((*before, *ticked)))


def _group(inner: Sequence[Field], name: str, form: Form, old: Any) -> dict[str, Any]:
    kept = dict(old) if isinstance(old, dict) else {}
    told = {one.key: _value(one, f"{name}.{one.key}", form, kept.get(one.key, "")) for one in inner}
    return {**kept, **told}


def _groups(field: Field, name: str, form: Form, old: Any) -> list[Any]:
    written = list(old or ())
    count = _first(form, f"{name}.count")
    entries = []
    for place in range(min(int(count), MOST_ENTRIES) if count.isdecimal() else 0):
        at = f"{name}.{place}"
        if f"{at}.gone" in form:
            continue
        was = _first(form, f"{at}.was")
        base = written[int(was)] if was.isdecimal() and int(was) < len(written) else {}
        entries.append(_group(field.inner, at, form, base))
    return [one for one in entries if _says_something(field, one)]


def _says_something(field: Field, entry: Mapping[str, Any]) -> bool:
    """Whether a new entry holds more than what was chosen beforehand."""
    chosen = {one.key for one in field.inner if one.manner == "choice" and one.default}
    return any(value for key, value in entry.items() if key not in chosen)


def _named(field: Field, name: str, form: Form, old: Any) -> dict[str, Any]:
    written = dict(old) if isinstance(old, dict) else {}
    names = dict.fromkeys((*written, *(one.value for one in field.options)))
    alone = field.inner[0].key == ""
    return {
        one: _value(field.inner[0], f"{name}.{one}", form, written.get(one, ""))
        if alone
        else _group(field.inner, f"{name}.{one}", form, written.get(one, ""))
        for one in names
        if f"{name}.{one}.gone" not in form
    }
