"""Try what is promised with damaged, hostile and odd input, for as long as one likes.

    python -m tools.fuzz [PROMISE…] [--minutes N] [--corpus DIR]
    python -m tools.fuzz PROMISE --input FILE       tries one file again

The promises are in `promises.py`. With Atheris (`pip install -e ".[fuzz]"`, where there is a wheel for the Python at
hand) new input is sought by what code it reaches, and what reaches more is kept in the corpus (`.fuzz/` by default)
for the next night; without, seeds are changed by chance. Each promise has a process of its own. What breaks one is
written to `⟨corpus⟩/⟨promise⟩.found/`; once mended, it belongs into `tools/fuzz/once_wrong/⟨promise⟩/`, where the tests
try it for ever.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from tools.fuzz.mutation import try_for
from tools.fuzz.promises import PROMISES
from tools.fuzz.seeds import SCHOOL, seeds_of, write_seeds

LONGEST = 150_000
"""Bytes of an input."""
STUCK = 30
"""Seconds after which an input is one that hangs."""
MEGABYTES = 2_000


def main(words: Sequence[str]) -> int:
    """Try all promises that are named; 1 when one of them was broken."""
    asked = _parser().parse_args(words)
    promises = asked.promises or list(PROMISES)
    if asked.input:
        PROMISES[promises[0]](asked.input.read_bytes())
        return 0
    seconds = int(asked.minutes * 60)
    broken = [one for one in promises if _try_in_its_own_process(one, asked.corpus, seconds)]
    print(f"broken: {', '.join(broken)}" if broken else "every promise was kept", flush=True)
    return 1 if broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.fuzz", description=__doc__.split("\n")[0]
    )
    parser.add_argument("promises", nargs="*", choices=[*PROMISES, []], metavar="PROMISE")
    parser.add_argument("--minutes", type=float, default=10, help="for each promise (10)")
    parser.add_argument("--corpus", type=Path, default=SCHOOL / ".fuzz", metavar="DIR")
    parser.add_argument(
        "--input", type=Path, metavar="FILE", help="try this file, and nothing else"
    )
    return parser


def _try_in_its_own_process(promise: str, corpus: Path, seconds: int) -> bool:
    """Whether a promise was broken; a process that dies or hangs has broken it too."""
    print(f"{promise}: {seconds} seconds …", flush=True)
    words = [sys.executable, "-m", "tools.fuzz.one", promise, str(corpus), str(seconds)]
    try:
        return subprocess.run(words, cwd=SCHOOL, timeout=seconds * 2 + 300).returncode != 0
    except subprocess.TimeoutExpired:
        print(f"{promise}: it hangs", flush=True)
        return True


def try_one(promise: str, corpus: Path, seconds: int) -> int:
    """Try a promise in this process; 1 when it was broken."""
    found = corpus / f"{promise}.found"
    found.mkdir(parents=True, exist_ok=True)
    write_seeds(promise, corpus / promise)
    if find_spec("atheris"):
        return _by_atheris(promise, corpus / promise, found, seconds)
    tries, data = try_for(seconds, PROMISES[promise], [*seeds_of(promise)], chance=os.getpid())
    print(f"{promise}: {tries} tries by chance, {tries / max(seconds, 1):.0f} a second", flush=True)
    if data:
        (found / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    return 1 if data else 0


def _by_atheris(promise: str, corpus: Path, found: Path, seconds: int) -> int:
    import atheris

    def test(data: bytes) -> None:
        PROMISES[promise](data)

    options = [
        *(f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={STUCK}", "-verbosity=0"),
        *(f"-rss_limit_mb={MEGABYTES}", f"-artifact_prefix={found}/", "-print_final_stats=1"),
    ]
    atheris.Setup([promise, *options, str(corpus)], test)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
