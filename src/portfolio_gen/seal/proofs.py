"""Signatures inside of documents: Data Integrity proofs by Ed25519.

Sources: https://www.w3.org/TR/vc-data-integrity/, and https://www.w3.org/TR/vc-di-eddsa/ for the two suites. `rdfc`
signs what a document means, which every verifier understands; `jcs` signs how it is written, so that nothing at all can
be changed, renamed or moved.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from portfolio_gen.seal.canonical import canonical
from portfolio_gen.seal.contexts import context
from portfolio_gen.seal.document import Document
from portfolio_gen.seal.keys import SigningKey, signed_by
from portfolio_gen.seal.linked_data import Contexts, statements
from portfolio_gen.seal.multibase import decode, encode

Suite: TypeAlias = Literal["eddsa-rdfc-2022", "eddsa-jcs-2022"]
RDFC: Suite = "eddsa-rdfc-2022"
JCS: Suite = "eddsa-jcs-2022"


def prove(
    document: Mapping[str, Any],
    suite: Suite,
    key: SigningKey,
    *,
    method: str,
    created: str,
    known: Contexts = context,
) -> Document:
    """The proof of a document that has none yet.

    Args:
        document: without `proof`.
        suite: how it is signed.
        key: with which it is signed.
        method: absolute identifier of the public key, as the issuer publishes it.
        created: when, as in `2026-06-12T12:00:00Z`.
        known: what contexts mean.

    Raises:
        Meaningless, UnknownContext: the document holds something that would not be signed.
    """
    options: Document = {
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": created,
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    if suite == JCS:
        options = {"@context": document["@context"], **options}
    message = message_of(document, options, known)
    return {**options, "proofValue": encode(key.sign(message))}


def proves(
    document: Mapping[str, Any], proof: Mapping[str, Any], key: str, known: Contexts = context
) -> bool:
    """Whether a proof of a document (without `proof`) was made with the private key of a public one.

    Raises:
        Meaningless, UnknownContext: the document holds something that cannot be signed.
    """
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    if proof.get("cryptosuite") == JCS and proof.get("@context") != document.get("@context"):
        return False
    try:
        signature = decode(str(proof.get("proofValue")))
    except ValueError:
        return False
    return signed_by(key, signature, message_of(document, options, known))


def message_of(
    document: Mapping[str, Any], options: Mapping[str, Any], known: Contexts = context
) -> bytes:
    """What is signed: the digest of the proof's own options, and that of the document."""
    options = {"@context": document["@context"], **options}
    if options.get("cryptosuite") == JCS:
        return _sha256(canonical(options)) + _sha256(canonical(dict(document)))
    about = json.dumps(options)
    told = _told(about) if known is context else statements(options, known)
    return _sha256(told) + _sha256(statements(document, known))


@lru_cache(maxsize=64)
def _told(options: str) -> bytes:
    """What a proof's options state; they are the same for all credits of a record."""
    return statements(json.loads(options))


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
