"""Ballots become decisions by the school's rule, when the chair says so, and nothing on record is touched or lost."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.deciding import confirm, confirming, hear, ledgers, release
from portfolio_gen.handing_in import hand_in
from portfolio_gen.model.dates import Day
from portfolio_gen.proceedings import CannotProceed
from portfolio_gen.survey import survey
from voted_school import (
    INBOX,
    LATER,
    LEDGER_FILE,
    ON,
    docket,
    handed_in_school,
    ledger,
    set_committee,
    vote,
)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return handed_in_school(tmp_path / "school")


def test_a_majority_is_proposed_confirmed_and_filed(school: Path) -> None:
    one = vote(school, "b-lund", strong="The third page.", note="Only for us.")
    vote(school, "c-mora", level="exceeding", strong="The window.", missing="The shade.")
    before = (school / LEDGER_FILE).read_bytes()

    (proposal,) = hear(school, docket(school)).proposals
    assert proposal.state == "proposed"
    assert dict(proposal.ratings) == {"evidence": "meeting", "reflection": "meeting"}
    assert (school / LEDGER_FILE).read_bytes() == before

    _, (done,) = confirm(school, docket(school), "e-obi", release=LATER)
    after = (school / LEDGER_FILE).read_bytes()
    assert after.startswith(before)
    (decision,) = ledger(school).decisions
    assert (decision.id, decision.outcome, decision.release) == (done.id, "earned", LATER)
    assert (decision.strong, decision.missing) == ("The third page.\n\nThe window.", "The shade.")
    assert "Only for us" not in after.decode()
    filed = school / "transcripts/ballots/ada-park/beans/1/b-lund.json"
    assert filed.read_bytes() == one.read_bytes()
    assert set(decision.ballots) == set(decision.committee) == {"b-lund", "c-mora"}
    # The student features the credit, which nobody may see yet.
    assert {one.code for one in survey(school, on=ON).diagnostics} == {"PG308"}

    _, again = confirm(school, docket(school), "e-obi", release=LATER)
    assert again == ()
    assert (school / LEDGER_FILE).read_bytes() == after


@pytest.mark.parametrize(
    ("votes", "rules", "state", "outcome"),
    [
        (["earned"], {"quorum": "2"}, "waiting", None),
        (["earned", "earned", "not-yet"], {"quorum": "2"}, "proposed", "earned"),
        (["earned", "not-yet"], {"quorum": "2"}, "proposed", "not-yet"),
        (["earned", "not-yet", "not-yet"], {"quorum": "3"}, "proposed", "not-yet"),
        (["earned", "not-yet"], {"quorum": "2", "rule": "{by: consensus}"}, "divided", None),
        (["earned", "earned"], {"quorum": "2", "rule": "{by: consensus}"}, "proposed", "earned"),
        (
            ["earned", "earned"],
            {"quorum": "2", "rule": "{minimum: exceeding}"},
            "proposed",
            "not-yet",
        ),
        (
            ["earned", "earned"],
            {"quorum": "2", "rule": "{minimum: {evidence: meeting}}"},
            "proposed",
            "earned",
        ),
    ],
)
def test_the_schools_rule_is_applied(
    school: Path, votes: list[str], rules: Mapping[str, str], state: str, outcome: str | None
) -> None:
    set_committee(school, **{**rules, "rule": rules.get("rule", "{advisor_may_score: true}")})
    if len(votes) > 2:
        set_committee(school, quorum=rules["quorum"], rule="{advisor_may_score: true}")
    for who, said in zip(("b-lund", "c-mora", "e-obi"), votes, strict=False):
        vote(school, who, said)

    (proposal,) = hear(school, docket(school)).proposals

    assert proposal.state == state
    assert (proposal.outcome.means if proposal.outcome else None) == outcome


def test_a_schools_own_words(school: Path) -> None:
    outcomes = (
        "[{id: distinction, title: Distinction, means: earned}, {id: pass, title: Pass, means: earned}, "
        "{id: resubmit, title: Resubmit, means: not-yet}]"
    )
    rule = "{advisor_may_score: true}"
    set_committee(school, quorum="2", outcomes=outcomes, rule=rule)
    for who, said in (("b-lund", "distinction"), ("c-mora", "pass"), ("e-obi", "resubmit")):
        vote(school, who, said)

    confirm(school, docket(school), "e-obi", release=LATER)

    (decision,) = ledger(school).decisions
    assert (decision.outcome, decision.verdict) == ("earned", "pass")


def test_levels_are_never_averaged(school: Path) -> None:
    set_committee(school, quorum="3", rule="{advisor_may_score: true}")
    for who, level in (("b-lund", "emerging"), ("c-mora", "exceeding"), ("e-obi", "exceeding")):
        vote(school, who, level=level)

    (proposal,) = hear(school, docket(school)).proposals

    assert proposal.ratings["evidence"] == "exceeding"


@pytest.mark.parametrize(
    ("chair", "day", "says"),
    [
        ("e-obbi", LATER, "did you mean `e-obi`"),
        ("e-obi", None, "--release DAY"),
    ],
)
def test_what_keeps_it_from_being_recorded(
    school: Path, chair: str, day: Day | None, says: str
) -> None:
    vote(school, "b-lund")
    vote(school, "c-mora")
    before = (school / LEDGER_FILE).read_bytes()

    with pytest.raises(CannotProceed, match=says):
        confirm(school, docket(school), chair, release=day)

    assert (school / LEDGER_FILE).read_bytes() == before
    assert not (school / "transcripts/ballots").exists()


def test_a_later_pitch_for_the_same_credit_takes_its_place(school: Path) -> None:
    pitch = school / "students/ada-park/pitches/beans.md"
    shutil.copy(pitch, pitch.with_name("beans-again.md"))
    vote(school, "b-lund")
    vote(school, "c-mora")
    hand_in(school, "ada-park", "beans-again", on=Day(2026, 11, 10), even_so=True)

    (proposal,) = hear(school, docket(school)).proposals

    assert proposal.state == "superseded"


def test_a_declared_conflict_is_kept_and_does_not_count(school: Path) -> None:
    for who in ("b-lund", "c-mora"):
        vote(school, who)
    set_committee(school, quorum="2", rule="{advisor_may_score: true}")
    vote(school, "e-obi", "not-yet", conflict="She is my niece.", scores=[])

    heard, recorded = confirm(school, docket(school), "b-lund", release=LATER)

    assert [one.code for one in heard.found] == ["PG706"]
    assert [one.outcome for one in recorded] == ["earned"]
    assert (school / "transcripts/ballots/ada-park/beans/1/e-obi.json").exists()
    assert set(ledger(school).decisions[0].ballots) == {"b-lund", "c-mora"}


def test_release_is_an_entry_of_its_own(school: Path) -> None:
    vote(school, "b-lund")
    vote(school, "c-mora")
    _, (done,) = confirm(school, docket(school), "e-obi", release=LATER)
    before = (school / LEDGER_FILE).read_bytes()

    release(school, done.id, on=Day(2026, 12, 1), today=ON)
    release(school, f"ada-park/{done.id}", on=Day(2026, 12, 2), today=ON)

    assert (school / LEDGER_FILE).read_bytes().startswith(before)
    found = ledger(school)
    assert found.decisions[0].release == Day(2026, 12, 2)
    assert [str(one.on) for one in found.releases] == ["2026-12-01", "2026-12-02"]
    assert release(school, done.id, on=Day(2026, 12, 2), today=ON) == ()
    with pytest.raises(CannotProceed, match="no session and no decision"):
        release(school, "d-2026", on=LATER, today=ON)


def test_two_at_once_lose_nothing(school: Path) -> None:
    vote(school, "b-lund")
    vote(school, "c-mora")
    runs = [
        threading.Thread(
            target=confirm, args=(school, docket(school), "e-obi"), kwargs={"release": LATER}
        )
        for _ in range(4)
    ]
    for one in runs:
        one.start()
    for one in runs:
        one.join()

    assert len(ledger(school).decisions) == 1


@pytest.mark.parametrize("at", ["write", "replace"])
def test_stopped_in_between_the_ledger_is_old_and_the_next_run_ends_it(
    school: Path, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    vote(school, "b-lund")
    vote(school, "c-mora")
    before = (school / LEDGER_FILE).read_bytes()

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        place = (confirming, "append") if at == "write" else (ledgers, "_expect_same")
        patched.setattr(*place, stop)
        with pytest.raises(KeyboardInterrupt):
            confirm(school, docket(school), "e-obi", release=LATER)
    assert (school / LEDGER_FILE).read_bytes() == before

    confirm(school, docket(school), "e-obi", release=LATER)
    assert len(ledger(school).decisions) == 1
    # The student features the credit, which nobody may see yet.
    assert {one.code for one in survey(school, on=ON).diagnostics} == {"PG308"}


HOSTILE = {
    "bomb.yml": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(9)),
    "deep.json": "[" * 30_000,
    "large.yml": "note: " + "x" * 300_000,
    "bytes.yml": "\x00\x01",
    "tag.yml": "ballot: !!python/object/apply:os.system [ls]\n",
    "empty.yml": "",
    "list.json": "[]",
    "terminal.yml": 'ballot: "1"\nstudent: "\\e]0;gone\\a"\n',
    "two.yml": "a: 1\n---\nb: 2\n",
    "photo.jpg": "not a ballot",
}


def test_hostile_files_are_named_and_change_nothing(school: Path) -> None:
    vote(school, "b-lund")
    vote(school, "c-mora")
    for name, text in HOSTILE.items():
        (school / INBOX / name).write_text(text)
    (school / INBOX / "link.yml").symlink_to(school / "portfolio.yml")

    heard = hear(school, docket(school))

    named = {one.span.path.rpartition("/")[2] for one in heard.found}
    assert named == {*HOSTILE, "link.yml"}
    assert [one.state for one in heard.proposals] == ["proposed"]
    assert not any("\x1b" in one.message for one in heard.found)


@pytest.mark.parametrize(
    "forged",
    [
        {"student": "../../etc"},
        {"pitch": "../beans"},
        {"reviewer": "../b-lund"},
        {"submission": "sha256:" + "0" * 64},
        {"scores": []},
        {"more": 1},
    ],
    ids=lambda one: next(iter(one)),
)
def test_a_forged_ballot_is_refused_and_written_nowhere(
    school: Path, forged: dict[str, Any]
) -> None:
    vote(school, "b-lund")
    vote(school, "c-mora")
    vote(school, "e-obi", name="forged.json", **forged)
    set_committee(school, quorum="2", rule="{advisor_may_score: true}")
    files = sorted(school.parent.rglob("*"))

    heard, _ = confirm(school, docket(school), "e-obi", release=LATER)

    assert {one.span.path for one in heard.found} == {"inbox/forged.json"}
    new = {one.name for one in school.parent.rglob("*")} - {one.name for one in files}
    assert new <= {
        "ballots",
        "ada-park",
        "beans",
        "1",
        "b-lund.json",
        "c-mora.json",
        ".portfolio-gen",
    }
