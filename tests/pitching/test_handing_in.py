"""What is handed in is what the committee sees, stays what it was, and is there as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio_gen import handing_in
from portfolio_gen.handing_in import hand_in
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.proceedings import CannotProceed
from portfolio_gen.read.school import read_school
from portfolio_gen.survey import survey
from school import ARTIFACT_FOLDER, minimal_school

ON = Day(2026, 11, 20)
PITCH = "students/ada-park/pitches/beans.md"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


def read(root: Path) -> School:
    school, found = read_school(root)
    assert school, found
    return school


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_copy_stays_while_the_student_goes_on(school: Path) -> None:
    (school / ARTIFACT_FOLDER / "diary-of-others.txt").write_text("not named, not copied")
    done = hand_in(school, "ada-park", "beans", on=ON)
    change(school / ARTIFACT_FOLDER / "artifact.md", "They did not.", "They did!")
    change(school / PITCH, "page three", "page four")

    (one,) = read(school).submissions
    assert (one.digest, one.intact, one.number) == (done.digest, True, 1)
    assert "page three" in one.frozen_pitch.text
    assert one.works[0].narrative.strip().endswith("They did not.")
    assert sorted(one.files) == [
        "artifacts/bean-diary/artifact.md",
        "artifacts/bean-diary/beans.png",
        "pitches/beans.md",
    ]
    # Of the student's own folder: a file that nobody names, and a change since an earlier decision.
    assert [one.code for one in survey(school, on=ON).diagnostics] == ["PG502", "PG318"]


def test_the_same_again_is_not_handed_in_twice(school: Path) -> None:
    first = hand_in(school, "ada-park", "beans", on=ON)
    again = hand_in(school, "ada-park", "beans", on=ON)
    change(school / PITCH, "page three", "page four")
    anew = hand_in(school, "ada-park", "beans", on=ON)

    assert (again.anew, again.digest) == (False, first.digest)
    assert anew.folder.endswith("/2")
    assert [one.number for one in read(school).submissions] == [1, 2]


def without_words_for_a_picture(school: Path) -> None:
    change(
        school / ARTIFACT_FOLDER / "artifact.md",
        "    alt: Eleven beans in a row on wet paper, the last three without a root.\n",
        "",
    )


def as_a_draft(school: Path) -> None:
    change(school / PITCH, "status: published", "status: draft")


@pytest.mark.parametrize("spoil", [without_words_for_a_picture, as_a_draft])
def test_what_is_not_ready_is_named_and_can_be_handed_in_even_so(
    school: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(school)

    refused = hand_in(school, "ada-park", "beans", on=ON)
    assert refused.digest == ""
    assert refused.found or refused.draft
    assert read(school).submissions == ()
    assert hand_in(school, "ada-park", "beans", on=ON, even_so=True).digest


def test_an_error_is_never_handed_in(school: Path) -> None:
    change(school / PITCH, "critical-thinking/academics", "critical-thinkng/academics")

    assert [
        one.code for one in hand_in(school, "ada-park", "beans", on=ON, even_so=True).found
    ] == ["PG203"]
    assert read(school).submissions == ()


@pytest.mark.parametrize(
    ("student", "pitch", "says"),
    [("ada-prak", "beans", "ada-park"), ("ada-park", "beens", "beans")],
)
def test_who_or_what_is_not_there_is_said(
    school: Path, student: str, pitch: str, says: str
) -> None:
    with pytest.raises(CannotProceed, match=f"did you mean `{says}`"):
        hand_in(school, student, pitch, on=ON)


def test_stopped_in_between_leaves_nothing_behind(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(handing_in, "_prove", stop)
        with pytest.raises(KeyboardInterrupt):
            hand_in(school, "ada-park", "beans", on=ON)
    assert read(school).submissions == ()
    left = school / "transcripts/submissions/ada-park/beans/.1.99"
    left.mkdir(parents=True)

    assert hand_in(school, "ada-park", "beans", on=ON).folder.endswith("/1")
    assert not left.exists()
    assert survey(school, on=ON).diagnostics == ()
