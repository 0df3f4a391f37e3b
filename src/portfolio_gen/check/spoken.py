"""PG339: words to students that fix what they are, where what they did and can do next would help."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, Span

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
    language = (register.school.settings.language or "en").partition("-")[0].lower()
    words = WORDS.get(language)
    if not words:
        return
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
    for text, span, about in _spoken(register):
        if found := pattern.search(text):
            message = f"“{found[0]}” says what somebody is, and they cannot work on that"
            hint = "say what they did, what it led to, and what to try next"
            yield Diagnostic(rules.FIXING_WORDS, span, message, hint, about=about)


def _spoken(register: Register) -> Iterator[tuple[str, Span, str]]:
    """Everything that members tell a student, with its place."""
    for one in register.decisions():
        for key in ("feedback", "strong", "missing"):
            if text := getattr(one.decision, key):
                yield text, one.at(key), one.about
    for ballot in register.school.ballots:
        for key in ("strong", "missing"):
            if text := getattr(ballot, key):
                yield text, ballot.marks.at(key), ballot.student


CHECKS: tuple[Check, ...] = (fixing_words,)
