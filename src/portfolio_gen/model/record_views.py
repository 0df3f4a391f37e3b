"""What a transcript says of its signed record, so that anybody can check that the two say the same."""

from __future__ import annotations

from portfolio_gen.model.dates import Day
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """The signed record beside a transcript."""

    address: str
    """Its file in the site: `transcript/transcript.json`."""
    digest: str
    """SHA-256 of the published file's bytes, in hexadecimal."""
    fingerprint: str
    """A short form of it, in groups, for people to compare."""
    issued: Day
    """The day on which it was signed."""
    final: bool
    """Whether it was signed as the last one."""
    url: str
    """Its absolute address; empty when the edition has none."""
    verify_url: str
    """Absolute address of the page that checks this record; empty when the edition has none."""
