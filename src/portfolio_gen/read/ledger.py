"""The school's own records: transcripts/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.committee import Committee
from portfolio_gen.model.consent import Consent
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.noun import Page
from portfolio_gen.model.rubric import Rubrics
from portfolio_gen.read.folder import Folder
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.page import read_keys, read_text
from portfolio_gen.read.rules import STRAY_FILE
from portfolio_gen.read.wording import nearest, quoted

P = TypeVar("P", bound=Page)
Found = tuple[Diagnostic, ...]

PROFILE = "school-profile.md"
KEPT_FILES = ("framework.yml", "rubrics.yml", "committee.yml", "consent.yml", PROFILE)
"""Files of `transcripts/` that belong to the whole school; every other is a student's ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What the school keeps, as far as it could be read."""

    framework: Framework | None
    rubrics: Rubrics
    committee: Committee
    consent: Consent
    profile: str
    ledgers: Mapping[str, Ledger]


def read_records(folder: Folder, only: frozenset[str] | None) -> tuple[Records, Found]:
    """Read everything that the school keeps.

    Args:
        folder: `transcripts/`.
        only: ids of the students whose ledgers are wanted; None for all.
    """
    framework, found = read_keys(Framework, folder, "framework.yml")
    rubrics, said_1 = _read_if_there(Rubrics, folder, "rubrics.yml")
    committee, said_2 = _read_if_there(Committee, folder, "committee.yml")
    consent, said_3 = _read_if_there(Consent, folder, "consent.yml")
    profile, said_4 = _read_profile(folder)
    ledgers, said_5 = _read_ledgers(folder, only)
    records = Records(
        framework=framework,
        rubrics=rubrics or Rubrics(),
        committee=committee or Committee(),
        consent=consent or Consent(),
        profile=profile,
        ledgers=ledgers,
    )
    return records, found + said_1 + said_2 + said_3 + said_4 + said_5


def _read_if_there(noun: type[P], folder: Folder, name: str) -> tuple[P | None, Found]:
    if name not in folder.files and name not in folder.folders:
        return None, ()
    return read_keys(noun, folder, name)


def _read_profile(folder: Folder) -> tuple[str, Found]:
    if PROFILE not in folder.files:
        return "", ()
    text, found = read_text(folder, PROFILE)
    return text or "", found


def _read_ledgers(folder: Folder, only: frozenset[str] | None) -> tuple[dict[str, Ledger], Found]:
    ledgers: dict[str, Ledger] = {}
    found: Found = ()
    for name in folder.files:
        student, dot, ending = name.rpartition(".")
        if name in KEPT_FILES:
            continue
        if not dot or ending != "yml":
            found += (_stray(folder, name),)
        elif only is None or student in only:
            ledger, said = _read_ledger(folder, name, student)
            found += said
            if ledger:
                ledgers[student] = ledger
    return ledgers, found


def _read_ledger(folder: Folder, name: str, student: str) -> tuple[Ledger | None, Found]:
    if problem := judge_id(student):
        place = Span(folder.shows(name))
        return None, (
            Diagnostic(problem.rule, place, problem.message, problem.hint, about=student),
        )
    ledger, found = read_keys(Ledger, folder, name)
    found = tuple(replace(one, about=student) for one in found)
    return (replace(ledger, student=student) if ledger else None), found


def _stray(folder: Folder, name: str) -> Diagnostic:
    guess = nearest(name, KEPT_FILES)
    hint = f"did you mean {quoted(guess)}?" if guess else "ledgers are called `⟨student⟩.yml`"
    message = f"nothing is read from {quoted(name)}"
    return Diagnostic(STRAY_FILE, Span(folder.shows(name)), message, hint)
