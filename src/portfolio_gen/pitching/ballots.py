"""Which ballots count: judged against what was handed in, who may vote, and what the rubric asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from portfolio_gen.diagnostics import Diagnostic, Rule, Span, Told
from portfolio_gen.model.ballot import Ballot, Score
from portfolio_gen.model.committee import Member
from portfolio_gen.model.dates import Day
from portfolio_gen.model.rubric import Rubric
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.speech import strung
from portfolio_gen.model.submission import Submission
from portfolio_gen.model.tell import COMMA, tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.pitching import rules
from portfolio_gen.pitching.freezing import newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Ballots, and what became of them."""

    counted: tuple[Ballot, ...]
    refused: tuple[Diagnostic, ...]
    """Why each of the others does not count; several reasons for one ballot stand beside one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Before whom ballots come."""

    school: School
    on: Day
    """The day on which is decided, and on which members must serve."""
    session: Session | None = None
    """The session in which is decided; only who sits there, and outside experts, vote."""
    genuine: Callable[[Ballot, str], bool]
    """Whether a ballot was signed with the private key of a public one."""


def judge(ballots: Sequence[Ballot], bench: Bench) -> Judged:
    """Sort out the ballots that count.

    The same ballot may come several times, as in a mailbox and on file; it counts once.
    """
    once = tuple({(one.of, one.reviewer, one.digest): one for one in ballots}.values())
    refused: list[Diagnostic] = []
    counted: list[Ballot] = []
    for one in once:
        why = (*_why_not(one, bench), *_twice(one, once))
        refused += why
        counted += [] if why else [one]
    order = sorted(counted, key=lambda one: (one.of, one.submission, one.reviewer))
    return Judged(counted=tuple(order), refused=tuple(refused))


def _why_not(one: Ballot, bench: Bench) -> Iterator[Diagnostic]:
    latest = newest(bench.school, one.student, one.pitch)
    if latest is None:
        message = tell("no such pitch of such a student was handed in")
        hint = tell(
            "`student` and `pitch` stand in the form as the committee's page has filled them in"
        )
        yield _says(rules.BALLOT_ABOUT_NOTHING, one, message, hint, "pitch")
        return
    if one.submission != latest.digest:
        message = tell("this ballot is about another version of the work")
        hint = tell(
            "the committee decides about what was handed in on %(submitted)s; ask for a ballot about that",
            submitted=str(latest.submitted),
        )
        yield _says(rules.OTHER_VERSION, one, message, hint, "submission")
        return
    if not latest.intact:
        message = tell("the frozen copy that this ballot is about was changed afterwards")
        hint = tell("bring it back as it was; `check` says more")
        yield _says(rules.BALLOT_ON_CHANGED_COPY, one, message, hint, "submission")
    yield from _not_a_voter(one, bench)
    yield from _unfitting(one, latest, bench.school)


def _not_a_voter(one: Ballot, bench: Bench) -> Iterator[Diagnostic]:
    member = bench.school.committee.member(one.reviewer)
    if member is None:
        message = tell("whoever filled this in is no member of the committee")
        hint = tell("only who stands in transcripts/committee.yml votes")
        yield _says(rules.BALLOT_OF_STRANGER, one, message, hint, "reviewer")
        return
    if not member.serves_on(bench.on):
        message = tell("%(name)s is not a member on %(on)s", name=member.name, on=str(bench.on))
        hint = tell("transcripts/committee.yml says from when until when they serve")
        yield _says(rules.BALLOT_OUT_OF_TERM, one, message, hint, "reviewer")
    session = bench.session
    if session and member.id not in (*session.members, session.chair) and not member.expert:
        message = tell("%(name)s does not sit in this session", name=member.name)
        hint = tell("add `%(id)s` to its `members`, or leave this ballot out", id=member.id)
        yield _says(rules.BALLOT_OF_STRANGER, one, message, hint, "reviewer")
    yield from _biased(one, member, bench.school)
    yield from _unsigned(one, member, bench.genuine)


def _biased(one: Ballot, member: Member, school: School) -> Iterator[Diagnostic]:
    hint = tell("somebody else has to take their place; the ballot is not counted")
    if one.conflict:
        message = tell("%(name)s declares a conflict of interest", name=member.name)
        yield _says(rules.CONFLICT_OF_INTEREST, one, message, hint, "conflict")
        return
    if any(each.student == one.student for each in member.conflicts):
        message = tell(
            "%(name)s has a conflict of interest on record about this student", name=member.name
        )
        yield _says(rules.CONFLICT_OF_INTEREST, one, message, hint, "reviewer")
    ledger = school.ledgers.get(one.student)
    advises = ledger is not None and ledger.enrolment.advisor == member.id
    if advises and not school.committee.rule.advisor_may_score:
        message = tell("%(name)s is this student's advisor", name=member.name)
        yield _says(rules.CONFLICT_OF_INTEREST, one, message, hint, "reviewer")


def _unsigned(
    one: Ballot, member: Member, genuine: Callable[[Ballot, str], bool]
) -> Iterator[Diagnostic]:
    if one.signature is None:
        if member.key is not None:
            message = tell(
                "%(name)s signs their ballots, and this one is not signed", name=member.name
            )
            hint = tell("ask them to send it again, signed with `portfolio-gen ballot sign`")
            yield _says(rules.UNSIGNED_BALLOT, one, message, hint, "reviewer")
    elif member.key is None:
        message = tell("this ballot is signed, and no key of %(name)s is known", name=member.name)
        hint = tell(
            "ask them for their public key, and write it as `key` of `%(id)s` in transcripts/committee.yml",
            id=member.id,
        )
        yield _says(rules.WRONG_SIGNATURE, one, message, hint, "signature")
    elif one.signature.key != member.key or not genuine(one, member.key):
        message = tell(
            "this ballot is not as %(name)s has signed it, or was signed by somebody else",
            name=member.name,
        )
        hint = tell("ask them whether they have sent it, and for a new one")
        yield _says(rules.WRONG_SIGNATURE, one, message, hint, "signature")


def _twice(one: Ballot, all_of_them: Iterable[Ballot]) -> Iterator[Diagnostic]:
    for other in all_of_them:
        same = (other.of, other.reviewer) == (one.of, one.reviewer)
        if same and other is not one and other.submission == one.submission:
            message = tell(
                "`%(reviewer)s` has voted twice about this, and nobody can say which one counts",
                reviewer=one.reviewer,
            )
            hint = tell("ask which of the two they mean, and take the other one away")
            span = one.marks.at("reviewer")
            related = (other.marks.at("reviewer"),)
            yield Diagnostic(rules.VOTED_TWICE, span, message, hint, related, about=one.student)
            return


def _unfitting(one: Ballot, about: Submission, school: School) -> Iterator[Diagnostic]:
    """What does not fit the claims, the rubric or the school's outcomes; a declared conflict needs no scores."""
    if one.conflict:
        return
    claims = {(claim.credit, claim.level) for claim in about.frozen_pitch.claims}
    seen: set[tuple[str, str]] = set()
    for place, score in enumerate(one.scores):
        key = (score.credit, score.level)
        if key not in claims or key in seen:
            message = (
                tell("this credit is scored twice")
                if key in seen
                else tell("the pitch does not claim this credit at this level")
            )
            yield _unfit(one, message, "scores", place, "credit")
            continue
        seen.add(key)
        yield from _unfitting_score(one, place, score, about, school)
    for credit, level in sorted(claims - seen):
        yield _unfit(
            one,
            tell("it says nothing about `%(credit)s` (%(level)s)", credit=credit, level=level),
            "scores",
        )


def _unfitting_score(
    one: Ballot, place: int, score: Score, about: Submission, school: School
) -> Iterator[Diagnostic]:
    if school.committee.outcome(score.outcome) is None:
        known = strung((f"`{each.id}`" for each in school.committee.says()), COMMA)
        yield _unfit(
            one,
            tell("this is none of the outcomes %(known)s", known=known),
            "scores",
            place,
            "outcome",
        )
    rubric, levels = rubric_of(school, about, score.credit)
    criteria = {each.id for each in rubric.criteria} if rubric else set()
    for criterion, level in score.ratings.items():
        keys = ("scores", place, "ratings", criterion)
        if criterion not in criteria:
            yield _unfit(one, tell("the rubric has no such criterion"), *keys)
        elif level not in levels:
            yield _unfit(one, tell("this is no level of the rubric's scale"), *keys)
    for criterion in sorted(criteria - score.ratings.keys()):
        message = tell("`%(criterion)s` is not rated", criterion=criterion)
        yield _unfit(one, message, "scores", place, "ratings")


def rubric_of(
    school: School, about: Submission, credit: str
) -> tuple[Rubric | None, tuple[str, ...]]:
    """The rubric by which a credit is judged, and the levels of its scale, lowest first."""
    framework = school.framework_for(about.student)
    found = next((one for one in framework.all_credits() if one.id == credit), None)
    rubric = school.rubrics.for_competency(found.competency) if found else None
    scales: Mapping[str, tuple[str, ...]] = {
        one.id: tuple(level.id for level in one.levels) for one in framework.scales
    }
    return rubric, scales.get(rubric.scale, ()) if rubric else ()


def _unfit(one: Ballot, message: Told, *keys: str | int) -> Diagnostic:
    hint = tell("ask for the ballot again, filled in on the committee's page of this pitch")
    return _says(rules.UNFITTING_BALLOT, one, message, hint, *keys)


def _says(rule: Rule, one: Ballot, message: Told, hint: Told, *keys: str | int) -> Diagnostic:
    span: Span = one.marks.at(*keys)
    return Diagnostic(rule, span, message, hint, about=one.student)
