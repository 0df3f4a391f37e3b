"""A school with a text that nobody has saved: read in place of the file, this once, and only by who asked."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.read.school import read_draft, read_school
from school import ARTIFACT, STUDENT, minimal_school

WORK = f"students/{STUDENT}/artifacts/{ARTIFACT}/artifact.md"


def test_a_draft_is_read_in_place_of_its_file_and_never_again(tmp_path: Path) -> None:
    root, only = minimal_school(tmp_path / "school"), frozenset({STUDENT})
    before = (root / WORK).read_bytes()
    draft = "---\ntitle: Roots\ndate: 2026\n---\nNew.\n"
    school, found = read_draft(root, {WORK: draft}, only=only)
    assert school is not None
    assert [one.title for one in school.students[0].artifacts] == ["Roots"]
    assert found == ()
    broken = draft.replace("2026", "soon")
    school, found = read_draft(root, {WORK: broken}, only=only)
    assert (WORK, 3) in {(one.span.path, one.span.line) for one in found}
    assert (root / WORK).read_bytes() == before
    school, found = read_school(root, only=only)
    assert school is not None
    assert [one.title for one in school.students[0].artifacts] == ["A diary of eleven beans"]
    assert found == ()


def test_a_name_for_which_nobody_has_chosen_is_none_but_a_record_says_what_it_means(
    tmp_path: Path,
) -> None:
    root, only = minimal_school(tmp_path / "school"), frozenset({STUDENT})
    text = (
        (root / WORK).read_text().replace("tags:", "self_rating: { a: '', b: ~, c: near }\ntags:")
    )
    school, found = read_draft(root, {WORK: text}, only=only)
    assert school is not None
    assert found == ()
    assert dict(school.students[0].artifacts[0].self_rating) == {"c": "near"}
    path = f"transcripts/{STUDENT}.yml"
    ledger = (root / path).read_text().replace("curiosity: exceeding", "curiosity:")
    _, found = read_draft(root, {path: ledger}, only=only)
    assert [one.code for one in found] == ["PG122"]
