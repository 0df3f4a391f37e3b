"""A transcript as data for its template on paper: every word that will stand there, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.model.labels import LabelView
from portfolio_gen.render import words
from portfolio_gen.render.paper import parts, picture
from portfolio_gen.render.paper.telling import HERE, Data, Telling

SIZES = {"letter": "us-letter", "a4": "a4"}


def whole(tell: Telling) -> Data:
    """Everything that a transcript says."""
    return {**_cover(tell), **_first_view(tell), **_rest(tell), **_end(tell)}


def at_first_sight(tell: Telling) -> Data:
    """What a reader meets first: who, which school, and what has been earned."""
    cover = _cover(tell)
    return {**{one: cover[one] for one in ("name", "eyebrow", "line")}, **_first_view(tell)}


def _cover(tell: Telling) -> Data:
    one, school = tell.transcript, tell.site.school
    called = tell.say("Mastery transcript")
    return {
        "language": tell.language,
        "direction": words.dir_of(tell.language),
        "paper": SIZES[school.paper],
        "title": f"{called}: {one.name}",
        "school": school.name,
        "name": one.name,
        "name_language": tell.site.person.language,
        "name_direction": words.dir_of(tell.site.person.language),
        "eyebrow": tell.dotted(called, tell.say(one.status), tell.when(one.date)),
        "line": tell.dotted(
            ", ".join(filter(None, (school.name, school.place))),
            tell.said("class of %(year)s", year=one.class_of) if one.class_of else "",
            one.framework,
        ),
        "page": tell.said("page %(page)s of %(pages)s", page="{page}", pages="{pages}"),
        "here": tell.lead(HERE),
        "here_words": tell.say("The same as a web page, with everything one click away"),
    }


def _first_view(tell: Telling) -> Data:
    one, site = tell.transcript, tell.site
    many = site.school.word("credits")
    return {
        "picture_title": tell.said("All %(credits)s", credits=many),
        "picture": picture.picture(tell),
        "anywhere": picture.anywhere(tell),
        "legend": [*tell.marks.legend(site.credits)],
        "featured_title": tell.said("Featured %(credits)s", credits=many),
        "featured": [picture.featured(tell, credit) for credit in one.featured],
        "read_title": tell.say("How to read this"),
        "read": tell.story(one.how_to_read),
        "check": picture.check(tell),
    }


def _rest(tell: Telling) -> Data:
    one, school = tell.transcript, tell.site.school
    return {
        "details_title": tell.said("%(credits)s in detail", credits=school.called("credits")),
        "details_columns": [
            school.called("credit"),
            tell.say("Level and date"),
            tell.say("Who decided"),
            tell.say("Evidence"),
        ],
        "details": [*parts.details(tell)],
        "growth_title": tell.say("Growth"),
        "growth": [*parts.growth(tell)],
        "statement_title": tell.say("In my own words"),
        "statement": tell.story(one.statement),
        "habits_title": one.habits_title or school.called("habits"),
        "habits_apart": tell.said(
            "Reported apart from %(credits)s.", credits=school.word("credits")
        ),
        "habits": [
            {"term": tell.dotted(each.term, each.by), "levels": each.levels, "note": each.note}
            for each in one.habits
        ],
        "observed": [
            f"{each.term}, {each.habit}: " + tell.said("most often %(level)s", level=each.usual)
            for each in one.observed
        ],
        "requirements_title": tell.say("On the way to graduation"),
        "requirements": [*parts.requirements(tell)],
        "recognitions_title": tell.say("Recognised by others"),
        "recognitions": [*parts.recognitions(tell)],
        "courses": parts.courses(tell),
    }


def _end(tell: Telling) -> Data:
    one, site = tell.transcript, tell.site
    school = site.school
    levels = [*site.levels, *picture.levels_apart(site)]
    return {
        "profile_title": tell.said("About %(school)s", school=school.name),
        "profile": tell.story(one.profile),
        "key_title": tell.say("What the words mean"),
        "key": [
            [school.called("credits"), _meanings(levels)],
            [school.called("domains"), _meanings(domain.label for domain in site.domains)],
            [school.called("competencies"), _meanings(site.competencies)],
        ],
        "crosswalk": parts.crosswalk(tell),
    }


def _meanings(labels: Iterable[LabelView]) -> list[list[str]]:
    return [[one.title, one.about] for one in labels if one.about]
