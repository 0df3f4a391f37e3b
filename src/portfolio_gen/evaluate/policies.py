"""The ways in which records become a credit; a new policy is a new module and a line here.

An educator's decision counts like a committee's; only how many people it takes is different, and that is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portfolio_gen.evaluate import by_targets, committee_decision
from portfolio_gen.evaluate.case import Case
from portfolio_gen.model.framework import Policy
from portfolio_gen.model.standing import Standing

POLICIES: Mapping[Policy, Callable[[Case], Standing]] = {
    "committee-decision": committee_decision.judge,
    "educator-decision": committee_decision.judge,
    "targets": by_targets.judge,
}
