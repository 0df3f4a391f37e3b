"""What a ballot says, as the one thing that is signed."""

from __future__ import annotations

from typing import Any

from portfolio_gen.model.ballot import Ballot

PREFIX = b"portfolio-gen ballot 1\n"
"""Stands before the canonical JSON, so that no signature of another kind fits."""


def statement(ballot: Ballot) -> dict[str, Any]:
    """All that a ballot says but its signature, without what is absent; the same for YAML and JSON."""
    told: dict[str, Any] = {
        "ballot": ballot.ballot,
        "student": ballot.student,
        "pitch": ballot.pitch,
        "submission": ballot.submission,
        "reviewer": ballot.reviewer,
        "name": ballot.name,
        "date": str(ballot.date),
        "conflict": ballot.conflict,
        "strong": ballot.strong,
        "missing": ballot.missing,
        "note": ballot.note,
        "scores": [
            _told(
                credit=one.credit,
                level=one.level,
                ratings=dict(one.ratings),
                outcome=one.outcome,
                comment=one.comment,
            )
            for one in ballot.scores
        ],
    }
    return _told(**told)


def _told(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
