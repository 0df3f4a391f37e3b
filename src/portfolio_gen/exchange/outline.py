"""What a file from another program says, in whichever format it came: statements in a tree, and what links them."""

from __future__ import annotations

from portfolio_gen.exchange.document import Pointer
from portfolio_gen.model.dates import Day
from portfolio_gen.model.scale import Scale
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One entry of the other program's tree."""

    key: str
    """Its name within the outline."""
    title: str
    """One line for readers."""
    about: str = ""
    """What else it says."""
    code: str = ""
    """What educators call it, such as `3.OA.A.1`."""
    type: str = ""
    """What the other program calls entries of its kind, such as `Cluster`."""
    identifier: str = ""
    """Identifier under which other programs know it."""
    grades: tuple[str, ...] = ()
    """Grades that it is meant for."""
    own: tuple[str, str] | None = None
    """Kind and id that this program had given it, when it comes from a framework of ours."""
    parent: str = ""
    """Key of the statement that it stands under; empty at the top."""
    depth: int = 1
    """How deep it stands, from 1."""
    pointer: Pointer = ()
    """Where it was read."""


@dataclass(frozen=True, slots=True)
class Link:
    """That one statement has to do with another, of this framework or of another one."""

    kind: str
    """The type of association, as CASE calls it."""
    origin: str
    """Key or identifier of the one."""
    destination: str
    """Key or identifier of the other."""
    pointer: Pointer = ()
    """Where it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree:
    """One level of a criterion, lowest first."""

    id: str = ""
    """The id that this program had given it."""
    title: str
    about: str = ""
    next_step: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One criterion of a table of levels."""

    title: str
    about: str = ""
    statement: str = ""
    """Key of the statement whose levels these are; empty when they are of none."""
    degrees: tuple[Degree, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelTable:
    """Levels of some statements, or of what a committee looks for."""

    title: str
    identifier: str = ""
    own: tuple[str, str] | None = None
    """Kind and id that this program had given it."""
    aim: str = ""
    """Id of the level that is aimed for, when it comes from a framework of ours."""
    aspects: tuple[Aspect, ...] = ()
    pointer: Pointer = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A framework as another program sees it."""

    title: str
    about: str = ""
    version: str = ""
    identifier: str = ""
    changed: Day | None = None
    own: tuple[str, str] | None = None
    origin: tuple[str, ...] = ()
    """Where it comes from and on whose terms, in lines for the people who keep the file."""
    statements: tuple[Statement, ...] = ()
    """Each after the one that it stands under."""
    links: tuple[Link, ...] = ()
    tables: tuple[LevelTable, ...] = ()
    scale: Scale | None = None
    """A scale for all statements, where the format has one."""

    @property
    def depth(self) -> int:
        """How many levels the tree has."""
        return max((one.depth for one in self.statements), default=0)
