"""What is proposed becomes a record when the chair confirms it: ballots on file, decisions in ledgers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from portfolio_gen.deciding.hearing import hear
from portfolio_gen.deciding.ledgers import append
from portfolio_gen.deciding.values import Docket, Hearing, Recorded
from portfolio_gen.diagnostics import or_nearest
from portfolio_gen.model.ballot import BALLOTS, file_stem
from portfolio_gen.model.dates import Day
from portfolio_gen.model.feedback import SPOKEN
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.submission import Submission
from portfolio_gen.pitching.proposal import Proposal
from portfolio_gen.pitching.rules import FEEDBACK_ABOUT_NOTHING
from portfolio_gen.proceedings import CannotProceed, sole_clerk
from portfolio_gen.publish.sync import write_durably
from portfolio_gen.read.ballot import ENDINGS
from portfolio_gen.read.digest import digest_of
from portfolio_gen.read.folder import open_warily
from portfolio_gen.rewrite.appending import Entry


def confirm(
    root: Path, docket: Docket, chair: str, *, release: Day | None
) -> tuple[Hearing, tuple[Recorded, ...]]:
    """Record everything that is proposed, as the chair confirms it: ballots are filed, decisions appended.

    Nothing that is on record changes. Whoever is stopped in between can do it again: what is decided already is left.

    Args:
        root: the school's folder.
        docket: what is decided about.
        chair: id of the member who confirms.
        release: first day on which students and families may see it; the session's where it names one.

    Returns:
        What the ballots come to, and what was recorded; nothing when the chair's words are about what nobody claims.

    Raises:
        CannotProceed: the chair may not confirm, no day of release is known, or a ledger cannot be added to.
        OSError: something cannot be written.
    """
    with sole_clerk(root):
        hearing = hear(root, docket)
        if any(one.rule is FEEDBACK_ABOUT_NOTHING for one in hearing.found):
            return hearing, ()
        day = release or (hearing.session.release if hearing.session else None)
        _expect_chair(hearing, chair)
        ready = [one for one in hearing.proposals if one.state == "proposed"]
        if day is None:
            raise CannotProceed(_no_day(hearing, ready))
        ledgers = {one.submission.student for one in ready} & hearing.school.ledgers.keys()
        if lost := {one.submission.student for one in ready} - ledgers:
            raise CannotProceed(f"the ledger of `{min(lost)}` cannot be read; `check` says why")
        _file(root, hearing, ready)
        return hearing, tuple(
            one
            for student in sorted(ledgers)
            for one in _record(root, hearing, student, ready, day)
        )


def _no_day(hearing: Hearing, ready: Sequence[Proposal]) -> str:
    """That no day of release is known, and which session knows one."""
    heard = {f"{one.submission.student}/{one.submission.pitch}" for one in ready}
    knows = (
        one.id for one in hearing.school.sessions if one.release and any(map(one.hears, heard))
    )
    session = next(knows, None)
    hint = f", or which session decides, such as --session {session}" if session else ""
    return f"say from which day on students may see it: --release DAY{hint}"


def _expect_chair(hearing: Hearing, chair: str) -> None:
    member = hearing.school.committee.member(chair)
    if member is None:
        known = {one.id: one.name for one in hearing.school.committee.members}
        raise CannotProceed(
            f"`{chair}` is not in transcripts/committee.yml{or_nearest(chair, known)}"
        )
    if not member.serves_on(hearing.on):
        raise CannotProceed(f"{member.name} is not a member on {hearing.on}")
    if hearing.session and hearing.session.chair != chair:
        raise CannotProceed(f"this session is led by `{hearing.session.chair}`, who confirms it")
    for one in hearing.proposals:
        if any(each.student == one.submission.student for each in member.conflicts):
            raise CannotProceed(
                f"{member.name} has a conflict of interest about `{one.submission.student}`; "
                "somebody else confirms, pitch by pitch with --pitch"
            )


def _file(root: Path, hearing: Hearing, ready: Sequence[Proposal]) -> None:
    """Put ballots on file, byte for byte as they came."""
    numbers = {(one.submission.of): one.submission.number for one in ready}
    for one in hearing.ballots:
        source = hearing.sources.get(one.digest)
        if source is None or one.of not in numbers:
            continue
        with open_warily(source) as file:
            data = file.read()
        if f"sha256:{hashlib.sha256(data).hexdigest()}" != one.digest:
            raise CannotProceed(f"{source} was changed just now; try again")
        ending = ".json" if source.name.endswith(ENDINGS[-1]) else ".yml"
        folder = root / "transcripts" / BALLOTS / one.of / str(numbers[one.of])
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(folder / f"{file_stem(one.reviewer)}{ending}", data)


def _record(
    root: Path, hearing: Hearing, student: str, ready: Iterable[Proposal], day: Day
) -> Iterator[Recorded]:
    """Append all decisions about a student to their ledger at once."""
    taken = {one.id for one in hearing.school.ledgers[student].decisions}
    taken |= {hearing.corrects.id} if hearing.corrects else set()
    entries: list[Entry] = []
    for one in ready:
        if one.submission.student == student and one.outcome:
            name = _free_id(taken, hearing.on)
            taken.add(name)
            entries.append(_entry(hearing, one, name, day))
    append(root, student, "decisions", entries)
    for entry in entries:
        yield Recorded(
            student=student,
            id=entry["id"],
            credit=entry["credit"],
            level=entry["level"],
            outcome=entry["outcome"],
            release=day,
        )


def _free_id(taken: set[str], on: Day) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = (f"d-{on}-{letters[at]}" if at < 26 else f"d-{on}-{at + 1}" for at in range(10_000))
    return next(one for one in names if one not in taken)


def _entry(hearing: Hearing, one: Proposal, name: str, day: Day) -> dict[str, Any]:
    """A decision as it stands in a ledger."""
    submission, outcome = one.submission, one.outcome
    session, old = hearing.session, _corrected(hearing, one)
    pitch = submission.frozen_pitch
    words = hearing.words(one)
    assert outcome and words  # noqa: S101 - only what is proposed is recorded
    evidence = {
        _named_in(submission, work.student, work.slug): digest_of(work) for work in submission.works
    }
    return {
        "id": name,
        "credit": one.credit,
        "level": one.level,
        "outcome": outcome.means,
        "verdict": outcome.id if hearing.school.committee.outcomes else None,
        "corrects": old.id if old else None,
        "date": hearing.on,
        "session": session.id if session else old.session if old else None,
        "artifacts": list(dict.fromkeys(pitch.artifacts)),
        "evidence": evidence,
        "committee": [each.reviewer for each in one.ballots],
        "pitch": submission.pitch,
        "submission": submission.digest,
        "ratings": dict(one.ratings),
        **{key: words.says(key) for key in SPOKEN},
        "release": day,
        "ballots": {each.reviewer: each.digest for each in one.ballots},
    }


def _corrected(hearing: Hearing, one: Proposal) -> Decision | None:
    """The decision that this one takes the place of."""
    old = hearing.corrects
    return old if old and (old.credit, old.level) == (one.credit, one.level) else None


def _named_in(submission: Submission, owner: str, slug: str) -> str:
    return slug if owner == submission.student else f"{owner}/{slug}"
