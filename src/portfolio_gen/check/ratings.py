"""PG212, PG213: ratings that no rubric asks for, or that do not stand on its scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

from portfolio_gen.check import rules
from portfolio_gen.check.levels import levels_asked_for, levels_of_dimensions, levels_of_ratings
from portfolio_gen.check.mentions import Mention, scores
from portfolio_gen.check.nearest import CRITERIA, LEVELS, suggest
from portfolio_gen.check.register import Check, Names, Register
from portfolio_gen.diagnostics import Diagnostic, KeyPath, Marks
from portfolio_gen.model.artifact import Claim
from portfolio_gen.model.ballot import Score
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.rubric import Rubric
from portfolio_gen.model.scale import INSUFFICIENT
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """Ratings by criterion, with the rubrics that may ask for them."""

    ratings: Mapping[str, str]
    rubrics: tuple[Rubric, ...]
    marks: Marks
    keys: KeyPath
    about: str

    def criteria(self) -> Names:
        """Every criterion that is asked for."""
        return {one.id: one.title for rubric in self.rubrics for one in rubric.criteria}

    def scale(self, criterion: str) -> str | None:
        """The scale on which a criterion is rated."""
        asking = (one for one in self.rubrics if any(criterion == each.id for each in one.criteria))
        return next((one.scale for one in asking), None)


def unknown_criterion(register: Register) -> Iterator[Diagnostic]:
    """Each rating is of a criterion that a rubric for the credit asks for."""
    for rated in _rated(register):
        known = rated.criteria()
        for word in rated.ratings:
            if word not in known:
                yield Diagnostic(
                    rules.UNKNOWN_CRITERION,
                    rated.marks.name(*rated.keys, word),
                    tell("`%(word)s` is not a criterion of the rubric", word=word),
                    suggest(word, known, CRITERIA),
                    about=rated.about,
                )
    committee = register.school.committee
    if isinstance(committee.rule.minimum, Mapping):
        criteria = {
            one.id: one.title for each in register.school.rubrics.rubrics for one in each.criteria
        }
        for word in committee.rule.minimum:
            if word not in criteria:
                yield Diagnostic(
                    rules.UNKNOWN_CRITERION,
                    committee.marks.name("rule", "minimum", word),
                    tell("`%(word)s` is not a criterion of any rubric", word=word),
                    suggest(word, criteria, CRITERIA),
                )


def off_scale(register: Register) -> Iterator[Diagnostic]:
    """Each level that is written somewhere stands on the scale that belongs there."""
    for one, scale, known in chain(
        _levels_of_scales(register),
        _levels_of_courses(register),
        levels_of_ratings(register),
        levels_of_dimensions(register),
        levels_asked_for(register),
        _levels_of_awards(register),
    ):
        if one.word not in known:
            yield Diagnostic(
                rules.OFF_SCALE,
                one.span,
                tell("`%(word)s` is not a level of %(scale)s", word=one.word, scale=scale),
                suggest(one.word, known, LEVELS),
                about=one.about,
            )


def _levels_of_scales(register: Register) -> Iterator[tuple[Mention, str, Names]]:
    """Levels by rubrics, of habits, and of descriptors."""
    for scale, one in (
        *_ratings(register),
        *_descriptions_of_habits(register),
        *_descriptors(register),
    ):
        known = register.scale_levels(scale)
        if known is not None:
            yield one, tell("the scale `%(scale)s`", scale=scale), known


def _levels_of_awards(register: Register) -> Iterator[tuple[Mention, str, Names]]:
    """Levels that the committee's rule asks for, which stand on a scale of the rubrics in any version."""
    committee = register.school.committee
    minimum = committee.rule.minimum
    scales = {one.scale for one in register.school.rubrics.rubrics}
    known = {
        level.id: level.title
        for framework in register.school.all_frameworks()
        for scale in framework.scales
        if scale.id in scales
        for level in scale.levels
    }
    keys = ("rule", "minimum")
    asked = minimum if isinstance(minimum, Mapping) else {"": minimum} if minimum else {}
    for name, word in asked.items():
        place = committee.marks.at(*keys, name) if name else committee.marks.at(*keys)
        yield Mention(word, place), tell("the rubrics"), known


def _ratings(register: Register) -> Iterator[tuple[str, Mention]]:
    for rated in _rated(register):
        for criterion, level in rated.ratings.items():
            if scale := rated.scale(criterion):
                yield (
                    scale,
                    Mention(level, partial(rated.marks.at, *rated.keys, criterion), rated.about),
                )


def _descriptions_of_habits(register: Register) -> Iterator[tuple[str, Mention]]:
    if habits := register.school.framework.habits:
        for ledger in register.school.ledgers.values():
            for place, report in enumerate(ledger.habits):
                for habit, level in report.levels.items():
                    span = partial(ledger.marks.at, "habits", place, "levels", habit)
                    yield habits.scale, Mention(level, span, ledger.student)
            for place, seen in enumerate(ledger.observations):
                for habit, level in seen.levels.items():
                    span = partial(ledger.marks.at, "observations", place, "levels", habit)
                    yield habits.scale, Mention(level, span, ledger.student)


def _levels_of_courses(register: Register) -> Iterator[tuple[Mention, str, Names]]:
    """Levels at which courses are reported; a course may also lack the evidence for any of them."""
    courses = register.school.framework.courses
    scale = courses.scale if courses else None
    known = register.scale_levels(scale) if scale else None
    if known is None:
        return
    for ledger in register.school.ledgers.values():
        for place, course in enumerate(ledger.courses):
            if course.level is not None:
                span = partial(ledger.marks.at, "courses", place, "level")
                mention = Mention(course.level, span, ledger.student)
                yield (
                    mention,
                    tell("the scale `%(scale)s`", scale=str(scale)),
                    {**known, INSUFFICIENT: ""},
                )


def _descriptors(register: Register) -> Iterator[tuple[str, Mention]]:
    rubrics = register.school.rubrics
    for place, rubric in enumerate(rubrics.rubrics):
        for inner, criterion in enumerate(rubric.criteria):
            keys = ("rubrics", place, "criteria", inner, "descriptors")
            for level in criterion.descriptors:
                yield rubric.scale, Mention(level, partial(rubrics.marks.name, *keys, level))


def _rated(register: Register) -> Iterator[Judged]:
    """Ratings by committees, and by students of themselves, where the credits they are about are known."""
    for one in register.decisions():
        keys = ("decisions", one.place, "ratings")
        rubrics = _rubrics(register, one.decision)
        if rubrics is not None:
            yield Judged(one.decision.ratings, rubrics, one.ledger.marks, keys, one.about)
    for student, pitch in register.pitches():
        rubrics = _rubrics(register, *pitch.claims)
        if rubrics is not None:
            yield Judged(pitch.self_rating, rubrics, pitch.marks, ("self_rating",), student.id)
    for ballot, place, score in scores(register):
        rubrics = _rubrics(register, score)
        if rubrics is not None:
            keys = ("scores", place, "ratings")
            yield Judged(score.ratings, rubrics, ballot.marks, keys, ballot.student)


def _rubrics(register: Register, *about: Claim | Decision | Score) -> tuple[Rubric, ...] | None:
    if any(one.credit not in register.credits for one in about):
        return None
    found = (register.rubric(one.credit) for one in about)
    return tuple(one for one in found if one is not None)


CHECKS: tuple[Check, ...] = (unknown_criterion, off_scale)
