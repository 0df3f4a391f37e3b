"""The mastery transcript: made from the school's records; the student adds a statement and a choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from portfolio_gen.model.blueprint import HabitView, RecognitionView, TranscriptView
from portfolio_gen.model.credit_views import CreditView, RequirementView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.habits import Habits
from portfolio_gen.model.ledger import HabitReport, Recognition
from portfolio_gen.model.speech import sentence
from portfolio_gen.model.standing import RequirementStanding, Standings, State
from portfolio_gen.plan.awards import plan_awards
from portfolio_gen.plan.courses import plan_courses, plan_observed
from portfolio_gen.plan.credits import member_name, scale_titles
from portfolio_gen.plan.crosswalk import name_of, plan_crosswalk
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.telling import tells_requirement

FEATURED_CREDITS = 3


def plan_transcript(
    sight: Sight,
    standings: Standings,
    credits: Mapping[str, CreditView],
    name: str,
    present: Framework,
) -> TranscriptView | None:
    """The transcript under the name that the edition shows; None when it may not show credits.

    `present` is the school's framework of today, whichever one the student entered under.
    """
    if "credits" not in sight.access.shows:
        return None
    ledger, framework, student = sight.ledger, sight.framework, sight.student
    class_of = ledger.enrolment.class_of if ledger and "phase" in sight.access.shows else None
    mine = "work" in sight.access.shows and not sight.access.hides(student.statement)
    return TranscriptView(
        name=name,
        status=ledger.transcript if ledger else "in progress",
        date=_newest(sight, standings, credits),
        class_of=class_of or "",
        framework=name_of(framework),
        how_to_read=framework.how_to_read or "",
        featured=_featured(sight, credits),
        requirements=plan_requirements(sight, standings),
        statement=(student.statement or "") if mine else "",
        habits_title=framework.habits_title(),
        habits=tuple(_habit_views(sight)),
        recognitions=tuple(_recognition_view(sight, one) for one in _recognitions(sight)),
        observed=plan_observed(sight, standings),
        courses=plan_courses(sight),
        profile=sight.school.profile,
        awards=plan_awards(sight, credits.values()),
        grows=sight.access.grows,
        crosswalk=plan_crosswalk(framework, present),
    )


def plan_requirements(sight: Sight, standings: Standings) -> tuple[RequirementView, ...]:
    """The framework's requirements and how far each is met, as far as this edition may tell."""
    return tuple(
        _requirement_view(sight, one)
        for one in standings.requirements
        if tells_requirement(sight, one)
    )


def _requirement_view(sight: Sight, standing: RequirementStanding) -> RequirementView:
    return RequirementView(
        title=standing.requirement.title,
        met=standing.met,
        earned=standing.earned,
        of=standing.of,
        due=due(sight, standing.requirement.due),
    )


def due(sight: Sight, phase: str | None) -> str:
    """When something is due, such as `by the end of grade 11`; empty when it is never."""
    found = next((one for one in sight.framework.phases if one.id == phase), None)
    return sentence("by the end of %(phase)s", phase=found.by_age) if found else ""


def _newest(sight: Sight, standings: Standings, credits: Mapping[str, CreditView]) -> Day | None:
    """Day of the newest record that this edition shows; the clock has no say in it."""
    days = [decision.date for credit in credits.values() for decision in credit.decisions]
    days += [day for credit in credits.values() for day in _days_on_record(credit)]
    days += [one.date for one in _habits(sight)]
    days += [one.last for one in standings.habits if "habits" in sight.access.shows]
    days += [one.date.first for one in _recognitions(sight)]
    return max(days, default=None)


def _featured(sight: Sight, credits: Mapping[str, CreditView]) -> tuple[CreditView, ...]:
    """The earned credits that the student chose, or else the highest and newest ones."""
    earned = [one for one in credits.values() if one.mark in ("advanced", "earned")]
    chosen = [
        credits[one] for one in dict.fromkeys(sight.student.featured_credits) if one in credits
    ]
    if wanted := [one for one in chosen if one in earned]:
        return tuple(wanted[:FEATURED_CREDITS])
    newest = sorted(earned, key=_last_award, reverse=True)
    newest.sort(key=lambda one: one.mark != "advanced")
    return tuple(newest[:FEATURED_CREDITS])


def _last_award(credit: CreditView) -> Day:
    return max(_days_on_record(credit, State.EARNED), default=Day(1, 1, 1))


def _days_on_record(credit: CreditView, *states: State) -> Iterator[Day]:
    """When the school made a credit what it is, by a decision or by ratings."""
    for one in credit.standings:
        if one.state in (states or (State.EARNED, State.NOT_YET)) and isinstance(one.date, Day):
            yield one.date


def _habits(sight: Sight) -> Sequence[HabitReport]:
    """Reports of habits, newest first."""
    if "habits" not in sight.access.shows or sight.ledger is None:
        return ()
    return sorted(sight.ledger.habits, key=lambda one: one.date, reverse=True)


def _habit_views(sight: Sight) -> Iterator[HabitView]:
    habits = sight.framework.habits
    if habits is None:
        return
    for report in _habits(sight):
        yield HabitView(
            term=report.term,
            by=member_name(sight, report.by),
            levels=_levels(sight, habits, report),
            note=sight.told(report.note) if sight.access.policy.feedback else "",
        )


def _levels(sight: Sight, habits: Habits, report: HabitReport) -> tuple[tuple[str, str], ...]:
    titles = scale_titles(sight.school, habits.scale)
    return tuple(
        (strand.title, titles.get(report.levels[strand.id], report.levels[strand.id]))
        for strand in habits.strands
        if strand.id in report.levels
    )


def _recognitions(sight: Sight) -> Sequence[Recognition]:
    """What others acknowledged, newest first."""
    if "recognitions" not in sight.access.shows or sight.ledger is None:
        return ()
    told = [
        one
        for one in sight.ledger.recognitions
        if not sight.access.hides_of_record(one.title, one.issuer, one.about, one.criteria, one.url)
    ]
    return sorted(told, key=lambda one: (one.date.last, one.date.first), reverse=True)


def _recognition_view(sight: Sight, one: Recognition) -> RecognitionView:
    return RecognitionView(
        title=one.title,
        issuer=one.issuer,
        date=one.date,
        about=one.about or "",
        criteria=one.criteria or "",
        validator=_validator(sight, one.validator or ""),
        url=one.url or "",
    )


def _validator(sight: Sight, written: str) -> str:
    """Who checked it, as the school has written; nothing where that names an adult who may not be named."""
    named = (one for one in sight.school.committee.members if one.name in written)
    return written if all(sight.names_member(one.id) for one in named) else ""
