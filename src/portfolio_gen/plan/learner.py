"""The learner: profile, milestones, and the tags of their school."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.learner_views import MilestoneView, ProfileView
from portfolio_gen.model.milestone import Milestone
from portfolio_gen.model.profile import ProfilePart, ProfileText
from portfolio_gen.model.tag import Tag
from portfolio_gen.model.work_views import ArtifactView
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.words import edition_title


def plan_profile(sight: Sight) -> tuple[ProfileView, ...]:
    """What the edition shows of the learner profile; the student's own also says who else sees each part."""
    return tuple(_profile_view(sight, part, said) for part, said in sight.profile)


def _profile_view(sight: Sight, part: ProfilePart, said: ProfileText) -> ProfileView:
    mine = sight.access.edition == "self"
    kept = part.id in sight.kept_private
    marks = sight.student.profile.marks
    return ProfileView(
        title=part.title,
        about=part.about or "",
        text=said.text or "",
        source=marks.path,
        text_line=marks.at("parts", part.id, "text").line,
        shown_to=() if kept or not mine else tuple(_titles(sight, said)),
        kept_private=mine and kept,
    )


def _titles(sight: Sight, said: ProfileText) -> Iterator[str]:
    for edition in dict.fromkeys(said.audience):
        if edition != "self" and sight.school.settings.policy(edition).build:
            yield edition_title(sight.school, edition)


def plan_milestones(sight: Sight) -> tuple[MilestoneView, ...]:
    """Oldest first; what lies ahead comes after everything that has happened, next one first."""
    ordered = sorted(
        sight.milestones,
        key=lambda one: (one.is_ahead(sight.on), one.date.last, one.date.first, one.title),
    )
    return tuple(_milestone_view(sight, one) for one in ordered)


def _milestone_view(sight: Sight, one: Milestone) -> MilestoneView:
    return MilestoneView(
        title=one.title,
        date=one.date,
        term=one.term or "",
        about=one.about or "",
        work=sight.link(one.work) if one.work and one.work in sight.works else None,
        ahead=one.is_ahead(sight.on),
    )


def school_tags(sight: Sight, work: Artifact) -> tuple[LabelView, ...]:
    """The school's tags that a work has, in the school's order."""
    written = {_folded(one) for one in work.tags}
    return tuple(_label(one) for one in sight.tags if one.id in written)


def free_tags(sight: Sight, work: Artifact) -> tuple[str, ...]:
    """A work's other tags, which are words of the student's own."""
    known = {one.id for one in sight.tags}
    return tuple(one for one in work.tags if _folded(one) not in known)


def plan_tags(sight: Sight, works: Iterable[ArtifactView]) -> tuple[LabelView, ...]:
    """The school's tags that any of the works has."""
    met = {tag.id for work in works for tag in work.school_tags}
    return tuple(_label(one) for one in sight.tags if one.id in met)


def _label(tag: Tag) -> LabelView:
    return LabelView(id=tag.id, title=tag.title, about=tag.about or "")


def _folded(word: str) -> str:
    """A tag as an id is written, for `Led` means `led`."""
    return word.strip().casefold().replace(" ", "-")
