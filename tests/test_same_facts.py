"""The page, its PDF and the signed record of one transcript say the same; each is read as a stranger would read it."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.build import build
from school import LEDGER, STUDENT, TODAY, write
from signed_school import HOST, keyed_school, sign

ON_PAGE = re.compile(
    r">\s*([^<>:]+): earned, <time datetime=\"([\d-]+)\">[^<]*</time>, ([^<]*?)(?: ·|<)"
)
ON_PAPER = re.compile(r"(Foundation|Advanced), (\w+ \d+, \d{4})")
MORE = """\
  - id: d2
    credit: communication/community
    level: foundation
    outcome: earned
    date: 2026-06-01
    artifacts: [bean-diary]
    committee: [c-mora, e-obi]
  - id: d3
    credit: critical-thinking/academics
    level: advanced
    outcome: earned
    date: 2026-10-05
    artifacts: [bean-diary]
    committee: [b-lund, e-obi]
"""


@pytest.fixture(scope="module")
def transcript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder of a transcript with three awards."""
    school = keyed_school(tmp_path_factory.mktemp("facts") / "school")
    ledger = LEDGER.replace("habits:\n", f"{MORE}habits:\n", 1)
    write(school, {f"transcripts/{STUDENT}.yml": ledger})
    sign(school)
    build(school, jobs=1, on=TODAY, editions=("college",))
    return school / "site/college" / STUDENT / "transcript"


def record(transcript: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((transcript / "transcript.json").read_text())
    return found


def page(transcript: Path) -> str:
    return (transcript / "index.html").read_text()


def paper(transcript: Path, *manner: str) -> str:
    done = subprocess.run(
        ["pdftotext", *manner, transcript / "transcript.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def in_words(day: str) -> str:
    """A day as people in the United States write it."""
    year, month, number = day.split("-")
    names = "January February March April May June July August September October November December"
    return f"{names.split()[int(month) - 1]} {int(number)}, {year}"


def awards(transcript: Path) -> Counter[tuple[str, str, str]]:
    """Level, day and committee of each credit, by the record."""
    found: Counter[tuple[str, str, str]] = Counter()
    for one in record(transcript)["credentialSubject"]["verifiableCredential"]:
        subject = one["credentialSubject"]
        (by,) = re.findall(r"^Decided by (.+)\.$", subject["narrative"], re.M)
        found[subject["achievement"]["specialization"], one["awardedDate"][:10], by] += 1
    return found


def test_the_page_awards_what_the_record_awards(transcript: Path) -> None:
    on_page = Counter(
        (level.strip(), day, html.unescape(by))
        for level, day, by in ON_PAGE.findall(page(transcript))
    )

    assert on_page == awards(transcript)
    assert len(on_page) == 3


def test_the_paper_awards_what_the_record_awards(transcript: Path) -> None:
    details = paper(transcript, "-layout").partition("Credits in detail")[2]
    on_paper = Counter(ON_PAPER.findall(details))

    assert on_paper == Counter((level, in_words(day)) for level, day, _ in awards(transcript))


def test_all_three_name_the_same_person_school_framework_and_status(transcript: Path) -> None:
    said = record(transcript)
    name = said["credentialSubject"]["identifier"][0]["identityHash"]
    framework = re.match(r"3 earned credits by (.+?)\. ", said["description"])
    assert framework

    for told in (html.unescape(page(transcript)), paper(transcript)):
        text = " ".join(told.split())
        for fact in (name, said["issuer"]["name"], framework[1], "in progress"):
            assert fact in text
    assert said["name"] == f"Mastery transcript of {name} (in progress)"


def test_page_and_paper_lead_to_the_record_and_to_the_page_that_checks_it(transcript: Path) -> None:
    from portfolio_gen.render import links_of_pdf

    links = links_of_pdf((transcript / "transcript.pdf").read_bytes())
    check = [one for one in links if one.startswith(f"{HOST}/college/verify/#{STUDENT}=")]

    assert check and html.escape(check[0]) in page(transcript)
    assert 'href="transcript.json"' in page(transcript)
