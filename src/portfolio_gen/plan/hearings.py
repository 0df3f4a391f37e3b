"""Pitches as a committee has them in front of it: what was handed in, what there is to score, who still has to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.committee import Member
from portfolio_gen.model.credit_views import CreditView
from portfolio_gen.model.hearing_views import (
    CriterionView,
    EarlierView,
    HearingView,
    OutcomeView,
    ReviewerView,
    SheetView,
    SittingView,
    StepView,
)
from portfolio_gen.model.pitch_views import PitchView
from portfolio_gen.model.session import Session
from portfolio_gen.model.submission import Submission
from portfolio_gen.model.work_views import ArtifactView
from portfolio_gen.plan.before import Before, latest, open_claims
from portfolio_gen.plan.credits import member_name, scale_titles
from portfolio_gen.plan.rubrics import plan_rubric
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.stories import pitch_view
from portfolio_gen.plan.work import claim_views, work_view


def with_hearings(
    sight: Sight, before: Before, pitches: Sequence[PitchView], credits: Mapping[str, CreditView]
) -> tuple[PitchView, ...]:
    """The pitches with what was handed in of them, newest first; also those that the student has taken away since.

    Args:
        sight: the committee's, of one student.
        before: what lies before the committee.
        pitches: as the student has them at present.
        credits: every credit by its id.
    """
    handed_in = latest(before.submissions.get(sight.student.id, ()))
    if not handed_in or sight.access.name == "initials" or "work" not in sight.access.shows:
        return tuple(pitches)  # ballots name students, and an edition that does not has no form
    present = {one.slug: one for one in pitches}
    heard = {slug: _frozen_view(sight, before, one, credits) for slug, one in handed_in.items()}
    together = sorted({**present, **heard}.values(), key=lambda one: one.slug)
    return tuple(sorted(together, key=lambda one: one.date, reverse=True))


def _frozen_view(
    sight: Sight, before: Before, submission: Submission, credits: Mapping[str, CreditView]
) -> PitchView:
    hearing = _hearing_view(sight, before, submission, credits)
    view = pitch_view(sight, submission.frozen_pitch, credits, waiting=bool(hearing.sheets))
    source = f"{_place(submission)}/pitches/{submission.pitch}.md"
    return replace(view, slug=submission.pitch, source=source, draft=False, hearing=hearing)


def _hearing_view(
    sight: Sight, before: Before, submission: Submission, credits: Mapping[str, CreditView]
) -> HearingView:
    others = before.submissions[sight.student.id]
    claims = tuple(open_claims(submission, others, sight.ledger))
    ballots = before.ballots.get((submission.of, submission.digest), ())
    scored = tuple(one.reviewer for one in ballots if not one.conflict)
    session = before.sessions.get(submission.of)
    return HearingView(
        student=submission.student,
        digest=submission.digest,
        submitted=submission.submitted,
        intact=submission.intact,
        works=tuple(_work_views(sight, submission, credits)),
        my_part=submission.frozen_pitch.my_part or "",
        group=tuple(_mates(sight, submission)),
        sheets=tuple(_sheets(sight, submission, claims, credits)),
        outcomes=tuple(
            OutcomeView(id=one.id, title=one.title, means=one.means)
            for one in sight.school.committee.says()
        ),
        reviewers=tuple(_reviewers(sight)) if claims else (),
        scored=tuple(member_name(sight, one) for one in scored),
        awaited=tuple(_awaited(sight, session, [one.reviewer for one in ballots])),
        quorum=sight.school.committee.quorum,
        session=_sitting(session) if session else None,
        earlier=tuple(_earlier(submission, others)),
    )


def _place(submission: Submission) -> str:
    return f"transcripts/submissions/{submission.of}/{submission.number}"


def _work_views(
    sight: Sight, submission: Submission, credits: Mapping[str, CreditView]
) -> Iterator[ArtifactView]:
    """The works as they were handed in; they have no pages of their own."""
    for work in submission.works:
        view = work_view(sight, work, credits)
        place = work.slug if work.student == submission.student else f"{work.student}.{work.slug}"
        source = f"{_place(submission)}/artifacts/{place}/artifact.md"
        yield replace(view, source=source, address=_own_page(sight, work))


def _own_page(sight: Sight, work: Artifact) -> str:
    """Address of the work as the student has it now, if this edition shows it."""
    mine = work.student == sight.student.id and work.slug in sight.works
    return sight.link(work.slug).address if mine else ""


def _mates(sight: Sight, submission: Submission) -> Iterator[str]:
    for one in dict.fromkeys((*submission.group, *submission.frozen_pitch.group)):
        mate = sight.classmate(one)
        if mate and mate is not sight.student:
            yield mate.name


def _sheets(
    sight: Sight,
    submission: Submission,
    claims: tuple[Claim, ...],
    credits: Mapping[str, CreditView],
) -> Iterator[SheetView]:
    for view in claim_views(sight, claims, credits):
        competency = view.credit.competency.id if view.credit.competency else None
        yield SheetView(
            claim=view,
            rubric=plan_rubric(sight, competency),
            criteria=tuple(_criteria(sight, submission, competency)),
        )


def _criteria(
    sight: Sight, submission: Submission, competency: str | None
) -> Iterator[CriterionView]:
    rubric = sight.school.rubrics.for_competency(competency)
    titles = scale_titles(sight.school, rubric.scale) if rubric else {}
    for one in rubric.criteria if rubric else ():
        yield CriterionView(
            id=one.id,
            title=one.title,
            about=one.about or "",
            steps=tuple(
                StepView(id=level, title=title, descriptor=one.descriptors.get(level, ""))
                for level, title in titles.items()
            ),
            own=submission.frozen_pitch.self_rating.get(one.id, ""),
        )


def _reviewers(sight: Sight) -> Iterator[ReviewerView]:
    """Everybody who serves today, by name; those with a conflict on record are told so."""
    serving = [one for one in sight.school.committee.members if one.serves_on(sight.on)]
    for one in sorted(serving, key=lambda one: one.name.casefold()):
        yield ReviewerView(
            id=one.id,
            name=member_name(sight, one.id),
            role=one.role or "",
            barred=_is_barred(sight, one),
        )


def _is_barred(sight: Sight, member: Member) -> bool:
    """Whether a conflict of interest is on record: a relative, or the student's own advisor."""
    advisor = sight.ledger.enrolment.advisor if sight.ledger else None
    advises = member.id == advisor and not sight.school.committee.rule.advisor_may_score
    return advises or any(one.student == sight.student.id for one in member.conflicts)


def _awaited(sight: Sight, session: Session | None, heard: Sequence[str]) -> Iterator[str]:
    """Those who sit in the session, may score, and have not yet."""
    members = {one.id: one for one in sight.school.committee.members}
    for one in session.members if session else ():
        member = members.get(one)
        if one not in heard and member and not _is_barred(sight, member):
            yield member_name(sight, one)


def _sitting(session: Session) -> SittingView:
    return SittingView(title=session.title, date=session.date, address=f"sessions/{session.id}/")


def _earlier(submission: Submission, others: Sequence[Submission]) -> Iterator[EarlierView]:
    """What the student said before for one of the same credits, newest first."""
    for one in reversed(others):
        same = any(one.asks_for(each.credit, each.level) for each in submission.frozen_pitch.claims)
        if same and (one.submitted, one.number) < (submission.submitted, submission.number):
            yield EarlierView(
                title=one.frozen_pitch.title, date=one.submitted, text=one.frozen_pitch.text
            )
