"""From ballots to decisions on record: gathered, judged, proposed; and appended when the chair confirms."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import Diagnostic, errors, in_order, or_nearest
from portfolio_gen.handing_in import CannotHandIn, sole_clerk
from portfolio_gen.model.ballot import BALLOTS, Ballot, file_stem
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.submission import Submission
from portfolio_gen.pitching.ballots import Bench, judge
from portfolio_gen.pitching.freezing import newest
from portfolio_gen.pitching.proposal import Proposal, propose
from portfolio_gen.pitching.round_trip import CannotAppend, Entry, appended
from portfolio_gen.pitching.statement import PREFIX, statement
from portfolio_gen.publish.sync import write_durably
from portfolio_gen.read.ballot import ENDINGS, read_ballot
from portfolio_gen.read.digest import digest_of
from portfolio_gen.read.folder import look_into, open_warily
from portfolio_gen.read.page import bind_tree
from portfolio_gen.read.school import read_school
from portfolio_gen.read.yaml import grow
from portfolio_gen.seal.canonical import canonical
from portfolio_gen.seal.keys import signed_by
from portfolio_gen.seal.multibase import decode

MOST_BALLOTS = 10_000
"""Most files in a folder of ballots."""


class CannotDecide(ValueError):
    """Something stands in the way; the message says what, and what to try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """What is decided about, when, and with which ballots."""

    ballots: Path | None = None
    """A folder with ballots as they came; those on file are looked at in any case."""
    session: str | None = None
    """Id of the session, of which only the pitches are looked at."""
    pitch: str | None = None
    """The only pitch that is looked at: `⟨student⟩/⟨slug⟩`."""
    on: Day
    """The day, unless the session has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What the ballots come to."""

    school: School
    session: Session | None
    on: Day
    proposals: tuple[Proposal, ...]
    found: tuple[Diagnostic, ...]
    """Why ballots were not counted or could not be read."""
    ballots: tuple[Ballot, ...]
    """All that are kept: those that count, and those that declare a conflict."""
    sources: Mapping[str, Path]
    """Digest of a ballot that is not on file yet to its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A new entry in a ledger."""

    student: str
    id: str
    credit: str
    level: str
    outcome: str
    release: Day


def hear(root: Path, docket: Docket) -> Hearing:
    """Gather ballots, sort out those that count, and say what the school's rule makes of them.

    Raises:
        CannotDecide: the school cannot be read, or there is no such session, pitch or folder.
    """
    school, _ = read_school(root)
    if school is None:
        raise CannotDecide(f"{root} cannot be read; `portfolio-gen check {root}` says why")
    session = _session(school, docket.session)
    on = session.date if session else docket.on
    scope = _scope(school, docket, session)
    brought, sources, found = _brought(root, docket.ballots)
    everything = tuple(one for one in (*school.ballots, *brought) if _concerns(one, scope, school))
    judged = judge(everything, Bench(school=school, on=on, session=session, genuine=genuine))
    proposals = tuple(
        proposal
        for submission in _heard(school, everything, scope)
        for proposal in propose(school, submission, _about(submission, judged.counted))
    )
    kept = (*judged.counted, *(one for one in everything if one.conflict and _known(school, one)))
    return Hearing(
        school=school,
        session=session,
        on=on,
        proposals=proposals,
        found=in_order((*found, *judged.refused)),
        ballots=kept,
        sources=sources,
    )


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

    Raises:
        CannotDecide: the chair may not confirm, no day of release is known, or a ledger cannot be added to.
        OSError: something cannot be written.
    """
    try:
        with sole_clerk(root):
            hearing = hear(root, docket)
            day = release or (hearing.session.release if hearing.session else None)
            _expect_chair(hearing, chair)
            ready = [one for one in hearing.proposals if one.state == "proposed"]
            if day is None:
                raise CannotDecide(_no_day(hearing, ready))
            ledgers = {one.submission.student for one in ready} & hearing.school.ledgers.keys()
            if lost := {one.submission.student for one in ready} - ledgers:
                raise CannotDecide(f"the ledger of `{min(lost)}` cannot be read; `check` says why")
            _file(root, hearing, ready)
            return hearing, tuple(
                one
                for student in sorted(ledgers)
                for one in _record(root, hearing, student, ready, day)
            )
    except CannotHandIn as problem:
        raise CannotDecide(str(problem)) from None


def _no_day(hearing: Hearing, ready: Sequence[Proposal]) -> str:
    """That no day of release is known, and which session knows one."""
    heard = {f"{one.submission.student}/{one.submission.pitch}" for one in ready}
    knows = (
        one.id for one in hearing.school.sessions if one.release and any(map(one.hears, heard))
    )
    session = next(knows, None)
    hint = f", or which session decides, such as --session {session}" if session else ""
    return f"say from which day on students may see it: --release DAY{hint}"


def release(root: Path, what: str, *, on: Day, today: Day) -> tuple[Recorded, ...]:
    """Settle from which day on a decision, or everything that a session decided, is seen.

    Args:
        root: the school's folder.
        what: id of a session or of a decision, or `⟨student⟩/⟨decision⟩`.
        on: the first day.
        today: the day on which it is recorded.

    Returns:
        The decisions that are seen from another day on than before.

    Raises:
        CannotDecide: there is no such session or decision, or several students have one of that id.
        OSError: something cannot be written.
    """
    try:
        with sole_clerk(root):
            school, _ = read_school(root)
            if school is None:
                raise CannotDecide(f"{root} cannot be read; `portfolio-gen check {root}` says why")
            changed = [(one, each) for one, each in _named(school, what) if each.release != on]
            for student in sorted({one.student for one, _ in changed}):
                ids = [each.id for one, each in changed if one.student == student]
                entries = [{"decision": one, "on": on, "date": today} for one in ids]
                _append(root, student, "releases", entries)
            return tuple(_recorded(one.student, each, on) for one, each in changed)
    except CannotHandIn as problem:
        raise CannotDecide(str(problem)) from None


def _session(school: School, wanted: str | None) -> Session | None:
    if wanted is None:
        return None
    sessions = {one.id: one for one in school.sessions}
    if wanted not in sessions:
        raise CannotDecide(f"there is no session `{wanted}`{or_nearest(wanted, sessions)}")
    return sessions[wanted]


def _scope(school: School, docket: Docket, session: Session | None) -> frozenset[str] | None:
    """The pitches that are looked at; None for all."""
    known = {one.of for one in school.submissions}
    if docket.pitch is not None and docket.pitch not in known:
        raise CannotDecide(f"`{docket.pitch}` was not handed in{or_nearest(docket.pitch, known)}")
    scope = frozenset(one.pitch for one in session.pitches if one.pitch) if session else None
    if docket.pitch is None:
        return scope
    if scope is not None and docket.pitch not in scope:
        raise CannotDecide(f"`{docket.pitch}` is not heard in this session")
    return frozenset({docket.pitch})


def _concerns(one: Ballot, scope: frozenset[str] | None, school: School) -> bool:
    """Whether a ballot is looked at; one about what nobody knows always is, so that somebody hears of it."""
    return scope is None or one.of in scope or newest(school, one.student, one.pitch) is None


def _brought(
    root: Path, folder: Path | None
) -> tuple[tuple[Ballot, ...], dict[str, Path], tuple[Diagnostic, ...]]:
    """The ballots in a folder, with their files by digest."""
    if folder is None:
        return (), {}, ()
    if not folder.is_dir():
        raise CannotDecide(f"there is no folder {folder}")
    found: list[Diagnostic] = []
    ballots: list[Ballot] = []
    sources: dict[str, Path] = {}
    seen, said = look_into(folder, _shown(root, folder), most=MOST_BALLOTS)
    found += said
    for name in seen.files if seen else ():
        ballot, said = read_ballot(seen, name) if seen else (None, ())
        found += said
        if ballot:
            ballots.append(ballot)
            sources[ballot.digest] = folder / name
    return tuple(ballots), sources, tuple(found)


def _shown(root: Path, folder: Path) -> str:
    """A folder's path as diagnostics show it: from the school's folder."""
    try:
        return Path(os.path.relpath(folder.absolute(), root.absolute())).as_posix()
    except ValueError:
        return folder.absolute().as_posix()


def genuine(ballot: Ballot, key: str) -> bool:
    """Whether a ballot was signed with the private key of a public one."""
    if ballot.signature is None:
        return False
    try:
        value = decode(ballot.signature.value)
    except ValueError:
        return False
    return signed_by(key, value, PREFIX + canonical(statement(ballot)))


def _heard(
    school: School, ballots: Iterable[Ballot], scope: frozenset[str] | None
) -> Iterator[Submission]:
    """The newest submission of each pitch of a scope, or else of each about which somebody voted."""
    wanted = scope if scope is not None else {one.of for one in ballots}
    latest = {one.of: one for one in school.submissions}
    yield from (latest[one] for one in sorted(wanted) if one in latest)


def _about(submission: Submission, counted: Iterable[Ballot]) -> tuple[Ballot, ...]:
    return tuple(
        one for one in counted if (one.of, one.submission) == (submission.of, submission.digest)
    )


def _known(school: School, one: Ballot) -> bool:
    latest = newest(school, one.student, one.pitch)
    member = school.committee.member(one.reviewer)
    return member is not None and latest is not None and latest.digest == one.submission


def _expect_chair(hearing: Hearing, chair: str) -> None:
    member = hearing.school.committee.member(chair)
    if member is None:
        known = {one.id: one.name for one in hearing.school.committee.members}
        raise CannotDecide(
            f"`{chair}` is not in transcripts/committee.yml{or_nearest(chair, known)}"
        )
    if not member.serves_on(hearing.on):
        raise CannotDecide(f"{member.name} is not a member on {hearing.on}")
    if hearing.session and hearing.session.chair != chair:
        raise CannotDecide(f"this session is led by `{hearing.session.chair}`, who confirms it")
    for one in hearing.proposals:
        if any(each.student == one.submission.student for each in member.conflicts):
            raise CannotDecide(
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
            raise CannotDecide(f"{source} was changed just now; try again")
        ending = ".json" if source.name.endswith(ENDINGS[-1]) else ".yml"
        folder = root / "transcripts" / BALLOTS / one.of / str(numbers[one.of])
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(folder / f"{file_stem(one.reviewer)}{ending}", data)


def _record(
    root: Path, hearing: Hearing, student: str, ready: Iterable[Proposal], day: Day
) -> Iterator[Recorded]:
    """Append all decisions about a student to their ledger at once."""
    taken = {one.id for one in hearing.school.ledgers[student].decisions}
    entries: list[Entry] = []
    for one in ready:
        if one.submission.student == student and one.outcome:
            name = _free_id(taken, hearing.on)
            taken.add(name)
            entries.append(_entry(hearing, one, name, day))
    _append(root, student, "decisions", entries)
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
    pitch = submission.frozen_pitch
    assert outcome is not None  # noqa: S101 - only what is proposed is recorded
    evidence = {
        _named_in(submission, work.student, work.slug): digest_of(work) for work in submission.works
    }
    return {
        "id": name,
        "credit": one.credit,
        "level": one.level,
        "outcome": outcome.means,
        "verdict": outcome.id if hearing.school.committee.outcomes else None,
        "date": hearing.on,
        "session": hearing.session.id if hearing.session else None,
        "artifacts": list(dict.fromkeys(pitch.artifacts)),
        "evidence": evidence,
        "committee": [each.reviewer for each in one.ballots],
        "pitch": submission.pitch,
        "submission": submission.digest,
        "ratings": dict(one.ratings),
        "strong": _together(each.strong for each in one.ballots),
        "missing": _together(each.missing for each in one.ballots),
        "release": day,
        "ballots": {each.reviewer: each.digest for each in one.ballots},
    }


def _named_in(submission: Submission, owner: str, slug: str) -> str:
    return slug if owner == submission.student else f"{owner}/{slug}"


def _together(texts: Iterable[str | None]) -> str:
    """What several members say, a paragraph each, and without their names."""
    return "\n\n".join(dict.fromkeys(one.strip() for one in texts if one and one.strip()))


def _append(root: Path, student: str, key: str, entries: Sequence[Entry]) -> None:
    """Add entries to a list of a ledger; whoever reads it meanwhile sees it before or after, never between.

    Raises:
        CannotDecide: it cannot be added to without changing something else.
    """
    if not entries:
        return
    path = root / "transcripts" / f"{student}.yml"
    with open_warily(path) as file:
        text = file.read().decode("utf-8")
    try:
        after = appended(text, key, entries)
    except CannotAppend as problem:
        raise CannotDecide(
            f"transcripts/{student}.yml cannot be added to: {problem}; write `{key}:` as a list of its own there"
        ) from None
    _expect_same(student, key, text, after, len(entries))
    write_durably(path, after.encode("utf-8"), mode_of=path)


def _expect_same(student: str, key: str, before: str, after: str, added: int) -> None:
    """Make sure, with the school's own reader, that a ledger says what it said, and what was added."""
    old, new = _ledger(student, before), _ledger(student, after)
    listed: tuple[Any, ...] = getattr(new, key) if new else ()
    if old is None or new is None or listed[:-added] != getattr(old, key):
        raise CannotDecide(f"transcripts/{student}.yml cannot be added to; `check` says more")


def _ledger(student: str, text: str) -> Ledger | None:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    tree, found = grow(plain, f"transcripts/{student}.yml")
    ledger, said = bind_tree(Ledger, tree) if tree else (None, ())
    return None if errors((*found, *said)) else ledger


def _named(school: School, what: str) -> list[tuple[Ledger, Decision]]:
    """The decisions of a session, or the one of an id."""
    pairs = [(one, each) for one in school.ledgers.values() for each in one.decisions]
    sessions = {one.id for one in school.sessions}
    if what in sessions or any(each.session == what for _, each in pairs):
        return [(one, each) for one, each in pairs if each.session == what]
    found = [(one, each) for one, each in pairs if what in (each.id, f"{one.student}/{each.id}")]
    if not found:
        known = {*sessions, *(each.id for _, each in pairs)}
        raise CannotDecide(f"there is no session and no decision `{what}`{or_nearest(what, known)}")
    if len(found) > 1:
        names = ", ".join(f"`{one.student}/{each.id}`" for one, each in found)
        raise CannotDecide(f"several students have a decision of that id; say which: {names}")
    return found


def _recorded(student: str, one: Decision, day: Day) -> Recorded:
    return Recorded(
        student=student,
        id=one.id,
        credit=one.credit,
        level=one.level,
        outcome=one.outcome,
        release=day,
    )
