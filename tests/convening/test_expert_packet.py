"""A packet for an expert: it holds one pitch and not a word beside it, it opens, and its ballot counts."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from heard_school import heard_school
from plain_search import WORD, words_in
from portfolio_gen.cli import porch
from portfolio_gen.convening import expert_packet
from portfolio_gen.proceedings import CannotProceed
from school import COMMITTEE, CONSENT, TODAY, write

UNTIL = TODAY.replace(month=12)
PITCH = "ada-park/beans"
EXPERT = "  - { id: n-haas, name: Nora Haas, role: botanist, expert: true }\n"
ELSEWHERE = {
    "portfolio.yml": "format: 1\nschool: Little School\nplace: qzelsewacanaryqz\n",
    "students/ada-park/narrative.md": "---\nstatus: published\n---\nqzelsewbcanaryqz\n",
    "students/ada-park/goals/run.md": "---\ntitle: qzelsewccanaryqz\naudience: [committee]\n---\n",
    "students/ada-park/pitches/other.md": (
        "---\ntitle: qzelsewdcanaryqz\ndate: 2026-05-01\nartifacts: [bean-diary]\nstatus: published\n"
        "claims: [{credit: communication/academics, level: foundation}]\n---\nqzelsewecanaryqz\n"
    ),
    "students/ada-park/artifacts/secret/artifact.md": (
        "---\ntitle: qzelsewfcanaryqz\ndate: 2026-03-01\nstatus: published\naudience: [committee]\n---\nx\n"
    ),
    "students/ada-park/student.yml": (
        "name: Ada\npronouns: she/her\nsentence: qzelsewgcanaryqz\ninterests: [qzelsewhcanaryqz]\n"
        "statement: qzelsewicanaryqz\nlinks: [{title: qzelsewjcanaryqz, url: 'https://a.example/'}]\n"
    ),
    "students/bo-berg/student.yml": "name: qzelsewkcanaryqz\n",
    "transcripts/committee.yml": COMMITTEE.replace("Berit Lund", "qzelsewlcanaryqz").replace(
        "name: Celia Mora",
        "name: Celia Mora\n    conflicts: [{student: bo-berg, why: qzelsewmcanaryqz}]",
    )
    + EXPERT,
    "transcripts/consent.yml": CONSENT.replace("parent", "guardian"),
    "transcripts/school-profile.md": "qzelsewncanaryqz\n",
}
"""Words that are everywhere but in the pitch."""
LEDGER = """\
official_name: qzelsewocanaryqz
enrolment: { entered: 2025-09, phase: 10, framework: 2024, advisor: e-obi }
decisions:
  - id: d0
    credit: communication/community
    level: foundation
    outcome: not-yet
    date: 2026-02-20
    artifacts: [secret]
    committee: [b-lund, c-mora]
    feedback: qzelsewpcanaryqz
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = heard_school(tmp_path_factory.mktemp("expert") / "school")
    write(root, {**ELSEWHERE, "transcripts/ada-park.yml": LEDGER})
    shutil.rmtree(root / "transcripts/ballots/ada-park")
    return root


@pytest.fixture(scope="module")
def packet(school: Path) -> bytes:
    return expert_packet(school, PITCH, "n-haas", until=UNTIL, on=TODAY)


@pytest.fixture(scope="module")
def page(packet: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(packet)) as archive:
        return archive.read("beans/index.html").decode()


def test_it_holds_the_pitch_and_the_form(page: str) -> None:
    for words in (
        "What the beans taught me",
        "I want to show you page three of the diary.",
        "I thought that the beans by the window would drink most.",
        "My first answer was wrong",
        "I can point to the place in my work that shows it.",
        "for Nora Haas",
        "This folder is meant to be used until",
        "December 22, 2026",
        'id="ballot"',
    ):
        assert words in page


def test_it_holds_nothing_else(school: Path, packet: bytes) -> None:
    """Everything else in the school says a canary somewhere; the packet is unpacked and searched for all of them."""
    planted = {
        word for path in school.rglob("*") if path.is_file() for word in WORD.findall(_text(path))
    }
    assert len(planted) >= 18
    assert words_in(packet) == frozenset()
    for name in (b"Celia Mora", b"Efe Obi", b"c-mora", b"bo-berg", b"botanist", b"she/her"):
        assert not any(name in data for data in _files(packet).values())


def test_only_what_the_page_needs_is_packed_and_all_of_that(packet: bytes, page: str) -> None:
    files = _files(packet)
    wanted = {
        f"beans/{one.split()[0]}"
        for pair in re.findall(r'(?:href|src)="([^"#:]+)"|srcset="([^"]+)"', page)
        for one in (pair[0], *pair[1].split(", "))
        if one
    }
    assert wanted <= files.keys()
    assert any(one.endswith(".webp") for one in files)
    assert not [one for one in files if "bundle" in one or "search" in one or "queue" in one]
    assert sum(map(len, files.values())) < 600_000


def test_no_path_leaves_the_folder_and_the_same_school_gives_the_same_bytes(
    school: Path, packet: bytes, tmp_path: Path
) -> None:
    assert all(one.startswith("beans/") and ".." not in one for one in _files(packet))
    elsewhere = shutil.copytree(school, tmp_path / "moved")
    assert expert_packet(elsewhere, PITCH, "n-haas", until=UNTIL, on=TODAY) == packet
    assert str(school).encode() not in b"".join(_files(packet).values())


def test_its_ballot_is_counted(school: Path, page: str, tmp_path: Path) -> None:
    root = shutil.copytree(school, tmp_path / "school")
    said = dict(re.findall(r'data-(student|pitch|submission)="([^"]*)"', page))
    credit, level = re.findall(r'class="sheet" data-credit="([^"]*)" data-level="([^"]*)"', page)[0]
    assert re.findall(r'<option value="(n-haas|[a-z]-[a-z]+)"', page) == ["n-haas"]
    score = {
        "credit": credit,
        "level": level,
        "ratings": {"evidence": "meeting", "reflection": "meeting"},
        "outcome": "earned",
    }
    ballot = {
        "ballot": "1",
        **said,
        "reviewer": "n-haas",
        "name": "Nora Haas",
        "date": str(TODAY),
        "scores": [score],
    }
    write(tmp_path, {"mail/ballot.json": json.dumps(ballot)})
    words = ["decide", str(root), "--ballots", str(tmp_path / "mail"), "--pitch", PITCH]
    done = CliRunner().invoke(porch, [*words, "--on", str(TODAY)])
    assert done.exit_code == 0, done.output
    assert "1 of" in done.output or "1 ballot" in done.output, done.output


@pytest.mark.parametrize(
    ("pitch", "member", "until", "said"),
    [
        ("ada-park/bean", "n-haas", UNTIL, r"was not handed in; did you mean `ada-park/beans`"),
        (PITCH, "n-haa", UNTIL, r"is no member .* did you mean `n-haas`"),
        (PITCH, "c-mora", UNTIL, "is not from outside: write `expert: true`"),
        (PITCH, "n-haas", TODAY.replace(year=2025), "is over"),
        ("bo-berg/beans", "n-haas", UNTIL, "is decided already"),
    ],
)
def test_what_cannot_be_is_refused(
    school: Path, pitch: str, member: str, until: object, said: str
) -> None:
    with pytest.raises(CannotProceed, match=said):
        expert_packet(school, pitch, member, until=until, on=TODAY)  # type: ignore[arg-type]


def test_an_expert_in_conflict_gets_nothing(school: Path, tmp_path: Path) -> None:
    root = shutil.copytree(school, tmp_path / "school")
    related = EXPERT.replace("expert:", "conflicts: [{student: ada-park}], expert:")
    text = (root / "transcripts/committee.yml").read_text().replace(EXPERT, related)
    write(root, {"transcripts/committee.yml": text})
    with pytest.raises(CannotProceed, match="conflict of interest is on record"):
        expert_packet(root, PITCH, "n-haas", until=UNTIL, on=TODAY)


def test_a_frozen_copy_that_was_touched_is_not_sent(school: Path, tmp_path: Path) -> None:
    root = shutil.copytree(school, tmp_path / "school")
    path = root / "transcripts/submissions/ada-park/beans/1/pitches/beans.md"
    path.write_text(path.read_text().replace("page three", "page four"))
    with pytest.raises(CannotProceed, match="is not what was handed in"):
        expert_packet(root, PITCH, "n-haas", until=UNTIL, on=TODAY)


def test_the_command_writes_it(school: Path, tmp_path: Path) -> None:
    out = tmp_path / "p.zip"
    words = ["packet", PITCH, str(school), "--expert", "n-haas", "--until", str(UNTIL)]
    done = CliRunner().invoke(porch, [*words, "--out", str(out), "--on", str(TODAY)])
    assert (done.exit_code, done.output) == (0, f"wrote {out}\n")
    assert zipfile.is_zipfile(out)
    refused = CliRunner().invoke(porch, ["packet", "nobody/x", str(school), *words[3:]])
    assert refused.exit_code != 0
    assert "was not handed in" in refused.output


def _files(packet: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packet)) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "ignore")
