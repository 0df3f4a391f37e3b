"""The student as one edition may show them: name, face, a few words, an address."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata

from portfolio_gen.model.access import Access
from portfolio_gen.model.blueprint import PersonView
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import sentence
from portfolio_gen.model.student import Link, Student
from portfolio_gen.model.work_views import ElsewhereView, MediaView
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.work import language

UNLISTED = 32
"""Hexadecimal digits of an unlisted site's address: 128 bits, which nobody finds by trying."""


def plan_person(sight: Sight, facts: tuple[tuple[str, str], ...]) -> PersonView:
    """Who this is, as far as the edition may say; one name, and no other beside it."""
    student, granted = sight.student, sight.access
    mine = "work" in granted.shows
    interests = tuple(one for one in student.interests if mine and not granted.hides(one))
    folder = site_folder(sight.school, student, granted)
    return PersonView(
        id=folder,
        address=f"{folder}/",
        name=shown_name(sight),
        initials=initials(_whole_name(sight)),
        language=language(sight),
        pronouns=(student.pronouns or "") if granted.name == "preferred" else "",
        sentence=(student.sentence or "") if mine and not granted.hides(student.sentence) else "",
        picture=_picture(sight),
        phase=_phase(sight),
        cohort=_cohort(sight),
        interests=interests,
        links=_links(sight) if mine else (),
        facts=facts,
    )


def shown_name(sight: Sight) -> str:
    """The name of the edition: official, preferred, or initials such as `M. C.`"""
    if sight.access.name == "initials":
        return _spaced(initials(sight.student.name))
    return _whole_name(sight)


def _whole_name(sight: Sight) -> str:
    """The official name where it is shown, so that one edition never ties the two names together."""
    if sight.access.name == "full" and sight.ledger:
        return sight.ledger.official_name
    return sight.student.name


def initials(name: str) -> str:
    """First letters of the first and the last word: `MC`, and apart where a script has no capitals: `ع ا`."""
    parts = unicodedata.normalize("NFC", name).split()
    words = [word for part in parts if (word := "".join(filter(str.isalnum, part)))]
    outer = words if len(words) < 2 else [words[0], words[-1]]
    letters = [word[0].upper() for word in outer]
    return ("" if all(map(str.isupper, letters)) else " ").join(letters)


def _spaced(letters: str) -> str:
    return " ".join(f"{one}." for one in letters if not one.isspace())


def site_folder(school: School, student: Student, granted: Access) -> str:
    """Folder of the site: the student's id, or an alias where the edition is unlisted or shows only initials.

    Ids are mostly names, so an id would say what the page does not. The alias differs from edition to edition, so
    that two editions cannot be laid side by side. It is keyed with the school's `secret`, for without a key anybody
    could try a class list against it; without a secret the key is what only the student's ledger knows.
    """
    unlisted = granted.policy.unlisted
    if granted.name != "initials" and not unlisted:
        return student.id
    kind = ("unlisted",) if unlisted else ()
    message = "\0".join((*kind, granted.edition, student.id)).encode()
    letters = hmac.new(_key(school, student), message, hashlib.sha256).hexdigest()
    return f"student-{letters[: UNLISTED if unlisted else 8]}"


def _key(school: School, student: Student) -> bytes:
    settings, ledger = school.settings, school.ledgers.get(student.id)
    if settings.secret:
        return settings.secret.encode()
    if ledger is None:
        return settings.school.encode()
    enrolment = ledger.enrolment
    private = (ledger.official_name, str(enrolment.entered), enrolment.advisor or "")
    return "\0".join((settings.school, *private)).encode()


def _picture(sight: Sight) -> MediaView | None:
    """The portrait, described with nothing that the edition may not say."""
    portrait = sight.student.picture
    if portrait is None or portrait.source is None or "picture" not in sight.access.shows:
        return None
    described = portrait.alt if portrait.alt and not sight.access.hides(portrait.alt) else None
    name = shown_name(sight)
    return MediaView(
        source=portrait.source,
        alt=described or sentence("Portrait of %(name)s", name=name),
        title=name,
    )


def _phase(sight: Sight) -> str:
    if "phase" not in sight.access.shows or sight.ledger is None:
        return ""
    phase = sight.ledger.enrolment.phase
    return next((one.by_age for one in sight.framework.phases if one.id == phase), "")


def _cohort(sight: Sight) -> str:
    """The group by age, which tells as much of the student as the phase does, and is shown where that is."""
    if "phase" not in sight.access.shows or sight.ledger is None:
        return ""
    cohort = sight.ledger.enrolment.cohort
    return next((one.title for one in sight.framework.cohorts if one.id == cohort), "")


def _links(sight: Sight) -> tuple[ElsewhereView, ...]:
    """Links elsewhere; none beside initials, for they lead to a person with a name."""
    if sight.access.name == "initials":
        return ()
    return tuple(
        ElsewhereView(
            title=one.title, url=one.url, about=one.about or "", copy=_copy_kept(sight, one)
        )
        for one in sight.student.links
        if not sight.access.hides(one.title, one.url, one.about)
    )


def _copy_kept(sight: Sight, link: Link) -> MediaView | None:
    """What is kept of the place that a link leads to, where work may be shown."""
    if link.source is None or "work" not in sight.access.shows:
        return None
    return MediaView(source=link.source, alt="", title=link.title)
