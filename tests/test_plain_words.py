"""The program's own words are plain, and every word of the field that they use is explained in the glossary."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from canary_school import EVERYTHING, canary_school, planned
from portfolio_gen.check.reading_level import grade_of
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.model.terms import PLURALS
from sample import SAMPLE

THEME = SAMPLE / "themes" / "riverbend"
SPOKEN = ("plan/words", "evaluate/wording", "evaluate/target_wording", "plan/credits")
"""Modules that write sentences for readers."""
HARDEST = 8.0
"""School grade that no sentence of six words or more goes beyond: that of a child who has just begun."""
EASY = 4.0
"""School grade that all of them together stay below."""
ENTRY = re.compile(r'<div id="([^"]+)"><dt>(.*?)</dt><dd>(.*?)</dd></div>')
COMMITTEE_ONLY = re.compile(
    r"^(expert|hearing|queue|sessions?)\.html|^parts/(calibration|handed_in|scoring)\.html"
)
FIELD = {
    "artifact": r"artifacts?",
    "claim": r"claim(s|ed)?",
    "committee": r"committees?",
    "competency": r"competenc(y|ies)",
    "conference": r"conferences?",
    "credit": r"credits?",
    "decision": r"decisions?",
    "domain": r"domains?",
    "edition": r"editions?",
    "evidence": r"evidence",
    "goal": r"goals?",
    "insufficient": r"insufficient evidence",
    "milestone": r"milestones?",
    "not-yet": r"not yet",
    "pitch": r"pitch(es|ed)?",
    "profile": r"learner profile",
    "rating": r"ratings?",
    "rubric": r"rubrics?|criterion|criteria",
    "scale": r"scales?",
    "target": r"targets?",
    "transcript": r"transcripts?",
}
"""Entries of the glossary, and how the words look in an English sentence."""


@cache
def messages() -> tuple[tuple[str, str], ...]:
    """Template and sentence, for every sentence of the theme; what is filled in stands as `word`."""
    found = extract_from_dir(
        THEME,
        method_map=[("**.html", "jinja2.ext:babel_extract")],
        options_map={"**.html": {"trimmed": "true", "silent": "false"}},
    )
    texts = (
        (Path(one[0]).as_posix(), text)
        for one in found
        for text in (one[2] if isinstance(one[2], tuple) else (one[2],))
    )
    return tuple((path, re.sub(r"%\(\w+\)s", "word", text)) for path, text in texts)


def spoken() -> Iterator[str]:
    """Sentences that the program puts together itself."""
    for name in SPOKEN:
        tree = ast.parse((SAMPLE / f"src/portfolio_gen/{name}.py").read_text("utf-8"))
        alone = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        for one in ast.walk(tree):
            if isinstance(one, ast.JoinedStr):
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "word"
                    for part in one.values
                )
            elif isinstance(one, ast.Constant) and isinstance(one.value, str):
                yield "" if id(one) in alone else one.value


def sentences() -> list[str]:
    """Everything long enough to be hard."""
    told = (*(text for _, text in messages()), *spoken())
    return sorted({one for one in told if len(one.split()) >= 6})


def test_every_sentence_of_the_program_is_plain() -> None:
    hard = {one: round(grade_of(one), 1) for one in sentences() if grade_of(one) > HARDEST}
    assert hard == {}
    assert len(sentences()) > 150


def test_all_together_they_are_easy() -> None:
    assert grade_of(" ".join(one.rstrip(".") + "." for one in sentences())) < EASY


@cache
def everything() -> SiteBlueprint:
    """What the family reads of a student who has something of everything."""
    site = planned(canary_school(EVERYTHING), "family")
    assert site is not None
    return site


@cache
def explained() -> frozenset[str]:
    """Entries of their glossary."""
    return frozenset(one.id for one in everything().glossary)


@pytest.mark.parametrize("entry", FIELD)
def test_a_word_of_the_field_that_families_read_is_in_their_glossary(entry: str) -> None:
    pattern = re.compile(rf"\b({FIELD[entry]})\b", re.IGNORECASE)
    said = [
        text
        for path, text in messages()
        if not COMMITTEE_ONLY.match(path) and path != "parts/glossary.html" and pattern.search(text)
    ]
    named = [
        path
        for path in THEME.rglob("*.html")
        if re.search(rf"(word|called)\([\"']({FIELD[entry]})[\"']\)", path.read_text("utf-8"))
    ]
    assert said or named, "nobody reads it, so nobody needs it explained"
    assert entry in explained()


def test_every_word_that_a_template_takes_from_the_school_is_in_the_glossary() -> None:
    asked = re.compile(r"\b(?:word|called)\(\"(\w+)\"\)")
    named = {
        name
        for path in THEME.rglob("*.html")
        if not COMMITTEE_ONLY.match(path.relative_to(THEME).as_posix())
        for name in asked.findall(path.read_text("utf-8"))
    }
    single = {plural: word for word, plural in PLURALS.items()}
    elsewhere = {
        "educator",
        "strand",
    }  # in schools where one teacher decides, or targets have years
    assert {single.get(one, one) for one in named} - explained() == elsewhere


def test_whatever_can_be_an_entry_has_a_name_and_a_meaning() -> None:
    """Words that a school may rename are named by it; all others, and all meanings, are the theme's."""
    planned_in = (SAMPLE / "src/portfolio_gen/plan/glossary.py").read_text("utf-8")
    theme = (THEME / "parts/glossary.html").read_text("utf-8")
    names, meanings = theme.split("{% macro meaning(name)")
    fixed = set(re.findall(r'"([a-z-]+)"', " ".join(re.findall(r"_fixed.*", planned_in))))
    terms = set(re.findall(r'_term\(sight, "(\w+)"\)', planned_in))
    assert fixed == set(re.findall(r'name == "([a-z-]+)"', names))
    assert fixed | terms <= set(re.findall(r'name == "([a-z-]+)"', meanings))


def test_every_entry_of_the_sample_school_has_a_name_and_a_meaning(sample_site: Path) -> None:
    pages = sorted(sample_site.glob("*/*/glossary/index.html"))
    assert len({page.parts[-4] for page in pages}) == len(EDITIONS)
    for page in pages:
        entries = ENTRY.findall(page.read_text("utf-8"))
        assert len(entries) > 3
        assert [
            name for name, title, about in entries if not (title.strip() and about.strip())
        ] == []
