"""The exhibition: which works of a site stand in it, and the page that is made of the works of all sites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portfolio_gen.model.artifact import PICTURES
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.exhibition_views import ExhibitionView, ExhibitView, ThemeView
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.work_views import MediaView
from portfolio_gen.plan.sight import Sight


def plan_exhibits(sight: Sight, site: SiteBlueprint) -> Iterator[ExhibitView]:
    """The works of a site that its student has put into the exhibition; drafts stay at home."""
    shown = sight.school.settings.exhibits(site.edition)
    themes = {one.id for one in shown.themes} if shown else set()
    for work in site.artifacts:
        noun = sight.works[work.slug]
        theme = sight.student.exhibits.get(work.slug)
        if theme in themes and site.edition in noun.audience and not work.draft:
            yield ExhibitView(
                theme=theme or "",
                title=work.title,
                address=site.person.address + work.address,
                language=work.language,
                student=site.person.name,
                home=site.person.address,
                source=work.source.rpartition("/")[0],
                summary=work.summary,
                picture=work.cover if work.cover and is_picture(work.cover) else None,
            )


def is_picture(media: MediaView) -> bool:
    """Whether a cover hangs on a wall as it is; of anything else only its title does."""
    return media.source.suffix.lower() in PICTURES


def plan_exhibition(
    school: School, edition: EditionName, exhibits: Iterable[ExhibitView]
) -> ExhibitionView | None:
    """The exhibition of an edition; None where the school has none there, or nothing is in it.

    `exhibits` are those of all its sites, perhaps with some whose theme the school has taken away since.
    """
    shown = school.settings.exhibits(edition)
    ordered = sorted(exhibits, key=lambda one: (one.title.casefold(), one.address))
    themes = tuple(
        ThemeView(id=theme.id, title=theme.title, about=theme.about or "", exhibits=inside)
        for theme in (shown.themes if shown else ())
        if (inside := tuple(one for one in ordered if one.theme == theme.id))
    )
    if shown is None or not themes:
        return None
    return ExhibitionView(title=shown.title, about=shown.about or "", themes=themes)
