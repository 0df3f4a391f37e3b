"""Signed records, beside what would be signed today: which may be published, and which are out of date."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio_gen.diagnostics import Diagnostic, Rule, Span, Told
from portfolio_gen.evaluate import evaluate
from portfolio_gen.hallway.rules import RECORD_CHANGED, RECORD_OUT_OF_DATE, RECORD_WITHHELD
from portfolio_gen.model.access import access
from portfolio_gen.model.blueprint import IssuerBlueprint, SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.record_views import RecordView
from portfolio_gen.model.records import LOG, Entry, path_of
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan import plan_index, plan_site
from portfolio_gen.seal.contexts import OF_CREDIT, OF_RECORD
from portfolio_gen.seal.did import did_document, did_of, home_of, is_usable, place_of, trial_did
from portfolio_gen.seal.document import Document, write_document
from portfolio_gen.seal.status import FILES

if TYPE_CHECKING:
    from portfolio_gen.seal.compose import Desk, Holder

ADDRESS = "transcript/transcript.json"
"""Of a record in its site."""
VERIFY = "verify/"
"""Address in an edition of the page that checks records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What would be signed of a student in an edition today."""

    desk: Desk
    content: Document
    facts: str
    """Digest of the content."""
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A record that was issued, as it stands today."""

    view: RecordView | None = None
    """None when it must not be published."""
    file: Path | None = None
    trouble: Diagnostic | None = None


NOTHING = Judged()


def draft(
    school: School, student: Student, site: SiteBlueprint, on: Day, *, key: str, salt: str
) -> Draft | None:
    """What would be signed; None when the edition tells nothing of credits.

    Args:
        school: as it is now.
        student: whose record it is.
        site: what the edition shows of them.
        on: the day.
        key: public key, which is the issuer itself where the edition has no address.
        salt: for the digest of the official name, where the edition may not say it.
    """
    if site.transcript is None:
        return None
    # Imported late, like all that only schools need which sign.
    from portfolio_gen.seal.compose import compose, sayings

    desk = _desk(school, site, key)
    holder = _holder(school, student, site, on, salt)
    content = compose(site, site.transcript, desk, holder)
    adults = {one.name for one in school.committee.members}
    return Draft(
        desk=desk,
        content=content,
        facts=_digest(content),
        says=sayings(site.transcript, desk, holder, adults),
    )


def _digest(content: Document) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _desk(school: School, site: SiteBlueprint, key: str) -> Desk:
    from portfolio_gen.seal.compose import Desk

    address = public_address(school, site.edition).rstrip("/")
    did = did_of(address) if address else trial_did(key)
    return Desk(
        did=did,
        school=site.school.name,
        url=site.school.url,
        home=home_of(did),
        site=f"{address}/{site.person.address}" if address else "",
        folder=site.person.id,
    )


def public_address(school: School, edition: EditionName) -> str:
    """Web address under which an edition's records are published; empty where they can only be on trial."""
    address = school.settings.policy(edition).address
    return address if address and is_usable(address) else ""


def _holder(school: School, student: Student, site: SiteBlueprint, on: Day, salt: str) -> Holder:
    from portfolio_gen.seal.compose import Holder

    granted = access(school, student, site.edition, on)
    if granted is None or granted.name != "initials":
        return Holder(name=site.person.name)
    return Holder(name=site.person.name, kept=kept_name(official_name(school, student), salt))


def official_name(school: School, student: Student) -> str:
    """The name on documents, if the school has one on record."""
    ledger = school.ledgers.get(student.id)
    return ledger.official_name if ledger else student.name


def kept_name(name: str, salt: str) -> str:
    """A digest of a name as Open Badges 3.0 writes it (IdentityObject.identityHash).

    The salt is not published, for with it anybody could try a list of names.
    """
    return f"sha256${hashlib.sha256((name + salt).encode()).hexdigest()}"


def with_record(
    school: School,
    student: Student,
    site: SiteBlueprint,
    on: Day,
    digest_of: Callable[[Path], str],
) -> SiteBlueprint:
    """The blueprint with the record that is published beside the transcript, if there is one."""
    judged = judge(school, student, site, on, digest_of)
    if site.transcript is None or judged.view is None:
        return site
    transcript = replace(site.transcript, record=judged.view)
    return replace(site, transcript=transcript, record_file=judged.file)


def judge(
    school: School,
    student: Student,
    site: SiteBlueprint,
    on: Day,
    digest_of: Callable[[Path], str],
) -> Judged:
    """Whether the newest record of a student in an edition may be published, and what is wrong with it.

    It is published as long as the edition may still say everything that it says of people, even if there is more to
    say by now. What was revoked, or lies there otherwise than it was signed, is not published.
    """
    entry = school.records.latest(site.edition, student.id)
    if entry is None or not school.records.holds(entry):
        return NOTHING
    now = draft(school, student, site, on, key=entry.key, salt=entry.salt)
    if now is None or not set(entry.says) <= set(now.says):
        return Judged(trouble=_withheld(entry))
    file = school.root / path_of(entry.edition, entry.student)
    try:
        changed = digest_of(file) != entry.digest
    except OSError:
        changed = True
    if changed:
        return Judged(trouble=_changed(entry))
    stale = now.facts != entry.facts or (entry.until and entry.until[:10] < str(on))
    return Judged(
        view=_view(site, entry, now.desk), file=file, trouble=_stale(entry) if stale else None
    )


def _view(site: SiteBlueprint, entry: Entry, desk: Desk) -> RecordView:
    mark = base64.urlsafe_b64encode(bytes.fromhex(entry.digest)).decode().rstrip("=")
    edition = desk.site.removesuffix(site.person.address)
    return RecordView(
        address=ADDRESS,
        digest=entry.digest,
        fingerprint=fingerprint_of(entry.digest),
        issued=entry.day,
        final=entry.final,
        url=desk.record if desk.site else "",
        verify_url=f"{edition}{VERIFY}#{desk.folder}={mark}" if desk.site else "",
    )


def fingerprint_of(digest: str) -> str:
    """The beginning of a digest, for people to compare: 80 bits in groups of four."""
    return " ".join(digest[at : at + 4].upper() for at in range(0, 20, 4))


def record_troubles(
    school: School,
    on: Day,
    digest_of: Callable[[Path], str],
    students: frozenset[str] | None = None,
) -> Iterator[Diagnostic]:
    """What is wrong with records that were issued.

    Args:
        school: as it is now.
        on: the day on which consents hold and decisions are released.
        digest_of: SHA-256 of a file.
        students: ids of those to look at; None for everybody.
    """
    for student in school.students:
        if students is None or student.id in students:
            for edition in EDITIONS:
                yield from _troubles_of(school, student, edition, on, digest_of)


def _troubles_of(
    school: School,
    student: Student,
    edition: EditionName,
    on: Day,
    digest_of: Callable[[Path], str],
) -> Iterator[Diagnostic]:
    entry = school.records.latest(edition, student.id)
    if entry is None or not school.records.holds(entry):
        return
    site = site_of(school, student, edition, on)
    if site is None:
        yield _withheld(entry)
    elif (trouble := judge(school, student, site, on, digest_of).trouble) is not None:
        yield trouble


def site_of(
    school: School, student: Student, edition: EditionName, on: Day
) -> SiteBlueprint | None:
    """What an edition shows of a student; None when they do not appear in it."""
    unreleased = school.settings.policy(edition).unreleased
    standings = evaluate(
        school.framework_for(student.id),
        student,
        school.ledgers.get(student.id),
        on=None if unreleased else on,
    )
    return plan_site(school, student, edition, standings=standings, on=on)


def issuer_blueprint(school: School, edition: EditionName, *, page: bool) -> IssuerBlueprint:
    """What an edition tells of the school as an issuer.

    Args:
        school: as it is now.
        edition: in which records were issued.
        page: whether it is for the page that checks records.
    """
    address = public_address(school, edition)
    did = did_of(address) if address else ""
    files = {
        name: school.root / path_of(edition, f"{name}.list")
        for name in (one.removesuffix(".json") for one in FILES.values())
    }
    document = did_document(did, school.records.keys) if did else None
    return IssuerBlueprint(
        edition=edition,
        school=plan_index(school, edition, ()).school,
        place=place_of(did) if did else "",
        did=write_document(document).decode() if document else "",
        lists=tuple((name, path) for name, path in files.items() if did and path.is_file()),
        contexts=OF_RECORD,
        credit_contexts=OF_CREDIT,
        page=page,
    )


def _stale(entry: Entry) -> Diagnostic:
    message = tell(
        "the signed record in `%(edition)s` is of %(day)s, and would say something else today",
        edition=entry.edition,
        day=str(entry.day),
    )
    verb = "reissue" if entry.final else "issue"
    hint = tell(
        "type `portfolio-gen %(verb)s --student %(student)s`", verb=verb, student=entry.student
    )
    return _says(RECORD_OUT_OF_DATE, entry, message, hint)


def _withheld(entry: Entry) -> Diagnostic:
    message = tell(
        "the signed record in `%(edition)s` says what may not be said there any more, and is not published",
        edition=entry.edition,
    )
    hint = tell(
        "type `portfolio-gen reissue --student %(student)s`, or `revoke` if it is not to hold any more",
        student=entry.student,
    )
    return _says(RECORD_WITHHELD, entry, message, hint)


def _changed(entry: Entry) -> Diagnostic:
    path = path_of(entry.edition, entry.student)
    message = tell("`%(path)s` is not the record that was signed, and is not published", path=path)
    hint = tell(
        "bring back the file, or type `portfolio-gen reissue --student %(student)s`",
        student=entry.student,
    )
    return _says(RECORD_CHANGED, entry, message, hint)


def _says(rule: Rule, entry: Entry, message: Told, hint: Told) -> Diagnostic:
    return Diagnostic(rule, Span(LOG, entry.line), message, hint, about=entry.student)
