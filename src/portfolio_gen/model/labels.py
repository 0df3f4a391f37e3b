"""The smallest things that pages show everywhere: labels and links to work."""

from __future__ import annotations

from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelView:
    """A domain, a competency, a level or a phase as readers see it."""

    id: str
    title: str
    about: str = ""
    hue: str = ""
    hue_dark: str = ""
    address: str = ""
    """Page about it, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLink:
    """A piece of work that something rests on."""

    title: str
    address: str = ""
    """Empty when this edition does not show the work itself."""
    changed: bool = False
    """Whether the work is no longer what the committee saw."""
