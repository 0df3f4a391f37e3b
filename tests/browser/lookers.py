"""What looks at pages: axe, in a page that is open, and the Nu checker, which reads files."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

CHECKS = Path(__file__).parents[2] / "tools/page_checks/node_modules"
AXE = CHECKS / "axe-core/axe.min.js"
NU = CHECKS / "vnu-jar/build/dist/vnu.jar"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AGAINST_RULES = f"axe.run(document, {{runOnly: {json.dumps(RULES)}, resultTypes: ['violations']}})"
needs_checks = pytest.mark.skipif(
    not AXE.exists(), reason="needs what `python3 run.py test` installs in tools/page_checks"
)


def violations(page: Page) -> list[str]:
    """What axe says about a page that is open."""
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate(AGAINST_RULES)
    return [
        f"{one['id']}: {node['html'][:200]}: {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"][:3]
    ]


def errors_in_html(pages: Sequence[Path]) -> list[str]:
    """What the Nu checker says about files, each with its name and line."""
    words = [shutil.which("java") or "java", "-Xss4m", "-jar", NU, "--format", "json"]
    done = subprocess.run([*words, *pages], capture_output=True, text=True, timeout=300)
    said = [one for one in json.loads(done.stderr)["messages"] if one["type"] == "error"]
    return [f"{one['url']}: {one.get('lastLine')}: {one['message']}" for one in said]
