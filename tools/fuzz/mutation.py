"""Tries without Atheris: seeds with pieces cut out, doubled, swapped and made strange, by chance."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

STRANGE = (
    *(
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xae",
        b"\xcc\x81\xcc\xa7",
        b"\xed\xa0\x80",
        b"\r",
        b"\t",
    ),
    *(
        b"---\n",
        b": ",
        b"- ",
        b"[",
        b"]",
        b"{",
        b"}",
        b"&a ",
        b"*a",
        b"!!x ",
        b"<<: ",
        b"? ",
        b"|\n",
        b"'",
        b'"',
    ),
    *(
        b"<",
        b">",
        b"<!--",
        b"-->",
        b"<script>",
        b"<b id=1>",
        b"<svg>",
        b"</p>",
        b"javascript:",
        b"](",
        b"```\n",
    ),
    *(b"../", b"/", b"\\", b"CON", b".", b"%2e", b"=", b"@", b"PK\x01\x02", b"\x7f\xff\xff\xff"),
)
"""What means something to one of the readers."""
LONGEST = 200_000


def try_for(
    seconds: float, promise: Callable[[bytes], None], seeds: Sequence[bytes], chance: int
) -> tuple[int, bytes]:
    """Try a promise for so many seconds.

    Returns:
        How many tries there were, and the input that broke the promise; empty when none did.
    """
    dice = random.Random(chance)
    end = time.monotonic() + seconds
    tries = 0
    while time.monotonic() < end:
        data = changed(dice, seeds)
        tries += 1
        try:
            promise(data)
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            return tries, data
    return tries, b""


def changed(dice: random.Random, seeds: Sequence[bytes]) -> bytes:
    """A seed, changed in a few places."""
    data = bytearray(dice.choice(seeds))
    for _ in range(dice.choice((1, 1, 2, 3, 5, 9, 30))):
        start = dice.randrange(len(data) + 1)
        end = min(len(data), start + dice.choice((0, 1, 1, 2, 5, 20, 300)))
        match dice.randrange(6):
            case 0:
                data[start:end] = b""
            case 1:
                data[start:start] = data[start:end] * dice.choice((1, 2, 9, 100))
            case 2:
                data[start:end] = bytes(dice.randrange(256) for _ in range(end - start))
            case 3:
                other = dice.choice(seeds)
                cut = dice.randrange(len(other) + 1)
                data[start:end] = other[cut : cut + dice.choice((1, 5, 40, 400))]
            case _:
                data[start:end] = dice.choice(STRANGE) * dice.choice((1, 1, 1, 2, 40, 1100))
    return bytes(data[:LONGEST])
