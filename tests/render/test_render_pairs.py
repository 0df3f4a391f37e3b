"""Words in two languages side by side, on the finished page and where no markup can stand."""

from __future__ import annotations

import pytest

from portfolio_gen.model.dates import Day
from portfolio_gen.model.speech import Word, capitalised, sentence
from portfolio_gen.render.engine import beside
from portfolio_gen.render.words.pairs import alone, choice, pair, side_by_side
from portfolio_gen.render.words.telling import said
from portfolio_gen.render.words.voice import both_voices


def shown(page: str) -> str:
    return side_by_side(page, lambda words: f"[{words}]")


@pytest.mark.parametrize(
    ("page", "finished"),
    [
        ("<p>as it is</p>", "<p>as it is</p>"),
        (f"<h2>{pair('Metas', 'Goals')}</h2>", "<h2>Metas[Goals]</h2>"),
        (f'<nav aria-label="{pair("Metas", "Goals")}">', '<nav aria-label="Metas">'),
        (f"<title>{pair('Metas', 'Goals')} · Maya</title>", "<title>Metas · Maya</title>"),
        (f"<p>{choice('14 marzo', 'March 14')}</p>", "<p>14 marzo</p>"),
        (
            f"<p>{pair('el ' + choice('14', '14th'), 'on ' + choice('14', '14th'))}</p>",
            "<p>el 14[on 14th]</p>",
        ),
        (
            f"<p>{pair('Todos los ' + pair('créditos', 'credits'), 'All ' + pair('créditos', 'credits'))}</p>",
            "<p>Todos los créditos[All credits]</p>",
        ),
        (
            "<p>" + pair("a <b id=one>x</b>", 'b <b id="one">x</b>') + "</p>",
            "<p>a <b id=one>x</b>[b <b>x</b>]</p>",
        ),
        ("<p>a stray \ue0f0sign</p>", "<p>a stray sign</p>"),
    ],
)
def test_pairs_on_a_page(page: str, finished: str) -> None:
    assert shown(page) == finished


def test_the_second_language_is_marked_up() -> None:
    text = side_by_side(f"<h2>{pair('Goals', 'الأهداف')}</h2>", beside("ar"))
    assert '<span lang="ar" dir="rtl">الأهداف</span>' in text


def test_a_sentence_is_said_in_both_and_its_dates_in_each() -> None:
    told = sentence(
        "Earned on %(day)s by decision of the %(committee)s.",
        day=Day(2026, 3, 14),
        committee=Word("committee"),
    )
    both = said(told, both_voices("es", "en"))
    assert alone(both) == "Logrado el 14 de marzo de 2026 por decisión del comité."
    assert alone(both, 1) == "Earned on 14 March 2026 by decision of the committee."


def test_what_both_say_alike_is_said_once() -> None:
    assert both_voices("es", "fr")("PDF") == "PDF"
    count = both_voices("es", "en")("%(earned)s of %(of)s")
    assert shown(f"<p>{count}</p>") == "<p>%(earned)s de %(of)s</p>"


def test_headings_begin_with_capitals_in_both() -> None:
    assert capitalised(pair("créditos", "credits")) == pair("Créditos", "Credits")
