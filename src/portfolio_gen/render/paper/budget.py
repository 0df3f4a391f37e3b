"""The two minutes that a reader has for a transcript, as numbers with limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portfolio_gen.diagnostics import Diagnostic, Rule, Span
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.render import rules
from portfolio_gen.render.addresses import file_of, relative
from portfolio_gen.render.paper.making import MOST_PAGES, Paper
from portfolio_gen.render.paper.telling import HERE
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.words import size

WORDS_A_MINUTE = 238
"""How fast adults read silently (Brysbaert 2019, doi 10.1016/j.jml.2019.104047)."""
MOST_MARKS = 6
"""Shapes to learn: as many as there are states of a credit."""
MOST_CLICKS = 2
MOST_PAGES_OF_PROFILE = 2
MOST_BYTES_ON_PAPER = 2_000_000
"""What colleges' portals take."""
MOST_BYTES_OF_PAGE = 400_000
"""A second on a slow telephone (3.2 Mbit/s)."""
_HREF = re.compile(r'href="([^"#]*)')


@dataclass(frozen=True, slots=True)
class Measure:
    """One number, and how large it may be."""

    rule: Rule
    what: str
    """What is counted, as in `words at first sight`."""
    found: int
    most: int
    hint: str
    home: str = ""
    """The file to look into; the student's ledger by default."""


def weigh(site: SiteBlueprint, paper: Paper | None, staging: Staging) -> tuple[Measure, ...]:
    """The numbers of a transcript whose pages have been written; none where there is no transcript."""
    page = staging.into / file_of(HERE)
    if site.transcript is None or not page.is_file():
        return ()
    html = page.read_text(encoding="utf-8")
    return (
        *(_of_paper(paper) if paper else ()),
        Measure(
            rules.FAR_EVIDENCE,
            "clicks from the transcript to the farthest evidence",
            _clicks(site, html, staging),
            MOST_CLICKS,
            "let the theme's `transcript.html` link to the works of each credit",
        ),
        Measure(
            rules.HEAVY_TRANSCRIPT,
            "bytes of its page",
            len(html.encode()),
            MOST_BYTES_OF_PAGE,
            "shorten the school's profile, or what is said of each credit",
            "transcripts/school-profile.md",
        ),
    )


def _of_paper(paper: Paper) -> Iterator[Measure]:
    yield Measure(
        rules.CROWDED_FIRST_VIEW,
        "words at first sight",
        paper.words,
        2 * WORDS_A_MINUTE,
        "shorten `how_to_read`, or the titles of credits",
        "transcripts/framework.yml",
    )
    yield Measure(
        rules.TOO_MANY_MARKS,
        "marks to learn",
        paper.marks,
        MOST_MARKS,
        "let the theme's marks share a shape where they mean nearly the same",
    )
    yield Measure(
        rules.LONG_TRANSCRIPT,
        "pages before the school's profile",
        paper.before,
        MOST_PAGES,
        "shorten the student's statement, or what is said of recognitions, courses and habits",
    )
    yield Measure(
        rules.LONG_PROFILE,
        "pages of the school's profile",
        paper.profile,
        MOST_PAGES_OF_PROFILE,
        "shorten it; the school's own pages can say the rest",
        "transcripts/school-profile.md",
    )
    yield Measure(
        rules.HEAVY_TRANSCRIPT,
        "bytes of its PDF",
        len(paper.data),
        MOST_BYTES_ON_PAPER,
        "shorten its texts, or use letters of fewer scripts",
    )


def over(measures: tuple[Measure, ...], about: str) -> Iterator[Diagnostic]:
    """What is more than a reader has time for."""
    for one in measures:
        if one.found > one.most:
            message = f"this transcript has {_told(one.found, one.what)}; {_told(one.most, '')} is the most"
            span = Span(one.home or f"transcripts/{about}.yml")
            yield Diagnostic(one.rule, span, message, one.hint, about=about)


def _told(number: int, what: str) -> str:
    if number >= 100_000:
        return f"{size(number, 'en')} {what.removeprefix('bytes of ')}".strip()
    return f"{number} {what}".strip()


def _clicks(site: SiteBlueprint, html: str, staging: Staging) -> int:
    """Clicks to the evidence of earned credits that is farthest away, of what the edition shows; 3 means too far."""
    near = set(_HREF.findall(html))
    farthest = 0
    for award in site.transcript.awards if site.transcript else ():
        for work in award.works:
            if not work.address:
                continue
            if relative(HERE, work.address) in near:
                farthest = max(farthest, 1)
            else:
                farthest = max(
                    farthest, _by_way_of(award.credit.address, work.address, near, staging)
                )
    return farthest


def _by_way_of(credit: str, work: str, near: set[str], staging: Staging) -> int:
    page = staging.into / file_of(credit)
    if not credit or relative(HERE, credit) not in near or not page.is_file():
        return MOST_CLICKS + 1
    there = set(_HREF.findall(page.read_text(encoding="utf-8")))
    return 2 if relative(credit, work) in there else MOST_CLICKS + 1
