"""The signed records that a student takes along, each with what the school publishes for checking it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portfolio_gen.hallway.records import issuer_blueprint
from portfolio_gen.model.records import path_of
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.read.digest import hash_file

_NOT_THEIRS = frozenset({"committee"})
"""Editions that a student does not see."""


def records_of(school: School, student: str) -> Iterator[tuple[str, bytes | Path]]:
    """Path to content of each record by which the school stands, and of the issuer's own files beside it.

    Args:
        school: as it is now.
        student: whose records they are.
    """
    for edition in EDITIONS:
        entry = school.records.latest(edition, student)
        file = school.root / path_of(edition, student)
        if edition in _NOT_THEIRS or entry is None or not school.records.holds(entry):
            continue
        if not file.is_file() or hash_file(file) != entry.digest:
            continue
        yield f"{edition}/transcript.json", file
        issuer = issuer_blueprint(school, edition, page=False)
        if issuer.did:
            yield f"{edition}/issuer/did.json", issuer.did.encode()
        yield from ((f"{edition}/issuer/{name}.json", path) for name, path in issuer.lists)
