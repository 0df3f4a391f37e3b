"""Agreement on one criterion: in percent, weighted kappa for two scorers, Krippendorff's alpha for any number.

All of it in whole numbers and fractions: the same ratings give the same figures on every machine. `krippendorff` from
PyPI is well kept and needs NumPy, which is larger than this program, for what are thirty lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from math import lcm

from portfolio_gen.calibrate.sheet import Sheet
from portfolio_gen.model.calibration import Agreement

MOST_LEFT_OUT = 100
"""Works up to which alpha is looked at without each of them; beyond, no single one weighs much."""


def agree(sheet: Sheet) -> Agreement:
    """How far the scorers agree on a criterion."""
    rows = [tuple(row.values()) for row in sheet.rows.values()]
    return Agreement(
        criterion=sheet.criterion,
        works=len(rows),
        scorers=len(sheet.scorers),
        apart=_apart(sheet.pairs),
        kappa=_kappa_of(sheet),
        alpha=ordinal_alpha(rows),
        shaky=_without_each(rows),
    )


def _apart(pairs: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """How many pairs lie how many levels apart; from the same level to the widest that occurs, at least two."""
    counted = Counter(abs(one - other) for one, other in pairs)
    return tuple(counted[levels] for levels in range(max([2, *counted]) + 1))


def _kappa_of(sheet: Sheet) -> Fraction | None:
    if len(sheet.scorers) != 2:
        return None
    one, other = sheet.scorers
    return weighted_kappa([(row[one], row[other]) for row in sheet.rows.values()])


def weighted_kappa(pairs: Collection[tuple[int, int]]) -> Fraction | None:
    """Kappa with quadratic weights for two scorers of the same works.

    One minus observed over expected disagreement, each the mean of squared differences between places on the scale
    (Cohen, "Weighted kappa", Psychological Bulletin 70, 1968; Fleiss and Cohen, Educational and Psychological
    Measurement 33, 1973). The number of levels cancels out.

    Args:
        pairs: for each work the places of the levels that the one and the other have chosen.

    Returns:
        None where nothing differs that could, so that chance alone would agree always.
    """
    observed = sum((one - other) ** 2 for one, other in pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(
        ones[one] * others[other] * (one - other) ** 2 for one in ones for other in others
    )
    return 1 - Fraction(observed * len(pairs), expected) if expected else None


def ordinal_alpha(rows: Iterable[tuple[int, ...]]) -> Fraction | None:
    """Krippendorff's alpha for ordinal data, any number of scorers, missing ratings left out.

    `1 - (n - 1) * sum(o_ck * d_ck) / sum(n_c * n_k * d_ck)` over the coincidences `o_ck`, in which each two ratings of
    a work with m ratings count 1/(m - 1), and with the ordinal difference `d_ck`: the square of all ratings between c
    and k, half of those at either end counted (Krippendorff, Content Analysis, chapter on reliability; Hayes and
    Krippendorff, Communication Methods and Measures 1, 2007).

    Args:
        rows: for each work the places of the levels that were chosen; works with fewer than two say nothing.

    Returns:
        None where all ratings are the same.
    """
    kept = [Counter(row) for row in rows if len(row) > 1]
    whole = lcm(*(row.total() - 1 for row in kept))
    coincidences = _coincidences(kept, whole)
    totals: Counter[int] = Counter()
    for (one, _), weight in coincidences.items():
        totals[one] += weight
    differences = _ordinal_differences(totals)
    observed = sum(weight * differences[pair] for pair, weight in coincidences.items())
    expected = sum(totals[one] * totals[other] * size for (one, other), size in differences.items())
    return 1 - Fraction((totals.total() - whole) * observed, expected) if expected else None


def _coincidences(rows: Iterable[Counter[int]], whole: int) -> Counter[tuple[int, int]]:
    """How often two levels meet in a work; as whole numbers, of which `whole` are one."""
    found: Counter[tuple[int, int]] = Counter()
    for row in rows:
        share = whole // (row.total() - 1)
        for one, times in row.items():
            for other, often in row.items():
                found[one, other] += times * (often - (one == other)) * share
    return +found


def _ordinal_differences(totals: Mapping[int, int]) -> dict[tuple[int, int], int]:
    """Four times the squared ordinal difference between each two places, both ways; the four cancels out."""
    places = sorted(totals)
    found = {(one, one): 0 for one in places}
    for at, low in enumerate(places):
        between = totals[low]
        for high in places[at + 1 :]:
            between += totals[high]
            size = (2 * between - totals[low] - totals[high]) ** 2
            found[low, high] = found[high, low] = size
    return found


def _without_each(rows: list[tuple[int, ...]]) -> tuple[Fraction, Fraction] | None:
    """Lowest and highest alpha when any one work is left out; None where leaving one out would leave nothing to say."""
    if not 3 <= len(rows) <= MOST_LEFT_OUT:
        return None
    # Which scorer said what makes no difference: works with the same ratings are left out once.
    kinds = {tuple(sorted(row)): place for place, row in enumerate(rows)}
    found = [ordinal_alpha(rows[:place] + rows[place + 1 :]) for place in kinds.values()]
    known = [one for one in found if one is not None]
    return (min(known), max(known)) if len(known) == len(found) else None
