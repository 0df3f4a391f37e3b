"""What the press says when it cannot do something, or has found something odd."""

from __future__ import annotations

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.shard import Shard
from portfolio_gen.model.tell import reason_of, tell
from portfolio_gen.publish.rules import (
    CANNOT_PUBLISH,
    FOREIGN_OUTPUT,
    LOST_MANIFEST,
    OTHER_SHARD,
    OUTPUT_IN_USE,
)


def foreign(shown: str) -> Diagnostic:
    """The output folder is somebody else's."""
    message = tell(
        "`%(shown)s` holds files that this program has not made, so nothing is written there",
        shown=shown,
    )
    hint = tell("give an empty or a new folder with `--out`")
    return Diagnostic(FOREIGN_OUTPUT, Span(shown), message, hint)


def in_use(shown: str) -> Diagnostic:
    """Another build does not come to its end."""
    message = tell("another build is writing to `%(shown)s`", shown=shown)
    return Diagnostic(OUTPUT_IN_USE, Span(shown), message, tell("wait until it has finished"))


def lost(shown: str) -> Diagnostic:
    """Nobody knows what has been published."""
    message = tell(
        "the list of what has been published is damaged, older or gone, so everything is made again"
    )
    hint = tell(
        "nothing needs to be done; what the list alone knew of is set aside by the next whole build"
    )
    return Diagnostic(LOST_MANIFEST, Span(shown), message, hint)


def other_shard(shown: str, there: Shard | None, asked: Shard) -> Diagnostic:
    """A share of the sites would be written over another one, or over all of them."""
    message = (
        tell(
            "`%(shown)s` holds shard %(there)s, so shard %(asked)s is not written there",
            shown=shown,
            there=str(there),
            asked=str(asked),
        )
        if there
        else tell(
            "`%(shown)s` holds a build of all sites, so shard %(asked)s is not written there",
            shown=shown,
            asked=str(asked),
        )
    )
    hint = tell("give an empty or a new folder with `--out`")
    return Diagnostic(OTHER_SHARD, Span(shown), message, hint)


def cannot_publish(shown: str, problem: OSError, about: str = "") -> Diagnostic:
    """Something cannot be written; what was published before stays."""
    reason = reason_of(problem) if problem.strerror else tell("the system gives no reason")
    message = tell("`%(shown)s` cannot be written: %(reason)s", shown=shown, reason=reason)
    hint = tell("what was published before stays; mend it and build again")
    return Diagnostic(CANNOT_PUBLISH, Span(shown), message, hint, about=about)
