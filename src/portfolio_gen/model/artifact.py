"""A piece of work, with the student's story of it (students/⟨id⟩/artifacts/⟨slug⟩/artifact.md)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Literal, TypeAlias

from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.noun import Noun, Page, Prose, chosen, given
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass

PICTURES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp"}
)
"""Endings of the files that are shown as pictures."""
FILMS = frozenset({".mp4", ".m4v", ".webm", ".mov", ".ogv"})
"""Endings of the recordings that are seen, too."""
RECORDINGS = FILMS | {".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".flac"}
"""Endings of the files that are played."""

ArtifactKind: TypeAlias = Literal["work", "failure"]
"""A piece of work, or something that did not work, and what it taught; either can be evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Noun):
    """What a student says a piece of work shows. Only the school can award it."""

    credit: str
    """Credit id, such as `communication/academics`."""
    level: str = "foundation"
    """Credit level that is claimed."""
    why: Prose | None = None
    """Why the work shows it, in the student's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Media(Noun):
    """A file that belongs to a piece of work and lies beside its artifact.md."""

    file: str
    """File name in the artifact's folder."""
    alt: Prose | None = None
    """What is to be seen or heard, for those who cannot."""
    title: str | None = None
    """What to call the file where it is offered; its name is not shown."""
    caption: Prose | None = None
    """What stands under it on the page."""
    credit: str | None = None
    """Who made it, if not the student."""
    decorative: bool = False
    """Whether a picture carries no meaning of its own and needs no alt text."""
    people: tuple[str, ...] = ()
    """Ids of the people who can be recognised in it."""
    before: str | None = None
    """Which other of the work's files is an earlier version of this one; readers see them side by side."""
    poster: str | None = None
    """Which other of the work's files is the picture that stands for a film until it is played."""
    silent: bool = False
    """Whether a film has nothing to be heard, and needs no captions."""
    download: bool = False
    """Whether readers may save a picture in its full size; what its file says about it is never in there."""
    source: Path | None = given(None)
    """Where the file lies."""
    size: int = given(0)
    """How many bytes it has."""

    @property
    def is_picture(self) -> bool:
        """Whether it is shown as a picture."""
        return PurePosixPath(self.file).suffix.lower() in PICTURES

    @property
    def is_film(self) -> bool:
        """Whether it moves while it is played."""
        return PurePosixPath(self.file).suffix.lower() in FILMS

    @property
    def is_recording(self) -> bool:
        """Whether it is sound or video."""
        return PurePosixPath(self.file).suffix.lower() in RECORDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere(Noun):
    """Something of the work that lies on another site: a card to click on; nothing is asked of that site before."""

    title: str
    """What readers click on."""
    url: str
    """Web address, beginning with `https://`."""
    about: Prose | None = None
    """What is to be found there."""
    picture: str | None = None
    """Which of the work's files is the picture on the card."""
    copy: str | None = None
    """Which of the work's files is a copy of it, kept here for the day when the other site is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teammate(Noun):
    """Somebody who worked on it too."""

    name: str | None = None
    """First name or role of somebody from outside the school, with their agreement."""
    student: str | None = None
    """Id of another student of the school."""
    part: Prose | None = None
    """What they did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Noun):
    """A look back at how a work came about: at the way and what was put into it, as well as at what came of it."""

    strategy: Prose | None = None
    """How the student went about it, and why in that way."""
    effort: Prose | None = None
    """What they put into it: time, tries, what they asked for, what they stayed with."""
    result: Prose | None = None
    """What came of it."""
    next: Prose | None = None
    """What they would do in another way, or will do next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact(Page):
    """A piece of work and its story."""

    title: str
    """What the work is called."""
    date: PartialDate
    """When it was made: a day, a month or a year."""
    kind: ArtifactKind = "work"
    """What it is; a `failure` is something that did not work, and what it taught. It can be evidence like any work."""
    taught_me: Prose | None = None
    """What it taught the student; of a failure, this is what readers see first."""
    reflection: Reflection = Reflection()
    """A look back in a few words, beside the story or in place of parts of it."""
    summary: str | None = None
    """One sentence for the card."""
    tags: tuple[str, ...] = ()
    """Words by which readers find similar work."""
    cover: str | None = None
    """Which of its media is the picture on the card; without it, the first picture."""
    media: tuple[Media, ...] = ()
    """Its files, in the order in which readers see them."""
    links: tuple[Elsewhere, ...] = ()
    """What belongs to it on other sites."""
    place: Literal["in school", "out of school"] | None = None
    """Where it was made."""
    team: tuple[Teammate, ...] = ()
    """Who worked on it too."""
    my_part: Prose | None = None
    """What the student did in a team's work."""
    audience: tuple[EditionName, ...] = ()
    """Editions that may show it. Nothing here means that nobody but the student sees it."""
    status: Literal["draft", "published"] = "draft"
    """A draft is seen only in editions that show drafts, by default the student's own."""
    language: str | None = None
    """Language of the story (BCP 47), if not the student's."""
    claims: tuple[Claim, ...] = ()
    """What the work shows, in the student's own judgement."""
    self_rating: Mapping[str, str] = chosen()
    """Learning target to the level that the work shows, in the student's own judgement; it never counts."""
    slug: str = given("")
    student: str = given("")
    narrative: str = given("")
    """The story, in Markdown."""
    narrative_line: int = given(1)
    """Line of the file on which the story begins."""
    files: tuple[str, ...] = given(())
    """Names of all the files that lie beside artifact.md, in order."""
    digest: str | None = given(None)
    """SHA-256 of the work as it is now (`sha256:…`), where a decision rests on it."""
