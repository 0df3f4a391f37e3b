"""Entries at the end of a list in a ledger: nothing else in the file changes, which its own reader confirms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import errors
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.school import School
from portfolio_gen.proceedings import CannotProceed
from portfolio_gen.publish.sync import write_durably
from portfolio_gen.read.folder import open_warily
from portfolio_gen.read.page import bind_tree
from portfolio_gen.read.yaml import grow
from portfolio_gen.rewrite.appending import CannotAppend, Entry, appended


def decisions_named(school: School, what: str) -> list[tuple[Ledger, Decision]]:
    """The one decision of an id, with its ledger; none when there is none.

    Args:
        school: with its ledgers.
        what: the id, or `⟨student⟩/⟨id⟩`.

    Raises:
        CannotProceed: several students have one of that id.
    """
    pairs = [(one, each) for one in school.ledgers.values() for each in one.decisions]
    found = [(one, each) for one, each in pairs if what in (each.id, f"{one.student}/{each.id}")]
    if len(found) > 1:
        names = ", ".join(f"`{one.student}/{each.id}`" for one, each in found)
        raise CannotProceed(f"several students have a decision of that id; say which: {names}")
    return found


def append(root: Path, student: str, key: str, entries: Sequence[Entry]) -> None:
    """Add entries to a list of a ledger; whoever reads it meanwhile sees it before or after, never between.

    Raises:
        CannotProceed: it cannot be added to without changing something else.
    """
    if not entries:
        return
    path = root / "transcripts" / f"{student}.yml"
    with open_warily(path) as file:
        text = file.read().decode("utf-8")
    try:
        after = appended(text, key, entries)
    except CannotAppend as problem:
        raise CannotProceed(
            f"transcripts/{student}.yml cannot be added to: {problem}; write `{key}:` as a list of its own there"
        ) from None
    _expect_same(student, key, text, after, len(entries))
    write_durably(path, after.encode("utf-8"), mode_of=path)


def _expect_same(student: str, key: str, before: str, after: str, added: int) -> None:
    """Make sure, with the school's own reader, that a ledger says what it said, and what was added."""
    old, new = _ledger(student, before), _ledger(student, after)
    listed: tuple[Any, ...] = getattr(new, key) if new else ()
    if old is None or new is None or listed[:-added] != getattr(old, key):
        raise CannotProceed(f"transcripts/{student}.yml cannot be added to; `check` says more")


def _ledger(student: str, text: str) -> Ledger | None:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    tree, found = grow(plain, f"transcripts/{student}.yml")
    ledger, said = bind_tree(Ledger, tree) if tree else (None, ())
    return None if errors((*found, *said)) else ledger
