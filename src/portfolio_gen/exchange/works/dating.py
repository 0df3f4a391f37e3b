"""When something was made, where nothing but its file tells."""

from __future__ import annotations

import datetime
from pathlib import Path

from portfolio_gen.diagnostics import Span
from portfolio_gen.exchange.rules import WRITTEN_ANEW
from portfolio_gen.exchange.works.haul import Remarks
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.tell import tell


def day_of_file(path: Path) -> PartialDate:
    """The day on which a file was last changed, in UTC."""
    changed = datetime.datetime.fromtimestamp(path.lstat().st_mtime, datetime.UTC)
    return PartialDate(changed.year, changed.month, changed.day)


def made_on(dated: bool, date: PartialDate, remarks: Remarks, where: Span) -> None:
    """Say that a date is only that of the file, if so."""
    if not dated:
        message = tell(
            "nothing says when this was made; %(date)s is when its file was last changed",
            date=str(date),
        )
        remarks.say(
            WRITTEN_ANEW, where, message, tell("correct `date`; until then the work is a draft")
        )
