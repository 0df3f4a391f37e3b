"""The page of everything that waits for a committee: complete without a script, and quick for a whole district."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
import sample_blueprint as sample

from portfolio_gen.model.blueprint import IndexBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.queue_views import QueuedView, QueueView
from portfolio_gen.render import Workshop, render_index, theme_folders

ON = Day(2026, 5, 20)
ROOT = Path(__file__).parents[2]


def index(*pitches: QueuedView) -> IndexBlueprint:
    return IndexBlueprint(
        edition="committee",
        edition_title="Committee",
        school=sample.SCHOOL,
        people=(),
        queue=QueueView(on=ON, pitches=pitches),
    )


def one(number: int = 0, **changes: object) -> QueuedView:
    values: dict[str, object] = {
        "student": f"Student {number % 500}",
        "home": f"student-{number % 500}/",
        "title": f"Pitch <{number}>",
        "address": f"pitches/p-{number}/",
        "date": Day(2026, 5, 1 + number % 19),
        "handed_in": True,
        "claims": ((f"Credit {number % 30}", "Academics", "Foundation"),),
        "needed": 3,
    }
    return QueuedView(**{**values, **changes})  # type: ignore[arg-type]


def rendered(blueprint: IndexBlueprint, into: Path) -> dict[str, str]:
    shop = Workshop(
        edition="committee",
        themes=theme_folders(ROOT, "riverbend"),
        cache=into / "cache",
        languages=("en",),
    )
    done = render_index(blueprint, shop, into / "out")
    assert not done.diagnostics
    return {
        path: (into / "out" / path).read_text()
        for path in done.files
        if path.endswith((".html", ".json"))
    }


def test_a_whole_years_pitches_take_seconds(tmp_path: Path) -> None:
    rendered(index(one()), tmp_path)
    began = time.process_time()
    page = rendered(index(*map(one, range(3000))), tmp_path)["pitches/index.html"]
    assert time.process_time() - began < 6
    assert page.count("<tr>") == 3001
    assert page.count("../student-7/pitches/p-7/") == 3
    assert "3000 wait for a decision, the longest for 19 days." in page.replace("\u00a0", " ")


def test_the_queue_says_who_still_has_to_score(tmp_path: Path) -> None:
    pitches = (
        one(1, awaited=("Abena", "Dov"), scored=1, session="May", session_date=Day(2026, 5, 21)),
        one(2, scored=3),
        one(3, handed_in=False),
    )
    page = rendered(index(*pitches), tmp_path)["pitches/index.html"]
    rows = page.split("<tr>")[2:]
    assert "Abena, Dov" in rows[0]
    assert "1 of 3 ballots" in rows[0]
    assert "nobody: ready to decide" in rows[1]
    assert "not handed in" in rows[2]
    assert "Pitch &lt;1&gt;" in rows[0]
    assert all(f'id="{name}"' in page for name in ("by-date", "by-student", "by-credit"))


def test_where_nothing_waits_there_is_no_queue(tmp_path: Path) -> None:
    assert "pitches/index.html" not in rendered(index(), tmp_path)


@pytest.mark.parametrize("count", [1, 2])
def test_the_index_leads_to_the_queue(tmp_path: Path, count: int) -> None:
    files = rendered(index(*map(one, range(count))), tmp_path)
    assert 'href="pitches/"' in files["index.html"]
    assert "Pitch &lt;0&gt;" not in files["index.html"]
    other = replace(index(one()), queue=None)
    assert "pitches/" not in rendered(other, tmp_path)["index.html"]
