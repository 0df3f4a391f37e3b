"""Beside the street: what is published here, carried to where readers find it."""

from portfolio_gen.deliver.changes import Changes, Wanted, changes
from portfolio_gen.deliver.courier import Delivered, deliver
from portfolio_gen.deliver.store import Store, StoreError, open_store

__all__ = [
    "Changes",
    "Delivered",
    "Store",
    "StoreError",
    "Wanted",
    "changes",
    "deliver",
    "open_store",
]
