"""The folder of a school, and of an output, for what is neither content nor published."""

from __future__ import annotations

from pathlib import Path

OFFICE = ".portfolio-gen"
CACHE = Path(OFFICE, "cache")
"""Folder of a school for what can be made again: derived pictures, remembered digests."""
