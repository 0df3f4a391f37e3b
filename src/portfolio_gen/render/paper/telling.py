"""How a transcript tells something on paper: in the site's language, with addresses that hold anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urljoin

from portfolio_gen.model.blueprint import SiteBlueprint, TranscriptView
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import WorkLink
from portfolio_gen.model.value import dataclass
from portfolio_gen.render import words
from portfolio_gen.render.paper.blocks import Block, blocks_of
from portfolio_gen.render.paper.marks import Marks
from portfolio_gen.render.tools import Tools

Data = dict[str, Any]
HERE = "transcript/"
"""Address of the page beside which the paper lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One transcript, and what its words are made with."""

    site: SiteBlueprint
    transcript: TranscriptView
    tools: Tools
    say: Callable[[str], str]
    language: str
    marks: Marks
    base: str
    """Web address of the site; empty when the edition has none, and links are relative to the paper."""

    def story(self, markdown: str) -> list[Block]:
        """A text as blocks."""
        return blocks_of(str(self.tools.story(markdown, top=2)), self.out) if markdown else []

    def works(self, works: Iterable[WorkLink]) -> list[Data]:
        """Pieces of work as words that lead to them."""
        changed = self.say("changed since then")
        return [
            {
                "t": one.title + (f" ({changed})" if one.changed else ""),
                "u": self.lead(one.address),
            }
            for one in works
        ]

    def lead(self, address: str) -> str:
        """Where an address of the site leads on paper."""
        return self.out(self.tools.link(address)) if address else ""

    def out(self, written: str) -> str:
        """An address as the page writes it, on paper; nothing for places on the page itself."""
        if not written or written.startswith("#"):
            return ""
        return urljoin(f"{self.base}{HERE}", written) if self.base else written

    def when(self, date: Day | PartialDate | None) -> str:
        """A date in words; nothing for none. Behind words of a left-to-right script it begins anew from the right."""
        if date is None:
            return ""
        mark = "\u200f" if words.dir_of(self.language) == "rtl" else ""
        return mark + words.spoken(date, self.language)

    def number(self, value: int) -> str:
        """A number as the language writes it."""
        return words.number(value, self.language)

    def said(self, sentence: str, **given: str) -> str:
        """A sentence of the program's, with what it is about."""
        return self.say(sentence) % given

    def dotted(self, *parts: str) -> str:
        """Parts of a line that belong side by side."""
        return " · ".join(filter(None, parts))

    def counted(self, earned: int, of: int, *, first: bool) -> str:
        """How many of how many at the first level, how many beyond it."""
        if first:
            return self.said("%(earned)s of %(of)s", earned=self.number(earned), of=self.number(of))
        return self.number(earned) if earned else "–"
