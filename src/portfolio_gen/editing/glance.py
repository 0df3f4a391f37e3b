"""A page as it would become if what somebody is just typing were saved: the whole way of a build, for one page."""

from __future__ import annotations

from portfolio_gen.editing.drawer import Drawer
from portfolio_gen.editing.sheet import Glimpse, as_drafted, me_in
from portfolio_gen.hallway.records import site_of
from portfolio_gen.model.dates import Day
from portfolio_gen.model.office import CACHE
from portfolio_gen.model.settings import EditionName
from portfolio_gen.render import Workshop, render_page, theme_folders


def page_as_drafted(
    drawer: Drawer,
    place: str,
    text: str,
    seen: Glimpse,
    *,
    edition: EditionName,
    address: str,
    on: Day,
) -> str | None:
    """A page of the student's site as HTML; nothing of the text reaches a disk.

    Args:
        drawer: whose folder it is.
        place: the file that is being written.
        text: all of it.
        seen: the school as it was looked at last.
        edition: in which the page stands.
        address: of the page in the student's site.
        on: the day on which consents hold.

    Returns:
        None where there would be no such page, or where the school or its theme cannot be read.
    """
    school = as_drafted(drawer, place, text, seen)
    site = site_of(school, me_in(school, drawer), edition, on) if school else None
    if school is None or site is None:
        return None
    try:
        themes = theme_folders(school.root, school.settings.theme.name)
    except OSError:
        return None
    workshop = Workshop(edition=edition, themes=themes, cache=school.root / CACHE)
    return render_page(site, workshop, address) if themes else None
