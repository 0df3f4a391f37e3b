"""PG230–PG234, PG337, PG338: what committees were given, what they said, and whether it still is what it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import PurePosixPath

from portfolio_gen.check import rules
from portfolio_gen.check.few import few
from portfolio_gen.check.mentions import Mention
from portfolio_gen.check.nearest import OUTCOMES, SESSIONS, STUDENTS, suggest
from portfolio_gen.check.register import Check, Names, Register
from portfolio_gen.diagnostics import Diagnostic, Rule, Span
from portfolio_gen.model.ballot import Ballot, file_stem
from portfolio_gen.model.submission import Submission
from portfolio_gen.model.tell import tell, to_tell


def unknown_outcome(register: Register) -> Iterator[Diagnostic]:
    """Each verdict and each ballot uses the committee's own outcomes."""
    outcomes = {one.id: one.title for one in register.school.committee.says()}
    decided = (
        Mention(one.decision.verdict, partial(one.at, "verdict"), one.about)
        for one in register.decisions()
        if one.decision.verdict is not None
    )
    said = (
        Mention(score.outcome, partial(ballot.marks.at, "scores", place, "outcome"), ballot.student)
        for ballot in register.school.ballots
        for place, score in enumerate(ballot.scores)
    )
    message = to_tell("`%(word)s` is not an outcome of this committee")
    return _unknown(rules.UNKNOWN_OUTCOME, chain(decided, said), outcomes, message, OUTCOMES)


def unknown_submission(register: Register) -> Iterator[Diagnostic]:
    """What was decided about, or voted on, was handed in."""
    known = {(one.student, one.digest): one for one in register.school.submissions}
    decided = (
        Mention(one.decision.submission, partial(one.at, "submission"), one.about)
        for one in register.decisions()
        if one.decision.submission
    )
    voted = (
        Mention(one.submission, partial(one.marks.at, "submission"), one.student)
        for one in register.school.ballots
    )
    for one in few(one for one in chain(decided, voted) if (one.about, one.word) not in known):
        message = tell("nothing with this digest was handed in by this student")
        hint = tell("the digest stands in `submission.yml` under transcripts/submissions/")
        yield Diagnostic(rules.UNKNOWN_SUBMISSION, one.span, message, hint, about=one.about)


def unknown_session(register: Register) -> Iterator[Diagnostic]:
    """Each session in which something was decided is on file."""
    known = {one.id: one.title for one in register.school.sessions}
    named = (
        Mention(one.decision.session, partial(one.at, "session"), one.about)
        for one in register.decisions()
        if one.decision.session is not None
    )
    message = to_tell("`%(word)s` is not a session under transcripts/sessions/")
    return _unknown(rules.UNKNOWN_SESSION, named, known, message, SESSIONS)


def no_such_student(register: Register) -> Iterator[Diagnostic]:
    """Conflicts, groups, submissions and ballots are about students of the school."""
    committee = register.school.committee
    conflicts = (
        Mention(
            one.student,
            partial(committee.marks.at, "members", place, "conflicts", inner, "student"),
        )
        for place, member in enumerate(committee.members)
        for inner, one in enumerate(member.conflicts)
    )
    groups = (
        Mention(word, partial(pitch.marks.at, "group", place), student.id)
        for student, pitch in register.pitches()
        for place, word in enumerate(pitch.group)
    )
    pages: Iterator[Submission | Ballot] = chain(
        register.school.submissions, register.school.ballots
    )
    filed = (Mention(one.student, partial(one.marks.at, "student"), one.student) for one in pages)
    message = to_tell("`%(word)s` is not a student of this school")
    together = (
        Mention(word, partial(one.marks.at, "group", place), one.student)
        for one in register.school.submissions
        for place, word in enumerate(one.group)
    )
    named = chain(conflicts, groups, filed, together)
    return _unknown(rules.NO_SUCH_STUDENT, named, register.students, message, STUDENTS)


def misfiled(register: Register) -> Iterator[Diagnostic]:
    """What is on file says of itself what its folders say."""
    for one in register.school.submissions:
        student, pitch, number = PurePosixPath(one.marks.path).parts[-4:-1]
        told = (("student", student), ("pitch", pitch), ("number", number))
        yield from _differs(one, one.student, told)
    numbers = {(one.student, one.digest): str(one.number) for one in register.school.submissions}
    for each in register.school.ballots:
        path = PurePosixPath(each.marks.path)
        student, pitch, number = path.parts[-4:-1]
        yield from _differs(each, each.student, (("student", student), ("pitch", pitch)))
        if file_stem(each.reviewer) != path.stem:
            yield _misfiled(each.marks.at("reviewer"), path.stem, each.student)
        if numbers.get((each.student, each.submission), number) != number:
            yield _misfiled(each.marks.at("submission"), number, each.student)


def _differs(
    page: Submission | Ballot, about: str, told: Iterable[tuple[str, str]]
) -> Iterator[Diagnostic]:
    for key, word in told:
        if str(getattr(page, key)) != word:
            yield _misfiled(page.marks.at(key), word, about)


def _misfiled(span: Span, word: str, about: str) -> Diagnostic:
    message = tell("this lies in a folder, or has a name, that says `%(word)s`", word=word)
    hint = tell("bring the file back to where the program has put it")
    return Diagnostic(rules.MISFILED, span, message, hint, about=about)


def submission_changed(register: Register) -> Iterator[Diagnostic]:
    """What a committee is shown is what was handed in."""
    for one in register.school.submissions:
        if not one.intact:
            message = tell("the frozen copy beside this file is not what was handed in")
            hint = tell(
                "bring back the files as they were; what the student has changed since is handed in anew"
            )
            span = one.marks.at("digest")
            yield Diagnostic(rules.SUBMISSION_CHANGED, span, message, hint, about=one.student)


def ballot_changed(register: Register) -> Iterator[Diagnostic]:
    """The ballots that a decision rests on are on file, as they were."""
    filed = {(one.student, one.reviewer, one.digest) for one in register.school.ballots}
    for one in register.decisions():
        for member, digest in one.decision.ballots.items():
            if (one.about, member, digest) not in filed:
                message = tell(
                    "no ballot of `%(member)s` with this digest is on file", member=member
                )
                hint = tell(
                    "bring it back under transcripts/ballots/%(about)s/, unchanged", about=one.about
                )
                span = one.at("ballots", member)
                yield Diagnostic(rules.BALLOT_CHANGED, span, message, hint, about=one.about)


def _unknown(
    rule: Rule, named: Iterable[Mention], known: Names, message: str, many: str
) -> Iterator[Diagnostic]:
    for one in few(one for one in named if one.word not in known):
        said, hint = tell(message, word=one.word), suggest(one.word, known, many)
        yield Diagnostic(rule, one.span, said, hint, about=one.about)


CHECKS: tuple[Check, ...] = (
    unknown_outcome,
    unknown_submission,
    unknown_session,
    no_such_student,
    misfiled,
    submission_changed,
    ballot_changed,
)
