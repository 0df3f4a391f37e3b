"""What the porch says of learning targets: why one stands where it does, and the same for other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from portfolio_gen.cli import status, why
from portfolio_gen.cli.why_target import RATING_POLICIES, WORDS
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.rating import RatingPolicy
from school import FRAMEWORK, LEDGER, minimal_school, write

TARGETS = """\
levels:
  - { id: foundation, title: Foundation }
  - { id: advanced, title: Advanced }
  - { id: shown, title: Shown, policy: targets }
rework:
  - { id: talk, title: Talk it over }
targets:
  - { id: weigh, title: Weigh evidence, credit: critical-thinking/academics, scale: readiness }
  - { id: wonder, title: Wonder, scale: readiness, status: draft }
  - { id: bare, title: Bare }
"""
RATINGS = """\
ratings:
  - { target: weigh, level: emerging, date: 2026-03-20, by: [b-lund], works: [bean-diary],
      rework: { steps: [talk], plan: Count again., until: 2026-04-01 } }
  - { target: weigh, level: meeting, date: 2026-04-20, by: [b-lund, c-mora],
      works: [bean-diary], note: You can., release: 2027-01-01 }
  - { target: weigh, level: insufficient, date: 2026-05-02, kind: formative, by: [c-mora] }
  - { target: weigh, level: exceeding, date: 2026-05-03, modified: true, note: Easier. }
  - { target: wonder, level: exceeding, date: 2026-05-04, rater: self }
observations:
  - { term: fall, date: 2026-10-02, by: e-obi, levels: { curiosity: meeting } }
  - { term: fall, date: 2026-10-09, by: e-obi, levels: { curiosity: exceeding } }
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = minimal_school(tmp_path / "school")
    start = FRAMEWORK.index("levels:\n")
    end = FRAMEWORK.index("grid:")
    rules = FRAMEWORK[:start] + TARGETS + FRAMEWORK[end:]
    return write(
        folder,
        {"transcripts/framework.yml": rules, "transcripts/ada-park.yml": LEDGER + RATINGS},
    )


def ask(school: Path, target: str) -> str:
    done = CliRunner().invoke(why.command, ["ada-park", target, str(school), "--on", "2026-11-22"])
    assert done.exit_code == 0, done.output
    return done.output


def test_why_tells_every_rating_of_a_target(school: Path) -> None:
    assert ask(school, "weigh") == (
        "Weigh evidence: Meeting, reached\n"
        "  because   Reached: Meeting, the newest of 2 ratings, on 20 April 2026.\n"
        "  rule      the newest rating counts; summative, by teacher, committee or expert; it aims for Meeting\n"
        "  growth    from Emerging (2026-03-20) to Meeting (2026-04-20)\n"
        "  rating    2026-05-02, insufficient evidence (formative, by teacher)\n"
        "            by Celia Mora\n"
        "  counts    2026-04-20, Meeting (summative, by teacher)\n"
        "            by Berit Lund, Celia Mora\n"
        "            on A diary of eleven beans (bean-diary)\n"
        "            note: You can.\n"
        "            released 2027-01-01\n"
        "  rating    2026-03-20, Emerging (summative, by teacher)\n"
        "            by Berit Lund\n"
        "            on A diary of eleven beans (bean-diary)\n"
        "            next until 2026-04-01: Talk it over; Count again.\n"
        "  apart     2026-05-03, on a modified scale: another claim, which does not count here\n"
    )


def test_why_says_what_is_a_draft_and_what_has_no_levels(school: Path) -> None:
    assert "  draft     the school is still trying it out" in ask(school, "wonder")
    assert "  self      Exceeding, as the student sees it" in ask(school, "wonder")
    assert ask(school, "bare") == "`bare` has no levels yet, so nobody can stand at one\n"


def test_why_names_the_targets_behind_a_credit(school: Path) -> None:
    assert "  target    Weigh evidence: Meeting, reached (weigh)\n" in ask(
        school, "critical-thinking/academics"
    )


def test_why_suggests_the_nearest_target(school: Path) -> None:
    done = CliRunner().invoke(why.command, ["ada-park", "weihg", str(school)])

    assert done.exit_code == 2
    assert "Did you mean `weigh`?" in done.output


def test_why_has_words_for_every_state_and_every_way_of_counting() -> None:
    assert set(RATING_POLICIES) == set(get_args(RatingPolicy))
    assert set(WORDS) == set(TargetState)


def test_status_tells_programs_of_growth_and_habits(school: Path) -> None:
    done = CliRunner().invoke(
        status.command, [str(school), "--format", "json", "--on", "2026-11-22"]
    )
    (ada,) = json.loads(done.stdout)["students"]
    weigh = ada["targets"][0]

    assert weigh["growth"] == {
        "first": "emerging",
        "first_date": "2026-03-20",
        "latest": "meeting",
        "latest_date": "2026-04-20",
        "steps": 1,
    }
    assert (weigh["state"], weigh["level"], weigh["date"]) == ("reached", "meeting", "2026-04-20")
    assert ada["targets"][1]["growth"] is None
    assert ada["habits"] == [
        {
            "term": "fall",
            "habit": "curiosity",
            "counts": {"emerging": 0, "meeting": 1, "exceeding": 1},
            "usual": "exceeding",
            "first": "2026-10-02",
            "last": "2026-10-09",
        }
    ]
    assert "Easier" not in done.output
