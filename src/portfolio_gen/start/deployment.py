"""The files with which a school is built and published by machines of others."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.start.folder import CannotStart, texts_in, write_new

_DEPLOYMENTS = files("portfolio_gen") / "start" / "deployments"


def deployments() -> tuple[str, ...]:
    """Names of all there are."""
    return tuple(sorted(one.name for one in _DEPLOYMENTS.iterdir() if one.is_dir()))


def start_deployment(folder: Path, kind: str) -> tuple[Path, ...]:
    """Write what a host needs into a school's folder; returns the files written.

    Args:
        folder: the school's folder.
        kind: one of `deployments()`.

    Raises:
        CannotStart: this is no school, there is no such kind, or a file of it exists already.
    """
    if kind not in deployments():
        raise CannotStart(
            tell(
                "There is no deployment `%(kind)s`. There are: %(deployments)s.",
                kind=kind,
                deployments=", ".join(deployments()),
            )
        )
    if not (folder / "portfolio.yml").is_file():
        raise CannotStart(
            tell("%(folder)s is no school: it has no portfolio.yml.", folder=str(folder))
        )
    texts = texts_in(_DEPLOYMENTS / kind)
    return write_new(
        {folder / path: text for path, text in texts.items()},
        hint=to_tell("move it away first, or take from docs/deploy.md what you need"),
    )
