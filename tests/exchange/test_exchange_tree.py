"""Any list of who stands under whom becomes a tree."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.exchange.tree import grow

lists = st.integers(1, 30).flatmap(
    lambda many: st.lists(st.none() | st.integers(0, many - 1), min_size=many, max_size=many)
)


@settings(deadline=None)
@given(lists)
def test_everything_is_in_the_tree_once_and_after_its_parent(chosen: list[int | None]) -> None:
    parents = dict(enumerate(chosen))
    tree = grow(parents, {key: key for key in parents})

    assert sorted(place.key for place in tree.places) == list(parents)
    depths: dict[int | None, int] = {None: 0}
    for place in tree.places:
        assert place.depth == depths[place.parent] + 1
        depths[place.key] = place.depth


@settings(deadline=None)
@given(lists)
def test_only_circles_are_cut(chosen: list[int | None]) -> None:
    parents = dict(enumerate(chosen))
    tree = grow(parents, {key: key for key in parents})

    moved = {place.key for place in tree.places if place.parent != parents[place.key]}
    assert moved == {circle[0] for circle in tree.circles}
    for circle in tree.circles:
        assert circle[0] == min(circle)
        assert {parents[key] for key in circle} == set(circle)


def test_brothers_stand_in_order_and_a_deep_tree_is_no_trouble() -> None:
    assert [one.key for one in grow({"b": None, "a": None}, {"a": 1, "b": 2}).places] == ["a", "b"]
    deep = {number: number - 1 if number else None for number in range(50_000)}
    assert grow(deep, dict.fromkeys(deep, 0)).places[-1].depth == 50_000
