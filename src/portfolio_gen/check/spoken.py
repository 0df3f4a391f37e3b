"""PG339: words to students that fix what they are, where what they did and can do next would help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.feedback import SPOKEN
from portfolio_gen.model.tell import tell

WORDS = {
    "en": (
        *("smart", "clever", "gifted", "talented", "genius", "brilliant", "a natural", "bright"),
        *("lazy", "stupid", "dumb", "slow learner", "hopeless", "careless", "weak student"),
        *("not a math person", "unmotivated", "incapable"),
    ),
    "de": (
        *("klug", "schlau", "begabt", "talentiert", "hochbegabt", "genial", "intelligent"),
        *("faul", "dumm", "unbegabt", "hoffnungslos", "unfähig"),
    ),
    "es": (
        *("inteligente", "listo", "lista", "talentoso", "talentosa", "genio", "superdotado"),
        *("perezoso", "perezosa", "vago", "vaga", "tonto", "tonta", "incapaz"),
    ),
    "fr": (
        *("intelligent", "intelligente", "doué", "douée", "surdoué", "génie", "talentueux"),
        *("paresseux", "paresseuse", "fainéant", "stupide", "incapable"),
    ),
}
"""Language to words that name what somebody is and not what they did. Praise of ability holds back as blame does:
Mueller and Dweck, "Praise for intelligence can undermine children's motivation and performance" (1998)."""


def fixing_words(register: Register) -> Iterator[Diagnostic]:
    """What committees tell students is about the work, and not about what they are."""
    language = register.school.settings.language
    for text, span, about in _spoken(register):
        if said := says_what_they_are(text, language, span, about):
            yield said


def says_what_they_are(text: str, language: str, span: Span, about: str) -> Diagnostic | None:
    """A note about the first word in a text that fixes what somebody is; None without one.

    Args:
        text: what is told to a student.
        language: the school's (BCP 47); of others than those in `WORDS` no word is known.
        span: where it stands.
        about: id of the student.
    """
    pattern = _pattern((language or "en").partition("-")[0].lower())
    found = pattern.search(text) if pattern else None
    if found is None:
        return None
    message = tell(
        "“%(found)s” says what somebody is, and they cannot work on that", found=found[0]
    )
    hint = tell("say what they did, what it led to, and what to try next")
    return Diagnostic(rules.FIXING_WORDS, span, message, hint, about=about)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = WORDS.get(language)
    if not words:
        return None
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _spoken(register: Register) -> Iterator[tuple[str, Span, str]]:
    """Everything that members tell a student, with its place; of ballots only what no decision has put into words."""
    told = {digest for one in register.decisions() for digest in one.decision.ballots.values()}
    for one in register.decisions():
        for key in SPOKEN:
            if text := getattr(one.decision, key):
                yield text, one.at(key), one.about
    for ballot in register.school.ballots:
        if ballot.digest in told:
            continue
        for key in ("strong", "missing"):
            if text := getattr(ballot, key):
                yield text, ballot.marks.at(key), ballot.student


CHECKS: tuple[Check, ...] = (fixing_words,)
