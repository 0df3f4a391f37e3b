"""Whether a record is genuine: who issued it, and whether it is unchanged, revoked, or the latest.

Stricter than the standards ask for: the proof over every letter (`jcs`) must be there, contexts are those that records
have, and whoever signs a credit signs the whole. A proof of meaning alone could be kept valid while credits are
exchanged or members renamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from portfolio_gen.model.value import dataclass
from portfolio_gen.seal.contexts import OF_CREDIT, OF_LIST, OF_RECORD, UnknownContext
from portfolio_gen.seal.did import home_of, is_trial, key_named, place_of
from portfolio_gen.seal.document import Document
from portfolio_gen.seal.linked_data import Meaningless
from portfolio_gen.seal.proofs import JCS, RDFC, proves
from portfolio_gen.seal.status import FILES, Purpose, is_set

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_OPTIONS = {"type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"}


class Doubt(StrEnum):
    """Why a record is not to be relied on."""

    NO_RECORD = "no-record"
    """It is no record of the kind that is issued here."""
    CHANGED = "changed"
    """Something in it is not as it was signed."""
    UNSIGNED = "unsigned"
    """A signature is missing, or is of another kind."""
    OTHER_ISSUER = "other-issuer"
    """It was not issued by the school that was asked."""
    OTHER_KEY = "other-key"
    """The school does not, or not any more, let that key sign."""
    REVOKED = "revoked"
    NOT_YET_VALID = "not-yet-valid"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What an issuer publishes beside records; without them, less can be said."""

    did: Document | None = None
    revoked: Document | None = None
    newer: Document | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What can be said of a record."""

    doubts: tuple[Doubt, ...]
    """Empty when there are none."""
    school: str = ""
    place: str = ""
    """Web address, as people say it, of whoever issued it; empty for a trial, which says nothing of who that is."""
    trial: bool = False
    known: bool = False
    """Whether the issuer's own list of keys was at hand."""
    name: str = ""
    """What the record calls itself."""
    about: str = ""
    record: str = ""
    """Where it is published."""
    at: str = ""
    until: str = ""
    credits: tuple[tuple[str, str], ...] = ()
    """Name of each credit, and the day on which it was awarded."""
    revoked: bool | None = None
    """None when it cannot be told."""
    newer: bool | None = None
    """Whether there is a newer one; None when it cannot be told."""
    checked: str = ""
    """The day of the list by which the last two were judged."""

    @property
    def genuine(self) -> bool:
        """Whether there is no doubt, and the issuer is known."""
        return not self.doubts and self.known and not self.trial


class _Wrong(Exception):
    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt)
        self.doubt = doubt


def verify(record: Document, papers: Papers, *, now: str) -> Verdict:
    """Judge a record.

    Args:
        record: as `read_document` has read it.
        papers: what its issuer publishes, as far as it is at hand.
        now: the moment at which it is judged, as in `2026-06-12T12:00:00Z`.
    """
    try:
        _expect_shape(record)
    except _Wrong as wrong:
        return Verdict(doubts=(wrong.doubt,))
    issuer = record["issuer"]
    told = _told(record)
    try:
        _expect_signed(record, issuer["id"], papers.did)
    except _Wrong as wrong:
        return Verdict(doubts=(wrong.doubt,), **told)
    known = papers.did is not None
    revoked, newer = (_bit(record, papers, one) for one in _PURPOSES)
    doubts = (*_untimely(record, now), *([Doubt.REVOKED] if revoked else []))
    return Verdict(
        doubts=doubts, known=known, revoked=revoked, newer=newer, checked=_day(papers), **told
    )


_PURPOSES: tuple[Purpose, Purpose] = ("revocation", "refresh")


def _told(record: Document) -> dict[str, Any]:
    issuer = record["issuer"]
    return {
        "school": issuer["name"],
        "place": place_of(issuer["id"]),
        "trial": is_trial(issuer["id"]),
        "name": record["name"],
        "about": record["description"],
        "record": record["id"],
        "at": record["validFrom"],
        "until": record.get("validUntil", ""),
        "credits": tuple(
            (one["name"], str(one.get("awardedDate", ""))[:10]) for one in _credits(record)
        ),
    }


def _credits(record: Document) -> list[Document]:
    found: list[Document] = record["credentialSubject"]["verifiableCredential"]
    return found


# How it is built


def _expect_shape(record: Document) -> None:
    """A record looks like those that are issued here, as far as anything is read in it."""
    subject = record.get("credentialSubject")
    credits = subject.get("verifiableCredential") if isinstance(subject, dict) else None
    if (
        record.get("@context") != list(OF_RECORD)
        or record.get("type") != ["VerifiableCredential", "ClrCredential"]
        or not isinstance(credits, list)
        or not isinstance(subject, dict)
        or "id" in subject
        or not _are_texts(record, "id", "name", "description")
        or not _is_issued(record)
    ):
        raise _Wrong(Doubt.NO_RECORD)
    for one in credits:
        _expect_credit(one, record, subject)


def _expect_credit(credit: Any, record: Document, holder: Document) -> None:
    """Each credit is the same school's and the same person's, and holds as long as the whole."""
    subject = credit.get("credentialSubject") if isinstance(credit, dict) else None
    if (
        not isinstance(subject, dict)
        or credit.get("@context") != list(OF_CREDIT)
        or credit.get("type") != ["VerifiableCredential", "AchievementCredential"]
        or not _are_texts(credit, "id", "name")
        or "id" in subject
    ):
        raise _Wrong(Doubt.NO_RECORD)
    same = ("issuer", "validFrom", "validUntil", "credentialStatus")
    if any(credit.get(one) != record.get(one) for one in same):
        raise _Wrong(Doubt.CHANGED)
    if subject.get("identifier") != holder.get("identifier"):
        raise _Wrong(Doubt.CHANGED)


def _is_issued(record: Document) -> bool:
    issuer = record.get("issuer")
    times = [record.get("validFrom"), record.get("validUntil", "2000-01-01T00:00:00Z")]
    return (
        isinstance(issuer, dict)
        and _are_texts(issuer, "id", "name")
        and (is_trial(issuer["id"]) or bool(home_of(issuer["id"])))
        and all(isinstance(one, str) and _INSTANT.fullmatch(one) for one in times)
    )


def _are_texts(holder: Mapping[str, Any], *names: str) -> bool:
    return all(isinstance(holder.get(one), str) for one in names)


# Who signed it


def _expect_signed(record: Document, did: str, published: Document | None) -> None:
    _expect_both(record, did, published)
    for one in _credits(record):
        _expect_proofs(one, [one.get("proof")], (RDFC,), did, published)


def _expect_both(document: Document, did: str, published: Document | None) -> None:
    proofs = document.get("proof")
    if not isinstance(proofs, list):
        raise _Wrong(Doubt.UNSIGNED)
    _expect_proofs(document, proofs, (RDFC, JCS), did, published)


def _expect_proofs(
    document: Document,
    proofs: list[Any],
    suites: tuple[str, ...],
    did: str,
    published: Document | None,
) -> None:
    """The proofs are there, each of its kind and no others, by a key that the issuer lets sign."""
    bare = {name: value for name, value in document.items() if name != "proof"}
    found = [one.get("cryptosuite") if isinstance(one, dict) else None for one in proofs]
    if found != list(suites) or not all(map(_is_plain, proofs)):
        raise _Wrong(Doubt.UNSIGNED)
    if published is not None and published.get("id") != did:
        raise _Wrong(Doubt.OTHER_ISSUER)
    for proof in proofs:
        key = _key(did, proof["verificationMethod"], published)
        if not _holds(bare, proof, key):
            raise _Wrong(Doubt.CHANGED)


def _is_plain(proof: Document) -> bool:
    options = _OPTIONS | ({"@context"} if proof.get("cryptosuite") == JCS else set())
    texts = _OPTIONS - {"@context"}
    return (
        proof.keys() == options
        and _are_texts(proof, *texts)
        and proof["type"] == "DataIntegrityProof"
        and proof["proofPurpose"] == "assertionMethod"
        and bool(_INSTANT.fullmatch(proof["created"]))
    )


def _key(did: str, method: str, published: Document | None) -> str:
    """The key behind its name; without the issuer's own list, the one that the name itself holds."""
    if published is None and not is_trial(did):
        prefix, _, key = method.partition("#")
        if prefix != did:
            raise _Wrong(Doubt.OTHER_KEY)
        return key
    found = key_named(did, method, published)
    if found is None:
        raise _Wrong(Doubt.OTHER_KEY)
    return found


def _holds(document: Document, proof: Document, key: str) -> bool:
    try:
        return proves(document, proof, key)
    except (Meaningless, UnknownContext, ValueError):
        return False


# What has become of it


def _untimely(record: Document, now: str) -> Iterator[Doubt]:
    if record["validFrom"] > now:
        yield Doubt.NOT_YET_VALID
    if record.get("validUntil") and record["validUntil"] < now:
        yield Doubt.EXPIRED


def _bit(record: Document, papers: Papers, purpose: Purpose) -> bool | None:
    """Whether a record is marked in one of its issuer's lists; None when that cannot be told."""
    listed = papers.revoked if purpose == "revocation" else papers.newer
    status, did = record.get("credentialStatus"), record["issuer"]["id"]
    if listed is None or not isinstance(status, dict) or not _is_list(listed, did, purpose, papers):
        return None
    home = home_of(did)
    if status.get("statusListCredential") != home + FILES["revocation"]:
        return None
    index = status.get("statusListIndex")
    if not isinstance(index, str) or not re.fullmatch(r"\d{1,9}", index, re.ASCII):
        return None
    return is_set(listed["credentialSubject"].get("encodedList"), int(index))


def _is_list(listed: Document, did: str, purpose: Purpose, papers: Papers) -> bool:
    """Whether a list is this issuer's, is of this kind, and is signed."""
    subject = listed.get("credentialSubject")
    if (
        listed.get("@context") != list(OF_LIST)
        or listed.get("issuer") != did
        or listed.get("id") != home_of(did) + FILES[purpose]
        or not isinstance(subject, dict)
        or subject.get("statusPurpose") != purpose
    ):
        return False
    try:
        _expect_both(listed, did, papers.did)
    except _Wrong:
        return False
    return True


def _day(papers: Papers) -> str:
    return str((papers.revoked or {}).get("validFrom", ""))[:10]
