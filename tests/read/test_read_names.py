"""Which names are safe."""

from __future__ import annotations

import os

import pytest

from portfolio_gen.read.names import (
    fold,
    judge_id,
    judge_name,
    like_another,
    look,
    plain_id,
    plain_name,
)


@pytest.mark.parametrize(
    "name",
    [
        "beans.png",
        "My summer.jpg",
        "Amélie.jpg",
        "Ame\u0301lie.jpg",
        "صورة.png",
        "写真.heic",
        "📷 roof.jpg",
        "$(touch x);`y`&.jpg",
        "<script>.txt",
        "a" * 200,
        "\u200eWhatsApp Image.jpeg",
        "console.txt",
        "robots.txt.png",
    ],
)
def test_ordinary_and_merely_odd_names_are_fine(name: str) -> None:
    assert judge_name(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a\nb.jpg", "PG135"),
        ("a\x07b.jpg", "PG135"),
        ("a\x1b[31m.jpg", "PG135"),
        ("holiday\u202egpj.exe", "PG135"),
        ("a\u2066b", "PG135"),
        ("a\u200bb", "PG135"),
        ("a\u2028b", "PG135"),
        (os.fsdecode(b"caf\xe9.jpg"), "PG135"),
        ("..\\..\\win.jpg", "PG135"),
        ("a/b", "PG135"),
        ("trailing.", "PG135"),
        ("trailing ", "PG135"),
        ("CON", "PG136"),
        ("nul.txt", "PG136"),
        ("com1.tar.gz", "PG136"),
        ("CNAME", "PG136"),
        ("_headers", "PG136"),
        ("sw.js", "PG136"),
        (".htaccess", "PG136"),
        ("Web.config", "PG136"),
        ("robots.txt", "PG136"),
        ("mkdocs.yml", "PG136"),
    ],
)
def test_unsafe_and_reserved_names(name: str, code: str) -> None:
    problem = judge_name(name)

    assert problem
    assert problem.rule.code == code
    assert (problem.message + problem.hint).isprintable()


@pytest.mark.parametrize("identifier", ["a", "0", "ada-park", "2025-spring", "a" * 64, "a--b-"])
def test_usable_ids(identifier: str) -> None:
    assert judge_id(identifier) is None


@pytest.mark.parametrize(
    ("identifier", "code", "hint"),
    [
        ("Ada-Park", "PG138", "`ada-park`"),
        ("ada park", "PG138", "`ada-park`"),
        ("ada_park", "PG138", "`ada-park`"),
        ("-ada", "PG138", "`ada`"),
        ("zoë", "PG138", "`zoe`"),
        ("аda", "PG138", "`da`"),
        ("عبد", "PG138", "rename it"),
        ("a" * 65, "PG138", "shorten"),
        ("a.b", "PG138", "`a-b`"),
        ("٣", "PG138", "rename it"),
        ("index", "PG136", "`my-index`"),
        ("assets", "PG136", "`my-assets`"),
        ("nul", "PG136", "`my-nul`"),
    ],
)
def test_unusable_ids(identifier: str, code: str, hint: str) -> None:
    problem = judge_id(identifier)

    assert problem
    assert problem.rule.code == code
    assert hint in problem.hint


def test_a_letter_of_another_script_is_named() -> None:
    problem = judge_id("mаya")

    assert problem
    assert "cyrillic small letter a" in problem.message


@pytest.mark.parametrize(
    "name", ["", ".", "..", "Ünïcode Name.JPG", ".nojekyll", "a\nb", "日本.png"]
)
def test_suggested_names_are_safe(name: str) -> None:
    suggestion = plain_name(name)

    assert judge_name(suggestion) is None
    assert plain_id(suggestion)


def test_names_that_other_computers_cannot_tell_apart() -> None:
    names = ["a.txt", "A.TXT", "caf\u00e9", "cafe\u0301", "straße", "STRASSE", "b"]

    assert set(like_another(names, fold)) == {
        ("a.txt", "A.TXT"),
        ("A.TXT", "a.txt"),
        ("caf\u00e9", "cafe\u0301"),
        ("cafe\u0301", "caf\u00e9"),
        ("straße", "STRASSE"),
        ("STRASSE", "straße"),
    }


def test_ids_that_people_cannot_tell_apart() -> None:
    assert look("ada--park") == look("ada-park")
    assert look("a1-fox") == look("al-fox")
    assert look("lo-mei") == look("l0-rnei")
    assert look("ada-park") != look("ida-park")
