"""Ballots of a committee that sits together: on file as they came, or refused in words; nothing is written over."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.handing_in import hand_in
from portfolio_gen.model.dates import Day
from portfolio_gen.proceedings import CannotProceed
from portfolio_gen.read.school import read_school
from portfolio_gen.reviewing import BallotBox, Taken
from portfolio_gen.serve.review import STAMP
from school import COMMITTEE, STUDENT, minimal_school, write

HANDED_IN, TODAY = Day(2026, 5, 10), Day(2026, 5, 20)
SESSION = """\
title: Pitches of May
date: 2026-05-20
start: "15:30"
chair: b-lund
members: [b-lund, e-obi]
pitches: [{ pitch: ada-park/beans }]
"""
PLACE = f"transcripts/ballots/{STUDENT}/beans/1"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = minimal_school(tmp_path_factory.mktemp("pattern"))
    expert = "  - id: d-ruiz\n    name: Dora Ruiz\n    conflicts: [{ student: ada-park }]\n"
    gone = "  - id: f-long\n    name: Fay Long\n    until: 2025-07-31\n"
    write(root, {"transcripts/committee.yml": COMMITTEE + expert + gone})
    write(root, {"transcripts/sessions/may.yml": SESSION})
    write(
        root,
        {"transcripts/sessions/empty.yml": SESSION.replace("ada-park/beans", "ada-park/other")},
    )
    assert hand_in(root, STUDENT, "beans", on=HANDED_IN, even_so=True).digest
    return root


@pytest.fixture
def school(pattern: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pattern, tmp_path / "school"))


def ballot(root: Path, **changes: Any) -> bytes:
    read, _ = read_school(root)
    assert read is not None
    values: dict[str, Any] = {
        "ballot": "1",
        "student": STUDENT,
        "pitch": "beans",
        "submission": read.submissions[-1].digest,
        "reviewer": "b-lund",
        "name": "Berit Lund",
        "date": "2026-05-20",
        "scores": [
            {
                "credit": "critical-thinking/academics",
                "level": "foundation",
                "ratings": {"evidence": "meeting", "reflection": "exceeding"},
                "outcome": "earned",
            }
        ],
        **changes,
    }
    return json.dumps({name: one for name, one in values.items() if one is not None}).encode()


def on_file(root: Path) -> dict[str, bytes]:
    folder = root / "transcripts" / "ballots"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def take(root: Path, session: str | None = None, **changes: Any) -> Taken:
    return BallotBox(root, on=TODAY, session=session).take(ballot(root, **changes))


def test_a_ballot_is_on_file_byte_for_byte(school: Path) -> None:
    given = ballot(school, strong="Zoë’s\nbeans: # <b>")
    taken = BallotBox(school, on=TODAY).take(given)
    assert taken.ballot is not None
    assert on_file(school) == {f"{PLACE}/b-lund.json": given}
    read, found = read_school(school)
    assert read is not None
    assert [one.reviewer for one in read.ballots] == ["b-lund"]
    assert not [one for one in found if "ballot" in one.span.path]


def test_nobody_votes_twice_and_nothing_is_written_over(school: Path) -> None:
    box = BallotBox(school, on=TODAY)
    assert box.take(first := ballot(school)).ballot
    again = box.take(ballot(school, strong="I have thought again."))
    assert again.again
    assert "second one is not taken" in again.words[0]
    assert on_file(school) == {f"{PLACE}/b-lund.json": first}
    assert box.take(first).again
    assert box.take(ballot(school, reviewer="c-mora", name="Celia Mora")).ballot
    assert len(on_file(school)) == 2


def test_what_somebody_else_has_put_there_stays(school: Path) -> None:
    box = BallotBox(school, on=TODAY)
    write(school, {f"{PLACE}/b-lund.yml": "by mail"})
    assert box.take(ballot(school)).again
    assert on_file(school) == {f"{PLACE}/b-lund.yml": b"by mail"}


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("another version of the work", {"submission": "sha256:" + "0" * 64}),
        ("no member of the committee", {"reviewer": "stranger"}),
        ("no member of the committee", {"reviewer": "../../../portfolio"}),
        ("is not a member on", {"reviewer": "f-long"}),
        ("conflict of interest on record", {"reviewer": "d-ruiz"}),
        ("this student's advisor", {"reviewer": "e-obi"}),
        ("No such pitch", {"pitch": "../../.."}),
        ("No such pitch", {"student": "../../../students/ada-park"}),
        ("No such pitch", {"student": "nobody"}),
        ("", {"ballot": "2"}),
        ("says nothing about", {"scores": []}),
        ("", {"date": "soon"}),
        ("", {"unknown": "key"}),
        ("", {"reviewer": None}),
        ("", {"scores": [{"credit": "c", "outcome": "earned", "ratings": {"x": ["y"]}}]}),
    ],
)
def test_what_would_not_count_is_refused(school: Path, words: str, changes: dict[str, Any]) -> None:
    before = sorted(school.rglob("*"))
    taken = take(school, **changes)
    assert taken.ballot is None
    assert not taken.again
    assert taken.words
    assert words in " ".join(taken.words)
    assert on_file(school) == {}
    lock = school / ".portfolio-gen"
    assert sorted(one for one in school.rglob("*") if lock not in (one, *one.parents)) == [
        one for one in before if lock not in (one, *one.parents)
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[" * 50_000,
        b"{" * 50_000,
        b"null",
        b"[]",
        b'"text"',
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b]",
        b"!!python/object/apply:os.system [id]",
        b'{"ballot": "1", "ballot": "1"}',
        b"\0",
        b"---\n---\n",
    ],
)
def test_garbage_is_refused_in_words(school: Path, data: bytes) -> None:
    taken = BallotBox(school, on=TODAY).take(data)
    assert taken.ballot is None
    assert taken.words
    assert "Traceback" not in " ".join(taken.words)
    assert on_file(school) == {}


def test_whoever_declares_a_conflict_is_on_file_and_does_not_count(school: Path) -> None:
    taken = take(school, conflict="She is my niece.", scores=None)
    assert "You stand back" in taken.words[0]
    assert list(on_file(school)) == [f"{PLACE}/b-lund.json"]
    assert not take(school, reviewer="stranger", conflict="None of my business.").ballot


def test_only_what_a_session_hears_from_those_who_sit_in_it(school: Path) -> None:
    assert "does not sit in this session" in take(school, "may", reviewer="c-mora").words[0]
    assert "not heard in the session" in take(school, "empty").words[0]
    assert take(school, "may").ballot
    with pytest.raises(CannotProceed, match="did you mean `may`"):
        BallotBox(school, on=TODAY, session="mai")


def test_work_that_is_handed_in_anew_meanwhile_is_what_counts(school: Path) -> None:
    box, old = BallotBox(school, on=TODAY), ballot(school)
    page = school / "students" / STUDENT / "pitches" / "beans.md"
    page.write_text(page.read_text() + "\nI have counted again.\n")
    assert hand_in(school, STUDENT, "beans", on=Day(2026, 5, 12), even_so=True).digest
    assert "another version of the work" in box.take(old).words[0]
    assert box.take(ballot(school)).ballot
    assert list(on_file(school)) == [f"transcripts/ballots/{STUDENT}/beans/2/b-lund.json"]


def test_the_command_lets_a_browser_in_and_files_what_it_hands_in(school: Path) -> None:
    (school / "transcripts" / "sessions" / "empty.yml").unlink()
    said = ballot(school)
    program = [sys.executable, "-c", "from portfolio_gen.cli import main; main()"]
    running = subprocess.Popen(
        [*program, "review", str(school), "--port", "0", "--on", str(TODAY)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert running.stdout is not None
        found = None
        while found is None and (line := running.stdout.readline()):
            found = re.search(r"http://127\.0\.0\.1:(\d+)(/enter/\S+)", line)
        assert found is not None
        port, enter = int(found[1]), found[2]
        status, headers, _ = _ask(port, "GET", enter)
        assert (status, headers["Location"]) == (303, "/pitches/")
        cookie = {"Cookie": str(headers["Set-Cookie"]).partition(";")[0]}
        _, _, page = _ask(port, "GET", f"/{STUDENT}/pitches/beans/", **cookie)
        stamp = re.search(r'data-stamp="([^"]+)"', page)
        assert stamp is not None
        origin = {"Origin": f"http://127.0.0.1:{port}", STAMP: stamp[1], **cookie}
        hand = {"Content-Type": "application/json", **origin}
        assert _ask(port, "POST", "/ballots", said, **hand)[0] == 201
        assert _ask(port, "POST", "/ballots", said, **hand)[0] == 409
        assert on_file(school) == {f"{PLACE}/b-lund.json": said}
    finally:
        running.send_signal(signal.SIGINT)
        rest, _ = running.communicate(timeout=30)
    assert "For another one: http://127.0.0.1:" in rest
    assert "Filed: b-lund about ada-park/beans" in rest
    assert "Traceback" not in rest


def _ask(
    port: int, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, str]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request(method, path, body, headers)
    answer = line.getresponse()
    text = answer.read().decode()
    line.close()
    return answer.status, answer.headers, text
