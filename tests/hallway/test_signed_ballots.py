"""A signed ballot counts as it was written, and no other."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.cli import porch
from portfolio_gen.deciding import Docket, hear
from portfolio_gen.hallway.signed_ballots import CannotSign, sign_ballot
from portfolio_gen.handing_in import hand_in
from portfolio_gen.model.dates import Day
from portfolio_gen.read.school import read_school
from portfolio_gen.seal.keys import key_of
from school import LEDGER, minimal_school

SECRET = {"PORTFOLIO_GEN_KEY_PASSPHRASE": "eleven beans by a window"}
KEY = key_of(bytes(range(32)))
YAML = """\
# Filled in by hand.
ballot: "1"
student: ada-park
pitch: beans
submission: {digest}
reviewer: b-lund
date: 2026-11-19
scores:
  - credit: critical-thinking/academics
    ratings: {{ evidence: meeting, reflection: meeting }}
    outcome: earned
strong: |
  The third page."""


def cast(root: Path, ending: str) -> Path:
    """A school with a ballot in its inbox that is not signed yet."""
    minimal_school(root)
    (root / "transcripts/ada-park.yml").write_text(LEDGER.partition("decisions:")[0])
    hand_in(root, "ada-park", "beans", on=Day(2026, 11, 1), even_so=True)
    school, _ = read_school(root)
    assert school
    digest = school.submissions[-1].digest
    (root / "inbox").mkdir()
    path = root / f"inbox/lund{ending}"
    if ending == ".yml":
        path.write_text(YAML.format(digest=digest))
        return path
    score = {"credit": "critical-thinking/academics", "outcome": "earned"}
    ratings = {"evidence": "meeting", "reflection": "meeting"}
    ballot = {"ballot": "1", "student": "ada-park", "pitch": "beans", "submission": digest}
    ballot |= {"reviewer": "b-lund", "date": "2026-11-19", "strong": "The third page."}
    path.write_text(json.dumps({**ballot, "scores": [{**score, "ratings": ratings}]}, indent=2))
    return path


def know(root: Path, public: str) -> None:
    place = root / "transcripts/committee.yml"
    before = place.read_text()

    place.write_text(before.replace("id: b-lund", f"id: b-lund\n    key: {public}"))
    school, _ = read_school(root)
    member = school.committee.member("b-lund") if school else None
    assert member
    assert member.key == public


def codes(root: Path) -> list[str]:
    docket = Docket(ballots=root / "inbox", on=Day(2026, 11, 20))
    return [one.code for one in hear(root, docket).found]


def call(*words: object) -> Result:
    return CliRunner().invoke(porch, [str(one) for one in words], env=SECRET)


@pytest.mark.parametrize("ending", [".yml", ".json"])
def test_a_signed_ballot_counts_and_a_touched_one_does_not(tmp_path: Path, ending: str) -> None:
    root, key = tmp_path / "school", tmp_path / "keys/lund.pem"
    ballot = cast(root, ending)
    made = call("ballot", "key", key)
    assert made.exit_code == 0, made.output
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    know(root, made.output.split()[-1])
    assert codes(root) == ["PG709"]

    before = ballot.read_bytes()
    done = call("ballot", "sign", ballot, "--key", key)
    assert done.exit_code == 0, done.output
    after = ballot.read_bytes()
    assert after.startswith(before.rstrip(b"}\n"))
    assert codes(root) == []

    again = call("ballot", "sign", ballot, "--key", key)
    assert (again.exit_code, ballot.read_bytes()) == (1, after)
    assert "signed already" in again.output

    ballot.write_bytes(after.replace(b"third page", b"third pagE"))
    assert codes(root) == ["PG708"]


def test_what_another_key_has_signed_does_not_count(tmp_path: Path) -> None:
    ballot = cast(tmp_path, ".yml")
    know(tmp_path, key_of(bytes(32)).public)
    sign_ballot(ballot, KEY)
    assert codes(tmp_path) == ["PG708"]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe\0", b"{" * 5000, b"a: &a [*a]\n", b"ballot: '1'\n", b"x" * 200_001, b"- 1\n"],
)
def test_what_is_no_ballot_is_refused_in_one_sentence_and_left(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.yml"
    path.write_bytes(data)
    with pytest.raises(CannotSign) as told:
        sign_ballot(path, KEY)
    assert "\n" not in str(told.value)
    assert path.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir()] == ["odd.yml"]


def test_a_key_is_never_written_over_nor_put_into_a_repository(tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    key.write_text("mine")
    assert call("ballot", "key", key).exit_code == 1
    assert key.read_text() == "mine"
    (tmp_path / ".git").mkdir()
    assert "repository" in call("ballot", "key", tmp_path / "other.pem").output
    assert not (tmp_path / "other.pem").exists()


def test_keys_that_are_none_are_refused(tmp_path: Path) -> None:
    ballot, key = cast(tmp_path, ".json"), tmp_path / "key.pem"
    key.write_text("no key")
    before = ballot.read_bytes()
    told = call("ballot", "sign", ballot, "--key", key)
    assert told.exit_code == 1
    assert "cannot be used" in told.output
    assert ballot.read_bytes() == before
