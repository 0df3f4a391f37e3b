"""Whether a text of the school's names a student."""

from __future__ import annotations

from functools import lru_cache

from portfolio_gen.model.names import Names
from portfolio_gen.model.school import School


def names_a_student(school: School, text: str) -> bool:
    """Whether a text says the id or a name of any student of the school."""
    names = [name for one in school.students for name in (one.id, one.name)]
    names += [one.official_name for one in school.ledgers.values()]
    return bool(text) and _asked_before(text, (*sorted(school.known), *names))


@lru_cache(maxsize=64)
def _asked_before(text: str, names: tuple[str, ...]) -> bool:
    """The same few texts of a school are asked about for every site."""
    return next(Names.of(names).in_text(text), None) is not None
