"""Heard and moving things: tunes, voices, short clips."""
