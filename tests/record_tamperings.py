"""What somebody may do to a signed record, and what is to be said of it then."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from portfolio_gen.seal.document import Document
from portfolio_gen.seal.proofs import JCS, RDFC, prove
from portfolio_gen.seal.verify import Doubt
from signed_school import AT, DID, KEY, OTHER_KEY, signed_record

Tampering = Callable[[Document], Any]


def credits(record: Document) -> list[Document]:
    found: list[Document] = record["credentialSubject"]["verifiableCredential"]
    return found


def swap(*names: str) -> Tampering:
    """Exchange a part of two credits."""

    def do(record: Document) -> None:
        one, other = credits(record)[:2]
        for name in names[:-1]:
            one, other = one[name], other[name]
        one[names[-1]], other[names[-1]] = other[names[-1]], one[names[-1]]

    return do


def rename(path: tuple[Any, ...], name: str, new: str) -> Tampering:
    def do(record: Document) -> None:
        place: Any = record
        for one in path:
            place = place[one]
        place[new] = place.pop(name)

    return do


def sign_again(record: Document) -> None:
    """Somebody else signs what the school has signed, in the school's name."""
    bare = {name: value for name, value in record.items() if name != "proof"}
    record["proof"] = [
        prove(bare, suite, OTHER_KEY, method=f"{DID}#{KEY.public}", created=AT)
        for suite in (RDFC, JCS)
    ]


def sign_with_another_key(record: Document) -> None:
    bare = {name: value for name, value in record.items() if name != "proof"}
    method = f"{DID}#{OTHER_KEY.public}"
    record["proof"] = [
        prove(bare, suite, OTHER_KEY, method=method, created=AT) for suite in (RDFC, JCS)
    ]


def only_meaning(record: Document) -> None:
    """The one proof that other programs are content with."""
    record["proof"] = record["proof"][0]


CREDIT = ("credentialSubject", "verifiableCredential", 0)
TAMPERINGS: dict[str, tuple[Tampering, Doubt]] = {
    "another name": (lambda one: one.update(name="Mastery transcript of Eve"), Doubt.CHANGED),
    "another learner": (
        lambda one: one["credentialSubject"]["identifier"][0].update(identityHash="Eve"),
        Doubt.CHANGED,
    ),
    "another learner everywhere": (
        lambda one: [
            each["credentialSubject"]["identifier"][0].update(identityHash="Eve")
            for each in (one, *credits(one))
        ],
        Doubt.CHANGED,
    ),
    "another level": (
        lambda one: credits(one)[0].update(name="Credit 0 (Advanced)"),
        Doubt.CHANGED,
    ),
    "an earlier day": (lambda one: one.update(awardedDate="2025-01-01T00:00:00Z"), Doubt.CHANGED),
    "a blank more": (lambda one: one.update(name=one["name"] + " "), Doubt.CHANGED),
    "a credit taken away": (lambda one: credits(one).pop(), Doubt.CHANGED),
    "a credit twice": (
        lambda one: credits(one).append(copy.deepcopy(credits(one)[0])),
        Doubt.CHANGED,
    ),
    "credits in another order": (lambda one: credits(one).reverse(), Doubt.CHANGED),
    "credits of another record": (
        lambda one: credits(one).append(credits(signed_record(4))[3]),
        Doubt.CHANGED,
    ),
    "swapped results": (swap("credentialSubject", "result"), Doubt.CHANGED),
    "swapped narratives": (swap("credentialSubject", "narrative"), Doubt.CHANGED),
    "swapped achievements": (swap("credentialSubject", "achievement"), Doubt.CHANGED),
    "swapped evidence": (swap("evidence"), Doubt.CHANGED),
    "swapped proofs": (swap("proof"), Doubt.CHANGED),
    "a status hidden under its whole name": (
        rename((), "credentialStatus", "https://www.w3.org/2018/credentials#credentialStatus"),
        Doubt.CHANGED,
    ),
    "a description hidden under its whole name": (
        rename(CREDIT, "name", "https://schema.org/name"),
        Doubt.NO_RECORD,
    ),
    "a status taken away": (lambda one: one.pop("credentialStatus"), Doubt.CHANGED),
    "a status of another": (
        lambda one: [
            each["credentialStatus"].update(statusListIndex="8") for each in (one, *credits(one))
        ],
        Doubt.CHANGED,
    ),
    "a new last day": (
        lambda one: [
            each.update(validUntil="2099-01-01T00:00:00Z") for each in (one, *credits(one))
        ],
        Doubt.CHANGED,
    ),
    "a context inside": (
        lambda one: one["@context"].append({"name": "https://example.org/other"}),
        Doubt.NO_RECORD,
    ),
    "a context inside a credit": (
        lambda one: credits(one)[0]["@context"].append({"x": "https://example.org/x"}),
        Doubt.NO_RECORD,
    ),
    "a context of somebody's": (
        lambda one: one["@context"].append("https://example.org/context.json"),
        Doubt.NO_RECORD,
    ),
    "a word without meaning": (lambda one: one.update(honours="highest"), Doubt.CHANGED),
    "a word without meaning in a credit": (
        lambda one: credits(one)[0].update(honours="highest"),
        Doubt.CHANGED,
    ),
    "no proof": (lambda one: one.pop("proof"), Doubt.UNSIGNED),
    "no proofs": (lambda one: one.update(proof=[]), Doubt.UNSIGNED),
    "no proof of letters": (only_meaning, Doubt.UNSIGNED),
    "one proof in a list": (lambda one: one["proof"].pop(), Doubt.UNSIGNED),
    "proofs in another order": (lambda one: one["proof"].reverse(), Doubt.UNSIGNED),
    "no proof of a credit": (lambda one: credits(one)[1].pop("proof"), Doubt.CHANGED),
    "proofs of another purpose": (
        lambda one: one["proof"][1].update(proofPurpose="authentication"),
        Doubt.UNSIGNED,
    ),
    "a proof of another day": (
        lambda one: one["proof"][1].update(created="2026-11-21T09:00:00Z"),
        Doubt.CHANGED,
    ),
    "a chain of proofs": (
        lambda one: one["proof"][1].update(previousProof="urn:uuid:1"),
        Doubt.UNSIGNED,
    ),
    "a proof of another kind": (
        lambda one: one["proof"][1].update(cryptosuite="ecdsa-jcs-2019"),
        Doubt.UNSIGNED,
    ),
    "an empty signature": (lambda one: one["proof"][1].update(proofValue="z"), Doubt.CHANGED),
    "signed by somebody else": (sign_again, Doubt.CHANGED),
    "signed with another key": (sign_with_another_key, Doubt.OTHER_KEY),
    "an issuer of another name": (
        lambda one: [each["issuer"].update(name="Big School") for each in (one, *credits(one))],
        Doubt.CHANGED,
    ),
    "a person's own identifier": (
        lambda one: one["credentialSubject"].update(id="did:example:eve"),
        Doubt.NO_RECORD,
    ),
    "a badge alone": (
        lambda one: one.update(type=["VerifiableCredential", "AchievementCredential"]),
        Doubt.NO_RECORD,
    ),
}
