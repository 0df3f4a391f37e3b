"""The two minutes that a reader has for a transcript, as numbers with limits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.diagnostics import Diagnostic, Rule, Span
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass
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
    too_much: str
    """What is said when there is more of it."""
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
            to_tell("clicks from the transcript to the farthest evidence"),
            to_tell(
                "this transcript has %(found)s clicks from the transcript to the farthest evidence; "
                "%(most)s is the most"
            ),
            _clicks(site, html, staging),
            MOST_CLICKS,
            to_tell("let the theme's `transcript.html` link to the works of each credit"),
        ),
        Measure(
            rules.HEAVY_TRANSCRIPT,
            to_tell("bytes of its page"),
            to_tell("this transcript has %(found)s its page; %(most)s is the most"),
            len(html.encode()),
            MOST_BYTES_OF_PAGE,
            to_tell("shorten the school's profile, or what is said of each credit"),
            "transcripts/school-profile.md",
        ),
    )


def _of_paper(paper: Paper) -> Iterator[Measure]:
    yield Measure(
        rules.CROWDED_FIRST_VIEW,
        to_tell("words at first sight"),
        to_tell("this transcript has %(found)s words at first sight; %(most)s is the most"),
        paper.words,
        2 * WORDS_A_MINUTE,
        to_tell("shorten `how_to_read`, or the titles of credits"),
        "transcripts/framework.yml",
    )
    yield Measure(
        rules.TOO_MANY_MARKS,
        to_tell("marks to learn"),
        to_tell("this transcript has %(found)s marks to learn; %(most)s is the most"),
        paper.marks,
        MOST_MARKS,
        to_tell("let the theme's marks share a shape where they mean nearly the same"),
    )
    yield Measure(
        rules.LONG_TRANSCRIPT,
        to_tell("pages before the school's profile"),
        to_tell(
            "this transcript has %(found)s pages before the school's profile; %(most)s is the most"
        ),
        paper.before,
        MOST_PAGES,
        to_tell(
            "shorten the student's statement, or what is said of recognitions, courses and habits"
        ),
    )
    yield Measure(
        rules.LONG_PROFILE,
        to_tell("pages of the school's profile"),
        to_tell(
            "this transcript has %(found)s pages of the school's profile; %(most)s is the most"
        ),
        paper.profile,
        MOST_PAGES_OF_PROFILE,
        to_tell("shorten it; the school's own pages can say the rest"),
        "transcripts/school-profile.md",
    )
    yield Measure(
        rules.HEAVY_TRANSCRIPT,
        to_tell("bytes of its PDF"),
        to_tell("this transcript has %(found)s its PDF; %(most)s is the most"),
        len(paper.data),
        MOST_BYTES_ON_PAPER,
        to_tell("shorten its texts, or use letters of fewer scripts"),
    )


def over(measures: tuple[Measure, ...], about: str) -> Iterator[Diagnostic]:
    """What is more than a reader has time for."""
    for one in measures:
        if one.found > one.most:
            message = tell(one.too_much, found=_told(one.found), most=_told(one.most))
            span = Span(one.home or f"transcripts/{about}.yml")
            yield Diagnostic(one.rule, span, message, tell(one.hint), about=about)


def _told(number: int) -> str:
    return size(number, "en") if number >= 100_000 else str(number)


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
