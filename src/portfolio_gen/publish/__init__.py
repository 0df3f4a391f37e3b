"""Files to the public, all or nothing."""

from portfolio_gen.publish.press import Press, Sheets, cannot_publish
from portfolio_gen.publish.record import File, Place, Record, files_of

__all__ = ["File", "Place", "Press", "Record", "Sheets", "cannot_publish", "files_of"]
