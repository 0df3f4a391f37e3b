"""Credits as an edition may tell of them: standings, decisions, and the picture they make together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from portfolio_gen.model.credit_views import (
    CreditView,
    DecisionView,
    GridRow,
    RatingView,
    StandingView,
)
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.framework import Competency, Credit, CreditLevel, Domain
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.progress_views import TargetLink
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import sentence
from portfolio_gen.model.standing import Standing, Standings, State
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan.addresses import is_safe
from portfolio_gen.plan.onward import plan_onward
from portfolio_gen.plan.rubrics import plan_rubric
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.words import NOTHING_YET, a_member, claimed


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A state as far as an edition may tell of it, with what it rests on."""

    state: State = State.OPEN
    because: str = NOTHING_YET
    date: Day | PartialDate | None = None
    works: tuple[WorkLink, ...] = ()


OPEN = Told()


def plan_credits(
    sight: Sight, standings: Standings, targets: Mapping[str, Sequence[TargetLink]]
) -> dict[str, CreditView]:
    """Every credit of the framework by its id; open and without an address where credits are not shown.

    `targets` are the learning targets that the edition tells of, by the ids of their credits.
    """
    shown = "credits" in sight.access.shows
    by_credit: dict[str, list[Standing]] = {}
    for one in standings.credits if shown else ():
        by_credit.setdefault(one.credit.id, []).append(one)
    return {
        credit.id: _credit_view(
            sight, credit, by_credit.get(credit.id, ()), tuple(targets.get(credit.id, ())), shown
        )
        for credit in sight.framework.all_credits()
    }


def _credit_view(
    sight: Sight,
    credit: Credit,
    standings: Iterable[Standing],
    targets: tuple[TargetLink, ...],
    shown: bool,
) -> CreditView:
    framework = sight.framework
    domain = next((one for one in framework.domains if one.id == credit.domain), None)
    competency = next((one for one in framework.competencies if one.id == credit.competency), None)
    levels = framework.levels_of(credit) or framework.levels[:1]
    return CreditView(
        id=credit.id,
        title=credit.title,
        domain=domain_label(domain) if domain else _no_domain(sight, credit),
        competency=competency_label(competency) if competency else None,
        about=credit.about or "",
        address=_address(credit) if shown else "",
        standings=_standing_views(sight, levels, {one.level.id: one for one in standings}),
        beyond=domain is not None and levels[0] != framework.levels[0],
        decisions=_decision_views(sight, credit, standings),
        rubric=plan_rubric(sight, credit.competency) if shown else None,
        targets=targets,
        usually=_usually(sight, credit) if shown else "",
    )


def _usually(sight: Sight, credit: Credit) -> str:
    """When it is usually earned; where attempts are not told, an open credit need not be one that nobody has begun."""
    usual = sight.framework.usual_phase(credit) if sight.access.attempts else None
    return usual.title if usual else ""


def _address(credit: Credit) -> str:
    return f"credits/{credit.id}/" if is_safe(credit.id) else ""


def _no_domain(sight: Sight, credit: Credit) -> LabelView:
    """Stands for the domain of a credit that can be earned in any, or that names one that is not there."""
    anywhere = sentence("any %(domain)s", domain=sight.framework.word("domain"))
    return LabelView(id=credit.domain or "", title=credit.domain or anywhere)


def _standing_views(
    sight: Sight, levels: Iterable[CreditLevel], by_level: Mapping[str, Standing]
) -> tuple[StandingView, ...]:
    """The credit's first level always, further ones once this edition may tell that something has happened."""
    views = []
    for place, level in enumerate(levels):
        standing = by_level.get(level.id)
        told = _told(sight, standing) if standing else OPEN
        if place == 0 or told.state is not State.OPEN:
            views.append(_standing_view(level, told))
    return tuple(views)


def _standing_view(level: CreditLevel, told: Told) -> StandingView:
    return StandingView(
        level=level_label(level),
        state=told.state,
        because=told.because,
        date=told.date,
        works=told.works,
    )


def _told(sight: Sight, standing: Standing) -> Told:
    """What may be told of a standing: what the school awarded; its attempts only where attempts are shown."""
    if standing.state is State.EARNED:
        return _decided(sight, standing)
    if not sight.access.attempts:
        return OPEN
    if standing.state is State.PITCHED and _waits_in_sight(sight, standing):
        works = tuple(sight.link(slug) for slug in standing.evidence)
        return Told(state=State.PITCHED, because=standing.because, date=standing.date, works=works)
    if standing.state is State.NOT_YET:
        return _decided(sight, standing)
    return _claimed(sight, standing)


def _decided(sight: Sight, standing: Standing) -> Told:
    decision = standing.decision
    if decision is None:
        return _rated(sight, standing)
    if not sight.shows_decision(decision):
        return OPEN
    return Told(
        state=standing.state,
        because=standing.because,
        date=decision.date,
        works=tuple(sight.link(slug, decision.evidence) for slug in decision.artifacts),
    )


def _rated(sight: Sight, standing: Standing) -> Told:
    """What learning targets made of a credit, unless it rests on a rating that nobody may know yet."""
    counted = (rating for one in standing.targets for rating in one.counted)
    if not sight.access.policy.unreleased and not all(one.released(sight.on) for one in counted):
        return OPEN
    works = tuple(sight.link(slug) for slug in standing.evidence)
    return Told(state=standing.state, because=standing.because, date=standing.date, works=works)


def _waits_in_sight(sight: Sight, standing: Standing) -> bool:
    """Whether the pitch that waits is one that this edition shows; a student knows what they have handed in."""
    inside = sight.access.edition in ("self", "committee")
    return any(
        pitch.slug in sight.pitches or (inside and pitch.submission)
        for pitch in standing.pitches
        if pitch.date == standing.date and pitch.artifacts == standing.evidence
    )


def _claimed(sight: Sight, standing: Standing) -> Told:
    """A claim is told by the works that are shown here, and by nothing of the others."""
    slugs = dict.fromkeys(work.slug for work, _ in standing.claims)
    works = [sight.works[slug] for slug in slugs if slug in sight.works]
    if not works:
        return OPEN
    whole = standing.state is State.CLAIMED and len(works) == len(slugs)
    next_step = claimed(sight.framework, standing.level.policy)
    return Told(
        state=State.CLAIMED,
        because=standing.because if whole else next_step,
        date=max((work.date for work in works), key=lambda date: (date.last, date.first)),
        works=tuple(sight.link(work.slug) for work in works),
    )


def _decision_views(
    sight: Sight, credit: Credit, standings: Iterable[Standing]
) -> tuple[DecisionView, ...]:
    """Newest first; where attempts are not shown, only the awards that count."""
    told = [
        (decision, standing, decision is standing.decision)
        for standing in standings
        for decision in (*filter(None, [standing.decision]), *standing.superseded)
    ]
    shown = [
        _decision_view(sight, credit, decision, standing.level, counts)
        for decision, standing, counts in told
        if sight.shows_decision(decision)
        and (sight.access.attempts or (counts and decision.outcome == "earned"))
    ]
    return tuple(sorted(shown, key=lambda one: one.date, reverse=True))


def _decision_view(
    sight: Sight, credit: Credit, decision: Decision, level: CreditLevel, counts: bool
) -> DecisionView:
    feedback = sight.access.policy.feedback
    ratings = rating_views(sight.school, credit.competency, decision.ratings) if feedback else ()
    return DecisionView(
        date=decision.date,
        level=level.title,
        earned=decision.outcome == "earned",
        committee=tuple(member_name(sight, one) for one in decision.committee),
        ratings=ratings,
        feedback=sight.told(decision.feedback) if feedback else "",
        verdict=_verdict(sight, decision),
        strong=sight.told(decision.strong) if feedback else "",
        missing=sight.told(decision.missing) if feedback else "",
        onward=plan_onward(sight, credit, decision) if counts else None,
        works=tuple(sight.link(slug, decision.evidence) for slug in decision.artifacts),
        counts=counts,
        sealed=_sealed(decision),
    )


def _verdict(sight: Sight, decision: Decision) -> str:
    found = sight.school.committee.outcome(decision.verdict or "")
    return found.title if found else ""


def _sealed(decision: Decision) -> str:
    seen = sorted(set(decision.evidence.values()))
    return hashlib.sha256("\n".join(seen).encode()).hexdigest() if seen else ""


def member_name(sight: Sight, member: str) -> str:
    """A committee member's name, or their role where they may not be named."""
    found = next((one for one in sight.school.committee.members if one.id == member), None)
    if found is None:
        return a_member(sight.framework)
    return found.name if sight.names_member(member) else found.role or a_member(sight.framework)


def rating_views(
    school: School, competency: str | None, ratings: Mapping[str, str]
) -> tuple[RatingView, ...]:
    """Ratings in the order of the rubric's criteria, in the words of its scale."""
    rubric = school.rubrics.for_competency(competency)
    if rubric is None:
        return ()
    titles = scale_titles(school, rubric.scale)
    return tuple(
        RatingView(
            criterion=criterion.title,
            level=titles.get(ratings[criterion.id], ratings[criterion.id]),
            descriptor=criterion.descriptors.get(ratings[criterion.id], ""),
        )
        for criterion in rubric.criteria
        if criterion.id in ratings
    )


def scale_titles(school: School, scale: str) -> dict[str, str]:
    """Level id to title, of one of the framework's scales."""
    found = next((one for one in school.framework.scales if one.id == scale), None)
    return {one.id: one.title for one in found.levels} if found else {}


def plan_grid(sight: Sight, credits: Mapping[str, CreditView]) -> tuple[GridRow, ...]:
    """The rows of the credit picture, where the framework's credits form a grid."""
    framework = sight.framework
    if framework.grid is None or "credits" not in sight.access.shows:
        return ()
    rows = (
        GridRow(
            label=competency_label(competency),
            cells=tuple(credits.get(f"{competency.id}/{one.id}") for one in framework.domains),
        )
        for competency in framework.competencies
    )
    return tuple(row for row in rows if any(row.cells))


def plan_transferable(sight: Sight, credits: Iterable[CreditView]) -> tuple[CreditView, ...]:
    """The credits that belong to no domain, so that they can be earned in any."""
    free = {one.id for one in sight.framework.all_credits() if one.domain is None}
    return tuple(one for one in credits if one.id in free)


def domain_label(domain: Domain) -> LabelView:
    """A domain, with its page."""
    return LabelView(
        id=domain.id,
        title=domain.title,
        about=domain.about or "",
        hue=domain.hue or "",
        hue_dark=domain.hue_dark or "",
        address=f"domains/{domain.id}/" if is_safe(domain.id) else "",
    )


def credit_label(credit: Credit) -> LabelView:
    """A credit, with its page."""
    return LabelView(id=credit.id, title=credit.title, address=_address(credit))


def competency_label(competency: Competency) -> LabelView:
    """A competency; it has no page of its own."""
    return LabelView(id=competency.id, title=competency.title, about=competency.about or "")


def level_label(level: CreditLevel) -> LabelView:
    """A level at which credits are awarded."""
    return LabelView(id=level.id, title=level.title, about=level.about or "")
