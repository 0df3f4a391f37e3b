"""Publishes two sites and an index again and again, until somebody kills it; see test_publish_killed.py."""

from __future__ import annotations

import sys
from pathlib import Path

from portfolio_gen.publish import Place, Press, Record, Sheets, listing_of, swap

PAGES = 12
SITES = (Place("family", "ada-park"), Place("family", "ben-lim"), Place("family"))


def make(press: Press, place: Place, version: int) -> Sheets:
    folder = press.stage(place)
    for page in range(PAGES):
        (folder / f"page-{page}.html").write_text(f"version {version}")
    (folder / f"only-{version}.html").write_text(f"version {version}")
    record = Record(fingerprint=f"version {version}", listing=listing_of(folder, {}), student="x")
    return Sheets(place=place, folder=folder, record=record)


def main(out: Path, start: int, *, two_steps: bool) -> None:
    if two_steps:
        swap._exchange = lambda: None
    for version in range(start, start + 100_000):
        press, found = Press.open(out, shown="site")
        assert press, found
        with press:
            assert press.publish([make(press, one, version) for one in SITES]) == ()
        print(version, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), two_steps=sys.argv[3] == "two-steps")
