"""Nouns to diagnostics: one rule, one function, one code."""

from portfolio_gen.check.school import check_school, works_of_others

__all__ = ["check_school", "works_of_others"]
