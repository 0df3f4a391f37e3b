"""What graduation takes."""

from __future__ import annotations

from typing import Literal

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Noun):
    """What a student must have earned or reached, and by when: some credits, or some learning targets."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """One or two sentences for students and families."""
    level: str | None = None
    """Credit level that counts; without one, the framework's first."""
    count: Literal["all"] | int = "all"
    """How many credits or targets, or `all` of them."""
    domain: str | None = None
    """Only credits or targets of this domain count."""
    credits: tuple[str, ...] = ()
    """Only these credits count."""
    targets: Literal["all"] | tuple[str, ...] = ()
    """It asks for learning targets instead of credits: these, or `all`."""
    at: str | None = None
    """Level of their scale that the targets must reach, perhaps below the one they aim for."""
    phases: tuple[str, ...] = ()
    """Only targets that are usually reached in these phases count."""
    due: str | None = None
    """Phase at whose end the requirement is due."""

    @property
    def about_targets(self) -> bool:
        """Whether it asks for learning targets instead of credits."""
        return bool(self.targets) or bool(self.phases)
