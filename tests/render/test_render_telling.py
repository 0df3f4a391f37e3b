"""Sentences that rooms without a language have made, in the language of a site."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import pytest

from nouns import framework
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.speech import Sentence, Spelled, Word, sentence, sentences, strung
from portfolio_gen.model.terms import Wording
from portfolio_gen.plan.words import Tally, where_i_stand
from portfolio_gen.render.words.telling import in_language, said
from portfolio_gen.render.words.voice import voice_of

EARNED = sentence(
    "Earned on %(day)s by decision of the %(committee)s.",
    day=Day(2026, 3, 14),
    committee=Word("committee"),
)
MEANWHILE = Tally(
    level="Foundation", earned=18, of=30, beyond=(("Advanced", 3),), waiting=2, works=26
)


@dataclass(frozen=True)
class View:
    """Something with a sentence in it."""

    because: str
    title: str
    others: tuple[View, ...] = ()


def test_in_english_a_sentence_is_its_text() -> None:
    assert EARNED == "Earned on 14 March 2026 by decision of the committee."
    assert in_language(EARNED, voice_of("en")) is EARNED


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("es", "Logrado el 14 de marzo de 2026 por decisión del comité."),
        ("fr", "Obtenu le 14 mars 2026 par décision du comité."),
        ("ar", "اكتُسب في 14 مارس 2026 بقرار اللجنة."),
        ("zh", "2026年3月14日由委员会决定授予。"),
    ],
)
def test_dates_and_words_are_said_in_the_language(language: str, told: str) -> None:
    assert said(EARNED, voice_of(language)) == told


def test_a_word_of_the_schools_own_stays_as_it_is() -> None:
    own = framework(terms={"committee": Wording(one="panel", many="panels")}).word("committee")
    told = sentence("waiting for the %(committee)s", committee=own)
    assert said(told, voice_of("es")) == "en espera del panel"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "18 of 30 foundation credits are earned, and three advanced. Two are waiting for the committee.",
        ),
        (
            "es",
            "18 de 30 créditos de nivel foundation están logrados, y 3 de nivel advanced. 2 esperan al comité.",
        ),
        ("zh", "30 项foundation学分中已获得 18 项，另有 3 项advanced。2 项等待委员会。"),
    ],
)
def test_where_i_stand_is_made_of_whole_sentences(language: str, told: str) -> None:
    assert said(where_i_stand(MEANWHILE, framework()), voice_of(language)) == told


def test_several_days_are_listed_as_the_language_lists_them() -> None:
    days = (Day(2026, 1, 2), Day(2026, 2, 3), PartialDate(2026, 4))
    told = sentence("Before that it was not yet, on %(days)s.", days=days)
    assert told == "Before that it was not yet, on 2 January 2026, 3 February 2026 and April 2026."
    assert said(told, voice_of("es")).endswith(
        "2 de enero de 2026, 3 de febrero de 2026 y abril de 2026."
    )


def test_counts_are_words_in_english_and_figures_elsewhere() -> None:
    told = sentences("%(count)s is under way", "%(count)s are under way", 3)
    assert told == "three are under way"
    assert said(told, voice_of("fr")) == "3 sont en cours"
    assert str(Spelled(13)) == "13"


def test_a_heading_begins_with_a_capital_in_the_language_too() -> None:
    title = strung([Word("credits")], capital=True)
    assert title == "Credits"
    assert said(title, voice_of("es")) == "Créditos"


def test_what_people_have_written_is_not_touched() -> None:
    """Even where it is, letter for letter, a sentence of the program's."""
    view = View(because=EARNED, title="Goals", others=(View("Goals", "Goals"),))
    told = in_language(view, voice_of("es"))
    assert told.because.startswith("Logrado")
    assert told.title == "Goals"
    assert told.others is view.others


def test_a_sentence_survives_the_way_to_a_worker() -> None:
    sent = pickle.loads(pickle.dumps(EARNED))  # noqa: S301 - made here
    assert type(sent) is Sentence
    assert said(sent, voice_of("fr")).startswith("Obtenu")
