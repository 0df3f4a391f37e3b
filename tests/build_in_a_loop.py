"""Changes what two students tell and builds their school, again and again; killed by test_build_killed.py."""

from __future__ import annotations

import sys
from pathlib import Path

from builds import run
from school import STUDENT

TOLD = {
    f"students/{STUDENT}/narrative.md": "---\naudience: [self, family, college]\n---\nIt counts: edited {} times.\n",
    f"students/{STUDENT}/artifacts/bean-diary/artifact.md": """\
---
title: Bean diary
date: 2026-03
summary: Beans, edited {} times.
audience: [family, college]
status: published
---
Beans, edited {} times.
""",
    "students/ben-lim/narrative.md": "---\naudience: [self, family, public]\n---\nIt floats: edited {} times.\n",
    "students/ben-lim/artifacts/boat/artifact.md": """\
---
title: A boat
date: 2026-05
summary: It floats, edited {} times.
audience: [family, public]
status: published
---
Ben's boat, edited {} times.
""",
}


def tell(root: Path, version: int) -> None:
    """Put another version into every text; a person's editor saves a file whole, too."""
    for path, text in TOLD.items():
        draft = root / "draft"
        draft.write_text(text.replace("{}", str(version)), encoding="utf-8")
        draft.replace(root / path)


def main(root: Path, start: int, jobs: int) -> None:
    for version in range(start, start + 1000):
        tell(root, version)
        print(version, flush=True)
        report = run(root, jobs=jobs)
        assert not report.failed and not report.refused, report.diagnostics
        print(version, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
