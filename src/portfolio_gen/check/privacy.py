"""PG410, PG411, PG414: words by which a student could be reached, or named where they should not be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice

from portfolio_gen.check import rules
from portfolio_gen.check.few import MOST_NAMED, few
from portfolio_gen.check.register import Check, Register
from portfolio_gen.check.texts import Text, items
from portfolio_gen.diagnostics import Diagnostic, Rule, Span
from portfolio_gen.model.access import Access, access
from portfolio_gen.model.contact import Contact, addresses, numbers
from portfolio_gen.model.names import Words
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import in_a_row, tell, to_tell

YOURS = to_tell("left out of %(editions)s, because your name stands here and is not shown there")
SHARE = to_tell("say it without the name, or share the name under `sharing` (with consent)")
THEIRS = to_tell(
    "left out of %(editions)s, because a classmate is named here who is not named there"
)
ASK = to_tell("say “a classmate”, or their first name, if that is all right with them")


def email_address(register: Register) -> Iterator[Diagnostic]:
    """No text of a student's gives an e-mail address away."""
    messages = (
        to_tell("an e-mail address, which every reader could use or pass on"),
        to_tell(
            "an e-mail address, which every reader could use or pass on; "
            "the public edition leaves out what it stands in"
        ),
    )
    hint = tell("leave it out; readers can write to the school")
    return few(_contact_data(register, addresses, rules.EMAIL_ADDRESS, messages, hint))


def phone_number(register: Register) -> Iterator[Diagnostic]:
    """No text of a student's gives a telephone number away."""
    messages = (
        to_tell("this looks like a telephone number, which every reader could call"),
        to_tell(
            "this looks like a telephone number, which every reader could call; "
            "the public edition leaves out what it stands in"
        ),
    )
    hint = tell("leave it out, or write it differently if it is something else")
    return few(_contact_data(register, numbers, rules.PHONE_NUMBER, messages, hint))


def _contact_data(
    register: Register,
    look_for: Callable[[str], Iterator[Contact]],
    rule: Rule,
    messages: tuple[str, str],
    hint: Sentence,
) -> Iterator[Diagnostic]:
    for item in items(register):
        public = item.published and "public" in item.audience
        for text in item.texts:
            for one in islice(look_for(text.words), MOST_NAMED):
                span = text.at(one.start, one.end)
                yield Diagnostic(rule, span, tell(messages[public]), hint, about=item.student.id)


def name_in_text(register: Register) -> Iterator[Diagnostic]:
    """No text says a name that an edition may not show; such a work or story would be left out of it."""

    @cache
    def access_of(student: str, edition: EditionName) -> Access | None:
        return access(register.school, students[student], edition, register.on)

    students = {one.id: one for one in register.school.students}
    for item in items(register):
        granted = [
            found
            for edition in (item.audience if item.published else ())
            if (found := access_of(item.student.id, edition))
        ]
        for text in item.texts:
            names = {
                one.edition: name for one in granted for name in [*one.names_in(text.words)][:1]
            }
            if names:
                own = any(next(one.hidden.in_text(text.words), None) for one in granted)
                yield Diagnostic(
                    rules.NAME_IN_TEXT,
                    _place_of_name(text, names.values()),
                    tell(YOURS if own else THEIRS, editions=in_a_row(names)),
                    tell(SHARE if own else ASK),
                    about=item.student.id,
                )


def _place_of_name(text: Text, names: Iterable[Words]) -> Span:
    """Where the first of the names stands, however it is spaced; else where the text begins."""
    spaced = (r"[\W_]+".join(map(re.escape, name)) for name in names)
    found = (re.search(rf"(?<![^\W_]){one}(?![^\W_])", text.words, re.IGNORECASE) for one in spaced)
    spans = sorted(match.span() for match in found if match)
    return text.at(*spans[0]) if spans else text.span


CHECKS: tuple[Check, ...] = (email_address, phone_number, name_in_text)
