"""What is signed, when it is signed again, and what becomes of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from portfolio_gen.hallway.records import kept_name
from portfolio_gen.issuing import (
    Book,
    CannotIssue,
    Issuing,
    add_key,
    book,
    distrust_key,
    is_in_a_repository,
    read_whole,
    revoke,
)
from portfolio_gen.model.records import LOG
from portfolio_gen.seal.did import did_document
from portfolio_gen.seal.document import Document, read_document
from portfolio_gen.seal.verify import Papers, verify
from portfolio_gen.survey import survey
from portfolio_gen.verification import is_of
from school import COMMITTEE, CONSENT, LEDGER, STUDENT, STUDENT_FILE, TODAY, write
from signed_school import (
    AT,
    COLLEGE,
    DID,
    HOST,
    KEY,
    OTHER_KEY,
    RECORD,
    keyed_school,
    record_of,
    sign,
    signed_school,
)

LATER = "2026-11-22T10:00:00Z"
NOW = "2026-11-23T00:00:00Z"
SECOND = """\
  - id: d2
    credit: communication/community
    level: foundation
    outcome: earned
    date: 2026-06-01
    artifacts: [bean-diary]
    committee: [b-lund, c-mora]
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return signed_school(tmp_path / "school")


def fates(issued: object) -> list[str]:
    return [one.fate for one in issued.outcomes]  # type: ignore[attr-defined]


def codes(school: Path) -> list[str]:
    return [one.code for one in survey(school, on=TODAY).diagnostics if one.code >= "PG43"][:9]


def papers_of(school: Path) -> Papers:
    folder = school / "transcripts/records/college"
    return Papers(
        did=did_document(DID, read_whole(school).records.keys),
        revoked=read_document((folder / "status.list.json").read_bytes()),
        newer=read_document((folder / "newer.list.json").read_bytes()),
    )


def earn_another(school: Path) -> None:
    ledger = LEDGER.replace("habits:\n", f"{SECOND}habits:\n", 1)
    write(school, {f"transcripts/{STUDENT}.yml": ledger})


def test_what_is_signed_is_genuine_and_says_what_the_edition_may_say(school: Path) -> None:
    record = record_of(school)
    found = verify(record, papers_of(school), now=NOW)

    assert found.genuine and found.revoked is False and found.newer is False
    assert record["id"] == f"{HOST}/college/ada-park/transcript/transcript.json"
    assert record["name"] == "Mastery transcript of Ada Marie Park (in progress)"
    assert found.credits == (("Critical thinking in academics (Foundation)", "2026-04-20"),)
    assert codes(school) == []


def test_no_word_of_a_student_and_no_adult_who_may_not_be_named_is_in_a_record(
    school: Path,
) -> None:
    text = (school / RECORD).read_text()

    for words in ("beans", "bean-diary", "Berit", "numbers change your mind", "she/her", "sharing"):
        assert words not in text
    assert "Decided by science, languages." in text


def test_embedded_credits_have_identifiers_and_no_ids(school: Path) -> None:
    record = record_of(school)
    (credit,) = record["credentialSubject"]["verifiableCredential"]

    assert "id" not in credit["credentialSubject"] and "id" not in record["credentialSubject"]
    assert credit["credentialSubject"]["identifier"] == record["credentialSubject"]["identifier"]
    assert [one["cryptosuite"] for one in record["proof"]] == ["eddsa-rdfc-2022", "eddsa-jcs-2022"]
    assert credit["proof"]["cryptosuite"] == "eddsa-rdfc-2022"


def test_only_what_has_changed_is_signed_again(school: Path) -> None:
    before = (school / RECORD).read_bytes()

    assert fates(sign(school, at=LATER)) == ["unchanged"]
    assert (school / RECORD).read_bytes() == before

    earn_another(school)
    assert codes(school) == ["PG430"]
    assert fates(sign(school, at=LATER)) == ["signed"]
    assert codes(school) == []
    assert len(record_of(school)["credentialSubject"]["verifiableCredential"]) == 2


def test_an_earlier_record_is_genuine_and_not_the_latest(school: Path) -> None:
    earlier = record_of(school)
    earn_another(school)
    sign(school, at=LATER)
    found = verify(earlier, papers_of(school), now=NOW)

    assert (found.genuine, found.newer, found.revoked) == (True, True, False)


def test_the_log_is_only_appended_to(school: Path) -> None:
    before = (school / LOG).read_bytes()
    earn_another(school)
    sign(school, at=LATER)

    assert (school / LOG).read_bytes().startswith(before)


def test_a_revoked_record_stays_revoked_until_it_is_signed_anew(school: Path) -> None:
    record = record_of(school)
    done = revoke(school, [STUDENT], [], "a mistake", KEY, at=LATER)

    assert [(one.edition, one.fate) for one in done] == [("college", "revoked")]
    assert verify(record, papers_of(school), now=NOW).revoked is True
    assert "a mistake" not in (school / "transcripts/records/college/status.list.json").read_text()
    assert fates(sign(school, at=LATER)) == ["revoked"]

    again = replace(COLLEGE, students=(STUDENT,), again="put right")
    assert fates(sign(school, again, at=LATER)) == ["signed"]
    assert verify(record_of(school), papers_of(school), now=NOW).genuine
    assert verify(record, papers_of(school), now=NOW).revoked is True
    assert fates(sign(school, at=LATER)) == ["unchanged"]


def test_reissuing_revokes_what_was_there(school: Path) -> None:
    earlier = record_of(school)
    sign(school, replace(COLLEGE, students=(STUDENT,), again="put right"), at=LATER)

    assert verify(earlier, papers_of(school), now=NOW).revoked is True
    assert verify(record_of(school), papers_of(school), now=NOW).genuine


def test_a_final_transcript_is_signed_when_that_is_said_and_replaced_by_reissuing(
    school: Path,
) -> None:
    final = replace(COLLEGE, final=True)
    assert fates(sign(school, final)) == ["not final"]

    ledger = LEDGER.replace("decisions:\n", "transcript: final\ndecisions:\n", 1)
    write(school, {f"transcripts/{STUDENT}.yml": ledger})
    assert fates(sign(school)) == ["final"]
    assert fates(sign(school, final, at=LATER)) == ["signed"]
    assert record_of(school)["name"].endswith("(final)")
    entry = read_whole(school).records.latest("college", STUDENT)
    assert entry and entry.final

    earned = ledger.replace("habits:\n", f"{SECOND}habits:\n", 1)
    write(school, {f"transcripts/{STUDENT}.yml": earned})
    assert fates(sign(school, final, at=LATER)) == ["final"]
    again = replace(COLLEGE, students=(STUDENT,), again="one credit was missing")
    assert fates(sign(school, again, at=LATER)) == ["signed"]


def test_what_a_retired_key_has_signed_stays_valid(school: Path) -> None:
    record = record_of(school)
    add_key(Book(school, read_whole(school).records), OTHER_KEY.public, LATER)

    assert read_whole(school).records.current == OTHER_KEY.public
    assert fates(sign(school, key=OTHER_KEY, at=LATER)) == ["unchanged"]
    assert verify(record, papers_of(school), now=NOW).genuine
    with pytest.raises(CannotIssue, match="signs with"):
        sign(school)


def test_what_a_distrusted_key_has_signed_is_not_and_is_signed_anew(school: Path) -> None:
    record = record_of(school)
    with pytest.raises(CannotIssue, match="rotate"):
        distrust_key(school, KEY.public, "stolen", KEY, at=LATER)
    add_key(Book(school, read_whole(school).records), OTHER_KEY.public, LATER)
    distrust_key(school, KEY.public, "stolen", OTHER_KEY, at=LATER)

    found = verify(record, papers_of(school), now=NOW)
    assert [one.value for one in found.doubts] == ["other-key"]
    assert fates(sign(school, key=OTHER_KEY, at=LATER)) == ["signed"]
    assert verify(record_of(school), papers_of(school), now=NOW).genuine


def test_a_record_that_says_too_much_by_now_is_withheld(school: Path) -> None:
    named = STUDENT_FILE.replace("name: full", "name: preferred")
    write(school, {f"students/{STUDENT}/student.yml": named})
    assert codes(school) == ["PG431"]

    write(school, {f"students/{STUDENT}/student.yml": STUDENT_FILE})
    assert codes(school) == []
    write(school, {"transcripts/consent.yml": "people: {}\n"})
    assert codes(school) == ["PG431"]


def test_other_words_for_roles_and_rubrics_make_a_record_old_and_withhold_nothing(
    school: Path,
) -> None:
    write(
        school, {"transcripts/committee.yml": COMMITTEE.replace("role: science", "role: biology")}
    )
    assert codes(school) == ["PG430"]

    write(school, {"transcripts/committee.yml": COMMITTEE})
    assert codes(school) == []


def test_an_adult_who_may_not_be_named_any_more_is_named_in_no_record(school: Path) -> None:
    agreed = f"{CONSENT}  b-lund:\n    - {{edition: college, shows: [name], given: 2026-01-01, by: self}}\n"
    write(school, {"transcripts/consent.yml": agreed})
    assert codes(school) == ["PG430"]
    sign(school, at=LATER)
    assert "Decided by Berit Lund, languages." in (school / RECORD).read_text()

    write(school, {"transcripts/consent.yml": CONSENT})
    assert codes(school) == ["PG431"]


def test_a_withdrawn_award_is_withheld_and_a_changed_file_too(school: Path) -> None:
    corrected = LEDGER.replace(
        "habits:\n", f"{SECOND.replace('earned', 'not-yet')}    corrects: d1\nhabits:\n", 1
    )
    write(school, {f"transcripts/{STUDENT}.yml": corrected})
    assert codes(school) == ["PG431"]

    write(school, {f"transcripts/{STUDENT}.yml": LEDGER})
    with (school / RECORD).open("a") as file:
        file.write("\n")
    assert codes(school) == ["PG432"]
    assert fates(sign(school, at=LATER)) == ["signed"]
    assert codes(school) == []


def test_where_only_initials_are_shown_the_name_is_a_salted_digest(tmp_path: Path) -> None:
    school = keyed_school(tmp_path / "school")
    write(
        school,
        {
            f"students/{STUDENT}/student.yml": STUDENT_FILE.replace("full", "initials"),
            "transcripts/consent.yml": CONSENT,
        },
    )
    sign(school)
    record = record_of(school)
    (identity,) = record["credentialSubject"]["identifier"]
    entry = read_whole(school).records.latest("college", STUDENT)
    assert entry

    assert identity["hashed"] is True and "salt" not in identity
    assert identity["identityHash"] == kept_name("Ada Marie Park", entry.salt)
    assert is_of(record, "Ada Marie Park", entry.salt)
    assert not is_of(record, "Ada Marie Park", "") and not is_of(record, "Ada", entry.salt)
    text = json.dumps(record)
    assert "Ada" not in text and "ada-park" not in text and entry.salt not in text
    assert record["name"] == "Mastery transcript of A. (in progress)"
    assert fates(sign(school, at=LATER)) == ["unchanged"]


def test_an_edition_without_an_address_is_signed_only_on_trial(tmp_path: Path) -> None:
    school = keyed_school(tmp_path / "school")
    settings = (school / "portfolio.yml").read_text().partition("editions:")[0]
    write(school, {"portfolio.yml": settings})

    with pytest.raises(CannotIssue, match="address"):
        sign(school)
    write(
        school,
        {"portfolio.yml": f"{settings}editions: {{college: {{address: 'http://a.example'}}}}\n"},
    )
    with pytest.raises(CannotIssue, match="https"):
        sign(school)
    assert fates(sign(school, replace(COLLEGE, trial=True))) == ["signed"]
    found = verify(record_of(school), Papers(), now=NOW)
    assert (found.trial, found.doubts, found.genuine) == (True, (), False)


def test_unreleased_decisions_are_never_signed(tmp_path: Path) -> None:
    school = keyed_school(tmp_path / "school")
    released = LEDGER.replace(
        "date: 2026-04-20\n", "date: 2026-04-20\n    release: 2027-01-01\n", 1
    )
    write(school, {f"transcripts/{STUDENT}.yml": released})

    assert fates(sign(school)) == ["nothing earned"]
    assert not (school / RECORD).exists()
    with pytest.raises(CannotIssue):
        sign(school, Issuing(editions=("committee",), trial=True))


def test_whoever_has_errors_waits(school: Path) -> None:
    write(school, {f"students/{STUDENT}/student.yml": "name: [\n"})
    done = sign(school)

    assert fates(done) == ["has errors"]
    assert done.diagnostics and {one.about for one in done.diagnostics} == {STUDENT}


def test_a_place_in_a_repository_is_known(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    assert is_in_a_repository(tmp_path / "keys" / "key.pem")


def test_another_key_signs_nothing(school: Path) -> None:
    with pytest.raises(CannotIssue, match="keys list"):
        sign(school, key=OTHER_KEY)


def test_two_never_sign_at_the_same_time(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "WAIT", 0.0)
    before = (school / LOG).read_bytes()
    with book.sole_writer(school):
        with pytest.raises(CannotIssue, match="somebody else"):
            sign(school)
        with pytest.raises(CannotIssue, match="somebody else"):
            revoke(school, [STUDENT], [], "a mistake", KEY, at=LATER)
    assert (school / LOG).read_bytes() == before
    assert fates(sign(school, at=LATER)) == ["unchanged"]


def _document(path: Path) -> Document:
    return read_document(path.read_bytes())


def test_lists_are_signed_only_when_they_say_something_else(school: Path) -> None:
    folder = school / "transcripts/records/college"
    before = _document(folder / "status.list.json")
    earn_another(school)
    sign(school, at=LATER)

    assert _document(folder / "status.list.json") == before
    assert _document(folder / "newer.list.json")["validFrom"] == LATER
    assert before["validFrom"] == AT
