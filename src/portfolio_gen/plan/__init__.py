"""Standings to blueprints: what each edition sees, and what is still fresh."""

from portfolio_gen.plan.site import plan_index, plan_site

__all__ = ["plan_index", "plan_site"]
