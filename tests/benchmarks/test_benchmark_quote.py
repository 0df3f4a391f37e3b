"""What was measured is quoted as it was, and what was not measured is left alone."""

from __future__ import annotations

from dataclasses import asdict

from quote import quotations, quoted
from table import Sizes

AROUND = {
    "Date": "2026-11-30",
    "Machine": "2 × a processor, 8 GB, Linux",
    "Load": "0.3 over the last five minutes",
    "Peers": "hugo 0.1",
}
ROW = {"portfolio-gen": 2.0, "peer": 1.0, "ratio": 2.0, "unit": "s", "goal": 4, "reached": True}
PAGE = """\
before
<!-- quoted: speed -->
outdated
<!-- quoted end -->
<!-- quoted: scale -->
kept
<!-- quoted end -->
"""


def test_a_quotation_is_renewed_and_one_without_figures_stays() -> None:
    document = {"sizes": asdict(Sizes()), "around": AROUND, "figures": {"text.hugo": ROW}}

    text = quoted(PAGE, quotations(document))

    assert text.startswith("before\n<!-- quoted: speed -->\n\n| What |")
    assert "| 2 s | Hugo, bare layout: 1 s | 2.00 | ≤ 4 | ✓ |" in text
    assert "2 × a processor, 8 GB, Linux, load 0.3 over the last five minutes; hugo 0.1." in text
    assert "outdated" not in text
    assert "<!-- quoted: scale -->\nkept\n<!-- quoted end -->" in text
