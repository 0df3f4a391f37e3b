"""Shorter ways through Jinja, with the same results: what templates do a hundred times on each page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from types import FunctionType, MethodType
from typing import Any

import markupsafe
from jinja2 import Environment, pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

_ASKS = "jinja_pass_arg"
"""By this attribute Jinja knows a function that wants more than it is given."""

_FUNCTIONS = frozenset({FunctionType, type(lru_cache(str))})
"""Kinds of what is called as it is, if it does not ask for more: functions, and those that remember."""
_typed = str.__new__
_safe: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""What `escape` does for a text in the end; should it have another name one day, all of `escape` is done."""


class Swift(Context):
    """Calls macros and plain functions at once; Jinja asks each four times first what kind it is."""

    def call(self, function: Any, /, *args: Any, **named: Any) -> Any:
        """Call what a template calls."""
        kind = type(function)
        if kind is Macro:
            return self._expand(function, args, named)
        if kind is MethodType:
            if _ASKS in function.__func__.__dict__:
                return super().call(function, *args, **named)
        elif kind not in _FUNCTIONS or _ASKS in function.__dict__:
            return super().call(function, *args, **named)
        # Which names a loop or a block has set is for functions that want the context.
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        try:
            return function(*args, **named)
        except StopIteration:
            return super().call(_ended)

    def _expand(self, macro: Macro, args: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """What a macro makes; by its function, unless it takes more than it names, or is given something else."""
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        rest = macro.arguments[len(args) :]
        more = macro.caller or macro.catch_kwargs or macro.catch_varargs
        try:
            if (
                more
                or len(args) > len(macro.arguments)
                or (named and not named.keys() <= set(rest))
            ):
                return macro(self.eval_ctx, *args, **named)
            made = macro._func(*args, *[named.get(one, missing) for one in rest])
        except StopIteration:
            return super().call(_ended)
        return _typed(Markup, made) if self.eval_ctx.autoescape else made


def _ended() -> None:
    raise StopIteration


def make_swift(environment: Environment) -> None:
    """Let an environment take the shorter ways."""
    environment.context_class = Swift
    # The alias that Jinja installs asks the context for `gettext`, and has a context of its own made for that.
    environment.globals["_"] = environment.globals["gettext"]
    environment.getitem = partial(_getitem, environment)  # type: ignore[method-assign]
    # There are some dozens of templates; the library's way of forgetting the oldest takes a lock at each import.
    environment.cache = {}
    for name, one in environment.filters.items():
        # Filters that also work in coroutines ask each time whether they are in one.
        if getattr(one, "jinja_async_variant", False):
            environment.filters[name] = one.__wrapped__
    environment.filters["map"] = _mapped


def _getitem(environment: Environment, found: Any, argument: Any) -> Any:
    """An item, or else an attribute; what has no items, as our nouns have none, is not asked for one first."""
    try:
        if type(argument) is int:
            return found[argument]
        if type(argument) is str and not hasattr(type(found), "__getitem__"):
            return getattr(found, argument)
    except (AttributeError, LookupError, TypeError):
        pass  # the library will say what is wrong
    return Environment.getitem(environment, found, argument)


@pass_context
def _mapped(context: Context, values: Any, *args: Any, **named: Any) -> Iterator[Any]:
    """What `map` gives, which makes a function for each attribute first."""
    steps = _steps(named.get("attribute")) if len(named) == 1 and not args else ()
    if not steps:
        yield from FILTERS["map"](context, values, *args, **named)
    elif values:
        environment = context.environment
        for one in values:
            for step in steps:
                one = _getitem(environment, one, step)
            yield one


@lru_cache(maxsize=256)
def _steps(attribute: Any) -> tuple[str, ...]:
    """The names on the way to an attribute; none where one of them might be a number, or `attribute` is no text."""
    steps = tuple(attribute.split(".")) if type(attribute) is str else ()
    return steps if all(one.isidentifier() for one in steps) else ()


def escaped(value: Any) -> Markup:
    """What `escape` gives; texts and numbers, as nearly everything is, are not asked what else they may be."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str:
        return _typed(Markup, _safe(value))
    if kind is int or kind is float:
        return _typed(Markup, str(value))
    return escape(value)
