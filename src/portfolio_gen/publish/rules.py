"""What can be wrong with the output: PG9xx."""

from __future__ import annotations

from portfolio_gen.diagnostics import Rule, Severity

FOREIGN_OUTPUT = Rule("PG901", "foreign-output", Severity.ERROR)
OUTPUT_IN_USE = Rule("PG902", "output-in-use", Severity.ERROR)
LOST_MANIFEST = Rule("PG903", "lost-manifest", Severity.WARNING)
SET_ASIDE = Rule("PG904", "set-aside", Severity.WARNING)
CANNOT_PUBLISH = Rule("PG905", "cannot-publish", Severity.ERROR)
STOPPED_WORKER = Rule("PG906", "stopped-worker", Severity.ERROR)
SAME_ADDRESS = Rule("PG907", "same-address", Severity.ERROR)
UNKNOWN_THEME = Rule("PG908", "unknown-theme", Severity.ERROR)
UNKNOWN_STUDENT = Rule("PG909", "unknown-student", Severity.ERROR)
OTHER_SHARD = Rule("PG912", "other-shard", Severity.ERROR)
UNFIT_SHARDS = Rule("PG913", "unfit-shards", Severity.ERROR)

RULES = (
    FOREIGN_OUTPUT,
    OUTPUT_IN_USE,
    LOST_MANIFEST,
    SET_ASIDE,
    CANNOT_PUBLISH,
    STOPPED_WORKER,
    SAME_ADDRESS,
    UNKNOWN_THEME,
    UNKNOWN_STUDENT,
    OTHER_SHARD,
    UNFIT_SHARDS,
)
