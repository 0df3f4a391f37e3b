"""The hallway, room by room: what is wanted, what is fresh, what is made, and what has to go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from portfolio_gen.crew import Crew, Done, Stopped
from portfolio_gen.diagnostics import Diagnostic, Span, errors, in_order
from portfolio_gen.digests import Digests
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.blueprint import IndexBlueprint, SiteBlueprint
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.order import Order
from portfolio_gen.people import person_from_json, person_to_json
from portfolio_gen.plan import (
    distinct,
    fingerprint,
    plan_folder,
    plan_grants,
    plan_index,
    plan_site,
    still_granted,
)
from portfolio_gen.publish import Place, Press, Record, Sheets, cannot_publish, files_of
from portfolio_gen.publish.rules import SAME_ADDRESS, STOPPED_WORKER
from portfolio_gen.render import (
    Rendered,
    Workshop,
    render_assets,
    render_index,
    render_site,
    theme_folders,
)
from portfolio_gen.report import BuildReport, Stage, Step, Stopwatch
from portfolio_gen.surroundings import digest_of_folders, of_program

ASSETS = "assets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The doors of the render room; functions of a module's top level, so that another process finds them.

    Each writes files below the folder it is given and tells which, by their paths relative to that folder.
    """

    site: Callable[[SiteBlueprint, Workshop, Path], Rendered]
    index: Callable[[IndexBlueprint, Workshop, Path], Rendered]
    assets: Callable[[Workshop, Path], Rendered]
    """Writes what stands in the edition's `assets/`, without that name itself."""


RENDERING = Rendering(site=render_site, index=render_index, assets=render_assets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A site that should be there."""

    place: Place
    edition: EditionName
    student: Student


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Something to render: a site, an edition's index, or (without a blueprint) its assets."""

    blueprint: SiteBlueprint | IndexBlueprint | None
    workshop: Workshop
    into: Path
    place: Place
    record: Record
    """What the manifest will say of it, still without files."""


def render(rendering: Rendering, unit: Unit) -> Rendered:
    """Render one unit; runs in a worker."""
    if unit.blueprint is None:
        return rendering.assets(unit.workshop, unit.into)
    if isinstance(unit.blueprint, IndexBlueprint):
        return rendering.index(unit.blueprint, unit.workshop, unit.into)
    return rendering.site(unit.blueprint, unit.workshop, unit.into)


class Rounds:
    """One walk from a school's plans to its published sites, and what became of each."""

    def __init__(
        self,
        order: Order,
        school: School,
        press: Press,
        rendering: Rendering,
        digests: Digests,
        found: tuple[Diagnostic, ...],
    ) -> None:
        """Begin where reading and checking have ended, with the output open."""
        self._order = order
        self._school = school
        self._press = press
        self._rendering = rendering
        self._digests = digests
        self._found = list(found)
        self._fates: dict[str, set[Place]] = {
            fate: set() for fate in ("rebuilt", "reused", "kept", "failed", "pruned")
        }
        self._pages = 0
        self._faulty = frozenset(one.span.path for one in errors(found))
        read = {one.id for one in school.students}
        self._blocked = {one.about for one in errors(found)} | (school.known - read)
        self._editions = tuple(one for one in order.asked() if school.settings.policy(one).build)
        self._wishes = list(self._wanted())

    def report(self, watch: Stopwatch) -> BuildReport:
        """What became of everything."""
        return BuildReport(
            out=self._order.out,
            diagnostics=in_order(self._found),
            rebuilt=self._fate("rebuilt"),
            reused=self._fate("reused"),
            kept=self._fate("kept"),
            failed=self._fate("failed"),
            pruned=self._fate("pruned"),
            pages=self._pages,
            seconds=watch.seconds,
        )

    def _fate(self, fate: str) -> tuple[str, ...]:
        return tuple(map(str, sorted(self._fates[fate])))

    def go(self, watch: Stopwatch) -> None:
        """First take away what may not stay, then make what is not fresh: assets, sites, indexes.

        Withdrawals come first, with the indexes that name people, so that they hold even when the rest takes long
        or is cut off.
        """
        with watch.stage("plan"):
            self._prune()
        with Crew(self._order.jobs) as crew:
            if self._fates["pruned"]:
                with watch.stage("index"):
                    self._make(crew, "index", self._indexes(), len(self._editions))
            with watch.stage("assets"):
                self._make(crew, "assets", self._all_assets(), len(self._editions))
            with watch.stage("sites"):
                self._make(crew, "sites", self._sites(), len(self._wishes))
            with watch.stage("index"):
                self._make(crew, "index", self._indexes(), len(self._editions))
        if self._order.whole and not self._press.complete:
            self._found += self._press.set_aside_unknown(EDITIONS)

    # What is wanted, and what has to go

    def _wanted(self) -> Iterator[Wish]:
        """The sites that should be there, student by student, so that what editions share is shared."""
        free = {edition: self._folders(edition) for edition in self._editions}
        for student in self._school.students:
            for edition in self._editions:
                folder = free[edition].get(student.id)
                if not folder or not self._order.covers(edition, student.id):
                    continue
                wish = Wish(place=Place(edition, folder), edition=edition, student=student)
                if student.id not in self._blocked:
                    yield wish
                elif not self._published(edition, student.id):
                    self._fates["failed"].add(wish.place)

    def _folders(self, edition: EditionName) -> dict[str, str]:
        """Student id to the folder of their site; two students never get the same one."""
        folders = {
            one.id: folder
            for one in self._school.students
            if (folder := plan_folder(self._school, one, edition, self._order.on))
        }
        first: dict[str, str] = {}
        for student, folder in folders.items():
            first.setdefault(folder, student)
        kept = {first[folder] for folder in distinct(folders.values())}
        for student in folders.keys() - kept:
            self._found.append(_same_address(student, f"{edition}/{folders[student]}"))
        return {student: folders[student] for student in folders if student in kept}

    def _published(self, edition: str, student: str) -> list[Place]:
        return [
            place
            for place, record in self._press.places.items()
            if place.edition == edition and record.student == student
        ]

    def _prune(self) -> None:
        """Take away every place that was asked for and that nobody wants or may show any more."""
        self._order.progress(Step("plan"))
        wanted = {one.place for one in self._wishes}
        stale = []
        for place, record in self._press.places.items():
            if place in wanted or not self._order.covers(place.edition, record.student):
                continue
            if record.student in self._blocked and self._may_stay(place):
                self._fates["kept"].add(place)
            elif record.student or place.edition not in self._editions:
                stale.append(place)
        self._withdraw(stale)

    def _may_stay(self, place: Place) -> bool:
        """Whether everything that a published site rests on still holds."""
        record = self._press.places[place]
        return still_granted(
            self._school,
            record.student,
            _edition(place),
            self._order.on,
            record.grants,
            choice_is_known=f"students/{record.student}/student.yml" not in self._faulty,
        )

    def _withdraw(self, places: list[Place]) -> None:
        for place in places:
            if self._press.places[place].student:
                self._fates["pruned"].add(place)
        try:
            self._found += self._press.withdraw(places)
        except OSError as problem:
            self._found.append(cannot_publish(self._order.shown, problem))

    # What is to be made

    def _all_assets(self) -> Iterator[Unit]:
        for edition in self._editions:
            place = Place(edition, ASSETS)
            if unit := self._unless_fresh("assets", place, edition, None, Record()):
                yield unit

    def _sites(self) -> Iterator[Unit]:
        for wish in self._wishes:
            if unit := self._site(wish):
                yield unit

    def _site(self, wish: Wish) -> Unit | None:
        school, student, on = self._school, wish.student, self._order.on
        unreleased = school.settings.policy(wish.edition).unreleased
        standings = evaluate(
            school.framework,
            student,
            school.ledgers.get(student.id),
            on=None if unreleased else on,
        )
        blueprint = plan_site(school, student, wish.edition, standings=standings, on=on)
        if blueprint is None:
            return None
        record = Record(
            student=student.id,
            grants=plan_grants(school, student, wish.edition, on),
            person=person_to_json(blueprint.person, school.root),
        )
        return self._unless_fresh("sites", wish.place, wish.edition, blueprint, record)

    def _indexes(self) -> Iterator[Unit]:
        """Who is in each edition, by what is published at this moment."""
        for edition in self._editions:
            people = [
                person_from_json(record.person, self._school.root)
                for place, record in sorted(self._press.places.items())
                if place.edition == edition and record.student
            ]
            blueprint = plan_index(self._school, edition, people)
            if unit := self._unless_fresh("index", Place(edition), edition, blueprint, Record()):
                yield unit

    def _unless_fresh(
        self,
        stage: Stage,
        place: Place,
        edition: EditionName,
        blueprint: SiteBlueprint | IndexBlueprint | None,
        record: Record,
    ) -> Unit | None:
        """A unit of work, if what is published is not what it would become."""
        workshop, surroundings = self._workshops[edition]
        mark = fingerprint(
            blueprint,
            surroundings=(*surroundings, *record.grants),
            digest_of=self._digests.of,
        )
        known = self._press.places.get(place)
        if (
            known
            and known.fingerprint == mark
            and not self._order.force
            and self._press.is_intact(place)
        ):
            self._found += known.diagnostics
            self._settle(stage, "reused", place, known)
            return None
        try:
            into = self._press.stage(place)
        except OSError as problem:
            self._found.append(cannot_publish(self._order.shown, problem, about=record.student))
            self._fall_back(stage, place)
            return None
        return Unit(
            blueprint=blueprint,
            workshop=workshop,
            into=into,
            place=place,
            record=replace(record, fingerprint=mark),
        )

    @cached_property
    def _workshops(self) -> dict[EditionName, tuple[Workshop, tuple[str, ...]]]:
        """For each edition what it is made with, and a digest of that."""
        settings = self._school.settings
        themes = theme_folders(self._order.root, settings.theme.name)
        made_with = (*of_program(), digest_of_folders(themes))
        languages = _languages(self._school)
        return {
            edition: (
                Workshop(
                    edition=edition,
                    themes=themes,
                    cache=self._order.cache,
                    languages=languages,
                    address=settings.policy(edition).address or "",
                ),
                (*made_with, edition, settings.policy(edition).address or "", *languages),
            )
            for edition in self._editions
        }

    # What becomes of it

    def _make(self, crew: Crew, stage: Stage, units: Iterable[Unit], of: int) -> None:
        """Render units and publish each group that is ready."""
        self._stage_size = of
        self._stage_done = 0
        for group in crew.work(units, partial(render, self._rendering)):
            sheets = [sheet for one in group if (sheet := self._sheets(one))]
            self._found += self._press.publish(sheets) if sheets else ()
            for one in group:
                self._judge(stage, one.unit)

    def _sheets(self, one: Done[Unit, Rendered]) -> Sheets | None:
        """What has been rendered, ready to be published; None when it must not be."""
        unit, student = one.unit, one.unit.record.student
        if isinstance(one.result, Stopped):
            self._found.append(_stopped(unit, one.result))
            return None
        said = one.result.diagnostics
        if student:
            said = tuple(replace(each, about=student) for each in said)
        self._found += said
        if errors(each for each in said if each.about == student):
            return None
        files = files_of(unit.into, one.result.files)
        record = replace(unit.record, files=files, diagnostics=said)
        return Sheets(place=unit.place, folder=unit.into, record=record)

    def _judge(self, stage: Stage, unit: Unit) -> None:
        """See whether a unit is published now."""
        published = self._press.places.get(unit.place)
        if published and published.fingerprint == unit.record.fingerprint:
            self._pages += sum(path.endswith(".html") for path in published.files)
            self._settle(stage, "rebuilt", unit.place, published)
        else:
            self._fall_back(stage, unit.place)

    def _fall_back(self, stage: Stage, place: Place) -> None:
        """Something could not be made: what was there stays, if it may."""
        known = self._press.places.get(place)
        if known and known.student and not self._may_stay(place):
            self._withdraw([place])
            known = None
        self._settle(stage, "kept" if known else "failed", place, known)

    def _settle(self, stage: Stage, fate: str, place: Place, record: Record | None) -> None:
        self._stage_done += 1
        if stage == "sites":
            self._fates[fate].add(place)
        self._order.progress(Step(stage, self._stage_done, self._stage_size, str(place)))


def _edition(place: Place) -> EditionName:
    return next(one for one in EDITIONS if one == place.edition)


def _languages(school: School) -> tuple[str, ...]:
    """All languages that somebody writes in, the school's own first."""
    written = {
        language
        for student in school.students
        for language in (
            student.language,
            *(one.language for one in student.artifacts),
            *(one.language for one in student.narratives),
        )
        if language
    }
    return tuple(dict.fromkeys((school.settings.language, *sorted(written))))


def _same_address(student: str, place: str) -> Diagnostic:
    message = f"the site `{place}` would stand where another student's already stands"
    hint = "rename one of the two folders in `students/`"
    return Diagnostic(SAME_ADDRESS, Span(f"students/{student}"), message, hint, about=student)


def _stopped(unit: Unit, stopped: Stopped) -> Diagnostic:
    student = unit.record.student
    message = f"`{unit.place}` could not be made: {stopped.reason}"
    hint = (
        "what was published before stays; build again, and tell the developers if it happens again"
    )
    span = Span(f"students/{student}" if student else "portfolio.yml")
    return Diagnostic(STOPPED_WORKER, span, message, hint, about=student)
