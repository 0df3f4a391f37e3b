"""A badge from elsewhere: read wherever it stands, its signature judged, and on record as no credit."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.check import check_school
from portfolio_gen.cli import porch
from portfolio_gen.diagnostics import errors
from portfolio_gen.read.school import read_school
from portfolio_gen.seal.did import did_document, method_of, trial_did
from portfolio_gen.seal.proofs import JCS, RDFC, Suite, prove
from school import STUDENT, TODAY, minimal_school, picture
from signed_school import KEY, OTHER_KEY

DID = trial_did(KEY.public)
WEB = "did:web:badges.example:issuer"


def run(*words: object) -> Result:
    return CliRunner().invoke(porch, list(map(str, words)), env={"SOURCE_DATE_EPOCH": "1795305600"})


def credential(issuer: str = DID, **changes: Any) -> dict[str, Any]:
    return {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "https://badges.example/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "First aid",
        "issuer": {"id": issuer, "type": ["Profile"], "name": "The Red <b>Star</b>"},
        "validFrom": "2025-03-04T10:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "identityHash": "Ada Park",
                    "identityType": "name",
                    "hashed": False,
                }
            ],
            "achievement": {
                "id": "https://badges.example/first-aid",
                "type": ["Achievement"],
                "name": "First aid",
                "description": "Sixteen hours of practice.",
                "criteria": {"narrative": 'A test on a doll: "breathe".'},
            },
        },
        **changes,
    }


def signed(
    document: dict[str, Any], suite: Suite = JCS, issuer: str = DID, key: Any = KEY
) -> dict[str, Any]:
    proof = prove(
        document, suite, key, method=method_of(issuer, key.public), created="2025-03-04T10:00:00Z"
    )
    return {**document, "proof": proof}


def token(document: dict[str, Any], key: Any = KEY) -> str:
    parts = ({"alg": "EdDSA", "kid": f"{DID}#{KEY.public}"}, document)
    told = ".".join(coded(json.dumps(one).encode()) for one in parts)
    return f"{told}.{coded(key.sign(told.encode()))}"


def coded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def baked(text: str, *, packed: bool) -> bytes:
    """A picture with a badge in it."""
    words = zlib.compress(text.encode()) if packed else text.encode()
    data = b"openbadgecredential\0" + bytes([packed]) + b"\0\0\0" + words
    chunk = (
        struct.pack(">I", len(data))
        + b"iTXt"
        + data
        + struct.pack(">I", zlib.crc32(b"iTXt" + data))
    )
    plain = picture()
    return plain[:-12] + chunk + plain[-12:]


def in_svg(text: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">'
        f"<openbadges:credential><![CDATA[{text}]]></openbadges:credential></svg>"
    ).encode()


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


def recorded(school: Path) -> Any:
    read, found = read_school(school)
    assert read
    assert errors((*found, *check_school(read, on=TODAY))) == ()
    return read.ledgers[STUDENT].recognitions


def brought(school: Path, name: str, data: bytes, *more: object) -> Result:
    file = school.parent / name
    file.write_bytes(data)
    return run("import", "badge", file, STUDENT, school, *more)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", json.dumps(signed(credential())).encode()),
        ("a.json", json.dumps(signed(credential(), RDFC)).encode()),
        ("a.jwt", token(credential()).encode()),
        ("a.png", baked(token(credential()), packed=False)),
        ("a.png", baked(json.dumps(signed(credential())), packed=True)),
        ("a.svg", in_svg(json.dumps(signed(credential())))),
    ],
    ids=["jcs", "rdfc", "token", "png with a token", "png, packed", "svg"],
)
def test_a_badge_is_on_record_wherever_it_stood(school: Path, name: str, data: bytes) -> None:
    before = (school / f"transcripts/{STUDENT}.yml").read_text()
    done = brought(school, name, data, "--validator", "Registrar's office")
    assert done.exit_code == 0, done.output
    assert (
        "Its signature holds, and is of the key that it names as its issuer; who has that key"
        in done.stdout
    )
    assert "It was issued to Ada Park; see that this is ada-park." in done.stdout
    (one,) = recorded(school)
    assert (one.title, one.issuer, str(one.date)) == ("First aid", "The Red Star", "2025-03-04")
    assert one.about.startswith("Sixteen hours of practice.\n\nIts signature holds")
    assert one.criteria == 'A test on a doll: "breathe".'
    assert one.validator == "Registrar's office"
    assert one.url == "https://badges.example/1"
    assert (school / f"transcripts/{STUDENT}.yml").read_text().startswith(before)
    assert (school / f"students/{STUDENT}/imported/a/{name}").read_bytes() == data
    again = brought(school, name, data)
    assert again.exit_code == 2
    assert "is on record already" in again.output


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (credential(), "it has no signature"),
        ({**signed(credential()), "name": "Surgeon"}, "the signature does not hold"),
        (signed(credential(), key=OTHER_KEY), "a key that is not its issuer's"),
        (
            signed(credential(issuer=WEB), issuer=WEB),
            "whether the key is its issuer's was not known",
        ),
        (
            {**credential(), "proof": {"type": "Ed25519Signature2020"}},
            "a key that is not its issuer's",
        ),
    ],
)
def test_what_cannot_be_verified_is_said_to_be_so(
    school: Path, document: dict[str, Any], why: str
) -> None:
    done = brought(school, "b.json", json.dumps(document).encode())
    assert done.exit_code == 0, done.output
    said = next(one for one in done.stdout.splitlines() if one.startswith("Not verified: "))
    assert why in said
    (one,) = recorded(school)
    assert "Not verified: " in one.about
    assert one.validator is None


def test_an_issuer_with_an_address_vouches_for_a_key(school: Path, tmp_path: Path) -> None:
    (tmp_path / "did.json").write_text(json.dumps(did_document(WEB, [KEY.public])))
    data = json.dumps(signed(credential(issuer=WEB), issuer=WEB)).encode()
    done = brought(school, "c.json", data, "--issuer", tmp_path / "did.json")
    assert f"Its signature holds, and is of a key that {WEB} lets sign." in done.stdout


def test_a_forged_token_and_one_that_ran_out(school: Path) -> None:
    done = brought(school, "d.jwt", token(credential(), key=OTHER_KEY).encode(), "--plan")
    assert "Not verified: the signature does not hold" in done.stdout
    assert recorded(school) == (), "a plan"
    old = credential(validUntil="2026-01-01T00:00:00Z", credentialStatus={"type": "x"})
    done = brought(school, "e.jwt", token(old).encode())
    assert (
        "It held until 2026-01-01. Whether its issuer has taken it back since was not asked."
        in done.stdout
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "there is nothing in it"),
        (b"{", "cannot be read"),
        (b'{"type": "Assertion"}', "tells of no achievement"),
        (b'{"type": "OpenBadgeCredential", "type": "OpenBadgeCredential"}', "cannot be read"),
        (b"a.b", "neither JSON nor a signed token"),
        (b"a.b.c", "its token is damaged"),
        (picture(), "no badge is baked into this picture"),
        (baked("x" * 5_000_000, packed=True), "unpacks to too much"),
        (b"<svg/>", "no badge of this version"),
        (b'<!DOCTYPE s [<!ENTITY a "b">]><s>&a;</s>', "document type"),
        (json.dumps(credential(validFrom="soon")).encode(), "when it was awarded"),
    ],
)
def test_what_is_no_badge(school: Path, data: bytes, why: str) -> None:
    done = brought(school, "x.json", data)
    assert done.exit_code == 2
    assert why in done.output
    assert recorded(school) == ()


def test_it_counts_as_no_credit(school: Path) -> None:
    before = run("status", school, "--format", "json").stdout
    brought(school, "a.json", json.dumps(signed(credential())).encode())
    assert run("status", school, "--format", "json").stdout == before
