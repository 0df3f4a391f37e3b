"""What holds for all checks together."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.check import check_school
from portfolio_gen.check.rules import RULES
from portfolio_gen.check.school import CHECKS
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.read.school import read_school
from school import ARTIFACT_FOLDER, TODAY, minimal_school, write

FAULTY = {
    "students/ada-park/student.yml": "name: Ada\nfeatured: [bean-dairy, bread]\n",
    f"{ARTIFACT_FOLDER}/artifact.md": "---\ntitle: Beans\ndate: 2026\ncover: x\nstatus: published\n---\n",
    "transcripts/committee.yml": "quorum: 9\nmembers: []\n",
    "transcripts/nobody.yml": (
        "official_name: No Body\nenrolment:\n  entered: 2025\n  phase: 12\n  framework: 1999\n"
    ),
}


def checked(root: Path) -> tuple[Diagnostic, ...]:
    school, found = read_school(root)
    assert school is not None, found
    return check_school(school, on=TODAY)


def test_each_rule_has_one_function_of_its_name() -> None:
    names = [check.__name__.replace("_", "-") for check in CHECKS]

    assert sorted(names) == sorted(rule.name for rule in RULES)


def test_everything_is_said_at_once_and_in_the_order_of_the_files(tmp_path: Path) -> None:
    found = checked(write(minimal_school(tmp_path), FAULTY))

    assert {"PG207", "PG208", "PG210", "PG211", "PG217", "PG301", "PG401", "PG508"} <= {
        one.code for one in found
    }
    assert list(found) == sorted(found, key=lambda one: (one.span, one.code))


def test_whoever_a_diagnostic_is_about_is_named(tmp_path: Path) -> None:
    for one in checked(write(minimal_school(tmp_path), FAULTY)):
        place = one.span.path.removesuffix(".yml").split("/")
        owner = place[1] if place[1] in {"ada-park", "nobody"} else ""
        assert one.about == owner, one


def test_each_diagnostic_is_a_sentence_with_something_to_try(tmp_path: Path) -> None:
    for one in checked(write(minimal_school(tmp_path), FAULTY)):
        assert one.message and not one.message.endswith("."), one
        assert one.hint and not one.hint.endswith("."), one
        assert "\n" not in one.message + one.hint


def test_the_same_school_gives_the_same_diagnostics(tmp_path: Path) -> None:
    root = write(minimal_school(tmp_path), FAULTY)

    assert checked(root) == checked(root)


def test_a_ledger_that_could_not_be_read_is_not_missing(tmp_path: Path) -> None:
    root = write(minimal_school(tmp_path), {"transcripts/ada-park.yml": "official_name: [\n"})

    assert "PG402" not in {one.code for one in checked(root)}
