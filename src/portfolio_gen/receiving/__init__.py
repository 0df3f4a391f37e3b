"""From what a student has in other programs to files in their folder."""

from __future__ import annotations

from portfolio_gen.receiving.arriving import (
    Receive,
    receive_leap2a,
    receive_markdown,
    receive_resume,
    receive_word,
)
from portfolio_gen.receiving.badges import put_on_record, recognise
from portfolio_gen.receiving.homes import CannotReceive, home_of
from portfolio_gen.receiving.placing import Placed, put_away
from portfolio_gen.receiving.portfolio import Believed, Newcomer, receive_portfolio, settle

__all__ = [
    "Believed",
    "CannotReceive",
    "Newcomer",
    "Placed",
    "Receive",
    "home_of",
    "put_away",
    "put_on_record",
    "receive_leap2a",
    "receive_markdown",
    "receive_portfolio",
    "receive_resume",
    "receive_word",
    "recognise",
    "settle",
]
