"""A school from a preset."""

from __future__ import annotations

import secrets
from importlib.resources import files
from pathlib import Path

from portfolio_gen.model.tell import tell
from portfolio_gen.start.folder import CannotStart, texts_in, write_new

_PRESETS = files("portfolio_gen") / "presets"
_EVERY_SCHOOL = files("portfolio_gen") / "start" / "text" / "every-school"
"""What each school needs, whatever it begins with: which files are not kept, and which Git leaves byte for byte."""
_SAMPLE = "sample"
_SETTINGS = Path("portfolio.yml")
_REMARK = "# Never published. It makes addresses that nobody is to guess; a new one changes them."


def presets() -> tuple[str, ...]:
    """Names of the starter schools that come with the program."""
    return tuple(
        sorted(
            one.name
            for one in _PRESETS.iterdir()
            if one.is_dir() and (one / "portfolio.yml").is_file()
        )
    )


def start_school(folder: Path, preset: str, *, sample: bool = False) -> tuple[Path, ...]:
    """Copy a starter school into a new or empty folder; returns the files written.

    Args:
        folder: where the school is to be.
        preset: the starter school's name.
        sample: whether made-up students come with it, to look at before real ones are there.

    Raises:
        CannotStart: the folder holds something already, or there is no such preset.
    """
    if preset not in presets():
        raise CannotStart(
            tell(
                "There is no preset `%(preset)s`. There are: %(presets)s.",
                preset=preset,
                presets=", ".join(presets()),
            )
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotStart(
            tell(
                "%(folder)s is not empty. Choose a new folder; nothing was changed.",
                folder=str(folder),
            )
        )
    texts = {**texts_in(_PRESETS / preset), **texts_in(_EVERY_SCHOOL)}
    of_sample = {path for path in texts if path.parts[0] == _SAMPLE}
    wanted = {path: text for path, text in texts.items() if path not in of_sample}
    if sample:
        wanted |= {path.relative_to(_SAMPLE): texts[path] for path in sorted(of_sample)}
    wanted[_SETTINGS] += f"\n{_REMARK}\nsecret: {secrets.token_hex(16)}\n"
    return write_new({folder / path: text for path, text in wanted.items()}, school=folder)
