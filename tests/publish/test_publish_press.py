"""Whole sites or nothing, and nothing removed that is not listed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from portfolio_gen.diagnostics import Diagnostic, Rule, Severity, Span
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.publish import Place, Press, Record, Sheets, listing_of, swap
from portfolio_gen.publish import press as press_module
from portfolio_gen.publish.record import are_inside

ADA = Place("public", "ada-park")
INDEX = Place("public")
NOTE = Diagnostic(
    Rule("PG550", "a-note", Severity.WARNING), Span("a.md", 3, 4, 3, 9), "Hm.", "Try.", about="ada"
)


def open_press(out: Path, wait: float = 0) -> Press:
    press, found = Press.open(out, shown="site", wait=wait)
    assert press is not None, found
    return press


def sheets(press: Press, place: Place, files: Mapping[str, str], **changes: object) -> Sheets:
    folder = press.stage(place)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    record = Record(fingerprint="f", listing=listing_of(folder, {}), **changes)  # type: ignore[arg-type]
    return Sheets(place=place, folder=folder, record=record)


def publish(out: Path, place: Place, files: Mapping[str, str], **changes: object) -> list[str]:
    """Publish in a build of its own; gives the codes of what was found."""
    with open_press(out) as press:
        return [one.code for one in press.publish([sheets(press, place, files, **changes)])]


def published(out: Path) -> dict[str, str]:
    """Everything outside of the program's own folder."""
    return {
        path.relative_to(out).as_posix(): path.read_text()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".portfolio-gen" not in path.relative_to(out).parts
    }


def aside(out: Path) -> dict[str, str]:
    folder = out / ".portfolio-gen" / "set-aside"
    return published(folder) if folder.exists() else {}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def known(out: Path) -> dict[Place, Record]:
    with open_press(out) as press:
        return dict(press.places)


def test_a_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    publish(tmp_path, ADA, {"index.html": "old", "a/b/index.html": "old"})
    publish(tmp_path, ADA, {"index.html": "new", "c/index.html": "new"})

    assert published(tmp_path) == {
        "public/ada-park/c/index.html": "new",
        "public/ada-park/index.html": "new",
    }


def test_the_next_build_knows_what_is_published(tmp_path: Path) -> None:
    person = {"name": "Ada", "links": [["a", "b", "c"]]}
    publish(
        tmp_path,
        ADA,
        {"index.html": "hello"},
        student="ada",
        grants=("ada name",),
        person=person,
        diagnostics=(NOTE,),
    )
    record = known(tmp_path)[ADA]

    assert record.fingerprint == "f"
    assert record.files["index.html"].size == 5
    assert len(record.files["index.html"].sha256) == 64
    assert (record.student, record.grants, record.person) == ("ada", ("ada name",), person)
    assert record.diagnostics == (NOTE,)


def test_the_manifest_lists_each_file_and_lies_in_no_edition(tmp_path: Path) -> None:
    publish(tmp_path, ADA, {"index.html": "hello"})
    manifest = json.loads((tmp_path / ".portfolio-gen" / "manifest.json").read_text())

    assert set(manifest) == {"about", "format", "complete", "places", "seal"}
    files = manifest["places"]["public/ada-park"]["files"]
    assert files["index.html"][0] == (
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    )
    assert set(published(tmp_path)) == {"public/ada-park/index.html"}


def test_an_editions_own_files_stand_among_its_sites(tmp_path: Path) -> None:
    publish(tmp_path, ADA, {"index.html": "ada"})
    publish(tmp_path, INDEX, {"index.html": "old", "search/old.json": "{}"})
    publish(tmp_path, INDEX, {"index.html": "new", "hues.css": ""})

    assert published(tmp_path) == {
        "public/ada-park/index.html": "ada",
        "public/hues.css": "",
        "public/index.html": "new",
    }


@pytest.mark.parametrize("place", [ADA, INDEX])
def test_a_file_that_is_gone_or_changed_is_noticed(tmp_path: Path, place: Place) -> None:
    publish(tmp_path, place, {"index.html": "hello", "a.html": "a"})
    folder = tmp_path / place.edition / place.folder
    with open_press(tmp_path) as press:
        assert press.is_intact(place)
        (folder / "index.html").write_text("hello!")
        assert not press.is_intact(place)
        (folder / "index.html").write_text("hello")
        (folder / "a.html").unlink()
        assert not press.is_intact(place)
        assert not press.is_intact(Place("family", "nobody"))


# Only what is listed goes


def test_withdrawing_leaves_no_trace(tmp_path: Path) -> None:
    publish(tmp_path, ADA, {"index.html": "ada", "media/a.webp": ""})
    with open_press(tmp_path) as press:
        assert press.withdraw([ADA]) == ()
        assert ADA not in press.places

    assert published(tmp_path) == {}
    assert not (tmp_path / "public").exists()
    assert known(tmp_path) == {}


def test_what_others_have_put_into_a_site_is_set_aside(tmp_path: Path) -> None:
    publish(tmp_path, ADA, {"index.html": "ada"})
    (tmp_path / "public" / "ada-park" / "notes.txt").write_text("mine")

    assert publish(tmp_path, ADA, {"index.html": "new"}) == ["PG904"]
    assert published(tmp_path) == {"public/ada-park/index.html": "new"}
    assert aside(tmp_path) == {"public/ada-park/notes.txt": "mine"}

    (tmp_path / "public" / "ada-park" / "notes.txt").write_text("mine again")
    with open_press(tmp_path) as press:
        assert [one.code for one in press.withdraw([ADA])] == ["PG904"]
    assert aside(tmp_path) == {
        "public/ada-park-2/notes.txt": "mine again",
        "public/ada-park/notes.txt": "mine",
    }


def test_a_folder_where_a_site_is_to_stand_is_set_aside_whole(tmp_path: Path) -> None:
    publish(tmp_path, INDEX, {"index.html": "who"})
    (tmp_path / "public" / "ada-park").mkdir()
    (tmp_path / "public" / "ada-park" / "index.html").write_text("by hand")
    (tmp_path / "public" / "CNAME").write_text("example.org")

    assert publish(tmp_path, ADA, {"index.html": "ada"}) == ["PG904"]
    assert aside(tmp_path) == {"public/ada-park/index.html": "by hand"}
    assert published(tmp_path)["public/CNAME"] == "example.org"


def test_a_file_where_an_edition_needs_its_own_is_set_aside(tmp_path: Path) -> None:
    publish(tmp_path, ADA, {"index.html": "ada"})
    (tmp_path / "public" / "index.html").write_text("by hand")

    assert publish(tmp_path, INDEX, {"index.html": "who"}) == ["PG904"]
    assert aside(tmp_path) == {"public/index.html": "by hand"}


def test_a_link_in_place_of_a_site_is_moved_and_never_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("not ours")
    out = tmp_path / "site"
    publish(out, ADA, {"index.html": "ada"})
    with open_press(out) as press:
        press.withdraw([ADA])
        (out / "public").mkdir()
        (out / "public" / "ada-park").symlink_to(elsewhere)
        press.publish([sheets(press, ADA, {"index.html": "ada"})])
        (out / "public" / "ada-park" / "linked").symlink_to(elsewhere)
        press.withdraw([ADA])

    assert (elsewhere / "index.html").read_text() == "not ours"


# Whose folder it is


def test_a_foreign_folder_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("the only copy")
    press, found = Press.open(tmp_path, shown="site")

    assert press is None
    assert [one.code for one in found] == ["PG901"]
    assert names(tmp_path) == ["thesis.txt"]


def test_a_schools_own_cache_makes_no_output_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / ".portfolio-gen" / "cache").mkdir(parents=True)
    (tmp_path / "portfolio.yml").write_text("format: 1")
    press, found = Press.open(tmp_path, shown="site")

    assert press is None
    assert [one.code for one in found] == ["PG901"]


def test_a_file_in_place_of_the_folder_is_an_answer_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    press, found = Press.open(tmp_path / "site", shown="site")

    assert press is None
    assert [one.code for one in found] == ["PG905"]


def test_new_and_empty_folders_are_welcome(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".gitkeep").touch()
    for name in ("new/er", "empty"):
        assert publish(tmp_path / name, ADA, {"index.html": "ada"}) == []


def test_a_second_build_waits_and_then_gives_way(tmp_path: Path) -> None:
    with open_press(tmp_path):
        second, found = Press.open(tmp_path, shown="site", wait=0.12)

        assert second is None
        assert [one.code for one in found] == ["PG902"]
        assert len(found[0].message.splitlines()) == 1
    with open_press(tmp_path) as press:
        assert not press.waited


# What a build that was cut off has left


@pytest.mark.parametrize("gone", [False, True], ids=["damaged", "gone"])
def test_a_lost_manifest_is_told_of_and_forgotten_sites_are_put_out_of_reach(
    tmp_path: Path, gone: bool
) -> None:
    publish(tmp_path, ADA, {"index.html": "ada"})
    publish(tmp_path, Place("public", "ben-lim"), {"index.html": "ben"})
    publish(tmp_path, Place("college"), {"index.html": "who was here"})
    (tmp_path / "public" / "CNAME").write_text("example.org")
    path = tmp_path / ".portfolio-gen" / "manifest.json"
    path.write_text(path.read_text().replace("ben-lim", "../../home"))
    if gone:
        path.unlink()

    press, found = Press.open(tmp_path, shown="site")
    assert press is not None
    with press:
        assert [one.code for one in found] == ["PG903"]
        assert press.places == {}
        press.publish([sheets(press, ADA, {"index.html": "ada again"})])
    with open_press(tmp_path) as press:
        assert not press.complete, "a partial build does not forget it"
        codes = [one.code for one in press.set_aside_unknown(EDITIONS)]
        assert codes == ["PG904", "PG904"]
        assert press.complete

    assert published(tmp_path) == {
        "public/CNAME": "example.org",
        "public/ada-park/index.html": "ada again",
    }
    assert aside(tmp_path) == {
        "college/index.html": "who was here",
        "public/ada-park/index.html": "ada",
        "public/ben-lim/index.html": "ben",
    }


@pytest.mark.parametrize("at", [20, 300, -100, -10])
def test_no_byte_of_a_manifest_changes_unnoticed(tmp_path: Path, at: int) -> None:
    publish(tmp_path, ADA, {"index.html": "ada"}, grants=("ada name",))
    path = tmp_path / ".portfolio-gen" / "manifest.json"
    text = bytearray(path.read_bytes())
    text[at] ^= 1
    path.write_bytes(text)
    press, found = Press.open(tmp_path, shown="site")

    assert press is not None
    press.close()
    assert [one.code for one in found] == ["PG903"]


@pytest.mark.parametrize(
    "path",
    ["..", "../a", "a/../../b", "a/..", "/a", "a//b", "a/", "./a", "a/.", "", "a\\..\\b", "a\0"],
)
def test_a_path_that_leads_elsewhere_is_none(path: str) -> None:
    assert not are_inside([path])
    assert not are_inside(["index.html", path, "a/b.html"])


def test_most_paths_stay_inside() -> None:
    assert are_inside(["index.html", "a/b/c.html", "..a/b..", "a/...", ".well-known/a", "a\n/b"])


@pytest.mark.parametrize("text", ["", "[]", "null", '{"format": 2}', "{" * 100_000, "\xff"])
def test_whatever_stands_in_the_manifest_is_no_traceback(tmp_path: Path, text: str) -> None:
    publish(tmp_path, ADA, {"index.html": "ada"})
    (tmp_path / ".portfolio-gen" / "manifest.json").write_text(text)
    press, found = Press.open(tmp_path, shown="site")

    assert press is not None
    assert [one.code for one in found] == ["PG903"]
    press.close()


def test_a_damaged_journal_counts_as_a_lost_manifest(tmp_path: Path) -> None:
    publish(tmp_path, ADA, {"index.html": "ada"})
    (tmp_path / ".portfolio-gen" / "journal").write_text('{"begin": "../x", "record": null}\n')
    press, found = Press.open(tmp_path, shown="site")

    assert press is not None
    assert [one.code for one in found] == ["PG903"]
    press.close()


def test_a_line_that_was_cut_off_is_a_step_that_was_not_taken(tmp_path: Path) -> None:
    publish(tmp_path, ADA, {"index.html": "ada"})
    (tmp_path / ".portfolio-gen" / "journal").write_text('{"begin": "public/ada-pa')

    assert known(tmp_path)[ADA].fingerprint == "f"


def test_a_site_that_was_begun_is_made_again(tmp_path: Path) -> None:
    publish(tmp_path, ADA, {"index.html": "old"})
    press = open_press(tmp_path)
    ready = sheets(press, ADA, {"index.html": "new", "new.html": ""})
    press._journal.begin({ADA: ready.record})
    press._lock.release()

    record = known(tmp_path)[ADA]
    assert record.fingerprint == ""
    assert set(record.files) == {"index.html", "new.html"}
    assert published(tmp_path) == {"public/ada-park/index.html": "old"}
    assert not (tmp_path / ".portfolio-gen" / "staging").exists()


def test_one_place_that_cannot_be_written_keeps_no_other_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, ADA, {"index.html": "old"})
    real = press_module.put

    def full(staged: Path, target: Path) -> bool:
        if target.name == "ada-park":
            raise OSError(28, "No space left on device")
        return real(staged, target)

    monkeypatch.setattr(press_module, "put", full)
    ben = Place("public", "ben-lim")
    with open_press(tmp_path) as press:
        batch = [sheets(press, one, {"index.html": "new"}, student="x") for one in (ADA, ben)]
        found = press.publish(batch)

    assert [(one.code, one.about) for one in found] == [("PG905", "x")]
    assert "no space left on device" in found[0].message
    assert published(tmp_path) == {
        "public/ada-park/index.html": "old",
        "public/ben-lim/index.html": "new",
    }
    assert known(tmp_path)[ADA].files["index.html"].size == 3


# Systems that cannot exchange two folders


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda: None)


@pytest.mark.usefixtures("two_steps")
def test_without_an_exchange_two_steps_do(tmp_path: Path) -> None:
    test_a_site_replaces_the_old_one_whole(tmp_path)


def test_the_first_of_two_steps_is_undone(tmp_path: Path) -> None:
    staged, target, away = (tmp_path / one for one in ("s", "t", "s" + swap.AWAY))
    staged.mkdir()
    away.mkdir()
    (away / "old").touch()
    swap.mend(staged, target)

    assert names(target) == ["old"]
    assert staged.exists()


def test_both_of_two_steps_stay_done(tmp_path: Path) -> None:
    staged, target, away = (tmp_path / one for one in ("s", "t", "s" + swap.AWAY))
    for folder, name in ((target, "new"), (away, "old")):
        folder.mkdir()
        (folder / name).touch()
    swap.mend(staged, target)

    assert names(target) == ["new"]
    assert names(staged) == ["old"]
