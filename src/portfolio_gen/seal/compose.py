"""What a record says: a Comprehensive Learner Record 2.0 with an Open Badges 3.0 achievement for each earned credit.

It is made of an edition's blueprint alone, and of what in it is the school's: no title of a work, no word of a
student's. So nothing below `students/` changes it but the choice of what to share, and what the edition may not show
is not in it.

Sources: https://www.imsglobal.org/spec/clr/v2p0/, https://www.imsglobal.org/spec/ob/v3p0/.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterator
from typing import Any

from portfolio_gen.model.award_views import AwardView
from portfolio_gen.model.blueprint import SiteBlueprint, TranscriptView
from portfolio_gen.model.credit_views import DecisionView, RatingView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.value import dataclass
from portfolio_gen.seal.contexts import OF_CREDIT, OF_RECORD
from portfolio_gen.seal.document import Document

SCHEMA = "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json"
LANGUAGE = "en"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Not every program writes them alike when a record is checked, so no record holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whose record it is, as the edition may say it."""

    name: str
    """As readers see it; initials where the edition shows no more."""
    kept: str = ""
    """Digest of the official name with a salt, where the name itself may not be said; empty elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who issues, and where what is published stands."""

    did: str
    school: str
    url: str
    home: str = ""
    """Web address of the issuer's files; empty for a trial."""
    site: str = ""
    """Web address of the student's site; empty for a trial."""
    folder: str
    """The site's folder in its edition, which tells one record of an issuer from another."""

    def made(self, *words: str) -> str:
        """An identifier that is the same whenever the same thing is meant."""
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, chr(0).join((self.did, *words)))}"

    @property
    def record(self) -> str:
        """Identifier of the record: the web address where it is published, if there is one."""
        return f"{self.site}transcript/transcript.json" if self.site else self.made(self.folder)

    @property
    def issuer(self) -> Document:
        """The school, as every credential names it."""
        profile: Document = {"id": self.did, "type": ["Profile"], "name": plain(self.school)}
        return profile | ({"url": self.url} if self.url else {})


def compose(
    site: SiteBlueprint, transcript: TranscriptView, desk: Desk, holder: Holder
) -> Document:
    """The record without dates of its own, status and signatures."""
    awards = transcript.awards
    identifier = _identifier(holder)
    domains = {one.credit.domain.id: one.credit.domain for one in awards}
    subject: Document = {"type": ["ClrSubject"], "identifier": identifier}
    if domains:
        subject["achievement"] = [_domain(desk, one) for one in domains.values()]
    subject["verifiableCredential"] = [
        _credit(site, transcript, desk, identifier, one) for one in awards
    ]
    if awards:
        subject["association"] = [
            {
                "type": "Association",
                "associationType": "isPartOf",
                "sourceId": _achievement_id(desk, transcript, one),
                "targetId": desk.made("domain", one.credit.domain.id),
            }
            for one in awards
        ]
    status = "final" if transcript.status == "final" else "in progress"
    record: Document = {
        "@context": list(OF_RECORD),
        "id": desk.record,
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": plain(f"Mastery transcript of {holder.name} ({status})"),
        "description": plain(_description(transcript, len(awards))),
        "issuer": desk.issuer,
    }
    if transcript.date:
        record["awardedDate"] = _instant(transcript.date)
    return record | {
        "partial": False,
        "credentialSubject": subject,
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
    }


def sayings(
    transcript: TranscriptView, desk: Desk, holder: Holder, adults: Collection[str]
) -> tuple[str, ...]:
    """What a record says about people: not in words, neither the program's own nor those of rubrics and roles.

    As long as an edition may still say all of it, the record may still be published.

    Args:
        transcript: as the edition shows it.
        desk: who issues.
        holder: whose record it is.
        adults: names of those who decide; who is called by a role is not named.
    """
    found = {f"at {desk.record}", f"by {desk.did}", f"name {holder.name}"}
    for award in transcript.awards:
        what = f"{award.credit.id} {award.level.id}"
        found.add(f"credit {what} {award.date or ''}".rstrip())
        found |= {f"decided {what} by {name}" for name in award.by if name in adults}
        found |= {f"rated {what}"} if award.ratings else set()
        for one in award.superseded:
            found.add(f"earlier {what} {one.date}")
            found |= {f"decided {what} by {name}" for name in one.committee if name in adults}
            found |= {f"rated {what}"} if one.ratings else set()
    return tuple(sorted(found))


def plain(text: str) -> str:
    """A text without characters that not every program would write alike."""
    return _CONTROLS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _instant(day: Day) -> str:
    return f"{day}T00:00:00Z"


def _identifier(holder: Holder) -> list[Document]:
    identity: Document = {"type": "IdentityObject", "hashed": False}
    told = identity | {"identityHash": plain(holder.name), "identityType": "name"}
    if not holder.kept:
        return [told]
    return [identity | {"hashed": True, "identityHash": holder.kept, "identityType": "name"}]


def _description(transcript: TranscriptView, count: int) -> str:
    credits = "1 earned credit" if count == 1 else f"{count} earned credits"
    said = [f"{credits} by {transcript.framework}.", transcript.how_to_read]
    return " ".join(one for one in said if one)


def _domain(desk: Desk, domain: Any) -> Document:
    about = domain.about or f"An area in which credits are earned: {domain.title}."
    return {
        "id": desk.made("domain", domain.id),
        "type": ["Achievement"],
        "achievementType": "ext:MasteryDomain",
        "name": plain(domain.title),
        "description": plain(about),
        "criteria": {"narrative": plain(f"Credits in {domain.title}.")},
    }


def _achievement_id(desk: Desk, transcript: TranscriptView, award: AwardView) -> str:
    level = award.level.id
    return desk.made("credit", transcript.framework, award.credit.id, level)


def _credit(
    site: SiteBlueprint,
    transcript: TranscriptView,
    desk: Desk,
    identifier: list[Document],
    award: AwardView,
) -> Document:
    credit, level = award.credit, award.level
    subject: Document = {
        "type": ["AchievementSubject"],
        "identifier": identifier,
        "achievement": _achievement(site, transcript, desk, award),
        "creditsEarned": 1,
        "narrative": plain("\n".join(_why(award))),
        "result": [
            {
                "type": ["Result"],
                "resultDescription": desk.made("rubric", transcript.framework, credit.id, level.id),
                "achievedLevel": _level_id(desk, transcript, award, level.id),
                "status": "Completed",
            }
        ],
    }
    day = award.date
    if isinstance(day, Day):
        subject["activityEndDate"] = _instant(day)
    made: Document = {
        "@context": list(OF_CREDIT),
        "id": desk.made(desk.folder, "award", credit.id, level.id),
        "type": ["VerifiableCredential", "AchievementCredential"],
        "name": plain(f"{credit.title} ({level.title})"),
        "issuer": desk.issuer,
    }
    if isinstance(day, Day):
        made["awardedDate"] = _instant(day)
    return made | {"credentialSubject": subject, "evidence": [_evidence(desk, award)]}


def _achievement(
    site: SiteBlueprint, transcript: TranscriptView, desk: Desk, award: AwardView
) -> Document:
    credit, level = award.credit, award.level
    about = award.standard or f"{credit.title}, a credit in {credit.domain.title}."
    return {
        "id": _achievement_id(desk, transcript, award),
        "type": ["Achievement"],
        "achievementType": "Competency",
        "name": plain(credit.title),
        "humanCode": plain(credit.id),
        "fieldOfStudy": plain(credit.domain.title),
        "specialization": plain(level.title),
        "description": plain(about),
        "criteria": {"narrative": plain(level.about or f"{level.title}: {about}")},
        "creditsAvailable": 1,
        "inLanguage": site.school.writes or site.school.language,
        "resultDescription": [_levels(site, transcript, desk, award)],
    }


def _level_id(desk: Desk, transcript: TranscriptView, award: AwardView, level: str) -> str:
    earned = award.level.id
    return desk.made("level", transcript.framework, award.credit.id, earned, level)


def _levels(
    site: SiteBlueprint, transcript: TranscriptView, desk: Desk, award: AwardView
) -> Document:
    earned = award.level
    return {
        "id": desk.made("rubric", transcript.framework, award.credit.id, earned.id),
        "type": ["ResultDescription"],
        "name": "Level of the credit",
        "resultType": "RubricCriterionLevel",
        "requiredLevel": _level_id(desk, transcript, award, earned.id),
        "rubricCriterionLevel": [
            {
                "id": _level_id(desk, transcript, award, one.id),
                "type": ["RubricCriterionLevel"],
                "name": plain(one.title),
                "level": str(place),
                "description": plain(one.about or one.title),
            }
            for place, one in enumerate(site.levels, start=1)
        ],
    }


def _evidence(desk: Desk, award: AwardView) -> Document:
    """The credit's page, from which the work is one click away, and a digest of the work as the committee saw it."""
    credit, level = award.credit, award.level.id
    there = bool(desk.site and credit.address)
    page = (
        f"{desk.site}{credit.address}#{level}"
        if there
        else desk.made(desk.folder, credit.id, level)
    )
    made: Document = {
        "id": page,
        "type": ["Evidence"],
        "name": plain(f"The work behind {credit.title}"),
        "genre": "Portfolio",
    }
    if sealed := _sealed(award):
        made["description"] = f"SHA-256 of the work as the committee saw it: {sealed}"
    return made


def _sealed(award: AwardView) -> str:
    counted = (one for one in award.credit.decisions if one.level == award.level.title)
    return next((one.sealed for one in counted if one.counts), "")


def _why(award: AwardView) -> Iterator[str]:
    """Why it was earned, from the rule to what the decision superseded, a line each."""
    yield from (award.rule, award.because)
    if award.by:
        yield f"Decided by {', '.join(award.by)}."
    yield from map(_rated, award.ratings)
    for one in award.superseded:
        yield _decided(one)
        yield from map(_rated, one.ratings)


def _rated(rating: RatingView) -> str:
    meaning = f" ({rating.descriptor})" if rating.descriptor else ""
    return f"{rating.criterion}: {rating.level}{meaning}"


def _decided(decision: DecisionView) -> str:
    outcome = "earned" if decision.earned else "not yet"
    by = f" by {', '.join(decision.committee)}" if decision.committee else ""
    return f"Before that, on {decision.date}: {outcome}{by}."
