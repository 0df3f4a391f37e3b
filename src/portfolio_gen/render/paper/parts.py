"""The rest of a transcript: credits one by one, the way there, what others saw, courses, other versions."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.model.award_views import AwardView
from portfolio_gen.model.credit_views import CreditView, StandingView
from portfolio_gen.model.standing import State
from portfolio_gen.render.paper.telling import Data, Telling

BEGUN = (State.CLAIMED, State.PITCHED, State.NOT_YET, State.EARNED)


def details(tell: Telling) -> Iterator[Data]:
    """What became of every credit of which anything can be told, domain by domain."""
    groups = [(one.label.title, one.credits) for one in tell.site.domains]
    if tell.site.transferable:
        groups.append((tell.marks.anywhere_title(tell.site.transferable), tell.site.transferable))
    for title, credits in groups:
        if begun := [one for one in credits if one.mark != State.OPEN]:
            yield {"title": title, "credits": [_detail(tell, one) for one in begun]}


def _detail(tell: Telling, credit: CreditView) -> Data:
    awards = {one.level.id: one for one in tell.transcript.awards if one.credit.id == credit.id}
    return {
        "title": credit.short,
        "link": tell.lead(credit.address),
        "lines": [
            _line(tell, credit, one, awards.get(one.level.id))
            for one in credit.standings
            if one.state in BEGUN
        ],
    }


def _line(
    tell: Telling, credit: CreditView, standing: StandingView, award: AwardView | None
) -> Data:
    state = tell.marks.said(standing.state.value, "").lower() if award is None else ""
    said = (standing.level.title, state, tell.when(standing.date))
    return {
        **tell.marks.at(credit, standing, beyond=bool(award and award.beyond)),
        "words": ", ".join(filter(None, said)),
        "by": ", ".join(award.by) if award else "",
        "works": tell.works(standing.works),
    }


def growth(tell: Telling) -> Iterator[Data]:
    """The way to awards, and of learning targets from the first level that was seen to the latest."""
    if tell.transcript.grows:
        yield from (_grown(tell, one) for one in tell.transcript.awards if one.superseded)
        for target in tell.site.progress.targets if tell.site.progress else ():
            if way := target.growth:
                first = f"{tell.when(way.first_date)}: {way.first}"
                yield {
                    "title": target.title,
                    "tries": [first, f"{tell.when(way.latest_date)}: {way.latest}"],
                }


def _grown(tell: Telling, award: AwardView) -> Data:
    """Earlier tries, and the award that they led to."""
    tries = [
        f"{tell.when(one.date)}: " + (tell.say("earned") if one.earned else tell.say("not yet"))
        for one in reversed(award.superseded)
    ]
    return {
        "title": f"{award.credit.title}, {award.level.title.lower()}",
        "tries": [*tries, f"{tell.when(award.date)}: {tell.say('earned')}"],
    }


def requirements(tell: Telling) -> Iterator[str]:
    """How far each requirement is met."""
    for one in tell.transcript.requirements:
        far = tell.said(
            "%(earned)s of %(of)s", earned=tell.number(one.earned), of=tell.number(one.of)
        )
        due = f" ({tell.say('due')} {one.due})" if one.due else ""
        yield f"{one.title}: {tell.say('complete') if one.met else far + due}"


def recognitions(tell: Telling) -> Iterator[Data]:
    """What others have acknowledged, with who gave it and who checked it."""
    for one in tell.transcript.recognitions:
        criteria = one.criteria and tell.said("What it took: %(criteria)s", criteria=one.criteria)
        validator = one.validator and tell.said("confirmed by %(who)s", who=one.validator)
        yield {
            "title": one.title,
            "link": one.url,
            "line": ", ".join((one.issuer, tell.when(one.date))),
            "about": " ".join(filter(None, (one.about, criteria, validator))),
        }


def courses(tell: Telling) -> Data | None:
    """The course list, where the school keeps one."""
    found = tell.transcript.courses
    if found is None:
        return None
    return {
        "title": found.title,
        "about": found.about,
        "courses": [
            {
                "title": one.title,
                "line": tell.dotted(one.type, one.term, one.level, one.note),
                "works": tell.works((one.product,)) if one.product else [],
            }
            for one in found.courses
        ],
    }


def crosswalk(tell: Telling) -> Data | None:
    """What an earlier version of the framework is called today; None where it is the present one."""
    found = tell.transcript.crosswalk
    if found is None:
        return None
    return {
        "title": tell.said("In the words of %(framework)s", framework=found.framework),
        "rows": [
            [", ".join(one.old), ", ".join(one.new) or f"– {one.dropped}"]
            for one in found.crossings
        ],
    }
