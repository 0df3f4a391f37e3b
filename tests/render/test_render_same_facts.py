"""The published page, its PDF and the signed record carry the same facts: all three are taken apart and compared."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from elements import Element, elements
from pypdf import PdfReader

from builds import run
from portfolio_gen.hallway.unit import RENDERING
from portfolio_gen.model.dates import Day
from portfolio_gen.render.words import spoken
from school import STUDENT
from signed_school import signed_school

LINE = re.compile(r"(Foundation|Advanced), (\w+ \d+, \d{4})")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    school = signed_school(tmp_path_factory.mktemp("facts") / "school")
    report = run(school, rendering=RENDERING, editions=("college",))
    assert not report.failed
    return school / "site" / "college" / STUDENT / "transcript"


@pytest.fixture(scope="module")
def record(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "transcript.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def page(folder: Path) -> Element:
    return elements((folder / "index.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def paper(folder: Path) -> PdfReader:
    return PdfReader(folder / "transcript.pdf")


def text_of(paper: PdfReader) -> str:
    return " ".join(" ".join(one.extract_text() for one in paper.pages).split())


def awards(record: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Credit, level and day of each achievement of a record."""
    return [
        (
            one["credentialSubject"]["achievement"]["name"],
            one["credentialSubject"]["achievement"]["specialization"],
            spoken(Day.parse(one["awardedDate"][:10]), "en"),
        )
        for one in record["credentialSubject"]["verifiableCredential"]
    ]


def test_each_award_of_the_record_stands_on_the_page_and_on_paper(
    record: dict[str, Any], page: Element, paper: PdfReader
) -> None:
    signed = awards(record)
    assert signed
    for credit, level, day in signed:
        skill = credit.partition(" in ")[0]
        for said in (page.text, text_of(paper)):
            assert skill in said
            assert day in said
        assert f"{level}, {day}" in text_of(paper)
        assert re.search(rf"{level}: earned, {day}", page.text)


def test_neither_page_nor_paper_has_an_award_that_is_not_signed(
    record: dict[str, Any], page: Element, paper: PdfReader
) -> None:
    signed = sorted((level, day) for _, level, day in awards(record))
    details = text_of(paper).partition("Credits in detail")[2]
    on_page = re.findall(r"(Foundation|Advanced): earned, (\w+ \d+, \d{4})", page.text)

    assert sorted(LINE.findall(details)) == signed
    assert sorted(on_page) == signed


def test_all_three_name_the_same_person_and_school(
    record: dict[str, Any], page: Element, paper: PdfReader
) -> None:
    first = record["credentialSubject"]["verifiableCredential"][0]
    (who,) = first["credentialSubject"]["identifier"]
    for fact in (who["identityHash"], first["issuer"]["name"]):
        assert fact in page.text
        assert fact in text_of(paper)


def test_page_and_paper_lead_to_the_same_check(page: Element, paper: PdfReader) -> None:
    (way,) = {one["href"] for one in page.all("a") if "/verify/" in one["href"]}
    links = {
        str(one.get_object()["/A"]["/URI"])
        for sheet in paper.pages
        for one in sheet.annotations or () or ()
    }

    assert way in links
    letters = re.search(r"Fingerprint ((?:[0-9A-F]{4} ?){4})", page.text)
    assert letters
    assert letters[1].strip() in text_of(paper)
