"""Quick dataclasses differ from the standard library's in nothing that anybody can see."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from functools import cached_property
from typing import Any, ClassVar

import pytest

from portfolio_gen.model.value import _dataclass, dataclass


def shapes(dataclass: Any) -> dict[str, type]:
    """The same classes, made by one decorator or the other."""

    @dataclass(frozen=True, slots=True)
    class Point:
        """A place."""

        x: int
        y: int = 0

        def moved(self) -> Any:
            """Half a step."""
            return dataclasses.replace(self, x=self.x + 1)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Shape:
        """What has corners."""

        kind: ClassVar[str] = "shape"
        name: str
        corners: list[int] = dataclasses.field(default_factory=list)
        secret: str = dataclasses.field(default="s", repr=False, compare=False)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named(Shape):
        """One with a title of its own."""

        title: str = "t"

        def __repr__(self) -> str:
            return f"<{self.title}>"

    @dataclass(frozen=True, slots=True)
    class Private:
        """With names that others might have thought of, too."""

        _named: int
        _compared: int = 0

    @dataclass(frozen=True, slots=True)
    class Nothing:
        """Without fields."""

    @dataclass(frozen=True, slots=True, eq=False)
    class Itself:
        """Only ever the same as itself."""

        x: int

    @dataclass(frozen=True)
    class Open:
        """With room for what is worked out later."""

        x: int
        y: int = dataclasses.field(default=1, kw_only=True)

        def __post_init__(self) -> None:
            if self.x < 0:
                raise ValueError("below nothing")

        @cached_property
        def twice(self) -> int:
            """Worked out once."""
            return 2 * self.x

    return {one.__name__: one for one in (Point, Shape, Named, Private, Nothing, Itself, Open)}


OURS, THEIRS = shapes(_dataclass), shapes(dataclasses.dataclass)
CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Point", (1,), {}),
    ("Point", (1, 2), {}),
    ("Point", (), {"x": 1, "y": 3}),
    ("Point", (), {}),
    ("Point", (1, 2, 3), {}),
    ("Point", (1,), {"z": 1}),
    ("Shape", (), {"name": "a"}),
    ("Shape", (), {"name": "a", "corners": [1], "secret": "x"}),
    ("Shape", ("a",), {}),
    ("Named", (), {"name": "a", "title": "b"}),
    ("Private", (1, 2), {}),
    ("Nothing", (), {}),
    ("Itself", (1,), {}),
    ("Open", (1,), {"y": 2}),
    ("Open", (-1,), {}),
]


def outcome(made: dict[str, type], name: str, given: Any, named: Any) -> object:
    try:
        one = made[name](*given, **named)
    except (TypeError, ValueError) as problem:
        return type(problem), str(problem).replace("shapes.<locals>.", "")
    told = repr(one).replace("shapes.<locals>.", "")
    return told, dataclasses.asdict(one)


@pytest.mark.parametrize(("name", "given", "named"), CALLS)
def test_they_are_made_and_shown_in_the_same_way(name: str, given: Any, named: Any) -> None:
    assert outcome(OURS, name, given, named) == outcome(THEIRS, name, given, named)


@pytest.mark.parametrize("name", OURS)
def test_they_are_described_in_the_same_way(name: str) -> None:
    ours, theirs = OURS[name], THEIRS[name]
    described = [
        (one.name, one.default, one.default_factory, one.kw_only, one.repr, one.compare)
        for one in dataclasses.fields(ours)
    ]
    assert described == [
        (one.name, one.default, one.default_factory, one.kw_only, one.repr, one.compare)
        for one in dataclasses.fields(theirs)
    ]
    assert [*inspect.signature(ours).parameters] == [*inspect.signature(theirs).parameters]
    assert getattr(ours, "__slots__", None) == getattr(theirs, "__slots__", None)
    assert ours.__match_args__ == theirs.__match_args__  # type: ignore[attr-defined]
    assert ours.__doc__ == theirs.__doc__


@pytest.mark.parametrize("made", [OURS, THEIRS])
def test_equal_values_are_equal_and_nothing_else_is(made: dict[str, Any]) -> None:
    point, shape = made["Point"], made["Shape"]
    assert point(1, 2) == point(1, 2) != point(1, 3)
    assert hash(point(1, 2)) == hash(point(1, 2))
    assert point(1, 2) != (1, 2)
    assert shape(name="a", secret="x") == shape(name="a")  # noqa: S106
    assert made["Named"](name="a") != shape(name="a")
    assert made["Nothing"]() == made["Nothing"]()
    assert made["Itself"](1) != made["Itself"](1)
    assert len({point(1, 2), point(1, 2), point(2, 1)}) == 2
    assert shape(name="a").corners is not shape(name="a").corners
    assert made["Open"](2).twice == 4
    with pytest.raises(TypeError, match="unhashable"):
        hash(shape(name="a"))


@pytest.mark.parametrize("made", [OURS, THEIRS])
def test_nothing_in_them_can_be_changed(made: dict[str, Any]) -> None:
    one = made["Point"](1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        one.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
        del one.x
    assert one.moved() == made["Point"](2)


@dataclass(frozen=True, slots=True)
class Point:
    """What can be found again by its name."""

    x: int
    y: int = 0


@dataclass(frozen=True)
class Open:
    """The same, with room for more."""

    x: int
    y: int = dataclasses.field(default=1, kw_only=True)


@pytest.mark.parametrize("one", [Point(1, 2), Open(3, y=4)])
def test_they_travel(one: Any) -> None:
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert copy.copy(one) == copy.deepcopy(one) == one


def test_what_is_not_frozen_or_has_an_order_is_the_standard_librarys() -> None:
    @_dataclass(order=True, frozen=True)
    class Ordered:
        x: int

    @_dataclass
    class Changing:
        x: int

    one = Changing(1)
    one.x = 2
    assert one == Changing(2)
    assert Ordered(1) < Ordered(2)


def test_a_field_outside_the_constructor_is_refused() -> None:
    with pytest.raises(TypeError, match="no place in the constructor"):

        @_dataclass(frozen=True)
        class Odd:
            x: int = dataclasses.field(default=1, init=False)
