"""Which files belong to which: captions and transcripts to recordings of their name, and what a student has paired."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from portfolio_gen.model.artifact import RECORDINGS
from portfolio_gen.model.work_views import MediaView

CAPTIONS = frozenset({".vtt", ".srt"})
TRANSCRIPTS = frozenset({".txt", ".md"})


class Companions:
    """The files of a site that are shown with others, and not by themselves."""

    def __init__(self) -> None:
        self.captions: dict[Path, MediaView] = {}
        """Recording to its captions."""
        self.transcripts: dict[Path, MediaView] = {}
        """Recording to the text of all that is said."""
        self._shown_elsewhere: set[Path] = set()

    def introduce(self, media: Iterable[MediaView]) -> None:
        """Learn of the files of one piece of work."""
        media = tuple(media)
        recordings = {_stem(one): one for one in media if one.source.suffix.lower() in RECORDINGS}
        for one in media:
            if found := recordings.get(_stem(one)):
                self._join(found, one)
            for other in (one.before, one.poster):
                if other:
                    self._shown_elsewhere.add(other.source)

    def _join(self, recording: MediaView, other: MediaView) -> None:
        ending = other.source.suffix.lower()
        for endings, kept in ((CAPTIONS, self.captions), (TRANSCRIPTS, self.transcripts)):
            if ending in endings and recording.source not in kept:
                kept[recording.source] = other
                self._shown_elsewhere.add(other.source)

    def belongs_to_another(self, media: MediaView) -> bool:
        """Whether a file is shown with another one, and not by itself."""
        return media.source in self._shown_elsewhere


def _stem(media: MediaView) -> Path:
    return media.source.with_suffix("")
