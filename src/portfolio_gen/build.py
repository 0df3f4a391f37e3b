"""The hallway: reads and checks a school, then walks from its plans to its published sites."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Span, blocking, in_order
from portfolio_gen.hallway.calm import few_searches
from portfolio_gen.hallway.crew import FEW, Crew
from portfolio_gen.hallway.digests import Digests
from portfolio_gen.hallway.knowing import Known, read_everything
from portfolio_gen.hallway.order import Order, processors
from portfolio_gen.hallway.published import seen_as
from portfolio_gen.hallway.recall import Recall
from portfolio_gen.hallway.receipt import Glance, Question, keep
from portfolio_gen.hallway.rounds import Rounds
from portfolio_gen.hallway.spool import Spool
from portfolio_gen.hallway.surroundings import folders_of_program, mark_of_program, theme_trouble
from portfolio_gen.hallway.unit import RENDERING, Hands, Hire, Rendering
from portfolio_gen.hallway.wanted import Wanted, Wish
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.shard import Shard
from portfolio_gen.model.tell import tell
from portfolio_gen.publish import Press
from portfolio_gen.publish.rules import UNKNOWN_STUDENT
from portfolio_gen.read.rules import UNREADABLE
from portfolio_gen.render import trim_cache
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
    shard: Shard | None = None,
    rendering: Rendering = RENDERING,
    hire: Hire = Crew,
    glanced: Glance | None = None,
) -> BuildReport:
    """Build a school's sites.

    Nothing is touched when a file of the whole school has an error. Otherwise each site is published whole, as soon
    as it is made; a student with errors keeps the last good site, unless somebody has withdrawn what it rests on.

    Args:
        root: the school's folder.
        out: where the sites go; `site` in the school's folder by default, or `site-2-of-4` for a share.
        editions: names of the editions to build; all by default. The others stay as they are.
        students: ids of the students to build; all by default. The others stay as they are.
        jobs: how many processes render; as many as there are processors by default.
        force: whether to make everything again, also what is fresh.
        on: the day on which consents hold and decisions are released.
        progress: called with each step, in this process.
        shard: only this share of the sites, for machines that build side by side; `merge` joins their outputs.
        rendering: other functions to render with, for tests.
        hire: calls for those who render; processes of this machine by default.
        glanced: what a first look has told, which has not spared a build; then the next look may.

    Returns:
        What became of every site, and all diagnostics; nothing is raised for bad content or a bad output.
    """
    question = Question.of(root, out, editions=editions, students=students, on=on, shard=shard)
    order = Order(
        root=question.root,
        out=question.out,
        editions=frozenset(editions),
        students=frozenset(students),
        jobs=jobs or processors(),
        force=force,
        on=on,
        progress=progress or (lambda _: None),
        shard=shard,
        rendering=rendering,
        hire=hire,
        glanced=glanced,
    )
    watch = Stopwatch()
    with watch.stage("recall"):
        digests = Digests.load(order.root, order.cache / "digests.json")
    with few_searches():
        report = _build(order, digests, watch)
    with watch.stage("recall"):
        digests.save(order.cache / "digests.json", all_used=order.whole)
        if report.rebuilt:
            trim_cache(order.cache)
    return report


def _build(order: Order, digests: Digests, watch: Stopwatch) -> BuildReport:
    hands = order.hire(order.jobs)
    # Who reads must be near the school, wherever the sites are made.
    readers = hands if isinstance(hands, Crew) else Crew(order.jobs)
    with readers, Spool(order.cache) as spool:
        return _walk(order, digests, watch, hands, readers, spool)


def _walk(
    order: Order, digests: Digests, watch: Stopwatch, hands: Hands, readers: Crew, spool: Spool
) -> BuildReport:
    with watch.stage("recall"):
        recall = Recall(order)
    if readers is hands and not order.students and recall.knows_nothing_of(FEW):
        readers.expect_much()
    read = partial(read_everything, order, digests, watch, readers, spool)
    known = None if recall.useful else read()
    found = _foreseen(known, order) if known else ()
    if known and _is_unreadable(known, found):
        return BuildReport(out=order.out, diagnostics=found, seconds=watch.seconds)
    with watch.stage("publish"):
        press, said = Press.open(
            order.out, shown=order.shown, shard=order.shard, made_with=mark_of_program()
        )
    if press is None:
        found = found or read().found
        diagnostics = in_order(found + said)
        return BuildReport(
            out=order.out, diagnostics=diagnostics, refused=True, seconds=watch.seconds
        )
    with watch.stage("publish"), press:
        if press.waited:
            # Whoever was here before has perhaps published something newer than what was read.
            order = replace(order, glanced=None)
            recall, known = Recall(order), None
            read = partial(read_everything, order, digests, watch, readers, spool)
        known = known or _recalled(order, recall, press, digests, watch)
        known = known or read()
        found = _foreseen(known, order)
        if known.school is None or _is_unreadable(known, found):
            return BuildReport(out=order.out, diagnostics=in_order(found + said))
        rounds = Rounds(order, known, known.school, press, digests, watch, found + said)
        rounds.go(hands)
        if not order.students:
            with watch.stage("recall"):
                recall.remember(known, rounds.published())
        report = rounds.report(foreseen=found)
        if rounds.idle and not said:
            _leave_receipt(order, recall, report)
    return report


def _leave_receipt(order: Order, recall: Recall, report: BuildReport) -> None:
    """Let the next look spare a build, if somebody looks; not when something could not be read just now."""
    passing = any(one.rule == UNREADABLE for one in report.diagnostics)
    if order.glanced and recall.stock and not passing:
        keep(order.question, report, recall.stock, folders_of_program())


def _recalled(
    order: Order, recall: Recall, press: Press, digests: Digests, watch: Stopwatch
) -> Known | None:
    """The school with only those read anew who have changed, or whose sites are not as they should be."""
    students = recall.changed
    with watch.stage("read"):
        while recall.spares_work(students):
            order.progress(Step("read"))
            known = recall.read(students, digests.of)
            if known is None or known.school is None:
                return None
            wishes = Wanted(order=order, school=known.school, found=known.found).wishes
            lacking = {
                one.student.id
                for one in wishes
                if one.student.id in known.outlined and not _is_fresh(order, recall, press, one)
            }
            if not lacking:
                return known
            students |= lacking
    return None


def _is_fresh(order: Order, recall: Recall, press: Press, wish: Wish) -> bool:
    """Whether a site is published as the last build has left it."""
    known = press.places.get(wish.place)
    mark = recall.fingerprint(wish.student.id, wish.place)
    if known is None or not mark == known.fingerprint != "":
        return False
    if order.glanced and (seen := order.glanced.places.get(str(wish.place))):
        return seen == seen_as((path, one.size) for path, one in known.files.items())
    return press.is_intact(wish.place)


def _foreseen(known: Known, order: Order) -> tuple[Diagnostic, ...]:
    """Everything that is wrong before anything is made."""
    return in_order((*known.found, *_impossible(order, known.school)))


def _is_unreadable(known: Known, found: tuple[Diagnostic, ...]) -> bool:
    """Whether something is wrong with the whole school, or with what was asked for, so that nothing may be touched."""
    return known.school is None or any(not one.about for one in blocking(found))


def _impossible(order: Order, school: School | None) -> Iterator[Diagnostic]:
    """What was asked for and cannot be had."""
    if school is None:
        return
    if trouble := theme_trouble(school, order):
        yield trouble
    for student in sorted(order.students - school.known):
        message = tell("there is no student `%(student)s` in this school", student=student)
        yield Diagnostic(UNKNOWN_STUDENT, Span("students"), message, tell("look into `students/`"))
