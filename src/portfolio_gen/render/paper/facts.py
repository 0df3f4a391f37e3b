"""A transcript as data for its template on paper: every word that will stand there, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from portfolio_gen.model.award_views import AwardView
from portfolio_gen.model.blueprint import SiteBlueprint, TranscriptView
from portfolio_gen.model.credit_views import CreditView, StandingView
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.standing import State
from portfolio_gen.render import words
from portfolio_gen.render.paper.blocks import Block, blocks_of
from portfolio_gen.render.paper.marks import Marks
from portfolio_gen.render.tools import Tools

Data = dict[str, Any]
HERE = "transcript/"
"""Address of the page beside which the paper lies."""
SIZES = {"letter": "us-letter", "a4": "a4"}
BEGUN = (State.CLAIMED, State.PITCHED, State.NOT_YET, State.EARNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that a transcript says, told in plain values."""

    site: SiteBlueprint
    transcript: TranscriptView
    tools: Tools
    say: Callable[[str], str]
    language: str
    marks: Marks
    base: str
    """Web address of the site; empty when the edition has none, and links are relative to the paper."""

    def told(self) -> Data:
        """All of it."""
        return {**self._cover(), **self._first_view(), **self._rest(), **self._end()}

    def first_view(self) -> Data:
        """What a reader meets first: who, which school, and what has been earned."""
        cover = self._cover()
        return {**{one: cover[one] for one in ("name", "eyebrow", "line")}, **self._first_view()}

    # The parts, in the order of reading

    def _cover(self) -> Data:
        one, school = self.transcript, self.site.school
        called = self.say("Mastery transcript")
        return {
            "language": self.language,
            "direction": words.dir_of(self.language),
            "paper": SIZES[school.paper],
            "title": f"{called}: {one.name}",
            "school": school.name,
            "name": one.name,
            "name_language": self.site.person.language,
            "name_direction": words.dir_of(self.site.person.language),
            "eyebrow": self._dotted(called, self.say(one.status), self._when(one.date)),
            "line": self._dotted(
                ", ".join(filter(None, (school.name, school.place))),
                self._said("class of %(year)s", year=one.class_of) if one.class_of else "",
                one.framework,
            ),
            "page": self._said("page %(page)s of %(pages)s", page="{page}", pages="{pages}"),
            "here": self._lead(HERE),
            "here_words": self.say("The same as a web page, with everything one click away"),
        }

    def _first_view(self) -> Data:
        one, site = self.transcript, self.site
        many = site.school.word("credits")
        return {
            "picture_title": self._said("All %(credits)s", credits=many),
            "picture": self._picture(),
            "anywhere": self._anywhere(),
            "legend": [*self.marks.legend(site.credits)],
            "featured_title": self._said("Featured %(credits)s", credits=many),
            "featured": [self._featured(credit) for credit in one.featured],
            "read_title": self.say("How to read this"),
            "read": self._story(one.how_to_read),
            "check": self._check(),
        }

    def _rest(self) -> Data:
        one, school = self.transcript, self.site.school
        return {
            "details_title": self._said("%(credits)s in detail", credits=school.called("credits")),
            "details_columns": [
                school.called("credit"),
                self.say("Level and date"),
                self.say("Who decided"),
                self.say("Evidence"),
            ],
            "details": [*self._details()],
            "growth_title": self.say("Growth"),
            "growth": [self._grown(award) for award in one.awards if award.superseded],
            "statement_title": self.say("In my own words"),
            "statement": self._story(one.statement),
            "habits_title": one.habits_title or school.called("habits"),
            "habits_apart": self._said(
                "Reported apart from %(credits)s.", credits=school.word("credits")
            ),
            "habits": [
                {"term": self._dotted(each.term, each.by), "levels": each.levels, "note": each.note}
                for each in one.habits
            ],
            "observed": [
                f"{each.term}, {each.habit}: "
                + self._said("most often %(level)s", level=each.usual)
                for each in one.observed
            ],
            "requirements_title": self.say("On the way to graduation"),
            "requirements": [*self._requirements()],
            "recognitions_title": self.say("Recognised by others"),
            "recognitions": [*self._recognitions()],
            "courses": self._courses(),
        }

    def _end(self) -> Data:
        one, site = self.transcript, self.site
        school = site.school
        levels = [*site.levels, *_levels_apart(site)]
        return {
            "profile_title": self._said("About %(school)s", school=school.name),
            "profile": self._story(one.profile),
            "key_title": self.say("What the words mean"),
            "key": [
                [school.called("credits"), _meanings(levels)],
                [school.called("domains"), _meanings(domain.label for domain in site.domains)],
                [school.called("competencies"), _meanings(site.competencies)],
            ],
            "crosswalk": self._crosswalk(),
        }

    # Pieces

    def _picture(self) -> Data:
        site = self.site
        gridded = {cell.id for row in site.grid for cell in row.cells if cell}
        inside = [one for domain in site.domains for one in domain.credits]
        others = any(one.id not in gridded for one in inside)
        apart = {one.id for one in _levels_apart(site)}
        levels = [one for one in site.levels if one.id not in apart]
        rows = [
            {
                "title": domain.label.title,
                "link": self._lead(domain.label.address),
                "cells": [self._cell(row.cells[place]) for row in site.grid],
                "others": [
                    {**self.marks.of(one), "title": one.title}
                    for one in domain.credits
                    if one.id not in gridded
                ],
                "counts": [
                    self._counted(count, domain.of, first=level.id == site.levels[0].id)
                    for level, count in domain.earned
                    if level.id not in apart
                ],
            }
            for place, domain in enumerate(site.domains)
        ]
        sums = [
            self._counted(
                sum(n for domain in site.domains for at, n in domain.earned if at.id == level.id),
                sum(domain.of for domain in site.domains),
                first=level.id == site.levels[0].id,
            )
            for level in levels
        ]
        return {
            "columns": [row.label.title for row in site.grid],
            "others": others,
            "others_title": self.say("Further ones")
            if site.grid
            else site.school.called("credits"),
            "domain_title": site.school.called("domain"),
            "levels": [one.title for one in levels],
            "rows": rows,
            "all_title": self.say("All"),
            "all": sums,
        }

    def _cell(self, credit: CreditView | None) -> Data | None:
        return {**self.marks.of(credit), "link": self._lead(credit.address)} if credit else None

    def _counted(self, earned: int, of: int, *, first: bool) -> str:
        if first:
            return self._said(
                "%(earned)s of %(of)s", earned=self._number(earned), of=self._number(of)
            )
        return self._number(earned) if earned else "–"

    def _anywhere(self) -> Data | None:
        free = self.site.transferable
        earned = sum(one.mark in ("earned", "advanced") for one in free)
        return (
            free
            and {
                "title": self.marks.anywhere_title(free),
                "count": self._counted(earned, len(free), first=True),
                "others": [{**self.marks.of(one), "title": one.title} for one in free],
            }
        ) or None

    def _featured(self, credit: CreditView) -> Data:
        best = [one for one in credit.standings if one.state is State.EARNED][-1]
        return {
            **self.marks.of(credit),
            "title": credit.title,
            "link": self._lead(credit.address),
            "line": ", ".join(filter(None, (best.level.title, self._when(best.date)))),
            "works": self._works(best.works),
        }

    def _details(self) -> Iterator[Data]:
        groups = [(one.label.title, one.credits) for one in self.site.domains]
        if self.site.transferable:
            groups.append(
                (self.marks.anywhere_title(self.site.transferable), self.site.transferable)
            )
        for title, credits in groups:
            if begun := [one for one in credits if one.mark != State.OPEN]:
                yield {"title": title, "credits": [self._detail(one) for one in begun]}

    def _detail(self, credit: CreditView) -> Data:
        awards = {one.level.id: one for one in self.transcript.awards if one.credit.id == credit.id}
        return {
            "title": credit.short,
            "link": self._lead(credit.address),
            "lines": [
                self._line(credit, one, awards.get(one.level.id))
                for one in credit.standings
                if one.state in BEGUN
            ],
        }

    def _line(self, credit: CreditView, standing: StandingView, award: AwardView | None) -> Data:
        state = self.marks.said(standing.state.value, "").lower() if award is None else ""
        words_ = (standing.level.title, state, self._when(standing.date))
        return {
            **self.marks.at(credit, standing, beyond=bool(award and award.beyond)),
            "words": ", ".join(filter(None, words_)),
            "by": ", ".join(award.by) if award else "",
            "works": self._works(standing.works),
        }

    def _grown(self, award: AwardView) -> Data:
        tries = [
            f"{self._when(one.date)}: "
            + (self.say("earned") if one.earned else self.say("not yet"))
            for one in reversed(award.superseded)
        ]
        return {
            "title": f"{award.credit.title}, {award.level.title.lower()}",
            "tries": [*tries, f"{self._when(award.date)}: {self.say('earned')}"],
        }

    def _requirements(self) -> Iterator[str]:
        for one in self.transcript.requirements:
            far = self._said(
                "%(earned)s of %(of)s", earned=self._number(one.earned), of=self._number(one.of)
            )
            due = f" ({self.say('due')} {one.due})" if one.due else ""
            yield f"{one.title}: {self.say('complete') if one.met else far + due}"

    def _recognitions(self) -> Iterator[Data]:
        for one in self.transcript.recognitions:
            criteria = one.criteria and self._said(
                "What it took: %(criteria)s", criteria=one.criteria
            )
            validator = one.validator and self._said("confirmed by %(who)s", who=one.validator)
            yield {
                "title": one.title,
                "link": one.url,
                "line": ", ".join((one.issuer, self._when(one.date))),
                "about": " ".join(filter(None, (one.about, criteria, validator))),
            }

    def _courses(self) -> Data | None:
        courses = self.transcript.courses
        if courses is None:
            return None
        return {
            "title": courses.title,
            "about": courses.about,
            "courses": [
                {
                    "title": one.title,
                    "line": self._dotted(one.type, one.term, one.level, one.note),
                    "works": self._works((one.product,)) if one.product else [],
                }
                for one in courses.courses
            ],
        }

    def _crosswalk(self) -> Data | None:
        found = self.transcript.crosswalk
        if found is None:
            return None
        return {
            "title": self._said("In the words of %(framework)s", framework=found.framework),
            "rows": [
                [", ".join(one.old), ", ".join(one.new) or f"– {one.dropped}"]
                for one in found.crossings
            ],
        }

    def _check(self) -> Data:
        """How to check this copy, or that nobody can."""
        record = self.transcript.record
        if record is None:
            return {
                "words": self.say("This copy is not signed. Ask the school if in doubt."),
                "code": None,
            }
        when = self._when(record.issued)
        return {
            "words": self._said(
                "Signed by %(school)s, %(when)s. Anybody can check this copy, without an account.",
                school=self.site.school.name,
                when=when,
            ),
            "fingerprint": self._said("Fingerprint %(letters)s", letters=record.fingerprint),
            "link": record.verify_url,
            "link_words": self.say("Check this transcript"),
            "code": self.marks.code(record.verify_url) if record.verify_url else None,
            "code_words": self.say("QR code: the page that checks this transcript"),
        }

    # Words

    def _story(self, markdown: str) -> list[Block]:
        return blocks_of(str(self.tools.story(markdown, top=2)), self._out) if markdown else []

    def _works(self, works: Iterable[WorkLink]) -> list[Data]:
        changed = self.say("changed since then")
        return [
            {
                "t": one.title + (f" ({changed})" if one.changed else ""),
                "u": self._lead(one.address),
            }
            for one in works
        ]

    def _lead(self, address: str) -> str:
        """Where an address of the site leads on paper."""
        return self._out(self.tools.link(address)) if address else ""

    def _out(self, written: str) -> str:
        """An address as the page writes it, on paper; nothing for places on the page itself."""
        if not written or written.startswith("#"):
            return ""
        return urljoin(f"{self.base}{HERE}", written) if self.base else written

    def _when(self, date: Day | PartialDate | None) -> str:
        return words.spoken(date, self.language) if date else ""

    def _number(self, value: int) -> str:
        return words.number(value, self.language)

    def _said(self, sentence: str, **given: str) -> str:
        return self.say(sentence) % given

    def _dotted(self, *parts: str) -> str:
        return " · ".join(filter(None, parts))


def _meanings(labels: Iterable[LabelView]) -> list[list[str]]:
    return [[one.title, one.about] for one in labels if one.about]


def _levels_apart(site: SiteBlueprint) -> list[LabelView]:
    """Levels at which only credits of no domain are earned."""
    met = {
        one.level.id for domain in site.domains for each in domain.credits for one in each.standings
    }
    own = {one.level.id: one.level for each in site.transferable for one in each.standings}
    return [level for name, level in own.items() if name not in met]
