"""What the press says when it cannot do something, or has found something odd."""

from __future__ import annotations

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.shard import Shard
from portfolio_gen.publish.rules import (
    CANNOT_PUBLISH,
    FOREIGN_OUTPUT,
    LOST_MANIFEST,
    OTHER_SHARD,
    OUTPUT_IN_USE,
)


def foreign(shown: str) -> Diagnostic:
    """The output folder is somebody else's."""
    message = f"`{shown}` holds files that this program has not made, so nothing is written there"
    hint = "give an empty or a new folder with `--out`"
    return Diagnostic(FOREIGN_OUTPUT, Span(shown), message, hint)


def in_use(shown: str) -> Diagnostic:
    """Another build does not come to its end."""
    message = f"another build is writing to `{shown}`"
    return Diagnostic(OUTPUT_IN_USE, Span(shown), message, "wait until it has finished")


def lost(shown: str) -> Diagnostic:
    """Nobody knows what has been published."""
    message = (
        "the list of what has been published is damaged, older or gone, so everything is made again"
    )
    hint = (
        "nothing needs to be done; what the list alone knew of is set aside by the next whole build"
    )
    return Diagnostic(LOST_MANIFEST, Span(shown), message, hint)


def other_shard(shown: str, there: Shard | None, asked: Shard) -> Diagnostic:
    """A share of the sites would be written over another one, or over all of them."""
    what = f"shard {there}" if there else "a build of all sites"
    message = f"`{shown}` holds {what}, so shard {asked} is not written there"
    hint = "give an empty or a new folder with `--out`"
    return Diagnostic(OTHER_SHARD, Span(shown), message, hint)


def cannot_publish(shown: str, problem: OSError, about: str = "") -> Diagnostic:
    """Something cannot be written; what was published before stays."""
    reason = problem.strerror or "the system gives no reason"
    message = f"`{shown}` cannot be written: {reason[:1].lower()}{reason[1:]}"
    hint = "what was published before stays; mend it and build again"
    return Diagnostic(CANNOT_PUBLISH, Span(shown), message, hint, about=about)
