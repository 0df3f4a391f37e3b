"""Chance that is the same every time: a random source grown from a file's path."""

import hashlib

import numpy as np


def source(path: str, purpose: str = "") -> np.random.Generator:
    """A random source that depends on the words given and on nothing else."""
    digest = hashlib.sha256(f"{path}\0{purpose}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


def number(path: str, purpose: str = "") -> int:
    """A whole number below 2**31 that depends only on the words given."""
    digest = hashlib.sha256(f"{path}\0{purpose}".encode()).digest()
    return int.from_bytes(digest[:4], "big") >> 1
