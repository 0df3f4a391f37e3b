"""A school says some of the program's sentences in words of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.hallway.wording import wording_troubles
from portfolio_gen.model.speech import sentence
from portfolio_gen.read.school import read_school
from portfolio_gen.render.words.telling import said
from portfolio_gen.render.words.voice import voice_of
from school import minimal_school, write

OWN = (
    (
        "en",
        (
            ("%(count)s page", ("%(count)s sheet", "%(count)s sheets")),
            ("Goals", ("Dreams",)),
            ("Milestones", ("Moments of %(name)s",)),
            ("Nothing claims it yet.", ("Nobody has tried it so far.",)),
        ),
    ),
    ("es", (("Goals", ("Sueños",)),)),
    ("es-MX", (("Goals", ("Anhelos",)),)),
)


@pytest.mark.parametrize(
    ("language", "goals", "stories"),
    [
        ("en", "Dreams", "Stories"),
        ("en-GB", "Dreams", "Stories"),
        ("es", "Sueños", "Historias"),
        ("es-MX", "Anhelos", "Historias"),
        ("fr", "Buts", "Récits"),
    ],
)
def test_own_words_come_first_and_the_rest_stays(language: str, goals: str, stories: str) -> None:
    say = voice_of(language, (), OWN)
    assert (say("Goals"), say("Stories")) == (goals, stories)


def test_own_words_count_and_reach_what_other_rooms_have_said() -> None:
    say = voice_of("en", (), OWN)
    assert say.many("%(count)s page", "%(count)s pages", 1) == "1 sheet"
    assert say.many("%(count)s page", "%(count)s pages", 4) == "4 sheets"
    assert said(sentence("Nothing claims it yet."), say) == "Nobody has tried it so far."


def test_what_does_not_fit_is_not_said() -> None:
    assert voice_of("en", (), OWN)("Milestones") == "Milestones"


def told(folder: Path, settings: str) -> list[tuple[str, int, str]]:
    root = minimal_school(folder)
    write(root, {"portfolio.yml": f"format: 1\nschool: Little School\n{settings}"})
    school, _ = read_school(root)
    assert school
    return [(one.code, one.span.line, one.hint) for one in wording_troubles(school)]


def test_a_nearly_right_sentence_is_recognised(tmp_path: Path) -> None:
    ((code, line, hint),) = told(tmp_path, "sentences:\n  en:\n    Gaols: Dreams\n")
    assert (code, line, hint) == ("PG577", 5, "did you mean `Goals`?")


@pytest.mark.parametrize(
    ("own", "codes"),
    [
        ('"%(count)s page": "%(count)s sheet"', ["PG578"]),
        ('"%(count)s page": ["a sheet", "%(count)s sheets"]', []),
        ('"%(count)s page": ["a sheet", "sheets"]', ["PG578"]),
        ("Goals: [Dreams, Wishes]", ["PG578"]),
        ("Goals: <b>Dreams</b>", ["PG578"]),
        ("Goals: Dreams", []),
    ],
)
def test_forms_blanks_and_tags_have_to_fit(tmp_path: Path, own: str, codes: list[str]) -> None:
    assert [code for code, _, _ in told(tmp_path, f"sentences:\n  en:\n    {own}\n")] == codes


def test_languages_that_nobody_speaks_are_told_where_they_are_asked_for(tmp_path: Path) -> None:
    asked = "language: es-MX\neditions:\n  family:\n    languages: [sv, ar]\n"
    assert [(code, line) for code, line, _ in told(tmp_path, asked)] == [("PG579", 6)]


def test_a_theme_that_speaks_a_language_is_enough(tmp_path: Path) -> None:
    folder = tmp_path / "themes" / "ours" / "languages"
    folder.mkdir(parents=True)
    (folder / "sv.po").write_text('msgid "Goals"\nmsgstr "Mål"\n', "utf-8")
    assert not told(tmp_path, "language: sv\ntheme:\n  name: ours\n")
