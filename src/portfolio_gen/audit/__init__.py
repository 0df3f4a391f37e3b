"""Beside the street: whether a built edition holds anything that it may not show."""

from portfolio_gen.audit.bounds import Bounds
from portfolio_gen.audit.claims import Claimed
from portfolio_gen.audit.leaks import Edition, Leak, Reader, Search, search_edition
from portfolio_gen.audit.originals import Original, originals
from portfolio_gen.audit.rights import rights
from portfolio_gen.audit.texts import Text

__all__ = [
    "Bounds",
    "Claimed",
    "Edition",
    "Leak",
    "Original",
    "Reader",
    "Search",
    "Text",
    "originals",
    "rights",
    "search_edition",
]
