"""Hints that offer the nearest right word, or say what there is."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.diagnostics import nearest
from portfolio_gen.model.speech import Sentence, strung
from portfolio_gen.model.tell import COMMA, and_more, meant, tell, to_tell

FEW = 8
"""How many words may be listed when none is near."""

COHORTS = to_tell("cohorts")
COMPETENCIES = to_tell("competencies")
COURSES = to_tell("courses")
CREDITS = to_tell("credits")
CRITERIA = to_tell("criteria")
DOMAINS = to_tell("domains")
FILES_HERE = to_tell("files here")
HABITS = to_tell("habits")
IDS = to_tell("ids")
LEVELS = to_tell("levels")
MEDIA = to_tell("media")
MEMBERS = to_tell("members")
OUTCOMES = to_tell("outcomes")
PEOPLE = to_tell("people")
PHASES = to_tell("phases")
PITCHES = to_tell("pitches")
SCALES = to_tell("scales")
SESSIONS = to_tell("sessions")
STEPS = to_tell("steps")
STUDENTS = to_tell("students")
SUBJECTS = to_tell("subjects")
TARGETS = to_tell("targets")
THEMES = to_tell("themes")
TYPES = to_tell("types")
VERSIONS = to_tell("versions")
WAYS = to_tell("ways")
WORKS = to_tell("works")


def suggest(word: str, choices: Mapping[str, str], many: str) -> Sentence:
    """A hint that offers the nearest right word, or says what there is.

    Args:
        word: What was written.
        choices: Ids and their titles.
        many: What the choices are called, as in `LEVELS`.
    """
    if guess := nearest(word, choices, choices):
        return meant(guess)
    what = tell(many)
    if not choices:
        return tell("there are no %(what)s yet", what=what)
    first = [f"`{one}`" for one in list(choices)[:FEW]]
    more = len(choices) - FEW
    words = and_more(first, more) if more > 0 else strung(first, COMMA)
    return tell("the %(what)s are %(words)s", what=what, words=words)
