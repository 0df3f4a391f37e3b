"""PG514–PG517: how much a piece of work and a student's portfolio may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.media import in_media
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, Rule, Span, Told
from portfolio_gen.model.artifact import Media
from portfolio_gen.model.limits import MEGABYTE
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell, to_tell

SMALLER = to_tell(
    "make films shorter and files smaller, or link to them, "
    "or let the school allow more under `limits` in portfolio.yml"
)


def crowded_artifact(register: Register) -> Iterator[Diagnostic]:
    """A piece of work has no more files than its readers will look at."""
    most = register.school.settings.limits.files_per_artifact
    for _, work in register.artifacts():
        if len(work.media) > most:
            message = tell(
                "this work lists %(count)s files, and %(most)s is the most; from here on they are not shown",
                count=len(work.media),
                most=most,
            )
            hint = tell(
                "choose those that matter most, or share them out over two works, "
                "or let the school allow more under `limits` in portfolio.yml"
            )
            yield in_media(rules.CROWDED_ARTIFACT, work, max(most, 0), "file", message, hint)


def oversized_artifact(register: Register) -> Iterator[Diagnostic]:
    """The files of a piece of work can be sent to everybody who opens it."""
    limits = register.school.settings.limits
    for _, work in register.artifacts():
        total, most = _bytes(work.media), limits.megabytes_per_artifact
        if total > most * MEGABYTE:
            message = tell(
                "the files of this work have %(total)s MB together, and %(most)s MB is the most; "
                "from here on they are not shown",
                total=_size(total),
                most=Figure(most),
            )
            hint = tell(SMALLER)
            shown = limits.admitted([one.size for one in work.media])
            yield in_media(rules.OVERSIZED_ARTIFACT, work, max(shown, 0), "file", message, hint)


def too_many_artifacts(register: Register) -> Iterator[Diagnostic]:
    """A portfolio has no more works than can be built and found in it."""
    most = register.school.settings.limits.artifacts_per_student
    for student in register.school.students:
        if len(student.artifacts) > most:
            message = tell(
                "there are %(count)s pieces of work, and %(most)s is the most",
                count=len(student.artifacts),
                most=most,
            )
            hint = tell(
                "keep those that tell something about you, "
                "or let the school allow more under `limits` in portfolio.yml"
            )
            yield _about(rules.TOO_MANY_ARTIFACTS, student.id, message, hint)


def oversized_portfolio(register: Register) -> Iterator[Diagnostic]:
    """A portfolio has room on a host; one that has more costs space, and nothing else: it is published."""
    most = register.school.settings.limits.megabytes_per_student
    for student in register.school.students:
        total = sum(_bytes(work.media) for work in student.artifacts)
        if total > most * MEGABYTE:
            largest = max(student.artifacts, key=lambda work: (_bytes(work.media), work.slug))
            message = tell(
                "the files of all works have %(total)s MB together, and %(most)s MB is the most; "
                "%(largest)s MB of them belong to `%(slug)s`",
                total=_size(total),
                most=Figure(most),
                largest=_size(_bytes(largest.media)),
                slug=largest.slug,
            )
            hint = tell(SMALLER)
            yield _about(rules.OVERSIZED_PORTFOLIO, student.id, message, hint)


def _bytes(media: Iterable[Media]) -> int:
    return sum(one.size for one in media)


def _size(count: int) -> Figure:
    return Figure(count / MEGABYTE, 1)


def _about(rule: Rule, student: str, message: Told, hint: Told) -> Diagnostic:
    return Diagnostic(rule, Span(f"students/{student}/artifacts"), message, hint, about=student)


CHECKS: tuple[Check, ...] = (
    crowded_artifact,
    oversized_artifact,
    too_many_artifacts,
    oversized_portfolio,
)
