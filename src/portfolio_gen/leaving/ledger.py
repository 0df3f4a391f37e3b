"""What of a school's ledger leaves with a student: what it has told them, and nothing that only a committee sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from portfolio_gen.model.committee import Committee, Member
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Decision, Ledger


def told(
    ledger: Ledger, on: Day, works: Mapping[str, str], submissions: Mapping[str, str]
) -> Ledger:
    """The ledger as its student knows it on a day.

    Args:
        ledger: the school's.
        on: the day; what is released later is not in it.
        works: digest of a piece of work as the school has it, to its digest as it leaves.
        submissions: the same for what was handed in; of what does not leave there is nothing.
    """
    later = {one.decision: one.on for one in ledger.releases}
    decisions = tuple(
        _without_proceedings(
            replace(one, release=later.get(one.id, one.release)), works, submissions
        )
        for one in ledger.decisions
        if replace(one, release=later.get(one.id, one.release)).released(on)
    )
    kept = {one.id for one in decisions}
    return replace(
        ledger,
        decisions=tuple(
            one if one.corrects in kept else replace(one, corrects=None) for one in decisions
        ),
        releases=(),
        ratings=tuple(
            replace(one, works=tuple(work for work in one.works if "/" not in work))
            for one in ledger.ratings
            if not one.modified and (one.release is None or one.release <= on)
        ),
        courses=tuple(
            one if one.release is None or one.release <= on else replace(one, level=None)
            for one in ledger.courses
        ),
    )


def _without_proceedings(
    one: Decision, works: Mapping[str, str], submissions: Mapping[str, str]
) -> Decision:
    """A decision without what tells how the committee came to it."""
    own = {work: digest for work, digest in one.evidence.items() if "/" not in work}
    return replace(
        one,
        artifacts=tuple(work for work in one.artifacts if "/" not in work),
        evidence={work: works.get(digest, digest) for work, digest in own.items()},
        ballots={},
        session=None,
        submission=submissions.get(one.submission or ""),
    )


def signers(committee: Committee, ledger: Ledger) -> Committee:
    """The members who are named in a ledger, without what the school knows of them beyond name and role."""
    named = {who for one in ledger.decisions for who in one.committee}
    named |= {one.by for one in ledger.habits} | {one.by for one in ledger.observations}
    named |= {who for one in ledger.ratings for who in one.by}
    named |= {one.validator for one in ledger.recognitions if one.validator}
    if ledger.enrolment.advisor:
        named.add(ledger.enrolment.advisor)
    return replace(
        committee,
        members=tuple(_known_by_name(one) for one in committee.members if one.id in named),
    )


def _known_by_name(one: Member) -> Member:
    return replace(one, conflicts=(), key=None)
