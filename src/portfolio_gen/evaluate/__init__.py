"""Nouns to standings: what has been earned and reached, and why."""

from portfolio_gen.evaluate.crossing import translate
from portfolio_gen.evaluate.standings import evaluate

__all__ = ["evaluate", "translate"]
