"""Records on their way out: dates, status, and a signature on each credit and on the whole."""

from __future__ import annotations

from typing import Any

from portfolio_gen.model.value import dataclass
from portfolio_gen.seal.document import Document
from portfolio_gen.seal.keys import SigningKey
from portfolio_gen.seal.proofs import JCS, RDFC, prove


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a record is signed with."""

    key: SigningKey
    method: str
    """Absolute name of the key."""
    at: str
    """When, in UTC, as in `2026-06-12T12:00:00Z`."""
    until: str = ""
    """The last moment at which it holds; empty for ever."""
    status: Document | None = None
    """The record's place in the list of revoked ones."""


def sign_record(content: Document, stamp: Stamp) -> Document:
    """A composed record, signed: each credit by itself, then the whole in both ways.

    Raises:
        Meaningless: it holds something that would not be signed.
    """
    subject = content["credentialSubject"]
    credits = [sign_once(_stamped(one, stamp), stamp) for one in subject["verifiableCredential"]]
    whole = {**content, "credentialSubject": {**subject, "verifiableCredential": credits}}
    return sign_twice(_stamped(whole, stamp), stamp)


def sign_once(document: Document, stamp: Stamp) -> Document:
    """A credit with the proof that every verifier understands."""
    return {**document, "proof": _proof(document, RDFC, stamp)}


def sign_twice(document: Document, stamp: Stamp) -> Document:
    """A whole document with both proofs; some verifiers take the first that they find, so its order matters."""
    return {**document, "proof": [_proof(document, one, stamp) for one in (RDFC, JCS)]}


def _proof(document: Document, suite: Any, stamp: Stamp) -> Document:
    return prove(document, suite, stamp.key, method=stamp.method, created=stamp.at)


def _stamped(document: Document, stamp: Stamp) -> Document:
    """The document with its own dates and status, right behind who issued it."""
    added: Document = {"validFrom": stamp.at}
    if stamp.until:
        added["validUntil"] = stamp.until
    if stamp.status:
        added["credentialStatus"] = stamp.status
    names = list(document)
    place = names.index("issuer") + 1
    front = {name: document[name] for name in names[:place]}
    return {**front, **added, **{name: document[name] for name in names[place:]}}
