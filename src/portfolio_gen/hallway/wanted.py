"""Which sites should be there, and which published ones may stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from portfolio_gen.diagnostics import Diagnostic, Span, blocking, errors
from portfolio_gen.hallway.order import Order
from portfolio_gen.model.exhibition import FOLDER
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan import distinct, plan_folder, still_granted
from portfolio_gen.publish import Place, Record
from portfolio_gen.publish.rules import SAME_ADDRESS
from portfolio_gen.seal.did import FOLDER as ISSUER
from portfolio_gen.seal.did import is_usable

ASSETS = "assets"
"""Folder of an edition for what all its sites share."""
OF_COMMITTEE = frozenset({"pitches", "sessions"})
"""Folders of the committee's edition for pages of its own."""
VERIFY = "verify"
"""Folder of an edition for the page that checks records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A site that should be there."""

    place: Place
    edition: EditionName
    student: Student


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What an order asks of a school, and what the school's records allow."""

    order: Order
    school: School
    found: tuple[Diagnostic, ...]
    """What reading and checking have found."""

    @cached_property
    def editions(self) -> tuple[EditionName, ...]:
        """The editions to build."""
        policy = self.school.settings.policy
        return tuple(one for one in self.order.asked() if policy(one).build)

    @cached_property
    def listed(self) -> tuple[EditionName, ...]:
        """Those of them that get a page which says who is there; a share of the sites cannot say it."""
        if self.order.shard:
            return ()
        return tuple(one for one in self.editions if not self.school.settings.policy(one).unlisted)

    @cached_property
    def dressed(self) -> tuple[EditionName, ...]:
        """Those of them that get what all their sites share."""
        return tuple(one for one in self.editions if self.order.holds("", f"{one}/{ASSETS}"))

    @cached_property
    def certified(self) -> tuple[Place, ...]:
        """Folders by which the records of an edition can be checked, where it has any."""
        records, settings = self.school.records, self.school.settings
        places = (
            Place(edition, folder)
            for edition in self.editions
            if edition in records.editions()
            for folder in (ISSUER, VERIFY)
            if folder == VERIFY or is_usable(settings.policy(edition).address)
        )
        return tuple(one for one in places if self.order.holds("", str(one)))

    @cached_property
    def blocked(self) -> frozenset[str]:
        """Ids of students whose sites cannot be made anew, because something is wrong with their files."""
        read = {one.id for one in self.school.students}
        return frozenset(one.about for one in blocking(self.found)) | (self.school.known - read)

    @cached_property
    def wishes(self) -> tuple[Wish, ...]:
        """The sites to make, student by student, so that what a student's editions share is near in time."""
        return tuple(one for one in self._asked_for() if one.student.id not in self.blocked)

    @cached_property
    def impossible(self) -> tuple[Wish, ...]:
        """The sites that would be made if their students' files were in order."""
        return tuple(one for one in self._asked_for() if one.student.id in self.blocked)

    @cached_property
    def same_addresses(self) -> tuple[Diagnostic, ...]:
        """Students who get no site, because another one already stands where theirs would."""
        return tuple(
            _same_address(self.school, student, edition, folder)
            for edition in self.editions
            for student, folder in self._folders[edition].items()
            if student not in self._owners[edition].values()
        )

    def fate_of(self, place: Place, record: Record) -> str:
        """What a published place is: `wanted`, to be `kept` as it is, `stale`, or `other` than what was asked for."""
        if not self.order.covers(place.edition, record.student):
            return "other"
        if not record.student:
            wanted = self.dressed if place.folder == ASSETS else self.listed
            stays = (
                place in self.certified
                if place.folder in (ISSUER, VERIFY)
                else place.edition in wanted
            )
            return "wanted" if stays else "stale"
        if place in self._places:
            return "wanted"
        # Whoever has no folder any more has left, whatever is wrong with what committees keep of them.
        waits = record.student in self.blocked & self.school.known
        stays = waits and self.may_stay(place, record)
        return "kept" if stays else "stale"

    def may_stay(self, place: Place, record: Record) -> bool:
        """Whether everything that a published site rests on still holds."""
        folder = f"students/{record.student}"
        own_choice = {folder, f"{folder}/student.yml"}
        return still_granted(
            self.school,
            record.student,
            next(one for one in EDITIONS if one == place.edition),
            self.order.on,
            record.grants,
            choice_is_known=all(one.span.path not in own_choice for one in errors(self.found)),
        )

    def _asked_for(self) -> Iterator[Wish]:
        for student in self.school.students:
            for edition in self.editions:
                folder = self._folders[edition].get(student.id)
                owns = folder is not None and self._owners[edition].get(folder) == student.id
                asked = self.order.covers(edition, student.id) and self.order.holds(student.id)
                if folder and owns and asked:
                    place = Place(edition, folder)
                    yield Wish(place=place, edition=edition, student=student)

    @cached_property
    def _places(self) -> frozenset[Place]:
        return frozenset(one.place for one in self.wishes)

    @cached_property
    def _folders(self) -> Mapping[EditionName, Mapping[str, str]]:
        """Edition to student to the folder of their site."""
        return {
            edition: {
                one.id: folder
                for one in self.school.students
                if (folder := plan_folder(self.school, one, edition, self.order.on))
            }
            for edition in self.editions
        }

    @cached_property
    def _owners(self) -> Mapping[EditionName, Mapping[str, str]]:
        """Edition to folder to the one student whose site stands there."""
        return {
            edition: {
                folder: next(one for one, theirs in folders.items() if theirs == folder)
                for folder in distinct(folders.values())
                if folder not in own_folders(self.school, edition)
            }
            for edition, folders in self._folders.items()
        }


def own_folders(school: School, edition: EditionName) -> frozenset[str]:
    """Folders of an edition for pages of its own, in which nobody's site can stand."""
    shown = frozenset({FOLDER} if school.settings.exhibits(edition) else ())
    return shown | OF_COMMITTEE if edition == "committee" else shown


def _same_address(school: School, student: str, edition: EditionName, folder: str) -> Diagnostic:
    place, own = f"{edition}/{folder}", folder in own_folders(school, edition)
    if folder in OF_COMMITTEE and own:
        words = to_tell("the site `%(place)s` would stand where pages of the committee's own stand")
    elif own:
        words = to_tell("the site `%(place)s` would stand where pages of the edition's own stand")
    else:
        words = to_tell("the site `%(place)s` would stand where another student's already stands")
    hint = (
        tell("rename the folder in `students/`")
        if own
        else tell("rename one of the two folders in `students/`")
    )
    message = tell(words, place=place)
    return Diagnostic(SAME_ADDRESS, Span(f"students/{student}"), message, hint, about=student)
