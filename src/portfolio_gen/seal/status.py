"""Which records were revoked, and which have a newer one: long rows of bits, one for each record.

Source: https://www.w3.org/TR/vc-bitstring-status-list/. One list serves everybody in an edition, so that whoever asks
for it does not tell about whom.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import zlib
from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from portfolio_gen.seal.contexts import OF_LIST
from portfolio_gen.seal.document import Document

Purpose: TypeAlias = Literal["revocation", "refresh"]
BITS = 131_072
"""Of each list; the fewest that the standard allows, so that nobody stands out."""
REVOKED_FILE, NEWER_FILE = "status.json", "newer.json"
FILES: dict[Purpose, str] = {"revocation": REVOKED_FILE, "refresh": NEWER_FILE}


def entry(home: str, index: int) -> Document:
    """What a record says of its own place in the list of revoked ones.

    Args:
        home: web address of the issuer's folder.
        index: its bit.
    """
    address = home + REVOKED_FILE
    return {
        "id": f"{address}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(index),
        "statusListCredential": address,
    }


def status_list(
    home: str, issuer: Document, purpose: Purpose, bits: Iterable[int], at: str
) -> Document:
    """The list as a credential that is still to be signed."""
    address = home + FILES[purpose]
    return {
        "@context": list(OF_LIST),
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer["id"],
        "validFrom": at,
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": packed(bits),
        },
    }


def packed(bits: Iterable[int]) -> str:
    """The list in which these bits are set, counted from the left."""
    row = bytearray(BITS // 8)
    for bit in bits:
        row[bit // 8] |= 0x80 >> bit % 8
    data = gzip.compress(bytes(row), mtime=0)
    return "u" + base64.urlsafe_b64encode(data).decode().rstrip("=")


def is_set(encoded: Any, bit: int) -> bool | None:
    """Whether a bit is set; None when the list cannot be read, or is too short."""
    if not isinstance(encoded, str) or not encoded.startswith("u"):
        return None
    try:
        data = base64.urlsafe_b64decode(encoded[1:] + "=" * (-(len(encoded) - 1) % 4))
        with gzip.open(io.BytesIO(data)) as file:
            row = file.read(BITS * 8)
    except (binascii.Error, ValueError, OSError, EOFError, zlib.error):
        return None
    if not 0 <= bit < len(row) * 8:
        return None
    return bool(row[bit // 8] & 0x80 >> bit % 8)
