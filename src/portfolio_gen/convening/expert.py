"""A packet for somebody from outside the school: one pitch in a zip, planned from a school that holds nothing else."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from portfolio_gen.convening.papers import handed_in
from portfolio_gen.convening.seats import expect_members
from portfolio_gen.convening.sitting import site_of, workshop_of
from portfolio_gen.diagnostics import or_nearest
from portfolio_gen.hallway.zipping import zipped
from portfolio_gen.model.committee import Member
from portfolio_gen.model.dates import Day
from portfolio_gen.model.docket import Docket
from portfolio_gen.model.expert_views import ExpertView
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.pitch_views import PitchView
from portfolio_gen.model.records import RecordLog
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student
from portfolio_gen.model.submission import Submission
from portfolio_gen.proceedings import CannotProceed, open_school
from portfolio_gen.render import CannotPrint, render_expert_packet


def expert_packet(root: Path, pitch: str, member: str, *, until: Day, on: Day) -> bytes:
    """A pitch for an expert, as a zip whose page opens from a folder, with the form of a ballot.

    Args:
        root: the school's folder.
        pitch: `⟨student⟩/⟨pitch⟩`.
        member: id of the expert, who is in committee.yml with `expert: true`.
        until: the day until when it is meant to be used; the packet says so, and nothing enforces it.
        on: today.

    Raises:
        CannotProceed: there is no such expert, they may not score it, it was not handed in or is decided, the day is
            over, or it cannot be rendered.
    """
    school = open_school(root.absolute())
    if until < on:
        raise CannotProceed(f"{until} is over; name a day that is still to come")
    student, submission = _submission(school, pitch)
    expert = _expert(school, member, student, on)
    whole = handed_in(site_of(school, student, on), submission.pitch, pitch)
    alone = _nothing_but(school, student, submission, expert)
    (lonely,) = alone.students
    site = site_of(alone, lonely, on)
    view = _still_open(handed_in(site, submission.pitch, pitch), whole, pitch)
    if site is None:
        raise CannotProceed(f"`{student.id}` is not in the committee's edition")
    packet = ExpertView(site=site, pitch=view, expert=expert.name, until=until)
    try:
        files = render_expert_packet(packet, workshop_of(school))
    except CannotPrint as problem:
        raise CannotProceed(str(problem)) from None
    packed = io.BytesIO()
    zipped(packed, submission.pitch, files)
    return packed.getvalue()


def _submission(school: School, pitch: str) -> tuple[Student, Submission]:
    docket = Docket.of(school)
    known = docket.submissions.get(pitch)
    student = next((one for one in school.students if one.id == pitch.partition("/")[0]), None)
    if not known or student is None:
        raise CannotProceed(f"`{pitch}` was not handed in{or_nearest(pitch, docket.submissions)}")
    if not known[-1].intact:
        raise CannotProceed(
            f"something in the frozen copy of `{pitch}` is not what was handed in; `portfolio-gen check` says what"
        )
    return student, known[-1]


def _expert(school: School, member: str, student: Student, on: Day) -> Member:
    expect_members(school, [member], on)
    found = next(one for one in school.committee.members if one.id == member)
    if not found.expert:
        raise CannotProceed(
            f"`{member}` is not from outside: write `expert: true` to them in transcripts/committee.yml, "
            "or let them read the committee's edition"
        )
    if any(one.student == student.id for one in found.conflicts):
        raise CannotProceed(
            f"a conflict of interest is on record between `{member}` and `{student.id}`"
        )
    return found


def _nothing_but(
    school: School, student: Student, submission: Submission, expert: Member
) -> School:
    """A school with one student who has handed in one pitch, and one member to score it; nothing else exists in it.

    What does not exist cannot be planned, and what is not planned is not in the packet.
    """
    lonely = Student(
        id=student.id, name=student.name, language=student.language, sharing=student.sharing
    )
    ledger = school.ledgers.get(student.id)
    bare = (
        {
            student.id: Ledger(
                student=student.id,
                official_name=ledger.official_name,
                enrolment=replace(ledger.enrolment, advisor=None),
            )
        }
        if ledger
        else {}
    )
    members = (replace(expert, conflicts=(), key=None, role=None),)
    return replace(
        school,
        students=(lonely,),
        known=frozenset({student.id}),
        unread=frozenset(),
        ledgers=bare,
        profile="",
        committee=replace(school.committee, members=members),
        records=RecordLog(),
        submissions=(replace(submission, group=()),),
        ballots=(),
        sessions=(),
    )


def _still_open(alone: PitchView, whole: PitchView, pitch: str) -> PitchView:
    """The pitch with only those credits to score that the committee has yet to decide."""
    waiting = {
        (one.claim.credit.id, one.claim.level.id)
        for one in (whole.hearing.sheets if whole.hearing else ())
    }
    if not waiting or alone.hearing is None:
        raise CannotProceed(f"`{pitch}` is decided already, or a later pitch has taken its place")
    sheets = tuple(
        one for one in alone.hearing.sheets if (one.claim.credit.id, one.claim.level.id) in waiting
    )
    return replace(alone, hearing=replace(alone.hearing, sheets=sheets))
