"""The program's sentences in other languages: all there, all with their blanks, nothing that nobody says any more."""

from __future__ import annotations

import ast
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from tools.words import BOOKS, FORMS, HOUSE, SITES, TELLING, TOLD, Book, faults, template, update

from portfolio_gen.render.words.catalogue import opened, speaks
from portfolio_gen.render.words.voice import voice_of

WRITTEN = ("ar", "es", "fr", "zh")


CATALOGUES = [
    pytest.param(book, language, id=f"{book.name}-{language}")
    for book in BOOKS
    for language in WRITTEN
]


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    return template()


@pytest.fixture(scope="module")
def every(wanted: Catalog) -> dict[Book, Catalog]:
    return {SITES: wanted, TOLD: template(TOLD), FORMS: template(FORMS)}


def test_these_languages_are_spoken() -> None:
    for book in BOOKS:
        assert sorted(one.stem for one in book.languages.glob("*.po")) == [*WRITTEN]
    assert all(map(speaks, (*WRITTEN, "en", "en-GB", "es-MX")))
    assert not speaks("sv")


@pytest.mark.parametrize(("book", "language"), CATALOGUES)
def test_every_sentence_is_translated(
    book: Book, language: str, every: dict[Book, Catalog]
) -> None:
    """If this fails, somebody has added or changed a sentence: `python tools/words.py update` says what to do."""
    found = opened(book.languages / f"{language}.po")
    assert not list(faults(every[book], found, keeps_code=book.is_told))


@pytest.mark.parametrize(("book", "language"), CATALOGUES)
def test_catalogues_are_written_as_the_tool_writes_them(
    book: Book, language: str, every: dict[Book, Catalog], tmp_path: Path
) -> None:
    """So that two people's sentences merge: sorted, with no lines and no dates."""
    path = tmp_path / f"{language}.po"
    shutil.copyfile(book.languages / path.name, path)
    update(path, every[book])
    assert path.read_bytes() == (book.languages / path.name).read_bytes()


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_every_blank_has_a_name(book: Book, every: dict[Book, Catalog]) -> None:
    """Two languages side by side fill a blank twice, and languages differ in their order."""
    for message in every[book]:
        forms = (message.id,) if isinstance(message.id, str) else message.id
        assert not any("%s" in one or "%d" in one for one in forms), message.id


def test_sentences_are_found_in_templates_and_in_rooms(wanted: Catalog) -> None:
    assert wanted.get("What it taught me")
    assert wanted.get(("%(count)s page", "%(count)s pages"))
    assert wanted.get("Is it unchanged?")
    assert wanted.get("Switch to dark mode")
    assert wanted.get("committees")
    assert wanted.get("out of school")
    assert not wanted.get("Who may see it?"), "no worker of a build reads what forms ask"


def test_whatever_is_told_is_found(every: dict[Book, Catalog]) -> None:
    """Also what is told in the midst of something else; within an f-string nothing would be found."""
    found = {
        words for one in every[TOLD] for words in ([one.id] if isinstance(one.id, str) else one.id)
    }
    assert not told_in_code().keys() - found


def test_every_blank_is_filled_where_something_is_told() -> None:
    for words, given in told_in_code().items():
        for names in given:
            assert set(BLANK.findall(words.replace("%%", ""))) <= {*names}, words


BLANK = re.compile(r"%\((\w+)\)s")


@cache
def told_in_code() -> dict[str, list[list[str]]]:
    """Whatever is written out in a `tell`, `tell_many` or `to_tell`, with the blanks that are filled there."""
    found: dict[str, list[list[str]]] = {}
    for path in HOUSE.rglob("*.py"):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if "tell" in text else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name, given = node.func.id, [one.arg for one in node.keywords]
                for one in node.args[:2] if name in TELLING else ():
                    if isinstance(one, ast.Constant):
                        names = [arg for arg in given if arg]
                        known = name != "to_tell" and len(names) == len(given)
                        names += ["count"] if name == "tell_many" else []
                        found.setdefault(one.value, []).extend([names] if known else [])
    return found


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("escribe `media`", ""),
        ("`media` es lo que `media` dice", "has other words in backticks"),
        ("escribe `medios`", "has other words in backticks"),
        ("escribe", "has other words in backticks"),
    ],
)
def test_what_is_typed_stays_as_it_is(said: str, fault: str) -> None:
    wanted, found = Catalog(), Catalog(locale="es")
    wanted.add("write `media`")
    found.add("write `media`", said)
    assert_told([*faults(wanted, found, keeps_code=True)], fault)


def test_the_words_of_the_forms_are_found(every: dict[Book, Catalog]) -> None:
    forms = every[FORMS]
    assert forms.get("Who may see it?"), "a question"
    assert forms.get("My family"), "an answer"
    assert forms.get("How it looks"), "in a template"
    assert forms.get("A new goal, in a few words"), "in the hallway"
    assert forms.get("its front matter is never closed"), "why something cannot be changed"
    assert forms.get("There is no such page."), "what the server says"


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("", "not translated"),
        ("%(nombre)s gana", "has other blanks"),
        ("gana", "has other blanks"),
        ("%(name)s gana <b>", "has other blanks"),
        ("%(name)s gana\n", "begins or ends with a line"),
        ("%(name)s gana", ""),
    ],
)
def test_a_wrong_translation_is_told(said: str, fault: str) -> None:
    wanted, found = Catalog(), Catalog(locale="es")
    wanted.add("%(name)s wins")
    found.add("%(name)s wins", said)
    assert_told([*faults(wanted, found)], fault)


def test_what_is_missing_fuzzy_or_never_said_is_told() -> None:
    wanted, found = Catalog(), Catalog(locale="es")
    wanted.add("new")
    wanted.add("old")
    found.add("old", "viejo", flags=("fuzzy",))
    found.add("gone", "ido")
    told = [*faults(wanted, found)]
    assert [one.partition(":")[0] for one in told] == [
        "missing",
        "still fuzzy",
        "nobody says it any more",
    ]


@pytest.mark.parametrize(
    ("language", "forms", "fault"),
    [
        ("es", ("un trabajo", "%(count)s trabajos"), ""),
        ("es", ("un trabajo", "trabajos"), "has other blanks in its last form"),
        ("es", ("un trabajo", "%(number)s trabajos"), "has other blanks"),
        ("ar", ("عمل", "%(count)s أعمال"), "has 2 forms of 6"),
        ("zh", ("%(count)s 件",), ""),
    ],
)
def test_plurals_have_as_many_forms_as_the_language(
    language: str, forms: tuple[str, ...], fault: str
) -> None:
    wanted, found = Catalog(), Catalog(locale=language)
    wanted.add(("%(count)s work", "%(count)s works"))
    found.add(("%(count)s work", "%(count)s works"), forms)
    assert_told([*faults(wanted, found)], fault)


def assert_told(told: list[str], fault: str) -> None:
    assert (fault in told[0]) if fault else not told


def test_a_voice_says_what_it_knows_and_the_rest_in_english() -> None:
    assert voice_of("es-MX")("Goals") == "Metas"
    assert voice_of("en")("Goals") == voice_of("sv")("Goals") == "Goals"
    assert voice_of("fr")("something that nobody has translated") == (
        "something that nobody has translated"
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "صفحة واحدة"),
        (2, "صفحتان"),
        (3, "3 صفحات"),
        (11, "11 صفحة"),
        (100, "100 صفحة"),
    ],
)
def test_arabic_has_six_numbers(count: int, said: str) -> None:
    assert voice_of("ar").many("%(count)s page", "%(count)s pages", count) == said


def test_a_theme_may_say_it_in_its_own_words(tmp_path: Path) -> None:
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "es.po").write_text('msgid "Goals"\nmsgstr "Sueños"\n', "utf-8")
    ours = voice_of("es", (tmp_path,))
    assert ours("Goals") == "Sueños"
    assert ours("Milestones") == "Hitos"
