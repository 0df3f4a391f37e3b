"""Names in texts, however they are spaced, joined or capitalised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from portfolio_gen.model.school import School


def folded(text: str) -> str:
    """Letters and figures alone, so that `Maya  CHEN` and `maya-chen` are one name."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def says_one_of(text: str, names: Iterable[str]) -> bool:
    """Whether a text says one of the names."""
    said = f" {folded(text)} "
    return any(f" {name} " in said for name in map(folded, names) if name)


def names_a_student(school: School, text: str) -> bool:
    """Whether a text says the id or a name of any student of the school."""
    names = [name for one in school.students for name in (one.id, one.name)]
    names += [one.official_name for one in school.ledgers.values()]
    return bool(text) and _asked_before(text, (*sorted(school.known), *names))


@lru_cache(maxsize=64)
def _asked_before(text: str, names: tuple[str, ...]) -> bool:
    """The same few texts of a school are asked about for every site."""
    return says_one_of(text, names)
