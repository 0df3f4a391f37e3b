"""Every place of the school format that holds words, found in the model itself, and how hostile words are put there.

A field that is added to the model is a slot from that moment: it is filled with payloads, and the tests that build and
open the school say so when it does not bear them or when nobody gets to see it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from itertools import cycle
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from hostile_payloads import Payload
from portfolio_gen.model.noun import GIVEN, Noun
from portfolio_gen.read.kinds import KINDS

WORD = re.compile(r"zq([0-9a-f]+)q([0-9a-f]+)z")
"""The word by which a payload in a slot is known."""
SIGN = re.compile(r"[Mm]k([0-9a-f]+)v([0-9a-f]+)o([0-9a-f]+)z")
"""The sign with which every hostile text begins: its slot, and which share of the payloads it holds."""

Numbered: TypeAlias = tuple[int, Payload]
"""A payload with its number."""


@cache
def written_fields(noun: type[Noun]) -> tuple[tuple[str, Any, bool], ...]:
    """Name and type of each field that is written in a file, and whether it must be there."""
    hints = get_type_hints(noun, include_extras=True)
    return tuple(
        (one.name, hints[one.name], one.default is MISSING and one.default_factory is MISSING)
        for one in fields(noun)
        if GIVEN not in one.metadata
    )


def alternatives(kind: Any) -> tuple[Any, ...]:
    """The types that a value may have, `None` apart."""
    if get_origin(kind) in (Union, UnionType):
        return tuple(one for one in get_args(kind) if one is not type(None))
    return (kind,)


def is_text(kind: Any) -> bool:
    """Whether a value is free to be any text, on one line or on several."""
    return kind is str or (get_origin(kind) is Annotated and get_args(kind)[0] is str)


def is_long(kind: Any) -> bool:
    """Whether such a text may have several lines."""
    return get_origin(kind) is Annotated


def nouns(pages: Iterable[type[Noun]] = tuple(one.noun for one in KINDS)) -> tuple[type[Noun], ...]:
    """Every noun that is written in a file of these kinds, as a page or a part of one."""
    found: dict[type[Noun], None] = {}

    def walk(kind: Any) -> None:
        for one in alternatives(kind):
            if is_dataclass(one) and issubclass(one, Noun) and one not in found:
                found[one] = None
                for _, inner, _ in written_fields(one):
                    walk(inner)
            elif not is_text(one) and get_origin(one) is not Literal:
                for inner in get_args(one):
                    walk(inner)

    for page in pages:
        walk(page)
    return tuple(found)


def slots(named: str) -> frozenset[str]:
    """Slots by their names; none that does not exist."""
    found = frozenset(named.split())
    assert found <= set(text_slots()), f"there is no {sorted(found - set(text_slots()))}"
    return found


def of_students(slot: str) -> bool:
    """Whether a slot is for students to fill."""
    return slot.split(".")[0] in _OF_STUDENTS or " " in slot


_OF_STUDENTS = frozenset(
    {
        "file",
        *(
            noun.__name__
            for noun in nouns(kind.noun for kind in KINDS if kind.path.startswith("students/"))
        ),
    }
)


def text_slots() -> tuple[str, ...]:
    """Every field that holds texts, as `Noun.field`; keys of mappings are slots of their own, as `Noun.field:key`."""
    return tuple(
        slot
        for noun in nouns()
        for name, kind, _ in written_fields(noun)
        for slot in _texts_in(f"{noun.__name__}.{name}", kind)
    )


def _texts_in(slot: str, kind: Any) -> Iterator[str]:
    for one in alternatives(kind):
        if is_text(one):
            yield slot
        elif get_origin(one) is tuple:
            yield from _texts_in(slot, get_args(one)[0])
        elif isinstance(get_origin(one), type) and issubclass(get_origin(one), Mapping):
            key, value = get_args(one)
            yield from _texts_in(f"{slot}:key", key)
            yield from _texts_in(slot, value)


@dataclass(frozen=True, slots=True)
class Share:
    """Which of the payloads a text holds: every so manieth from a first on."""

    first: int = 0
    of: int = 1

    def taken(self, payloads: Sequence[Numbered]) -> Sequence[Numbered]:
        """The payloads; never none."""
        return payloads[self.first :: self.of] or payloads[:1]


ALL = Share()


def shares(of: int) -> tuple[Share, ...]:
    """All shares of that size, which hold every payload together."""
    return tuple(Share(first, of) for first in range(of))


@dataclass(frozen=True)
class Hand:
    """Writes hostile texts, or harmless ones where a slot is not to be touched."""

    payloads: Sequence[Numbered]
    numbers: Mapping[str, int]
    """Slot to its number."""
    touches: Callable[[str], bool] = lambda _: True

    def line(self, slot: str, share: Share = ALL) -> str:
        """A text on one line."""
        if not self.touches(slot):
            return f"Plain {slot.replace('.', ' ')} {share.first}"
        return " ".join(one.replace("\n", " ") for one in self._said(slot, share, hidden=False))

    def prose(self, slot: str, share: Share = ALL) -> str:
        """A text on several lines."""
        if not self.touches(slot):
            return f"Plain {slot.replace('.', ' ')} {share.first}\n\nin two parts."
        return "\n\n".join(self._said(slot, share, hidden=False))

    def story(self, slot: str, share: Share = ALL, *, hidden: bool = True) -> str:
        """A text in Markdown, with the payloads as paragraphs and in the middle of other things.

        What would swallow the rest of a page stands last, and there is one of it at most.
        """
        if not self.touches(slot):
            return f"A plain *story* {share.first}.\n\n# With a heading\n\n- and a list\n"
        sign, *said = self._said(slot, share, hidden=hidden, open=False)
        inside = (
            frame.replace("@", one.split("\n\n")[0].replace("\n", " "))
            for frame, one in zip(cycle(_FRAMES), said)
        )
        last = [one for one in self.payloads if one[1].open][share.first :: share.of][:1]
        return "\n\n".join((sign, *said, *inside, *(self._one(slot, one) for one in last))) + "\n"

    def file(self, slot: str) -> str:
        """The lines of a file that is not Markdown."""
        if not self.touches(slot):
            return "a,b\n1,2\n"
        return "\n".join(self._said(slot, ALL)) + "\n"

    def names(self, slot: str, share: Share = ALL) -> Iterator[str]:
        """Names of pictures that disks allow and that are safe to keep."""
        usable = [
            one
            for one in self.payloads
            if not one[1].hidden and not set(one[1].text) & set("/\\\n\u2028")
        ]
        if self.touches(slot):
            yield from (f"{self._one(slot, one)}.png" for one in usable[share.first :: share.of])

    def _said(
        self, slot: str, share: Share, *, hidden: bool = True, open: bool = True
    ) -> Iterator[str]:
        yield f"mk{self.numbers[slot]:x}v{share.first:x}o{share.of:x}z"
        for one in share.taken(self.payloads):
            if (hidden or not one[1].hidden) and (open or not one[1].open):
                yield self._one(slot, one)

    def _one(self, slot: str, one: Numbered) -> str:
        number, payload = one
        return payload.said(f"zq{number:x}q{self.numbers[slot]:x}z")


_FRAMES = (
    "Words before @ and after.",
    "> @",
    "- @\n- and another",
    "| a | @ |\n|---|---|\n| @ | b |",
    "[@](https://a.invalid/)",
    "# @",
    "<div>@</div>",
    "*@*",
    "Term\n: @",
    '![@](nothing.png "@")',
)
"""What may surround a payload in Markdown."""
