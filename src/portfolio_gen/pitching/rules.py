"""Why a pitch is not handed in, and why a ballot is not counted; docs/rules has a page about each."""

from __future__ import annotations

from portfolio_gen.diagnostics import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

BALLOT_ABOUT_NOTHING = Rule("PG701", "ballot-about-nothing", _E)
OTHER_VERSION = Rule("PG702", "other-version", _E)
BALLOT_OF_STRANGER = Rule("PG703", "ballot-of-stranger", _E)
BALLOT_OUT_OF_TERM = Rule("PG704", "ballot-out-of-term", _E)
VOTED_TWICE = Rule("PG705", "voted-twice", _E)
CONFLICT_OF_INTEREST = Rule("PG706", "conflict-of-interest", _W)
UNFITTING_BALLOT = Rule("PG707", "unfitting-ballot", _E)
WRONG_SIGNATURE = Rule("PG708", "wrong-signature", _E)
UNSIGNED_BALLOT = Rule("PG709", "unsigned-ballot", _E)
BALLOT_ON_CHANGED_COPY = Rule("PG710", "ballot-on-changed-copy", _E)
FEEDBACK_ABOUT_NOTHING = Rule("PG711", "feedback-about-nothing", _E)

RULES = tuple(one for one in globals().values() if isinstance(one, Rule))
