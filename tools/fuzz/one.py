"""One promise in this process: what `python -m tools.fuzz` starts for each."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

if find_spec("atheris"):
    import atheris

    # What is imported in here tells which of its lines an input has reached.
    with atheris.instrument_imports(include=["portfolio_gen", "markdown"]):
        from tools.fuzz.__main__ import try_one
else:
    from tools.fuzz.__main__ import try_one

if __name__ == "__main__":
    sys.exit(try_one(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
