"""Pieces of work with everything that belongs to them: media, team, claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from portfolio_gen.model.artifact import Artifact, Claim, Media, Teammate
from portfolio_gen.model.credit_views import ClaimView, CreditView
from portfolio_gen.model.progress_views import TargetRatingView
from portfolio_gen.model.standing import State
from portfolio_gen.model.work_views import (
    ArtifactView,
    ElsewhereView,
    MediaView,
    ReflectionKind,
    TeammateView,
)
from portfolio_gen.plan.credits import level_label
from portfolio_gen.plan.learner import free_tags, school_tags
from portfolio_gen.plan.served import self_rating_views, targets_by_work
from portfolio_gen.plan.sight import Sight, work_address
from portfolio_gen.plan.telling import ToldTarget
from portfolio_gen.plan.words import A_CLASSMATE

FEATURED = 6
"""How many works stand on the front page when the student has chosen none."""


def plan_works(
    sight: Sight, credits: Mapping[str, CreditView], targets: Sequence[ToldTarget]
) -> tuple[ArtifactView, ...]:
    """All works that the edition shows, newest first, each with the credits and targets that it serves."""
    served = targets_by_work(sight, targets)
    return tuple(
        _artifact_view(sight, one, credits, targets, tuple(served.get(one.slug, ())))
        for one in sight.works.values()
    )


def _artifact_view(
    sight: Sight,
    work: Artifact,
    credits: Mapping[str, CreditView],
    targets: Sequence[ToldTarget],
    serves: tuple[TargetRatingView, ...],
) -> ArtifactView:
    room = sight.school.settings.limits.admitted([one.size for one in work.media])
    shown = [one for one in work.media[:room] if _shows_media(sight, one)]
    media = tuple(_media_views(shown))
    names = tuple((one.file, place) for place, one in enumerate(shown))
    return ArtifactView(
        slug=work.slug,
        address=work_address(work.slug),
        title=work.title,
        date=work.date,
        summary=work.summary or "",
        kind=work.kind,
        taught_me=work.taught_me or "",
        reflection=_looking_back(work),
        narrative=work.narrative,
        language=work.language or language(sight),
        source=f"students/{sight.student.id}/artifacts/{work.slug}/artifact.md",
        narrative_line=work.narrative_line,
        tags=free_tags(sight, work),
        school_tags=school_tags(sight, work),
        cover=_cover(work, names, media),
        media=media,
        names=names,
        links=tuple(_elsewhere(sight, work, names, media)),
        place=work.place or "",
        team=tuple(_teammate_view(sight, one) for one in work.team),
        my_part=work.my_part or "",
        claims=claim_views(sight, work.claims, credits),
        serves=serves,
        self_rating=self_rating_views(sight, work, targets),
        draft=work.status == "draft",
    )


def work_view(sight: Sight, work: Artifact, credits: Mapping[str, CreditView]) -> ArtifactView:
    """A work by itself, without the learning targets that it serves."""
    return _artifact_view(sight, work, credits, (), ())


def language(sight: Sight) -> str:
    """Language in which the student writes, unless a text says otherwise."""
    return sight.student.language or sight.school.settings.language


def _looking_back(work: Artifact) -> tuple[tuple[ReflectionKind, str], ...]:
    said = work.reflection
    told: tuple[tuple[ReflectionKind, str | None], ...] = (
        ("strategy", said.strategy),
        ("effort", said.effort),
        ("result", said.result),
        ("next", said.next),
    )
    return tuple((kind, text) for kind, text in told if text)


def _shows_media(sight: Sight, media: Media) -> bool:
    return media.source is not None and all(sight.shows_person(one) for one in media.people)


def _media_views(shown: Sequence[Media]) -> Iterator[MediaView]:
    """Files with those that belong to them, as far as the edition shows these."""
    known = {one.file: one for one in reversed(shown)}
    for one in shown:
        yield _media_view(one, known)


def _media_view(media: Media, known: Mapping[str, Media]) -> MediaView:
    """A file; what it names is looked for among `known`, and nothing stands behind itself."""
    assert media.source is not None  # noqa: S101 - `_shows_media` has asked
    others = {name: one for name, one in known.items() if name != media.file}
    before, poster = others.get(media.before or ""), others.get(media.poster or "")
    return MediaView(
        source=media.source,
        alt="" if media.decorative else media.alt or "",
        title=media.title or "",
        caption=media.caption or "",
        credit=media.credit or "",
        decorative=media.decorative,
        before=_media_view(before, others) if before else None,
        poster=_media_view(poster, {}) if poster else None,
        download=media.download,
    )


def _elsewhere(
    sight: Sight, work: Artifact, names: tuple[tuple[str, int], ...], media: tuple[MediaView, ...]
) -> Iterator[ElsewhereView]:
    """Links to other sites; none beside initials, for they may lead to a person with a name."""
    if sight.access.name == "initials":
        return
    places = dict(names)
    for one in work.links:
        place = places.get(one.picture or "")
        picture = None if place is None else media[place]
        kept = places.get(one.copy or "")
        yield ElsewhereView(
            title=one.title,
            url=one.url,
            about=one.about or "",
            picture=picture,
            copy=None if kept is None else media[kept],
        )


def _cover(
    work: Artifact, names: tuple[tuple[str, int], ...], media: tuple[MediaView, ...]
) -> MediaView | None:
    """The medium that the student chose, or the first picture."""
    places = dict(names)
    if work.cover in places:
        return media[places[work.cover]]
    pictures = {one.file for one in work.media if one.is_picture}
    return next((media[place] for name, place in names if name in pictures), None)


def _teammate_view(sight: Sight, mate: Teammate) -> TeammateView:
    return TeammateView(name=_teammate_name(sight, mate), part=mate.part or "")


def _teammate_name(sight: Sight, mate: Teammate) -> str:
    """A student's preferred name if it may be shown here; somebody from outside as the student wrote it."""
    if mate.student is None:
        return mate.name or A_CLASSMATE
    student = sight.classmate(mate.student)
    return student.name if student else A_CLASSMATE


def claim_views(
    sight: Sight, claims: tuple[Claim, ...], credits: Mapping[str, CreditView]
) -> tuple[ClaimView, ...]:
    """What a work or a pitch claims and what became of it; claims to nothing in the framework are left out."""
    return tuple(_claim_views(sight, claims, credits))


def _claim_views(
    sight: Sight, claims: tuple[Claim, ...], credits: Mapping[str, CreditView]
) -> Iterator[ClaimView]:
    levels = {one.id: level_label(one) for one in sight.framework.levels}
    for claim in claims:
        credit, level = credits.get(claim.credit), levels.get(claim.level)
        if credit is None or level is None:
            continue
        standing = next((one for one in credit.standings if one.level.id == level.id), None)
        told = standing is not None and standing.state is not State.OPEN
        yield ClaimView(
            credit=credit, standing=standing if told else None, level=level, why=claim.why or ""
        )


def plan_featured(sight: Sight, works: tuple[ArtifactView, ...]) -> tuple[ArtifactView, ...]:
    """The works to show first: those the student chose, or else the newest, those with a picture first."""
    by_slug = {one.slug: one for one in works}
    chosen = dict.fromkeys(slug for slug in sight.student.featured if slug in by_slug)
    if chosen:
        return tuple(by_slug[slug] for slug in chosen)
    finished = [one for one in works if not one.draft]
    return tuple(sorted(finished, key=lambda one: one.cover is None)[:FEATURED])
