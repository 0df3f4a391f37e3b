"""What students are told is what the chair says of it, or the ballots, and not before its day."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.deciding import Docket, confirm, draft, hear, read_feedback
from portfolio_gen.model.feedback import Feedback
from portfolio_gen.proceedings import CannotProceed
from portfolio_gen.survey import survey
from voted_school import CREDIT, LATER, docket, handed_in_school, ledger, vote


@pytest.fixture
def school(tmp_path: Path) -> Path:
    root = handed_in_school(tmp_path / "school")
    vote(root, "b-lund", strong="The third page.", missing="A second window.\nAnd its day.")
    vote(root, "c-mora", strong="The third page.", missing="The shade.")
    return root


def words(school: Path, text: str) -> Feedback:
    path = school.parent / "words.yml"
    path.write_text(text, "utf-8")
    sheet, found = read_feedback(school, path)
    assert sheet, [one.message for one in found]
    return sheet


def spoken(school: Path, text: str = "") -> tuple[str | None, str | None, str | None]:
    """What the ledger says after everything was confirmed."""
    sheet = words(school, text) if text else None
    confirm(school, docket(school, feedback=sheet), "e-obi", release=LATER)
    (one,) = ledger(school).decisions
    assert one.release == LATER
    return one.strong, one.missing, one.feedback


ALL = ("The third page.", "A second window.\nAnd its day.\n\nThe shade.", None)
"""What the ballots say, each thing once."""


def test_without_other_words_the_ballots_speak(school: Path) -> None:
    assert spoken(school) == ALL


def test_the_chair_says_it_in_other_words_and_what_comes_next(school: Path) -> None:
    said = "  - pitch: ada-park/beans\n    missing:\n    feedback: |\n      Two windows.\n\n      *One* day.\n"
    told = spoken(school, f"decisions:\n{said}")
    assert told == ("The third page.", None, "Two windows.\n\n*One* day.")


def test_a_draft_says_what_the_ballots_say_and_changes_nothing_by_itself(school: Path) -> None:
    text = draft(hear(school, docket(school)))
    assert text.endswith("    feedback:\n")
    assert f"    credit: {CREDIT}\n    level: foundation\n" in text
    assert spoken(school, text) == ALL


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("{pitch: ada-park/beens}", "did you mean `ada-park/beans`"),
        ("{pitch: beans}", "no such claim"),
        ("{pitch: ada-park/beans, credit: communication/academics}", "no such claim"),
        ("{pitch: ada-park/beans, level: advanced}", "no such claim"),
        ("{pitch: ada-park/beans, level: foundation}, {pitch: ada-park/beans}", "words already"),
    ],
)
def test_words_about_what_nobody_claims_keep_everything_from_being_recorded(
    school: Path, entry: str, says: str
) -> None:
    sheet = words(school, f"decisions: [{entry}]\n")
    heard, recorded = confirm(school, docket(school, feedback=sheet), "e-obi", release=LATER)
    assert [one.code for one in heard.found] == ["PG711"]
    assert says in heard.found[0].message
    assert recorded == ledger(school).decisions == ()
    assert not (school / "transcripts/ballots").exists()


def test_words_that_fix_what_somebody_is_are_named_at_their_place(school: Path) -> None:
    vote(school, "c-mora", strong="So clever!")
    said = "decisions:\n  - pitch: ada-park/beans\n    feedback: You are talented.\n"
    found = hear(school, docket(school, feedback=words(school, said))).found
    assert sorted(f"{one.code} {one.span}" for one in found) == [
        "PG339 ../words.yml:3:15",
        "PG339 inbox/c-mora.json:19:13",
    ]
    kinder = said.replace("You are", "You did").replace("talented", "count") + "    strong:\n"
    sheet = words(school, kinder)
    assert hear(school, docket(school, feedback=sheet)).found == ()
    confirm(school, docket(school, feedback=sheet), "e-obi", release=LATER)
    # The ballot on file stays as it came, and nobody is told what it says.
    assert "PG339" not in {one.code for one in survey(school, on=LATER).diagnostics}


def test_words_for_a_whole_session_serve_again_and_for_one_pitch(school: Path) -> None:
    sheet = words(school, "decisions: [{pitch: ada-park/beans, feedback: Go on.}]\n")
    confirm(school, docket(school, feedback=sheet), "e-obi", release=LATER)
    heard, again = confirm(school, docket(school, feedback=sheet), "e-obi", release=LATER)
    assert (again, heard.found, heard.told) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    ["decisions: [{pitch: a/b, strongg: x}]", "- 1\n", "\x00", "decisions: {a: [", "a" * 1_000_001],
)
def test_a_file_with_something_wrong_is_not_used(school: Path, text: str) -> None:
    path = school / "words.yml"
    path.write_text(text)
    sheet, found = read_feedback(school, path)
    assert sheet is None
    assert {one.span.path for one in found} == {"words.yml"}


def test_a_link_is_not_followed(school: Path) -> None:
    (school / "words.yml").symlink_to(school / "portfolio.yml")
    sheet, found = read_feedback(school, school / "words.yml")
    assert sheet is None
    assert found


def test_who_may_not_confirm_does_not_with_words_either(school: Path) -> None:
    sheet = words(school, "decisions: [{pitch: ada-park/beans}]\n")
    wanted = Docket(ballots=school / "inbox", feedback=sheet, on=LATER)
    with pytest.raises(CannotProceed, match="is not in"):
        confirm(school, wanted, "nobody", release=LATER)
