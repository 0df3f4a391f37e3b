"""A school that calls everything something else: no page of any edition falls back on the program's own words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from elements import Element, elements

from portfolio_gen.build import build
from portfolio_gen.model.terms import PLURALS
from school import COMMITTEE, FRAMEWORK, LEDGER, TODAY, minimal_school, write

OWN = re.compile(
    rf"\b({'|'.join({*PLURALS, *PLURALS.values()})}|pitched|pitching|rated|decided by)\b", re.I
)
"""The program's words, and verbs that are made of them."""

TERMS = "terms:\n" + "".join(
    f"  {term}: {{ one: Qx{place:02}a, many: Qx{place:02}b }}\n"
    for place, term in enumerate(PLURALS)
)

FRAMEWORK_CHANGES = {
    "how_to_read: A credit is earned when a committee of teachers decides so after a pitch.": (
        "how_to_read: Ask us."
    ),
    "title: All foundation credits": "title: All of the first ones",
    "title: Two skills in two areas": "title: Two by two",
}
MORE_FRAMEWORK = """\
cohorts:
  - { id: young, title: The young ones }
targets:
  - id: argue
    title: Argue
    credit: communication/academics
    scale: readiness
    phase: 9
    do: [I can argue.]
  - id: listen
    title: Listen
    competency: critical-thinking
    scale: steps
    phase: 10
courses:
  types:
    - { id: long, title: Long }
rework:
  - { id: talk, title: Talk it over }
tags:
  - { id: seen, title: Seen by others }
"""
STEPS = """\
  - id: steps
    title: Steps
    target: second
    levels:
      - { id: first, title: First, badge: Starling }
      - { id: second, title: Second, badge: Heron }
requirements:
"""
MORE_LEDGER = """\
  - id: d2
    credit: communication/community
    level: foundation
    outcome: not-yet
    date: 2026-05-20
    artifacts: [bean-diary]
    committee: [b-lund, c-mora]
    feedback: Show us the other half.
"""
RATINGS = """\
ratings:
  - { target: argue, level: emerging, date: 2026-03-20, by: [b-lund], works: [bean-diary], rework: { steps: [talk] } }
  - { target: argue, level: meeting, date: 2026-04-20, by: [b-lund], works: [bean-diary] }
  - { target: argue, level: meeting, date: 2026-04-21, rater: committee, by: [c-mora], works: [bean-diary] }
  - { target: argue, level: exceeding, date: 2026-04-22, rater: self, works: [bean-diary] }
  - { target: listen, level: first, date: 2026-04-20, by: [b-lund] }
observations:
  - { term: 2026 spring, date: 2026-05-04, by: e-obi, levels: { curiosity: meeting } }
courses:
  - { title: Rivers, type: long, term: 2026 spring }
"""
CLAIM = """\
---
title: A second diary
date: 2026-06-02
summary: The same beans, in the dark.
status: published
tags: [seen, dark]
audience: [committee, family, college]
claims:
  - credit: communication/academics
    level: advanced
  - credit: critical-thinking/community
---
Nothing came up.
"""
ASKING = """\
---
title: In the dark
date: 2026-11-18
artifacts: [dark-diary]
claims:
  - credit: critical-thinking/community
    why: I waited.
status: published
---
Please bring a lamp.
"""


@pytest.fixture(params=["en", "ar"], scope="module")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All editions of a school whose own texts use none of the words, in a language."""
    school = minimal_school(tmp_path_factory.mktemp("terms") / "school")
    framework = FRAMEWORK.replace("requirements:\n", STEPS)
    for before, after in FRAMEWORK_CHANGES.items():
        assert before in framework
        framework = framework.replace(before, after)
    write(
        school,
        {
            "portfolio.yml": (school / "portfolio.yml")
            .read_text()
            .replace("language: en", f"language: {request.param}"),
            "transcripts/framework.yml": framework + MORE_FRAMEWORK + TERMS,
            "transcripts/rubrics.yml": (school / "transcripts/rubrics.yml")
            .read_text()
            .replace("title: Pitch", "title: The case"),
            "transcripts/committee.yml": COMMITTEE.replace("    role: languages\n", ""),
            "transcripts/ada-park.yml": LEDGER.replace("habits:\n", f"{MORE_LEDGER}habits:\n")
            .replace("phase: 10\n", "phase: 10\n  cohort: young\n")
            .replace("feedback: You let the numbers", "feedback: They let the numbers")
            + RATINGS,
            "students/ada-park/artifacts/dark-diary/artifact.md": CLAIM,
            "students/ada-park/pitches/dark.md": ASKING,
        },
    )
    report = build(school, on=TODAY, jobs=1)
    assert [one for one in report.diagnostics if one.severity == "error"] == []
    return school / "site"


def pages(site: Path) -> Iterator[tuple[str, Element]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), elements(path.read_text(encoding="utf-8"))


def said(page: Element) -> Iterator[str]:
    """Everything on a page that somebody reads or is read to."""
    for one in page:
        if one.tag in ("script", "style", "link") or one["name"] == "viewport":
            continue
        yield from (text for text in one.children if isinstance(text, str))
        for name, value in one.attributes.items():
            if name in ("title", "aria-label", "alt", "content", "placeholder") or (
                name in ("data-all", "data-some", "data-none")
            ):
                yield value


def test_no_page_falls_back_on_the_programs_words(site: Path) -> None:
    found = {
        " ".join(text.split()): path
        for path, page in pages(site)
        for text in said(page)
        if OWN.search(text)
    }
    assert found == {}


def test_search_does_not_either(site: Path) -> None:
    for path in site.rglob("search_index.json"):
        for one in json.loads(path.read_text(encoding="utf-8"))["docs"]:
            assert not OWN.search(f"{one['title']} {one['text']}"), one


def test_readers_meet_what_the_school_says_instead(site: Path) -> None:
    everything = " ".join(text for _, page in pages(site) for text in said(page))
    missing = [
        term
        for place, term in enumerate(PLURALS)
        if f"Qx{place:02}a" not in everything and f"Qx{place:02}b" not in everything
    ]
    assert missing == ["cohort"], "these are shown by their titles alone"
