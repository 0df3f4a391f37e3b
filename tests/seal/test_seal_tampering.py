"""A record that was touched, in whatever way, is never called genuine."""

from __future__ import annotations

import copy
from dataclasses import replace
from random import Random

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from portfolio_gen.seal.contexts import EXTENSIONS, RECORDS, context
from portfolio_gen.seal.did import did_document, trial_did
from portfolio_gen.seal.document import Document, Unreadable, read_document, write_document
from portfolio_gen.seal.multibase import decode
from portfolio_gen.seal.sign import sign_record
from portfolio_gen.seal.verify import Doubt, Papers, Verdict, verify
from record_tamperings import TAMPERINGS, credits
from signed_school import (
    DID,
    KEY,
    OTHER_KEY,
    content_of,
    papers,
    signed_list,
    signed_record,
    stamp,
)

NOW = "2026-11-23T00:00:00Z"


@pytest.fixture(scope="module")
def record() -> Document:
    return signed_record(3)


def judged(record: Document, at_hand: Papers | None = None, now: str = NOW) -> Verdict:
    """What is said of a record once it was written and read again, as somebody else has to."""
    return verify(read_document(write_document(record)), at_hand or papers(), now=now)


def test_a_record_as_it_was_signed_is_genuine(record: Document) -> None:
    found = judged(record)

    assert found.genuine
    assert (found.revoked, found.newer, found.trial) == (False, False, False)
    assert (found.school, found.place) == (
        "Little School",
        "portfolios.little-school.example/college",
    )
    assert [name for name, _ in found.credits] == [f"Credit {n} (Foundation)" for n in range(3)]


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_found(record: Document, name: str) -> None:
    tamper, doubt = TAMPERINGS[name]
    touched = copy.deepcopy(record)
    tamper(touched)

    found = judged(touched)

    assert not found.genuine
    assert found.doubts[0] is doubt


def test_no_flipped_byte_is_overlooked(record: Document) -> None:
    whole = write_document(record)
    chance = Random(3)  # noqa: S311 - which bytes is not secret
    at_hand = papers()
    blank = 0
    for place in chance.sample(range(len(whole)), 120):
        touched = bytearray(whole)
        touched[place] ^= 1 << chance.randrange(7)
        try:
            found = read_document(bytes(touched))
        except Unreadable:
            continue
        if found == record:
            blank += 1  # between the parts, where nothing is said
            continue
        assert not verify(found, at_hand, now=NOW).genuine, place
    assert blank < 40


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "Ada", "name": "Eve"}',
        '{"issuer": {"id": "a", "id": "b"}}',
        '{"credits": 1e999}',
        '{"credits": 9007199254740993}',
        '{"credits": NaN}',
        '["a list"]',
        '{"name": "\\ud800"}',
        "{" * 100_000,
        '{"name": ' + "[" * 100_000,
        "not JSON",
        "",
    ],
)
def test_what_two_programs_could_read_in_two_ways_is_not_read(text: str) -> None:
    with pytest.raises(Unreadable):
        read_document(text.encode())


def test_members_that_are_there_twice_are_found_in_a_record(record: Document) -> None:
    text = write_document(record).decode()
    twice = text.replace('"partial": false', '"partial": true,\n "partial": false', 1)
    assert twice != text

    with pytest.raises(Unreadable, match="partial"):
        read_document(twice.encode())


# Genuine, and yet not to be relied on


def test_a_revoked_record_is_not_valid(record: Document) -> None:
    found = judged(record, papers(revoked=(7,)))

    assert (found.doubts, found.revoked, found.genuine) == ((Doubt.REVOKED,), True, False)


def test_a_superseded_record_is_genuine_and_not_the_latest(record: Document) -> None:
    found = judged(record, papers(newer=(7,), revoked=(6, 8)))

    assert (found.genuine, found.newer, found.revoked) == (True, True, False)


def test_an_expired_record_is_not_valid() -> None:
    record = signed_record(1, until="2027-06-30T23:59:59Z")

    assert judged(record, now="2027-06-30T12:00:00Z").genuine
    assert judged(record, now="2027-07-01T00:00:00Z").doubts == (Doubt.EXPIRED,)
    assert judged(record, now="2026-11-22T08:59:59Z").doubts == (Doubt.NOT_YET_VALID,)


def test_a_list_of_somebody_else_says_nothing(record: Document) -> None:
    forged = replace(papers(revoked=(7,)), revoked=signed_list("revocation", (), OTHER_KEY))
    swapped = replace(papers(), revoked=papers(newer=()).newer)

    assert judged(record, forged).revoked is None
    assert judged(record, swapped).revoked is None


def test_another_school_has_not_issued_it(record: Document) -> None:
    elsewhere = "did:web:other.example:college:issuer"
    found = judged(record, Papers(did=did_document(elsewhere, [KEY.public])))

    assert found.doubts == (Doubt.OTHER_ISSUER,)


def test_a_retired_key_verifies_and_a_distrusted_one_does_not(record: Document) -> None:
    both = Papers(did=did_document(DID, [KEY.public, OTHER_KEY.public]))
    one = Papers(did=did_document(DID, [OTHER_KEY.public]))

    assert judged(record, both).genuine
    assert judged(record, one).doubts == (Doubt.OTHER_KEY,)


@pytest.mark.parametrize("part", ["assertionMethod", "verificationMethod"])
def test_a_key_must_be_listed_and_allowed_to_sign(record: Document, part: str) -> None:
    document = did_document(DID, [KEY.public])
    document[part] = []

    assert judged(record, Papers(did=document)).doubts == (Doubt.OTHER_KEY,)


def test_a_key_of_another_controller_does_not_count(record: Document) -> None:
    document = did_document(DID, [KEY.public])
    document["verificationMethod"][0]["controller"] = "did:web:other.example:issuer"

    assert judged(record, Papers(did=document)).doubts == (Doubt.OTHER_KEY,)


def test_without_the_schools_list_of_keys_nobody_is_believed(record: Document) -> None:
    found = judged(record, Papers())

    assert (found.doubts, found.known, found.genuine, found.revoked) == ((), False, False, None)


def test_a_trial_is_unchanged_and_never_genuine() -> None:
    content = content_of(1)
    issuer = {**content["issuer"], "id": trial_did(KEY.public)}
    content["issuer"] = credits(content)[0]["issuer"] = issuer
    made = sign_record(content, replace(stamp(did=issuer["id"]), status=None))
    found = judged(made, Papers())

    assert (found.doubts, found.trial, found.genuine) == ((), True, False)
    made["name"] = "Mastery transcript of Eve"
    assert judged(made, Papers()).doubts == (Doubt.CHANGED,)


# Whom else it convinces


def test_an_independent_verifier_agrees(record: Document) -> None:
    """openbadgeslib reads the proof of meaning, which is the one that other programs know."""
    from openbadgeslib.ob3 import OB3VerificationError, verify_data_integrity_proof

    whole = {**record, "proof": record["proof"][0]}
    extra = {RECORDS: context(RECORDS), EXTENSIONS: context(EXTENSIONS)}
    for document in (whole, *credits(record)):
        verify_data_integrity_proof(document, pem_of(KEY.public), extra_contexts=extra)
        for touched, key in (({**document, "name": "Other"}, KEY), (document, OTHER_KEY)):
            with pytest.raises(OB3VerificationError):
                verify_data_integrity_proof(touched, pem_of(key.public), extra_contexts=extra)


def test_an_independent_verifier_takes_each_credit_for_an_open_badge(record: Document) -> None:
    """With all that Open Badges 3.0 asks of a badge: shape, dates, and letters that mean what was signed."""
    from openbadgeslib.ob3 import OB3LdpVerifier

    for credit in credits(record):
        badge = OB3LdpVerifier(pem_of(KEY.public)).verify(write_document(credit).decode())
        assert badge.issuer.id == DID


def pem_of(public: str) -> bytes:
    raw = decode(public)[2:]
    return Ed25519PublicKey.from_public_bytes(raw).public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
