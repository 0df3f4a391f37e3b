"""PG340–PG343: what a pitch still lacks before a committee can hear it; gently, while nothing is decided about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.speech import strung
from portfolio_gen.model.student import Pitch, Student
from portfolio_gen.model.tell import COMMA, tell, tell_many

FEWEST_WORDS = 20
"""Words under which a pitch says hardly more than its title; two short sentences have as many."""
_REMARK = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>[^\n]+)$", re.MULTILINE)


def short_pitch(register: Register) -> Iterator[Diagnostic]:
    """A pitch tells the story that connects its works."""
    for student, pitch in _open(register):
        words = len(_HEADING.sub("", _REMARK.sub("", pitch.text)).split())
        if words < FEWEST_WORDS:
            message = tell_many(
                "this pitch tells its story in %(count)s words",
                "this pitch tells its story in %(count)s words",
                words,
            )
            hint = tell(
                "say what you did, what went wrong, what you learned, and why it shows the skill"
            )
            span = Span(pitch.marks.path, pitch.text_line)
            yield Diagnostic(rules.SHORT_PITCH, span, message, hint, about=student.id)


def not_self_rated(register: Register) -> Iterator[Diagnostic]:
    """Students say how they see it themselves, criterion by criterion."""
    for student, pitch in _open(register):
        rubrics = [found for claim in pitch.claims if (found := register.rubric(claim.credit))]
        asked = dict.fromkeys(one.id for rubric in rubrics for one in rubric.criteria)
        missing = [one for one in asked if one not in pitch.self_rating]
        if missing:
            message = tell(
                "your own rating is missing for %(criteria)s",
                criteria=strung((f"`{one}`" for one in missing), COMMA),
            )
            hint = tell(
                "read the rubric, and write under `self_rating` where you see yourself, and be honest"
            )
            span = pitch.marks.at("self_rating")
            yield Diagnostic(rules.NOT_SELF_RATED, span, message, hint, about=student.id)


def unanswered_question(register: Register) -> Iterator[Diagnostic]:
    """Under each heading there is something to read."""
    for student, pitch in _open(register):
        text = _REMARK.sub(lambda one: "\n" * one[0].count("\n"), pitch.text)
        found = list(_HEADING.finditer(text))
        for heading, following in zip_longest(found, found[1:]):
            end = following.start() if following else len(text)
            deeper = following and _depth(following) > _depth(heading)
            if heading and not text[heading.end() : end].strip() and not deeper:
                line = pitch.text_line + text.count("\n", 0, heading.start())
                message = tell(
                    "nothing is told yet under “%(heading)s”", heading=heading["title"].strip()
                )
                hint = tell("answer it in your own words, or take the heading out")
                span = Span(pitch.marks.path, line)
                yield Diagnostic(rules.UNANSWERED_QUESTION, span, message, hint, about=student.id)


def part_not_told(register: Register) -> Iterator[Diagnostic]:
    """Where several pitch the same work, each says what was theirs."""
    for student, pitch in _open(register):
        together = pitch.group or any("/" in one for one in pitch.artifacts)
        if together and not pitch.my_part:
            message = tell("several pitch this work, and nobody reads which part was yours")
            hint = tell("say it under `my_part`")
            key = "group" if pitch.group else "artifacts"
            span = pitch.marks.at(key)
            yield Diagnostic(rules.PART_NOT_TOLD, span, message, hint, about=student.id)


def _open(register: Register) -> Iterator[tuple[Student, Pitch]]:
    """Published pitches that no decision names."""
    answered = {(one.about, one.decision.pitch) for one in register.decisions()}
    for student, pitch in register.pitches():
        if pitch.status == "published" and (student.id, pitch.slug) not in answered:
            yield student, pitch


def _depth(heading: re.Match[str]) -> int:
    return len(heading[0]) - len(heading[0].lstrip("#"))


CHECKS: tuple[Check, ...] = (short_pitch, not_self_rated, unanswered_question, part_not_told)
