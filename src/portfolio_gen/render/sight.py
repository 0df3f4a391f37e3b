"""Out of sight: values that a template can hand on, and that tell as soon as it looks at one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, Protocol

_LOOKS = (
    *(
        "str",
        "repr",
        "format",
        "html",
        "bool",
        "int",
        "float",
        "len",
        "iter",
        "contains",
        "getitem",
    ),
    *(
        "hash",
        "eq",
        "ne",
        "lt",
        "le",
        "gt",
        "ge",
        "add",
        "radd",
        "mod",
        "rmod",
        "mul",
        "rmul",
        "call",
    ),
)


class Seen(Protocol):
    """Attributes that may be seen, by name."""

    def __contains__(self, name: str, /) -> bool: ...

    def __getitem__(self, name: str, /) -> Any: ...


class BelongsToOnePage(BaseException):
    """Something was looked at that is out of sight; no `Exception`, for tests and filters let those pass in silence."""


def refuse(*_args: Any, **_named: Any) -> NoReturn:
    """Look at what is out of sight. Raises BelongsToOnePage."""
    raise BelongsToOnePage


def out_of_sight(seen: Seen | None = None, **looks: Callable[..., Any]) -> Any:
    """A value that can be handed on, but not looked at.

    Args:
        seen: attributes that may be seen nevertheless.
        looks: what may be done with it nevertheless, such as `eq` for comparing.
    """

    def attribute(_self: Any, name: str) -> Any:
        return seen[name] if seen is not None and name in seen else refuse()

    methods = dict.fromkeys(_LOOKS, refuse) | {one: staticmethod(do) for one, do in looks.items()}
    named = {f"__{one}__": method for one, method in methods.items()}
    return type("OutOfSight", (), {**named, "__getattribute__": attribute})()


OUT_OF_SIGHT = out_of_sight()
