"""Nouns to standings: what has been earned, and why."""

from portfolio_gen.evaluate.standings import evaluate

__all__ = ["evaluate"]
