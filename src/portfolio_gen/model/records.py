"""What the school has signed: its keys, its records and what became of them (transcripts/records/log.jsonl).

The log is only ever appended to. The records themselves lie beside it, one file each, as they were signed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, TypeAlias, get_args

from portfolio_gen.model.dates import Day
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass

Event: TypeAlias = Literal["key", "retired", "distrusted", "issued", "revoked"]
EVENTS: tuple[Event, ...] = get_args(Event)
FOLDER = "records"
"""Folder of `transcripts/`."""
LOG = f"transcripts/{FOLDER}/log.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the log."""

    event: Event
    at: str
    """When, in UTC, as in `2026-06-12T12:00:00Z`."""
    key: str
    """The public key that it is about, or that signed."""
    edition: str = ""
    student: str = ""
    """Id of the student; it stands in no record."""
    digest: str = ""
    """SHA-256 of the record's file."""
    index: int = 0
    """The record's bit in the lists of its edition."""
    facts: str = ""
    """Digest of everything that the record says, to see whether it would say the same today."""
    says: tuple[str, ...] = ()
    """What it says about people; it stays published only while its edition may say all of this."""
    until: str = ""
    """The last moment at which it holds; empty for ever."""
    final: bool = False
    salt: str = ""
    """Makes the digest of the student's name in it unguessable; the student may be told."""
    reason: str = ""
    line: int = 0
    """Line of the log."""

    @property
    def day(self) -> Day:
        """The day on which it happened, in UTC."""
        return Day.parse(self.at[:10])


@dataclass(frozen=True, kw_only=True)
class RecordLog:
    """The whole log."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """All public keys that may verify, oldest first; a distrusted one may not."""
        return tuple(dict.fromkeys(one.key for one in self._of("key") if self.trusts(one.key)))

    @property
    def current(self) -> str:
        """The public key that signs now; empty when there is none."""
        retired = {one.key for one in self._of("retired")}
        return next((one for one in reversed(self.keys) if one not in retired), "")

    def trusts(self, key: str) -> bool:
        """Whether what a key has signed still counts."""
        return key not in self._distrusted

    @cached_property
    def issued(self) -> tuple[Entry, ...]:
        """All records, oldest first."""
        return self._of("issued")

    @cached_property
    def revoked(self) -> Mapping[str, Entry]:
        """Digest of a record to its revocation."""
        return {one.digest: one for one in self._of("revoked")}

    def latest(self, edition: str, student: str) -> Entry | None:
        """The newest record of a student in an edition, whatever became of it."""
        return self._latest.get((edition, student))

    def holds(self, one: Entry) -> bool:
        """Whether the school stands by a record: neither it nor its key was taken back."""
        return one.digest not in self.revoked and self.trusts(one.key)

    def editions(self) -> frozenset[str]:
        """Editions for which something was issued."""
        return frozenset(one.edition for one in self.issued)

    @cached_property
    def _latest(self) -> Mapping[tuple[str, str], Entry]:
        return {(one.edition, one.student): one for one in self.issued}

    @cached_property
    def _distrusted(self) -> frozenset[str]:
        return frozenset(one.key for one in self._of("distrusted"))

    def _of(self, event: Event) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if one.event == event)


def path_of(edition: EditionName | str, name: str) -> str:
    """Where a signed file of an edition lies in the school: a student's record, or a list."""
    return f"transcripts/{FOLDER}/{edition}/{name}.json"
