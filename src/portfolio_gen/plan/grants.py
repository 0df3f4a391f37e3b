"""What a published site rests on: who agreed to which field; kept with it, so that a withdrawal finds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from portfolio_gen.model.access import Access, access, agreed_fields
from portfolio_gen.model.dates import Day
from portfolio_gen.model.names import Names, Words, words_of
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName, EditionPolicy
from portfolio_gen.model.student import Student
from portfolio_gen.model.texts import texts_of
from portfolio_gen.plan.raters import named_peers
from portfolio_gen.plan.sight import Sight, is_named, look
from portfolio_gen.plan.telling import tells_attempts
from portfolio_gen.plan.things import shown_things, taken_back

EDITION = "."
"""Stands in a grant for the school, which grants what the whole edition shows; nobody's id has a dot."""
SHOWS = "shows "
"""Begins what a grant says of a thing of the student's own."""


def plan_grants(school: School, student: Student, edition: EditionName, on: Day) -> tuple[str, ...]:
    """Everything that must stay allowed for the site, such as `maya-chen picture` or `maya-chen shows work oven`."""
    granted = access(school, student, edition, on)
    if granted is None:
        return ()
    sight = look(school, student, granted, on)
    things = (f"{student.id} {SHOWS}{one}" for one in shown_things(sight))
    shown = (*_own(student.id, granted), *things, *_others(sight), *_mentioned(sight))
    edition_wide = (*_of_edition(granted.policy), *_of_bridge(school, edition))
    return tuple(sorted({*shown, *_of_profile(sight), *edition_wide}))


def still_granted(
    school: School,
    student: str,
    edition: EditionName,
    on: Day,
    grants: Iterable[str],
    *,
    choice_is_known: bool,
) -> bool:
    """Whether everything that a published site rests on still holds.

    Args:
        school: as it is now.
        student: id of the student whose site it is.
        edition: in which it is published.
        on: day on which consents are judged.
        grants: as `plan_grants` listed them when the site was made.
        choice_is_known: whether the student's own choice could be read; if not, only the school's records count,
            for a slip in a student's file takes nothing from the web that the school and the family agree to.

    What the student has taken back in a file that can be read is taken back all the same.
    """
    policy = school.settings.policy(edition)
    if not policy.build:
        return False
    shared = (
        _of_part(one.id) for one in school.framework.profile if not school.keeps_private(one.id)
    )
    allowed = {
        *_of_edition(policy),
        *shared,
        *_of_bridge(school, edition),
        *_own_now(school, student, edition, on, choice_is_known),
    }
    grants = tuple(grants)
    prefix = f"{student} {SHOWS}"
    things = [one.removeprefix(prefix) for one in grants if one.startswith(prefix)]
    noun = next((one for one in school.students if one.id == student), None)
    if noun and taken_back(noun, edition, policy, things):
        return False
    for grant in grants:
        person, _, field = grant.partition(" ")
        if grant.startswith(prefix):
            continue
        if person in (EDITION, student):
            if grant not in allowed:
                return False
        elif not _other_agrees(school, person, field, edition, on):
            return False
    return True


def _other_agrees(school: School, person: str, field: str, edition: EditionName, on: Day) -> bool:
    """Whether somebody else may still be shown: a student by name as they chose, anybody as they agreed."""
    student = next((one for one in school.students if one.id == person), None)
    if student and field == "name":
        return is_named(school, student, edition, on)
    policy = school.settings.policy(edition)
    return field in agreed_fields(school.consent, person, policy, edition, on)


def _own(student: str, granted: Access) -> Iterator[str]:
    yield f"{student} appears"
    yield from (f"{student} {field}" for field in granted.shows)
    if granted.recognisable:
        yield f"{student} recognisable"
    if granted.grows:
        yield f"{student} growth"


def _own_now(
    school: School, student: str, edition: EditionName, on: Day, choice_is_known: bool
) -> Iterator[str]:
    policy = school.settings.policy(edition)
    noun = next((one for one in school.students if one.id == student), None)
    if noun and (choice_is_known or edition in noun.sharing):
        if granted := access(school, noun, edition, on):
            yield from _own(student, granted)
        return
    agreed = agreed_fields(school.consent, student, policy, edition, on)
    if agreed:
        yield f"{student} appears"
        yield f"{student} growth"
        yield from (f"{student} {field}" for field in agreed)
    if "picture" in agreed:
        yield f"{student} recognisable"


def _others(sight: Sight) -> Iterator[str]:
    """Classmates who are named, and people who can be recognised."""
    if tells_attempts(sight):
        yield from (f"{one} name" for one in named_peers(sight))
    for work in sight.works.values():
        for mate in work.team:
            if mate.student and sight.classmate(mate.student):
                yield f"{mate.student} name"
        for media in work.media:
            if all(sight.shows_person(one) for one in media.people):
                yield from (f"{one} picture" for one in media.people if one != sight.student.id)


def _mentioned(sight: Sight) -> Iterator[str]:
    """Students whose whole names stand in texts that outsiders read: they may be named there, for now."""
    if not sight.access.policy.needs_consent:
        return
    names, owners = _roster(sight.school)
    pages = (*sight.works.values(), *sight.narratives, *sight.goals, *sight.pitches.values())
    learner = (*sight.milestones, *(said for _, said in sight.profile))
    for page in (*pages, *learner, *filter(None, [sight.opening])):
        for _, text in texts_of(page):
            yield from (owners[name] for name in names.in_text(text))


@lru_cache(maxsize=4)
def _roster(school: School) -> tuple[Names, Mapping[Words, str]]:
    """Whole names of all students, and what each needs to be said."""
    official = {
        tuple(words_of(one.official_name)): f"{student} full-name"
        for student, one in school.ledgers.items()
    }
    preferred = {tuple(words_of(one.name)): f"{one.id} name" for one in school.students}
    owners = official | preferred
    return Names.of((" ".join(one) for one in owners), fewest=2), owners


def _of_profile(sight: Sight) -> Iterator[str]:
    """Parts of the learner profile, for the school may say later that one is shared with nobody."""
    if sight.access.edition != "self":
        yield from (_of_part(part.id) for part, _ in sight.profile)


def _of_bridge(school: School, edition: EditionName) -> Iterator[str]:
    """The bridge sheet, where any version of the framework wants it in the edition."""
    bridges = (one.bridge for one in school.all_frameworks())
    if any(edition in one.editions for one in bridges if one):
        yield f"{EDITION} bridge"


def _of_part(part: str) -> str:
    return f"{EDITION} profile {part}"


def _of_edition(policy: EditionPolicy) -> Iterator[str]:
    shown = {
        "attempts": policy.attempts,
        "drafts": policy.drafts,
        "feedback": policy.feedback,
        "habits": policy.habits,
        "listed": not policy.unlisted,
        "progress": policy.progress,
        "unreleased": policy.unreleased,
        "without-consent": not policy.needs_consent,
    }
    yield from (f"{EDITION} {name}" for name, on in shown.items() if on)
