"""What is told of what is wrong: English for everybody who wants a text, and kept so that it can be said otherwise."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.diagnostics import Diagnostic, Rule, Severity, Span
from portfolio_gen.model.packing import packed, unpacked
from portfolio_gen.model.speech import Figure, Sentence, Word, strung
from portfolio_gen.model.tell import NOTHING, and_more, in_a_row, joined, tell, tell_many
from portfolio_gen.speaking import aloud, spoken

RULE = Rule("PG203", "unknown-credit", Severity.ERROR)

TEXTS = st.text(max_size=20)
BLANKS = st.recursive(
    TEXTS
    | st.integers(0, 10**6)
    | st.builds(Word, TEXTS)
    | st.builds(Figure, st.floats(0, 10**6), st.integers(0, 2)),
    lambda inner: (
        st.builds(lambda one: tell("«%(one)s»", one=one), inner)
        | st.builds(
            lambda one, count: tell_many("a %(one)s", "%(count)s %(one)s", count, one=one),
            inner,
            st.integers(0, 9),
        )
        | st.builds(lambda parts: strung(map(str, parts), "; "), st.lists(inner, max_size=3))
    ),
    max_leaves=6,
)


def one_of(message: Sentence, hint: Sentence = NOTHING) -> Diagnostic:
    return Diagnostic(RULE, Span("a.yml", 3, 7), message, hint, (Span("b.yml"),), "ada-park")


def remade(one: Diagnostic) -> Diagnostic:
    """As a later run knows it."""
    return unpacked(json.loads(json.dumps(packed(one))))


def inside(one: Any) -> Any:
    """What a sentence is made of, without the sentence."""
    if not isinstance(one, Sentence):
        return (Sentence if one == "" else type(one)), one
    if not one:
        return Sentence, ""
    given = {name: inside(blank) for name, blank in one.given.items()}
    return str(one), one.words, one.many, one.counted, given, [*map(inside, one.parts)], one.glue


@given(BLANKS)
def test_a_diagnostic_stays_what_it_is_in_files_and_between_processes(blank: Any) -> None:
    one = one_of(tell("it says %(blank)s", blank=blank), tell("mend it"))
    for other in (remade(one), pickle.loads(pickle.dumps(one))):  # noqa: S301
        assert other == one
        assert hash(other) == hash(one)
        assert inside(other.message) == inside(one.message)
        assert inside(other.hint) == inside(one.hint)


def test_what_an_older_program_has_kept_is_read_as_english() -> None:
    told = packed(one_of(tell("mend it")))
    told[2], told[3] = "an old message", ""
    found = unpacked(told)
    assert (found.message, found.hint) == ("an old message", "")
    assert aloud(found.message, "es") == "an old message"


@pytest.mark.parametrize(
    "damage", [None, 1.5, ["words"], {"many": "x"}, {"words": "%(gone)s x", "given": {}}]
)
def test_what_was_damaged_is_no_sentence(damage: Any) -> None:
    told = packed(one_of(tell("mend it")))
    told[2] = {"words": "%(one)s", "given": {"one": damage}}
    if damage == {"words": "%(gone)s x", "given": {}}:
        assert unpacked(told).message == "%(gone)s x"
        return
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
        unpacked(told)


def test_a_count_stands_in_figures_and_a_number_has_its_decimals() -> None:
    assert tell_many("%(count)s error", "%(count)s errors", 1) == "1 error"
    assert tell_many("%(count)s error", "%(count)s errors", 0) == "0 errors"
    assert tell("%(size)s MB", size=Figure(12345.678, 1)) == "12,345.7 MB"
    assert tell("%(size)s MB", size=Figure(1999.6)) == "2,000 MB"
    assert (
        aloud(tell("%(words)s and %(last)s", words=Figure(12345.678, 1), last="x"), "es")
        == "12.345,7 y x"
    )


def test_words_stand_in_a_row() -> None:
    assert in_a_row(["a"]) == "`a`"
    assert in_a_row(["a", "b", "c"]) == "`a`, `b` and `c`"
    assert in_a_row("abcd", 2) == "`a`, `b` and 2 more"
    assert joined(["one", "two"]) == "one and two"
    assert aloud(in_a_row("abc"), "fr") == "`a`, `b` et `c`"
    assert aloud(and_more(["`a`"], 2), "ar") == "`a` واثنان غيرها"


def test_a_diagnostic_is_said_in_another_language_and_stays_where_it_is() -> None:
    one = one_of(tell("`%(word)s` is not a credit level", word="high"), tell("write 1 or more"))
    said = spoken(one, "es-MX")
    assert said.message == "`high` no es un nivel de crédito"
    assert said.hint == "escribe 1 o más"
    assert (said.rule, said.span, said.related, said.about) == (
        one.rule,
        one.span,
        one.related,
        one.about,
    )
    assert spoken(said, "fr") == said


@pytest.mark.parametrize("language", ["en", "en-GB", "sv", ""])
def test_where_no_other_language_is_known_it_is_english(language: str) -> None:
    assert aloud(tell("mend it"), language) == "mend it"
    assert type(aloud(tell("write 1 or more"), language)) is str
