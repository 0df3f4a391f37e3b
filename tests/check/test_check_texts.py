"""Texts of students: where a word stands, what gives somebody away, which files a story refers to."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from nouns import artifact, school, student
from portfolio_gen.check import check_school
from portfolio_gen.check.privacy import email_address, phone_number
from portfolio_gen.check.register import Register
from portfolio_gen.check.stories import files_in_story
from portfolio_gen.check.texts import Text
from portfolio_gen.diagnostics import Marks, Span
from portfolio_gen.read.school import read_school
from school import ARTIFACT_FOLDER, TODAY, minimal_school, write


def found_in(story: str) -> list[str]:
    here = school(students=(student(artifacts=(artifact("beans", narrative=story),)),))
    register = Register(here, TODAY)
    return [one.code for one in (*email_address(register), *phone_number(register))]


@pytest.mark.parametrize(
    "story",
    [
        "write to ada.park+beans@little-school.beans!",
        "mailto:ada@school.co.uk",
        "‏اكتب إلى ada@مدرسة.امارات",
        "<ada@little-school.beans>",
    ],
)
def test_email_addresses_are_found(story: str) -> None:
    assert found_in(story) == ["PG410"]


@pytest.mark.parametrize(
    "story", ["ada@example.org", "root@localhost", "a @ b", "@ada", "2 kg @ 3 €", "me@lab.test"]
)
def test_what_reaches_nobody_is_no_email_address(story: str) -> None:
    assert found_in(story) == []


@pytest.mark.parametrize(
    "story",
    ["+1 207 555 0134", "+46 (0)8 555 01 34", "(207) 555-0134", "207.555.0134", "0431 555 0134"],
)
def test_telephone_numbers_are_found(story: str) -> None:
    assert found_in(f"Call {story}, please.") == ["PG411"]


@pytest.mark.parametrize(
    "story",
    [
        "2026-03-14",
        "118 120 1234 C",
        "978-3-16-148410-0",
        "pi is 3.14159265358979",
        "2025-2026",
        "about 1,234,567 beans",
        "a ratio of 12:34:56.789",
        "part no. AB-207-555-0134",
    ],
)
def test_other_numbers_are_left_alone(story: str) -> None:
    assert found_in(story) == []


def test_a_place_in_a_story_is_exact() -> None:
    text = Text("one\ntwo three\n", Marks("a.md"), line=7, is_story=True)

    assert text.at(8, 13) == Span("a.md", 8, 5, 8, 10)
    assert text.at(0, 3) == Span("a.md", 7, 1, 7, 4)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("summary: ask a@b.beans", "3:14"),
        ('summary: "ask a@b.beans"', "3:15"),
        ('summary: "a\\x73k a@b.beans"', "3:10"),
        ("summary: ask\n  a@b.beans", "3:10"),
    ],
)
def test_a_place_in_a_value_is_exact_unless_it_was_folded_or_escaped(
    written: str, place: str, tmp_path: Path
) -> None:
    page = f"---\ntitle: Beans\n{written}\ndate: 2026\n---\nA story.\n"
    root = write(minimal_school(tmp_path), {f"{ARTIFACT_FOLDER}/artifact.md": page})
    read, _ = read_school(root)
    assert read is not None

    (one,) = (one for one in check_school(read, on=TODAY) if one.code == "PG410")
    assert f"{one.span.line}:{one.span.column}" == place


@pytest.mark.parametrize(
    ("story", "files"),
    [
        ("![A chart](chart.png)", ["chart.png"]),
        ('![A chart](<chart.png> "Title")', ["chart.png"]),
        ("[data](./bean%20data.csv#row=3)", ["bean data.csv"]),
        ("<img alt='' src='chart.png'>", ["chart.png"]),
        ("![A chart](pictures/chart.png)", ["pictures/chart.png"]),
        ("[another work](../robot-arm/)", []),
        ("[top](#top) [school](https://a.example/b.png) [m](mailto:a@b.example)", []),
        ("`![A chart](chart.png)`", []),
        ("```\n![A chart](chart.png)\n```\n![B](b.png)", ["b.png"]),
        ("~~~\n![A chart](chart.png)", []),
        ("[a word] (not a link.png)", []),
    ],
)
def test_files_of_a_story(story: str, files: list[str]) -> None:
    assert [one.name for one in files_in_story(story)] == files


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 100_000,
        "![](" * 50_000,
        "`" * 100_000,
        "<img " * 50_000,
        "a@" * 100_000,
        "+1" * 100_000,
    ],
)
def test_hostile_text_costs_no_more_than_other_text(hostile: str) -> None:
    began = time.process_time()
    list(files_in_story(hostile + "](<"))
    found_in(hostile)

    assert time.process_time() - began < 2
