"""What is found on the way through a file: a few places of each kind by name, the others by number."""

from __future__ import annotations

from collections import Counter
from dataclasses import field

from portfolio_gen.diagnostics import Diagnostic, Rule, Told
from portfolio_gen.exchange.document import Document, Pointer
from portfolio_gen.exchange.rules import LEFT_OUT
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass

MOST_NAMED = 5
"""How many places with the same thing wrong are named one by one."""
KINDS = (
    to_tell("associations"),
    to_tell("circles"),
    to_tell("concepts"),
    to_tell("elements"),
    to_tell("items"),
    to_tell("licenses"),
    to_tell("rubrics"),
    to_tell("standards"),
    to_tell("statuses"),
    to_tell("subjects"),
    to_tell("texts"),
)
"""What the places are called at which something is found."""


@dataclass(slots=True)
class Findings:
    """Collects what is wrong with a document, and what of it is not taken over."""

    document: Document
    _found: list[Diagnostic] = field(default_factory=list)
    _said: Counter[tuple[Rule, str]] = field(default_factory=Counter)
    _last: dict[tuple[Rule, str], Pointer] = field(default_factory=dict)
    _left: dict[str, tuple[int, Pointer]] = field(default_factory=dict)

    def say(self, rule: Rule, pointer: Pointer, message: Told, hint: Told, kind: str = "") -> None:
        """Something is wrong at a place.

        Args:
            rule: what.
            pointer: where.
            message: in one sentence; those of one `kind` are counted together after the first few.
            hint: what to try.
            kind: what such places are called in the plural, as in "37 more items".
        """
        one = (rule, kind)
        self._said[one] += 1
        self._last[one] = pointer
        if self._said[one] <= MOST_NAMED:
            span = self.document.span(pointer)
            self._found.append(
                Diagnostic(
                    rule,
                    span,
                    tell("%(message)s (%(pointer)s)", message=message, pointer=written(pointer)),
                    hint,
                )
            )

    def leave(self, what: str, pointer: Pointer, many: int = 1) -> None:
        """Something that is understood has no place in a framework, and is counted."""
        number, first = self._left.get(what, (0, pointer))
        self._left[what] = (number + many, first)

    def told(self) -> tuple[Diagnostic, ...]:
        """Everything that was found, with a count of what was not named."""
        return (*self._found, *self._more(), *self._leavings())

    def _more(self) -> list[Diagnostic]:
        return [
            Diagnostic(
                rule,
                self.document.span(self._last[rule, kind]),
                tell(
                    "the same is true of %(count)s more %(what)s; this is the last",
                    count=number - MOST_NAMED,
                    what=_many(kind),
                ),
            )
            for (rule, kind), number in self._said.items()
            if number > MOST_NAMED
        ]

    def _leavings(self) -> list[Diagnostic]:
        return [
            Diagnostic(
                LEFT_OUT,
                self.document.span(first),
                tell(
                    "not taken over: %(what)s (%(number)s in all; the first is %(first)s)",
                    what=what,
                    number=Figure(number),
                    first=written(first),
                ),
                tell("keep the original file beside the framework if you need this later"),
            )
            for what, (number, first) in self._left.items()
        ]


def _many(kind: str) -> str:
    """What places of a kind are called; a key is called as it is written."""
    return tell(kind) if kind in KINDS else kind or tell("places")


def written(pointer: Pointer) -> str:
    """A way to a value as JSON Pointer (RFC 6901) writes it, such as `/CFItems/3/identifier`."""
    steps = (str(one).replace("~", "~0").replace("/", "~1") for one in pointer)
    return "".join(f"/{one}" for one in steps) or "/"
