"""The school's own records: transcripts/."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from portfolio_gen.diagnostics import Diagnostic, nearest
from portfolio_gen.model.ballot import BALLOTS
from portfolio_gen.model.committee import Committee
from portfolio_gen.model.consent import Consent
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.noun import Page
from portfolio_gen.model.records import FOLDER, RecordLog
from portfolio_gen.model.rubric import Rubrics
from portfolio_gen.model.session import SESSIONS
from portfolio_gen.model.submission import SUBMISSIONS
from portfolio_gen.model.tell import tell
from portfolio_gen.read.decode import without_control_characters
from portfolio_gen.read.folder import Folder, Found, look_into
from portfolio_gen.read.framework import VERSIONS, read_framework, read_versions
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.page import misplaced_front_matter, read_keys, read_text
from portfolio_gen.read.places import PROFILE, SHARED_FILES
from portfolio_gen.read.records import read_log
from portfolio_gen.read.rules import STRAY_FILE
from portfolio_gen.read.wording import quoted, visible

P = TypeVar("P", bound=Page)

MOST_LEDGERS = 100_000
"""Most entries of `transcripts/`; a district has fewer."""
SHARED_FOLDERS = (VERSIONS, FOLDER, SUBMISSIONS, BALLOTS, SESSIONS, "links")
"""Its folders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What the school keeps; None stands for a file that could not be read."""

    framework: Framework | None
    frameworks: Mapping[str, Framework]
    """Version to framework, for the earlier versions."""
    rubrics: Rubrics | None
    committee: Committee | None
    consent: Consent | None
    profile: str
    ledgers: Mapping[str, Ledger]
    """Student id to ledger, for each that could be read."""
    log: RecordLog | None
    """Of what was signed."""
    unread: frozenset[str]
    """Paths of what is there and was not read."""


def read_records(folder: Folder, only: frozenset[str] | None) -> tuple[Records, Found]:
    """Read everything that the school keeps.

    Args:
        folder: `transcripts/`.
        only: ids of the students whose ledgers are wanted; None for all.
    """
    framework, about_framework = read_framework(folder)
    frameworks, about_frameworks = read_versions(folder, framework.extends if framework else None)
    rubrics, about_rubrics = _read_if_kept(Rubrics, folder, "rubrics.yml")
    committee, about_committee = _read_if_kept(Committee, folder, "committee.yml")
    consent, about_consent = _read_if_kept(Consent, folder, "consent.yml")
    profile, about_profile = _read_profile(folder)
    ledgers, about_ledgers = _read_ledgers(folder, only)
    log, about_log = read_log(folder)
    found = about_framework + about_frameworks + about_rubrics + about_committee + about_consent
    return Records(
        framework=framework,
        frameworks=frameworks,
        rubrics=rubrics,
        committee=committee,
        consent=consent,
        profile=profile,
        ledgers=ledgers,
        log=log,
        unread=frozenset(
            folder.shows(name)
            for name in (*folder.files, *folder.folders, *folder.refused)
            if name not in (*SHARED_FILES, *SHARED_FOLDERS)
            and name.removesuffix(".yml") not in ledgers
        ),
    ), found + about_profile + about_ledgers + about_log


def _read_if_kept(noun: type[P], folder: Folder, name: str) -> tuple[P | None, Found]:
    """A file that a school need not have: without it, the noun that says nothing."""
    if name in (*folder.files, *folder.folders, *folder.refused):
        return read_keys(noun, folder, name)
    return noun(), ()


def _read_profile(folder: Folder) -> tuple[str, Found]:
    if PROFILE not in (*folder.files, *folder.folders):
        return "", ()
    text, found = read_text(folder, PROFILE)
    if text is None:
        return "", found
    profile, found = without_control_characters(text, folder.shows(PROFILE))
    return profile, found + misplaced_front_matter(profile, folder.shows(PROFILE))


def _read_ledgers(folder: Folder, only: frozenset[str] | None) -> tuple[dict[str, Ledger], Found]:
    ledgers: dict[str, Ledger] = {}
    found: Found = ()
    for name in folder.files:
        if name in SHARED_FILES:
            continue
        if not name.endswith(".yml"):
            found += (_stray(folder, name),)
            continue
        student = name.removesuffix(".yml")
        if only is None or student in only:
            ledger, said = _read_ledger(folder, name, student)
            found += said
            ledgers |= {student: ledger} if ledger else {}
    return ledgers, found


def _read_ledger(folder: Folder, name: str, student: str) -> tuple[Ledger | None, Found]:
    ledger, found = read_keys(Ledger, folder, name)
    if problem := judge_id(student):
        found += (folder.says(problem.rule, name, problem.message, problem.hint),)
    found = tuple(replace(one, about=visible(student)) for one in found)
    return (_released(replace(ledger, student=student)) if ledger and not found else None), found


def _released(ledger: Ledger) -> Ledger:
    """The ledger with each decision's release as it was settled last."""
    settled = {one.decision: one.on for one in ledger.releases}
    if not settled:
        return ledger
    return replace(
        ledger,
        decisions=tuple(
            replace(one, release=settled.get(one.id, one.release)) for one in ledger.decisions
        ),
    )


def _stray(folder: Folder, name: str) -> Diagnostic:
    guess = nearest(name, SHARED_FILES)
    hint = (
        tell("did you mean %(word)s?", word=quoted(guess))
        if guess
        else tell("ledgers are called `⟨student⟩.yml`")
    )
    return folder.says(
        STRAY_FILE, name, tell("nothing is read from %(name)s", name=quoted(name)), hint
    )


def read_ledgers(root: Path, only: Collection[str]) -> dict[str, Ledger]:
    """The ledgers of some students, without anything else of the school; what is wrong in them is said elsewhere."""
    folder, _ = look_into(root.absolute() / "transcripts", "transcripts", most=MOST_LEDGERS)
    return _read_ledgers(folder, frozenset(only))[0] if folder else {}
