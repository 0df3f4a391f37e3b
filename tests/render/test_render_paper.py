"""The transcript on paper: a tagged PDF that says what the page says, in letters of many scripts."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sample_blueprint as sample
from elements import elements
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from portfolio_gen.model.award_views import AwardView
from portfolio_gen.model.blueprint import SiteBlueprint, TranscriptView
from portfolio_gen.model.credit_views import DecisionView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.progress_views import GrowthView, ProgressView, TargetGroup, TargetView
from portfolio_gen.model.record_views import RecordView
from portfolio_gen.model.standing import State
from portfolio_gen.render import (
    Rendered,
    Workshop,
    pdf,
    render_site,
    theme_folders,
    words_on_paper,
)
from portfolio_gen.render.paper.blocks import blocks_of

ROOT = Path(__file__).parents[2]
ADDRESS = "https://portfolios.school.example/college/"
NAMES = {
    "Latin": "Zoë Łukasiewicz-Nguyễn",
    "Cyrillic": "Наталія Щербак",
    "Arabic": "عبد الرحمن",
    "Devanagari": "अनुष्का शर्मा",
    "Han": "陈美玲",
    "Hangul": "김민준",
    "Kana": "やまだ",
}
RECORD = RecordView(
    address="transcript/transcript.json",
    digest="ab" * 32,
    fingerprint="ABCD EFGH IJKL",
    issued=Day(2026, 11, 20),
    final=False,
    url=f"{ADDRESS}maya-chen/transcript/transcript.json",
    verify_url=f"{ADDRESS}verify/#maya-chen/transcript/transcript.json",
)


def awards(site: SiteBlueprint) -> tuple[AwardView, ...]:
    """What `plan` would say of the sample's earned credits."""
    return tuple(
        AwardView(
            credit=credit,
            level=one.level,
            beyond=one.level.id == "advanced",
            standard="What it means.",
            rule="A committee decides.",
            because=one.because,
            date=one.date or Day(2026, 3, 20),
            by=("Abena Osei", "Dov Kaplan"),
            ratings=(),
            targets=(),
            works=one.works,
            superseded=(),
        )
        for credit in site.credits
        for one in credit.standings
        if one.state is State.EARNED
    )


def student(**changes: Any) -> SiteBlueprint:
    """The sample student without pictures, with changes to the transcript."""
    site = sample.maya("college")
    works = tuple(
        replace(one, media=(), cover=None, names=(), narrative="Made it.") for one in site.artifacts
    )
    site = replace(
        site, artifacts=works, featured=works[:1], person=replace(site.person, picture=None)
    )
    assert site.transcript
    return replace(site, transcript=replace(site.transcript, **{"awards": awards(site), **changes}))


def render(site: SiteBlueprint, into: Path, **fields: object) -> Rendered:
    settings: dict[str, Any] = {
        "edition": "college",
        "themes": theme_folders(ROOT, "riverbend"),
        "cache": into.parent / "cache",
        "address": ADDRESS,
    }
    return render_site(site, Workshop(**{**settings, **fields}), into)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("paper") / "site"
    render(student(), into)
    return into


def paper(into: Path) -> PdfReader:
    return PdfReader(into / "transcript" / "transcript.pdf")


def words(reader: PdfReader) -> str:
    """All its text, with white space as a reader sees it."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags(node: Any) -> Iterator[DictionaryObject]:
    """Every element of the structure tree, in the order of reading."""
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from tags(one)
    elif isinstance(node, DictionaryObject):
        yield node
        if "/K" in node:
            yield from tags(node["/K"])


def test_it_is_tagged_and_archivable_and_says_what_it_is(made: Path) -> None:
    reader = paper(made)
    root = reader.trailer["/Root"]
    about = root["/Metadata"].get_object().get_data().decode()

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata and reader.metadata.title == "Mastery transcript: Maya Lin Chen"
    assert re.search(r"pdfuaid:part\W+1\b", about)
    assert re.search(r"pdfaid:part\W+2\b", about)
    assert re.search(r"pdfaid:conformance\W+A\b", about)
    kinds = {str(one.get("/S")) for one in tags(root["/StructTreeRoot"]["/K"])}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Link", "/Figure"} <= kinds


def test_every_mark_has_its_words(made: Path) -> None:
    root = paper(made).trailer["/Root"]
    figures = [one for one in tags(root["/StructTreeRoot"]["/K"]) if one.get("/S") == "/Figure"]

    said = [str(one.get("/Alt", "")) for one in figures]
    assert len(said) > len(sample.all_credits())
    assert all(said)
    assert any("advanced credit earned" in one for one in said)


def test_bookmarks_lead_to_its_parts(made: Path) -> None:
    def titles(entries: Any) -> Iterator[str]:
        for one in entries:
            if isinstance(one, list):
                yield from titles(one)
            else:
                yield str(one.title)

    outline = [*titles(paper(made).outline)]

    assert "Maya Lin Chen" in outline[0]
    for title in ("All credits", "Credits in detail", "In my own words", "About Riverbend School"):
        assert title in outline


def links(reader: PdfReader) -> set[str]:
    return {
        str(action["/URI"])
        for page in reader.pages
        for one in page.get("/Annots", ())
        if (action := one.get_object().get("/A", {})).get("/URI")
    }


def test_its_links_are_whole_where_the_edition_has_an_address(made: Path, tmp_path: Path) -> None:
    render(student(), tmp_path / "nowhere", address="")

    works = {one.address for one in sample.maya("college").artifacts}
    whole, relative = links(paper(made)), links(paper(tmp_path / "nowhere"))
    assert all(one.startswith(("https://", "mailto:")) for one in whole)
    assert any(f"{ADDRESS}maya-chen/{one}" in whole for one in works)
    assert any(f"../{one}" in relative for one in works)
    assert not [one for one in relative if one.startswith(ADDRESS)]


def test_each_page_says_whose_it_is_and_which_of_how_many(made: Path) -> None:
    reader = paper(made)
    for number, page in enumerate(reader.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert "Maya Lin Chen · Riverbend School" in text
        assert f"page {number} of {len(reader.pages)}" in text


@pytest.mark.parametrize(("size", "width"), [("letter", 612), ("a4", 595)])
def test_the_school_chooses_the_paper(size: str, width: int, tmp_path: Path) -> None:
    site = student()
    render(replace(site, school=replace(site.school, paper=size)), tmp_path / "site")

    assert int(paper(tmp_path / "site").pages[0].mediabox.width) == width


def test_the_page_leads_to_it_and_both_say_that_nobody_signed(made: Path) -> None:
    page = elements((made / "transcript" / "index.html").read_text(encoding="utf-8"))

    (link,) = [one for one in page.all("a") if one["href"].endswith(".pdf")]
    assert link["href"] == "transcript.pdf"
    assert "This copy is not signed" in page.text
    assert "This copy is not signed" in words(paper(made))


def test_a_signed_one_shows_how_to_check_it(tmp_path: Path) -> None:
    render(student(record=RECORD), tmp_path / "site")

    page = elements((tmp_path / "site/transcript/index.html").read_text(encoding="utf-8"))
    text = words(paper(tmp_path / "site"))
    for said in (text, page.text):
        assert "ABCD EFGH IJKL" in said
        assert "not signed" not in said
    assert RECORD.verify_url in links(paper(tmp_path / "site"))
    assert RECORD.verify_url in [one["href"] for one in page.all("a")]
    root = paper(tmp_path / "site").trailer["/Root"]
    alts = [str(one.get("/Alt")) for one in tags(root["/StructTreeRoot"]["/K"])]
    assert "QR code: the page that checks this transcript" in alts


def facts(view: TranscriptView, site: SiteBlueprint) -> Iterator[str]:
    """What both must say, piece by piece."""
    yield from (view.name, site.school.name, view.framework, "in progress", "November 12, 2026")
    for domain in site.domains:
        yield domain.label.title
        yield f"{domain.earned[0][1]} of {domain.of}"
    for award in view.awards:
        yield award.credit.short
        yield from award.by
        yield from (one.title for one in award.works)
    for habits in view.habits:
        yield habits.term
        yield from (level for _, level in habits.levels)
    for one in view.recognitions:
        yield from (one.title, one.issuer)
    yield from (one.title for one in view.requirements)
    yield from (one.title for one in view.featured)


def test_the_page_and_the_paper_say_the_same(made: Path) -> None:
    site = student()
    assert site.transcript
    page = elements((made / "transcript" / "index.html").read_text(encoding="utf-8")).text
    text = words(paper(made))

    def folded(said: str) -> str:
        return re.sub(r"[\s’']+", "", said)

    for fact in facts(site.transcript, site):
        assert folded(fact) in folded(page), f"the page lacks {fact}"
        assert folded(fact) in folded(text), f"the paper lacks {fact}"


def test_growth_stands_on_both_only_where_it_was_asked_for(tmp_path: Path) -> None:
    earlier = DecisionView(date=Day(2025, 2, 1), level="Foundation", earned=False, committee=())
    first, *others = awards(student())
    tried = (replace(first, superseded=(earlier,)), *others)
    way = TargetView(
        id="argue",
        title="Argues from evidence",
        address="",
        state=TargetState.REACHED,
        because="Reached.",
        growth=GrowthView(
            first="Emerging",
            first_date=Day(2024, 9, 2),
            latest="Exceeding",
            latest_date=Day(2026, 5, 4),
            steps=3,
            path=(),
        ),
    )
    group = TargetGroup(label=LabelView(id="all", title="All"), targets=(way,))

    def said(*, grows: bool) -> list[str]:
        into = tmp_path / str(grows)
        site = student(grows=grows, awards=tried if grows else (first, *others))
        render(replace(site, progress=ProgressView(groups=(group,))), into)
        page = elements((into / "transcript/index.html").read_text(encoding="utf-8"))
        return [re.sub(r"\s+", "", one) for one in (page.text, words(paper(into)))]

    for text in said(grows=True):
        assert "February1,2025:notyet" in text
        assert "September2,2024:Emerging" in text
        assert "May4,2026:Exceeding" in text
    for text in said(grows=False):
        assert "Emerging" not in text
        assert "February1,2025" not in text


@pytest.mark.parametrize("script", NAMES)
def test_names_are_set_in_letters_that_are_embedded(script: str, tmp_path: Path) -> None:
    name = NAMES[script]
    done = render(student(name=name), tmp_path / "site")

    assert "transcript/transcript.pdf" in done.files
    reader = paper(tmp_path / "site")
    assert reader.metadata and reader.metadata.title == f"Mastery transcript: {name}"
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & descriptor.keys()
            assert "/ToUnicode" in font.get_object()
    if script not in ("Arabic", "Devanagari"):  # there, the order of signs is not that of letters
        assert name.replace(" ", "") in words(reader).replace(" ", "")


def test_a_letter_that_no_font_has_is_said_and_never_an_empty_box(tmp_path: Path) -> None:
    done = render(student(statement="My mark is \U00013000."), tmp_path / "site")

    (found,) = [one for one in done.diagnostics if one.code == "PG563"]
    assert "U+13000 EGYPTIAN HIEROGLYPH A001" in found.message
    assert found.rule.contained
    assert "transcript/transcript.pdf" not in done.files
    page = elements((tmp_path / "site/transcript/index.html").read_text(encoding="utf-8"))
    assert not [one for one in page.all("a") if one["href"].endswith(".pdf")]


def test_what_would_fill_hundreds_of_pages_is_not_printed_and_the_page_stands(
    tmp_path: Path,
) -> None:
    done = render(student(profile="So many words. " * 12_000), tmp_path / "site")

    (found,) = [one for one in done.diagnostics if one.code == "PG576"]
    assert "150,000" in found.message
    assert found.rule.contained
    assert "transcript/transcript.pdf" not in done.files
    assert "transcript/index.html" in done.files


def test_what_people_write_is_never_taken_for_markup(tmp_path: Path) -> None:
    name = '#panic("a") *b* $c$ = d \\ `e` @f <g>'
    render(
        student(name=name, class_of="#read(1)", profile=f"{name}\n\n# {name}"), tmp_path / "site"
    )

    text = words(paper(tmp_path / "site"))
    assert '#panic("a") *b* $c$ = d \\ `e` @f <g>' in text
    assert "#read(1)" in text


def test_the_same_words_give_the_same_bytes_and_are_printed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = []
    print_pdf = pdf.print_pdf
    monkeypatch.setattr(pdf, "print_pdf", lambda *a: printed.append(1) or print_pdf(*a))
    first = render(student(), tmp_path / "first")
    count = len(printed)
    changed_elsewhere = replace(student(), where_i_stand="Somewhere else.")
    second = render(changed_elsewhere, tmp_path / "second")
    other = render(student(), tmp_path / "third", cache=tmp_path / "other")

    address = "transcript/transcript.pdf"
    assert count > 0
    assert len(printed) == 2 * count, "once for each cache"
    assert first.files[address] == second.files[address] == other.files[address]


def test_it_is_short_and_small(made: Path) -> None:
    reader = paper(made)
    before = next(
        number
        for number, page in enumerate(reader.pages)
        if "About Riverbend School" in page.extract_text()
    )
    assert 1 <= before <= 2
    assert (made / "transcript/transcript.pdf").stat().st_size < 2_000_000
    assert not reader.is_encrypted


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler's tools are not installed")
def test_poppler_reads_it_too(made: Path) -> None:
    def ask(*command: str) -> str:
        path = str(made / "transcript" / "transcript.pdf")
        done = subprocess.run([*command, path], capture_output=True, text=True, check=True)
        return done.stdout

    fonts = ask("pdffonts").splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes yes yes +\d+ +\d+$", one) for one in fonts), "all are embedded"
    info = ask("pdfinfo")
    assert re.search(r"Tagged: +yes", info)
    assert re.search(r"Encrypted: +no", info)
    order = " ".join(ask("pdfinfo", "-struct-text").split())
    places = [
        order.index(one)
        for one in ("Maya Lin Chen", "All credits", "How to read this", "Credits in detail")
    ]
    assert places == sorted(places)


def test_a_story_becomes_paragraphs_lists_emphasis_and_links() -> None:
    html = (
        '<h3>Head</h3><p>One <em>two</em>,\n <a href="../a/">three</a>.</p><ol><li>a<ul><li>b</li></ul></li></ol>'
        '<p><img src="x" alt="A boat"></p><table><tr><th>A</th></tr><tr><td>1</td></tr></table><li>stray</li>'
    )
    head, line, listed, picture, table, stray = blocks_of(html, lambda one: f"to:{one}")

    assert (head["kind"], head["level"]) == ("heading", 3)
    assert [(one["t"], one["i"], one["u"]) for one in line["runs"]] == [
        ("One ", False, ""),
        ("two", True, ""),
        (", ", False, ""),
        ("three", False, "to:../a/"),
        (".", False, ""),
    ]
    first, inner = listed["items"][0]
    assert (listed["ordered"], first["runs"][0]["t"]) == (True, "a")
    assert (inner["kind"], inner["items"][0][0]["runs"][0]["t"]) == ("list", "b")
    assert picture["runs"][0]["t"] == "A boat"
    assert len(table["rows"]) == 2
    assert stray["runs"][0]["t"] == "stray"


@pytest.mark.parametrize("text", ["#let broken = ", '#import "@preview/cetz:0.4.0": canvas'])
def test_a_template_that_is_damaged_or_would_fetch_something_is_said(
    text: str, tmp_path: Path
) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "transcript.typ").write_text(text)
    done = render(student(), tmp_path / "site", themes=(theme, *theme_folders(ROOT, "riverbend")))

    assert [one.code for one in done.diagnostics if one.code != "PG553"] == ["PG911"]
    assert "transcript/transcript.pdf" not in done.files


def test_an_inspector_can_read_it(made: Path) -> None:
    data = (made / "transcript" / "transcript.pdf").read_bytes()

    assert b"Abena Osei" not in data, "its letters are numbers of a font"
    said = words_on_paper(data)
    assert "Abena Osei" in said
    assert "Mastery transcript: Maya Lin Chen" in said
    assert "advanced credit earned" in said, "also what marks are described by"


def test_a_domain_without_credits_leaves_the_counts_of_others_in_their_columns(
    tmp_path: Path,
) -> None:
    site = student()
    empty = replace(site.domains[0], credits=(), earned=(), of=0)
    grid = tuple(replace(row, cells=(None, *row.cells[1:])) for row in site.grid)
    render(replace(site, domains=(empty, *site.domains[1:]), grid=grid), tmp_path / "site")

    text = words(paper(tmp_path / "site"))
    assert "Academics 0 of 0 – Community 4 of 5 1" in text
