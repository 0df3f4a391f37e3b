"""What bytes say, and by which stretches a text would be recognised in them."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from dataclasses import replace
from itertools import pairwise

import pytest

from canary_media import zipped
from portfolio_gen.audit import unpack
from portfolio_gen.audit.bounds import NOBODY, Bounds
from portfolio_gen.audit.claims import EVERYWHERE, NOWHERE, Claimed, Kind
from portfolio_gen.audit.leaks import Reader
from portfolio_gen.audit.sayings import APART, Letters, pieces, readings
from portfolio_gen.audit.texts import Text, texts
from portfolio_gen.audit.unpack import TooMuch, unpacked
from portfolio_gen.audit.values import WINDOW, Index, values
from portfolio_gen.diagnostics import Marks, Span
from portfolio_gen.model.names import words_of
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Narrative

LETTERS = Letters.of(5)


def claim(
    words: str,
    *shown: EditionName,
    kind: Kind = "text",
    site: str = "",
    person: str = "ada-park",
) -> Claimed:
    return Claimed(Text(words, Span("a.md", 3), ()), person, frozenset(shown), kind, site)


def said(data: bytes) -> str:
    return "\n".join(reading for one in pieces(data, LETTERS) for reading in readings(one))


# Values


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("", "text", []),
        ("My work", "text", []),
        ("Once upon a time", "text", [("once", "upon", "a", "time")]),
        ("two-unusuallylongwords", "text", [("two", "unusuallylongwords")]),
        ("Ada", "name", []),
        ("Ada  PARK", "name", [("ada", "park")]),
        ("abdulrahmanalmansouri", "name", [("abdulrahmanalmansouri",)]),
        ("王 伟", "name", [("王", "伟")]),
        ("…!?", "name", []),
    ],
)
def test_a_text_is_looked_for_when_nobody_writes_it_by_chance(
    words: str, kind: Kind, expected: list[tuple[str, ...]]
) -> None:
    assert list(values(claim(words, kind=kind))) == expected


@pytest.mark.parametrize("length", [9, 10, 12, 13, 40])
def test_no_twelve_words_in_a_row_get_through(length: int) -> None:
    words = [f"w{one}" for one in range(length)]
    index = Index.of(values(claim(" ".join(words))))

    for start in range(max(1, length - 11)):
        assert list(index.in_words(["x", *words[start : start + 12], "y"]))
    assert all(len(one) == WINDOW for one in index.values)


def test_an_index_finds_each_value_where_it_stands_and_nowhere_else() -> None:
    wanted = [("a", "b"), ("a", "b", "c"), ("b", "a"), ("a", "a"), ("longenoughforone",)]
    index = Index.of(wanted)

    for text in ("a b c", "b a b", "a a a", "c a", "x longenoughforone y", "a", ""):
        words = text.split()
        expected = {one for one in wanted if f" {' '.join(one)} " in f" {text} "}
        assert set(index.in_words(words)) == expected


def test_an_index_goes_by_the_rarest_neighbors() -> None:
    index = Index.of([("of", "the", x) for x in ("otter", "heron", "tide")])

    assert set(index.by_pair) == {("the", x) for x in ("otter", "heron", "tide")}
    assert index.shortest == len("of the tide")


# Bounds


def test_a_value_may_stand_where_one_of_its_texts_may() -> None:
    bounds = Bounds.of(
        [
            claim("the otter under the bridge", "self", site="ada-park"),
            claim("I saw the otter under the bridge once.", "family", site="ben-lim"),
        ],
        (),
    )
    value = ("the", "otter", "under", "the", "bridge")

    assert bounds.broken_by(value, "self", "ada-park") is None
    assert bounds.broken_by(value, "self", "ben-lim")
    assert bounds.broken_by(value, "family", "ben-lim") is None
    assert bounds.broken_by(value, "family", "") is None, "a list of all sites tells of all"
    assert bounds.broken_by(value, "family", "ada-park")
    assert bounds.broken_by(value, "family", NOBODY)
    assert bounds.broken_by(value, "college", "")
    assert value in set(bounds.forbidden("college"))
    assert value not in set(bounds.forbidden("family"))


def test_a_leak_is_traced_to_a_text_that_may_not_stand_there() -> None:
    mine = claim("a goal of my own", "self", "family", site="ada-park")
    theirs = claim("a goal of my own", "self", site="ben-lim", person="ben-lim")
    bounds = Bounds.of([mine, theirs], ())

    found = bounds.broken_by(("a", "goal", "of", "my", "own"), "family", "cyd-tan")

    assert found == theirs


def test_words_of_the_program_are_free_and_names_are_not() -> None:
    claims = [claim("kept all to yourself"), claim("Ada Park", kind="name")]
    bounds = Bounds.of(claims, ["It is kept all to yourself, Ada Park."])

    assert bounds.index.values == {("ada", "park")}


def test_a_file_frees_its_words_and_no_name() -> None:
    claims = [
        claim("the notes of last winter"),
        claim("Ada Park", kind="name"),
        claim("The notes of last winter, by Ada Park", *EVERYWHERE, kind="file"),
    ]
    bounds = Bounds.of(claims, ())

    assert bounds.broken_by(("the", "notes", "of", "last", "winter"), "public", "") is None
    assert bounds.broken_by(("ada", "park"), "public", "")


def test_a_students_text_makes_no_name_all_right_where_names_need_consent() -> None:
    """Should a work with a name in it be shown by mistake, the name is found all the same."""
    inside = frozenset({"self", "family"})
    text = replace(
        claim("With Ben Lim and Berit Lund, ben@post.net", *EVERYWHERE, site="ada-park"),
        naming=inside,
    )
    claims = [
        text,
        claim("Ben Lim", "committee", kind="name"),
        claim("Berit Lund", kind="adult"),
        claim("ben@post.net", "family", "college", kind="contact", site="ada-park"),
    ]
    bounds = Bounds.of(claims, ())

    def all_right(*value: str) -> set[str]:
        return {one for one in EDITIONS if not bounds.broken_by(value, one, "ada-park")}

    assert all_right("ben", "lim") == {"self", "family", "committee"}
    assert all_right("berit", "lund") == set(EDITIONS)
    assert all_right("ben", "post", "net") == set(EDITIONS) - {"public"}


def test_what_only_the_student_says_they_are_called_may_be_any_words() -> None:
    """Whoever calls themselves `All Right` does not make a leak of everybody's pages."""
    claims = [
        claim("All Right", "self", kind="nickname"),
        claim("Nothing Yet", "self", kind="nickname"),
        claim("Fog Horn", "self", kind="nickname"),
        replace(claim("it is all right with me", *EVERYWHERE), naming=NOWHERE),
    ]
    bounds = Bounds.of(claims, ["Nothing yet."])

    assert bounds.broken_by(("all", "right"), "public", "") is None
    assert ("nothing", "yet") not in bounds.index.values
    assert bounds.broken_by(("fog", "horn"), "public", "")


def test_private_is_what_is_for_the_student_alone_and_no_name() -> None:
    claims = [
        claim("only for my own eyes", "self"),
        claim("for nobody at all here", *NOWHERE),
        claim("for family and for me", "self", "family"),
        claim("a-slug-of-a-work", "self", kind="address"),
        claim("Ada Marie Park", kind="name"),
        claim("the secret of the school", person=""),
    ]

    assert {" ".join(one) for one in Bounds.of(claims, ()).private()} == {
        "only for my own eyes",
        "for nobody at all here",
    }


# Texts


def test_comments_are_apart_from_a_story_but_for_those_in_code() -> None:
    story = Narrative(
        title="T",
        text="One<!-- two\nthree --> four `<!-- five -->`\n\n    <!-- six -->\n\n```\n<!-- seven -->\n```\n<!--8-->",
        marks=Marks("a.md"),
        text_line=4,
    )
    found = {one.keys: one.words for one in texts(story) if "text" in one.keys}
    comments = [one.words.strip() for one in texts(story) if one.keys[-1] == "comment"]

    assert comments == ["two\nthree", "8"]
    assert words_of(found["text",]) == ["one", "four", "five", "six", "seven"]
    assert {one.span.line for one in texts(story) if "text" in one.keys} == {4}


# Unpacking


def test_everything_that_is_packed_is_unpacked() -> None:
    inner = zipped({"b.txt": "two"})
    packed = zipped({"a.txt": "one", "b.zip": inner, "c.gz": gzip.compress(b"three")})

    found = list(unpacked(packed))

    assert found[0] == packed
    assert {b"a.txt", b"one", b"b.zip", inner, b"b.txt", b"two", b"c.gz", b"three"} <= set(found)


def test_archives_in_archives_have_an_end() -> None:
    packed = b"x"
    for _ in range(3):
        packed = zipped({"a": packed})
    assert b"x" in list(unpacked(packed))

    with pytest.raises(TooMuch):
        list(unpacked(zipped({"a": zipped({"a": packed})})))


@pytest.mark.parametrize(
    "pack",
    [
        lambda data: zipped({"a": data}),
        gzip.compress,
        lambda data: b"%PDF-1.4 stream\n" + zlib.compress(data) + b"\nendstream",
    ],
    ids=["zip", "gzip", "pdf"],
)
def test_nothing_is_unpacked_without_limit(pack: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MOST_BYTES", 10_000)

    with pytest.raises(TooMuch):
        list(unpacked(pack(bytes(20_000))))  # type: ignore[operator]
    assert len(list(unpacked(pack(bytes(5_000))))) > 1  # type: ignore[operator]


def test_damage_ends_nothing_but_the_damaged() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "first " * 50)
        archive.writestr("b.txt", "second " * 50)
    data = bytearray(out.getvalue())
    data[40:44] = b"\xff\xff\xff\xff"

    assert b"second " * 50 in list(unpacked(bytes(data)))
    for broken in (b"PK\x03\x04", b"\x1f\x8b", b"%PDF stream\nx endstream", b"\x89PNG\r\n\x1a\n\0"):
        assert list(unpacked(broken))[:1] == [broken]


# Sayings


def test_pictures_say_only_what_is_written_in_them() -> None:
    data = b"\x89\xff\x00Ada Park\x00\xff" + "Zoë Müller".encode() + b"\xff\xfeab\xff"

    assert said(data).split(APART) == ["Ada Park", "Zoë Müller"]


def test_what_does_not_belong_together_is_apart() -> None:
    assert list(pairwise(words_of(said(b"\xffAdaline\xff\x00Parkway\xff")))) != [
        ("adaline", "parkway")
    ]
    assert ("adaline", "parkway") not in pairwise(words_of(said(b'["Adaline", "Parkway"]')))


def test_pages_are_read_with_their_tags_and_without() -> None:
    found = said(b'<p title="in &#97; tag">H<b>er</b>on</p><p>%C3%A9t%C3%A9</p>')

    assert "in a tag" in found
    assert "Heron" in found
    assert "H er on" in found
    assert "été" in found


def test_percent_signs_that_mean_percent_hurt_nobody() -> None:
    assert "50% of 30 %zz %" in said(b"50% of 30 %zz %")


def test_a_reader_reads_each_file_once() -> None:
    reader = Reader(Index.of([("ada", "park")]))

    assert reader.said_in(b"Ada Park") == {("ada", "park")}
    assert reader.said_in(b"other bytes", "a digest") == frozenset()
    assert reader.said_in(b"Ada Park", "a digest") == frozenset(), "known by its digest"
    assert reader.said_by("x/ada-park.html") == {("ada", "park")}
