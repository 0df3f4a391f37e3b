"""Whatever somebody makes of a record, there is an answer, and it is never yes by mistake."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from portfolio_gen.seal.document import Unreadable, read_document, write_document
from portfolio_gen.seal.verify import Papers, verify
from signed_school import papers, signed_record

NOW = "2026-11-23T00:00:00Z"
RECORD = signed_record(2)
AT_HAND = papers()
VALUES = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-3, 3)
    | some.text(max_size=5)
    | some.just("z6Mk"),
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=5,
)


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to all parts of a document."""
    found = [way] if way else []
    if isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in parts:
            found += places(one, (*way, key))
    return found


def changed(document: Any, way: tuple[Any, ...], value: Any) -> Any:
    made = copy.deepcopy(document)
    place = made
    for key in way[:-1]:
        place = place[key]
    place[way[-1]] = value
    return made


PLACES = places(RECORD)


@settings(max_examples=60, deadline=None)
@given(some.sampled_from(PLACES), VALUES)
def test_no_part_of_a_record_can_be_exchanged(way: tuple[Any, ...], value: Any) -> None:
    touched = changed(RECORD, way, value)
    found = verify(read_document(write_document(touched)), AT_HAND, now=NOW)

    assert found.genuine == (write_document(touched) == write_document(RECORD))


@settings(max_examples=40, deadline=None)
@given(some.data())
def test_no_part_of_what_a_school_publishes_stops_the_answer(data: Any) -> None:
    name = data.draw(some.sampled_from(["did", "revoked", "newer"]))
    whole = {"did": AT_HAND.did, "revoked": AT_HAND.revoked, "newer": AT_HAND.newer}
    way = data.draw(some.sampled_from(places(whole[name])))
    touched = changed(whole[name], way, data.draw(VALUES))
    found = verify(RECORD, Papers(**{**whole, name: touched}), now=NOW)

    assert found.revoked in (False, None)
    if name == "did" and touched["id"] != whole["did"]["id"]:  # type: ignore[index]
        assert not found.genuine


@given(some.binary(max_size=40) | some.text(max_size=40).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = read_document(data)
    except Unreadable:
        return
    assert not verify(found, AT_HAND, now=NOW).genuine


@pytest.mark.parametrize("value", [{}, {"issuer": 3}, {"credentialSubject": []}])
def test_an_object_that_is_no_record_is_called_so(value: dict[str, Any]) -> None:
    assert [one.value for one in verify(value, AT_HAND, now=NOW).doubts] == ["no-record"]
