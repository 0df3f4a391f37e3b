"""Whole blueprints: one student's site in one edition, and the page that says who is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from portfolio_gen.model.access import access
from portfolio_gen.model.blueprint import (
    DomainView,
    IndexBlueprint,
    PersonView,
    SchoolView,
    SiteBlueprint,
)
from portfolio_gen.model.credit_views import CreditView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.exhibition_views import ExhibitView
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.queue_views import QueuedView, QueueView
from portfolio_gen.model.school import School
from portfolio_gen.model.session_views import SessionView
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.standing import Standings, State
from portfolio_gen.model.student import Student
from portfolio_gen.model.work_views import ArtifactView, NarrativeView
from portfolio_gen.plan.before import before_committee
from portfolio_gen.plan.bridge import plan_bridge
from portfolio_gen.plan.conference import plan_conference
from portfolio_gen.plan.credits import (
    competency_label,
    domain_label,
    level_label,
    plan_credits,
    plan_grid,
    plan_transferable,
)
from portfolio_gen.plan.exhibition import plan_exhibition, plan_exhibits
from portfolio_gen.plan.family import plan_family
from portfolio_gen.plan.glossary import plan_glossary
from portfolio_gen.plan.hearings import with_hearings
from portfolio_gen.plan.learner import plan_milestones, plan_profile, plan_tags
from portfolio_gen.plan.person import plan_person, shown_name, site_folder
from portfolio_gen.plan.progress import plan_progress
from portfolio_gen.plan.served import links_by_credit
from portfolio_gen.plan.sight import Sight, look
from portfolio_gen.plan.stories import plan_goals, plan_narratives, plan_opening, plan_pitches
from portfolio_gen.plan.tally import count_at, next_due, offered, tally_up
from portfolio_gen.plan.telling import tell_targets
from portfolio_gen.plan.transcript import plan_transcript
from portfolio_gen.plan.words import edition_title, facts, where_i_stand, words
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
    before = before_committee(school) if edition == "committee" else None
    present, school = school.framework, sight.school
    targets = tell_targets(sight, standings)
    credits = plan_credits(sight, standings, links_by_credit(targets))
    works = plan_works(sight, credits, targets)
    narratives = plan_narratives(sight, credits)
    pitches = plan_pitches(sight, standings, credits)
    if before:
        pitches = with_hearings(sight, before, pitches, credits)
    shown = tuple(credits.values()) if "credits" in granted.shows else ()
    tally = tally_up(sight, standings, shown, targets, len(works))
    waiting = sum(one.waiting for one in pitches)
    site = SiteBlueprint(
        edition=edition,
        edition_title=edition_title(school, edition),
        school=school_view(school, languages(school, edition, sight.ledger)),
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
        domains=_domains(
            sight,
            shown,
            works,
            narratives,
            credits,
            {one.target.id: one.target.domain for one in targets},
        ),
        competencies=tuple(competency_label(one) for one in school.framework.competencies),
        grid=plan_grid(sight, credits),
        credits=shown,
        transferable=plan_transferable(sight, shown),
        progress=plan_progress(sight, standings, targets),
        listed=not granted.policy.unlisted,
        transcript=plan_transcript(sight, standings, credits, shown_name(sight), present),
        bridge=plan_bridge(sight, credits),
        tags=plan_tags(sight, works),
    )
    site = replace(site, conference=plan_conference(sight, site))
    return replace(
        site,
        exhibits=tuple(plan_exhibits(sight, site)),
        glossary=plan_glossary(sight, site),
        family=plan_family(sight, site, tally, next_due(sight, standings)),
    )


def plan_folder(school: School, student: Student, edition: EditionName, on: Day) -> str | None:
    """Folder of the student's site inside an edition; None when the student does not appear in it."""
    granted = access(school, student, edition, on)
    return site_folder(school, student, granted) if granted else None


def plan_index(
    school: School,
    edition: EditionName,
    people: Iterable[PersonView],
    *,
    sessions: tuple[SessionView, ...] = (),
    queue: QueueView | None = None,
    exhibits: Iterable[ExhibitView] = (),
) -> IndexBlueprint:
    """Who is in an edition, by the names that it shows.

    Args:
        school: the school.
        edition: the edition.
        people: those of its sites.
        sessions: when the committee sits.
        queue: what waits for it.
        exhibits: works of its sites that their students have put into the exhibition.

    Raises:
        ValueError: an edition other than the committee's would be told of sessions, or of what waits.
    """
    if (sessions or queue) and edition != "committee":
        raise ValueError("sessions and the queue are for the committee alone")
    return IndexBlueprint(
        edition=edition,
        edition_title=edition_title(school, edition),
        school=school_view(school, languages(school, edition)),
        people=tuple(sorted(people, key=lambda one: (one.name.casefold(), one.address))),
        sessions=sessions,
        queue=queue,
        exhibition=plan_exhibition(school, edition, exhibits),
    )


def plan_queue(pitches: Iterable[QueuedView], on: Day) -> QueueView:
    """What waits for the committee, the one that has waited longest first."""
    ordered = sorted(
        pitches, key=lambda one: (one.date, one.student.casefold(), one.home, one.address)
    )
    return QueueView(on=on, pitches=tuple(ordered))


def languages(
    school: School, edition: EditionName, ledger: Ledger | None = None
) -> tuple[str, ...]:
    """Languages of a site's own words, one or two; a family's own in its own edition, and nowhere else."""
    own = ledger.family_languages if ledger and edition == "family" else ()
    return (own or school.settings.policy(edition).languages or (school.settings.language,))[:2]


def school_view(school: School, spoken: tuple[str, ...] = ()) -> SchoolView:
    """The school as readers see it, with the languages of the site's own words; without, those that it writes in."""
    settings = school.settings
    first, *others = spoken or (settings.language,)
    return SchoolView(
        name=settings.school,
        place=settings.place or "",
        url=settings.url or "",
        language=first,
        also=next((one for one in others if one != first), ""),
        sentences=tuple(
            (one, tuple((name, _forms(said)) for name, said in sorted(own.items())))
            for one, own in sorted(settings.sentences.items())
        ),
        writes=settings.language if settings.language != first else "",
        paper=settings.paper,
        words=words(school.framework),
        theme=settings.theme.name,
        accent=settings.theme.accent or "",
    )


def _forms(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else said


def _domains(
    sight: Sight,
    shown: Iterable[CreditView],
    works: Iterable[ArtifactView],
    narratives: Iterable[NarrativeView],
    credits: Mapping[str, CreditView],
    targets: Mapping[str, str | None],
) -> tuple[DomainView, ...]:
    """The domains in the framework's order, with everything that belongs to each.

    `targets` are ids of learning targets with their domains.
    """
    return tuple(
        DomainView(
            label=domain_label(domain),
            of=offered(sight, (one for one in credits.values() if one.domain.id == domain.id)),
            earned=_earned(sight, inside) if inside else (),
            credits=inside,
            artifacts=tuple(one for one in works if _belongs(one, domain.id, targets)),
            narratives=tuple(one for one in narratives if one.about and one.about.id == domain.id),
        )
        for domain in sight.framework.domains
        for inside in [tuple(one for one in shown if one.domain.id == domain.id)]
    )


def _belongs(work: ArtifactView, domain: str, targets: Mapping[str, str | None]) -> bool:
    """Whether a work claims a credit of the domain, or serves one of its learning targets."""
    return any(one.credit.domain.id == domain for one in work.claims) or any(
        targets.get(one.target.id) == domain for one in (*work.serves, *work.self_rating)
    )


def _earned(sight: Sight, credits: Iterable[CreditView]) -> tuple[tuple[LabelView, int], ...]:
    """Level by level, how many of the credits this edition shows as earned."""
    inside = tuple(credits)
    return tuple(
        (level_label(level), count_at(inside, level.id, State.EARNED))
        for level in sight.framework.levels
    )
