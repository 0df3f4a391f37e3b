"""The agenda of a conference: what a site itself shows as new since the one before, and what is next."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.credit_views import CreditView, StandingView
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.learner_views import (
    ChosenView,
    ConferenceView,
    CreditNews,
    GoalNews,
    NextStep,
    Stride,
)
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.progress_views import ProgressView, TargetView
from portfolio_gen.model.standing import State
from portfolio_gen.model.value import dataclass
from portfolio_gen.model.work_views import GoalView
from portfolio_gen.plan.sight import Sight

MINUTE = 60
MOST_SHOWN = 3
"""Most works of which one can tell in three minutes."""
MOST = 5
"""Most entries under one heading, so that the agenda fits on a sheet of paper."""


@dataclass(frozen=True, slots=True)
class Between:
    """The time since the conference before, up to today or to the day of the conference if that has passed."""

    since: Day | None
    until: Day

    def holds(self, date: Day | PartialDate | None) -> bool:
        """Whether a date lies, or may lie, in it."""
        if date is None:
            return False
        first, last = (date, date) if isinstance(date, Day) else (date.first, date.last)
        return (self.since is None or last > self.since) and first <= self.until


def plan_conference(sight: Sight, site: SiteBlueprint) -> ConferenceView | None:
    """The next conference, or the latest. All that is gathered is on the site already, so nothing new is told."""
    meant = _meant(sight)
    if meant is None:
        return None
    before = next((one for one in sight.conferences if one.date < meant.date), None)
    time = Between(before.date if before else None, min(sight.on, meant.date))
    return ConferenceView(
        date=meant.date,
        source=f"students/{sight.student.id}/conferences/{meant.slug}.md",
        ahead=meant.date >= sight.on,
        since=time.since,
        agreed_before=before.agreed if before else (),
        points=meant.points,
        chosen=_chosen(site, meant),
        questions=meant.questions,
        agreed=meant.agreed,
        text=meant.text,
        text_line=meant.text_line,
        works=tuple(_works(site, time))[:MOST],
        earned=tuple(_earned(site, time))[:MOST],
        growth=tuple(_growth(site.progress, time))[:MOST] if site.progress else (),
        recognitions=tuple(_recognitions(site, time))[:MOST],
        goals=tuple(_goals(site, time))[:MOST],
        under_way=tuple(_under_way(site))[:MOST],
        next_steps=tuple(_next_steps(site.progress))[:MOST] if site.progress else (),
        milestones=tuple(one for one in site.milestones if one.ahead)[:MOST],
    )


def _meant(sight: Sight) -> Conference | None:
    ahead = [one for one in sight.conferences if one.date >= sight.on]
    return ahead[-1] if ahead else next(iter(sight.conferences), None)


def _chosen(site: SiteBlueprint, meant: Conference) -> tuple[ChosenView, ...]:
    """The works that the student wants to show, as far as this edition shows them; they share three of five minutes."""
    by_slug = {one.slug: one for one in site.artifacts}
    works = [by_slug[slug] for slug in dict.fromkeys(meant.artifacts) if slug in by_slug]
    shown = works[:MOST_SHOWN]
    return tuple(
        ChosenView(
            title=work.title,
            address=work.address,
            language=work.language,
            seconds=MINUTE + place * 3 * MINUTE // len(shown),
            summary=work.summary,
            picture=work.cover,
        )
        for place, work in enumerate(shown)
    )


def _works(site: SiteBlueprint, time: Between) -> Iterator[WorkLink]:
    """New works, newest first; drafts are nobody's agenda."""
    for work in site.artifacts:
        if not work.draft and time.holds(work.date):
            yield WorkLink(title=work.title, address=work.address)


def _standings(site: SiteBlueprint) -> Iterator[tuple[CreditView, StandingView]]:
    for credit in site.credits:
        for standing in credit.standings:
            yield credit, standing


def _earned(site: SiteBlueprint, time: Between) -> list[CreditNews]:
    """Credits earned since, newest first."""
    news = [
        _credit_news(credit, standing)
        for credit, standing in _standings(site)
        if standing.state is State.EARNED and time.holds(standing.date)
    ]
    return sorted(news, key=lambda one: str(one.date), reverse=True)


def _under_way(site: SiteBlueprint) -> list[CreditNews]:
    """What waits for a committee, then what it has answered with not yet; learning targets speak for themselves."""
    news = [
        _credit_news(credit, standing)
        for credit, standing in _standings(site)
        if standing.state is State.PITCHED
        or (standing.state is State.NOT_YET and _was_decided(credit, standing))
    ]
    return sorted(news, key=lambda one: one.state is not State.PITCHED)


def _was_decided(credit: CreditView, standing: StandingView) -> bool:
    return any(one.level == standing.level.title for one in credit.decisions)


def _credit_news(credit: CreditView, standing: StandingView) -> CreditNews:
    return CreditNews(
        credit=LabelView(id=credit.id, title=credit.title, address=credit.address),
        level=standing.level.title,
        state=standing.state,
        date=standing.date,
    )


def _growth(progress: ProgressView, time: Between) -> list[Stride]:
    """Learning targets that have come further, newest first."""
    strides = [one for target in progress.targets if (one := _stride(target, time))]
    return sorted(strides, key=lambda one: one.date, reverse=True)


def _stride(target: TargetView, time: Between) -> Stride | None:
    path = target.growth.path if target.growth else ()
    new = [(day, place) for day, place in path if time.holds(day)]
    old = [place for day, place in path if time.since and day <= time.since]
    if not new or (old and new[-1][1] <= old[-1]):
        return None
    place = new[-1][1]
    start = old[-1] if old else new[0][1]
    day = _first_of_run(new)
    return Stride(
        target=_target_label(target),
        before=target.levels[start].title if start != place else "",
        now=target.levels[place].title,
        date=day,
    )


def _first_of_run(path: list[tuple[Day, int]]) -> Day:
    """The day since when the latest place has been seen again and again."""
    return min(day for at, (day, place) in enumerate(path) if {p for _, p in path[at:]} == {place})


def _next_steps(progress: ProgressView) -> Iterator[NextStep]:
    """What is under way; where nothing is, what comes first."""
    begun = [
        one
        for one in progress.targets
        if one.state in (TargetState.NOT_YET, TargetState.INSUFFICIENT)
    ]
    waiting = [one for one in progress.targets if one.state is TargetState.OPEN]
    for target in begun or waiting:
        here = target.here
        yield NextStep(
            target=_target_label(target),
            here=here.title if here else "",
            step=here.next_step
            if here
            else ""
            if target.state is TargetState.OPEN
            else target.because,
        )


def _target_label(target: TargetView) -> LabelView:
    return LabelView(id=target.id, title=target.title, address=target.address)


def _recognitions(site: SiteBlueprint, time: Between) -> Iterator[str]:
    for one in site.transcript.recognitions if site.transcript else ():
        if time.holds(one.date):
            yield one.title


def _goals(site: SiteBlueprint, time: Between) -> Iterator[GoalNews]:
    """Goals that are open, or were looked back at since."""
    for goal in site.goals:
        if goal.status == "open" or any(time.holds(day) for day, _ in goal.check_ins):
            yield _goal_news(goal)


def _goal_news(goal: GoalView) -> GoalNews:
    day, note = max(goal.check_ins, default=(None, ""))
    return GoalNews(title=goal.title, status=goal.status, note=note, date=day)
