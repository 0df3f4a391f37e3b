"""The family edition's front page: where the student stands, what is next, which blanks are no surprise.

Everything is taken from the site itself, so nothing new is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.credit_views import CreditView, StandingView
from portfolio_gen.model.family_views import BlankView, FamilyView, NextKind, NextView
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.standing import RequirementStanding, State
from portfolio_gen.plan.questions import plan_questions
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.words import Tally

NEXT: tuple[tuple[State, NextKind], ...] = (
    (State.PITCHED, "pitched"),
    (State.NOT_YET, "rework"),
    (State.CLAIMED, "claimed"),
)
"""What is closest comes first."""


def plan_family(
    sight: Sight, site: SiteBlueprint, tally: Tally, due: RequirementStanding | None
) -> FamilyView | None:
    """What a family reads first; None in every other edition, and where nothing is told of credits or targets.

    `due` is the unmet requirement whose phase ends first.
    """
    if site.edition != "family":
        return None
    return FamilyView(
        level="" if len(site.levels) == 1 else tally.level,
        earned=tally.earned,
        of=tally.of,
        beyond=tuple((title, count) for title, count in tally.beyond if count),
        reached=tally.reached,
        targets=tally.targets,
        works=tally.works,
        next=_next(sight, site, tally, due),
        questions=plan_questions(site),
        blanks=tuple(_blanks(sight, site)),
    )


def _next(
    sight: Sight, site: SiteBlueprint, tally: Tally, due: RequirementStanding | None
) -> NextView | None:
    by_targets = tally.policy == "targets" or not tally.of
    target = next(_targets(site), None)
    if by_targets and target:
        return NextView(kind="target", label=target)
    for state, kind in NEXT:
        if found := _newest(site, state):
            return _about_credit(sight, site, kind, *found)
    if target:
        return NextView(kind="target", label=target)
    return _required(sight, due) if due else None


def _newest(site: SiteBlueprint, state: State) -> tuple[CreditView, StandingView] | None:
    """The credit that came into a state last; of several on one day, the framework's first."""
    found = [
        (credit, one) for credit in site.credits for one in credit.standings if one.state is state
    ]
    return max(found, key=lambda one: str(one[1].date), default=None)


def _about_credit(
    sight: Sight, site: SiteBlueprint, kind: NextKind, credit: CreditView, standing: StandingView
) -> NextView:
    level = next(one for one in sight.framework.levels if one.id == standing.level.id)
    first = standing.level.id == site.levels[0].id
    return NextView(
        kind=kind,
        label=_label(credit),
        level="" if first else standing.level.title,
        by_educator=level.policy == "educator-decision",
    )


def _label(credit: CreditView) -> LabelView:
    return LabelView(id=credit.id, title=credit.title, address=credit.address)


def _targets(site: SiteBlueprint) -> Iterator[LabelView]:
    """Learning targets that are under way."""
    for one in site.progress.targets if site.progress else ():
        if one.state in (TargetState.NOT_YET, TargetState.INSUFFICIENT) and not one.draft:
            yield LabelView(id=one.id, title=one.title, address=one.address)


def _required(sight: Sight, due: RequirementStanding) -> NextView:
    asked = due.requirement
    phase = next((one for one in sight.framework.phases if one.id == asked.due), None)
    return NextView(
        kind="requirement",
        label=LabelView(id=asked.id, title=asked.title),
        until=phase.by_age if phase else "",
    )


def _blanks(sight: Sight, site: SiteBlueprint) -> Iterator[BlankView]:
    for phase in sight.framework.phases:
        credits = tuple(
            _label(one)
            for one in site.credits
            if one.usually == phase.title and one.mark == State.OPEN.value
        )
        if credits:
            yield BlankView(usually=phase.title, credits=credits)
