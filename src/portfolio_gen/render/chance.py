"""Numbers that look random and depend on a text alone, for drawings that come out the same each time."""

from __future__ import annotations

_LARGEST = 2**31 - 1


def chance(text: str, count: int) -> tuple[int, ...]:
    """So many numbers from 0 to 999, drawn by a text (Park and Miller's generator, seeded by its UTF-8)."""
    seed = 11
    for byte in text.encode("utf-8", "replace"):
        seed = (seed * 31 + byte) % (_LARGEST - 1) + 1
    numbers = []
    for _ in range(count):
        seed = seed * 48271 % _LARGEST
        numbers.append(seed // 64 % 1000)
    return tuple(numbers)
