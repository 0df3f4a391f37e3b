"""Nothing that somebody writes into a file makes an import stumble, and what comes out can be read."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from case_packages import (
    DOCUMENT,
    child,
    codes,
    guid,
    imported,
    item,
    package,
    problems,
    synthetic,
    three_levels,
)
from portfolio_gen.diagnostics import errors
from portfolio_gen.exchange.importing import MOST_STATEMENTS
from school import minimal_school

ODD_TEXTS = [
    *("<script>x</script>", "\ud800", "a\x00b", "\u202eabc", "é" * 400, "{{ 7*7 }}"),
    *("---", "- a", "key: value", "a: b #c", "# no", "*a", "&a", "!!python/object:x", "%TAG", "@x"),
    *("'", '"', "|", ">-", "null", "~", "yes", "1e3"),
    *(guid("words"), guid("nobody"), "isChildOf", "replacedBy"),
]
KEYS = ["identifier", "uri", "title", "portfolio-gen", "kind", "id"]

odd: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(ODD_TEXTS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=4,
)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value in a document."""
    entries = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [at, *(found for key, one in entries for found in places(one, (*at, key)))]


def laid(document: Any, at: tuple[Any, ...], value: Any) -> Any:
    """A document with another value at a place."""
    if not at:
        return value
    inner = document
    for key in at[:-1]:
        inner = inner[key]
    inner[at[-1]] = value
    return document


def everything() -> Any:
    """A package that has something of every kind."""
    own = {"extensions": {"portfolio-gen": {"kind": "credit", "id": "argue"}}}
    levels = [{"quality": "Weak", "score": 1}, {"quality": "Good", "score": 2}]
    criterion = {
        "category": "Claims",
        "CFItemURI": {"identifier": guid("claim")},
        "CFRubricCriterionLevels": levels,
    }
    document = three_levels()
    document["CFItems"][2] |= own | {"educationLevel": ["09"], "listEnumeration": "1", "notes": "n"}
    return document | {
        "CFRubrics": [{"title": "Claims", "CFRubricCriteria": [criterion]}],
        "CFDefinitions": {"CFLicenses": [{"title": "CC BY"}], "CFConcepts": [{}]},
    }


PLACES = places(everything())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=st.lists(st.tuples(st.sampled_from(PLACES), odd), min_size=1, max_size=3))
def test_whatever_stands_anywhere_an_import_ends_well(
    tmp_path: Path, changes: list[tuple[tuple[Any, ...], Any]]
) -> None:
    document = everything()
    for at, value in changes:
        try:
            document = laid(document, at, value)
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # an earlier change took the place away
    made = imported(tmp_path, document)
    if made.framework is None:
        assert errors(made.diagnostics)
        return
    assert yaml.safe_load(made.text)["id"] == made.framework.id
    folder = tmp_path / "again"
    if not folder.exists():
        minimal_school(folder)
    found = [one for one in problems(folder, made) if one.split()[1] < "PG300"]
    assert found == [], "what was written cannot be read"


@pytest.mark.parametrize(
    "make",
    [
        lambda: package(
            [item(n, f"S {n}") for n in range(3_000)],
            [child(n, n - 1 if n else DOCUMENT) for n in range(3_000)],
        ),
        lambda: package([item(n, "Same") for n in range(2_000)]),
        lambda: package(
            [item(n, f"S {n}") for n in range(500)], [child(n, (n + 1) % 500) for n in range(500)]
        ),
        lambda: package([item(0, "S")], [child(0, 0) for _ in range(20_000)]),
        lambda: package([item(0, "<b>" * 100_000)]),
        lambda: package([{"fullStatement": 1}] * 5_000),
        lambda: package([item(n, "x" * 19_000) for n in range(200)]),
        lambda: {
            "framework": {
                "standards": [{"name": "S", "standardid": 1}],
                "standardelements": [
                    {"name": f"E {n}", "standardid": 1, "elementid": n, "parentelementid": n + 1}
                    for n in range(2_000)
                ],
            }
        },
    ],
    ids=["deep", "same", "circle", "repeated", "tags", "numbers", "large", "matrix"],
)
def test_no_file_takes_long(tmp_path: Path, make: Callable[[], Any]) -> None:
    document = make()
    start = time.process_time()
    made = imported(tmp_path, document)
    assert time.process_time() - start < 8
    assert made.framework or errors(made.diagnostics)


def test_what_no_school_could_read_is_refused(tmp_path: Path) -> None:
    assert codes(imported(tmp_path, package([item(n, "x" * 19_000) for n in range(100)]))) == [
        "PG602"
    ]
    many = [{"identifier": str(n), "fullStatement": "S"} for n in range(MOST_STATEMENTS + 1)]
    assert codes(imported(tmp_path, package(many))) == ["PG602"]


def test_a_whole_subject_is_imported_in_a_moment(tmp_path: Path) -> None:
    """600 items and 3,000 associations; measured on one core of a small machine: a fifth of a second."""
    document = synthetic()
    assert (len(document["CFItems"]), len(document["CFAssociations"])) == (600, 3_000)
    start = time.process_time()
    made = imported(tmp_path, document)
    seconds = time.process_time() - start
    assert seconds < 3, f"it took {seconds:.2f} s"
    assert made.framework
    parts = (*made.framework.domains, *made.framework.credits, *made.framework.targets)
    assert {one.identifier for one in parts} == {one["identifier"] for one in document["CFItems"]}
    assert len(parts) == 600
    assert problems(tmp_path, made) == []


def test_many_mistakes_of_one_kind_are_named_a_few_times_and_counted(tmp_path: Path) -> None:
    made = imported(tmp_path, package([item("a", "Argue"), *[{"notes": "x"}] * 100]))
    assert codes(made) == ["PG604"] * 6
    assert "95 more items" in made.diagnostics[-1].message


def test_a_document_that_is_the_other_way_round_is_no_trouble(tmp_path: Path) -> None:
    document = {"CFItems": {"a": 1}, "CFDocument": [], "CFAssociations": "none", "CFRubrics": 3}
    made = imported(tmp_path, json.dumps(document))
    assert codes(made)[-1] == "PG611" or "PG611" in codes(made)
    assert "PG604" in codes(made)
