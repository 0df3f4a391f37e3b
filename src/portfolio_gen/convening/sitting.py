"""A session with everything that its papers say: the people and pitches as the committee's edition shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from portfolio_gen.evaluate import evaluate
from portfolio_gen.hallway.sittings import session_views
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.office import CACHE
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.session_views import SessionView
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan import plan_site
from portfolio_gen.proceedings import CannotProceed, open_school, session_of
from portfolio_gen.render import Workshop, theme_folders


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A session ready to be put on paper."""

    school: School
    session: Session
    view: SessionView
    sites: Mapping[str, SiteBlueprint]
    """Student to site, of those who are heard, as the committee's edition has them."""
    workshop: Workshop


def open_sitting(root: Path, wanted: str, on: Day) -> Sitting:
    """A session, read and planned.

    Raises:
        CannotProceed: the school cannot be read, has no such session, or no such theme.
    """
    root = root.absolute()
    school = open_school(root)
    session = session_of(school, wanted)
    heard = {(one.pitch or "").partition("/")[0] for one in session.pitches}
    sites = {one.id: site_of(school, one, on) for one in school.students if one.id in heard}
    people = tuple(replace(site.person, id=one) for one, site in sites.items() if site)
    alone = replace(school, sessions=(session,))
    (view,) = session_views(alone, people, on)
    return Sitting(
        school=school,
        session=session,
        view=view,
        sites={one: site for one, site in sites.items() if site},
        workshop=workshop_of(school),
    )


def site_of(school: School, student: Student, on: Day) -> SiteBlueprint | None:
    """A student's site in the committee's edition; None when they are not in it."""
    unreleased = school.settings.policy("committee").unreleased
    standings = evaluate(
        school.framework_for(student.id),
        student,
        school.ledgers.get(student.id),
        on=None if unreleased else on,
    )
    return plan_site(school, student, "committee", standings=standings, on=on)


def workshop_of(school: School) -> Workshop:
    """What the committee's papers are made with.

    Raises:
        CannotProceed: there is no theme of the name that the school gives.
    """
    themes = theme_folders(school.root, school.settings.theme.name)
    if not themes:
        raise CannotProceed(
            f"there is no theme `{school.settings.theme.name}`; name a folder of themes/ in portfolio.yml"
        )
    return Workshop(edition="committee", themes=themes, cache=school.root / CACHE)
