"""Shares of a school's sites, built side by side and joined: the same bytes as a build of everything."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from builds import copy_of, run
from plain_rendering import PLAIN
from portfolio_gen.cli import porch
from portfolio_gen.hallway import fitting
from portfolio_gen.merge import Merged, merge
from portfolio_gen.model.shard import Shard
from portfolio_gen.publish import Place, Press, Record, Sheets, listing_of, read_output
from school import STUDENT, TODAY, minimal_school, write

OFFICE = ".portfolio-gen"
OTHERS = ("ben-lim", "cleo-fox", "dara-ito", "edda-roy", "finn-sol", "gaia-wu")
LEDGER = "official_name: {name}\nenrolment: {{entered: 2025-09, phase: 9, framework: 2024}}\n"
WORK = """\
---
title: A boat
date: 2026-05
summary: It floats.
audience: [family]
status: published
---
Of {name}.
"""


@pytest.fixture(autouse=True)
def no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reaches the disk, and when, is tried in tests/publish."""
    monkeypatch.setattr("portfolio_gen.publish.press.flush_tree", lambda _: None)
    for module in ("journal", "sync"):
        monkeypatch.setattr(f"portfolio_gen.publish.{module}.flush_file", lambda _: None)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    root = minimal_school(tmp_path / "school")
    for name in OTHERS:
        write(
            root,
            {
                f"transcripts/{name}.yml": LEDGER.format(name=name),
                f"students/{name}/student.yml": f"name: {name[:4].title()}\n",
                f"students/{name}/artifacts/boat/artifact.md": WORK.format(name=name),
            },
        )
    return root


def shards(school: Path, of: int) -> list[Path]:
    """Every share, built as if on a machine of its own."""
    folders = []
    for number in range(1, of + 1):
        machine = copy_of(school, school.parent / f"machine-{number}-of-{of}")
        report = run(machine, shard=Shard(number, of))
        assert not report.refused
        folders.append(report.out)
    return folders


def join(school: Path, folders: list[Path], **options: object) -> Merged:
    values: dict[str, object] = {"on": TODAY, "jobs": 1, "rendering": PLAIN, **options}
    return merge(school, school.parent / "joined", folders, **values)  # type: ignore[arg-type]


def everything(out: Path) -> dict[str, bytes]:
    """All files of an output, with the list of them."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def whole(school: Path) -> dict[str, bytes]:
    """What a build of everything makes."""
    machine = copy_of(school, school.parent / "one-machine")
    return everything(run(machine).out)


def codes(merged: Merged) -> list[str]:
    return [one.code for one in merged.report.diagnostics if one.code > "PG9"]


# What a share is


@pytest.mark.parametrize(
    "text", ["", "2", "0/3", "4/3", "1/0", "-1/3", "1/3/3", "a/b", "1 / 2", "¹/²"]
)
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no share"):
        Shard.parse(text)


def test_a_share_is_read_as_it_is_written() -> None:
    assert Shard.parse("2/4") == Shard(2, 4)
    assert str(Shard(2, 4)) == "2/4"


def test_each_thing_belongs_to_one_share_on_every_machine_and_forever() -> None:
    keys = [STUDENT, *OTHERS, "self/assets"]
    owners = {key: [number for number in (1, 2, 3) if Shard(number, 3).holds(key)] for key in keys}

    assert all(len(one) == 1 for one in owners.values())
    assert [one for (one,) in owners.values()] == [1, 3, 3, 1, 2, 1, 1, 3]


def test_a_share_holds_its_students_with_all_their_editions_and_no_index(school: Path) -> None:
    for folder in shards(school, 3):
        output = read_output(folder)
        mine = {one.student for one in output.places.values() if one.student}
        assert output.shard
        assert all(output.shard.holds(one) for one in mine)
        for student in mine:
            editions = {one.edition for one, of in output.places.items() if of.student == student}
            assert {"self", "committee", "family"} <= editions
        assert not [one for one in output.places if not one.folder]


# Joined


@pytest.mark.parametrize("of", [1, 3, 20])
def test_joined_shares_are_a_build_of_everything(school: Path, of: int) -> None:
    merged = join(school, shards(school, of))

    assert everything(merged.report.out) == whole(school)
    assert not merged.report.failed
    assert merged.taken == len(read_output(merged.report.out).places) - 5, "all but the indexes"


def no_site(*_: object) -> None:
    raise AssertionError("it was there")


def test_nothing_is_made_twice(school: Path) -> None:
    folders = shards(school, 3)
    merged = join(school, folders, rendering=replace(PLAIN, site=no_site, assets=no_site))

    assert everything(merged.report.out) == whole(school)


def test_joining_again_changes_nothing(school: Path) -> None:
    folders = shards(school, 3)
    first = join(school, folders)
    again = join(school, folders)

    assert again.taken == 0
    assert set(again.report.reused) == set(first.report.rebuilt)


def edit_a_story(school: Path) -> None:
    write(school, {"students/cleo-fox/artifacts/boat/artifact.md": WORK.format(name="nobody")})


def withdraw(school: Path) -> None:
    write(school, {"transcripts/consent.yml": "people: {}\n"})


def leave_school(school: Path) -> None:
    shutil.rmtree(school / "students/finn-sol")
    (school / "transcripts/finn-sol.yml").unlink()


def come_to_school(school: Path) -> None:
    write(
        school,
        {
            "students/hal-moe/student.yml": "name: Hal\n",
            "transcripts/hal-moe.yml": LEDGER.format(name="Hal"),
        },
    )


@pytest.mark.parametrize("change", [edit_a_story, withdraw, leave_school, come_to_school])
def test_what_has_changed_since_counts(school: Path, change: Callable[[Path], None]) -> None:
    folders = shards(school, 3)
    change(school)
    merged = join(school, folders)

    assert everything(merged.report.out) == whole(school)
    assert merged.taken > 10


@pytest.mark.parametrize("what", ["changed", "gone"])
def test_a_file_that_got_damaged_on_the_way_is_made_again(school: Path, what: str) -> None:
    folders = shards(school, 2)
    page = next(path for one in folders for path in one.glob("self/dara-ito/index.html"))
    if what == "gone":
        page.unlink()
    else:
        page.write_bytes(page.read_bytes()[:-1] + b"?")
    merged = join(school, folders)

    assert everything(merged.report.out) == whole(school)


def test_a_student_with_errors_is_in_no_share_and_not_in_the_whole(school: Path) -> None:
    write(school, {"students/gaia-wu/artifacts/boat/artifact.md": "---\ntitle: [\n---\nHm.\n"})
    merged = join(school, shards(school, 3))

    assert everything(merged.report.out) == whole(school)
    assert set(merged.report.failed) == {
        f"{one}/gaia-wu" for one in ("self", "committee", "family")
    }


# Refused


def one_is_missing(folders: list[Path], _: pytest.MonkeyPatch) -> list[Path]:
    return folders[:1] + folders[2:]


def one_is_there_twice(folders: list[Path], _: pytest.MonkeyPatch) -> list[Path]:
    return [*folders, Path(shutil.copytree(folders[1], folders[1].with_name("twin")))]


def one_is_of_another_number(folders: list[Path], _: pytest.MonkeyPatch) -> list[Path]:
    machine = folders[0].parent
    return [*folders, run(machine, shard=Shard(1, 2)).out]


def one_is_of_another_program(folders: list[Path], patch: pytest.MonkeyPatch) -> list[Path]:
    patch.setattr(fitting, "mark_of_program", lambda: "newer")
    return folders


def one_is_everything(folders: list[Path], _: pytest.MonkeyPatch) -> list[Path]:
    return [*folders[1:], run(folders[0].parent).out]


def one_was_cut_off(folders: list[Path], _: pytest.MonkeyPatch) -> list[Path]:
    (folders[2] / OFFICE / "journal").write_text("")
    return folders


def one_has_no_list(folders: list[Path], _: pytest.MonkeyPatch) -> list[Path]:
    shutil.rmtree(folders[2] / OFFICE)
    return folders


def one_has_a_damaged_list(folders: list[Path], _: pytest.MonkeyPatch) -> list[Path]:
    (folders[2] / OFFICE / "manifest.json").write_text("{}")
    return folders


def one_holds_what_belongs_to_another(folders: list[Path], _: pytest.MonkeyPatch) -> list[Path]:
    output = read_output(folders[0])
    press, _found = Press.open(
        folders[0], shown="x", shard=output.shard, made_with=output.made_with
    )
    assert press
    with press:
        folder = press.stage(Place("self", "ben-lim"))
        (folder / "index.html").write_text("not mine")
        record = Record(fingerprint="f", listing=listing_of(folder, {}), student="ben-lim")
        press.publish([Sheets(place=Place("self", "ben-lim"), folder=folder, record=record)])
    return folders


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (one_is_missing, "is one of 3 shards, of which these are missing: 2/3"),
        (one_is_there_twice, "is shard 2/3, and so is"),
        (one_is_of_another_number, "is shard 1/2, and"),
        (one_is_of_another_program, "was made by another version of the program"),
        (one_is_everything, "holds a build of all sites, and is no shard"),
        (one_was_cut_off, "is being built, or its build was cut off"),
        (one_has_no_list, "holds nothing that was built"),
        (one_has_a_damaged_list, "holds a damaged list"),
        (one_holds_what_belongs_to_another, "which does not belong to shard 1/3"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_touched(
    school: Path,
    monkeypatch: pytest.MonkeyPatch,
    what: Callable[[list[Path], pytest.MonkeyPatch], list[Path]],
    words: str,
) -> None:
    folders = what(shards(school, 3), monkeypatch)
    merged = join(school, folders)

    assert merged.report.refused
    assert set(codes(merged)) == {"PG913"}
    assert any(words in one.message for one in merged.report.diagnostics)
    assert not (school.parent / "joined").exists()


def test_a_shard_is_not_joined_into_itself(school: Path) -> None:
    folders = shards(school, 2)
    before = everything(folders[1])
    merged = merge(school, folders[1], folders, on=TODAY, rendering=PLAIN)

    assert merged.report.refused
    assert everything(folders[1]) == before


# Side by side in one folder


def test_a_share_is_not_written_over_another_or_over_everything(school: Path) -> None:
    run(school)
    before = everything(school / "site")
    refused = [run(school, out=school / "site", shard=Shard(1, 2)).diagnostics]
    run(school, shard=Shard(2, 2))
    refused.append(run(school, out=school / "site-2-of-2", shard=Shard(1, 2)).diagnostics)

    assert [[one.code for one in found if one.code > "PG9"] for found in refused] == [["PG912"]] * 2
    assert everything(school / "site") == before


def test_a_share_is_built_again_like_everything_else(school: Path) -> None:
    first = run(school, shard=Shard(1, 2))
    edit_a_story(school)
    second = run(school, shard=Shard(1, 2))
    third = run(school, shard=Shard(2, 2))

    assert second.out == school / "site-1-of-2"
    assert set(second.rebuilt) | set(second.reused) == set(first.rebuilt)
    assert len(second.rebuilt) + len(third.rebuilt) > 2
    assert everything(join(school, [second.out, third.out]).report.out) == whole(school)


def test_a_build_of_everything_completes_a_share(school: Path) -> None:
    out = run(school, shard=Shard(1, 2)).out
    report = run(school, out=out)

    assert report.reused
    assert everything(out) == whole(school)


# At the porch


def test_the_commands_join_real_pages(tmp_path: Path) -> None:
    school = minimal_school(tmp_path / "school")
    words = [str(school), "--edition", "self", "--on", str(TODAY)]
    for more in (["--shard", "1/2"], ["--shard", "2/2"], ["--out", str(tmp_path / "whole")]):
        assert CliRunner().invoke(porch, ["build", *words, *more]).exit_code == 0
    shares = [str(school / f"site-{number}-of-2") for number in (1, 2)]
    named = ["--school", *words]
    out = str(tmp_path / "joined")
    done = CliRunner().invoke(porch, ["merge", out, *shares, *named])
    refused = CliRunner().invoke(porch, ["merge", out, shares[0], *named, "--format", "json"])

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("2 taken from 2 shards.\n1 made (")
    assert everything(tmp_path / "joined") == everything(tmp_path / "whole")
    assert refused.exit_code == 2
    assert [one["code"] for one in json.loads(refused.stdout)["diagnostics"]] == ["PG913"]


@pytest.mark.parametrize(
    "words", [["--shard", "3/2"], ["--shard", "x"], ["--shard", "1/2", "--student", STUDENT]]
)
def test_a_share_that_cannot_be_is_a_mistake_in_the_command(
    tmp_path: Path, words: list[str]
) -> None:
    done = CliRunner().invoke(porch, ["build", str(tmp_path), *words])

    assert done.exit_code == 2
    assert "Error: " in done.stderr
