"""Signed records are published by `build` without any key, as they are, for as long as they may be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builds import run, site
from portfolio_gen.inspection import inspect
from portfolio_gen.issuing import read_whole, revoke
from portfolio_gen.seal.document import read_document
from portfolio_gen.seal.verify import Papers, verify
from school import STUDENT, STUDENT_FILE, TODAY, write
from signed_school import COLLEGE, HOST, KEY, RECORD, keyed_school, sign, signed_school

PUBLISHED = f"college/{STUDENT}/transcript/transcript.json"
NOW = "2026-11-23T00:00:00Z"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return signed_school(tmp_path / "school")


def built(school: Path, **options: object) -> dict[str, bytes]:
    from portfolio_gen.hallway.unit import RENDERING

    report = run(school, rendering=RENDERING, editions=("college",), **options)
    assert not report.refused
    return site(school)


def test_the_record_is_published_as_it_was_signed_with_all_that_checks_it(school: Path) -> None:
    files = built(school)

    assert files[PUBLISHED] == (school / RECORD).read_bytes()
    papers = Papers(
        did=read_document(files["college/issuer/did.json"]),
        revoked=read_document(files["college/issuer/status.json"]),
        newer=read_document(files["college/issuer/newer.json"]),
    )
    assert verify(read_document(files[PUBLISHED]), papers, now=NOW).genuine
    assert b"Is this transcript genuine?" in files["college/verify/index.html"]
    assert built(school) == files


def test_a_school_that_has_signed_nothing_publishes_nothing_to_check(tmp_path: Path) -> None:
    files = built(keyed_school(tmp_path / "school"))

    assert not [path for path in files if path.startswith(("college/issuer", "college/verify"))]
    assert PUBLISHED not in files


def test_a_revoked_record_goes_and_the_list_that_says_so_is_published(school: Path) -> None:
    record = read_document(built(school)[PUBLISHED])
    revoke(school, [STUDENT], [], "a mistake", KEY, at=NOW)
    files = built(school)

    assert PUBLISHED not in files
    papers = Papers(
        did=read_document(files["college/issuer/did.json"]),
        revoked=read_document(files["college/issuer/status.json"]),
    )
    assert verify(record, papers, now=NOW).revoked is True


def test_a_record_goes_with_the_consent_that_it_rests_on(school: Path) -> None:
    assert PUBLISHED in built(school)
    write(school, {"transcripts/consent.yml": "people: {}\n"})

    assert [path for path in built(school) if path.startswith(f"college/{STUDENT}/")] == []


def test_a_record_that_says_more_than_its_edition_may_goes(school: Path) -> None:
    assert PUBLISHED in built(school)
    fewer = STUDENT_FILE.replace("name: full", "name: preferred")
    write(school, {f"students/{STUDENT}/student.yml": fewer})
    files = built(school)

    assert PUBLISHED not in files
    assert f"college/{STUDENT}/transcript/index.html" in files
    assert b"Ada Marie Park" not in b"".join(files.values())


def test_an_older_record_stays_with_its_day(school: Path) -> None:
    framework = (school / "transcripts/framework.yml").read_text()
    write(school, {"transcripts/framework.yml": framework.replace("Critical thinking", "Thinking")})
    files = built(school)

    assert files[PUBLISHED] == (school / RECORD).read_bytes()


def test_what_is_wrong_with_a_record_is_said_at_each_build(school: Path) -> None:
    framework = (school / "transcripts/framework.yml").read_text()
    write(school, {"transcripts/framework.yml": framework.replace("Critical thinking", "Thinking")})
    first, second = (run(school, editions=("college",)) for _ in range(2))

    assert [one.code for one in first.diagnostics if one.code >= "PG43"] == ["PG430"]
    assert second.diagnostics == first.diagnostics
    assert first.diagnostics[-1].hint == f"type `portfolio-gen issue --student {STUDENT}`"


def test_a_damaged_log_touches_nothing(school: Path) -> None:
    files = built(school)
    write(school, {"transcripts/records/log.jsonl": "{\n"})
    report = run(school)

    assert [one.code for one in report.diagnostics] == ["PG148"]
    assert site(school) == files


def test_the_view_of_a_transcript_names_its_record(school: Path) -> None:
    from portfolio_gen.hallway.records import site_of, with_record
    from portfolio_gen.read.digest import hash_file

    read = read_whole(school)
    student = read.students[0]
    planned = site_of(read, student, "college", TODAY)
    assert planned and planned.transcript and planned.transcript.record is None
    shown = with_record(read, student, planned, TODAY, hash_file)
    assert shown.transcript
    view = shown.transcript.record
    assert view

    assert view.address == "transcript/transcript.json"
    assert view.digest == hash_file(school / RECORD)
    assert view.fingerprint.replace(" ", "") == view.digest[:20].upper()
    assert (str(view.issued), view.final) == ("2026-11-22", False)
    assert view.url == f"{HOST}/{PUBLISHED}"
    assert view.verify_url.startswith(f"{HOST}/college/verify/#ada-park=")


def test_the_search_for_leaks_reads_records(school: Path) -> None:
    built(school)
    read = read_whole(school)
    assert inspect(read, school / "site", on=TODAY).leaks == ()

    place = school / "site" / PUBLISHED
    record = json.loads(place.read_text())
    record["description"] += " You let the numbers change your mind."
    place.write_text(json.dumps(record))

    assert PUBLISHED.partition("/")[2] in {
        one.file for one in inspect(read, school / "site", on=TODAY).leaks
    }


def test_two_shards_publish_what_one_build_does(school: Path, tmp_path: Path) -> None:
    from portfolio_gen.merge import merge
    from portfolio_gen.model.shard import Shard

    whole = {path: data for path, data in built(school).items() if path.startswith("college/")}
    outs = []
    for number in (1, 2):
        outs.append(tmp_path / f"shard-{number}")
        run(
            school,
            out=outs[-1],
            editions=("college",),
            shard=Shard(number=number, of=2),
            rendering=_real(),
        )
    merged = tmp_path / "merged"
    done = merge(school, merged, outs, editions=("college",), on=TODAY, rendering=_real())
    assert not done.report.refused, done.report.diagnostics

    for path, data in whole.items():
        assert (merged / path).read_bytes() == data, path


def _real() -> object:
    from portfolio_gen.hallway.unit import RENDERING

    return RENDERING


def test_signing_again_publishes_the_new_record(school: Path) -> None:
    before = built(school)
    sign(school, COLLEGE, at="2026-11-22T11:00:00Z")
    assert built(school) == before


def test_an_unlisted_edition_publishes_its_records_at_secret_addresses(school: Path) -> None:
    settings = (school / "portfolio.yml").read_text()
    secret = f"{settings}    unlisted: true\n"
    write(school, {"portfolio.yml": secret})
    assert PUBLISHED not in built(school)

    sign(school, COLLEGE, at="2026-11-22T11:00:00Z")
    files = built(school)
    (record,) = (path for path in files if path.endswith("transcript.json"))
    assert record.startswith("college/student-") and STUDENT.encode() not in files[record]
    assert "college/verify/index.html" in files and "college/issuer/did.json" in files
    for path, data in files.items():
        if path.startswith(("college/issuer/", "college/verify/")):
            assert b"student-" not in data, path
