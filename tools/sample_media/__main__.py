"""Makes the sample school's media: `python -m tools.sample_media [--only PATTERN] [--kind KIND] [--force]`."""

from __future__ import annotations

import argparse
import fnmatch
import sys
import tempfile
import time
from pathlib import Path

from .makers import KINDS
from .request import ROOT, Request, read_requests


def main() -> int:
    """Make every file that is asked for and missing; with `--force` those that exist, too."""
    parser = argparse.ArgumentParser(prog="python -m tools.sample_media", description=__doc__)
    parser.add_argument(
        "--only", metavar="PATTERN", help="only paths that match, for example '*solar-oven*'"
    )
    parser.add_argument("--kind", help="only requests of this kind")
    parser.add_argument("--force", action="store_true", help="make files again that exist")
    parser.add_argument(
        "--into", type=Path, default=ROOT, help="write below this folder instead of the repository"
    )
    wanted = parser.parse_args()
    chosen = [
        r
        for r in read_requests()
        if _chosen(r, wanted.only, wanted.kind)
        and (wanted.force or not (wanted.into / r.path).exists())
    ]
    missed = [
        r
        for i, r in enumerate(sorted(chosen, key=_order), 1)
        if not _make(r, wanted.into, f"{i}/{len(chosen)}")
    ]
    return 1 if missed else 0


def _chosen(request: Request, pattern: str | None, kind: str | None) -> bool:
    return (pattern is None or fnmatch.fnmatch(request.path, pattern)) and (
        kind is None or request.kind == kind
    )


def _order(request: Request) -> tuple[int, str]:
    """Data before what is drawn from it, reports after their charts, films last."""
    return ({"csv": 0, "report-pdf": 2, "clip": 3}.get(request.kind, 1), request.path)


def _make(request: Request, into: Path, place: str) -> bool:
    """Make one file beside its place and move it there when it is whole."""
    start, path = time.process_time(), into / request.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        held = Path(folder) / f"made.{request.ending}"
        try:
            KINDS[request.kind](request, held)
        except Exception as error:  # noqa: BLE001 one bad wish must not keep the others from being made
            print(f"{request.path}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
            return False
        held.chmod(0o644)
        held.replace(path)
    print(
        f"{place} {request.path} {path.stat().st_size / 1000:.0f} kB {time.process_time() - start:.1f} s",
        flush=True,
    )
    return True


if __name__ == "__main__":
    sys.exit(main())
