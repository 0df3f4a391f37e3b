"""Which pages a blueprint becomes, at which addresses, from which templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from portfolio_gen.model.blueprint import IndexBlueprint, SiteBlueprint
from portfolio_gen.model.credit_views import CreditView
from portfolio_gen.model.exhibition import FOLDER
from portfolio_gen.model.standing import State
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page to render."""

    template: str
    address: str
    """Relative to the site; empty for its front page."""
    heading: str
    """What the page is called, beside others of the same site."""
    subject: Any
    """What the page is about: a view of the blueprint, or several."""
    whose: str = ""
    """Name that a browser's tab shows beside the heading."""
    description: str = ""
    """One sentence for link previews; empty when the blueprint has none."""
    searched: tuple[str, ...] = ()
    """Texts, beside the stories, by which search finds the page."""

    @property
    def title(self) -> str:
        """What a browser's tab shows."""
        return f"{self.heading} · {self.whose}" if self.whose else self.heading


def index_page(index: IndexBlueprint, say: Callable[[str], str]) -> Sheet:
    """The page that says who is in an edition."""
    title = f"{index.school.name}: {index.edition_title}"
    about = say("Portfolios of students of %(name)s, with the work behind them.") % {
        "name": index.school.name
    }
    return Sheet(template="index.html", address="", heading=title, subject=index, description=about)


def session_pages(index: IndexBlueprint, say: Callable[[str], str]) -> Iterator[Sheet]:
    """The pages of a committee's sessions, and the list of them; none in any other edition."""
    if not index.sessions:
        return
    whose = index.school.name
    yield Sheet(
        template="sessions.html",
        address="sessions/",
        heading=say("Sessions"),
        subject=index.sessions,
        whose=whose,
    )
    for one in index.sessions:
        yield Sheet(
            template="session.html",
            address=one.address,
            heading=one.title,
            subject=one,
            whose=whose,
        )


def queue_page(index: IndexBlueprint, say: Callable[[str], str]) -> Iterator[Sheet]:
    """The page of all pitches that wait for the committee; none in any other edition."""
    if index.queue and index.queue.pitches:
        heading = say("Waiting for the %(committee)s") % {
            "committee": index.school.word("committee")
        }
        yield Sheet(
            template="queue.html",
            address="pitches/",
            heading=heading,
            subject=index.queue,
            whose=index.school.name,
        )


def exhibition_page(index: IndexBlueprint) -> Iterator[Sheet]:
    """The page of the exhibition, where there is one."""
    if index.exhibition:
        yield Sheet(
            template="exhibition.html",
            address=f"{FOLDER}/",
            heading=index.exhibition.title,
            subject=index.exhibition,
            whose=index.school.name,
            description=index.exhibition.about,
        )


def pages_of(site: SiteBlueprint, say: Callable[[str], str]) -> tuple[Sheet, ...]:
    """All pages of a student's site, in reading order, at the blueprint's addresses; `say` translates headings."""
    return (
        _front(site, say),
        *_works(site, say),
        *_narratives(site, say),
        *_learner(site, say),
        *_goals(site, say),
        *_domains(site),
        *_credits(site),
        *_targets(site, say),
        *_pitches(site),
        *_transcript(site, say),
        *_bridge(site),
        *_glossary(site, say),
    )


def _of(site: SiteBlueprint, sentence: str) -> str:
    """A sentence about the student, by the name that the edition shows."""
    return sentence % {"name": site.person.name}


def _front(site: SiteBlueprint, say: Callable[[str], str]) -> Sheet:
    person = site.person
    return Sheet(
        template="portfolio.html",
        address="",
        heading=person.name,
        subject=person,
        description=person.sentence or _of(site, say("The portfolio of %(name)s.")),
        searched=(person.sentence, *person.interests),
    )


def _works(site: SiteBlueprint, say: Callable[[str], str]) -> Iterator[Sheet]:
    whose = site.person.name
    yield Sheet(
        template="gallery.html",
        address="artifacts/",
        heading=site.school.called("artifacts"),
        subject=site.artifacts,
        whose=whose,
        description=_of(site, say("All the work that %(name)s shows here.")),
    )
    for work in site.artifacts:
        tags = (one.title for one in work.school_tags)
        yield Sheet(
            template="artifact.html",
            address=work.address,
            heading=work.title,
            subject=work,
            whose=whose,
            description=work.summary,
            searched=(
                work.summary,
                work.taught_me,
                work.my_part,
                *(text for _, text in work.reflection),
                *work.tags,
                *tags,
            ),
        )


def _narratives(site: SiteBlueprint, say: Callable[[str], str]) -> Iterator[Sheet]:
    if not site.narratives:
        return
    whose = site.person.name
    yield Sheet(
        template="narratives.html",
        address="narratives/",
        heading=say("Stories"),
        subject=site.narratives,
        whose=whose,
        description=_of(site, say("What %(name)s tells in their own words.")),
    )
    for one in site.narratives:
        yield Sheet(
            template="narrative.html",
            address=one.address,
            heading=one.title,
            subject=one,
            whose=whose,
            description=_of(site, say("A story by %(name)s, in their own words.")),
            searched=(one.about.title,) if one.about else (),
        )


def _learner(site: SiteBlueprint, say: Callable[[str], str]) -> Iterator[Sheet]:
    """The learner profile, milestones, and the agenda of a conference."""
    whose = site.person.name
    if site.profile:
        yield Sheet(
            template="profile.html",
            address="profile/",
            heading=say("Learner profile"),
            subject=site.profile,
            whose=whose,
            description=_of(site, say("How %(name)s learns, in their own words.")),
            searched=tuple(one.title for one in site.profile),
        )
    if site.milestones:
        texts = (text for one in site.milestones for text in (one.title, one.about))
        yield Sheet(
            template="milestones.html",
            address="milestones/",
            heading=say("Milestones"),
            subject=site.milestones,
            whose=whose,
            description=_of(
                site, say("What has mattered on the way of %(name)s, and what lies ahead.")
            ),
            searched=tuple(texts),
        )
    if site.conference:
        yield Sheet(
            template="conference.html",
            address="conference/",
            heading=say("Conference"),
            subject=site.conference,
            whose=whose,
            searched=(*site.conference.points, *site.conference.questions),
        )


def _goals(site: SiteBlueprint, say: Callable[[str], str]) -> Iterator[Sheet]:
    if site.goals:
        texts = (text for goal in site.goals for text in (goal.title, goal.wish, goal.outcome))
        yield Sheet(
            template="goals.html",
            address="goals/",
            heading=say("Goals"),
            subject=site.goals,
            whose=site.person.name,
            description=_of(site, say("What %(name)s is working towards.")),
            searched=tuple(texts),
        )


def _domains(site: SiteBlueprint) -> Iterator[Sheet]:
    for domain in site.domains:
        if domain.label.address:
            yield Sheet(
                template="domain.html",
                address=domain.label.address,
                heading=domain.label.title,
                subject=domain,
                whose=site.person.name,
                description=domain.label.about,
                searched=(domain.label.about,),
            )


def _credits(site: SiteBlueprint) -> Iterator[Sheet]:
    for credit in site.credits:
        if credit.address:
            yield Sheet(
                template="credit.html",
                address=credit.address,
                heading=credit.title,
                subject=credit,
                whose=site.person.name,
                description=credit.about or credit.standings[-1].because,
                searched=(credit.about, *_stands(credit)),
            )


def _targets(site: SiteBlueprint, say: Callable[[str], str]) -> Iterator[Sheet]:
    if site.progress is None:
        return
    whose = site.person.name
    yield Sheet(
        template="targets.html",
        address="targets/",
        heading=site.school.called("targets"),
        subject=site.progress,
        whose=whose,
        description=_of(site, say("What %(name)s is learning, one by one.")),
    )
    if site.progress.badges:
        yield Sheet(
            template="now.html",
            address="now/",
            heading=say("Where I am now"),
            subject=site.progress,
            whose=whose,
            description=_of(site, say("Where %(name)s is now, skill by skill.")),
            searched=tuple(one.title for one in site.progress.badges),
        )
    for target in site.progress.targets:
        if target.address:
            yield Sheet(
                template="target.html",
                address=target.address,
                heading=target.title,
                subject=target,
                whose=whose,
                description=target.about,
                searched=(target.about, target.because, *(one.about for one in target.levels)),
            )


def _stands(credit: CreditView) -> Iterator[str]:
    """Where a credit stands, as far as anything has happened: levels and reasons."""
    for one in credit.standings:
        if one.state is not State.OPEN:
            yield from (one.level.title, one.because)


def _pitches(site: SiteBlueprint) -> Iterator[Sheet]:
    if not site.pitches:
        return
    whose = site.person.name
    yield Sheet(
        template="pitches.html",
        address="pitches/",
        heading=site.school.called("pitches"),
        subject=site.pitches,
        whose=whose,
    )
    for pitch in site.pitches:
        yield Sheet(
            template="hearing.html" if pitch.hearing else "pitch.html",
            address=pitch.address,
            heading=pitch.title,
            subject=pitch,
            whose=whose,
        )


def _bridge(site: SiteBlueprint) -> Iterator[Sheet]:
    if site.bridge and site.transcript:
        yield Sheet(
            template="bridge.html",
            address="bridge/",
            heading=site.bridge.title,
            subject=site.bridge,
            whose=site.person.name,
        )


def _glossary(site: SiteBlueprint, say: Callable[[str], str]) -> Iterator[Sheet]:
    if site.glossary:
        yield Sheet(
            template="glossary.html",
            address="glossary/",
            heading=say("What the words mean"),
            subject=site.glossary,
            whose=site.person.name,
            description=say("What the words on these pages mean."),
            searched=tuple(text for one in site.glossary for text in (one.title, one.about)),
        )


def _transcript(site: SiteBlueprint, say: Callable[[str], str]) -> Iterator[Sheet]:
    if site.transcript:
        yield Sheet(
            template="transcript.html",
            address="transcript/",
            heading=say("Mastery transcript"),
            subject=site.transcript,
            whose=site.person.name,
            description=_of(site, say("What %(name)s has earned, with the work behind it.")),
            searched=(site.transcript.statement,),
        )
