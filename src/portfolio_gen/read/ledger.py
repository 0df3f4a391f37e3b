"""The school's own records: transcripts/."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
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
from portfolio_gen.model.value import dataclass
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
    log: RecordLog | None
    """Of what was signed."""


def read_records(folder: Folder) -> tuple[Records, Found]:
    """Read what the school keeps in `transcripts/` and that is nobody's own."""
    framework, about_framework = read_framework(folder)
    frameworks, about_frameworks = read_versions(folder, framework.extends if framework else None)
    rubrics, about_rubrics = _read_if_kept(Rubrics, folder, "rubrics.yml")
    committee, about_committee = _read_if_kept(Committee, folder, "committee.yml")
    consent, about_consent = _read_if_kept(Consent, folder, "consent.yml")
    profile, about_profile = _read_profile(folder)
    log, about_log = read_log(folder)
    found = about_framework + about_frameworks + about_rubrics + about_committee + about_consent
    return Records(
        framework=framework,
        frameworks=frameworks,
        rubrics=rubrics,
        committee=committee,
        consent=consent,
        profile=profile,
        log=log,
    ), found + about_profile + about_log + tuple(_strays(folder))


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


def ledgers_in(folder: Folder) -> frozenset[str]:
    """Ids of the students of whom `transcripts/` has a ledger."""
    own = (name for name in folder.files if name not in SHARED_FILES and name.endswith(".yml"))
    return frozenset(name.removesuffix(".yml") for name in own)


def unread_in(folder: Folder, ledgers: Collection[str]) -> frozenset[str]:
    """Paths of what is in `transcripts/`, is nobody's but a student's, and is not among the ledgers that were read."""
    return frozenset(
        folder.shows(name)
        for name in (*folder.files, *folder.folders, *folder.refused)
        if name not in (*SHARED_FILES, *SHARED_FOLDERS) and name.removesuffix(".yml") not in ledgers
    )


def read_ledgers(folder: Folder, only: Collection[str]) -> tuple[dict[str, Ledger], Found]:
    """Read the ledgers of some students, as far as they are there and sound."""
    ledgers: dict[str, Ledger] = {}
    found: list[Diagnostic] = []
    for student in sorted(ledgers_in(folder).intersection(only)):
        ledger, said = _read_ledger(folder, f"{student}.yml", student)
        found += said
        ledgers |= {student: ledger} if ledger else {}
    return ledgers, tuple(found)


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


def _strays(folder: Folder) -> Iterator[Diagnostic]:
    names = (name for name in folder.files if name not in SHARED_FILES)
    return (_stray(folder, name) for name in names if not name.endswith(".yml"))


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


def read_ledgers_of(root: Path, only: Collection[str]) -> dict[str, Ledger]:
    """The ledgers of some students, without anything else of the school; what is wrong in them is said elsewhere."""
    folder, _ = look_into(root.absolute() / "transcripts", "transcripts", most=MOST_LEDGERS)
    return read_ledgers(folder, only)[0] if folder else {}
