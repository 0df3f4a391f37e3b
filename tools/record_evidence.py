"""Writes into each decision of a ledger what the committee saw: `python -m tools.record_evidence [--again]`.

A decision names artifacts; its `evidence` keeps a digest of each, so that a later change of the work shows. Ledgers
are written by people, with comments and folded text, so the lines are put in where they belong and nothing else in
the file is touched.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from portfolio_gen.read.digest import digest_of
from portfolio_gen.read.school import read_school

SAYS = "Fill in the evidence of the ledgers' decisions."
ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Fill in what is missing; with `--again` replace what is there."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.record_evidence",
        description="Fill in the evidence of the ledgers' decisions.",
    )
    parser.add_argument("school", nargs="?", type=Path, default=ROOT)
    parser.add_argument(
        "--again", action="store_true", help="replace digests that are there already"
    )
    wanted = parser.parse_args()
    school, _ = read_school(wanted.school)
    if school is None:
        print("the school cannot be read; `portfolio-gen check` says why", file=sys.stderr)
        return 1
    for student in school.students:
        ledger = wanted.school / "transcripts" / f"{student.id}.yml"
        if not ledger.exists():
            continue
        digests = {artifact.slug: digest_of(artifact) for artifact in student.artifacts}
        text = ledger.read_text(encoding="utf-8")
        new = with_evidence(without_evidence(text) if wanted.again else text, digests)
        if new != text:
            ledger.write_text(new, encoding="utf-8", newline="\n")
            print(ledger.relative_to(wanted.school))
    return 0


def with_evidence(text: str, digests: Mapping[str, str]) -> str:
    """The ledger with an `evidence` mapping after the artifacts of each decision that has none."""
    lines = text.splitlines(keepends=True)
    for decision in reversed(_decisions(text)):
        keys = {key.value: value for key, value in decision.value}
        if "evidence" in keys or "artifacts" not in keys:
            continue
        known = [item.value for item in keys["artifacts"].value if item.value in digests]
        if not known:
            continue
        at, indent = _after(decision, "artifacts", lines), " " * decision.start_mark.column
        lines[at:at] = [
            f"{indent}evidence:\n",
            *(f"{indent}  {slug}: {digests[slug]}\n" for slug in known),
        ]
    return "".join(lines)


def without_evidence(text: str) -> str:
    """The ledger without any `evidence`."""
    lines = text.splitlines(keepends=True)
    for decision in reversed(_decisions(text)):
        for key, _ in decision.value:
            if key.value == "evidence":
                del lines[key.start_mark.line : _after(decision, "evidence", lines)]
    return "".join(lines)


def _decisions(text: str) -> list[yaml.MappingNode]:
    root = yaml.compose(text)
    if not isinstance(root, yaml.MappingNode):
        return []
    return [
        item
        for key, value in root.value
        if key.value == "decisions"
        for item in value.value
        if isinstance(item, yaml.MappingNode)
    ]


def _after(decision: yaml.MappingNode, name: str, lines: list[str]) -> int:
    """The number of the line after a key and all of its value, blank lines left to what follows."""
    end = next(value.end_mark for key, value in decision.value if key.value == name)
    line = int(end.line) + (1 if end.column > 0 and lines[end.line][: end.column].strip() else 0)
    while line > 0 and not lines[line - 1].strip():
        line -= 1
    return line


if __name__ == "__main__":
    sys.exit(main())
