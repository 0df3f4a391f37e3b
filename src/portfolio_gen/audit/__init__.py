"""Beside the street: whether a built edition holds anything that it may not show."""

from portfolio_gen.audit.leaks import Leak, Reader, Search, forbidden, leak, search_edition
from portfolio_gen.audit.rights import Original, originals
from portfolio_gen.audit.values import Index

__all__ = [
    "Index",
    "Leak",
    "Original",
    "Reader",
    "Search",
    "forbidden",
    "leak",
    "originals",
    "search_edition",
]
