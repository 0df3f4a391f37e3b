"""The files of one site: each original is published once, under a name made of its content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from portfolio_gen.model.tell import NOTHING, tell, why
from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render import rules
from portfolio_gen.render.cache import keep_highlighted, keep_leaves, keep_scrubbed
from portfolio_gen.render.cells import shown_cells
from portfolio_gen.render.derived import Derived
from portfolio_gen.render.desk import Desk
from portfolio_gen.render.kinds import DRAWING, Kind, Nature, nature_of, says_otherwise
from portfolio_gen.render.leaves import CannotDraw
from portfolio_gen.render.photographs import publish_picture
from portfolio_gen.render.published import BROKEN, Published
from portfolio_gen.render.readings import LONGEST_CODE, beginning, decoded, table_of
from portfolio_gen.render.recordings import with_company
from portfolio_gen.render.scrub.values import CannotScrub, Scrubbed
from portfolio_gen.render.scrub.work import can_scrub
from portfolio_gen.render.words import size

MOST_BYTES = 100_000_000
"""Of one file; many hosts refuse larger ones."""
MOST_BYTES_READ: Mapping[Kind, int] = {"data": 10_000_000, "captions": 10_000_000}
"""The same for kinds of which every word is looked at."""
PATIENCE = 8.0
"""Seconds of processor time for all files of one piece of work, beyond what any file may take."""
_LIGHTER = tell(
    "look at what is said about the others; make them smaller, or share them out over two works"
)


class Cabinet(Desk):
    """Publishes a site's media, each original once."""

    def __init__(self, *how: Any, **more: Any) -> None:
        super().__init__(*how, **more)
        self.passing = False
        """Whether an original could not be read just now, and may be there again the next time."""
        self._done: dict[Path, Published] = {}

    def introduce(self, media: Iterable[MediaView], folder: str) -> None:
        """Say in which of the school's folders these originals lie, and that they lie there together."""
        media = tuple(media)
        for one in media:
            self.places.setdefault(one.source, f"{folder}/{one.source.name}")
        self.companions.introduce(media)

    def publish(self, media: MediaView) -> Published:
        """Publish an original and say what became of it; broken files are reported once."""
        if media.source not in self._done:
            self._done[media.source] = BROKEN  # captions of captions end here
            with self.staging.clock.aside(self.places.get(media.source, media.source.name)):
                self._done[media.source] = self._published(media)
        return self._done[media.source]

    def _published(self, media: MediaView) -> Published:
        if self.spent.get(media.source.parent, 0.0) > PATIENCE:
            what = tell(
                "is not looked at, for the other files of this work have taken too long already"
            )
            return self.broken(rules.WORK_TOO_HEAVY, media, what, _LIGHTER)
        try:
            if (has := media.source.stat().st_size) > MOST_BYTES:
                return self._too_large(media, has, MOST_BYTES)
            data = media.source.read_bytes()
        except OSError as error:
            self.passing = True
            what = tell(
                "cannot be read: %(reason)s", reason=error.strerror or tell("unknown reason")
            )
            return self.broken(rules.FILE_UNREADABLE, media, what, NOTHING)
        if not data:
            hint = tell("save it again, or take it out of the artifact")
            return self.broken(rules.FILE_EMPTY, media, tell("is empty"), hint)
        return self._sized(media, self._by_its_nature(media, data))

    def _by_its_nature(self, media: MediaView, data: bytes) -> Published:
        nature = nature_of(media.source.name, data[:4096])
        most = MOST_BYTES_READ.get(nature.kind, MOST_BYTES)
        if len(data) > most:
            return self._too_large(media, len(data), most)
        if nature.kind == "picture":
            return publish_picture(self, media, data)
        return self._file(media, data, nature)

    def _sized(self, media: MediaView, made: Published) -> Published:
        if made.kind == "broken":
            return made
        words = size(made.bytes, self.language)
        return replace(made, size=words, extension=media.source.suffix.lower().lstrip("."))

    def _too_large(self, media: MediaView, has: int, most: int) -> Published:
        hint = tell("make it shorter or smaller, or link to it")
        what = tell(
            "has %(has)s, and %(most)s is the most", has=size(has, "en"), most=size(most, "en")
        )
        return self.broken(rules.FILE_TOO_LARGE, media, what, hint)

    def _file(self, media: MediaView, data: bytes, nature: Nature) -> Published:
        if says_otherwise(media.source.name, nature):
            what, hint = (
                tell("is not what its name says"),
                tell("save it again in the format of its name"),
            )
            return self.broken(rules.NOT_WHAT_IT_SAYS, media, what, hint)
        try:
            clean = self._clean(media, data, nature)
        except CannotScrub as error:
            hint = tell("save it again, or as another kind of file")
            return self.broken(
                rules.FILE_UNREADABLE,
                media,
                tell("cannot be shown: %(error)s", error=why(error)),
                hint,
            )
        made = Published(
            kind=nature.kind,
            address=self.lay(clean.data, nature.extension),
            type=nature.type,
            bytes=len(clean.data),
            pages=clean.pages,
        )
        if nature.kind in ("audio", "video"):
            return with_company(self, self.publish, media, made, clean.data)
        return self._readable(made, media, clean.data)

    def _clean(self, media: MediaView, data: bytes, nature: Nature) -> Scrubbed:
        """The file without metadata and without anything that would run; says when that cannot be."""
        if nature is DRAWING:
            what = tell("is offered as a file, and not shown: such a drawing can hold programs")
            hint = tell("save it as a PNG too, and list that, if readers should see it")
            self.report(rules.DRAWING_NOT_SHOWN, media, what, hint)
        if can_scrub(nature.extension):
            clean = self.counted(media, keep_scrubbed(self.cache, data, nature.extension))
            if clean.disarmed:
                what = tell("would have run a program; that part is not published")
                hint = tell("nothing, if the rest is as you want it")
                self.report(rules.FILE_DISARMED, media, what, hint)
            return clean
        if nature.kind == "file":
            what = tell("is published as it is, with whatever it says about its maker")
            hint = tell("look into its properties before you share it, or export it as a PDF")
            self.report(rules.METADATA_KEPT, media, what, hint)
        return Scrubbed(data)

    def _readable(self, made: Published, media: MediaView, data: bytes) -> Published:
        """A file with what can be read of it on the page."""
        if made.kind == "document":
            return self._leafed(made, media, data)
        if made.kind == "notebook":
            return replace(made, cells=shown_cells(self, media, data))
        if made.kind == "data":
            table = table_of(data)
            return replace(made, rows=table.rows, more=table.more)
        if made.kind == "code":
            extension = media.source.suffix.lower().lstrip(".")
            code = self.counted(media, keep_highlighted(self.cache, data, extension))
            return replace(made, code=Markup(code))  # noqa: S704 - Pygments escapes
        if made.kind == "text":
            return replace(made, code=escape(decoded(beginning(data))[:LONGEST_CODE]))
        return made

    def _leafed(self, made: Published, media: MediaView, data: bytes) -> Published:
        """A PDF with its first pages as pictures, if they can be drawn."""
        try:
            leaves = self.counted(media, keep_leaves(self.cache, data))
        except CannotDraw:
            return made
        first = self.lay_sizes(leaves.first)
        others = (self.lay_sizes(Derived((one,), "")) for one in leaves.others)
        return replace(
            made,
            width=first.width,
            height=first.height,
            sources=first.sources,
            tint=first.tint,
            leaves=(first.address, *(one.address for one in others)),
        )
