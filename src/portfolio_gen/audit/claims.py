"""What the room says of one text: whom it is about, and which editions may show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, TypeAlias

from portfolio_gen.audit.texts import COMMENT, Text, texts
from portfolio_gen.diagnostics import KeyPath, Span
from portfolio_gen.model.access import Access
from portfolio_gen.model.contact import contacts
from portfolio_gen.model.noun import Page
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.value import dataclass

Editions: TypeAlias = frozenset[EditionName]
Grants: TypeAlias = Mapping[EditionName, Access]
"""The editions in which a student appears, with what each may show of them."""
Told: TypeAlias = Callable[[KeyPath, Access], bool]
"""Whether an edition may show the text at a place of a file."""
Kind: TypeAlias = Literal["text", "name", "nickname", "adult", "contact", "address", "file"]
"""Names and ways to reach somebody are looked for although they are short. A nickname is what nobody but the student
says that they are called, so it may be any words; an address is what a file or a folder is called; a file is what it
says."""

EVERYWHERE: Editions = frozenset(EDITIONS)
NOWHERE: Editions = frozenset()
OWN_EYES: Editions = frozenset({"self"})


@dataclass(frozen=True, slots=True)
class Claimed:
    """A text, whom it is about, and which editions may show it."""

    text: Text
    person: str
    """Id of the student or member; empty when it is about nobody."""
    shown: Editions
    kind: Kind = "text"
    site: str = ""
    """Id of the student on whose site alone it may stand; empty when it may stand on any."""
    naming: Editions = EVERYWHERE
    """Editions in which it may name students who are not named there otherwise."""


def school_claims(page: Page, told: Callable[[KeyPath], Editions]) -> Iterator[Claimed]:
    """All texts of a file of the school's that is about nobody."""
    for text in texts(page):
        yield Claimed(text, "", told(text.keys))


def student_claims(
    page: Page, student: str, grants: Grants, told: Told, *, slug: str = "", own: bool = True
) -> Iterator[Claimed]:
    """All texts of a file about a student, and the file's name if it becomes an address.

    `own` is whether the student wrote it: then they may read all of it, apart from what they commented out.
    """
    every = [*texts(page), *([Text(slug, Span(page.marks.path), ("slug",))] if slug else [])]
    mine = OWN_EYES if own and "self" in grants else NOWHERE
    inside = frozenset(one for one, granted in grants.items() if not granted.policy.needs_consent)
    for text in every:
        shown = NOWHERE
        if text.keys[-1] != COMMENT:
            shown = mine | {edition for edition, one in grants.items() if told(text.keys, one)}
        names_something = text.keys[-1] in ("slug", "file", "cover") or text.keys == ("about",)
        kind: Kind = "address" if names_something else "text"
        yield Claimed(text, student, shown, kind, site=student, naming=inside)
        yield from _contacts(text, student, shown)


def _contacts(text: Text, student: str, shown: Editions) -> Iterator[Claimed]:
    """Addresses and numbers by which somebody could be reached, however short: never in public."""
    for one in contacts(text.words):
        found = Text(one.words, text.span, text.keys)
        yield Claimed(found, student, shown - {"public"}, "contact", site=student)


def hidden_in(page: Page, granted: Access, references: Callable[[KeyPath], bool]) -> set[KeyPath]:
    """Places of the texts that hold what an edition may not say; what only names something else is no text."""
    return {
        one.keys
        for one in texts(page)
        if not references(one.keys) and one.keys[-1] != COMMENT and granted.hides(one.words)
    }
