"""What one edition shows of what a student made and tells: works with their files, stories, goals."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from portfolio_gen.model.artifact import ArtifactKind
from portfolio_gen.model.credit_views import ClaimView
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.progress_views import TargetRatingView
from portfolio_gen.model.value import dataclass

ReflectionKind: TypeAlias = Literal["strategy", "effort", "result", "next"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaView:
    """A file to publish with a piece of work."""

    source: Path
    """The original; it is derived from or copied, and its name and metadata are never published."""
    alt: str
    """Empty when the picture is decorative or the student has written none."""
    title: str
    """What to call it where it is offered."""
    caption: str = ""
    credit: str = ""
    decorative: bool = False
    """Whether a picture carries no meaning of its own."""
    before: MediaView | None = None
    """An earlier version of it, to stand beside it."""
    poster: MediaView | None = None
    """The picture that stands for a film until it is played."""
    download: bool = False
    """Whether a picture is offered in its full size, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElsewhereView:
    """A link of a work to another site."""

    title: str
    url: str
    about: str = ""
    picture: MediaView | None = None
    copy: MediaView | None = None
    """What of it is kept here."""

    @property
    def host(self) -> str:
        """Where it leads, as readers know it."""
        return urlsplit(self.url).netloc.rpartition("@")[2].removeprefix("www.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TeammateView:
    """Somebody who worked on it too, by the name that this edition may show."""

    name: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactView:
    """A piece of work with its page."""

    slug: str
    address: str
    title: str
    date: PartialDate
    summary: str
    kind: ArtifactKind = "work"
    taught_me: str = ""
    """What it taught the student, in their words; paragraphs are apart by an empty line."""
    reflection: tuple[tuple[ReflectionKind, str], ...] = ()
    """What the student sees looking back, in the order way, effort, result, next; only what they have written."""
    narrative: str
    """Markdown by the student."""
    language: str
    """Language of the story (BCP 47)."""
    source: str
    """Path of its artifact.md, for diagnostics only; never published."""
    narrative_line: int = 1
    tags: tuple[str, ...] = ()
    """Words of the student's own."""
    school_tags: tuple[LabelView, ...] = ()
    """Tags that the school gives a meaning, in its order."""
    cover: MediaView | None = None
    media: tuple[MediaView, ...] = ()
    """All files in the student's order, the cover among them."""
    names: tuple[tuple[str, int], ...] = ()
    """File name (as the story may refer to it) to index in `media`."""
    links: tuple[ElsewhereView, ...] = ()
    place: str = ""
    team: tuple[TeammateView, ...] = ()
    my_part: str = ""
    claims: tuple[ClaimView, ...] = ()
    serves: tuple[TargetRatingView, ...] = ()
    """Learning targets for which others rated it, in the framework's order; one work often serves several."""
    self_rating: tuple[TargetRatingView, ...] = ()
    """What the student sees in it; it never counts."""
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrativeView:
    """A self-narrative with its page (the opening one has none of its own)."""

    address: str
    title: str
    about: LabelView | None
    """What it is about: a domain, competency, credit or term."""
    text: str
    language: str
    source: str
    text_line: int = 1
    date: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """A goal of the student's."""

    title: str
    wish: str
    outcome: str
    obstacles: tuple[str, ...]
    plan: tuple[str, ...]
    check_ins: tuple[tuple[Day, str], ...]
    status: str
    text: str
    source: str
    text_line: int = 1
    next_check_in: Day | None = None
    """When the student means to look back next, for those who go along with them."""
