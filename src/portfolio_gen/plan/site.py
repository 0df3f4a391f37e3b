"""Whole blueprints: one student's site in one edition, and the page that says who is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from portfolio_gen.model.access import access
from portfolio_gen.model.blueprint import (
    ArtifactView,
    CreditView,
    DomainView,
    IndexBlueprint,
    NarrativeView,
    PersonView,
    SchoolView,
    SiteBlueprint,
)
from portfolio_gen.model.dates import Day
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.standing import Standings, State
from portfolio_gen.model.student import Student
from portfolio_gen.plan.conference import plan_conference
from portfolio_gen.plan.credits import (
    competency_label,
    domain_label,
    level_label,
    plan_credits,
    plan_grid,
)
from portfolio_gen.plan.learner import plan_milestones, plan_profile, plan_tags
from portfolio_gen.plan.person import plan_person, shown_name, site_folder
from portfolio_gen.plan.sight import Sight, look
from portfolio_gen.plan.stories import plan_goals, plan_narratives, plan_opening, plan_pitches
from portfolio_gen.plan.transcript import due, plan_transcript
from portfolio_gen.plan.words import Tally, facts, where_i_stand, words
from portfolio_gen.plan.work import plan_featured, plan_works


def plan_site(
    school: School, student: Student, edition: EditionName, *, standings: Standings, on: Day
) -> SiteBlueprint | None:
    """What an edition shows of a student on a day; None when the student does not appear in it.

    `standings` are those of the same day, or of all decisions for an edition that shows unreleased ones. Nothing in
    the blueprint goes beyond student's choice, school's policy, consent and release; what is not in it cannot leak.
    """
    granted = access(school, student, edition, on)
    if granted is None:
        return None
    sight = look(school, student, granted, on)
    school = sight.school
    credits = plan_credits(sight, standings)
    works = plan_works(sight, credits)
    narratives = plan_narratives(sight, credits)
    pitches = plan_pitches(sight, standings, credits)
    shown = tuple(credits.values()) if "credits" in granted.shows else ()
    tally = _tally(sight, standings, shown, works)
    waiting = sum(one.waiting for one in pitches)
    site = SiteBlueprint(
        edition=edition,
        edition_title=granted.policy.title,
        school=_school_view(school),
        person=plan_person(sight, tuple(facts(tally, school.framework, waiting))),
        where_i_stand=where_i_stand(tally, school.framework),
        opening=plan_opening(sight, credits),
        featured=plan_featured(sight, works),
        artifacts=works,
        narratives=narratives,
        goals=plan_goals(sight),
        profile=plan_profile(sight),
        milestones=plan_milestones(sight),
        pitches=pitches,
        levels=tuple(level_label(one) for one in school.framework.levels),
        domains=_domains(sight, shown, works, narratives, credits),
        competencies=tuple(competency_label(one) for one in school.framework.competencies),
        grid=plan_grid(sight, credits),
        credits=shown,
        transcript=plan_transcript(sight, standings, credits, shown_name(sight)),
        tags=plan_tags(sight, works),
    )
    return replace(site, conference=plan_conference(sight, site))


def plan_folder(school: School, student: Student, edition: EditionName, on: Day) -> str | None:
    """Folder of the student's site inside an edition; None when the student does not appear in it."""
    granted = access(school, student, edition, on)
    return site_folder(school, student, granted) if granted else None


def plan_index(
    school: School, edition: EditionName, people: Iterable[PersonView]
) -> IndexBlueprint:
    """Who is in an edition, by the names that it shows; `people` are those of its sites."""
    return IndexBlueprint(
        edition=edition,
        edition_title=school.settings.policy(edition).title,
        school=_school_view(school),
        people=tuple(sorted(people, key=lambda one: (one.name.casefold(), one.address))),
    )


def _school_view(school: School) -> SchoolView:
    settings = school.settings
    return SchoolView(
        name=settings.school,
        place=settings.place or "",
        url=settings.url or "",
        language=settings.language,
        paper=settings.paper,
        words=words(school.framework),
        theme=settings.theme.name,
        accent=settings.theme.accent or "",
    )


def _domains(
    sight: Sight,
    shown: Iterable[CreditView],
    works: Iterable[ArtifactView],
    narratives: Iterable[NarrativeView],
    credits: Mapping[str, CreditView],
) -> tuple[DomainView, ...]:
    """The domains in the framework's order, with everything that belongs to each."""
    return tuple(
        DomainView(
            label=domain_label(domain),
            of=_offered(sight, (one for one in credits.values() if one.domain.id == domain.id)),
            earned=_earned(sight, inside) if inside else (),
            credits=inside,
            artifacts=tuple(
                one
                for one in works
                if any(claim.credit.domain.id == domain.id for claim in one.claims)
            ),
            narratives=tuple(one for one in narratives if one.about and one.about.id == domain.id),
        )
        for domain in sight.framework.domains
        for inside in [tuple(one for one in shown if one.domain.id == domain.id)]
    )


def _offered(sight: Sight, credits: Iterable[CreditView]) -> int:
    """How many of the credits everybody is to earn: those of the framework's first level."""
    first = sight.framework.levels[0].id
    return sum(one.standings[0].level.id == first for one in credits)


def _earned(sight: Sight, credits: Iterable[CreditView]) -> tuple[tuple[LabelView, int], ...]:
    """Level by level, how many of the credits this edition shows as earned."""
    inside = tuple(credits)
    return tuple(
        (level_label(level), _count(inside, level.id, State.EARNED))
        for level in sight.framework.levels
    )


def _count(credits: Iterable[CreditView], level: str, state: State) -> int:
    return sum(
        one.level.id == level and one.state is state
        for credit in credits
        for one in credit.standings
    )


def _tally(
    sight: Sight,
    standings: Standings,
    credits: tuple[CreditView, ...],
    works: tuple[ArtifactView, ...],
) -> Tally:
    """The numbers that this edition may tell."""
    first, *beyond = sight.framework.levels
    states = {state: _count(credits, first.id, state) for state in State}
    unmet = (one.requirement.due for one in standings.requirements if not one.met)
    return Tally(
        level=first.title,
        earned=states[State.EARNED],
        of=_offered(sight, credits),
        beyond=tuple((level.title, _count(credits, level.id, State.EARNED)) for level in beyond),
        works=len(works),
        waiting=states[State.PITCHED],
        reworked=states[State.NOT_YET],
        claimed=states[State.CLAIMED],
        due=next((text for one in unmet if (text := due(sight, one))), ""),
    )
