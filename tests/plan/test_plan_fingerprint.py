"""Fingerprints: equal for equal content, different for different content, whatever the paths."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from canary_school import EVERYTHING, canary_school, canary_student, planned
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.plan import fingerprint


def blueprint() -> SiteBlueprint:
    site = planned(canary_school(EVERYTHING), "family")
    assert site is not None
    return site


def mark(site: object, *surroundings: str, digest: str = "d") -> str:
    return fingerprint(site, surroundings=surroundings, digest_of=lambda _: digest)


def test_the_same_content_has_the_same_mark() -> None:
    assert mark(blueprint(), "1") == mark(blueprint(), "1")


def test_the_way_of_marking_is_known() -> None:
    """Another way of marking makes every site of every school stale, so it should not change unnoticed."""
    told = ("a", None, 7, True, ("b",), Path("c.jpg"))

    assert mark(told, "x") == "4ef00071ed6a1c73cdf84af8c72d5b508e4285ed49af7208c693c0d9fa247218"


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, where_i_stand="Elsewhere."),
        lambda one: replace(one, artifacts=one.artifacts[1:]),
        lambda one: replace(one, artifacts=tuple(reversed(one.artifacts))),
        lambda one: replace(one, person=replace(one.person, pronouns="")),
        lambda one: replace(one, transcript=None),
    ],
)
def test_other_content_has_another_mark(change: object) -> None:
    site = blueprint()

    assert mark(change(site)) != mark(site)  # type: ignore[operator]


def test_other_surroundings_and_media_have_another_mark() -> None:
    site = blueprint()

    assert mark(site, "theme") != mark(site, "other theme")
    assert mark(site, "a", "b") != mark(site, "ab")
    assert mark(site, digest="d") != mark(site, digest="e")


def test_every_edition_has_a_mark_of_its_own() -> None:
    sites = [planned(canary_school(EVERYTHING), one) for one in EDITIONS]

    assert len({mark(one) for one in sites}) == len(EDITIONS)


def test_paths_do_not_count_but_kinds_do() -> None:
    assert mark(Path("/a/b.jpg")) == mark(Path("/c/d.JPG"))
    assert mark(Path("/a/b.jpg")) != mark(Path("/a/b.png"))


def test_a_file_that_has_vanished_is_a_content_too() -> None:
    def vanished(path: Path) -> str:
        raise FileNotFoundError(path)

    assert fingerprint(Path("a.jpg"), surroundings=(), digest_of=vanished) != mark(Path("a.jpg"))


def test_texts_do_not_run_into_one_another() -> None:
    assert mark(("ab", "c")) != mark(("a", "bc"))
    assert mark((("a",), "b")) != mark(("a", ("b",)))
    assert mark("1") != mark(1)
    assert mark(None) != mark("None")


def test_an_unknown_kind_of_value_is_refused() -> None:
    with pytest.raises(TypeError, match="dict"):
        mark({"a": 1})


def test_a_student_who_writes_in_two_places_is_read_once() -> None:
    asked: list[Path] = []

    def digest(path: Path) -> str:
        asked.append(path)
        return "d"

    site = planned(canary_school({}, student=canary_student()), "self")
    fingerprint(site, surroundings=(), digest_of=digest)

    assert len(asked) == len(set(asked))
