"""The ways in which records become a standing; a new policy is a new module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portfolio_gen.evaluate import committee_decision
from portfolio_gen.evaluate.case import Case
from portfolio_gen.model.framework import Policy
from portfolio_gen.model.standing import Standing

POLICIES: Mapping[Policy, Callable[[Case], Standing]] = {
    "committee-decision": committee_decision.judge,
}
