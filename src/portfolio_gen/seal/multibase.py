"""Bytes as letters that nobody mistakes for others: base58btc, as `did:key` and proofs write them.

Source: Controlled Identifiers 1.0, section 2.4 (https://www.w3.org/TR/cid-1.0/#multibase-0).
"""

from __future__ import annotations

_LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
LONGEST = 200
"""Letters of a text that is read; keys and signatures have fewer than a hundred."""


def encode(data: bytes) -> str:
    """Bytes as `z` and base58btc letters."""
    number, letters = int.from_bytes(data, "big"), ""
    while number:
        number, place = divmod(number, 58)
        letters = _LETTERS[place] + letters
    zeros = len(data) - len(data.lstrip(b"\0"))
    return "z" + _LETTERS[0] * zeros + letters


def decode(text: str) -> bytes:
    """The bytes that `encode` has written.

    Raises:
        ValueError: it is written otherwise.
    """
    if not text.startswith("z") or len(text) > LONGEST:
        raise ValueError("not base58btc")
    number = 0
    for letter in text[1:]:
        number = number * 58 + _LETTERS.index(letter)
    zeros = len(text) - 1 - len(text[1:].lstrip(_LETTERS[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")
