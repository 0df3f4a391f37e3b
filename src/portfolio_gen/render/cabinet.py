"""The files of one site: each original is published once, under a name made of its content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup, escape

from portfolio_gen.diagnostics import Diagnostic, Rule, Span
from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render import rules
from portfolio_gen.render.cache import Kept, keep_highlighted, keep_picture, keep_scrubbed
from portfolio_gen.render.images import BrokenPicture, Derived, TooManyPixels
from portfolio_gen.render.kinds import DRAWING, Kind, Nature, nature_of, says_otherwise
from portfolio_gen.render.published import BROKEN, Published
from portfolio_gen.render.readings import LONGEST_CODE, beginning, decoded, table_of
from portfolio_gen.render.scrub.values import CannotScrub, Scrubbed
from portfolio_gen.render.scrub.work import can_scrub
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.words import size

MOST_BYTES = 100_000_000
"""Of one file; many hosts refuse larger ones."""
MOST_BYTES_READ: Mapping[Kind, int] = {"data": 10_000_000, "captions": 10_000_000}
"""The same for kinds of which every word is looked at."""
PATIENCE = 8.0
"""Seconds of processor time for all files of one piece of work, and `PATIENCE_PER_FILE` for each."""
PATIENCE_PER_FILE = 1.0
_LIGHTER = (
    "look at what is said about the others; make them smaller, or share them out over two works"
)
T = TypeVar("T")


class Cabinet:
    """Publishes a site's media into `folder` (an address ending in a slash) of its staging."""

    def __init__(
        self,
        staging: Staging,
        cache: Path,
        language: str,
        *,
        folder: str = "media/",
        about: str = "",
    ) -> None:
        self.staging, self.cache, self.language, self.folder, self.about = (
            staging,
            cache,
            language,
            folder,
            about,
        )
        self.diagnostics: list[Diagnostic] = []
        self.passing = False
        """Whether an original could not be read just now, and may be there again the next time."""
        self._done: dict[Path, Published] = {}
        self._places: dict[Path, str] = {}
        self._captions: dict[Path, MediaView] = {}
        self._spent: dict[Path, float] = {}

    def introduce(self, media: Iterable[MediaView], folder: str) -> None:
        """Say in which of the school's folders these originals lie; films find the captions of the same name."""
        media = tuple(media)
        for one in media:
            self._places.setdefault(one.source, f"{folder}/{one.source.name}")
        captions = {_stem(one): one for one in media if _is_captions(one)}
        for one in media:
            if not _is_captions(one) and (found := captions.get(_stem(one))):
                self._captions[one.source] = found

    def belongs_to_another(self, media: MediaView) -> bool:
        """Whether a file is the captions of a film or recording, and not to be shown by itself."""
        return media in self._captions.values()

    def publish(self, media: MediaView) -> Published:
        """Publish an original and say what became of it; broken files are reported once."""
        if media.source not in self._done:
            self._done[media.source] = BROKEN  # captions of captions end here
            with self.staging.clock.aside(self._places.get(media.source, media.source.name)):
                self._done[media.source] = self._published(media)
        return self._done[media.source]

    def _published(self, media: MediaView) -> Published:
        if self._spent.get(media.source.parent, 0.0) > PATIENCE:
            what = "is not looked at, for the other files of this work have taken too long already"
            return self._broken(rules.WORK_TOO_HEAVY, media, what, _LIGHTER)
        try:
            if media.source.stat().st_size > MOST_BYTES:
                return self._too_large(media, MOST_BYTES)
            data = media.source.read_bytes()
        except OSError as error:
            self.passing = True
            return self._broken(
                rules.FILE_UNREADABLE,
                media,
                f"cannot be read: {error.strerror or 'unknown reason'}",
                "",
            )
        if not data:
            return self._broken(
                rules.FILE_EMPTY, media, "is empty", "save it again, or take it out of the artifact"
            )
        nature = nature_of(media.source.name, data[:4096])
        if len(data) > MOST_BYTES_READ.get(nature.kind, MOST_BYTES):
            return self._too_large(media, MOST_BYTES_READ[nature.kind])
        made = (
            self._picture(media, data)
            if nature.kind == "picture"
            else self._file(media, data, nature)
        )
        if made.kind == "broken":
            return made
        return replace(
            made,
            size=size(made.bytes, self.language),
            extension=media.source.suffix.lower().lstrip("."),
        )

    def _picture(self, media: MediaView, data: bytes) -> Published:
        try:
            return self._laid_out(self._counted(media, keep_picture(self.cache, data)))
        except TooManyPixels as error:
            hint = "save it smaller; 2,000 pixels are enough for any screen"
            return self._broken(rules.FILE_TOO_LARGE, media, f"cannot be shown: {error}", hint)
        except BrokenPicture as error:
            hint = "open it and save it again, or take the picture anew"
            return self._broken(rules.PICTURE_DAMAGED, media, f"cannot be shown: {error}", hint)

    def _too_large(self, media: MediaView, most: int) -> Published:
        hint = "make it shorter or smaller, or link to it"
        what = f"is larger than {size(most, 'en')}"
        return self._broken(rules.FILE_TOO_LARGE, media, what, hint)

    def _counted(self, media: MediaView, kept: Kept[T]) -> T:
        """What was made of an original; the time that it took beyond what any file may is put on its work's account.

        It is the time that it took when it was made, so that all editions and all builds decide alike.
        """
        folder = media.source.parent
        beyond = max(0.0, kept.seconds - PATIENCE_PER_FILE)
        self._spent[folder] = self._spent.get(folder, 0.0) + beyond
        return kept.get()

    def _laid_out(self, made: Derived) -> Published:
        """A picture's sizes in the site; all their names begin with the digest of the largest."""
        largest = made.sizes[-1]
        family = self.folder + hashlib.sha256(largest.data).hexdigest()[:16]
        sources = tuple((f"{family}-{one.width}.webp", one.width) for one in made.sizes)
        for (address, _), one in zip(sources, made.sizes, strict=True):
            self.staging.write(address, one.data)
        if made.moving:
            self.staging.write(f"{family}-moving.webp", made.moving.data)
        return Published(
            kind="picture",
            address=sources[-1][0],
            type="image/webp",
            bytes=len(largest.data),
            width=largest.width,
            height=largest.height,
            sources=sources,
            moving=f"{family}-moving.webp" if made.moving else "",
            tint=made.tint,
        )

    def _file(self, media: MediaView, data: bytes, nature: Nature) -> Published:
        if says_otherwise(media.source.name, nature):
            hint = "save it again in the format of its name"
            self._report(rules.NOT_WHAT_IT_SAYS, media, "is not what its name says", hint)
        try:
            clean = self._clean(media, data, nature)
        except CannotScrub as error:
            hint = "save it again, or as another kind of file"
            return self._broken(rules.FILE_UNREADABLE, media, f"cannot be shown: {error}", hint)
        digest = hashlib.sha256(clean.data).hexdigest()
        address = f"{self.folder}{digest[:16]}{nature.extension}"
        self.staging.write(address, clean.data)
        made = Published(
            kind=nature.kind,
            address=address,
            type=nature.type,
            bytes=len(clean.data),
            pages=clean.pages,
        )
        if nature.kind in ("audio", "video"):
            captions = self._captions.get(media.source)
            return replace(made, captions=self.publish(captions).address if captions else "")
        return self._readable(made, media, clean.data)

    def _clean(self, media: MediaView, data: bytes, nature: Nature) -> Scrubbed:
        """The file without metadata and without anything that would run; says when that cannot be."""
        if nature is DRAWING:
            what = "is offered as a file, and not shown: such a drawing can hold programs"
            hint = "save it as a PNG too, and list that, if readers should see it"
            self._report(rules.DRAWING_NOT_SHOWN, media, what, hint)
        if can_scrub(nature.extension):
            clean = self._counted(media, keep_scrubbed(self.cache, data, nature.extension))
            if clean.disarmed:
                what = "would have run a program; that part is not published"
                self._report(
                    rules.FILE_DISARMED, media, what, "nothing, if the rest is as you want it"
                )
            return clean
        if nature.kind == "file":
            what = "is published as it is, with whatever it says about its maker"
            hint = "look into its properties before you share it, or export it as a PDF"
            self._report(rules.METADATA_KEPT, media, what, hint)
        return Scrubbed(data)

    def _readable(self, made: Published, media: MediaView, data: bytes) -> Published:
        if made.kind == "data":
            table = table_of(data)
            return replace(made, rows=table.rows, more=table.more)
        if made.kind == "code":
            extension = media.source.suffix.lower().lstrip(".")
            code = self._counted(media, keep_highlighted(self.cache, data, extension))
            return replace(made, code=Markup(code))  # noqa: S704 - Pygments escapes
        if made.kind == "text":
            return replace(made, code=escape(decoded(beginning(data))[:LONGEST_CODE]))
        return made

    def _broken(self, rule: Rule, media: MediaView, what: str, hint: str) -> Published:
        self._report(rule, media, what, hint)
        return BROKEN

    def _report(self, rule: Rule, media: MediaView, what: str, hint: str) -> None:
        place = self._places.get(media.source, media.source.name)
        message = f"`{media.source.name}` {what}"
        self.diagnostics.append(Diagnostic(rule, Span(place), message, hint, about=self.about))


def _stem(media: MediaView) -> Path:
    return media.source.with_suffix("")


def _is_captions(media: MediaView) -> bool:
    return media.source.suffix.lower() == ".vtt"
