"""What a student has already, and how much more there may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room that is left in a student's folder."""

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Folder of the student to the names that are taken there, without endings."""
    limit: int = 200
    """Most pieces of work that a student may have."""
    files: int = 40
    """Most files of one piece of work."""
    megabytes: int = 300
    """Most megabytes of the files of one piece of work."""

    def taken(self, shelf: str) -> frozenset[str]:
        """Names that nothing new may have."""
        return self.names.get(shelf, frozenset())

    @property
    def works(self) -> int:
        """How many more pieces of work there may be."""
        return max(0, self.limit - len(self.taken("artifacts")))
