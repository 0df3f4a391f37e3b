"""Who rated, as an edition may name them; classmates are children, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from portfolio_gen.model.names import words_of
from portfolio_gen.model.rating import RaterRole, Rating
from portfolio_gen.model.school import School
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan.credits import member_name
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.words import A_CLASSMATE, A_TEACHER, AN_EXPERT, a_member

WORDS: Mapping[RaterRole, str] = {
    "peer": A_CLASSMATE,
    "teacher": A_TEACHER,
    "expert": AN_EXPERT,
}
"""What stands for somebody who may not be named; a member of the committee is called as the school calls it."""


def rater_names(sight: Sight, rating: Rating) -> tuple[str, ...]:
    """Names of who rated, or words for those who may not be named here; none for the student themselves."""
    if rating.rater == "self":
        return ()
    if rating.rater == "peer":
        return tuple(dict.fromkeys(_peer_name(sight, one) for one in rating.by))
    return tuple(dict.fromkeys(_adult_name(sight, one, rating.rater) for one in rating.by))


def named_peers(sight: Sight) -> Iterator[str]:
    """Ids of the classmates whose names stand beside ratings here."""
    for rating in sight.ledger.ratings if sight.ledger else ():
        if rating.rater == "peer" and not rating.modified:
            for written in rating.by:
                called = _called(sight, written)
                if called and all(sight.classmate(one) for one in called):
                    yield from called


def _adult_name(sight: Sight, written: str, role: RaterRole) -> str:
    """A member of the committee file under their id, an expert from outside as the school wrote them."""
    if any(one.id == written for one in sight.school.committee.members):
        return member_name(sight, written)
    named = role == "expert" and sight.names_member(written)
    return written if named else WORDS.get(role) or a_member(sight.framework)


def _peer_name(sight: Sight, written: str) -> str:
    """A classmate's preferred name if everybody who may be meant may be named here."""
    called = _called(sight, written)
    if not called:
        return written if sight.names_member(written) else A_CLASSMATE
    mates = [mate for one in called if (mate := sight.classmate(one))]
    if len(mates) < len(called):
        return A_CLASSMATE
    if len(mates) == 1:
        return mates[0].name
    words = _words(written)
    return written if all(words <= _words(mate.name) for mate in mates) else A_CLASSMATE


def _called(sight: Sight, written: str) -> tuple[str, ...]:
    """Ids of the other students who may be meant by a name: `Theo` may be anybody who is called so."""
    words = _words(written)
    by_word = _students_by_word(_Roll(sight.school))
    found = (by_word.get(one, frozenset()) for one in words)
    meant = frozenset.intersection(*found) if words else frozenset()
    return tuple(sorted(meant - {sight.student.id}))


@dataclass(frozen=True, slots=True, eq=False)
class _Roll:
    """The students of a school as a key, the same for every version of its framework."""

    school: School

    def __hash__(self) -> int:
        return id(self.school.students)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Roll)
            and self.school.students is other.school.students
            and self.school.ledgers is other.school.ledgers
        )


@lru_cache(maxsize=2)
def _students_by_word(roll: _Roll) -> Mapping[str, frozenset[str]]:
    """Each word of a name to the ids of those who bear it: preferred and official names, and ids."""
    school = roll.school
    bearers: dict[str, set[str]] = {}
    for student, name in _names(school):
        for word in _words(name):
            bearers.setdefault(word, set()).add(student)
    return {word: frozenset(students) for word, students in bearers.items()}


def _names(school: School) -> Iterable[tuple[str, str]]:
    yield from ((one, one) for one in school.known)
    yield from ((one.id, name) for one in school.students for name in (one.id, one.name))
    yield from ((student, one.official_name) for student, one in school.ledgers.items())


def _words(name: str) -> frozenset[str]:
    return frozenset(words_of(name))
