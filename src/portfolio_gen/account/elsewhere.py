"""Where somebody else's site shows a person: in a team, in a picture, beside a decision or rating, by name."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.account.values import Shown, counted
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.names import Names
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student
from portfolio_gen.model.texts import texts_of


def mentions(
    school: School, person: str, owner: Student, site: SiteBlueprint, allowed: tuple[str, ...]
) -> Iterator[Shown]:
    """Everything that another student's site shows of the person."""
    yield from _in_works(person, owner, site, allowed)
    names = tuple(_names(school, person))
    yield from _in_records(school, owner, site, names, allowed)
    texts = tuple(dict.fromkeys(words for keys, words in texts_of(site) if "source" not in keys))
    for name in names:
        found = Names.of([name], fewest=2)
        # Where a name stands alone, it has been told of already.
        if times := sum(any(found.in_text(one)) for one in texts if one != name):
            words = f"{name}, in {counted(times, 'text')}"
            yield Shown("name", words, site.person.address, allowed)


def _in_works(
    person: str, owner: Student, site: SiteBlueprint, allowed: tuple[str, ...]
) -> Iterator[Shown]:
    """Where a work names the person as a teammate, or in a picture that is published."""
    works = {one.slug: one for one in owner.artifacts}
    for view in site.artifacts:
        work, where = works[view.slug], site.person.address + view.address
        for place, mate in enumerate(work.team):
            if mate.student == person:
                because = f"called “{view.team[place].name}” there ({work.marks.at('team', place)})"
                yield Shown("part in a team", view.title, where, (because, *allowed))
        published = {one.source for one in view.media}
        for place, media in enumerate(work.media):
            if person in media.people and media.source in published:
                because = f"recognisable there ({work.marks.at('media', place)})"
                yield Shown("picture", view.title, where, (because, *allowed))


def _in_records(
    school: School,
    owner: Student,
    site: SiteBlueprint,
    names: tuple[str, ...],
    allowed: tuple[str, ...],
) -> Iterator[Shown]:
    """Decisions, ratings and reports beside which the person is named."""
    targets = site.progress.targets if site.progress else ()
    said_by: dict[str, list[tuple[str, ...]]] = {
        "decisions": [one.committee for credit in site.credits for one in credit.decisions],
        "ratings": [one.by for target in targets for one in target.attempts],
        "habits": [(one.by,) for one in site.transcript.habits] if site.transcript else [],
    }
    ledger = school.ledgers.get(owner.id)
    record = (f"the school's record ({ledger.marks.path})",) if ledger else ()
    for what, signed in said_by.items():
        if times := sum(not set(names).isdisjoint(by) for by in signed):
            words = f"named beside {times}"
            where = site.person.address + ("targets/" if what == "ratings" else "transcript/")
            yield Shown(what, words, where, (*record, *allowed))


def _names(school: School, person: str) -> Iterator[str]:
    """The person's names as pages would say them."""
    ledger = school.ledgers.get(person)
    every = [
        *(one.name for one in school.students if one.id == person),
        *(one.name for one in school.committee.members if one.id == person),
        *([ledger.official_name] if ledger else []),
    ]
    yield from dict.fromkeys(every)
