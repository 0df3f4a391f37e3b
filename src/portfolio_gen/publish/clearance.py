"""Old files go as far as the list names them; whatever else lies among them is put aside, not deleted."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.tell import tell
from portfolio_gen.publish.rules import SET_ASIDE
from portfolio_gen.publish.tree import files_below, is_there, remove_empty_folders


class Clearance:
    """Clears folders that have been replaced or withdrawn."""

    def __init__(self, aside: Path, shown: str) -> None:
        """Name the folder for what is put aside, and the output's path as diagnostics show it."""
        self._aside = aside
        self._shown = shown

    def clear(self, folder: Path, listed: Collection[str], name: str) -> tuple[Diagnostic, ...]:
        """Remove the listed files from a folder that is no longer published.

        Args:
            folder: where the files are now.
            listed: paths of the program's own files, relative to the folder.
            name: where they were published, as in `public/maya-chen`.

        Raises:
            OSError: something cannot be removed.
        """
        if not folder.is_dir() or folder.is_symlink():
            return self.set_aside(folder, name)
        others = []
        for path, _ in list(files_below(folder)):
            if path in listed:
                (folder / path).unlink()
            else:
                others.append(path)
        remove_empty_folders(folder)
        return self.set_aside(folder, name) if others else ()

    def set_aside(self, path: Path, name: str) -> tuple[Diagnostic, ...]:
        """Move something out of the published folders, where nobody but the school finds it.

        Raises:
            OSError: it cannot be moved.
        """
        goal = self._free(name)
        goal.parent.mkdir(parents=True, exist_ok=True)
        path.rename(goal)
        message = tell(
            "something lay at `%(name)s` that this program has not made; it is kept in `%(goal)s`",
            name=name,
            goal=self._told(goal),
        )
        hint = tell("look whether it is needed, and delete it if not")
        return (Diagnostic(SET_ASIDE, Span(f"{self._shown}/{name}"), message, hint),)

    def _free(self, name: str) -> Path:
        """A path that nothing stands at yet."""
        goal, count = self._aside / name, 1
        while is_there(goal):
            count += 1
            goal = self._aside / f"{name}-{count}"
        return goal

    def _told(self, goal: Path) -> str:
        return f"{self._shown}/{goal.relative_to(self._aside.parents[1]).as_posix()}"
