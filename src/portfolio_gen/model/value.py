"""Frozen dataclasses that are made quickly: their methods are shared, where the standard library compiles new ones.

Three hundred frozen dataclasses, with six methods compiled for each, take a third of the time in which the program
starts. These have a constructor of their own and all else in common. To a type checker, and to whatever asks
`dataclasses` about them, they are the standard library's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

_assign = object.__setattr__
_UNGIVEN = object()
"""Stands for an argument whose default has to be made anew each time."""


def _dataclass(
    kind: type | None = None, /, *, frozen: bool = False, order: bool = False, **more: Any
) -> Any:
    """The same as `dataclasses.dataclass`, to which is left what is not frozen, or has an order.

    Raises:
        TypeError: a field has no place in the constructor, which nothing here needs.
    """

    def decorated(kind: type) -> type:
        if frozen and not order:
            return _value(kind, **more)
        return dataclasses.dataclass(frozen=frozen, order=order, **more)(kind)

    return decorated if kind is None else decorated(kind)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _dataclass


def _value(kind: type, *, eq: bool = True, **more: Any) -> type:
    own = frozenset(vars(kind))
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, **more)(kind)
    fields = dataclasses.fields(made)
    methods: dict[str, Any] = {
        "__init__": _constructor(made, fields),
        "__repr__": _repr,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": _state,
        "__setstate__": _restore,
    }
    if eq:
        compared = [one.name for one in fields if one.compare]
        made.__value_key__ = attrgetter(*compared) if compared else staticmethod(_nothing)
        methods |= {"__eq__": _is_equal, "__hash__": _hash}
    for name in methods.keys() - own:
        setattr(made, name, methods[name])
    made.__value_fields__ = tuple(one.name for one in fields)
    result: type = made
    return result


def _constructor(kind: Any, fields: Sequence[dataclasses.Field[Any]]) -> Callable[..., None]:
    """The only method that differs from class to class."""
    known: dict[str, Any] = {"_assign": _assign, "_UNGIVEN": _UNGIVEN}
    anywhere = ["self"]
    named: list[str] = []
    steps: list[str] = []
    for one in fields:
        if not one.init:
            raise TypeError(f"{kind.__name__}.{one.name} has no place in the constructor")
        asked = value = one.name
        if one.default is not dataclasses.MISSING:
            known[f"_default_{one.name}"] = one.default
            asked = f"{one.name}=_default_{one.name}"
        elif one.default_factory is not dataclasses.MISSING:
            known[f"_make_{one.name}"] = one.default_factory
            asked = f"{one.name}=_UNGIVEN"
            value = f"_make_{one.name}() if {one.name} is _UNGIVEN else {one.name}"
        (named if one.kw_only else anywhere).append(asked)
        steps.append(f"_assign(self, {one.name!r}, {value})")
    if hasattr(kind, "__post_init__"):
        steps.append("self.__post_init__()")
    arguments = ", ".join([*anywhere, *(["*", *named] if named else [])])
    # Only names of fields are in it, which somebody has written in this program.
    exec(f"def __init__({arguments}):\n  " + "\n  ".join(steps or ["pass"]), known)  # noqa: S102
    constructor: Callable[..., None] = known["__init__"]
    constructor.__qualname__ = f"{kind.__qualname__}.__init__"
    return constructor


@recursive_repr()
def _repr(self: Any) -> str:
    shown = (one.name for one in dataclasses.fields(self) if one.repr)
    return (
        f"{type(self).__qualname__}({', '.join(f'{one}={getattr(self, one)!r}' for one in shown)})"
    )


def _is_equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__value_key__(self) == self.__value_key__(other)


def _hash(self: Any) -> int:
    return hash((self.__class__, self.__value_key__(self)))


def _nothing(_: Any) -> tuple[()]:
    return ()


def _refuse_to_set(_: Any, name: str, _value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__value_fields__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__value_fields__, state, strict=True):
        _assign(self, name, value)
