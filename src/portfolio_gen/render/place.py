"""What a story is told about the page that it stands on, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference in a story leads, as seen from its page."""

    address: str
    show: Callable[[str, bool], Markup] | None = None
    """For a file that can be seen or heard: its markup, given an alt text and whether it stands alone."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a story for search: the id and text of its heading, and its text, both as escaped HTML."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A story that is ready to stand on a page."""

    html: Markup
    sections: tuple[Section, ...]
    lost: tuple[str, ...] = ()
    """Links that lead nowhere, as they are written; files that are not there are the business of `check`."""
    foreign: tuple[str, ...] = ()
    """Pictures and recordings of other hosts; they became links."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a story has to know of the page that it stands on."""

    find: Callable[[str], Target | None]
    """Where a relative reference leads; None when it leads nowhere."""
    prefix: str = "story"
    """Begins all ids of this story, so that two stories on one page do not meet."""
    top: int = 2
    """Level of its highest heading."""
    table: str = "Table"
    """What a wide table's region is called for those who cannot see it."""
    back: str = "Back to the text"
    """What the way back from a footnote is called."""
    english: bool = True
    """Whether straight quotation marks become English ones."""
