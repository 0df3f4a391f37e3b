"""Beside the street: signed records of what was earned, and whether one is genuine.

Nothing here is opened by `build` or `check` but the nouns; signing needs libraries that take a while to arrive.
"""
