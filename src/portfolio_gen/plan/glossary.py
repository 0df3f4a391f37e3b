"""The glossary of a site: the words that its pages use, with the school's own meanings where it has written some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.glossary import Meaning
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.terms import Term
from portfolio_gen.plan.sight import Sight


def plan_glossary(sight: Sight, site: SiteBlueprint) -> tuple[LabelView, ...]:
    """Every word that may need one on this site; its meaning is empty where the program's own holds.

    An entry of the school's with the same id takes the place of the program's; all others of its own follow.
    """
    written = {one.id: one for one in sight.framework.glossary}
    entries = [_as_written(one, written) for one in _entries(sight, site)]
    known = {one.id for one in entries}
    more = [_of_school(one) for one in written.values() if one.id not in known]
    return (*entries, *more) if site.domains else ()


def _as_written(entry: LabelView, written: Mapping[str, Meaning]) -> LabelView:
    return _of_school(written[entry.id]) if entry.id in written else entry


def _of_school(one: Meaning) -> LabelView:
    return LabelView(id=one.id, title=one.title, about=one.about)


def _entries(sight: Sight, site: SiteBlueprint) -> Iterator[LabelView]:
    """In the order in which one explains the next."""
    yield _term(sight, "artifact")
    yield from _own_pages(site)
    if site.credits:
        yield from _credits(sight, site)
    if site.progress:
        yield from _learning(sight, site)
    if site.transcript:
        yield from _transcript(sight, site)
    if site.tags:
        yield _term(sight, "tag")
    yield _fixed("edition")
    yield _fixed("consent")


def _own_pages(site: SiteBlueprint) -> Iterator[LabelView]:
    """What students write about themselves."""
    if site.opening or site.narratives:
        yield _fixed("narrative")
    if site.goals:
        yield _fixed("goal")
    if site.profile:
        yield _fixed("profile")
    if site.milestones:
        yield _fixed("milestone")
    if site.conference:
        yield _fixed("conference")


def _credits(sight: Sight, site: SiteBlueprint) -> Iterator[LabelView]:
    yield _term(sight, "credit")
    yield from (replace(one, id=f"level-{one.id}") for one in site.levels if len(site.levels) > 1)
    yield _term(sight, "domain")
    if site.competencies:
        yield _term(sight, "competency")
        yield from (
            replace(one, id=f"competency-{one.id}") for one in site.competencies if one.about
        )
    yield from map(_fixed, ("claim", "evidence"))
    policies = {one.policy for one in sight.framework.levels}
    if "committee-decision" in policies:
        yield _term(sight, "pitch")
        yield _term(sight, "committee")
    if "educator-decision" in policies:
        yield _term(sight, "educator")
    yield from map(_fixed, ("decision", "rubric", "earned", "open"))
    if sight.access.attempts:
        yield _fixed("not-yet")


def _learning(sight: Sight, site: SiteBlueprint) -> Iterator[LabelView]:
    yield _term(sight, "target")
    yield _term(sight, "scale")
    yield _term(sight, "rating")
    if not site.credits:
        yield _fixed("not-yet")
        yield _fixed("open")
    yield _fixed("insufficient")
    if site.progress and site.progress.badges:
        yield _term(sight, "badge")
    if site.progress and site.progress.strands:
        yield _term(sight, "strand")


def _transcript(sight: Sight, site: SiteBlueprint) -> Iterator[LabelView]:
    yield _fixed("transcript")
    transcript = site.transcript
    assert transcript is not None  # noqa: S101 - the caller has asked
    if transcript.requirements:
        yield _term(sight, "requirement")
    if sight.framework.phases:
        yield _term(sight, "phase")
    if transcript.habits or transcript.observed:
        yield _term(sight, "habit")
    if transcript.courses:
        yield _term(sight, "course")
    if transcript.recognitions:
        yield _fixed("recognition")
    yield _fixed("framework")
    if transcript.crosswalk:
        yield _fixed("crosswalk")
    if transcript.record:
        yield _fixed("record")


def _term(sight: Sight, term: Term) -> LabelView:
    """One of the words that a school may rename, and explain."""
    wording = sight.framework.terms.get(term)
    about = (wording.about or "") if wording else ""
    return LabelView(id=term, title=sight.framework.called(term), about=about)


def _fixed(name: str) -> LabelView:
    """A word that has the same name in every school; the theme says it in its language."""
    return LabelView(id=name, title="")
