"""The hallway, room by room: what is wanted, what is fresh, what is made, and what has to go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial

from portfolio_gen.diagnostics import Diagnostic, Span, blocking, in_order
from portfolio_gen.hallway.crew import Done, Stopped
from portfolio_gen.hallway.digests import Digests
from portfolio_gen.hallway.exhibition import exhibit_from_json
from portfolio_gen.hallway.knowing import Known
from portfolio_gen.hallway.order import Order
from portfolio_gen.hallway.people import person_from_json
from portfolio_gen.hallway.planning import Planned, plan_shared, plan_student
from portfolio_gen.hallway.queue import queue_from_json
from portfolio_gen.hallway.records import issuer_blueprint
from portfolio_gen.hallway.sittings import session_views
from portfolio_gen.hallway.surroundings import Surroundings, surroundings, unreadable_theme
from portfolio_gen.hallway.tally import Tally
from portfolio_gen.hallway.unit import Hands, Unit, render
from portfolio_gen.hallway.wanted import ASSETS, VERIFY, Wanted, Wish
from portfolio_gen.model.blueprint import (
    IndexBlueprint,
    IssuerBlueprint,
    PersonView,
)
from portfolio_gen.model.exhibition_views import ExhibitView
from portfolio_gen.model.queue_views import QueueView
from portfolio_gen.model.school import School
from portfolio_gen.model.session_views import SessionView
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.tell import tell
from portfolio_gen.plan import plan_index, plan_queue
from portfolio_gen.publish import Place, Press, Sheets, cannot_publish, listing_of
from portfolio_gen.publish.rules import STOPPED_WORKER
from portfolio_gen.render import Rendered
from portfolio_gen.report import BuildReport, Stage, Step, Stopwatch


class Rounds:
    """One walk from a school's plans to its published sites, and what became of each."""

    def __init__(
        self,
        order: Order,
        known: Known,
        school: School,
        press: Press,
        digests: Digests,
        watch: Stopwatch,
        found: tuple[Diagnostic, ...],
    ) -> None:
        """Begin where reading and checking have ended, with the output open."""
        self._order = order
        self._known = known
        self._school = school
        self._press = press
        self._digests = digests
        self._found = list(found)
        self._fates: dict[str, set[Place]] = {
            fate: set() for fate in ("rebuilt", "reused", "kept", "failed", "pruned")
        }
        self._wanted = Wanted(order=order, school=school, found=found)
        self._owners = {one.place: one.student.id for one in self._wanted.wishes}
        self._tally = Tally(self._owners.values())
        self._watch = watch
        self.idle = True
        """Whether there was nothing to do, so that the same order would find the same again."""

    def report(self, foreseen: Iterable[Diagnostic]) -> BuildReport:
        """What became of everything, given what checking could tell before."""
        return BuildReport(
            out=self._order.out,
            diagnostics=in_order(self._found),
            unforeseen=in_order({*self._found}.difference(foreseen)),
            rebuilt=self._fate("rebuilt"),
            reused=self._fate("reused"),
            kept=self._fate("kept"),
            failed=self._fate("failed"),
            pruned=self._fate("pruned"),
            pages=self._tally.pages,
            pictures=self._tally.pictures,
            seconds=self._watch.seconds,
            effort=self._tally.effort,
        )

    def published(self) -> dict[str, dict[str, str]]:
        """Student to the places that are as they should be now, with their fingerprints."""
        found: dict[str, dict[str, str]] = {}
        for place in sorted(self._fates["rebuilt"] | self._fates["reused"]):
            if record := self._press.places.get(place):
                found.setdefault(record.student, {})[str(place)] = record.fingerprint
        return found

    def _fate(self, fate: str) -> tuple[str, ...]:
        return tuple(map(str, sorted(self._fates[fate])))

    def go(self, hands: Hands) -> None:
        """First take away what may not stay, then make what is not fresh: assets, sites, indexes.

        Withdrawals come first, with the indexes that name people, so that they hold even when the rest takes long
        or is cut off.
        """
        with self._watch.stage("plan"):
            self._prune()
            if not self._know_surroundings():
                return
        with hands as crew:
            if self._fates["pruned"]:
                self._make(crew, "index", self._indexes(), len(self._wanted.listed))
            shared = len(self._wanted.dressed) + len(self._wanted.certified)
            self._make(crew, "assets", self._all_assets(), shared)
            self._make(crew, "sites", self._sites(), len(self._wanted.wishes))
            self._make(crew, "index", self._indexes(), len(self._wanted.listed))
        if self._order.whole and not self._press.complete:
            self._set_aside_unknown()

    def _prune(self) -> None:
        """Take away every place that was asked for and that nobody wants or may show any more."""
        self._order.progress(Step("plan"))
        self._found += self._wanted.same_addresses
        fates = {
            place: self._wanted.fate_of(place, record)
            for place, record in self._press.places.items()
        }
        self._fates["kept"] |= {place for place, fate in fates.items() if fate == "kept"}
        self._fates["failed"] |= {one.place for one in self._wanted.impossible} - fates.keys()
        self._withdraw([place for place, fate in fates.items() if fate == "stale"])

    def _know_surroundings(self) -> bool:
        """Look at the theme; whoever cannot be shown in it stays as they are, or waits."""
        try:
            return self._surroundings is not None
        except OSError as problem:
            self.idle = False
            self._found.append(unreadable_theme(self._school, problem))
        for place in {one.place for one in self._wanted.wishes}:
            self._fates["kept" if place in self._press.places else "failed"].add(place)
        return False

    def _withdraw(self, places: list[Place]) -> None:
        self.idle = self.idle and not places
        sites = {one for one in places if self._press.places[one].student}
        try:
            self._found += self._press.withdraw(places)
        except OSError as problem:
            self._found.append(cannot_publish(self._order.shown, problem))
        self._fates["pruned"] |= sites - self._press.places.keys()

    def _set_aside_unknown(self) -> None:
        """Put out of reach what a lost manifest has named, now that everything else is in the new one."""
        try:
            self._found += self._press.set_aside_unknown(EDITIONS)
        except OSError as problem:
            self._found.append(cannot_publish(self._order.shown, problem))

    # What is to be made

    def _all_assets(self) -> Iterator[Unit]:
        for edition in self._wanted.dressed:
            if unit := self._shared("assets", Place(edition, ASSETS), edition, None):
                yield unit

        for place in self._wanted.certified:
            edition = next(one for one in self._wanted.editions if one == place.edition)
            blueprint = issuer_blueprint(self._school, edition, page=place.folder == VERIFY)
            if unit := self._shared("assets", place, edition, blueprint):
                yield unit

    def _sites(self) -> Iterator[Unit]:
        for wish in self._wanted.wishes:
            if wish.student.id in self._known.outlined:
                self._reuse("sites", wish.place)
                continue
            with self._watch.stage("plan"):
                planned = self._planned(wish)
                unit = planned and self._unless_fresh("sites", wish.place, wish.edition, planned)
            if unit:
                yield unit

    def _planned(self, wish: Wish) -> Planned | None:
        if wish.student.id in self._known.sheets:
            return self._known.plans.get(wish.place)
        _, marks = self._surroundings[wish.edition]
        return plan_student(
            self._school, wish.student, wish.edition, self._order.on, marks, self._digests.of
        )

    def _indexes(self) -> Iterator[Unit]:
        """Who is in each edition, by what is published at this moment."""
        for edition in self._wanted.listed:
            people = [
                person
                for place, record in sorted(self._press.places.items(), key=lambda one: one[0])
                if place.edition == edition and record.student
                if (person := person_from_json(record.person, self._school.root))
            ]
            for_committee = edition == "committee"
            blueprint = plan_index(
                self._school,
                edition,
                people,
                sessions=self._sessions(people) if for_committee else (),
                queue=self._queue() if for_committee else None,
                exhibits=self._exhibits(edition),
            )
            if unit := self._shared("index", Place(edition), edition, blueprint):
                yield unit

    def _sessions(self, people: Iterable[PersonView]) -> tuple[SessionView, ...]:
        return session_views(self._school, people, self._order.on, self._known.ledgers_of)

    def _exhibits(self, edition: EditionName) -> Iterator[ExhibitView]:
        """What stands in the exhibition, by what is published at this moment."""
        for place, record in self._press.places.items():
            if place.edition == edition:
                for told in record.exhibits:
                    if exhibit := exhibit_from_json(told, self._school.root):
                        yield exhibit

    def _queue(self) -> QueueView:
        """What waits for the committee, by what is published at this moment."""
        told = (
            pitch
            for place, record in self._press.places.items()
            if place.edition == "committee"
            for one in record.queue
            if (pitch := queue_from_json(one))
        )
        return plan_queue(told, self._order.on)

    def _shared(
        self,
        stage: Stage,
        place: Place,
        edition: EditionName,
        blueprint: IndexBlueprint | IssuerBlueprint | None,
    ) -> Unit | None:
        _, marks = self._surroundings[edition]
        planned = plan_shared(blueprint, marks, self._digests.of)
        return self._unless_fresh(stage, place, edition, planned)

    def _unless_fresh(
        self, stage: Stage, place: Place, edition: EditionName, planned: Planned
    ) -> Unit | None:
        """A unit of work, if what is published is not what it would become."""
        record = planned.record
        known = self._press.places.get(place)
        if (
            known
            and known.fingerprint == record.fingerprint
            and not self._order.force
            and self._press.is_intact(place)
        ):
            self._reuse(stage, place)
            return None
        self.idle = False
        try:
            into = self._press.stage(place)
        except OSError as problem:
            self._found.append(cannot_publish(self._order.shown, problem, about=record.student))
            self._fall_back(stage, place)
            return None
        return Unit(
            blueprint=planned.blueprint,
            workshop=self._surroundings[edition].workshop,
            into=into,
            place=place,
            record=record,
        )

    def _reuse(self, stage: Stage, place: Place) -> None:
        """What is published is what it would become; what was said about it then is said again."""
        known = self._press.places[place]
        self._found += known.diagnostics
        self._settle(stage, "reused", place)

    @cached_property
    def _surroundings(self) -> dict[EditionName, Surroundings]:
        return surroundings(self._school, self._order, self._wanted.editions)

    # What becomes of it

    def _make(self, crew: Hands, stage: Stage, units: Iterable[Unit], of: int) -> None:
        """Render units and publish each group that is ready."""
        self._tally.begin(stage, of)
        with self._watch.stage(stage):
            for group in crew.work(units, partial(render, self._order.rendering)):
                with self._watch.stage("publish"):
                    self._publish(stage, group)

    def _publish(self, stage: Stage, group: Sequence[Done[Unit, Rendered]]) -> None:
        """Publish what has become ready, all at once."""
        sheets = {one.unit.place: sheet for one in group if (sheet := self._sheets(one))}
        self._found += self._press.publish([*sheets.values()]) if sheets else ()
        for one in group:
            parts = {} if isinstance(one.result, Stopped) else one.result.seconds
            self._tally.worked(str(one.unit.place), one.seconds, parts)
            self._judge(stage, one.unit.place, sheets.get(one.unit.place))

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
        if blocking(each for each in said if each.about == student):
            return None
        try:
            listing = listing_of(unit.into, one.result.files)
        except OSError as problem:
            self._found.append(cannot_publish(self._order.shown, problem, about=student))
            return None
        # What may come out otherwise the next time must never be taken for fresh.
        mark = "" if one.result.passing else unit.record.fingerprint
        record = replace(unit.record, fingerprint=mark, listing=listing, diagnostics=said)
        return Sheets(place=unit.place, folder=unit.into, record=record)

    def _judge(self, stage: Stage, place: Place, sheets: Sheets | None) -> None:
        """See whether something is published as it was made."""
        if sheets and self._press.places.get(place) is sheets.record:
            self._tally.published(sheets.record.files)
            self._settle(stage, "rebuilt", place)
        else:
            self._fall_back(stage, place)

    def _fall_back(self, stage: Stage, place: Place) -> None:
        """Something could not be made: what was there stays, if it may."""
        known = self._press.places.get(place)
        if known and known.student and not self._wanted.may_stay(place, known):
            self._withdraw([place])
            known = None
        self._settle(stage, "kept" if known else "failed", place)

    def _settle(self, stage: Stage, fate: str, place: Place) -> None:
        if stage == "sites":
            self._fates[fate].add(place)
        self._order.progress(self._tally.settled(str(place), self._owners.get(place, "")))


def _stopped(unit: Unit, stopped: Stopped) -> Diagnostic:
    student = unit.record.student
    message = tell(
        "`%(place)s` could not be made: %(reason)s", place=str(unit.place), reason=stopped.reason
    )
    hint = tell(
        "what was published before stays; build again, and tell the developers if it happens again"
    )
    span = Span(f"students/{student}" if student else "portfolio.yml")
    return Diagnostic(STOPPED_WORKER, span, message, hint, about=student)
