"""The preset `mtc`: credits at two levels and beside all domains, and a recount by hand of who has earned them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.build import build
from preset_school import asked, awards, raw, sample_school, told
from sample import TODAY

FAR, NEW = "delphine-achterberg", "tavi-morrow"
STUDENTS = pytest.mark.parametrize("student", [FAR, NEW])


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_school(tmp_path_factory.mktemp("mtc") / "school", "mtc")


def credits(school: Path) -> Any:
    return raw(school / "transcripts/framework.yml")["credits"]


def decisions(school: Path, student: str) -> Any:
    return raw(school / f"transcripts/{student}.yml")["decisions"]


@STUDENTS
def test_credits_equal_a_recount_of_the_ledger(school: Path, student: str) -> None:
    found = told(school, student)
    states = {(one["id"], one["level"]): one["state"] for one in found["credits"]}
    won = awards(school, student)
    refused = {
        (one["credit"], one["level"])
        for one in decisions(school, student)
        if one["outcome"] == "not-yet"
    }
    pitched, claimed = (asked(school, student, kind) for kind in ("pitches", "artifacts"))

    def among(state: str) -> set[tuple[str, str]]:
        return {place for place, found in states.items() if found == state}

    assert among("earned") == won
    assert among("pitched") == pitched - won
    assert among("not-yet") == refused - won - pitched
    assert among("claimed") == claimed - won - pitched - refused


@STUDENTS
def test_domains_and_transferable_credits_are_counted_apart(school: Path, student: str) -> None:
    found, won = told(school, student), awards(school, student)
    domain = {one["id"]: one.get("domain") for one in credits(school)}
    offered = Counter(domain[one["id"]] for one in credits(school) if "foundation" in one["levels"])
    counts = {
        level: Counter(domain[credit] for credit, at in won if at == level)
        for level in ("foundation", "advanced", "transferable")
    }

    assert {
        one["id"]: (one["foundation"]["earned"], one["foundation"]["of"], one["advanced"]["earned"])
        for one in found["domains"]
    } == {
        one: (counts["foundation"][one], offered[one], counts["advanced"][one])
        for one in domain.values()
        if one
    }
    assert all(one["transferable"]["earned"] == 0 for one in found["domains"])
    assert found["transferable"]["transferable"]["earned"] == counts["transferable"][None]
    assert found["transferable"]["of"] == sum(one is None for one in domain.values())
    assert {one["id"]: (one["earned"], one["of"]) for one in found["requirements"]} == {
        "foundation-credits": (counts["foundation"].total(), offered.total()),
        "advanced-credits": (counts["advanced"].total(), 3),
    }


def test_one_educator_or_a_team_approves(school: Path) -> None:
    framework = raw(school / "transcripts/framework.yml")
    policies = {one["id"]: one["policy"] for one in framework["levels"]}
    quorum = raw(school / "transcripts/committee.yml")["quorum"]
    deciders = {
        policies[one["level"]]: len(one["committee"])
        for one in decisions(school, FAR)
        if one["outcome"] == "earned"
    }
    because = {one["level"]: one["because"] for one in told(school, FAR)["credits"] if one["date"]}

    assert deciders == {"educator-decision": 1, "committee-decision": quorum}
    assert "evidence-review team" in because["advanced"]
    assert "evidence-review team" not in because["foundation"]


def test_evidence_is_the_learners_choice_and_may_be_several_pieces(school: Path) -> None:
    evidence = {(one["id"], one["level"]): one["evidence"] for one in told(school, FAR)["credits"]}
    newest = {
        (one["credit"], one["level"]): one["artifacts"]
        for one in sorted(decisions(school, FAR), key=lambda one: one["date"])
        if one["outcome"] == "earned"
    }

    assert {place: evidence[place] for place in newest} == newest
    assert max(map(len, newest.values())) > 1


def test_courses_stand_beside_the_credits_and_earn_nothing(school: Path, tmp_path: Path) -> None:
    ledger = school / f"transcripts/{FAR}.yml"
    listed = [one["title"] for one in raw(ledger)["courses"]]
    before = told(school, FAR)
    report = build(school, on=TODAY, out=tmp_path, editions=("college",), jobs=1)
    page = (tmp_path / "college" / FAR / "transcript/index.html").read_text(encoding="utf-8")

    assert [one for one in report.diagnostics if one.severity == "error"] == []
    assert listed and all(title in page for title in listed)
    text = ledger.read_text(encoding="utf-8")
    start = text.index("courses:\n")
    ledger.write_text(text[:start] + text[text.index("recognitions:") :], encoding="utf-8")
    try:
        assert told(school, FAR) == before
    finally:
        ledger.write_text(text, encoding="utf-8")
