"""The two minutes of a transcript are counted, and more than that is said with its number."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from test_render_paper import ROOT, render, student

from portfolio_gen.check.keys import HARDEST
from portfolio_gen.check.reading_level import grade_of, syllables
from portfolio_gen.diagnostics import Diagnostic, blocking
from portfolio_gen.render import rules, theme_folders
from portfolio_gen.render.paper import budget
from portfolio_gen.render.paper.budget import Measure, over
from portfolio_gen.render.paper.counting import words_in

LONG = "Somebody looked at this for a while and then wrote a sentence about it. " * 30
BUDGET = range(570, 580)


def found(into: Path, theme: dict[str, str] | None = None, **changes: Any) -> list[Diagnostic]:
    """What a build says about the two minutes of a transcript."""
    folders = theme_folders(ROOT, "riverbend")
    if theme:
        own = into.parent / "theme"
        own.mkdir()
        for name, text in theme.items():
            (own / name).write_text(text)
        folders = (own, *folders)
    done = render(student(**changes), into, themes=folders)
    assert "transcript/index.html" in done.files
    return [one for one in done.diagnostics if int(one.code[2:]) in BUDGET]


def test_the_sample_can_be_read_in_two_minutes(tmp_path: Path) -> None:
    assert found(tmp_path / "site") == []


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("PG570", {"how_to_read": LONG}),
        ("PG573", {"statement": f"{LONG}\n\n" * 6}),
        ("PG574", {"profile": f"{LONG}\n\n" * 12}),
    ],
)
def test_too_long_texts_are_said_and_the_transcript_is_published(
    code: str, changes: dict[str, str], tmp_path: Path
) -> None:
    (one,) = (one for one in found(tmp_path / "site", **changes) if one.code == code)

    assert blocking([one]) == ()
    number, most = (int(word) for word in one.message.split() if word.isdigit())
    assert number > most


def test_students_have_all_the_time_for_their_own(tmp_path: Path) -> None:
    own = replace(student(statement=f"{LONG}\n\n" * 6), edition="self")

    done = render(own, tmp_path / "site", edition="self")

    assert [one for one in done.diagnostics if int(one.code[2:]) in BUDGET] == []
    assert [one for one in done.minutes if one[1] > one[2]], "it is counted all the same"


def test_a_theme_that_leaves_the_evidence_out_is_noticed(tmp_path: Path) -> None:
    bare = "{% extends 'sheet.html' %}{% block content %}<p>Trust us.</p>{% endblock %}"

    (one,) = found(tmp_path / "site", {"transcript.html": bare})

    assert one.code == "PG572"
    assert "3 clicks" in one.message


def test_evidence_may_be_two_clicks_away_by_way_of_the_credit(tmp_path: Path) -> None:
    lists = (
        "{% extends 'sheet.html' %}{% block content %}{% for one in site.credits %}"
        '<a href="{{ link(one.address) }}">{{ one.title }}</a>{% endfor %}{% endblock %}'
    )

    assert found(tmp_path / "site", {"transcript.html": lists}) == []


def test_what_is_too_heavy_is_said_in_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_BYTES_ON_PAPER", 10)
    monkeypatch.setattr(budget, "MOST_BYTES_OF_PAGE", 20)

    messages = [one.message for one in found(tmp_path / "site") if one.code == "PG575"]

    assert len(messages) == 2
    assert any("PDF" in one and "10 is the most" in one for one in messages)


def test_marks_are_counted() -> None:
    said = "this transcript has %(found)s marks to learn; %(most)s is the most"
    seven = Measure(rules.TOO_MANY_MARKS, "marks to learn", said, 7, 6, "")

    (one,) = over((seven,), "ada-park")

    assert one.message == "this transcript has 7 marks to learn; 6 is the most"
    assert str(one.span) == "transcripts/ada-park.yml:1:1"
    assert not [*over((Measure(rules.TOO_MANY_MARKS, "", said, 6, 6, ""),), "x")]


def test_only_words_count() -> None:
    told = {"title": "All credits", "rows": [{"alt": "not seen", "title": "One", "counts": ["5"]}]}

    assert words_in(told) == 4


def test_reading_levels_rise_with_words_and_sentences() -> None:
    plain = "We look at the work. Then we decide."
    hard = (
        "Notwithstanding individualized considerations, institutionally constituted committees "
        "instantiate universally applicable proficiency expectations."
    )

    assert grade_of("") == 0
    assert grade_of(plain) < 4 < HARDEST < grade_of(hard)
    assert [
        syllables(one) for one in ("work", "table", "committee", "earned", "science", "the")
    ] == [*(1, 2, 3, 1, 1, 1)]


def test_everything_is_two_clicks_from_the_transcript_at_most(tmp_path: Path) -> None:
    site = tmp_path / "site"
    render(student(), site)
    pages = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}

    def led_to(page: str) -> set[str]:
        html = (site / page).read_text(encoding="utf-8")
        ways = (urljoin(f"/{page}", way) for way in re.findall(r'href="([^"#:]+)', html))
        return {f"{way.lstrip('/')}index.html" for way in ways if way.endswith("/")} & pages

    near = led_to("transcript/index.html")
    reached = near.union(*map(led_to, near))

    assert len(pages) > 20
    assert pages - reached == set()
