"""Confirms what is proposed in a school, and is killed as it comes to write for the n-th time; for test_killed.py.

    python decide_until_killed.py SCHOOL N

Python tells an audit hook before each file is opened for writing, made, renamed, linked or taken away.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from portfolio_gen.deciding import confirm
from voted_school import LATER, docket

WRITES = {"os.rename", "os.mkdir", "os.link", "os.remove", "os.chmod", "os.rmdir"}


def main(root: Path, last: int) -> None:
    left = last

    def hook(event: str, details: tuple[object, ...]) -> None:
        nonlocal left
        writes = event in WRITES or (event == "open" and _writes(details))
        if writes and str(root) in str(details[0]):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    confirm(root, docket(root), "e-obi", release=LATER)


def _writes(details: tuple[object, ...]) -> bool:
    mode, flags = details[1], details[2]
    return bool(set(str(mode or "")) & set("wxa+")) or bool(
        isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
