"""Which of a student's works could fill which gaps, and why: one reason, one function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from portfolio_gen.advise.facts import Facts
from portfolio_gen.model.advice import Fit, Gap, Reason
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.framework import Credit, CreditLevel
from portfolio_gen.model.progress import TargetStanding
from portfolio_gen.model.standing import State
from portfolio_gen.model.target import Target

Finder: TypeAlias = Callable[[Facts, Artifact, Gap], str | None]
"""Why a work could fill a gap, in a few plain words; None when this is no reason."""


def fits(facts: Facts, work: Artifact, gaps: Iterable[Gap]) -> tuple[Fit, ...]:
    """The gaps that a work could fill, each with the strongest reason for it, the strongest in front."""
    found = [fit for gap in gaps if (fit := _fit(facts, work, gap))]
    order = {reason: place for place, reason in enumerate(FINDERS)}
    return tuple(sorted(found, key=lambda one: order[one.reason]))


def _fit(facts: Facts, work: Artifact, gap: Gap) -> Fit | None:
    for reason, find in FINDERS.items():
        if because := find(facts, work, gap):
            # A guess does not run ahead: foundation comes before advanced, unless somebody says otherwise.
            return (
                Fit(gap=gap, reason=reason, because=because)
                if reason.is_recorded or facts.is_next(gap)
                else None
            )
    return None


def _tried(facts: Facts, work: Artifact, gap: Gap) -> str | None:
    if isinstance(gap.about, Credit):
        standing = facts.credits.get((gap.about.id, gap.level.id))
        if standing and standing.state is State.NOT_YET and work.slug in standing.evidence:
            return f"it was shown for it on {standing.date}, and can be shown again"
        return None
    raters = facts.framework.rules_for(gap.about).raters
    target = facts.targets.get(gap.about.id)
    days = [
        one.date
        for one in (target.attempts if target else ())
        if work.slug in one.works and one.rater in raters
    ]
    return f"it was rated for it on {days[-1]}, and can be shown again" if days else None


def _claimed(facts: Facts, work: Artifact, gap: Gap) -> str | None:
    if isinstance(gap.about, Target):
        credit = gap.about.credit
        claims = any(one.credit == credit for one in work.claims)
        return "it is claimed for the credit that this counts for" if claims else None
    if not any((one.credit, one.level) == (gap.about.id, gap.level.id) for one in work.claims):
        return None
    policy = next(one.policy for one in facts.framework.levels if one.id == gap.level.id)
    done = {"committee-decision": "pitched", "educator-decision": "shown", "targets": "rated"}
    return f"it is claimed, and not {done[policy]} yet"


def _self_rated(facts: Facts, work: Artifact, gap: Gap) -> str | None:
    for one in _asked_targets(facts, gap):
        place = one.progression.places.get(work.self_rating.get(one.target.id, ""))
        if place is not None:
            where = f", for {one.target.title}" if isinstance(gap.about, Credit) else ""
            return f"the student sees {one.progression.levels[place].title} in it{where}"
    return None


def _asked_targets(facts: Facts, gap: Gap) -> Iterator[TargetStanding]:
    """The learning targets that would fill the gap: itself, or the open ones by which the credit is earned."""
    if not isinstance(gap.about, Credit):
        yield facts.targets[gap.about.id]
    elif isinstance(gap.level, CreditLevel) and gap.level.policy == "targets":
        yield from facts.open_targets(gap.about, gap.level)


def _accepted(facts: Facts, work: Artifact, gap: Gap) -> str | None:
    about = gap.about
    if isinstance(about, Credit):
        titles = [
            f"{one.credit.title}, {one.level.title.lower()}"
            for one in facts.earned.get(work.slug, ())
            if one.credit.id == about.id
            or (one.level.id == gap.level.id and _are_siblings(one.credit, about))
        ]
    else:
        reached = facts.reached.get(work.slug, ())
        titles = [one.target.title for one in reached if _are_siblings(one.target, about)]
    return f"it has been accepted for {titles[0]}" if titles else None


def _are_siblings(one: Credit | Target, other: Credit | Target) -> bool:
    """Whether two belong to one competency; where they have none, to one domain."""
    if one.competency or other.competency:
        return one.competency == other.competency
    return one.domain is not None and one.domain == other.domain


def _tagged(facts: Facts, work: Artifact, gap: Gap) -> str | None:
    words = _words(facts, gap.about)
    tag = next((one for one in work.tags if _plain(one) in words), None)
    return f"it is tagged “{tag}”" if tag else None


def _words(facts: Facts, about: Credit | Target) -> frozenset[str]:
    """The ids and titles of a credit or target, of its competency and of its domain."""
    competencies, domains = facts.framework.competencies, facts.framework.domains
    names = [
        (about.id, about.title),
        *((one.id, one.title) for one in competencies if one.id == about.competency),
        *((one.id, one.title) for one in domains if one.id == about.domain),
    ]
    return frozenset(_plain(word) for name in names for word in name)


def _plain(word: str) -> str:
    return word.casefold().strip().replace("-", " ").replace("_", " ")


FINDERS: Mapping[Reason, Finder] = {
    Reason.TRIED: _tried,
    Reason.CLAIMED: _claimed,
    Reason.SELF_RATED: _self_rated,
    Reason.ACCEPTED: _accepted,
    Reason.TAGGED: _tagged,
}
