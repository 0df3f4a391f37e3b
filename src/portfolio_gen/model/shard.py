"""One of several shares of a school's sites, for machines that build side by side."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple, Self


class Shard(NamedTuple):
    """Share `number` of `of` shares, counted from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` has written, such as `2/4`.

        Raises:
            ValueError: there is no such share.
        """
        found = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", text, re.ASCII)
        if not found or not 1 <= int(found[1]) <= int(found[2]):
            raise ValueError(
                f"`{text}` is no share; the second of four is written `2/4`, and the first is `1/4`"
            )
        return cls(int(found[1]), int(found[2]))

    def holds(self, key: str) -> bool:
        """Whether something belongs to this share: the same everywhere, and each thing to exactly one share.

        Args:
            key: the id of a student, so that what their editions have in common is made once; or a place that is
                nobody's.
        """
        digest = hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
        return int.from_bytes(digest[:8]) % self.of == self.number - 1
