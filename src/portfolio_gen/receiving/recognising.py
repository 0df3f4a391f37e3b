"""What another school has decided, as recognitions by that school: told as such, and counted as no credit here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.ledger import Decision, Recognition
from portfolio_gen.model.school import School
from portfolio_gen.model.value import dataclass
from portfolio_gen.seal.verify import Doubt, Verdict
from portfolio_gen.verification import CannotVerify, examine


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed record that came along, as it was judged."""

    verdict: Verdict

    @property
    def says(self) -> str:
        """What may be relied on, in a sentence."""
        one = self.verdict
        day = one.at[:10]
        if one.doubts:
            why = ", ".join(one.doubts)
            return f"The signed record that came along is not to be relied on ({why})."
        if one.genuine:
            return f"So says the signed record of {day}; it is genuine, and signed by {one.place}."
        return (
            f"So says the signed record of {day}; nothing in it was changed since it was signed in the name of "
            f"{one.place or 'somebody unknown'}, and nobody has asked there whether that is their key."
        )

    def holds(self, title: str, day: str) -> bool:
        """Whether it says that a credit was awarded on a day."""
        return not self.verdict.doubts and (title, day) in self.verdict.credits


def records_in(
    folder: Path, *, issuer: Path | None, online: bool, now: str
) -> Iterator[tuple[str, Signed]]:
    """Each signed record of a folder, judged by what the caller believes and not by what lies beside it.

    Args:
        folder: `records` of what a student took along.
        issuer: the issuer's own files, from the issuer.
        online: whether the issuer's web address may be asked.
        now: the moment, in UTC.
    """
    for path in sorted(folder.glob("*/transcript.json")):
        try:
            examined = examine(path, issuer=issuer, online=online, now=now)
            yield path.parent.name, Signed(examined.verdict)
        except CannotVerify:
            yield path.parent.name, Signed(Verdict(doubts=(Doubt.NO_RECORD,)))


def recognitions(school: School, student: str, signed: list[Signed]) -> tuple[Recognition, ...]:
    """The credits that a school has awarded, each as something that it acknowledged.

    Args:
        school: the one that the student comes from.
        student: their id there.
        signed: the records that came along.
    """
    ledger = school.ledgers.get(student)
    framework = school.framework_for(student)
    under = f"{framework.title} ({framework.version})"
    corrected = {one.corrects for one in ledger.decisions} if ledger else set()
    own = [
        Recognition(
            title=_title(school, student, one),
            issuer=school.settings.school,
            date=_date(one),
            about=_about(one, _title(school, student, one), under, signed),
            url=school.settings.url,
        )
        for one in (ledger.decisions if ledger else ())
        if one.outcome == "earned" and one.id not in corrected
    ]
    return (*own, *(ledger.recognitions if ledger else ()))


def _title(school: School, student: str, one: Decision) -> str:
    """The credit and its level in words, as a signed record has them."""
    framework = school.framework_for(student)
    credits = (each.title for each in framework.all_credits() if each.id == one.credit)
    levels = (each.title for each in framework.levels if each.id == one.level)
    credit, level = next(credits, one.credit), next(levels, one.level)
    return f"{credit} ({level})"


def _date(one: Decision) -> PartialDate:
    return PartialDate(one.date.year, one.date.month, one.date.day)


def _about(one: Decision, title: str, framework: str, signed: list[Signed]) -> str:
    """Under what it was decided, and whether anybody has signed that."""
    found = next((each for each in signed if each.holds(title, str(one.date))), None)
    doubtful = next((each for each in signed if each.verdict.doubts), None)
    state = found or doubtful
    silent = (
        "No signed record that came along says so." if signed else "No signed record came along."
    )
    says = state.says if state else silent
    return f"A credit there, under “{framework}”. {says}"
