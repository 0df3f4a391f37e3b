"""Writes what was measured into README.md and docs/scale.md.

    python benchmarks/compare.py --json benchmarks/measured.json
    python benchmarks/quote.py

A quotation stands between two remarks in Markdown, `<!-- quoted: NAME -->` and `<!-- quoted end -->`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import scale
from table import Sizes, figures_of, lines, markdown

HOME = Path(__file__).parent.parent
PLACES = (HOME / "README.md", HOME / "docs" / "scale.md")
_QUOTATION = re.compile(r"(<!-- quoted: (\w+) -->\n).*?(<!-- quoted end -->)", re.DOTALL)


def quotations(document: Mapping[str, Any]) -> dict[str, str]:
    """Every quotation by its name."""
    sizes = Sizes(**document["sizes"])
    around = document["around"]
    said = f"Measured on {around['Date']} with {around['Machine']}; {around['Peers']}."
    return {
        "speed": f"\n{markdown(lines(figures_of(document), sizes))}\n{said}\n\n",
        "costs": f"\n{scale.measured(document)}\n",
        "scale": f"\n{scale.tables(document)}\n",
    }


def quoted(text: str, said: Mapping[str, str]) -> str:
    """A page with its quotations renewed."""
    return _QUOTATION.sub(lambda found: found[1] + said[found[2]] + found[3], text)


def main() -> None:
    """Renew both pages."""
    said = quotations(json.loads(scale.MEASURED.read_text("utf-8")))
    for path in PLACES:
        path.write_text(quoted(path.read_text("utf-8"), said), encoding="utf-8")


if __name__ == "__main__":
    main()
