"""The test vectors of W3C's Data Integrity EdDSA Cryptosuites v1.0, signed again letter by letter.

Source: https://www.w3.org/TR/vc-di-eddsa/#test-vectors (W3C Software and Document License): the key, the unsigned
document, and what must come out. With PORTFOLIO_GEN_VECTORS, the folder of the published files, the proof sets and
chains of that page are checked too.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.seal.contexts import context
from portfolio_gen.seal.keys import SigningKey, key_of
from portfolio_gen.seal.multibase import decode
from portfolio_gen.seal.proofs import JCS, RDFC, Suite, message_of, prove, proves

EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
PUBLIC = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
PRIVATE = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
METHOD = f"did:key:{PUBLIC}#{PUBLIC}"
CREATED = "2023-02-24T23:36:38Z"
UNSIGNED = {
    "@context": ["https://www.w3.org/ns/credentials/v2", EXAMPLES],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
}
EXPECTED: dict[Suite, tuple[str, str]] = {
    RDFC: (
        "bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0"
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017",
        "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme",
    ),
    JCS: (
        "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db"
        "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19",
        "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX",
    ),
}
"""Both digests (of the options, then of the document), and the signature."""


def known(address: str) -> Any:
    if address == EXAMPLES:
        return {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}
    return context(address)


def key() -> SigningKey:
    return key_of(decode(PRIVATE)[2:])


def test_the_key_is_the_one_that_is_published() -> None:
    assert key().public == PUBLIC


@pytest.mark.parametrize("suite", EXPECTED)
def test_the_published_document_is_signed_byte_for_byte(suite: Suite) -> None:
    proof = prove(UNSIGNED, suite, key(), method=METHOD, created=CREATED, known=known)
    options = {name: value for name, value in proof.items() if name != "proofValue"}

    assert message_of(UNSIGNED, options, known).hex() == EXPECTED[suite][0]
    assert proof["proofValue"] == EXPECTED[suite][1]
    assert proves(UNSIGNED, proof, PUBLIC, known)
    assert not proves({**UNSIGNED, "name": "Alumna Credential"}, proof, PUBLIC, known)


FOLDER = os.environ.get("PORTFOLIO_GEN_VECTORS", "")


@pytest.mark.skipif(not FOLDER, reason="PORTFOLIO_GEN_VECTORS names no folder of published vectors")
@pytest.mark.parametrize("name", ["signedProofSet1.json", "signedProofSet2.json"])
def test_the_published_sets_of_proofs_verify(name: str) -> None:
    signed = json.loads((Path(FOLDER) / "proof-set-chain" / name).read_text())
    bare = {key: value for key, value in signed.items() if key != "proof"}

    proofs = signed["proof"] if isinstance(signed["proof"], list) else [signed["proof"]]
    for proof in proofs:
        public = proof["verificationMethod"].rpartition("#")[2]
        assert proves(bare, proof, public, known)
        assert not proves(bare, proof, PUBLIC, known)


@pytest.mark.skipif(not FOLDER, reason="PORTFOLIO_GEN_VECTORS names no folder of published vectors")
@pytest.mark.parametrize(
    "name", ["eddsa-jcs-2022/signedJCS.json", "eddsa-rdfc-2022/signedDataInt.json"]
)
def test_the_published_signed_documents_verify(name: str) -> None:
    signed = json.loads((Path(FOLDER) / name).read_text())
    proof = signed.pop("proof")

    assert proves(signed, proof, PUBLIC, known)
