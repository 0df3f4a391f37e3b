"""Forms ask for everything that a student may write, and ask nothing that there is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from portfolio_gen.edit import Field, Option, fields_of, fits, read_form
from portfolio_gen.edit.words import BESIDE, CHOICES, LEADING, QUESTIONS, STORY_BEHIND, UNSAID
from portfolio_gen.schemas import schemas

STUDENTS = (
    *("student", "narrative", "artifact", "goal"),
    *("profile", "milestones", "conference", "pitch"),
)
NAMES = {"profile": {"parts": (Option("strengths", "Strengths"),)}}


def form(kind: str) -> tuple[Field, ...]:
    return fields_of(kind, schemas()[kind], NAMES.get(kind, {}))


def paths(fields: Sequence[Field], above: str) -> Iterator[str]:
    for one in fields:
        yield f"{above}{one.key}"
        star = "*." if one.manner == "named" and one.inner and one.inner[0].key else ""
        if one.inner and (one.manner != "named" or star):
            yield from paths(one.inner, f"{above}{one.key}.{star}")


@pytest.mark.parametrize("kind", STUDENTS)
def test_every_key_is_asked_for(kind: str) -> None:
    fields = form(kind)
    assert {one.key for one in fields} == set(schemas()[kind]["properties"])
    assert any(one.leading for one in fields)
    assert all(one.label for one in fields)


def test_no_question_is_about_nothing() -> None:
    known = {f"{kind}.{path}" for kind in STUDENTS for path in paths(form(kind), "")}
    loose = {path.partition(".")[2] for path in known}
    assert {one for one in QUESTIONS if one not in known | loose} == set()
    ends = {path.rpartition(".")[2] for path in known}
    assert {one for one in CHOICES if one not in loose | ends} == set()
    assert set(UNSAID) | set(BESIDE) <= known
    for kind, keys in LEADING.items():
        assert {f"{kind}.{key}" for key in keys} <= known
    assert all(f"{kind}.{key}" in known for kind, key in STORY_BEHIND.items())


@pytest.mark.parametrize("kind", STUDENTS)
def test_every_question_is_asked_in_words_that_catalogues_know(kind: str) -> None:
    """The schema's own descriptions are English, for whoever keeps a school; files are shown, and not asked for."""
    told: list[str] = []
    fields_of(kind, schemas()[kind], NAMES.get(kind, {}), lambda one: told.append(one) or one)  # type: ignore[func-returns-value]
    words = {said for asked in QUESTIONS.values() for said in asked}
    words |= {said for known in CHOICES.values() for said in known.values()} | {*UNSAID.values()}
    words |= {said for asked in BESIDE.values() for said in asked}
    assert set(told) - words <= {"File", "File name in the artifact's folder."} | {
        "File name in the student's folder."
    }


@pytest.mark.parametrize(
    ("key", "value", "is_shown"),
    [
        ("title", "One", True),
        ("title", "One\ntwo", False),
        ("title", ["One"], False),
        ("taught_me", "One\ntwo", True),
        ("tags", ["a", "b"], True),
        ("tags", ["a\nb"], False),
        ("tags", "a", False),
        ("media", [{"file": "a.jpg"}], True),
        ("media", ["a.jpg"], False),
        ("media", [{"alt": {}}], False),
        ("self_rating", {"a": "b"}, True),
        ("self_rating", ["a"], False),
    ],
)
def test_what_no_field_can_show_is_left_alone(key: str, value: object, is_shown: bool) -> None:
    (field,) = (one for one in form("artifact") if one.key == key)
    assert fits(field, value) is is_shown
    assert (key in read_form((field,), {}, {key: value})) is is_shown


def test_what_no_field_knows_stays_in_its_entry() -> None:
    (media,) = (one for one in form("artifact") if one.key == "media")
    old = {"media": [{"file": "a.jpg", "alt": "A", "wings": "two"}]}
    sent = {"media.count": ["1"], "media.0.was": ["0"], "media.0.alt": ["B"]}
    (entry,) = read_form((media,), sent, old)["media"]
    assert (entry["file"], entry["alt"], entry["wings"]) == ("a.jpg", "B", "two")


@pytest.mark.parametrize("count", ["-1", "x", "", "9" * 30, "٣"])
def test_a_strange_count_is_no_trouble(count: str) -> None:
    (media,) = (one for one in form("artifact") if one.key == "media")
    assert read_form((media,), {"media.count": [count]}, {})["media"] == []
