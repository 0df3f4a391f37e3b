"""The exhibition as one edition shows it: nothing is in it that is not on the student's own site there."""

from __future__ import annotations

from portfolio_gen.model.value import dataclass
from portfolio_gen.model.work_views import MediaView


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitView:
    """A work in the exhibition."""

    theme: str
    """Id of its theme."""
    title: str
    address: str
    """Of its page, relative to the edition, such as `maya-chen/artifacts/solar-oven/`."""
    language: str
    student: str
    """The name that the edition shows."""
    home: str
    """Folder of the student's site, such as `maya-chen/`."""
    source: str
    """Folder of the work in the school, for diagnostics only; never published."""
    summary: str = ""
    picture: MediaView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """A theme with its works."""

    id: str
    title: str
    about: str
    exhibits: tuple[ExhibitView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitionView:
    """The page of the exhibition."""

    title: str
    about: str
    themes: tuple[ThemeView, ...]
    """Those in which there is something to see, in the school's order."""

    @property
    def exhibits(self) -> tuple[ExhibitView, ...]:
        """All works, theme by theme."""
        return tuple(one for theme in self.themes for one in theme.exhibits)
