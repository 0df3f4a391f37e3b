"""Standings to blueprints: what each edition sees, and what is still fresh."""

from portfolio_gen.plan.addresses import distinct
from portfolio_gen.plan.fingerprint import fingerprint
from portfolio_gen.plan.grants import plan_grants, still_granted
from portfolio_gen.plan.site import (
    plan_folder,
    plan_index,
    plan_queue,
    plan_site,
    school_view,
)

__all__ = [
    "distinct",
    "fingerprint",
    "plan_folder",
    "plan_grants",
    "plan_index",
    "plan_queue",
    "plan_site",
    "school_view",
    "still_granted",
]
