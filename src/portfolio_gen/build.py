"""The hallway: reads and checks a school, then walks from its plans to its published sites."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic, Span, errors, in_order
from portfolio_gen.hallway.digests import Digests
from portfolio_gen.hallway.order import Order, processors
from portfolio_gen.hallway.rounds import RENDERING, Rendering, Rounds
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.publish import Press
from portfolio_gen.publish.rules import UNKNOWN_STUDENT, UNKNOWN_THEME
from portfolio_gen.read.school import read_school
from portfolio_gen.render import theme_folders
from portfolio_gen.report import BuildReport, Progress, Step, Stopwatch


def build(
    root: Path,
    out: Path | None = None,
    *,
    editions: Collection[str] = (),
    students: Collection[str] = (),
    jobs: int | None = None,
    force: bool = False,
    on: Day,
    progress: Progress | None = None,
    rendering: Rendering = RENDERING,
) -> BuildReport:
    """Build a school's sites.

    Nothing is touched when a file of the whole school has an error. Otherwise each site is published whole, as soon
    as it is made; a student with errors keeps the last good site, unless somebody has withdrawn what it rests on.

    Args:
        root: the school's folder.
        out: where the sites go; `site` in the school's folder by default.
        editions: names of the editions to build; all by default. The others stay as they are.
        students: ids of the students to build; all by default. The others stay as they are.
        jobs: how many processes render; as many as there are processors by default.
        force: whether to make everything again, also what is fresh.
        on: the day on which consents hold and decisions are released.
        progress: called with each step, in this process.
        rendering: other functions to render with, for tests and clusters.

    Returns:
        What became of every site, and all diagnostics; nothing is raised for bad content or a bad output.
    """
    root = root.absolute()
    order = Order(
        root=root,
        out=(out or root / "site").absolute(),
        editions=frozenset(editions),
        students=frozenset(students),
        jobs=jobs or processors(),
        force=force,
        on=on,
        progress=progress or (lambda _: None),
    )
    digests = Digests.load(root, order.cache / "digests.json")
    watch = Stopwatch()
    report = _build(order, rendering, digests, watch)
    digests.save(order.cache / "digests.json", all_used=order.whole)
    return report


def _build(order: Order, rendering: Rendering, digests: Digests, watch: Stopwatch) -> BuildReport:
    school, found = _read(order, digests, watch)
    if school is None:
        return BuildReport(out=order.out, diagnostics=found, seconds=watch.seconds)
    press, said = Press.open(order.out, shown=order.shown)
    if press is None:
        return BuildReport(
            out=order.out, diagnostics=in_order(found + said), refused=True, seconds=watch.seconds
        )
    with press:
        if press.waited:
            # Whoever was here before has perhaps published something newer than what was read.
            school, found = _read(order, digests, watch)
        if school is None:
            return BuildReport(out=order.out, diagnostics=in_order(found + said))
        rounds = Rounds(order, school, press, rendering, digests, found + said)
        rounds.go(watch)
    return rounds.report(watch, foreseen=found)


def _read(
    order: Order, digests: Digests, watch: Stopwatch
) -> tuple[School | None, tuple[Diagnostic, ...]]:
    """Read and check; no school when something is wrong with the whole of it, so that nothing may be touched."""
    order.progress(Step("read"))
    with watch.stage("read"):
        school, found = read_school(order.root, hash_of=digests.of)
    if school is None:
        return None, in_order(found)
    order.progress(Step("check"))
    with watch.stage("check"):
        found = in_order((*found, *check_school(school, on=order.on), *_impossible(order, school)))
    return (None if any(not one.about for one in errors(found)) else school), found


def _impossible(order: Order, school: School) -> Iterator[Diagnostic]:
    """What was asked for and cannot be had."""
    theme = school.settings.theme.name
    if not theme_folders(order.root, theme):
        place = school.settings.marks.at("theme", "name")
        message = f"there is no theme `{theme}`"
        yield Diagnostic(
            UNKNOWN_THEME, place, message, "name a folder of `themes/`, or `riverbend`"
        )
    for student in sorted(order.students - school.known):
        message = f"there is no student `{student}` in this school"
        yield Diagnostic(UNKNOWN_STUDENT, Span("students"), message, "look into `students/`")
