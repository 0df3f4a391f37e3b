"""What a build did, as the document that `build --format json` prints."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.cli.show import as_json
from portfolio_gen.report import BuildReport, Timing

FATES = ("rebuilt", "reused", "kept", "failed", "pruned")
"""What can become of a site."""


def document(report: BuildReport, *, profile: bool) -> dict[str, object]:
    """Counts, seconds and diagnostics; with `profile` also what took longest."""
    sites: dict[str, tuple[str, ...]] = {fate: getattr(report, fate) for fate in FATES}
    told: dict[str, object] = {
        "out": str(report.out),
        "refused": report.refused,
        "counts": {
            **{fate: len(places) for fate, places in sites.items()},
            "pages": report.pages,
            "pictures": report.pictures,
        },
        "seconds": {stage: round(took, 3) for stage, took in report.seconds.items()},
        **{fate: list(places) for fate, places in sites.items()},
        **as_json(report.diagnostics),
    }
    if profile:
        effort = report.effort
        told["profile"] = {
            "seconds": round(effort.seconds, 3),
            "sites": _ranking(effort.sites),
            "pages": _ranking(effort.pages),
            "originals": _ranking(effort.originals),
        }
    return told


def _ranking(slowest: Iterable[Timing]) -> list[dict[str, object]]:
    return [{"name": one.name, "seconds": round(one.seconds, 4)} for one in slowest]
