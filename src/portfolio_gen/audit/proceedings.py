"""What was handed in, how members voted and when they sit: for the committee's edition, and for nobody else's."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.audit.claims import NOWHERE, Claimed, Editions
from portfolio_gen.audit.own_words import REFERENCES
from portfolio_gen.audit.texts import COMMENT, Text, texts
from portfolio_gen.model.noun import Page
from portfolio_gen.model.school import School

COMMITTEE: Editions = frozenset({"committee"})


def proceedings(school: School) -> Iterator[Claimed]:
    """Every text of submissions, ballots, sessions and conflicts of interest.

    What a decision passes on of a ballot, and what a student's own page still says, is free in other editions by
    itself, from its own day on; here is only said that the committee reads all of it.
    """
    for ballot in school.ballots:
        yield from _inside(ballot, ballot.student)
    for session in school.sessions:
        yield from _inside(session, "")
    for one in school.submissions:
        for page in (one.frozen_pitch, *one.works):
            yield from _inside(page, one.student)
    for place, member in enumerate(school.committee.members):
        for inner, conflict in enumerate(member.conflicts):
            span = school.committee.marks.at("members", place, "conflicts", inner, "why")
            yield Claimed(Text(conflict.why, span, ()), conflict.student, COMMITTEE)


def _inside(page: Page, student: str) -> Iterator[Claimed]:
    for text in texts(page):
        if text.keys[-1] not in REFERENCES:
            shown = NOWHERE if text.keys[-1] == COMMENT else COMMITTEE
            yield Claimed(text, student, shown)
