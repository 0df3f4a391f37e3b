"""PG410, PG411, PG414: words by which a student could be reached, or named where they should not be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.check.texts import Text, items
from portfolio_gen.check.wording import listed
from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.access import access

EMAIL = re.compile(r"[\w.+-]{1,64}@((?:[\w-]{1,63}\.)+[^\W\d_]{2,24})")
PHONE = re.compile(
    r"""(?<![\w+.-])(?:
      \+\d[\d\ ()./-]{7,18}\d            # +1 207 555 0100
    | \(\d{3}\)\ ?\d{3}[-.\ ]\d{4}       # (207) 555-0100
    | \d{3}[-.]\d{3}[-.]\d{4}            # 207-555-0100
    | 0\d{2,4}[ /-]\d{3}[ -]?\d{3,5}     # 0431 555 0100
    )(?![\w-])""",
    re.VERBOSE,
)
NOBODY = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$")
"""Endings of addresses that belong to nobody and stand for others."""


def email_address(register: Register) -> Iterator[Diagnostic]:
    """No text of a student's gives an e-mail address away."""
    for item in items(register):
        for text in item.texts:
            for match in EMAIL.finditer(text.words) if "@" in text.words else ():
                if not NOBODY.search(match[1].casefold()):
                    yield Diagnostic(
                        rules.EMAIL_ADDRESS,
                        text.at(*match.span()),
                        "an e-mail address, which every reader could use or pass on",
                        "leave it out; readers can write to the school",
                        about=item.student.id,
                    )


def phone_number(register: Register) -> Iterator[Diagnostic]:
    """No text of a student's gives a telephone number away."""
    for item in items(register):
        for text in item.texts:
            for match in PHONE.finditer(text.words):
                yield Diagnostic(
                    rules.PHONE_NUMBER,
                    text.at(*match.span()),
                    "this looks like a telephone number, which every reader could call",
                    "leave it out, or write it differently if it is something else",
                    about=item.student.id,
                )


def name_in_text(register: Register) -> Iterator[Diagnostic]:
    """No text says a name that an edition may not show; such a work or story would be left out of it."""
    for item in items(register):
        granted = [
            found
            for edition in (item.audience if item.published else ())
            if (found := access(register.school, item.student, edition, register.on))
        ]
        for text in item.texts:
            editions = [one.edition for one in granted if one.hides(text.words)]
            if editions:
                names = {name for one in granted for name in one.hidden_names}
                yield Diagnostic(
                    rules.NAME_IN_TEXT,
                    _place_of_name(text, names),
                    f"left out of {listed(editions)}, because your name stands here and is not shown there",
                    "say it without the name, or share the name under `sharing` (with consent)",
                    about=item.student.id,
                )


def _place_of_name(text: Text, names: Iterable[str]) -> Span:
    """Where the first of the names stands, however it is spaced; else where the text begins."""
    spaced = (r"[\W_]+".join(map(re.escape, re.findall(r"[^\W_]+", name))) for name in names)
    found = (re.search(rf"(?<![^\W_]){one}(?![^\W_])", text.words, re.IGNORECASE) for one in spaced)
    spans = sorted(match.span() for match in found if match)
    return text.at(*spans[0]) if spans else text.span


CHECKS: tuple[Check, ...] = (email_address, phone_number, name_in_text)
