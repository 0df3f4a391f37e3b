"""By which names a school knows its students, and whether a text of the school's names one."""

from __future__ import annotations

from functools import lru_cache

from portfolio_gen.model.names import Names, words_of
from portfolio_gen.model.school import School


def is_on_record(school: School, student: str, name: str) -> bool:
    """Whether a name says nothing but words of the student's official name, or of their id.

    Any other is a name that only the student has given themselves, and may be any words whatever.
    """
    ledger = school.ledgers.get(student)
    official = ledger.official_name if ledger else ""
    return {*words_of(student), *words_of(official)}.issuperset(words_of(name))


def names_a_student(school: School, text: str) -> bool:
    """Whether a text says the id or a name of any student of the school.

    What students have only given themselves counts where it is written like a name.
    """
    if not text:
        return False
    ids = school.known.union(one.id for one in school.students)
    known = [*sorted(ids), *(one.official_name for one in school.ledgers.values())]
    given: list[str] = []
    for one in school.students:
        (known if is_on_record(school, one.id, one.name) else given).append(one.name)
    return _asked_before(text, tuple(known), tuple(given))


@lru_cache(maxsize=64)
def _asked_before(text: str, known: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """The same few texts of a school are asked about for every site."""
    looked_for = Names.of(known), Names.of(given, capitals=True)
    return any(next(names.in_text(text), None) for names in looked_for)
