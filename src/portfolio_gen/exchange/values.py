"""Values of a document that may be anything, read as what they should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from portfolio_gen.exchange.document import Pointer
from portfolio_gen.exchange.findings import Findings
from portfolio_gen.exchange.plain_text import in_one_line, plain
from portfolio_gen.exchange.rules import CHANGED_TEXT, UNUSABLE_ENTRY
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass

OWN = "portfolio-gen"
"""Key of what this program adds to files in other formats, where they have room for it."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of keys in a document, of which nothing can be taken for granted."""

    values: Mapping[str, Any]
    pointer: Pointer
    findings: Findings

    @classmethod
    def of(cls, value: Any, pointer: Pointer, findings: Findings, kind: str) -> Group | None:
        """The group that stands at a place; None, and a complaint, when something else does."""
        if isinstance(value, dict):
            return cls(value, pointer, findings)
        message = tell("here stands %(kind)s, and a group of keys is needed", kind=_named(value))
        findings.say(UNUSABLE_ENTRY, pointer, message, tell("it was left out"), kind)
        return None

    def text(self, *keys: str) -> str:
        """The first of some keys that holds a text, as plain text; empty without one."""
        for key in keys:
            if text := self._plain(key):
                return text
        return ""

    def line(self, *keys: str) -> str:
        """The same on one line."""
        return in_one_line(self.text(*keys))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of short texts; one text alone counts as a list of one."""
        value = self.values.get(key)
        if not isinstance(value, list):
            return tuple(filter(None, (self.line(key),)))
        words = (in_one_line(plain(one).text) for one in value if isinstance(one, str))
        return tuple(filter(None, words))

    def number(self, key: str) -> float | None:
        """A number, also one that is written as a text."""
        value = self.values.get(key)
        if isinstance(value, str):
            try:
                value = float(value)
            except ValueError:
                value = None
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return float(value) if abs(value) < 1e9 else None

    def group(self, key: str) -> Group | None:
        """A group within this one; None without it."""
        value = self.values.get(key)
        return None if value is None else Group.of(value, (*self.pointer, key), self.findings, "")

    def groups(self, key: str, kind: str) -> Iterator[Group]:
        """The groups of a list; what is none is complained about and left out."""
        value = self.values.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            message = tell(
                "`%(key)s` is %(kind)s, and a list is needed", key=key, kind=_named(value)
            )
            self.findings.say(
                UNUSABLE_ENTRY, (*self.pointer, key), message, tell("it was left out"), ""
            )
            return
        for number, one in enumerate(value):
            if group := Group.of(one, (*self.pointer, key, number), self.findings, kind):
                yield group

    def own(self) -> tuple[str, str] | None:
        """Kind and id that this program had written beside a value of its own."""
        mine = self._mine()
        kind, id = mine.get("kind"), mine.get("id")
        return (kind, id) if isinstance(kind, str) and isinstance(id, str) and id else None

    def aim(self) -> str:
        """The level aimed for that this program had written beside a table of its own."""
        aim = self._mine().get("target")
        return aim if isinstance(aim, str) else ""

    def _mine(self) -> Mapping[str, Any]:
        extensions = self.values.get("extensions")
        for one in extensions if isinstance(extensions, list) else (extensions,):
            mine = one.get(OWN) if isinstance(one, dict) else None
            if isinstance(mine, dict):
                return mine
        return {}

    def _plain(self, key: str) -> str:
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return ""
        if isinstance(value, int | float):
            return str(value)
        if not isinstance(value, str):
            message = tell(
                "`%(key)s` is %(kind)s, and a text is needed", key=key, kind=_named(value)
            )
            pointer = (*self.pointer, key)
            self.findings.say(
                UNUSABLE_ENTRY,
                pointer,
                message,
                tell("it was left out"),
                f"`{key}`",
            )
            return ""
        found = plain(value)
        if found.changed:
            hint = tell("look at the text once more")
            pointer = (*self.pointer, key)
            self.findings.say(CHANGED_TEXT, pointer, found.changed, hint, "texts")
        return found.text


def _named(value: Any) -> Sentence:
    if isinstance(value, dict):
        return tell("a group of keys")
    if isinstance(value, list):
        return tell("a list")
    if isinstance(value, str):
        return tell("a text")
    return tell("nothing") if value is None else tell("a number or a truth value")
