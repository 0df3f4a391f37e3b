"""The words of a committee's chair to students, from a file of theirs."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.diagnostics import errors
from portfolio_gen.model.feedback import Feedback
from portfolio_gen.read.folder import Folder, Found, read_file
from portfolio_gen.read.page import noun_of


def feedback_in(path: Path, shown: str) -> tuple[Feedback | None, Found]:
    """Read what students are told; None when anything is wrong with the file.

    Args:
        path: where it lies.
        shown: the same, as diagnostics show it.
    """
    above, _, name = shown.rpartition("/")
    data, found = read_file(Folder(path.parent, above, files=(path.name,)), path.name)
    if data is None:
        return None, found
    feedback, said = noun_of(Feedback, data, f"{above}/{name}" if above else name)
    found += said
    return (None if errors(found) else feedback), found
