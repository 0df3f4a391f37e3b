"""What can be wrong with signed records: they rest on everything that is known of a student."""

from __future__ import annotations

from portfolio_gen.diagnostics import Rule, Severity

RECORD_OUT_OF_DATE = Rule("PG430", "record-out-of-date", Severity.WARNING)
RECORD_WITHHELD = Rule("PG431", "record-withheld", Severity.WARNING)
RECORD_CHANGED = Rule("PG432", "record-changed", Severity.ERROR, contained=True)

RULES = (RECORD_OUT_OF_DATE, RECORD_WITHHELD, RECORD_CHANGED)
