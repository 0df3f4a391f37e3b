"""How long it takes to say where a school's students stand, once their ledgers are read.

    python benchmarks/evaluate.py [students]

prints seconds of processor time per thousand students of 60 ratings and 40 decisions each, policy by policy; of
several rounds the quickest, for whatever else a machine does only ever adds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import get_args

from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.framework import Competency, CreditGrid, CreditLevel, Domain, Framework
from portfolio_gen.model.ledger import Decision, Enrolment, Ledger
from portfolio_gen.model.rating import Rating, RatingPolicy, RatingRules
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.model.target import Target

LEVELS = ("beginning", "approaching", "meeting", "exceeding")
RATINGS, DECISIONS, TARGETS = 60, 40, 20
ROUNDS = 3


def framework(policy: RatingPolicy) -> Framework:
    """Five competencies in six domains are thirty credits, and twenty targets count for some of them."""
    competencies = tuple(Competency(id=f"c{one}", title=f"Skill {one}") for one in range(5))
    domains = tuple(Domain(id=f"d{one}", title=f"Area {one}") for one in range(6))
    levels = tuple(ScaleLevel(id=one, title=one.title()) for one in LEVELS)
    return Framework(
        id="benchmark",
        version="1",
        title="Benchmark",
        domains=domains,
        competencies=competencies,
        levels=(
            CreditLevel(id="foundation", title="Foundation"),
            CreditLevel(id="advanced", title="Advanced", builds_on="foundation"),
        ),
        grid=CreditGrid(),
        scales=(Scale(id="four", title="Four", levels=levels, target="meeting"),),
        targets=tuple(
            Target(
                id=f"t{one}", title=f"Target {one}", credit=f"c{one % 5}/d{one % 6}", scale="four"
            )
            for one in range(TARGETS)
        ),
        ratings=RatingRules(policy=policy, times=2, within=4, formative_share=15),
        requirements=(Requirement(id="all", title="All", level="foundation"),),
    )


def ledger(number: int) -> Ledger:
    """A student's record, different for each number."""
    return Ledger(
        official_name=f"Student {number}",
        enrolment=Enrolment(entered=PartialDate(2024, 9), phase="9", framework="1"),
        student=f"s{number}",
        decisions=tuple(
            Decision(
                id=f"d{one}",
                credit=f"c{(one + number) % 5}/d{one % 6}",
                level="advanced" if one % 7 == 6 else "foundation",
                outcome="not-yet" if (one + number) % 4 == 0 else "earned",
                date=Day(2025, 1 + one % 12, 1 + one % 28),
                artifacts=("work",),
                committee=("a", "b", "c"),
            )
            for one in range(DECISIONS)
        ),
        ratings=tuple(
            Rating(
                target=f"t{(one * 7 + number) % TARGETS}",
                level=LEVELS[(one * 13 // 7 + number) % 4],
                date=Day(2025, 1 + one % 12, 1 + one % 28),
                kind="formative" if one % 3 == 0 else "summative",
                rater="self" if one % 5 == 0 else "teacher",
                by=("a",),
                works=("work",),
            )
            for one in range(RATINGS)
        ),
    )


def seconds(rules: Framework, ledgers: Sequence[Ledger]) -> float:
    """Processor time of one round over all the ledgers."""
    start = time.process_time()
    for one in ledgers:
        evaluate(rules, None, one, on=None)
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    ledgers = [ledger(number) for number in range(count)]
    print(f"{count} students, {RATINGS} ratings and {DECISIONS} decisions each; per thousand:")
    for policy in get_args(RatingPolicy):
        rules = framework(policy)
        quickest = min(seconds(rules, ledgers) for _ in range(ROUNDS))
        print(f"  {policy:<10} {quickest * 1000 / count:5.2f} s")


if __name__ == "__main__":
    main()
