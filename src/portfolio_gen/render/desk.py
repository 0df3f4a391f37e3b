"""Where the files of one site are worked on: what was spent on each, what is wrong with it, where it is laid."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TypeVar

from portfolio_gen.diagnostics import Diagnostic, Rule, Span, Told
from portfolio_gen.model.tell import tell
from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render.cache import Kept
from portfolio_gen.render.companions import Companions
from portfolio_gen.render.derived import Derived
from portfolio_gen.render.published import BROKEN, Published
from portfolio_gen.render.staging import Staging

PATIENCE_PER_FILE = 1.0
"""Seconds of processor time that any file may take; what it takes beyond is put on its work's account."""
T = TypeVar("T")


class Desk:
    """Writes media into `folder` (an address ending in a slash) of a site's staging."""

    def __init__(
        self,
        staging: Staging,
        cache: Path,
        language: str,
        *,
        folder: str = "media/",
        about: str = "",
    ) -> None:
        self.staging, self.cache, self.language = staging, cache, language
        self.folder, self.about = folder, about
        self.companions = Companions()
        self.diagnostics: list[Diagnostic] = []
        self.places: dict[Path, str] = {}
        """Path of each original in the school."""
        self.spent: dict[Path, float] = {}
        """Seconds beyond what any file may take, by the folder of a work."""
        self._said: set[Rule] = set()

    def counted(self, media: MediaView, kept: Kept[T]) -> T:
        """What was made of an original; the time that it took beyond what any file may is put on its work's account.

        It is the time that it took when it was made, so that all editions and all builds decide alike.
        """
        folder = media.source.parent
        beyond = max(0.0, kept.seconds - PATIENCE_PER_FILE)
        self.spent[folder] = self.spent.get(folder, 0.0) + beyond
        return kept.get()

    def lay(self, data: bytes, extension: str) -> str:
        """Write a file under a name made of its content; its address."""
        address = f"{self.folder}{hashlib.sha256(data).hexdigest()[:16]}{extension}"
        self.staging.write(address, data)
        return address

    def lay_sizes(self, made: Derived) -> Published:
        """Write the sizes of a picture; all their names begin with the digest of the largest."""
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

    def report_once(self, rule: Rule, media: MediaView, what: Told, hint: Told) -> None:
        """Say what is wrong with all files alike at the first of them."""
        if rule not in self._said:
            self._said.add(rule)
            self.report(rule, media, what, hint)

    def report(self, rule: Rule, media: MediaView, what: Told, hint: Told) -> None:
        """Say what is wrong with a file."""
        place = self.places.get(media.source, media.source.name)
        message = tell("`%(file)s` %(what)s", file=media.source.name, what=what)
        self.diagnostics.append(Diagnostic(rule, Span(place), message, hint, about=self.about))

    def broken(self, rule: Rule, media: MediaView, what: Told, hint: Told) -> Published:
        """Say why a file cannot be shown."""
        self.report(rule, media, what, hint)
        return BROKEN
