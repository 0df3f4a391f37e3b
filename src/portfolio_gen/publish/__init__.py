"""Files to the public, all or nothing."""

from portfolio_gen.publish.complaints import cannot_publish
from portfolio_gen.publish.output import Output, UnreadableOutputError, read_output
from portfolio_gen.publish.press import Press, Sheets
from portfolio_gen.publish.record import File, Place, Record, listing_of

__all__ = [
    "File",
    "Output",
    "Place",
    "Press",
    "Record",
    "Sheets",
    "UnreadableOutputError",
    "cannot_publish",
    "listing_of",
    "read_output",
]
