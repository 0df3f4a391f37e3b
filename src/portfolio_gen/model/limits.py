"""How much one student may put into a portfolio, so that everybody's can be built and hosted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from portfolio_gen.model.noun import Noun
from portfolio_gen.model.value import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits(Noun):
    """How much there may be of everything; a school with more room may allow more."""

    files_per_artifact: int = 40
    """Most files of one piece of work; those that come after are not shown."""
    megabytes_per_artifact: int = 300
    """Most megabytes of the files of one piece of work; those that come after are not shown."""
    artifacts_per_student: int = 200
    """Most pieces of work of one student."""
    megabytes_per_student: int = 2000
    """Megabytes of the files of all works of one student from which on there is a warning."""

    def admitted(self, sizes: Sequence[int]) -> int:
        """How many files of a work are shown, given their bytes: the first ones, as long as there is room."""
        most = self.megabytes_per_artifact * MEGABYTE
        fitting = sum(total <= most for total in accumulate(sizes))
        return max(0, min(fitting, self.files_per_artifact))
