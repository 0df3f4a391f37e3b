"""The bridge sheet is a page of its own, and nothing of it stands on a transcript."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from elements import elements
from test_render_paper import paper, render, student, words

from portfolio_gen.model.bridge_views import BridgeRow, BridgeView
from portfolio_gen.model.labels import LabelView

SHEET = BridgeView(
    title="Bridge sheet",
    about="For the athletic association.",
    rows=(
        BridgeRow(
            title="English 11",
            subject="English",
            units="1.0",
            grade="Q+",
            rule="Q+: at least 4 of these 5 credits earned at foundation.",
            credits=(LabelView(id="c", title="Communication", address="credits/c/"),),
        ),
    ),
)


def test_it_says_each_grade_with_its_rule_apart_from_the_transcript(tmp_path: Path) -> None:
    render(replace(student(), bridge=SHEET), tmp_path / "site")

    page = elements((tmp_path / "site/bridge/index.html").read_text(encoding="utf-8"))
    assert "Q+: at least 4 of these 5 credits" in page.text
    assert "it is not a part of the transcript" in page.text
    transcript = elements((tmp_path / "site/transcript/index.html").read_text(encoding="utf-8"))
    assert "Q+" not in transcript.text
    assert "Q+" not in words(paper(tmp_path / "site"))
    assert "../bridge/" in [one["href"] for one in transcript.all("a")], "it can be found"


def test_without_one_there_is_no_page(tmp_path: Path) -> None:
    done = render(student(), tmp_path / "site")

    assert not [one for one in done.files if one.startswith("bridge/")]
