"""The commands of a committee's chair: what they say, what they refuse, and how they end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.cli import porch
from portfolio_gen.model.dates import Day
from school import COMMITTEE
from voted_school import CREDIT, LEDGER_FILE, handed_in_school, ledger, vote

DAY = ("--on", "2026-11-20")
CHAIR = ("--confirm", "e-obi", "--release", "2026-12-04")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return handed_in_school(tmp_path_factory.mktemp("pattern") / "school")


@pytest.fixture
def school(pattern: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pattern, tmp_path / "school"))


def call(*words: object, typed: str | None = None, **environment: str) -> Result:
    """Call the program; what it refuses ends with 2, as `main` sees to."""
    result = CliRunner(env=environment).invoke(porch, [str(one) for one in words], input=typed)
    refused = result.exit_code == 1 and "Error: " in result.stderr
    result.exit_code = 2 if refused else result.exit_code
    return result


def decide(school: Path, *more: object, **settings: Any) -> Result:
    return call("decide", school, "--ballots", school / "inbox", *DAY, *more, **settings)


def both_vote(school: Path, **more: Any) -> None:
    for who in ("b-lund", "c-mora"):
        vote(school, who, **more)


def test_what_waits_is_proposed_then_recorded_and_never_twice(school: Path) -> None:
    vote(school, "b-lund", strong="The third page.", missing="The shade.")
    waiting = decide(school)
    assert waiting.exit_code == 0
    assert f"ada-park/beans  {CREDIT} (foundation): waits for ballots" in waiting.output
    assert "1 of at least 2 ballots are there" in waiting.output

    vote(school, "c-mora")
    proposed = decide(school)
    assert (proposed.exit_code, ledger(school).decisions) == (0, ())
    for line in ("proposed: earned", "evidence meeting", "strong: The third page.", "Next: "):
        assert line in proposed.output
    assert "ballots: Berit Lund, Celia Mora" in proposed.output

    done = decide(school, *CHAIR)
    assert done.exit_code == 0
    assert f"recorded d-2026-11-20-a of ada-park: {CREDIT} (foundation), earned" in done.output
    assert "seen from 2026-12-04 on" in done.output
    again = decide(school, *CHAIR)
    assert (again.exit_code, len(ledger(school).decisions)) == (0, 1)
    assert "is decided already" in again.output
    assert "Nothing was recorded" in again.output


def test_programs_get_one_document(school: Path) -> None:
    both_vote(school, strong="The third page.")
    told = json.loads(decide(school, *CHAIR, "--format", "json").stdout)
    (one,) = told["proposals"]
    assert (one["state"], one["outcome"], one["quorum"]) == ("proposed", "earned", 2)
    assert one["told"] == {"strong": "The third page.", "missing": "", "feedback": ""}
    assert sorted(one["ballots"]) == ["b-lund", "c-mora"]
    (done,) = told["recorded"]
    assert (done["student"], done["id"], done["release"]) == (
        "ada-park",
        "d-2026-11-20-a",
        "2026-12-04",
    )
    assert (told["diagnostics"], told["summary"]["errors"]) == ([], 0)


KEY = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
REFUSED: dict[str, tuple[str, dict[str, Any]]] = {
    "701.json": ("b-lund", {"pitch": "beens"}),
    "702.json": ("b-lund", {"submission": "sha256:" + "0" * 64}),
    "703.json": ("a-stranger", {}),
    "704.json": ("f-long", {}),
    "705a.json": ("c-mora", {}),
    "705b.json": ("c-mora", {"outcome": "not-yet"}),
    "706a.json": ("g-kin", {}),
    "706b.json": ("e-obi", {}),
    "706c.json": ("i-aunt", {"conflict": "She is my niece.", "scores": []}),
    "707.json": ("b-lund", {"level": "splendid"}),
    "708.json": ("h-seal", {"signature": {"key": KEY, "value": "z" + "3" * 88}}),
    "709.json": ("h-seal", {}),
}
"""File to who voted, and what is wrong with it: the number stands in its name."""


def test_every_ballot_that_cannot_count_is_named_with_its_rule(school: Path) -> None:
    more = "".join(
        f"  - {{ id: {one}, name: Somebody, {what} }}\n"
        for one, what in (
            ("f-long", "until: 2025-07-31"),
            ("g-kin", "conflicts: [{ student: ada-park, why: relative }]"),
            ("h-seal", f"key: {KEY}"),
            ("i-aunt", "role: languages"),
        )
    )
    (school / "transcripts/committee.yml").write_text(COMMITTEE + more)
    for name, (who, what) in REFUSED.items():
        vote(school, who, name=name, **what)
    before = (school / LEDGER_FILE).read_bytes()

    refused = decide(school, *CHAIR, "--format", "json")

    said = json.loads(refused.stdout)
    named = {(Path(one["path"]).name, one["code"]) for one in said["diagnostics"]}
    wanted = {(name, f"PG{name[:3]}") for name in REFUSED}
    # Two of one signing member, and of one who votes about three things, are twice from them as well.
    assert wanted <= named
    assert {name for name, _ in named} == set(REFUSED)
    assert all(one["hint"] for one in said["diagnostics"])
    assert refused.exit_code == 1
    assert (school / LEDGER_FILE).read_bytes() == before
    assert not (school / "transcripts/ballots").exists()

    told = decide(school)
    assert "error PG703" in told.output
    assert "inbox/703.json:6:15" in told.output


def test_a_ballot_about_a_copy_that_was_touched_is_refused(school: Path) -> None:
    both_vote(school)
    page = school / "transcripts/submissions/ada-park/beans/1/pitches/beans.md"
    page.write_text(page.read_text() + "\nAnd one thing more.\n")
    told = decide(school, *CHAIR)
    assert (told.exit_code, told.output.count("error PG710")) == (1, 2)
    assert "Nothing was recorded" in told.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--session", "mai"), "there is no session `mai`"),
        (("--pitch", "ada-park/beens"), "did you mean `ada-park/beans`"),
        (("--ballots", "nowhere"), "there is no folder nowhere"),
        (("--confirm", "e-obi"), "--release DAY"),
        (("--confirm", "e-obbi", "--release", "2026-12-04"), "did you mean `e-obi`"),
        (("--release", "soon"), "'soon'"),
        (("--edit",), "--feedback FILE"),
        (("--feedback", "nowhere.yml", *CHAIR), "there is no file nowhere.yml"),
        (("--correct", "d-1"), "there is no decision `d-1`"),
    ],
)
def test_what_cannot_be_done_is_said_and_ends_with_2(
    school: Path, words: tuple[str, ...], says: str
) -> None:
    both_vote(school)
    before = sorted(one for one in school.rglob("*") if ".portfolio-gen" not in one.parts)
    refused = decide(school, *words)
    assert refused.exit_code == 2
    assert says in refused.stderr
    after = sorted(one for one in school.rglob("*") if ".portfolio-gen" not in one.parts)
    assert after == before


def test_the_chairs_own_words_from_a_file(school: Path, tmp_path: Path) -> None:
    both_vote(school, strong="The third page.")
    words = tmp_path / "words.yml"
    begun = decide(school, "--feedback", words)
    assert (begun.exit_code, f"wrote {words}" in begun.stderr) == (0, True)

    words.write_text(words.read_text().replace("    feedback:\n", "    feedback: Be smart.\n"))
    shown = decide(school, "--feedback", words)
    assert (shown.exit_code, "note PG339" in shown.output) == (0, True)
    assert "feedback: Be smart." in shown.output

    words.write_text(words.read_text().replace("Be smart.", "Count the shade, too."))
    assert decide(school, "--feedback", words, *CHAIR).exit_code == 0
    (one,) = ledger(school).decisions
    assert (one.strong, one.feedback) == ("The third page.", "Count the shade, too.")
    assert one.release == Day(2026, 12, 4)
    why = call("why", "ada-park", CREDIT, school, "--on", "2026-12-04").output
    assert "strong: The third page." in why
    assert "feedback: Count the shade, too." in why


def test_a_file_of_words_that_cannot_be_read_records_nothing(school: Path, tmp_path: Path) -> None:
    both_vote(school)
    words = tmp_path / "words.yml"
    words.write_text("decisions: [{pitch: ada-park/beans, feedbak: Well.}]\n")
    for form, said in (("text", "words.yml:1:37"), ("json", '"column": 37')):
        told = decide(school, "--feedback", words, *CHAIR, "--format", form)
        assert (told.exit_code, said in told.stdout) == (1, True)
    words.write_text("decisions: [{pitch: ada-park/beens}]\n")
    told = decide(school, "--feedback", words, *CHAIR)
    assert (told.exit_code, "error PG711" in told.output) == (1, True)
    assert "Nothing was recorded: words to students" in told.output
    assert ledger(school).decisions == ()


@pytest.mark.parametrize(("answer", "recorded"), [("n\n", 0), ("y\n", 1)])
def test_the_chairs_own_words_from_an_editor(
    school: Path, tmp_path: Path, answer: str, recorded: int
) -> None:
    both_vote(school)
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/ feedback:/ feedback: You are gifted./" "$1"\n')
    editor.chmod(0o755)
    words = tmp_path / "words.yml"
    told = decide(school, "--feedback", words, "--edit", *CHAIR, typed=answer, VISUAL=str(editor))
    assert "note PG339" in told.output
    assert "Record it like this?" in told.output
    assert "You are gifted." in words.read_text()
    assert len(ledger(school).decisions) == recorded


def test_a_correction_is_a_new_entry(school: Path) -> None:
    both_vote(school)
    assert decide(school, *CHAIR).exit_code == 0
    before = (school / LEDGER_FILE).read_bytes()
    for who in ("b-lund", "c-mora"):
        (school / f"transcripts/ballots/ada-park/beans/1/{who}.json").unlink()
        vote(school, who, "not-yet", missing="The shade.")
    assert "is decided already" in decide(school).output

    proposed = decide(school, "--correct", "d-2026-11-20-a")
    assert "proposed: not yet" in proposed.output
    assert decide(school, "--correct", "ada-park/d-2026-11-20-a", *CHAIR).exit_code == 0

    assert (school / LEDGER_FILE).read_bytes().startswith(before)
    first, second = ledger(school).decisions
    assert (first.outcome, second.outcome) == ("earned", "not-yet")
    assert (second.id, second.corrects) == ("d-2026-11-20-b", "d-2026-11-20-a")
    once = decide(school, "--correct", "d-2026-11-20-a", *CHAIR)
    assert (once.exit_code, "d-2026-11-20-b` corrects it already" in once.stderr) == (2, True)
    state = json.loads(call("status", school, "--format", "json", "--on", "2026-12-05").stdout)
    states = [one["state"] for one in state["students"][0]["credits"] if one["id"] == CREDIT]
    assert "earned" not in states


def test_release_says_what_it_did_and_refuses_what_it_does_not_know(school: Path) -> None:
    both_vote(school)
    assert decide(school, *CHAIR).exit_code == 0
    before = (school / LEDGER_FILE).read_bytes()

    done = call("release", "d-2026-11-20-a", school, "--on", "2026-12-01")
    assert (done.exit_code, done.output) == (
        0,
        "ada-park: d-2026-11-20-a is seen from 2026-12-01 on\n",
    )
    assert (school / LEDGER_FILE).read_bytes().startswith(before)
    again = call("release", "d-2026-11-20-a", school, "--on", "2026-12-01")
    assert (again.exit_code, again.output[:16]) == (0, "Nothing changed:")
    for words, says in (
        (("d-2026-11-20-b", school, "--on", "2026-12-01"), "did you mean `d-2026-11-20-a`"),
        (("d-2026-11-20-a", school, "--on", "tomorrow"), "'tomorrow'"),
        (("d-2026-11-20-a", school), "--on"),
        (("d-2026-11-20-a", school / "none", "--on", "2026-12-01"), "does not exist"),
    ):
        refused = call("release", *words)
        assert (refused.exit_code, says in refused.stderr) == (2, True), refused.output
