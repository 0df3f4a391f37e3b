"""Tree to noun: what is accepted, and in which words the rest is refused, and where."""

from __future__ import annotations

import subprocess
import sys
from typing import TypeVar

import pytest

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.committee import Committee
from portfolio_gen.model.consent import Consent
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.noun import Page
from portfolio_gen.model.settings import Settings
from portfolio_gen.model.student import Student
from portfolio_gen.read.bind import bind, bind_what_is_sound
from portfolio_gen.read.yaml import grow

P = TypeVar("P", bound=Page)

ARTIFACT = "title: Beans\ndate: 2026\n"
FRAMEWORK = "id: x\nversion: 1\ntitle: X\ndomains: []\nlevels: []\n"


def read(noun: type[P], text: str) -> tuple[P | None, tuple[Diagnostic, ...]]:
    tree, found = grow(text, "students/ada/x.md")
    assert tree
    assert not found
    return bind(noun, tree)


def made(noun: type[P], text: str) -> P:
    bound, found = read(noun, text)
    assert bound, found
    return bound


def wrong(noun: type[Page], text: str) -> list[tuple[str, str]]:
    """Code and place of everything that is wrong."""
    bound, found = read(noun, text)
    assert bound is None
    return [(one.code, f"{one.span.line}:{one.span.column}") for one in found]


def complaint(noun: type[Page], text: str) -> Diagnostic:
    bound, found = read(noun, text)
    assert bound is None
    assert len(found) == 1, found
    return found[0]


LINK = "name: Ada\nlinks:\n  - title: My page\n    url: "


@pytest.mark.parametrize(
    "url",
    ["https://ada.example", "HTTP://ada.example:8080/a?b=c#d", "https://bücher.example/ä/(x)'s"],
)
def test_web_addresses_stay_as_they_are(url: str) -> None:
    assert made(Student, f'{LINK}"{url}"').links[0].url == url


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:go()", " \\x09JavaScript:go()", "java\\tscript:go()", "vbscript:go()"),
        *("data:text/html,hello", "file:///home/ada", "blob:https://ada.example/1"),
        *("//ada.example", "/ada", "../ben/", "https:", "https:///x", "https:ada.example"),
        *("https://ada.example/a b", "https://safe.example@ada.example/", "http://[x"),
        *("https:\\\\ada.example", "https://ada.example/\\u00a0<b>", "ada@ada.example"),
    ],
)
def test_what_is_no_web_address_is_refused_at_its_place(url: str) -> None:
    assert wrong(Student, f'{LINK}"{url}"')[0] in {("PG145", "4:10"), ("PG129", "4:10")}


def test_an_address_without_its_beginning_is_completed_in_the_hint() -> None:
    found = complaint(Student, f"{LINK}ada.example/beans")
    assert found.hint == "did you mean `https://ada.example/beans`?"


@pytest.mark.parametrize(
    ("noun", "text"),
    [
        (Settings, "school: S\nurl: javascript:go()\n"),
        (
            Ledger,
            "official_name: A\nenrolment: {entered: 2025-09, phase: 9, framework: x}\nrecognitions:\n"
            "  - {title: T, issuer: I, date: 2026-01-01, url: 'javascript:go()'}\n",
        ),
    ],
)
def test_addresses_are_addresses_in_every_file(noun: type[Page], text: str) -> None:
    assert [code for code, _ in wrong(noun, text)] == ["PG145"]


@pytest.mark.parametrize(
    "title",
    ["no", "Yes", "1e3", "2025-01-01", "1:30", "0x10", "010", "null", "true", ".nan", "1_0"],
)
def test_a_title_stays_what_was_written(title: str) -> None:
    assert made(Artifact, f"title: {title}\ndate: 2026\n").title == title


@pytest.mark.parametrize("written", ["", " ~", " ''", ' ""', " '  '", " null", " Null", " # later"])
def test_what_is_left_empty_counts_as_not_written(written: str) -> None:
    artifact = made(Artifact, f"{ARTIFACT}summary:{written}\ntags:{written}\nstatus:{written}\n")

    assert (artifact.summary, artifact.tags, artifact.status) == (None, (), "draft")


def test_null_in_quotes_is_a_word() -> None:
    assert made(Artifact, f"{ARTIFACT}summary: 'null'\n").summary == "null"


def test_texts_lose_blanks_around_them() -> None:
    artifact = made(Artifact, "title: '  Beans '\ndate: ' 2026 '\nsummary: >\n  One line.\n")

    assert (artifact.title, artifact.summary) == ("Beans", "One line.")
    assert artifact.date == PartialDate(2026)


def test_a_page_knows_where_its_values_stand() -> None:
    artifact = made(Artifact, f"{ARTIFACT}claims:\n  - credit: a/b\n")

    assert str(artifact.marks.at("claims", 0, "credit")) == "students/ada/x.md:4:13"
    assert str(artifact.marks.name("claims", 0, "credit")) == "students/ada/x.md:4:5"
    assert str(artifact.marks.at("claims", 0, "level")) == "students/ada/x.md:4:5"


def test_dates() -> None:
    ledger = made(
        Ledger, "official_name: A\nenrolment: {entered: 2025-09, phase: 9, framework: 1}\n"
    )

    assert ledger.enrolment.entered == PartialDate(2025, 9)
    assert made(Artifact, "title: x\ndate: 2025-09-30\n").date == PartialDate(2025, 9, 30)
    assert made(
        Consent, "people: {a: [{edition: college, shows: [], given: 2025-09-30, by: me}]}\n"
    ).people["a"][0].given == Day(2025, 9, 30)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2022-16-12", "there is no month 16; did you mean 2022-12-16?"),
        ("2022-02-30", "February 2022 has 28 days"),
        ("03/14/2025", "did you mean 2025-03-14?"),
        ("14.03.2025", "did you mean 2025-03-14?"),
        ("2025-3-4", "did you mean 2025-03-04?"),
        ("03/04/2025", "write the year first: 2025-⟨month⟩-⟨day⟩"),
        ("99/99/2025", "a date is written like 2025-03-14, 2025-03 or 2025"),
        ("March 2025", "a date is written like 2025-03-14, 2025-03 or 2025"),
        ("20250314", "a date is written like 2025-03-14, 2025-03 or 2025"),
        ("2025-03-14T10:00:00Z", "a date is written like 2025-03-14, 2025-03 or 2025"),
        ("２０２５", "a date is written like 2025-03-14, 2025-03 or 2025"),
        ("0000", "there is no year 0000"),
    ],
)
def test_impossible_and_foreign_dates(written: str, hint: str) -> None:
    found = complaint(Artifact, f"title: x\ndate: {written}\n")

    assert (found.code, found.span.line, found.span.column) == ("PG124", 2, 7)
    assert found.hint == hint


@pytest.mark.parametrize(
    "written", ["010", "1_000", "1e3", "0x10", "1.0", "nan", ".inf", "+3", "٣", "three", "9" * 40]
)
def test_numbers_in_other_ways_of_writing(written: str) -> None:
    assert wrong(Committee, f"quorum: {written}\n") == [("PG125", "1:9")]


@pytest.mark.parametrize(("written", "number"), [("3", 3), ("0", 0), ("'12'", 12), ("-1", -1)])
def test_numbers(written: str, number: int) -> None:
    assert made(Committee, f"quorum: {written}\n").quorum == number


@pytest.mark.parametrize(
    ("written", "hint"),
    [("yes", "write `true`"), ("Off", "write `false`"), ("maybe", "write true or false")],
)
def test_truth_is_true_or_false(written: str, hint: str) -> None:
    found = complaint(Student, f"name: A\nsharing: {{public: {{picture: {written}}}}}\n")

    assert (found.code, found.hint) == ("PG126", hint)
    assert found.span.column == 29


@pytest.mark.parametrize("written", ["true", "True", "TRUE"])
def test_truth_in_capital_letters(written: str) -> None:
    student = made(Student, f"name: A\nsharing: {{public: {{picture: {written}}}}}\n")

    assert student.sharing["public"].picture is True


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("tilte: x\n", "PG120", "3:1", "did you mean `title`?"),
        ("Tags: [x]\n", "PG120", "3:1", "did you mean `tags`?"),
        ("my part: x\n", "PG120", "3:1", "did you mean `my_part`?"),
        ("slug: x\n", "PG120", "3:1", "take it away: it follows from where the file lies"),
        ("marks: x\n", "PG120", "3:1", "take it away: it follows from where the file lies"),
        ("digest:\n", "PG120", "3:1", "take it away: it follows from where the file lies"),
        ("official_name: x\n", "PG120", "3:1", "only the school records this"),
        ("outcome: earned\n", "PG120", "3:1", "only the school records this"),
        ("qqqqqq: x\n", "PG120", "3:1", "known here: `audience`, `claims`"),
        ("tags: science\n", "PG122", "3:7", "write `tags: [science]`"),
        ("tags: {a: b}\n", "PG122", "3:7", "write `tags: [one, two]`"),
        ("tags: [[a]]\n", "PG122", "3:8", "write one value and no list"),
        ("tags: [a, ~]\n", "PG122", "3:11", "take the empty entry away"),
        ("tags: [a, '']\n", "PG122", "3:11", "take the empty entry away"),
        ("summary: [a]\n", "PG122", "3:10", "a text that begins with `[` needs quotes"),
        ("summary: {a: b}\n", "PG122", "3:10", "put quotes around a text"),
        ("claims: a/b\n", "PG122", "3:9", "with `- credit: …`"),
        ("claims: [a/b]\n", "PG122", "3:10", "write `- credit: a/b`"),
        ("audience: [public, colege]\n", "PG123", "3:20", "did you mean `college`?"),
        ("audience: [Public]\n", "PG123", "3:12", "did you mean `public`?"),
        ("audience: [everybody]\n", "PG123", "3:12", "write `self`, `committee`"),
        ("audience: public\n", "PG122", "3:11", "write `audience: [public]`"),
        ("status: done\n", "PG123", "3:9", "write `draft` or `published`"),
        ("status: [draft]\n", "PG122", "3:9", "write one value and no list"),
        ("media: [{alt: x}]\n", "PG121", "3:9", "add a line `file:` with a text"),
        ("media: [{file: ''}]\n", "PG121", "3:10", "write a text behind it"),
        ("media: [{file: a, decorative: yes}]\n", "PG126", "3:31", "write `true`"),
        ("summary: |\n  a\n  b\n", "PG128", "3:10", "write it on one line"),
        ('summary: "a\\u202eb"\n', "PG129", "3:10", "type the text again"),
        ('summary: "a\\0b"\n', "PG129", "3:10", "type the text again"),
        (f"summary: {'a' * 301}\n", "PG127", "3:10", "say it shorter"),
        (f"my_part: {'a ' * 10_001}b\n", "PG127", "3:10", "say it shorter"),
    ],
)
def test_what_is_wrong_and_what_to_write_instead(
    text: str, code: str, place: str, hint: str
) -> None:
    found = complaint(Artifact, ARTIFACT + text)

    assert (found.code, f"{found.span.line}:{found.span.column}") == (code, place)
    assert hint in found.hint


def test_long_texts_may_have_several_lines() -> None:
    artifact = made(Artifact, f"{ARTIFACT}my_part: |\n  One.\n\n  {'a' * 1_000}\n")

    assert artifact.my_part == f"One.\n\n{'a' * 1_000}"


def test_line_ends_from_word_processors_become_usual_ones() -> None:
    artifact = made(Artifact, f'{ARTIFACT}summary: "a\\Lb"\nmy_part: "a\\Pb"\n')

    assert (artifact.summary, artifact.my_part) == ("a b", "a\nb")


def test_scripts_that_run_from_right_to_left_need_no_hidden_characters() -> None:
    title = "دفتر الأرقام الذي لا ينتهي"

    assert made(Artifact, f"title: {title}\ndate: 2026\n").title == title


@pytest.mark.parametrize(
    "title", ["\u2067\u0639\u0628\u062f\u2069 and me", "\u202b\u0639\u202c", "a\u200fb"]
)
def test_marks_of_direction_in_pairs_do_no_harm(title: str) -> None:
    assert made(Artifact, f"title: {title}\ndate: 2026\n").title == title


@pytest.mark.parametrize(
    "title", ["a\u202eb\u202c", "\u2067a", "a\u2069", "\u202ba\u2069", "\u2067\u202ba\u2069\u202c"]
)
def test_marks_of_direction_that_turn_what_follows(title: str) -> None:
    assert wrong(Artifact, f"title: {title}\ndate: 2026\n") == [("PG129", "1:8")]


@pytest.mark.parametrize(
    "written", ["a", "2.5", "9-10", "HS-PS1-1", "A+", "a/b", "urn:uuid:1-2", "\u0645\u0627"]
)
def test_ids_in_files(written: str) -> None:
    assert made(Framework, FRAMEWORK.replace("id: x", f"id: {written}")).id == written


@pytest.mark.parametrize(
    "written", ["a b", "../a", "a/../b", "/a", "a/", ".a", "-a", "a\\b", "a?b", "<b>", "a" * 121]
)
def test_ids_that_could_lead_elsewhere(written: str) -> None:
    assert wrong(Framework, FRAMEWORK.replace("id: x", f"id: {written}")) == [("PG138", "1:5")]


@pytest.mark.parametrize("written", ["", "title:\n", "title: ~\n", "title: ''\n", "title: '  '\n"])
def test_what_is_needed_and_empty_or_missing(written: str) -> None:
    assert wrong(Artifact, f"{written}date: 2026\n") == [("PG121", "1:1")]


def test_everything_wrong_is_named_at_once_and_in_order() -> None:
    text = """\
title: [a]
date: soon
tags: x
claims:
  - level: 3
    credt: a/b
  - credit:
media:
  - file: a
    decorative: no
"""
    assert wrong(Artifact, text) == [
        ("PG122", "1:8"),
        ("PG124", "2:7"),
        ("PG122", "3:7"),
        ("PG121", "5:5"),
        ("PG120", "6:5"),
        ("PG121", "7:5"),
        ("PG126", "10:17"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("requirements: [{id: a, title: b, level: c, count: most}]\n", "6:51"),
        ("requirements: [{id: a, title: b, level: c, count: [1]}]\n", "6:51"),
        ("requirements: [{id: a, title: b, level: c, count: 010}]\n", "6:51"),
        ("grid: {competencies: some}\n", "6:22"),
        ("grid: {domains: [a, [b]]}\n", "6:17"),
        ("grid: {domains: {a: b}}\n", "6:17"),
    ],
)
def test_one_or_the_other_gives_one_complaint(text: str, place: str) -> None:
    found = complaint(Framework, FRAMEWORK + text)

    assert found.code == "PG122"
    assert f"{found.span.line}:{found.span.column}" == place
    assert "`all`, or " in found.message


def test_one_or_the_other() -> None:
    text = "requirements: [{id: a, title: b, level: c, count: %s}]\ngrid: {domains: %s}\n"

    one = made(Framework, FRAMEWORK + text % ("all", "all"))
    other = made(Framework, FRAMEWORK + text % ("12", "[a, b]"))

    assert one.requirements[0].count == "all"
    assert other.requirements[0].count == 12
    assert one.grid
    assert other.grid
    assert (one.grid.domains, other.grid.domains) == ("all", ("a", "b"))


def test_names_of_free_groups_of_keys() -> None:
    assert wrong(Settings, "school: x\neditions: {colege: {}}\n") == [("PG123", "2:12")]
    assert wrong(Settings, "school: x\neditions: {college: yes}\n") == [("PG122", "2:21")]
    assert wrong(Consent, "people: {' ': []}\n") == [("PG123", "1:10")]
    assert wrong(Consent, "people: {'[key]': x}\n") == [("PG122", "1:19")]
    assert wrong(Settings, "school: x\neditions: {'[key]': x}\n") == [
        ("PG123", "2:12"),
        ("PG122", "2:21"),
    ]
    assert wrong(Consent, 'people: {"a\\u202e": []}\n') == [("PG129", "1:10")]


def test_a_text_has_so_many_accents_on_a_letter_and_no_more() -> None:
    marks = r"\u0301\u0327"

    assert len(made(Student, f'name: "A{marks * 15}"\n').name) == 31
    assert wrong(Student, f'name: "A{marks * 15}\\u0301"\n') == [("PG129", "1:7")]


def test_hidden_characters_never_reach_a_message() -> None:
    _, found = read(Artifact, f'{ARTIFACT}"a\\u202e\\e[31m": x\nstatus: "\\e]0;x\\a"\n')

    assert len(found) == 2
    for one in found:
        assert (one.message + one.hint).isprintable()


def test_what_is_sound_is_kept() -> None:
    tree, _ = grow(
        "pronouns: she/her\nfeatured: x\nbogus: y\nsharing: {public: {name: ful}}\n", "x"
    )
    assert tree

    student, found = bind_what_is_sound(Student, tree, {"name": "ada-park"})

    assert (student.name, student.pronouns) == ("ada-park", "she/her")
    assert (student.featured, student.sharing) == ((), {})
    assert [one.code for one in found] == ["PG121", "PG122", "PG120", "PG123"]


def test_pydantic_is_imported_when_something_is_bound_and_not_before() -> None:
    script = "import sys, portfolio_gen.read.school; sys.exit('pydantic_core' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
