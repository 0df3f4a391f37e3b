"""What a thousand and a hundred thousand students need, worked out from what was measured.

    python benchmarks/scale.py [measured.json]

prints the tables of docs/scale.md; `benchmarks/quote.py` writes them there.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pages import pages
from table import figures_of

MEASURED = Path(__file__).with_name("measured.json")
GIGA = 1e9


@dataclass(frozen=True)
class Assumed:
    """What a student has, on average over all grades, and what a school day brings. Change it, and run this again."""

    works: int = 31
    photographs: int = 62
    photograph_mb: float = 4
    films_mb: float = 100
    """Films and sounds of a student; they are published as they are, without what they tell of places."""
    editions: float = 3.5
    """Sites of a student: self, committee and family for all, college and public for a quarter."""
    active: float = 0.05
    """The share of students who change something on a school day."""
    days: int = 21
    """School days in a month."""
    visits: int = 50
    """Visits to a student's sites in a month, of 3 MB each."""
    visit_mb: float = 3


@dataclass(frozen=True)
class Prices:
    """In US dollars: examples of the size that large providers list, put down on 22 November 2026; look yours up."""

    core_hour: float = 0.05
    gigabyte_month: float = 0.025
    million_uploads: float = 5.0
    gigabyte_out: float = 0.09


@dataclass(frozen=True)
class Costs:
    """What was measured, in seconds, bytes and per piece."""

    page: float
    """Processor time of a page."""
    picture: float
    """Processor time of a photograph in three sizes; they are made once for all editions."""
    unchanged: float
    """Time for a student of whom nothing has changed."""
    start: float
    """Time that passes whatever there is to do."""
    page_bytes: float
    picture_bytes: float
    listed: float
    """Bytes per site in the list of what is published."""
    parent: float
    """Bytes of memory, with hardly any student."""
    growth: float
    """Bytes of memory more with each student."""
    worker: float
    site: int
    """Pages of a student's site."""
    alone: float = 0.05
    """Processor time per site of the one process that reads, plans and publishes, whoever renders. Measured apart: 60
    sites of text on a cluster with two workers took it 2.9 s, and 2.2 s without a cluster (2 × AMD EPYC, busy)."""


def costs(document: Mapping[str, Any]) -> Costs:
    """The costs in what `compare.py --json` has written."""
    figures, sizes = figures_of(document), document["sizes"]
    site = len(list(pages(0, sizes["works"])))
    page = figures["text.page"].ours / 1000
    photographs = 2 * sizes["works"] * sizes["photographers"]
    all_pictures = figures["photographs.cpu"].ours - sizes["photographers"] * site * page
    start = figures["start.wall"].ours
    large, small = figures["memory.parent"].ours * 1e6, (figures["memory.parent"].theirs or 0) * 1e6
    growth = max(0.0, (large - small) / (sizes["large"] - sizes["small"]))
    return Costs(
        page=page,
        picture=all_pictures / photographs,
        unchanged=(figures["unchanged.wall"].ours - start) / sizes["large"],
        start=start,
        page_bytes=figures["disk.page"].ours * 1000,
        picture_bytes=figures["photographs.size"].ours * 1000,
        listed=figures["disk.list"].ours * 1000,
        parent=small - growth * sizes["small"],
        growth=growth,
        worker=figures["memory.worker"].ours * 1e6,
        site=site,
    )


@dataclass(frozen=True)
class Need:
    """What so many students need, when each of so many schools is a folder and a build of its own."""

    students: int
    schools: int
    cost: Costs
    assumed: Assumed = Assumed()
    prices: Prices = Prices()

    @property
    def sites(self) -> float:
        """Sites of all students in all editions."""
        return self.students * self.assumed.editions

    @property
    def pages(self) -> float:
        """Pages of all sites."""
        return self.sites * self.cost.site

    @property
    def files(self) -> float:
        """Published files: pages, three sizes of each photograph, two more per site, and films."""
        return self.pages + self.sites * (3 * self.assumed.photographs + 2 + 2)

    @property
    def originals(self) -> float:
        """Bytes of what students hand in."""
        each = self.assumed.photographs * self.assumed.photograph_mb + self.assumed.films_mb
        return self.students * each * 1e6

    @property
    def published(self) -> float:
        """Bytes of all sites; each edition has its own copy of what it shows."""
        pictures = self.assumed.photographs * self.cost.picture_bytes + self.assumed.films_mb * 1e6
        return self.pages * self.cost.page_bytes + self.sites * pictures

    @property
    def kept(self) -> float:
        """Bytes of remembered pictures: the three sizes once, whatever the editions."""
        return self.students * self.assumed.photographs * self.cost.picture_bytes

    @property
    def cold(self) -> float:
        """Processor seconds to make everything."""
        pictures = self.students * self.assumed.photographs * self.cost.picture
        return self.pages * self.cost.page + pictures

    @property
    def looking(self) -> float:
        """Seconds until every school has seen that nothing has changed, one after the other."""
        return self.schools * self.cost.start + self.students * self.cost.unchanged

    @property
    def day(self) -> float:
        """Processor seconds of a school day: who is active has a new work with two photographs, and all sites new."""
        pictures = 2 * self.students * self.assumed.active * self.cost.picture
        return self.looking + self.renewed * self.cost.site * self.cost.page + pictures

    @property
    def renewed(self) -> float:
        """Sites that a school day changes."""
        return self.students * self.assumed.active * self.assumed.editions

    @property
    def memory(self) -> float:
        """Bytes for the parent of one school's build and two workers."""
        return (
            self.cost.parent
            + self.cost.growth * self.students / self.schools
            + 2 * self.cost.worker
        )

    @property
    def listed(self) -> float:
        """Bytes of one school's list of what is published."""
        return self.sites / self.schools * self.cost.listed

    @property
    def uploads(self) -> float:
        """Files that a school day's builds change: the new work with six pictures, and ten pages that name it."""
        return self.renewed * 17

    def hours(self, seconds: float, cores: int, sites: float) -> str:
        """How long that much work takes so many processors, if each school's one process keeps up with the others."""
        return duration(max(seconds / cores, sites / self.schools * self.cost.alone))

    @property
    def money(self) -> dict[str, float]:
        """US dollars a month."""
        stored = (self.originals + self.published + self.kept) / GIGA
        visited = self.students * self.assumed.visits * self.assumed.visit_mb / 1000
        return {
            "builds of every school day": self.assumed.days
            * self.day
            / 3600
            * self.prices.core_hour,
            "storage": stored * self.prices.gigabyte_month,
            "uploads": self.assumed.days * self.uploads / 1e6 * self.prices.million_uploads,
            "visitors": visited * self.prices.gigabyte_out,
        }


ROWS: tuple[tuple[str, Callable[[Need], str]], ...] = (
    ("sites, over all editions", lambda one: number(one.sites)),
    ("pages", lambda one: number(one.pages)),
    ("published files", lambda one: number(one.files)),
    ("originals that students hand in", lambda one: size(one.originals)),
    ("all published sites", lambda one: size(one.published)),
    ("remembered pictures (`.portfolio-gen/cache`)", lambda one: size(one.kept)),
    ("everything made anew, processor time", lambda one: duration(one.cold)),
    ("… on 2 processors", lambda one: one.hours(one.cold, 2, one.sites)),
    ("… on 32 processors", lambda one: one.hours(one.cold, 32, one.sites)),
    ("… on 256 processors", lambda one: one.hours(one.cold, 256, one.sites)),
    ("a school day's changes, processor time", lambda one: duration(one.day)),
    ("… on 2 processors", lambda one: one.hours(one.day, 2, one.renewed)),
    ("nothing changed, one school after the other", lambda one: duration(one.looking)),
    ("memory of one build with two workers", lambda one: size(one.memory)),
    ("one list of what is published", lambda one: size(one.listed)),
    ("first upload", lambda one: f"{number(one.files)} files, {size(one.published)}"),
    ("a school day's upload", lambda one: f"{number(one.uploads)} files"),
)


def needs(cost: Costs) -> dict[str, Need]:
    """The cases of docs/scale.md, by their names."""
    return {
        "1,000 students, one school": Need(1_000, 1, cost),
        "100,000 students, 100 schools": Need(100_000, 100, cost),
        "100,000 students in one folder": Need(100_000, 1, cost),
    }


def tables(document: Mapping[str, Any]) -> str:
    """What is needed, and what it costs."""
    cases = needs(costs(document))
    lines = [("", *cases), ("---", *("---:" for _ in cases))]
    lines += [(what, *(say(one) for one in cases.values())) for what, say in ROWS]
    money = [one.money for one in cases.values()]
    lines += [(f"{what}, a month", *(dollars(one[what]) for one in money)) for what in money[0]]
    lines += [("together, a month", *(dollars(sum(one.values())) for one in money))]
    lines += [
        (
            "… per student",
            *(dollars(sum(one.money.values()) / one.students) for one in cases.values()),
        )
    ]
    return "".join(f"| {' | '.join(one)} |\n" for one in lines)


def measured(document: Mapping[str, Any]) -> str:
    """What the arithmetic rests on."""
    cost = costs(document)
    said = {
        "a page": f"{cost.page * 1000:.1f} ms of processor time, {cost.page_bytes / 1000:.1f} KB",
        "a photograph of 12 megapixels": f"{cost.picture:.2f} s of processor time, "
        f"{cost.picture_bytes / 1000:.0f} KB in three sizes",
        "a student of whom nothing has changed": f"{cost.unchanged * 1000:.2f} ms",
        "memory of the parent": f"{size(cost.parent)}, and {cost.growth / 1000:.0f} KB per student",
        "memory of a worker": size(cost.worker),
        "a site in the list of what is published": f"{cost.listed / 1000:.1f} KB",
        "what one process does for a site, whoever renders it": f"{cost.alone * 1000:.0f} ms of processor time",
    }
    around = document["around"]
    head = f"| {around['Date']}, {around['Machine']} | |\n| --- | --- |\n"
    return head + "".join(f"| {what} | {value} |\n" for what, value in said.items())


def number(value: float) -> str:
    """Rounded to two digits."""
    return f"{value / 1e6:.2g} million" if value >= 1e6 else f"{float(f'{value:.2g}'):,.0f}"


def size(value: float) -> str:
    """Bytes as people say them."""
    for unit, one in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if value >= one:
            return f"{float(f'{value / one:.2g}'):g} {unit}"
    return f"{value / 1000:.0f} KB"


def duration(seconds: float) -> str:
    """Seconds as people say them."""
    for unit, one in (("days", 86_400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * one:
            return f"{float(f'{seconds / one:.2g}'):g} {unit}"
    return f"{float(f'{seconds:.2g}'):g} s"


def dollars(value: float) -> str:
    """An amount of money, rounded to two digits."""
    return f"${value:.2f}" if value < 10 else f"${float(f'{value:.2g}'):,.0f}"


if __name__ == "__main__":
    asked = json.loads(Path(sys.argv[1] if len(sys.argv) > 1 else MEASURED).read_text("utf-8"))
    print(measured(asked), tables(asked), sep="\n")
