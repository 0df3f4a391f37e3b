"""What an account is made of."""

from __future__ import annotations

from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that an edition shows of a person."""

    what: str
    """Such as `name`, `portrait`, `work`."""
    words: str
    """What it says, or what it is called."""
    where: str
    """Address of the page, in the edition."""
    because: tuple[str, ...]
    """Who allowed it, with the place where that is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionAccount:
    """What one edition shows of a person."""

    edition: EditionName
    because: tuple[str, ...]
    """Why it shows anything of the person, or nothing."""
    site: str
    """Address of that site; empty without one."""
    shown: tuple[Shown, ...]


def counted(count: int, one: str, many: str = "") -> str:
    """A number of things, as in `1 decision` and `27 decisions`."""
    return f"{count} {one if count == 1 else many or one + 's'}"
