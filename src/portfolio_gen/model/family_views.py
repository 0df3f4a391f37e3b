"""What the family edition's front page says in sentences; all of it stands elsewhere on the same site."""

from __future__ import annotations

from typing import Literal, TypeAlias

from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.value import dataclass

NextKind: TypeAlias = Literal["pitched", "rework", "claimed", "target", "requirement"]
"""What comes next: a committee's answer, another try, a pitch, a learning target, a requirement that is due."""

QuestionKind: TypeAlias = Literal[
    "failure",
    "pitched",
    "not-yet",
    "heading",
    "team",
    "earned",
    "before",
    "outside",
    "claimed",
    "goal",
    "hardest",
    "proud",
    "first",
]
"""What a question to ask at home is made from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextView:
    """The one step that is closest."""

    kind: NextKind
    label: LabelView
    """The credit, target or requirement by its name."""
    level: str = ""
    """Title of the credit level, where it is not the one that everybody is to reach."""
    by_educator: bool = False
    """Whether one educator answers a pitch, and no committee."""
    until: str = ""
    """Title of the phase at whose end it is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question to ask at home."""

    kind: QuestionKind
    about: LabelView | None = None
    """The piece of work or the goal that it is about."""
    language: str = ""
    """Language that its title is written in."""
    detail: str = ""
    """A heading of the student's own, a skill, or a credit, by its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankView:
    """Credits that have not been started, and when they usually are."""

    usually: str
    """Title of the phase."""
    credits: tuple[LabelView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """Where a student stands and what is next, for those at home."""

    level: str
    """Title of the credit level that everybody is to reach; empty where there is one level alone."""
    earned: int
    of: int
    beyond: tuple[tuple[str, int], ...] = ()
    """Titles of further levels at which something has been earned, and how many credits."""
    reached: int = 0
    targets: int = 0
    """Learning targets that count, where they are told and are not simply the credits."""
    works: int = 0
    next: NextView | None = None
    questions: tuple[QuestionView, ...] = ()
    """Up to three, each of another kind."""
    blanks: tuple[BlankView, ...] = ()
    """By phase, in the framework's order; nothing where the framework does not say when credits are usual."""
