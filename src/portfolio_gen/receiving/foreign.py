"""A student's pages in a school that knows other words: what means nothing there is kept as a remark, as it was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from portfolio_gen.diagnostics import KeyPath, Marks
from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.student import Narrative, Student
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Keys of a page that become remarks, and what stands there instead."""

    path: str
    keys: tuple[str, ...]
    instead: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a framework has names for."""

    credits: Mapping[str, frozenset[str]]
    """Credit to the levels at which it can be earned."""
    subjects: frozenset[str]
    targets: frozenset[str]

    @classmethod
    def of(cls, framework: Framework) -> Words:
        """The words of a framework."""
        earnable = framework.earnable()
        plain = {one.id for one in framework.domains} | {one.id for one in framework.competencies}
        targets = frozenset(one.id for one in framework.targets)
        return cls(earnable, frozenset(plain | earnable.keys()), targets)

    def knows(self, claim: Claim) -> bool:
        """Whether a claim can be made here, too."""
        return (
            claim.level in self.credits.get(claim.credit, frozenset())
            or claim.credit in self.targets
        )


def changes(student: Student, here: Words, there: Words) -> Iterator[Change]:
    """What has to become a remark.

    Args:
        student: who arrives.
        here: the words of the school that they come to.
        there: the words of the school that they come from.
    """
    for work in student.artifacts:
        yield from _of_work(work, here)
    if any(one not in here.credits for one in student.featured_credits):
        why = "credits that this school does not have"
        yield Change(student.marks.path, ("featured_credits",), why=why)
    for page in (*student.narratives, *filter(None, (student.opening,))):
        yield from _of_narrative(page, here, there)


def _of_work(work: Artifact, here: Words) -> Iterator[Change]:
    known = [one for one in work.claims if here.knows(one)]
    keys = []
    if len(known) < len(work.claims):
        keys.append("claims")
    if any(one not in here.targets for one in work.self_rating):
        keys.append("self_rating")
    if keys:
        instead = _claims(known) if "claims" in keys else ""
        yield Change(
            work.marks.path, tuple(keys), instead, "claims in the words of the other school"
        )


def _of_narrative(page: Narrative, here: Words, there: Words) -> Iterator[Change]:
    if page.about and page.about in there.subjects and page.about not in here.subjects:
        yield Change(
            page.marks.path, ("about",), why="it is about something that is not in this framework"
        )


def _claims(known: Iterable[Claim]) -> str:
    lines = [
        f"  - {{ credit: {one.credit}, level: {one.level}"
        + (f", why: {json.dumps(one.why, ensure_ascii=False)} }}" if one.why else " }")
        for one in known
    ]
    return "\n".join(("claims:", *lines)) if lines else ""


def with_remarks(data: bytes, marks: Marks, change: Change, origin: str) -> bytes:
    """A page in which some keys at the margin are remarks; everything else stays as it is.

    Args:
        data: the page.
        marks: where its keys stand.
        change: which of them.
        origin: the name of the school in whose words they are written.
    """
    lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    spans = sorted((_lines(marks, (key,)) for key in change.keys), reverse=True)
    for place, (first, last) in enumerate(spans):
        remarks = [f"# {one}".rstrip() for one in lines[first - 1 : last]]
        instead = change.instead.split("\n") if change.instead and place == len(spans) - 1 else []
        lines[first - 1 : last] = [
            f"# As it was at {' '.join(origin.split())}:",
            *remarks,
            *instead,
        ]
    return "\n".join(lines).encode()


def _lines(marks: Marks, key: KeyPath) -> tuple[int, int]:
    name, value = marks.name(*key), marks.at(*key)
    return name.line, max(name.line, value.end_line, value.line)
