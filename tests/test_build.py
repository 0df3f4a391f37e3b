"""The hallway: what is rebuilt, what is reused, what has to go, and that nothing is ever half done."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builds import clean, places, run, site
from portfolio_gen.cli.report import code_of
from portfolio_gen.hallway import surroundings
from portfolio_gen.hallway.unit import RENDERING
from portfolio_gen.publish import journal, press, sync
from portfolio_gen.publish.rules import SAME_ADDRESS
from portfolio_gen.report import BuildReport, Step
from school import STUDENT, minimal_school, picture, write

BEN_LEDGER = """\
official_name: Benjamin Lim
enrolment: {entered: 2025-09, phase: 9, framework: 2024}
"""
BEN_WORK = """\
---
title: A boat
date: 2026-05
summary: It floats.
audience: [family, public]
status: published
---
Ben's boat, version one.
"""
CONSENT = """\
people:
  ada-park:
    - {edition: college, shows: [name, picture, work, credits], given: 2026-09-01, by: parent}
  ben-lim:
    - {edition: public, shows: [name, work], given: 2026-09-01, by: parent}
"""
BEN = "name: Ben\nsharing:\n  public: {name: preferred}\n"
INSIDE = {
    f"{edition}/{who}"
    for edition in ("self", "committee", "family")
    for who in (STUDENT, "ben-lim")
}
ALL = INSIDE | {f"college/{STUDENT}", "public/ben-lim"}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """Two students: Ada shares with colleges, Ben with everybody."""
    root = minimal_school(tmp_path / "school")
    return write(
        root,
        {
            "transcripts/consent.yml": CONSENT,
            "transcripts/ben-lim.yml": BEN_LEDGER,
            "students/ben-lim/student.yml": BEN,
            "students/ben-lim/artifacts/boat/artifact.md": BEN_WORK,
        },
    )


@pytest.fixture(autouse=True)
def no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reaches the disk, and when, is tried in tests/publish; waiting for it here only takes time."""
    monkeypatch.setattr(press, "flush_tree", lambda _: None)
    for module in (journal, sync):
        monkeypatch.setattr(module, "flush_file", lambda _: None)


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


def codes(report: BuildReport) -> list[str]:
    return sorted({one.code for one in report.diagnostics if one.code >= "PG5"})


def people_in(root: Path, edition: str) -> list[str]:
    """Folders that an edition's index links to."""
    lines = (root / "site" / edition / "index.html").read_text().splitlines()[1:]
    return [line.split()[-1].rstrip("/") for line in lines]


# What is built


def test_the_output_has_its_layout(school: Path) -> None:
    report = run(school)

    assert set(report.rebuilt) == ALL
    assert (report.failed, report.kept, report.pruned, report.reused) == ((), (), (), ())
    files = site(school)
    assert "family/ada-park/artifacts/bean-diary/index.html" in files
    assert {"family/index.html", "family/assets/style.css", "public/index.html"} <= set(files)
    assert people_in(school, "college") == ["ada-park"]
    assert people_in(school, "public") == ["ben-lim"]
    assert report.pages == sum(path.endswith(".html") for path in files)


def test_nothing_of_the_machine_is_published(school: Path) -> None:
    run(school)

    assert [path for path, data in site(school).items() if str(school).encode() in data] == []


def test_progress_tells_each_step_and_how_many_there_are(school: Path) -> None:
    steps: list[Step] = []
    run(school, progress=steps.append)

    assert [one.stage for one in steps[:3]] == ["read", "check", "plan"]
    sites = [one for one in steps if one.stage == "sites"]
    assert [one.done for one in sites] == list(range(1, len(ALL) + 1))
    assert {one.of for one in sites} == {len(ALL)}
    assert {one.place for one in sites} == ALL


# What is fresh


def test_nothing_changed_means_nothing_done(school: Path) -> None:
    run(school)
    before = {path: path.stat().st_mtime_ns for path in (school / "site").rglob("*")}
    report = run(school)

    assert set(report.reused) == ALL
    assert (report.rebuilt, report.pages) == ((), 0)
    assert {path: path.stat().st_mtime_ns for path in (school / "site").rglob("*")} == before


ADA = {f"{edition}/{STUDENT}" for edition in ("self", "committee", "family", "college")}
CHANGES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "a narrative": (
        lambda root: edit(root, f"students/{STUDENT}/narrative.md", "count", "weigh"),
        {f"{edition}/{STUDENT}" for edition in ("self", "family", "college")},
    ),
    "a work for family and everybody": (
        lambda root: edit(root, "students/ben-lim/artifacts/boat/artifact.md", "one", "two"),
        {"self/ben-lim", "family/ben-lim", "public/ben-lim"},
    ),
    "a photograph": (
        lambda root: (root / f"students/{STUDENT}/artifacts/bean-diary/beans.png").write_bytes(
            picture() + b" "
        ),
        ADA,
    ),
    "a ledger": (
        lambda root: edit(root, f"transcripts/{STUDENT}.yml", "2026-04-20", "2026-04-21"),
        ADA,
    ),
    "a consent": (
        lambda root: edit(root, "transcripts/consent.yml", "shows: [name, work]", "shows: [work]"),
        {"public/ben-lim"},
    ),
    "the framework": (
        lambda root: edit(root, "transcripts/framework.yml", "title: Academics", "title: Studies"),
        ALL,
    ),
    "the theme": (
        lambda root: write(root, {"themes/riverbend/assets/more.css": "p {color: red}"}),
        ALL,
    ),
    "the school's address": (
        lambda root: edit(root, "portfolio.yml", "Harbor Town", "Hill Town"),
        ALL,
    ),
    "a comment": (
        lambda root: edit(root, "transcripts/consent.yml", "people:", "# Everybody\npeople:"),
        set(),
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_rebuilds_what_depends_on_it(school: Path, tmp_path: Path, what: str) -> None:
    change, expected = CHANGES[what]
    run(school)
    change(school)
    report = run(school)

    rebuilt = {one.replace(alias(one), "ben-lim") if alias(one) else one for one in report.rebuilt}
    assert rebuilt == expected
    assert site(school) == clean(school, tmp_path)


def alias(place: str) -> str:
    folder = place.partition("/")[2]
    return folder if folder.startswith("student-") else ""


def test_another_version_of_the_program_rebuilds_everything(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(school)
    monkeypatch.setattr(surroundings, "ENGINE", ("another",))

    assert set(run(school).rebuilt) == ALL


def test_a_site_that_was_damaged_is_made_again(school: Path, tmp_path: Path) -> None:
    run(school)
    (school / "site/family/ben-lim/index.html").unlink()
    (school / "site/family/assets/style.css").write_text("p {color: white}")
    report = run(school)

    assert report.rebuilt == ("family/ben-lim",)
    assert site(school) == clean(school, tmp_path)


def test_force_makes_everything_again(school: Path) -> None:
    run(school)

    assert set(run(school, force=True).rebuilt) == ALL


def test_a_warning_is_said_again_while_its_site_is_reused(school: Path) -> None:
    edit(school, "students/ben-lim/student.yml", "name: Ben", "name: Ben\nsentence: remark")
    first, second = run(school), run(school)

    assert codes(first) == codes(second) == ["PG598"]
    assert set(second.reused) == ALL


@pytest.mark.parametrize("seed", range(3))
def test_incremental_equals_clean(school: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - edits need not be secret
    for step in range(6):
        chance.choice(EDITS)(school, step)
        run(school)
        assert site(school) == clean(school, tmp_path)


EDITS: list[Callable[[Path, int], object]] = [
    lambda root, step: write(
        root, {"students/ben-lim/artifacts/boat/artifact.md": f"{BEN_WORK}{step}\n"}
    ),
    lambda root, step: write(
        root,
        {
            f"students/cleo-{step}/student.yml": f"name: Cleo {step}\n",
            f"transcripts/cleo-{step}.yml": BEN_LEDGER,
        },
    ),
    lambda root, _: [shutil.rmtree(one) for one in sorted((root / "students").glob("cleo-*"))[:1]],
    lambda root, _: write(
        root, {"transcripts/consent.yml": CONSENT.replace("[name, work]", "[work]")}
    ),
    lambda root, _: write(root, {"transcripts/consent.yml": CONSENT}),
    lambda root, _: write(root, {"transcripts/consent.yml": "people: {}\n"}),
    lambda root, step: write(root, {"themes/riverbend/assets/more.css": f"/* {step} */"}),
]


def test_one_process_and_two_give_the_same_bytes(school: Path, tmp_path: Path) -> None:
    run(school, jobs=2)

    assert site(school) == clean(school, tmp_path, jobs=1)


# What goes wrong


def break_ben(root: Path) -> None:
    write(root, {"students/ben-lim/artifacts/boat/artifact.md": "---\ntitle: [\n---\nHm.\n"})


def test_a_student_with_errors_keeps_the_last_good_site_and_stops_nobody(school: Path) -> None:
    run(school)
    before = site(school)
    break_ben(school)
    edit(school, f"students/{STUDENT}/narrative.md", "count", "weigh")
    report = run(school)

    assert set(report.kept) == {one for one in ALL if one.endswith("ben-lim")}
    assert f"family/{STUDENT}" in report.rebuilt
    after = site(school)
    assert {path: data for path, data in after.items() if "/ben-lim/" in path} == {
        path: data for path, data in before.items() if "/ben-lim/" in path
    }
    assert people_in(school, "public") == ["ben-lim"]


def test_a_new_student_with_errors_is_named_as_failed(school: Path) -> None:
    break_ben(school)
    report = run(school)

    assert set(report.failed) == {one for one in ALL if one.endswith("ben-lim")}
    assert people_in(school, "family") == ["ada-park"]


@pytest.mark.parametrize(
    "consent",
    [
        "people: {}\n",
        CONSENT.replace("[name, work]", "[work]"),
        CONSENT.replace("[name, work]", "[name]"),
    ],
)
def test_withdrawn_consent_prunes_even_a_student_with_errors(school: Path, consent: str) -> None:
    run(school)
    break_ben(school)
    write(school, {"transcripts/consent.yml": consent})
    report = run(school)

    assert "public/ben-lim" in report.pruned
    assert not (school / "site/public/ben-lim").exists()
    assert people_in(school, "public") == []
    assert "family/ben-lim" in report.kept


def test_a_slip_in_the_students_own_file_withdraws_nothing(school: Path) -> None:
    run(school)
    write(school, {"students/ben-lim/student.yml": "name: [\n"})
    report = run(school)

    assert "public/ben-lim" in report.kept


def test_a_student_who_left_is_gone_everywhere(school: Path) -> None:
    run(school)
    shutil.rmtree(school / "students" / "ben-lim")
    (school / "transcripts" / "ben-lim.yml").unlink()
    write(school, {"transcripts/consent.yml": CONSENT.partition("  ben-lim")[0]})
    report = run(school)

    assert set(report.pruned) == {one for one in ALL if one.endswith("ben-lim")}
    assert [path for path, data in site(school).items() if b"Ben" in data or "ben" in path] == []


def test_an_edition_that_is_no_longer_built_goes_with_its_index(school: Path) -> None:
    run(school)
    (school / "site/public/CNAME").write_text("example.org")
    with (school / "portfolio.yml").open("a") as file:
        file.write("editions: {public: {build: false}, college: {build: false}}\n")
    report = run(school)

    assert set(report.pruned) == {"public/ben-lim", f"college/{STUDENT}"}
    assert [one for one in site(school) if one.startswith(("public", "college"))] == [
        "public/CNAME"
    ]
    assert not (school / "site/college").exists()


def test_a_limit_builds_only_what_it_names_and_prunes_nothing_else(school: Path) -> None:
    run(school)
    before = site(school)
    edit(school, f"students/{STUDENT}/narrative.md", "count", "weigh")
    shutil.rmtree(school / "students" / "ben-lim")
    report = run(school, students=[STUDENT], editions=["family"])

    assert report.rebuilt == (f"family/{STUDENT}",)
    assert report.pruned == ()
    after = site(school)
    changed = {path for path in after if after[path] != before.get(path)}
    assert {path.split("/")[1] for path in changed} <= {STUDENT}
    assert people_in(school, "family") == ["ada-park", "ben-lim"]


def test_a_limit_to_one_student_takes_their_withdrawal_seriously(school: Path) -> None:
    run(school)
    write(school, {"transcripts/consent.yml": "people: {}\n"})
    report = run(school, students=["ben-lim"])

    assert report.pruned == ("public/ben-lim",)
    assert (school / f"site/college/{STUDENT}").exists()


def test_errors_of_the_whole_school_touch_nothing(school: Path) -> None:
    run(school)
    before = site(school)
    edit(school, f"students/{STUDENT}/narrative.md", "count", "weigh")
    edit(school, "transcripts/framework.yml", "title: Academics", "titel: Academics")
    report = run(school)

    assert (report.rebuilt, report.refused) == ((), False)
    assert site(school) == before


def test_an_unknown_student_is_an_answer(school: Path) -> None:
    report = run(school, students=["nobody"])

    assert "PG909" in codes(report)
    assert not (school / "site").exists()


def test_a_foreign_folder_is_refused(school: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/thesis.txt").write_text("the only copy")
    report = run(school, out=tmp_path / "thesis")

    assert report.refused
    assert codes(report) == ["PG901"]
    assert run(school, out=school).refused, "a school's own folder is no place for its sites"


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("order", "code"), [("raise", "PG906"), ("fault", "PG599"), ("die", "PG906")]
)
def test_a_site_that_cannot_be_made_keeps_its_last_good_version(
    school: Path, order: str, code: str, jobs: int
) -> None:
    if order == "die" and jobs == 1:
        pytest.skip("in one process, whoever dies takes everybody along")
    run(school)
    before = (school / "site/public/ben-lim/index.html").read_bytes()
    edit(school, "students/ben-lim/student.yml", "name: Ben", f"name: Ben\nsentence: {order}")
    edit(school, f"students/{STUDENT}/narrative.md", "count", "weigh")
    report = run(school, jobs=jobs)

    assert code in codes(report)
    assert {one.about for one in report.diagnostics if one.code == code} == {"ben-lim"}
    assert set(report.kept) == {one for one in ALL if one.endswith("ben-lim")}
    assert f"family/{STUDENT}" in report.rebuilt
    assert (school / "site/public/ben-lim/index.html").read_bytes() == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_contained_error_stays_an_error_and_holds_nothing_up(school: Path, jobs: int) -> None:
    run(school)
    edit(school, "students/ben-lim/student.yml", "name: Ben", "name: Ben\nsentence: placeholder")
    first = run(school, jobs=jobs)
    second = run(school, jobs=jobs)

    bens = {one for one in ALL if one.endswith("ben-lim")}
    assert bens == set(first.rebuilt) and bens <= set(second.reused)
    assert codes(first) == codes(second) and "PG597" in codes(second)
    assert code_of(first) == code_of(second) == 1
    assert "placeholder" in (school / "site/public/ben-lim/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n and no more", picture()[:-40]])
def test_a_damaged_picture_costs_no_more_than_itself(school: Path, content: bytes) -> None:
    (school / f"students/{STUDENT}/artifacts/bean-diary/beans.png").write_bytes(content)
    report = run(school, rendering=RENDERING, editions={"family"})

    assert code_of(report) == 1
    assert f"family/{STUDENT}" in report.rebuilt
    work = school / f"site/family/{STUDENT}/artifacts/bean-diary/index.html"
    assert "This file cannot be shown." in work.read_text(encoding="utf-8")
    assert not list((school / f"site/family/{STUDENT}").rglob("*.webp"))


def test_a_site_that_cannot_be_made_and_may_not_stay_goes(school: Path) -> None:
    run(school)
    edit(school, "students/ben-lim/student.yml", "name: Ben", "name: Ben\nsentence: raise")
    edit(school, "portfolio.yml", "format: 1", "format: 1\neditions: {family: {feedback: false}}")
    report = run(school)

    assert "family/ben-lim" in report.pruned
    assert "family/ben-lim" in report.failed
    assert people_in(school, "family") == ["ada-park"]


def test_a_lost_manifest_is_no_loss(school: Path, tmp_path: Path) -> None:
    run(school)
    (school / "site/.portfolio-gen/manifest.json").write_text("lost")
    shutil.rmtree(school / "students" / "ben-lim")
    (school / "transcripts" / "ben-lim.yml").unlink()
    write(school, {"transcripts/consent.yml": CONSENT.partition("  ben-lim")[0]})
    report = run(school)

    assert {"PG903", "PG904"} <= set(codes(report))
    assert site(school) == clean(school, tmp_path)
    assert codes(run(school)) == []


@pytest.mark.parametrize("after", range(1, 20, 2))
def test_ctrl_c_leaves_each_site_old_or_new(school: Path, tmp_path: Path, after: int) -> None:
    run(school)
    old = site(school)
    edit(school, "transcripts/framework.yml", "title: Academics", "title: Studies")
    new = clean(school, tmp_path)
    steps = 0

    def interrupt(_: Step) -> None:
        nonlocal steps
        steps += 1
        if steps == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(school, progress=interrupt)

    for place in ALL:
        here = {path: data for path, data in site(school).items() if path.startswith(f"{place}/")}
        assert here in (
            {path: data for path, data in one.items() if path.startswith(f"{place}/")}
            for one in (old, new)
        )
    run(school)
    assert site(school) == new


STEPS = ("rename", "replace", "unlink", "mkdir", "rmdir", "open")


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(one, marks=() if one % 12 == 1 else pytest.mark.nightly)
        for one in range(1, 90, 4)
    ],
)
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
def test_a_disk_that_gives_up_at_any_step_leaves_each_site_old_or_new(
    school: Path, tmp_path: Path, step: int, for_good: bool
) -> None:
    run(school)
    old = site(school)
    edit(school, "transcripts/framework.yml", "title: Academics", "title: Studies")
    write(school, {"transcripts/consent.yml": CONSENT.partition("  ben-lim")[0]})
    new = clean(school, tmp_path)

    with pytest.MonkeyPatch.context() as patch:
        gave_up = fill_the_disk(patch, school / "site", step, for_good=for_good)
        run(school)
    assert gave_up(), "the build has fewer steps than that"

    for place in ALL:
        here, before, after = (
            {path: data for path, data in one.items() if path.startswith(f"{place}/")}
            for one in (site(school), old, new)
        )
        assert here in (before, after)
    run(school)
    assert site(school) == new


def fill_the_disk(
    patch: pytest.MonkeyPatch, out: Path, step: int, *, for_good: bool
) -> Callable[[], bool]:
    """Let the step of that number below a folder go wrong, once or from then on; tells later if it came to that."""
    count = 0

    def trouble(real: Callable[..., object], name: str) -> Callable[..., object]:
        def instead(path: Path, *arguments: object, **options: object) -> object:
            nonlocal count
            writes = name != "open" or str(arguments[:1]) not in ("()", "('r',)", "('rb',)")
            if writes and path.is_relative_to(out) and path.name != "lock":
                count += 1
                if count == step or (for_good and count > step):
                    raise OSError(28, "No space left on device", str(path))
            return real(path, *arguments, **options)

        return instead

    for name in STEPS:
        patch.setattr(Path, name, trouble(getattr(Path, name), name))
    return lambda: count >= step


def test_nobody_stands_where_the_committees_own_pages_do(tmp_path: Path) -> None:
    root = minimal_school(tmp_path)
    ada = root / "students" / STUDENT
    shutil.copytree(ada, root / "students" / "sessions")
    shutil.rmtree(root / "students" / "sessions" / "pitches")
    report = run(root)
    said = [one for one in report.diagnostics if one.rule is SAME_ADDRESS]
    assert [(one.span.path, one.about) for one in said] == [("students/sessions", "sessions")]
    assert "the committee's own" in said[0].message
    there = {str(place) for place, student in places(root).items() if student == "sessions"}
    assert "committee/sessions" not in there
    assert "family/sessions" in there
