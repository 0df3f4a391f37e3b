"""Public keys as everybody writes them: Multikey, `z6Mk…` (https://www.w3.org/TR/cid-1.0/#Multikey)."""

from __future__ import annotations

from portfolio_gen.seal.multibase import decode, encode

_ED25519 = b"\xed\x01"
"""Begins a public key of this kind (Multicodec)."""
_BYTES = 32


def public_of(raw: bytes) -> str:
    """The 32 bytes of a public key as a text."""
    return encode(_ED25519 + raw)


def bytes_of(key: str) -> bytes | None:
    """The 32 bytes of a public key; None when a text is none of the kind that is used here."""
    try:
        raw = decode(key)
    except ValueError:
        return None
    if not raw.startswith(_ED25519) or len(raw) != len(_ED25519) + _BYTES or encode(raw) != key:
        return None
    return raw.removeprefix(_ED25519)


def is_public(key: str) -> bool:
    """Whether a text is a public key of the kind that is used here."""
    return bytes_of(key) is not None
