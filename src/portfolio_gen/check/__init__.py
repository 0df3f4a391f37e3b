"""Nouns to diagnostics: one rule, one function, one code."""
