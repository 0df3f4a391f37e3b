"""What can be wrong with a file from another program, what becomes of it, and what such a file cannot hold."""

from __future__ import annotations

from portfolio_gen.diagnostics import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

NOT_JSON = Rule("PG601", "not-json", _E)
TOO_LARGE = Rule("PG602", "too-large-to-import", _E)
UNKNOWN_FORMAT = Rule("PG603", "unknown-exchange-format", _E)
UNUSABLE_ENTRY = Rule("PG604", "unusable-entry", _W)
SAME_IDENTIFIER = Rule("PG605", "same-identifier", _W)
CIRCULAR_TREE = Rule("PG606", "circular-tree", _W)
SEVERAL_PARENTS = Rule("PG607", "several-parents", _W)
OUTSIDE_THE_TREE = Rule("PG608", "outside-the-tree", _W)
CHANGED_TEXT = Rule("PG609", "changed-text", _W)
LEFT_OUT = Rule("PG610", "left-out", _N)
NOTHING_TO_IMPORT = Rule("PG611", "nothing-to-import", _E)
NOT_EXPORTED = Rule("PG612", "not-exported", _N)
UNDATED = Rule("PG613", "undated-framework", _N)
NOT_UNDERSTOOD = Rule("PG620", "not-understood", _N)
WRITTEN_ANEW = Rule("PG621", "written-anew", _N)
FILE_NOT_BROUGHT = Rule("PG622", "file-not-brought", _W)
KEPT_ASIDE = Rule("PG623", "kept-aside", _N)

RULES = tuple(value for value in globals().values() if isinstance(value, Rule))
