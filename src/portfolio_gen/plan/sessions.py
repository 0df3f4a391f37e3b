"""A committee's sessions for its own edition: the agenda, who scores, and afterwards what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portfolio_gen.model.agenda import Stretch, agenda, clock_of, length_of, minute_of
from portfolio_gen.model.blueprint import PersonView
from portfolio_gen.model.calibration import Calibration
from portfolio_gen.model.committee import Member
from portfolio_gen.model.dates import Day
from portfolio_gen.model.docket import Docket
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.session_views import AwardLine, SeatView, SessionView, StretchView
from portfolio_gen.model.submission import Submission
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan.calibration import plan_calibration


@dataclass(frozen=True, slots=True, kw_only=True)
class Sittings:
    """What the pages of sessions are made from."""

    school: School
    people: Mapping[str, PersonView]
    """Those who have a site in the edition, by their ids."""
    ledgers: Mapping[str, Ledger]
    """Whole ledgers of everybody who is heard."""
    lost: frozenset[str] = frozenset()
    """Those who are heard and whose ledgers are there and cannot be read."""
    calibrations: Mapping[str, Calibration]
    """Session to its calibration report."""
    docket: Docket
    on: Day

    def members(self, ids: Iterable[str]) -> tuple[Member, ...]:
        """Members of the committee; whoever is not in its file is left out."""
        known = {one.id: one for one in self.school.committee.members}
        return tuple(known[one] for one in ids if one in known)


def plan_sessions(sittings: Sittings) -> tuple[SessionView, ...]:
    """All sessions of a school, the newest first."""
    return tuple(_session(sittings, one) for one in reversed(sittings.school.sessions))


def _session(sittings: Sittings, session: Session) -> SessionView:
    stretches = tuple(_stretch(sittings, session, one) for one in agenda(session))
    begins = minute_of(session.start) or 0
    found = sittings.calibrations.get(session.id)
    return SessionView(
        id=session.id,
        address=f"sessions/{session.id}/",
        title=session.title,
        date=session.date,
        begins=clock_of(begins),
        ends=clock_of(begins + length_of(session)),
        place=session.place or "",
        release=session.release,
        seats=tuple(_seat(session, one) for one in sittings.members(session.members)),
        stretches=stretches,
        over=any(one.awards or one.unread for one in stretches),
        calibration=plan_calibration(
            sittings.school, sittings.people, sittings.docket, session, found
        )
        if found
        else None,
    )


def _seat(session: Session, member: Member) -> SeatView:
    return SeatView(
        name=member.name,
        role=member.role or "",
        chairs=member.id == session.chair,
        expert=member.expert,
    )


def _stretch(sittings: Sittings, session: Session, stretch: Stretch) -> StretchView:
    pitch = stretch.slot.pitch
    if not pitch:
        pause = stretch.slot.pause or ""
        return StretchView(begins=stretch.begins, ends=stretch.ends, pause=pause or "–")
    student = pitch.partition("/")[0]
    person, submission = sittings.people.get(student), sittings.docket.heard(session, pitch)
    scorers = _scorers(sittings, session, student, submission)
    return StretchView(
        begins=stretch.begins,
        ends=stretch.ends,
        pause="",
        student=person.name if person else "",
        title=submission.frozen_pitch.title if person and submission else "",
        address=f"{person.address}pitches/{submission.pitch}/" if person and submission else "",
        claims=_claims(sittings.school, student, submission) if person else (),
        **{name: tuple(one.name for one in them) for name, them in scorers.items()},
        awards=tuple(_awards(sittings, session, pitch)) if person else (),
        unread=bool(person) and student in sittings.lost and session.date <= sittings.on,
    )


def _scorers(
    sittings: Sittings, session: Session, student: str, submission: Submission | None
) -> dict[str, tuple[Member, ...]]:
    """Who has scored, who still has to, and who may not."""
    about = sittings.docket.about(submission)
    declared = {one.reviewer for one in about if one.conflict}
    voted = {one.reviewer for one in about} - declared
    seated = sittings.members(session.members)
    away = {one.id for one in seated if _in_conflict(sittings, one, student)} | declared
    others = sorted(voted - {one.id for one in seated})
    return {
        "scored": tuple(one for one in (*seated, *sittings.members(others)) if one.id in voted),
        "missing": tuple(one for one in seated if one.id not in voted | away),
        "away": tuple(one for one in seated if one.id in away),
    }


def _in_conflict(sittings: Sittings, member: Member, student: str) -> bool:
    ledger = sittings.ledgers.get(student)
    advises = ledger is not None and ledger.enrolment.advisor == member.id
    barred = advises and not sittings.school.committee.rule.advisor_may_score
    return barred or any(one.student == student for one in member.conflicts)


def _claims(
    school: School, student: str, submission: Submission | None
) -> tuple[tuple[str, str], ...]:
    framework = school.framework_for(student)
    credits = {one.id: one.title for one in framework.all_credits()}
    levels = {one.id: one.title for one in framework.levels}
    return tuple(
        (credits.get(one.credit, one.credit), levels.get(one.level, one.level))
        for one in (submission.frozen_pitch.claims if submission else ())
    )


def _awards(sittings: Sittings, session: Session, pitch: str) -> Iterator[AwardLine]:
    """What the ledger says of a pitch in a session; an entry that was corrected gives way to its correction."""
    student, _, slug = pitch.partition("/")
    ledger = sittings.ledgers.get(student)
    decisions = ledger.decisions if ledger else ()
    corrected = {one.corrects for one in decisions}
    shown = sittings.school.settings.policy("committee").unreleased
    for one in decisions:
        mine = (one.session, one.pitch) == (session.id, slug) and one.id not in corrected
        if mine and (shown or one.released(sittings.on)):
            yield _award(sittings, student, one)


def _award(sittings: Sittings, student: str, decision: Decision) -> AwardLine:
    framework = sittings.school.framework_for(student)
    credits = {one.id: one.title for one in framework.all_credits()}
    levels = {one.id: one.title for one in framework.levels}
    said = sittings.school.committee.outcome(decision.verdict or decision.outcome)
    return AwardLine(
        credit=credits.get(decision.credit, decision.credit),
        level=levels.get(decision.level, decision.level),
        earned=decision.outcome == "earned",
        outcome=said.title if said else decision.outcome.replace("-", " "),
        release=decision.release,
        held=not decision.released(sittings.on),
    )
