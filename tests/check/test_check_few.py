"""A file with thousands of faults is told about in a hundred, in no time."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from portfolio_gen.check import check_school
from portfolio_gen.check.few import MOST_NAMED
from portfolio_gen.read.school import read_school
from school import ARTIFACT_FILE, ARTIFACT_FOLDER, STUDENT_FILE, TODAY, minimal_school, write

MANY = 5_000
FILE = f"{ARTIFACT_FOLDER}/artifact.md"
CARD = "students/ada-park/student.yml"


def with_keys(*lines: str) -> str:
    return ARTIFACT_FILE.replace("\nclaims:", "\n" + "\n".join(lines) + "\nclaims:")


def listed(key: str, entries: str) -> str:
    return f"{key}: [{', '.join(entries.format(number) for number in range(MANY))}]"


FAULTS = {
    "PG203": (
        CARD,
        STUDENT_FILE.split("featured_credits")[0]
        + listed("featured_credits", "critical-thinkng/{}"),
    ),
    "PG207": (CARD, STUDENT_FILE.split("featured:")[0] + listed("featured", "baen-diary{}")),
    "PG216": (FILE, with_keys(listed("team", "{{student: ada-prak{}}}"))),
    "PG221": (
        FILE,
        with_keys("self_rating: {" + ", ".join(f"t{number}: x" for number in range(MANY)) + "}"),
    ),
    "PG410": (CARD, f"{STUDENT_FILE}{listed('interests', 'a{}@little-school.net')}"),
    "PG411": (FILE, ARTIFACT_FILE + "555-555-5555 " * MANY),
    "PG501": (
        FILE,
        ARTIFACT_FILE.replace(
            "media:", "media:\n" + "\n".join(f"  - file: baens{one}.png" for one in range(MANY))
        ),
    ),
    "PG505": (FILE, ARTIFACT_FILE + "![](baens.png) " * MANY),
    "PG506": (FILE, ARTIFACT_FILE + "![](spare.png) " * MANY),
}


@pytest.mark.parametrize("code", FAULTS)
def test_only_the_first_faults_of_a_file_are_named(code: str, tmp_path: Path) -> None:
    path, text = FAULTS[code]
    root = minimal_school(tmp_path)
    write(root, {path: text, f"{ARTIFACT_FOLDER}/spare.png": "x"})
    for number in range(60):
        write(root, {f"{ARTIFACT_FOLDER}/bean-{number}.png": "x"})
    school, _ = read_school(root)
    assert school
    start = time.process_time()

    found = Counter(one.code for one in check_school(school, on=TODAY) if one.span.path == path)

    assert found[code] == MOST_NAMED
    assert time.process_time() - start < 4
