"""What the student tells: self-narratives, goals and pitches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from portfolio_gen.model.conference import Inside
from portfolio_gen.model.credit_views import CreditView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.pitch_views import PitchView
from portfolio_gen.model.standing import Standing, Standings, State
from portfolio_gen.model.student import Goal, Narrative, Pitch
from portfolio_gen.model.work_views import GoalView, NarrativeView
from portfolio_gen.plan.credits import competency_label, domain_label, rating_views
from portfolio_gen.plan.rubrics import plan_rubric
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.work import claim_views, language


def plan_narratives(sight: Sight, credits: Mapping[str, CreditView]) -> tuple[NarrativeView, ...]:
    """All self-narratives but the opening one: dated ones newest first, then the others by name."""
    ordered = sorted(sight.narratives, key=lambda one: (one.date is None, -_ordinal(one), one.slug))
    return tuple(_narrative_view(sight, one, credits) for one in ordered)


def plan_opening(sight: Sight, credits: Mapping[str, CreditView]) -> NarrativeView | None:
    """The opening self-narrative, if this edition shows it; it stands on the front page."""
    return _narrative_view(sight, sight.opening, credits) if sight.opening else None


def _ordinal(narrative: Narrative) -> int:
    return narrative.date.toordinal() if narrative.date else 0


def _narrative_view(
    sight: Sight, narrative: Narrative, credits: Mapping[str, CreditView]
) -> NarrativeView:
    about = _about(sight, narrative.about, credits) if narrative.about else None
    opening = narrative is sight.opening
    file = "narrative.md" if opening else f"narratives/{narrative.slug}.md"
    return NarrativeView(
        address="" if opening else f"narratives/{narrative.slug}/",
        title=narrative.title or ("" if opening else _title(narrative, about)),
        about=about,
        text=narrative.text,
        language=narrative.language or language(sight),
        source=f"students/{sight.student.id}/{file}",
        text_line=narrative.text_line,
        date=narrative.date,
    )


def _title(narrative: Narrative, about: LabelView | None) -> str:
    return about.title if about else narrative.slug.replace("-", " ").capitalize()


def _about(sight: Sight, about: str, credits: Mapping[str, CreditView]) -> LabelView:
    """The domain, competency or credit of that id; anything else is a term in the student's words."""
    framework = sight.framework
    for domain in framework.domains:
        if domain.id == about:
            return domain_label(domain)
    for competency in framework.competencies:
        if competency.id == about:
            return competency_label(competency)
    if credit := credits.get(about):
        return LabelView(id=credit.id, title=credit.title, address=credit.address)
    return LabelView(id=about, title=about)


def plan_goals(sight: Sight) -> tuple[GoalView, ...]:
    """The student's goals, in the order of their files."""
    return tuple(_goal_view(sight, one) for one in sight.goals)


def _goal_view(sight: Sight, goal: Goal) -> GoalView:
    return GoalView(
        title=goal.title,
        wish=goal.wish or "",
        outcome=goal.outcome or "",
        obstacles=goal.obstacles,
        plan=goal.plan,
        check_ins=tuple((one.date, one.note) for one in goal.check_ins),
        status=goal.status,
        text=goal.text,
        source=f"students/{sight.student.id}/goals/{goal.slug}.md",
        text_line=goal.text_line,
        next_check_in=_next_check_in(sight, goal),
    )


def _next_check_in(sight: Sight, goal: Goal) -> Day | None:
    """As the student has planned it, and only for those who sit down with them."""
    planned, last = goal.next_check_in, goal.last_check_in
    inside = sight.access.edition in get_args(Inside) and goal.status == "open"
    return planned if planned and inside and (last is None or planned > last) else None


def plan_pitches(
    sight: Sight, standings: Standings, credits: Mapping[str, CreditView]
) -> tuple[PitchView, ...]:
    """The pitches that this edition shows, newest first."""
    waiting = _waiting(standings.credits)
    return tuple(
        pitch_view(sight, one, credits, waiting=one.slug in waiting)
        for one in sight.pitches.values()
    )


def _waiting(standings: Iterable[Standing]) -> frozenset[str]:
    """Slugs of the pitches on which a credit waits for the committee."""
    return frozenset(
        pitch.slug
        for standing in standings
        if standing.state is State.PITCHED
        for pitch in standing.pitches
        if pitch.date == standing.date and pitch.artifacts == standing.evidence
    )


def pitch_view(
    sight: Sight, pitch: Pitch, credits: Mapping[str, CreditView], *, waiting: bool
) -> PitchView:
    """A pitch; `waiting` is whether a credit waits for the committee on it."""
    claimed = credits.get(pitch.claims[0].credit) if pitch.claims else None
    competency = claimed.competency.id if claimed and claimed.competency else None
    return PitchView(
        slug=pitch.slug,
        address=f"pitches/{pitch.slug}/",
        title=pitch.title,
        date=pitch.date,
        works=tuple(sight.link(slug) for slug in pitch.artifacts),
        claims=claim_views(sight, pitch.claims, credits),
        rubric=plan_rubric(sight, competency),
        self_rating=rating_views(sight.school, competency, pitch.self_rating),
        text=pitch.text,
        source=f"students/{sight.student.id}/pitches/{pitch.slug}.md",
        text_line=pitch.text_line,
        waiting=waiting and pitch.status == "published",
        draft=pitch.status == "draft",
    )
