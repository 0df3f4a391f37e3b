"""The chair's papers and calendar: what they say, that the same school gives the same bytes, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from heard_school import SESSION, heard_school
from portfolio_gen.cli import porch
from portfolio_gen.convening import (
    print_agenda,
    print_packets,
    print_summary,
    waiting,
    write_calendar,
)
from portfolio_gen.proceedings import CannotProceed, open_school
from portfolio_gen.render import words_on_paper
from school import TODAY, write


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return heard_school(tmp_path_factory.mktemp("heard") / "school")


@pytest.fixture(scope="module")
def undecided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same before anything was decided, so that there still is something to score."""
    root = heard_school(tmp_path_factory.mktemp("undecided") / "school")
    for student in ("ada-park", "bo-berg"):
        ledger = root / f"transcripts/{student}.yml"
        ledger.write_text(ledger.read_text().partition("decisions:")[0])
    return root


def words(data: bytes) -> str:
    return " ".join(words_on_paper(data).split())


def test_the_agenda_says_when_who_and_what(school: Path) -> None:
    text = words(print_agenda(school, "april", TODAY))

    for said in ("15:30–15:55", "Tea", "16:05–16:30", "What the beans taught me", "Ada", "Bo"):
        assert said in text
    assert "Berit Lund (chair, science)" in text
    assert "For the committee only" in text
    assert "How far we agree" not in text


def test_the_summary_is_one_page_of_decisions_and_agreement(school: Path) -> None:
    text = words(print_summary(school, "april", TODAY))

    assert "not yet" in text and "held until December 4, 2026" in text
    assert "Not decided in this session: Ada: What the beans taught me" in text
    assert "Berit Lund: Emerging; Celia Mora: Exceeding" in text
    assert "page 1 of 1" in text
    # Who is stricter is for the page alone, which does not lie about.
    assert "stricter" not in text and "milder" not in text


def test_a_summary_says_which_records_cannot_be_read(tmp_path: Path) -> None:
    root = heard_school(tmp_path / "school")
    ledger = root / "transcripts/bo-berg.yml"
    ledger.write_text(ledger.read_text() + "\nbad: [")
    text = words(print_summary(root, "april", TODAY))
    assert "Cannot be read just now: Bo: What the beans taught me" in text
    assert "Not decided in this session: Ada: What the beans taught me" in text
    assert "Bo: What" not in text.partition("Not decided")[2].partition("Cannot")[0]


@pytest.mark.parametrize("make", [print_agenda, print_summary])
def test_the_same_school_gives_the_same_bytes(
    school: Path, tmp_path: Path, make: Callable[..., bytes]
) -> None:
    elsewhere = shutil.copytree(school, tmp_path / "elsewhere")
    assert make(school, "april", TODAY) == make(elsewhere, "april", TODAY)


def test_packets_hold_claim_work_and_rubric_with_boxes(undecided: Path) -> None:
    data = print_packets(undecided, "april", [], TODAY)
    text = words(data)

    assert "Critical thinking in academics, Foundation" in text
    assert "My first answer was wrong and I can show where I noticed." in text
    assert "I want to show you page three of the diary." in text
    assert "I thought that the beans by the window would drink most." in text
    assert text.count("Scored by") == 2
    assert "Evidence Emerging Meeting (the student’s own rating) I can point to the place" in text
    assert "I have a conflict of interest and do not score this." in text
    assert "earned not yet What was strong" in text
    assert b"/Subtype/Image" in data.replace(b" ", b"")
    assert data == print_packets(undecided, "april", [], TODAY)
    assert str(undecided).encode() not in data


def test_one_packet_has_only_that_pitch(undecided: Path) -> None:
    text = words(print_packets(undecided, "april", ["bo-berg/beans"], TODAY))
    assert text.count("Scored by") == 1
    assert "16:05–16:30" in text and "15:30" not in text


def test_a_pitch_that_the_session_does_not_hear_is_refused(school: Path) -> None:
    with pytest.raises(CannotProceed, match=r"does not hear `bo-berg/bean`; did you mean"):
        print_packets(school, "april", ["bo-berg/bean"], TODAY)


def test_a_pitch_that_was_not_handed_in_is_named(tmp_path: Path) -> None:
    root = heard_school(tmp_path / "school")
    shutil.rmtree(root / "transcripts/submissions/bo-berg")
    with pytest.raises(CannotProceed, match="`bo-berg/beans` was not handed in"):
        print_packets(root, "april", [], TODAY)


def test_a_calendar_names_students_only_when_asked_to(school: Path) -> None:
    quiet = write_calendar(school, [], named=False, on=TODAY).decode()
    named = write_calendar(school, ["april"], named=True, on=TODAY).decode()

    assert "15:30 Pitch 1\\n15:55 Tea\\n16:05 Pitch 2" in quiet.replace("\r\n ", "")
    assert "Ada" not in quiet and "beans" not in quiet
    assert "15:30 Ada: What the beans taught me" in named.replace("\r\n ", "")


def test_what_waits_is_what_nothing_has_answered_and_no_session_ahead_hears(tmp_path: Path) -> None:
    root = heard_school(tmp_path / "school")
    assert waiting(open_school(root), TODAY) == ("ada-park/beans",)
    write(root, {"transcripts/sessions/may.yml": SESSION.replace("2026-04-20", "2026-12-01")})
    assert waiting(open_school(root), TODAY) == ()


def test_a_session_that_is_not_there_is_named_with_the_nearest(school: Path) -> None:
    with pytest.raises(CannotProceed, match=r"no session `apri` .* did you mean `april`"):
        print_agenda(school, "apri", TODAY)


def test_before_anything_was_decided_there_is_no_summary(tmp_path: Path) -> None:
    root = heard_school(tmp_path / "school")
    write(root, {"transcripts/sessions/may.yml": SESSION.replace("2026-04-20", "2026-12-01")})
    with pytest.raises(CannotProceed, match="nothing is on record as decided in `may`"):
        print_summary(root, "may", TODAY)


def test_a_letter_that_no_font_has_is_named(tmp_path: Path) -> None:
    root = heard_school(tmp_path / "school")
    write(root, {"transcripts/sessions/april.yml": SESSION.replace("in April", "\\U00012000")})
    text = (root / "transcripts/sessions/april.yml").read_text()
    write(root, {"transcripts/sessions/april.yml": text.replace("\\U00012000", "\U00012000")})
    with pytest.raises(CannotProceed, match="no font has"):
        print_agenda(root, "april", TODAY)


# At the command line


def run(*words: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(porch, [str(one) for one in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_a_session_is_started_with_all_that_waits(tmp_path: Path) -> None:
    root = heard_school(tmp_path / "school")
    code, said = run(
        *("new", "session", "Pitches in May", root, "--date", "2026-12-08", "--start", "15:30"),
        *("--chair", "b-lund", "--member", "e-obi", "--waiting", "--release", "2026-12-11"),
    )
    wrote = f"wrote {root / 'transcripts/sessions/pitches-in-may.yml'}\n"
    assert (code, said.startswith(wrote)) == (0, True)
    session = open_school(root).sessions[-1]
    assert session.members == ("b-lund", "e-obi")
    assert [one.pitch for one in session.pitches] == ["ada-park/beans"]
    assert str(session.release) == "2026-12-11"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (("--start", "15.30"), "a time is written like 15:30"),
        (("--chair", "b-lun"), "`b-lun` is no member in transcripts/committee.yml; did you mean"),
        (("--pitch", "ada-park/bean"), "was not handed in"),
        (("--date", "8 December"), "a day is written like"),
    ],
)
def test_a_session_that_cannot_be_is_refused(
    school: Path, changes: tuple[str, str], said: str
) -> None:
    right = {"--date": "2026-12-08", "--start": "15:30", "--chair": "b-lund"}
    options = [word for pair in {**right, **dict([changes])}.items() for word in pair]
    code, output = run("new", "session", "Never", school, *options)
    assert code != 0
    assert said in output
    assert not (school / "transcripts/sessions/never.yml").exists()


def test_papers_are_written_where_they_are_asked_for(school: Path, tmp_path: Path) -> None:
    for kind, start in {"agenda": b"%PDF", "summary": b"%PDF"}.items():
        assert run("session", kind, "april", school, "--out", tmp_path / kind)[0] == 0
        assert (tmp_path / kind).read_bytes().startswith(start)
    assert run("session", "calendar", school, "--out", tmp_path / "ics")[0] == 0
    assert (tmp_path / "ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
