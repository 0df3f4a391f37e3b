"""How each row of the table is measured."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from measure import CannotMeasure, Cost, best, compare, walking
from pages import pages
from table import Figure, Sizes
from workbench import Workbench

MEGA = 1_000_000


def text(bench: Workbench, sizes: Sizes) -> dict[str, Figure]:
    """A cold build of text alone, and the same pages by everybody else."""
    school = bench.school(sizes.students, sizes.works)
    projects = bench.mkdocs(sizes.students, sizes.works)
    site = bench.hugo(sizes.students, sizes.works)
    cost = compare(
        sizes.rounds,
        {
            "ours": partial(bench.build, school, cold=True),
            "hugo": partial(bench.build_hugo, site),
            "at once": partial(bench.build_mkdocs_at_once, projects),
            "mkdocs": partial(bench.build_mkdocs, projects),
            "zensical": partial(bench.build_zensical, projects),
        },
    )
    ours, theirs = bench.pages_of(school), sizes.students * len(list(pages(0, sizes.works)))
    return {
        "text.wall": Figure(cost["ours"].wall, cost["mkdocs"].wall),
        "text.page": Figure(1000 * cost["ours"].cpu / ours, 1000 * cost["at once"].cpu / theirs),
        "text.hugo": Figure(cost["ours"].cpu, cost["hugo"].cpu),
        "text.zensical": Figure(cost["ours"].wall, cost["zensical"].wall),
    }


def photographs(bench: Workbench, sizes: Sizes) -> dict[str, Figure]:
    """A cold build with two photographs in each work."""
    school = bench.school(sizes.photographers, sizes.works, photographs=2)
    site = bench.hugo(sizes.photographers, sizes.works, photographs=2)
    rounds = min(
        2, sizes.rounds
    )  # it takes minutes, and each run is an average over a hundred pictures
    cost = compare(
        rounds,
        {
            "ours": partial(bench.build, school, cold=True),
            "hugo": partial(bench.build_hugo, site),
        },
    )
    count = sizes.photographers * sizes.works * 2
    ours, theirs = (
        bench.pictures_of(bench.out(school), count),
        bench.pictures_of(site / "public", count),
    )
    return {
        "photographs.cpu": Figure(cost["ours"].cpu, cost["hugo"].cpu),
        "photographs.size": Figure(ours / count / 1000, theirs / count / 1000),
    }


def edited(bench: Workbench, sizes: Sizes) -> dict[str, Figure]:
    """One story gets another sentence, and everything else stays."""
    school, site = bench.school(sizes.large, sizes.works), bench.hugo(sizes.large, sizes.works)
    bench.built(school)
    bench.build_hugo(site)
    turns = iter(range(2 * sizes.rounds))
    cost = compare(
        sizes.rounds,
        {
            "ours": lambda: bench.edit(school, next(turns) * 7 % sizes.large),
            "hugo": lambda: bench.edit_hugo(site, next(turns) * 7 % sizes.large),
        },
    )
    least = _least(bench, school)
    return {
        "edited.wall": Figure(cost["ours"].wall, cost["hugo"].wall),
        "edited.cpu": Figure(max(0.0, cost["ours"].cpu - least.cpu)),
    }


def unchanged(bench: Workbench, sizes: Sizes) -> dict[str, Figure]:
    """The same command once more."""
    school = bench.school(sizes.large, sizes.works)
    bench.built(school)
    bench.build(school)
    cost = compare(sizes.rounds, {"ours": partial(bench.build, school)})
    return {"unchanged.wall": Figure(cost["ours"].wall, _least(bench, school).wall)}


def _least(bench: Workbench, school: Path) -> Cost:
    """What no build can do without: starting, and looking at every file of the school."""
    cost = compare(5, {"start": bench.help, "walk": partial(walking, school)})
    return cost["start"] + cost["walk"]


def second(bench: Workbench, sizes: Sizes) -> dict[str, Figure]:
    """Two editions of one school, built together and one after the other."""
    school = bench.school(sizes.students, sizes.works, editions=("family", "self"))
    cost = compare(
        sizes.rounds,
        {
            "both": partial(bench.build, school, cold=True),
            "first": partial(bench.build, school, "--edition", "family", cold=True),
            "later": partial(bench.build, school, "--edition", "self"),
        },
    )
    added = cost["both"].cpu - cost["first"].cpu
    return {
        "second.cpu": Figure(added, cost["first"].cpu),
        "second.later": Figure(cost["later"].cpu, cost["first"].cpu),
    }


def paper(bench: Workbench, sizes: Sizes) -> dict[str, Figure]:
    """What transcripts cost as PDFs, which no peer makes and all other rows go without."""
    plain = bench.school(sizes.small, sizes.works)
    printed = bench.school(sizes.small, sizes.works, paper="a4")
    cost = compare(
        sizes.rounds,
        {
            "plain": partial(bench.build, plain, cold=True),
            "printed": partial(bench.build, printed, cold=True),
        },
    )
    added = max(0.0, cost["printed"].cpu - cost["plain"].cpu)
    return {"paper.cpu": Figure(1000 * added / sizes.small)}


def memory(bench: Workbench, sizes: Sizes) -> dict[str, Figure]:
    """The same kind of school, once small and once large, built cold."""
    small, large = (
        bench.built(bench.school(one, sizes.works)) for one in (sizes.small, sizes.large)
    )
    hugo = bench.build_hugo(bench.hugo(sizes.large, sizes.works), memory=True)
    if not large.worker:
        raise CannotMeasure("memory is measured on Linux, and with at least two processors")
    workers = len(os.sched_getaffinity(0))
    return {
        "memory.parent": Figure(large.parent / MEGA, small.parent / MEGA),
        "memory.worker": Figure(large.worker / MEGA, small.worker / MEGA),
        "memory.hugo": Figure((large.parent + workers * large.worker) / MEGA, hugo.parent / MEGA),
    }


def disk(bench: Workbench, sizes: Sizes) -> dict[str, Figure]:
    """What is in the folders afterwards."""
    school = bench.school(sizes.students, sizes.works)
    if not bench.out(school).exists():
        bench.build(school, cold=True)
    listed = (bench.out(school) / ".portfolio-gen" / "manifest.json").stat().st_size
    projects = bench.mkdocs(sizes.students, sizes.works)
    edition = bench.out(school) / "family"
    sites = [one for one in edition.iterdir() if one.name.startswith("student-")]
    count = sum(bench.count(one, ".html") for one in sites)
    if not all((one.parent / "site").exists() for one in projects):
        bench.build_mkdocs_at_once(projects)
    theirs = sum(bench.size(one.parent / "site") for one in projects)
    return {
        "disk.theme": Figure(len(list(edition.rglob("bundle.*.min.js")))),
        "disk.page": Figure(sum(map(bench.size, sites)) / count / 1000),
        "disk.all": Figure(bench.size(edition) / MEGA, theirs / MEGA),
        "disk.list": Figure(listed / len(sites) / 1000),
    }


def start(bench: Workbench, sizes: Sizes) -> dict[str, Figure]:
    """How soon the program answers."""
    return {
        "start.wall": Figure(best(bench.help() for _ in range(5 * sizes.rounds)).wall),
        "start.fonts": Figure(bench.settle_in().cpu),
    }


MEASURES: Mapping[str, Callable[[Workbench, Sizes], dict[str, Figure]]] = {
    "text": text,
    "photographs": photographs,
    "edited": edited,
    "unchanged": unchanged,
    "second": second,
    "paper": paper,
    "memory": memory,
    "disk": disk,
    "start": start,
}
