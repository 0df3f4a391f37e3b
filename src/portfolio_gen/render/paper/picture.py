"""What a reader of a transcript meets first: the credit picture, featured credits, and how to check the copy."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.model.blueprint import DomainView, SiteBlueprint
from portfolio_gen.model.credit_views import CreditView
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.standing import State
from portfolio_gen.render.paper.telling import Data, Telling


def picture(tell: Telling) -> Data:
    """The credit picture, which is a table: domains down, competencies across, and counts at the end."""
    site = tell.site
    gridded = {cell.id for row in site.grid for cell in row.cells if cell}
    inside = [one for domain in site.domains for one in domain.credits]
    apart = {one.id for one in levels_apart(site)}
    levels = [one for one in site.levels if one.id not in apart]
    return {
        "columns": [row.label.title for row in site.grid],
        "others": any(one.id not in gridded for one in inside),
        "others_title": tell.say("Further ones") if site.grid else site.school.called("credits"),
        "domain_title": site.school.called("domain"),
        "levels": [one.title for one in levels],
        "rows": [
            {
                "title": domain.label.title,
                "cells": [_cell(tell, row.cells[place]) for row in site.grid],
                "others": [_named(tell, one) for one in domain.credits if one.id not in gridded],
                "counts": _counts(tell, levels, [domain]),
            }
            for place, domain in enumerate(site.domains)
        ],
        "all_title": tell.say("All"),
        "all": _counts(tell, levels, site.domains),
    }


def _counts(tell: Telling, levels: Iterable[LabelView], domains: Iterable[DomainView]) -> list[str]:
    """How much of some domains has been earned, level by level."""
    earned: dict[str, int] = {}
    of = 0
    for domain in domains:
        of += domain.of
        for level, count in domain.earned:
            earned[level.id] = earned.get(level.id, 0) + count
    first = tell.site.levels[0].id
    return [tell.counted(earned.get(one.id, 0), of, first=one.id == first) for one in levels]


def _named(tell: Telling, credit: CreditView) -> Data:
    return {**tell.marks.of(credit), "title": credit.title}


def _cell(tell: Telling, credit: CreditView | None) -> Data | None:
    return {**tell.marks.of(credit), "link": tell.lead(credit.address)} if credit else None


def anywhere(tell: Telling) -> Data | None:
    """Credits that can be earned in any domain, with their count; None where there are none."""
    free = tell.site.transferable
    earned = sum(one.mark in ("earned", "advanced") for one in free)
    return (
        free
        and {
            "title": tell.marks.anywhere_title(free),
            "count": tell.counted(earned, len(free), first=True),
            "others": [_named(tell, one) for one in free],
        }
    ) or None


def featured(tell: Telling, credit: CreditView) -> Data:
    """A credit that the student wants to be seen first."""
    best = [one for one in credit.standings if one.state is State.EARNED][-1]
    return {
        **tell.marks.of(credit),
        "title": credit.title,
        "link": tell.lead(credit.address),
        "line": ", ".join(filter(None, (best.level.title, tell.when(best.date)))),
        "works": tell.works(best.works),
    }


def check(tell: Telling) -> Data:
    """How to check this copy, or that nobody can."""
    record = tell.transcript.record
    if record is None:
        return {
            "words": tell.say("This copy is not signed. Ask the school if in doubt."),
            "code": None,
        }
    when = tell.when(record.issued)
    return {
        "words": tell.said(
            "Signed by %(school)s, %(when)s. Anybody can check this copy, without an account.",
            school=tell.site.school.name,
            when=when,
        ),
        "fingerprint": tell.said("Fingerprint %(letters)s", letters=record.fingerprint),
        "link": record.verify_url,
        "link_words": tell.say("Check this transcript"),
        "code": tell.marks.code(record.verify_url) if record.verify_url else None,
        "code_words": tell.say("QR code: the page that checks this transcript"),
    }


def levels_apart(site: SiteBlueprint) -> list[LabelView]:
    """Levels at which only credits of no domain are earned."""
    met = {
        one.level.id for domain in site.domains for each in domain.credits for one in each.standings
    }
    own = {one.level.id: one.level for each in site.transferable for one in each.standings}
    return [level for name, level in own.items() if name not in met]
