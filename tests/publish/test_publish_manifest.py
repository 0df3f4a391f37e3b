"""The list of everything published: read as it was written, and never believed when it leads elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_gen.publish.manifest import DamagedManifestError, Manifest, load, save
from portfolio_gen.publish.record import File, Place, Record, are_inside, listed, read, written
from portfolio_gen.publish.sync import write_durably

SHA = "0123456789abcdef" * 4
PARTS = st.text(min_size=1).filter(lambda one: are_inside([one]) and "\n" not in one)
PATHS = st.lists(PARTS, min_size=1, max_size=3).map("/".join).filter(lambda one: are_inside([one]))
FILES = st.dictionaries(PATHS, st.builds(File, st.just(SHA), st.integers(0, 10**12)))
WORDS = st.dictionaries(st.text(), st.text() | st.lists(st.text()))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.text(), FILES, max_size=3), WORDS, st.text())
def test_a_record_is_read_as_it_was_written(
    files: dict[str, dict[str, File]], person: dict[str, object], mark: str
) -> None:
    for some in files.values():
        record = Record(fingerprint=mark, listing=listed(some), student="x", person=person)
        text = written(record).encode()
        assert read(text) == record
        assert read(text).files == some
        assert json.loads(text)["files"] == {path: [*one] for path, one in some.items()}


@pytest.mark.parametrize(
    "path", ["files", 'a},"fingerprint":', "a,\n", '": {', "ä", "a b", "...", "..a/.b"]
)
def test_signs_of_the_list_itself_mean_nothing_in_a_path(tmp_path: Path, path: str) -> None:
    places = {
        Place("self", "ada"): Record(listing=listed({path: File(SHA, 1)}), person={"files": "}"}),
        Place("self", "bo: {"): Record(fingerprint="f", listing=listed({"a": File(SHA, 2)})),
        Place("self"): Record(),
    }
    save(tmp_path / "manifest.json", Manifest(places=places))

    found = load(tmp_path / "manifest.json")
    assert found is not None
    assert found.places == places
    assert found.places[Place("self", "ada")].files == {path: File(SHA, 1)}


@pytest.mark.parametrize(
    "path", ["..", "../a", "a/../../b", "a/..", "/a", "a//b", "a/", "./a", "a/.", "", "a\\b", "a\0"]
)
@pytest.mark.parametrize("beside", [{}, {"b/c.html": File(SHA, 1)}])
def test_a_path_that_leads_elsewhere_damages_the_list(
    tmp_path: Path, path: str, beside: dict[str, File]
) -> None:
    """Even with a seal that fits: anybody can work that out."""
    record = Record(listing=listed({**beside, path: File(SHA, 1)}))
    save(tmp_path / "manifest.json", Manifest(places={Place("self", "ada"): record}))

    with pytest.raises(DamagedManifestError):
        load(tmp_path / "manifest.json")


@pytest.mark.parametrize("listing", ['{"a":["x",1]', '{"a":1}', '{"a":["x"]}', '{"a":["x","y"]}'])
def test_a_file_without_size_or_digest_damages_the_list(tmp_path: Path, listing: str) -> None:
    record = Record(listing=listing.encode())
    save(tmp_path / "manifest.json", Manifest(places={Place("self", "ada"): record}))

    with pytest.raises(DamagedManifestError):
        load(tmp_path / "manifest.json")


def test_what_an_older_version_has_written_is_read() -> None:
    """It named the files last."""
    record = Record(fingerprint="f", listing=listed({"a.html": File(SHA, 3)}), student="ada")
    told = json.loads(written(record))
    told["files"] = told.pop("files")
    assert [*told][-1] == "files"

    assert read(json.dumps(told).encode()) == record


def test_parts_are_written_one_after_the_other(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", (one for one in [b"a", b"", b"b"]))

    assert (tmp_path / "a").read_bytes() == b"ab"
