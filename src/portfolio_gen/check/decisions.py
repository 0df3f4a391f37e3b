"""PG3xx: decisions that the school's own rules would not expect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Decided, Register
from portfolio_gen.diagnostics import Diagnostic, Rule, Told
from portfolio_gen.model.committee import Member
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import tell, to_tell

DIGEST = re.compile(r"sha256:[0-9a-f]{64}", re.ASCII)
MISTYPED = to_tell("one of the two dates is probably mistyped")
BEFORE_THE_WORK = {
    "decided": to_tell("decided before the work `%(slug)s` was made (%(date)s)"),
    "rated": to_tell("rated before the work `%(slug)s` was made (%(date)s)"),
}
IN_THE_FUTURE = {
    "decided": to_tell("decided on %(date)s, which has not come yet"),
    "rated": to_tell("rated on %(date)s, which has not come yet"),
}


def too_few_members(register: Register) -> Iterator[Diagnostic]:
    """As many members decide as the committee's quorum asks for."""
    for one in register.decisions():
        level = register.credit_levels.get(one.decision.level)
        alone = level is not None and level.policy == "educator-decision"
        quorum = 1 if alone else register.school.committee.quorum
        present = len(set(one.decision.committee))
        if present < quorum:
            message = tell(
                "%(present)s of at least %(quorum)s members decided", present=present, quorum=quorum
            )
            hint = tell(
                "name everybody who decided, or record a new decision that `corrects` this one"
            )
            yield _found(rules.TOO_FEW_MEMBERS, one, message, hint, "committee")


def not_serving(register: Register) -> Iterator[Diagnostic]:
    """Those who decide or rate are members on that day."""
    for one in register.recorded():
        for place, word in enumerate(one.people):
            member = register.members.get(word)
            if member and not member.serves_on(one.date):
                yield Diagnostic(
                    rules.NOT_SERVING,
                    one.at(one.people_key, place),
                    tell(
                        "%(name)s was not a member on %(date)s",
                        name=member.name,
                        date=str(one.date),
                    ),
                    _served(member),
                    about=one.about,
                )


def _served(member: Member) -> Sentence:
    """From when and until when somebody is a member, according to the committee's file."""
    who, since, until = member.id, str(member.since), str(member.until)
    if member.since and member.until:
        return tell(
            "in transcripts/committee.yml `%(who)s` is a member since %(since)s, until %(until)s",
            who=who,
            since=since,
            until=until,
        )
    if member.since:
        words = to_tell("in transcripts/committee.yml `%(who)s` is a member since %(since)s")
        return tell(words, who=who, since=since)
    words = to_tell("in transcripts/committee.yml `%(who)s` is a member until %(until)s")
    return tell(words, who=who, until=until)


def decided_before_the_work(register: Register) -> Iterator[Diagnostic]:
    """Work comes before the decision about it, and before its rating."""
    for one in register.recorded():
        works = register.works(one.about)
        for slug in one.works:
            if slug in works and one.date < works[slug].date.first:
                message = tell(BEFORE_THE_WORK[one.verb], slug=slug, date=str(works[slug].date))
                yield Diagnostic(
                    rules.DECIDED_BEFORE_THE_WORK,
                    one.at("date"),
                    message,
                    tell(MISTYPED),
                    about=one.about,
                )


def decided_before_the_pitch(register: Register) -> Iterator[Diagnostic]:
    """A pitch comes before the decision that answers it."""
    pitches = {(student.id, pitch.slug): pitch for student, pitch in register.pitches()}
    for one in register.decisions():
        pitch = pitches.get((one.about, one.decision.pitch or ""))
        if pitch and one.decision.date < pitch.date:
            message = tell(
                "decided before the pitch `%(slug)s` was made (%(date)s)",
                slug=pitch.slug,
                date=str(pitch.date),
            )
            yield _found(rules.DECIDED_BEFORE_THE_PITCH, one, message, tell(MISTYPED), "date")


def decided_in_the_future(register: Register) -> Iterator[Diagnostic]:
    """Nobody has decided or rated yet what is dated after today."""
    for one in register.recorded():
        if one.date > register.on:
            message = tell(IN_THE_FUTURE[one.verb], date=str(one.date))
            hint = tell("to hold it back, give it a `release` day; its `date` is when it was made")
            yield Diagnostic(
                rules.DECIDED_IN_THE_FUTURE, one.at("date"), message, hint, about=one.about
            )


def skipped_level(register: Register) -> Iterator[Diagnostic]:
    """A level that builds on another is earned after it."""
    base = {one.id: one.builds_on for one in register.school.framework.levels}
    earned = {
        (one.about, one.decision.credit, one.decision.level)
        for one in register.decisions()
        if one.decision.outcome == "earned"
    }
    for one in register.decisions():
        below = base.get(one.decision.level)
        target = (one.about, one.decision.credit, below)
        known = below in base and register.decided(below)
        if one.decision.outcome == "earned" and known and target not in earned:
            message = tell(
                "`%(level)s` was earned without `%(below)s` in the same credit",
                level=one.decision.level,
                below=str(below),
            )
            hint = tell(
                "record the decision about `%(below)s` too, if there was one", below=str(below)
            )
            yield _found(rules.SKIPPED_LEVEL, one, message, hint, "level")


def not_yet_after_earned(register: Register) -> Iterator[Diagnostic]:
    """A later "not yet" does not take an award away, which the school may have meant."""
    awards: dict[tuple[str, str, str], Decided] = {}
    for one in sorted(register.decisions(), key=lambda one: one.decision.date):
        target = (one.about, one.decision.credit, one.decision.level)
        if one.decision.outcome == "earned":
            awards[target] = one
        elif award := awards.get(target):
            message = tell(
                "this credit was earned on %(date)s, and stays earned",
                date=str(award.decision.date),
            )
            hint = tell("if the award was a mistake, add `corrects: %(id)s`", id=award.decision.id)
            yield _found(rules.NOT_YET_AFTER_EARNED, one, message, hint, "outcome")


def not_yet_without_feedback(register: Register) -> Iterator[Diagnostic]:
    """A "not yet" tells the student what is missing."""
    for one in register.decisions():
        told = (one.decision.feedback, one.decision.strong, one.decision.missing)
        if one.decision.outcome == "not-yet" and not any(told):
            message = tell("a decision of not yet without feedback")
            hint = tell("say under `feedback` what was there already and what to show next time")
            yield _found(rules.NOT_YET_WITHOUT_FEEDBACK, one, message, hint, "outcome")


def decision_without_work(register: Register) -> Iterator[Diagnostic]:
    """A decision rests on work that can be looked at."""
    for one in register.decisions():
        if not one.decision.artifacts:
            message = tell("a decision without any work")
            hint = tell("name under `artifacts` the work that the committee saw")
            yield _found(rules.DECISION_WITHOUT_WORK, one, message, hint, "artifacts")


def evidence_not_recorded(register: Register) -> Iterator[Diagnostic]:
    """An award keeps a digest of each work, so that a later change of the work shows."""
    for one in _awards(register):
        works = register.works(one.about)
        for place, slug in enumerate(one.decision.artifacts):
            work, recorded = works.get(slug), one.decision.evidence.get(slug, "")
            if work and work.digest and not DIGEST.fullmatch(recorded):
                message = tell(
                    "no digest keeps how `%(slug)s` was when the committee saw it", slug=slug
                )
                hint = tell(
                    "as it is now: `evidence: { %(slug)s: %(digest)s }`",
                    slug=slug,
                    digest=work.digest,
                )
                keys = ("evidence", slug) if recorded else ("artifacts", place)
                yield _found(rules.EVIDENCE_NOT_RECORDED, one, message, hint, *keys)


def work_changed(register: Register) -> Iterator[Diagnostic]:
    """The work is what the committee awarded the credit for."""
    for one in _awards(register):
        works = register.works(one.about)
        for slug, recorded in one.decision.evidence.items():
            now = works[slug].digest if slug in works else None
            if now and DIGEST.fullmatch(recorded) and recorded != now:
                message = tell("`%(slug)s` has changed since the committee saw it", slug=slug)
                hint = tell("readers are told so. The work is now `%(now)s`", now=now)
                yield _found(rules.WORK_CHANGED, one, message, hint, "evidence", slug)


def _awards(register: Register) -> Iterator[Decided]:
    return (one for one in register.decisions() if one.decision.outcome == "earned")


def _found(rule: Rule, one: Decided, message: Told, hint: Told, *keys: str | int) -> Diagnostic:
    return Diagnostic(rule, one.at(*keys), message, hint, about=one.about)


CHECKS: tuple[Check, ...] = (
    too_few_members,
    not_serving,
    decided_before_the_work,
    decided_before_the_pitch,
    decided_in_the_future,
    skipped_level,
    not_yet_after_earned,
    not_yet_without_feedback,
    decision_without_work,
    evidence_not_recorded,
    work_changed,
)
