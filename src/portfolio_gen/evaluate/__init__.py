"""Nouns to standings: what has been earned, and why."""
