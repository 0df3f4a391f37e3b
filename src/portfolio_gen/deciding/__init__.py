"""From ballots to decisions on record: gathered, judged, proposed; and appended when the chair confirms."""

from portfolio_gen.deciding.confirming import confirm
from portfolio_gen.deciding.hearing import genuine, hear
from portfolio_gen.deciding.releasing import release
from portfolio_gen.deciding.telling import draft, read_feedback
from portfolio_gen.deciding.values import Docket, Hearing, Recorded, Words

__all__ = [
    "Docket",
    "Hearing",
    "Recorded",
    "Words",
    "confirm",
    "draft",
    "genuine",
    "hear",
    "read_feedback",
    "release",
]
