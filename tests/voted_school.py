"""A school with a pitch that was handed in, an inbox, and ballots as the form on the page makes them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from portfolio_gen.deciding import Docket
from portfolio_gen.diagnostics import errors
from portfolio_gen.handing_in import hand_in
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.read.school import read_school
from school import COMMITTEE, LEDGER, minimal_school

ON = Day(2026, 11, 20)
LATER = Day(2026, 12, 4)
CREDIT = "critical-thinking/academics"
INBOX = "inbox"
LEDGER_FILE = "transcripts/ada-park.yml"


def handed_in_school(root: Path) -> Path:
    """A pitch that was handed in, and nothing decided yet."""
    minimal_school(root)
    (root / LEDGER_FILE).write_text(LEDGER.partition("decisions:")[0] + "\n# the end\n")
    hand_in(root, "ada-park", "beans", on=Day(2026, 11, 1), even_so=True)
    (root / INBOX).mkdir()
    return root


def vote(
    root: Path,
    who: str,
    outcome: str = "earned",
    *,
    name: str = "",
    level: str = "meeting",
    **more: Any,
) -> Path:
    """Put a ballot into the inbox, as the form on the page makes it."""
    school, _ = read_school(root)
    assert school
    about = (more.get("student", "ada-park"), more.get("pitch", "beans"))
    newest = [one for one in school.submissions if (one.student, one.pitch) == about]
    ballot = {
        "ballot": "1",
        "student": "ada-park",
        "pitch": "beans",
        "submission": (newest or school.submissions)[-1].digest,
        "reviewer": who,
        "date": "2026-11-19",
        "scores": [
            {
                "credit": CREDIT,
                "level": "foundation",
                "ratings": {"evidence": level, "reflection": "meeting"},
                "outcome": outcome,
            }
        ],
        **more,
    }
    path = root / INBOX / (name or f"{who}.json")
    path.write_text(json.dumps(ballot, indent=2, ensure_ascii=False), "utf-8")
    return path


def docket(root: Path, **more: Any) -> Docket:
    return Docket(ballots=root / INBOX, on=ON, **more)


def ledger(root: Path) -> Ledger:
    school, found = read_school(root)
    assert school
    assert not errors(found)
    return school.ledgers["ada-park"]


def set_committee(root: Path, **rules: str) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in rules.items())
    (root / "transcripts/committee.yml").write_text(text + COMMITTEE.partition("\n")[2])


def add_a_twin(root: Path) -> None:
    """Another student, who hands in the very same files."""
    shutil.copytree(root / "students/ada-park", root / "students/bo-berg")
    record = (root / LEDGER_FILE).read_text().replace("Ada Marie Park", "Bo Berg")
    (root / "transcripts/bo-berg.yml").write_text(record)
    hand_in(root, "bo-berg", "beans", on=Day(2026, 11, 2), even_so=True)
