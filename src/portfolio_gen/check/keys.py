"""PG542: what tells readers how to read a transcript is not harder than it need be."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.reading_level import grade_of
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.tell import tell

HARDEST = 12
"""Years of school after which anybody should be able to read it."""


def hard_to_read_key(register: Register) -> Iterator[Diagnostic]:
    """How a transcript is read, and what its levels mean, can be read by whoever has finished school."""
    framework = register.school.framework
    if register.school.settings.language.split("-")[0] != "en":
        return  # the measure knows English alone
    entries = [(framework.how_to_read, framework.marks.at("how_to_read"))]
    for place, level in enumerate(framework.levels):
        entries.append((level.about, framework.marks.at("levels", place, "about")))
    for text, span in entries:
        if text and (found := grade_of(text)) > HARDEST:
            message = tell(
                "this reads like grade %(found)s; a transcript's key may ask for grade %(hardest)s at most",
                found=round(found),
                hardest=HARDEST,
            )
            hint = tell("shorter sentences, and shorter words")
            yield Diagnostic(rules.HARD_TO_READ_KEY, span, message, hint)


CHECKS: tuple[Check, ...] = (hard_to_read_key,)
