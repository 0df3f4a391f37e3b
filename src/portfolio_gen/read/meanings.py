"""What the model's docstrings say of a noun and of each of its keys."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Any

from portfolio_gen.model.noun import Noun


def meaning_of(noun: type[Noun], key: str) -> str:
    """The docstring under a field, on one line; empty without one."""
    for owner in noun.__mro__:
        module = inspect.getmodule(owner)
        if module and (found := _field_docstrings(module).get((owner.__name__, key))):
            return found
    return ""


def caption_of(noun: type[Noun]) -> str:
    """The docstring of a noun, on one line."""
    return " ".join((noun.__doc__ or "").split())


@cache
def _field_docstrings(module: ModuleType) -> Mapping[tuple[str, str], str]:
    """Class and field to docstring, for all of a module. Python itself keeps no docstrings of fields."""
    tree = ast.parse(inspect.getsource(module))
    return {
        (found.name, field.target.id): " ".join(text.split())
        for found in tree.body
        if isinstance(found, ast.ClassDef)
        for field, below in zip(found.body, found.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if (text := _text_of(below))
    }


def _text_of(statement: ast.stmt) -> str:
    value: Any = getattr(statement, "value", None)
    is_text = isinstance(statement, ast.Expr) and isinstance(value, ast.Constant)
    return value.value if is_text and isinstance(value.value, str) else ""
