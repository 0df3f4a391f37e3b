"""Ballots gathered from a folder and from file, judged, and put together to proposals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from portfolio_gen.deciding.correcting import narrowed, to_correct, without
from portfolio_gen.deciding.telling import put_into_words
from portfolio_gen.deciding.values import Docket, Hearing
from portfolio_gen.diagnostics import Diagnostic, in_order, or_nearest
from portfolio_gen.model.ballot import Ballot
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.submission import Submission
from portfolio_gen.pitching.ballots import Bench, judge
from portfolio_gen.pitching.freezing import newest
from portfolio_gen.pitching.proposal import propose
from portfolio_gen.pitching.statement import PREFIX, statement
from portfolio_gen.proceedings import CannotProceed, open_school, session_of
from portfolio_gen.read.ballot import read_ballot
from portfolio_gen.read.folder import from_school, look_into
from portfolio_gen.seal.canonical import canonical
from portfolio_gen.seal.keys import signed_by
from portfolio_gen.seal.multibase import decode

MOST_BALLOTS = 10_000
"""Most files in a folder of ballots."""


def hear(root: Path, docket: Docket) -> Hearing:
    """Gather ballots, sort out those that count, and say what the school's rule makes of them.

    Raises:
        CannotProceed: the school cannot be read, or there is no such session, pitch or folder.
    """
    school = open_school(root)
    corrects: Decision | None = None
    if docket.corrects:
        student, corrects = to_correct(school, docket.corrects)
        school, docket = without(school, student, corrects), narrowed(docket, student, corrects)
    session = session_of(school, docket.session) if docket.session else None
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
    told, notes = put_into_words(school, proposals, docket.feedback)
    kept = (*judged.counted, *(one for one in everything if one.conflict and _known(school, one)))
    return Hearing(
        school=school,
        session=session,
        on=on,
        corrects=corrects,
        proposals=proposals,
        told=told,
        found=in_order((*found, *judged.refused, *notes)),
        ballots=kept,
        sources=sources,
    )


def _scope(school: School, docket: Docket, session: Session | None) -> frozenset[str] | None:
    """The pitches that are looked at; None for all."""
    known = {one.of for one in school.submissions}
    if docket.pitch is not None and docket.pitch not in known:
        raise CannotProceed(f"`{docket.pitch}` was not handed in{or_nearest(docket.pitch, known)}")
    scope = frozenset(one.pitch for one in session.pitches if one.pitch) if session else None
    if docket.pitch is None:
        return scope
    if scope is not None and docket.pitch not in scope:
        raise CannotProceed(f"`{docket.pitch}` is not heard in this session")
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
        raise CannotProceed(f"there is no folder {folder}")
    found: list[Diagnostic] = []
    ballots: list[Ballot] = []
    sources: dict[str, Path] = {}
    seen, said = look_into(folder, from_school(root, folder), most=MOST_BALLOTS)
    found += said
    for name in seen.files if seen else ():
        ballot, said = read_ballot(seen, name) if seen else (None, ())
        found += said
        if ballot:
            ballots.append(ballot)
            sources[ballot.digest] = folder / name
    return tuple(ballots), sources, tuple(found)


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
