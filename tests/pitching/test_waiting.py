"""What was handed in waits for its answer, whatever the student makes of it afterwards; groups pitch together."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.deciding import Docket, hear
from portfolio_gen.diagnostics import errors
from portfolio_gen.handing_in import hand_in
from portfolio_gen.model.dates import Day
from portfolio_gen.model.standing import State
from portfolio_gen.proceedings import CannotProceed
from portfolio_gen.survey import survey
from school import ARTIFACT_FOLDER, LEDGER, minimal_school, write

ON = Day(2026, 11, 20)
PITCH = "students/ada-park/pitches/beans.md"
DECISION = """\
decisions:
  - id: d1
    credit: critical-thinking/academics
    level: foundation
    outcome: not-yet
    date: 2026-04-20
    pitch: beans
    artifacts: [bean-diary]
    committee: [b-lund, c-mora]
    missing: The shade.
"""


def state(school: Path) -> State:
    seen = survey(school, on=ON)
    assert not errors(seen.diagnostics)
    credits = seen.standings["ada-park"].credits
    return next(one.state for one in credits if one.credit.id == "critical-thinking/academics")


def test_a_draft_that_was_handed_in_waits_and_a_decision_about_it_answers(tmp_path: Path) -> None:
    school = minimal_school(tmp_path / "school")
    head = LEDGER.partition("decisions:")[0]
    pitch = school / PITCH
    pitch.write_text(pitch.read_text().replace("status: published", "status: draft"))
    write(school, {"transcripts/ada-park.yml": head + DECISION})
    assert state(school) is State.NOT_YET

    done = hand_in(school, "ada-park", "beans", on=Day(2026, 11, 2), even_so=True)
    pitch.unlink()
    write(school, {"transcripts/ada-park.yml": head + DECISION.replace("    pitch: beans\n", "")})
    assert state(school) is State.PITCHED  # the same pitch again, after a not yet

    answer = DECISION.replace("d1", "d2").replace("2026-04-20", "2026-11-09")
    answer = answer.replace("decisions:\n", "").replace("    pitch: beans\n", "")
    again = f"{DECISION}{answer}    submission: {done.digest}\n".replace("    pitch: beans\n", "")
    write(school, {"transcripts/ada-park.yml": head + again})
    assert state(school) is State.NOT_YET


@pytest.fixture
def together(tmp_path: Path) -> Path:
    """Bo pitches Ada's work, whose team names him."""
    school = minimal_school(tmp_path / "school")
    work = school / ARTIFACT_FOLDER / "artifact.md"
    team = "team:\n  - student: bo-lind\n    part: The windows.\nstatus: published"
    work.write_text(work.read_text().replace("status: published", team, 1))
    ledger = LEDGER.partition("decisions:")[0].replace("Ada Marie Park", "Bo Lind")
    pitch = (school / PITCH).read_text().replace("[bean-diary]", "[ada-park/bean-diary]")
    extra = "group: [ada-park]\nmy_part: The windows.\nself_rating:\n  reflection: meeting\n"
    write(
        school,
        {
            "students/bo-lind/student.yml": "name: Bo\n",
            "students/bo-lind/pitches/windows.md": pitch.replace("self_rating:\n", extra),
            "transcripts/bo-lind.yml": ledger,
        },
    )
    return school


def test_each_of_a_group_has_their_own_copy_claim_and_decision(together: Path) -> None:
    hand_in(together, "bo-lind", "windows", on=ON, even_so=True)
    hand_in(together, "ada-park", "beans", on=ON, even_so=True)

    seen = survey(together, on=ON)
    assert not errors(seen.diagnostics)
    assert seen.school
    ada, bo = seen.school.submissions
    assert (bo.student, bo.group) == ("bo-lind", ("ada-park",))
    assert [(one.student, one.slug) for one in bo.works] == [("ada-park", "bean-diary")]
    assert "artifacts/ada-park.bean-diary/beans.png" in bo.files
    assert bo.digest != ada.digest
    heard = hear(together, Docket(on=ON, pitch="bo-lind/windows"))
    assert [one.submission.student for one in heard.proposals] == ["bo-lind"]


def test_a_work_is_pitched_only_by_its_team(together: Path) -> None:
    work = together / ARTIFACT_FOLDER / "artifact.md"
    work.write_text(work.read_text().replace("student: bo-lind", "name: Bo"))

    found = errors(survey(together, on=ON).diagnostics)
    assert [(one.code, one.about) for one in found] == [("PG207", "bo-lind")]
    with pytest.raises(CannotProceed, match="does not name this student"):
        hand_in(together, "bo-lind", "windows", on=ON, even_so=True)
