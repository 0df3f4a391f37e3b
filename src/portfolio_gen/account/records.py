"""What the school's records put into a student's site."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.account.values import Shown, counted
from portfolio_gen.model.blueprint import SiteBlueprint, TranscriptView
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.progress_views import CourseView, ProgressView
from portfolio_gen.model.standing import State


def on_record(ledger: Ledger, site: SiteBlueprint, allowed: tuple[str, ...]) -> Iterator[Shown]:
    """What is shown of a ledger: nothing where credits are not."""
    if site.transcript is None:
        return
    page = site.person.address + "transcript/"
    because = (f"the school's record ({ledger.marks.path})", *allowed)
    for what, words in (*_of_credits(site), *_of_transcript(site.transcript)):
        yield Shown(what, words, page, because)
    if site.progress:
        targets = site.person.address + "targets/"
        yield from (
            Shown(what, words, targets, because) for what, words in _of_targets(site.progress)
        )
    if site.transcript.statement:
        yield Shown("statement", site.transcript.statement, page, allowed)


def _of_credits(site: SiteBlueprint) -> Iterator[tuple[str, str]]:
    marks = [one.mark for one in site.credits]
    earned = sum(one in ("earned", "advanced") for one in marks)
    under_way = {
        "not yet": marks.count(State.NOT_YET.value),
        "before the committee": marks.count(State.PITCHED.value),
        "claimed": marks.count(State.CLAIMED.value),
    }
    rest = "".join(f", {count} {words}" for words, count in under_way.items() if count)
    yield "credits", f"{earned} of {len(marks)} earned{rest}"
    decisions = [decision for credit in site.credits for decision in credit.decisions]
    if decisions:
        tries = sum(not one.earned for one in decisions)
        spoken = sum(bool(one.feedback) for one in decisions)
        more = [f"{tries} of them “not yet”"] if tries else []
        more += [f"{spoken} with feedback"] if spoken else []
        yield "decisions", ", ".join([str(len(decisions)), *more])


def _of_transcript(transcript: TranscriptView) -> Iterator[tuple[str, str]]:
    if transcript.class_of:
        yield "class of", transcript.class_of
    reported = [one.term for one in transcript.habits]
    terms = dict.fromkeys([*reported, *(one.term for one in transcript.observed)])
    if terms:
        notes = sum(bool(one.note) for one in transcript.habits)
        said = f"; {counted(notes, 'note')}" if notes else ""
        yield "habits", ", ".join(terms) + said
    for course in transcript.courses.courses if transcript.courses else ():
        yield "course", _course(course)
    for one in transcript.recognitions:
        yield "recognition", f"{one.title}, {one.issuer}"


def _course(course: CourseView) -> str:
    level = f": {course.level}" if course.level else ""
    return f"{course.title}, {course.term}{level}{', with a note' if course.note else ''}"


def _of_targets(progress: ProgressView) -> Iterator[tuple[str, str]]:
    """Learning targets, and as much of the way there as the edition tells."""
    drafts = [one for one in progress.targets if one.draft]
    counting = [one for one in progress.targets if not one.draft]
    reached = sum(one.state is TargetState.REACHED for one in counting)
    beside = f", and {counted(len(drafts), 'draft')}" if drafts else ""
    yield "targets", f"{reached} of {len(counting)} reached{beside}"
    tries = [attempt for one in progress.targets for attempt in one.attempts]
    if tries:
        notes = sum(bool(one.note) for one in tries)
        plans = sum(bool(one.plan or one.steps) for one in tries)
        more = [counted(notes, "note")] if notes else []
        more += [f"{counted(plans, 'plan')} for another try"] if plans else []
        yield "ratings", ", ".join([str(len(tries)), *more])
    if progress.badges:
        yield "badges", ", ".join(one.title for one in progress.badges)
    if progress.strands:
        yield "strands", ", ".join(one.label.title for one in progress.strands)
    if progress.binder:
        yield (
            "binder",
            f"what was taught, learned and mastered of {counted(len(progress.binder), 'target')}",
        )
