"""Where the stories of a blueprint stand: their text, their file and line, and the files they may refer to."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TypeAlias

from portfolio_gen.model.learner_views import ConferenceView, ProfileView
from portfolio_gen.model.pitch_views import PitchView
from portfolio_gen.model.value import dataclass
from portfolio_gen.model.work_views import (
    ArtifactView,
    GoalView,
    MediaView,
    NarrativeView,
)

Told: TypeAlias = (
    "ArtifactView | NarrativeView | GoalView | PitchView | ProfileView | ConferenceView | str"
)
"""What templates may hand to `story`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in Markdown, with what is needed to render it and to say where something is wrong with it."""

    markdown: str
    source: str = ""
    """Path of its file; empty for texts that stand inside a record of the school's."""
    line: int = 1
    language: str = ""
    """Empty for the language of the site."""
    files: Mapping[str, MediaView] = field(default_factory=lambda: MappingProxyType({}))
    """The files beside it, by the names that it calls them by, with accents composed in one way."""


def composed(name: str) -> str:
    """A file's name with its accents stored in one way."""
    return unicodedata.normalize("NFC", name)


def text_of(told: Told) -> Text:
    """The text of a view, or a text alone."""
    match told:
        case ArtifactView():
            files = {composed(name): told.media[place] for name, place in reversed(told.names)}
            return Text(
                markdown=told.narrative,
                source=told.source,
                line=told.narrative_line,
                language=told.language,
                files=files,
            )
        case NarrativeView():
            return Text(
                markdown=told.text, source=told.source, line=told.text_line, language=told.language
            )
        case GoalView() | PitchView() | ProfileView() | ConferenceView():
            return Text(markdown=told.text, source=told.source, line=told.text_line)
        case _:
            return Text(markdown=told)
