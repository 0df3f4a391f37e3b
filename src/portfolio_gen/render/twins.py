"""Twins: pages that are the same in several editions of one student's portfolio, made once for all of them.

While a page is made it is noted what it looks at and what it asks for. Where all that is the same in another edition,
the page is the same; anything else is made anew. So nothing can come from one edition into another that the other would
not have said itself.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from portfolio_gen.model.value import dataclass
from portfolio_gen.render.pages import Sheet
from portfolio_gen.render.place import Placed, Section
from portfolio_gen.render.sight import OUT_OF_SIGHT, out_of_sight
from portfolio_gen.render.texts import Text

Asked = tuple[str, tuple[Any, ...], Any]
"""What a page has asked for: the question, what was given with it, and the answer."""
Ask = Mapping[str, Callable[..., Any]]
"""Who answers which question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The leaves of a page, and all that they rest on."""

    sheet: Sheet
    canonical: str
    looked: Mapping[str, Any]
    """Attributes of the blueprint that the page has looked at."""
    asked: tuple[Asked, ...]
    leaves: tuple[str, ...]
    sections: tuple[Section, ...]
    tints: Mapping[str, str]
    told_of: tuple[tuple[Text, Placed], ...]
    """The stories on it, for what there is to say of them."""


class Edition:
    """One edition's pages as far as others may have them too."""

    def __init__(self, blueprint: Any, others: tuple[Mapping[str, Twin], ...] = ()) -> None:
        """Begin with the pages, by address, of editions that were made before and see the same besides."""
        self.blueprint, self.others = blueprint, others
        self.pages: dict[str, Twin] = {}
        """By address."""
        self._known: dict[tuple[int, int], tuple[Any, Any, bool]] = {}
        self._noting = _Noting(blueprint)
        self._watched = out_of_sight(self._noting, bool=lambda: True)

    def twin(self, sheet: Sheet, canonical: str, ask: Ask) -> Twin | None:
        """A page of another edition that is the same in this one; it has asked here for all that it needs."""
        for other in self.others:
            found = other.get(sheet.address)
            if found and self._is_same(found, sheet, canonical) and _answers(found, ask):
                return found
        return None

    def seen(self, names: Mapping[str, Any], looked: dict[str, Any]) -> dict[str, Any]:
        """What a page that may be shared sees under these names of its site.

        The blueprint's attributes are noted in `looked` from now on, the school is the same in editions that share, and
        whatever else there may be is out of sight: a page that looks at it is made for itself.
        """
        self._noting.looked = looked
        only_here = (one for one in names if one not in ("site", "school"))
        return {"site": self._watched, **dict.fromkeys(only_here, OUT_OF_SIGHT)}

    def _is_same(self, twin: Twin, sheet: Sheet, canonical: str) -> bool:
        mine = (sheet.template, sheet.title, sheet.description, canonical)
        theirs = (twin.sheet.template, twin.sheet.title, twin.sheet.description, twin.canonical)
        return (
            mine == theirs
            and self._equal(twin.sheet.subject, sheet.subject)
            and all(
                self._equal(one, getattr(self.blueprint, name)) for name, one in twin.looked.items()
            )
        )

    def _equal(self, one: Any, other: Any) -> bool:
        """Whether two values are equal, found out once. What was compared is kept, or its number might be another's."""
        key = (id(one), id(other))
        if key not in self._known:
            self._known[key] = (one, other, bool(one == other))
        return self._known[key][-1]


class _Noting:
    """Attributes of a thing by name, each noted when somebody looks at it."""

    def __init__(self, thing: Any) -> None:
        self._thing = thing
        self.looked: dict[str, Any] = {}

    def __contains__(self, name: str) -> bool:
        return hasattr(self._thing, name)

    def __getitem__(self, name: str) -> Any:
        value = self.looked[name] = getattr(self._thing, name)
        return value


def _answers(twin: Twin, ask: Ask) -> bool:
    """Whether all that a page has asked for is answered here as it was there; behind another answer nothing is."""
    return all(ask[question](*given) == answer for question, given, answer in twin.asked)


MOST = 6
"""Editions of one student that are remembered; a preview makes the same ones again and again."""
_album = threading.local()
"""The pages of the one student whom this thread has had last."""


def edition_of(student: Hashable, blueprint: Any, around: tuple[Any, ...]) -> Edition:
    """Begin an edition of a student; what is known of anybody else is forgotten.

    Args:
        student: whose it is, in which school.
        blueprint: what it shows.
        around: what all its pages see besides: school, engine, name, addresses. Where it differs, nothing is shared.
    """
    if getattr(_album, "student", None) != student:
        _album.student, _album.editions = student, []
    others = tuple(pages for seen, pages in _album.editions if seen == around)
    made = Edition(blueprint, others)
    _album.editions = [*_album.editions[1 - MOST :], (around, made.pages)]
    return made
