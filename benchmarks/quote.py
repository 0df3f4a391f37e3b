"""Writes what was measured into README.md and docs/scale.md.

    python benchmarks/compare.py --json benchmarks/measured.json
    python benchmarks/quote.py

A quotation stands between two remarks in Markdown, `<!-- quoted: NAME -->` and `<!-- quoted end -->`. One that needs
rows which were not measured stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import scale
from table import Sizes, figures_of, lines, markdown

HOME = Path(__file__).parent.parent
PLACES = (HOME / "README.md", HOME / "docs" / "scale.md")
_QUOTATION = re.compile(r"(<!-- quoted: (\w+) -->\n)(.*?)(<!-- quoted end -->)", re.DOTALL)


def quotations(document: Mapping[str, Any]) -> dict[str, str]:
    """Every quotation by its name."""
    sizes = Sizes(**document["sizes"])
    around = document["around"]
    said = f"Measured on {around['Date']} with {around['Machine']}, load {around['Load']}; {around['Peers']}."
    table = markdown(lines(figures_of(document), sizes))
    found = {"speed": f"\n{table}\n{said}\n\n"}
    with suppress(KeyError):
        found["costs"] = f"\n{scale.measured(document)}\n"
        found["scale"] = f"\n{scale.tables(document)}\n"
    return found


def quoted(text: str, said: Mapping[str, str]) -> str:
    """A page with its quotations renewed."""
    return _QUOTATION.sub(lambda found: found[1] + said.get(found[2], found[3]) + found[4], text)


def main() -> None:
    """Renew both pages."""
    said = quotations(json.loads(scale.MEASURED.read_text("utf-8")))
    for path in PLACES:
        path.write_text(quoted(path.read_text("utf-8"), said), encoding="utf-8")


if __name__ == "__main__":
    main()
