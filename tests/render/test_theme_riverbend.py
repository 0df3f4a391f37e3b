"""The default theme: what can be said of its pages without a browser."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import sample_blueprint as sample
import sample_progress as progress
from elements import Element, elements
from sample_media import draw_media, placed

from portfolio_gen.model.blueprint import MediaView, SiteBlueprint
from portfolio_gen.render import Workshop, render_assets, render_index, render_site, theme_folders

ROOT = Path(__file__).parents[2]
THEME = ROOT / "themes" / "riverbend"
SITES: dict[str, SiteBlueprint] = {
    "maya-chen": sample.maya("family"),
    "maya-self": replace(sample.maya("self"), person=sample.person(address="maya-self/")),
    "maya-college": replace(sample.maya("college"), person=sample.person(address="maya-college/")),
    "listed": replace(sample.listed(), person=sample.person(address="listed/", picture=None)),
    "anywhere": replace(sample.anywhere(), person=sample.person(address="anywhere/", picture=None)),
    "progress": replace(progress.maya(), person=sample.person(address="progress/")),
    "bare": replace(progress.bare(), person=sample.person(address="bare/", picture=None)),
    "abdulrahman-al-mansouri": sample.abdulrahman(),
    "sam-whitlock": sample.sam(),
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with everybody, rendered once for all tests."""
    folder = tmp_path_factory.mktemp("theme")
    draw_media(folder / "media")
    work = Workshop(
        edition="family",
        themes=theme_folders(ROOT, "riverbend"),
        cache=folder / "cache",
        languages=("en", "ar"),
    )
    into = folder / "edition"
    for site in SITES.values():
        done = render_site(placed(site, folder / "media"), work, into / site.person.address)
        assert done.diagnostics == ()
    people = tuple(placed(site, folder / "media").person for site in SITES.values())
    done = render_index(replace(sample.everybody(), people=people), work, into)
    assert done.diagnostics == ()
    render_assets(work, into / "assets")
    return into


@pytest.fixture(scope="module")
def pages(edition: Path) -> dict[str, Element]:
    """All pages by their path in the edition."""
    return {
        path.relative_to(edition).as_posix(): elements(path.read_text(encoding="utf-8"))
        for path in sorted(edition.rglob("*.html"))
    }


def ways(site: SiteBlueprint) -> set[str]:
    """Addresses that a site must have a page for."""
    own = {"", "artifacts/", "transcript/"}
    own |= {
        one.address for one in (*site.artifacts, *site.narratives, *site.pitches, *site.credits)
    }
    own |= {one.label.address for one in site.domains}
    return (
        own
        | ({"narratives/"} if site.narratives else set())
        | ({"goals/"} if site.goals else set())
        | (
            {"targets/", *(one.address for one in site.progress.targets)}
            if site.progress
            else set()
        )
        | ({"now/"} if site.progress and site.progress.badges else set())
        | ({"profile/"} if site.profile else set())
        | ({"milestones/"} if site.milestones else set())
        | ({"conference/"} if site.conference else set())
    )


def test_every_kind_of_page_is_there(pages: dict[str, Element]) -> None:
    for site in SITES.values():
        for address in ways(site):
            assert f"{site.person.address}{address}index.html" in pages


def test_links_lead_somewhere(edition: Path, pages: dict[str, Element]) -> None:
    lost = []
    for path, page in pages.items():
        for one in page:
            for address in filter(None, (one["href"], one["src"])):
                parts = urlsplit(address)
                if parts.scheme:
                    continue
                goal = posixpath.normpath(
                    posixpath.join(posixpath.dirname(path), unquote(parts.path))
                )
                file = edition / goal
                if not (file.is_file() or (file / "index.html").is_file()):
                    lost.append((path, address))
                elif parts.fragment and not goal.endswith((".svg", ".pdf")):
                    there = pages[
                        path
                        if not parts.path
                        else posixpath.join(goal, "index.html").removeprefix("./")
                    ]
                    if not there.all(id=unquote(parts.fragment)):
                        lost.append((path, address))
    assert lost == []


def digest(text: str) -> str:
    """A text as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_nothing_is_inline(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        policy = page.one("meta", http_equiv="Content-Security-Policy")["content"]
        for one in page:
            if (
                one.tag == "style"
            ):  # placeholders of pictures, which the page's policy names by their digest
                assert digest("".join(map(str, one.children))) in policy, path
            assert not [
                name for name in one.attributes if name == "style" or name.startswith("on")
            ], path
            if one.tag == "script":
                assert one["src"] or one["type"] == "application/json", path


def test_each_page_has_one_h1_and_skips_no_level(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        levels = [int(one.tag[1]) for one in page if re.fullmatch("h[1-6]", one.tag)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_each_page_says_its_language_and_its_landmarks_have_names(
    pages: dict[str, Element],
) -> None:
    for path, page in pages.items():
        assert page.one("html")["lang"] == "en", path
        page.one("main")
        ids = [one["id"] for one in page if one["id"]]
        assert len(ids) == len(set(ids)), path
        for one in page:
            assert not one["aria-labelledby"] or one["aria-labelledby"] in ids, path
        marks = [
            one for one in page if one.tag in ("nav", "section", "aside") or one["role"] == "region"
        ]
        names = [name_of(one, page) for one in marks]
        assert all(names), path
        assert len(names) == len(set(names)), path


def name_of(landmark: Element, page: Element) -> tuple[str, str]:
    """What a screen reader calls a part of the page, and what kind of part it is."""
    label = landmark["aria-labelledby"]
    kind = "region" if landmark.tag == "section" else landmark["role"] or landmark.tag
    return kind, page.one(id=label).text if label else landmark["aria-label"]


def test_pictures_are_described_and_marks_are_not_left_to_the_eye(
    pages: dict[str, Element],
) -> None:
    for path, page in pages.items():
        assert all("alt" in one.attributes for one in page.all("img")), path
        assert all(one["aria-hidden"] == "true" or one["aria-label"] for one in page.all("svg")), (
            path
        )
        for one in page.all("a"):
            assert one.text or one["aria-label"] or any(inner["alt"] for inner in one.all("img")), (
                path
            )
        assert all(one.text or one["aria-label"] for one in page.all("button")), path


def picture(page: Element) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The credit picture: each domain with the title, mark and words of its credits."""
    table = page.one("table", class_="credits")
    return [
        (
            row.all("th")[0].text,
            [
                (one["href"], one.one("svg")["data-mark"], one.text)
                for one in row.all("a")
                if one.all("svg")
            ],
        )
        for row in table.one("tbody").all("tr")
    ]


@pytest.mark.parametrize("name", [name for name, site in SITES.items() if site.credits])
@pytest.mark.parametrize("page", ["", "transcript/"])
def test_the_credit_picture_is_a_table_that_says_what_the_standings_say(
    pages: dict[str, Element], name: str, page: str
) -> None:
    site = SITES[name]
    shown = picture(pages[f"{name}/{page}index.html"])
    assert [title for title, _ in shown] == [one.label.title for one in site.domains]
    for domain, (_, cells) in zip(site.domains, shown, strict=True):
        assert len(cells) == len(domain.credits)
        for credit, (address, mark, words) in zip(domain.credits, cells, strict=True):
            assert address.endswith(credit.address)
            assert mark == credit.mark
            name, _, state = words.partition(":")
            assert name.strip() == credit.title
            assert state.strip()


def test_the_columns_of_a_grid_are_its_competencies(pages: dict[str, Element]) -> None:
    site = SITES["maya-chen"]
    table = pages["maya-chen/index.html"].one("table", class_="credits")
    heads = [
        one.one(class_="name").text
        for one in table.all("th", scope="col")
        if one.all(class_="name")
    ]
    assert heads == [row.label.title for row in site.grid]
    for column, row in enumerate(site.grid):
        for line, credit in zip(table.one("tbody").all("tr"), row.cells, strict=True):
            assert credit is not None
            assert line.all("td", class_="cell")[column].one("a")["href"] == credit.address


def test_counts_in_the_picture_are_those_of_the_domains(pages: dict[str, Element]) -> None:
    site = SITES["maya-chen"]
    table = pages["maya-chen/transcript/index.html"].one("table", class_="credits")
    for domain, row in zip(site.domains, table.one("tbody").all("tr"), strict=True):
        first, beyond = (one.text for one in row.all("td", class_="count"))
        assert first == f"{dict_of(domain.earned)['foundation']} of {domain.of}"
        assert beyond == (str(dict_of(domain.earned)["advanced"] or "–"))
    total = [one.text for one in table.one("tfoot").all("td", class_="count")]
    assert total == ["18 of 30", "3"]


def dict_of(earned: tuple[tuple[object, int], ...]) -> dict[str, int]:
    return {label.id: count for label, count in earned}  # type: ignore[attr-defined]


def test_every_state_has_a_shape_of_its_own(pages: dict[str, Element]) -> None:
    shapes: dict[str, set[str]] = {}
    for one in pages["maya-self/index.html"].all("svg", class_="mark"):
        drawn = repr([(part.tag, part.attributes) for part in one if part is not one])
        shapes.setdefault(one["data-mark"], set()).add(drawn)
    assert set(shapes) == {"advanced", "earned", "pitched", "not-yet", "claimed", "open"}
    assert all(len(drawn) == 1 for drawn in shapes.values())
    assert len({min(drawn) for drawn in shapes.values()}) == len(shapes)
    assert not any("#" in drawn for kinds in shapes.values() for drawn in kinds), (
        "a mark names a colour"
    )


def test_the_legend_explains_the_marks_that_are_met_and_no_others(
    pages: dict[str, Element],
) -> None:
    for name, site in SITES.items():
        if not site.credits:
            continue
        page = pages[f"{name}/index.html"]
        legend = page.one("ul", class_="legend")
        assert {one["data-mark"] for one in legend.all("svg")} == {one.mark for one in site.credits}
        assert all(len(one.text) > 3 for one in legend.all("li"))


def test_a_family_reads_a_sentence_before_it_meets_a_mark(edition: Path) -> None:
    text = (edition / "maya-chen/index.html").read_text(encoding="utf-8")
    assert text.index("Maya has earned 18 of 30") < text.index('class="mark"')


def test_text_by_people_carries_its_language_and_direction(pages: dict[str, Element]) -> None:
    front = pages["abdulrahman-al-mansouri/index.html"]
    assert front.one("h1")["lang"] == "ar"
    sentence = front.one("blockquote")
    assert (sentence["lang"], sentence["dir"]) == ("ar", "rtl")
    story = front.one("div", class_="prose")
    assert (story["lang"], story["dir"]) == ("ar", "rtl")
    work = pages["abdulrahman-al-mansouri/artifacts/solar-oven-for-the-school-garden/index.html"]
    assert work.one("article")["dir"] == "rtl"
    assert work.one("h1")["lang"] == "ar"
    assert work.one("aside")["dir"] == "ltr"
    assert pages["maya-chen/index.html"].one("blockquote")["dir"] == "ltr"


def test_somebody_with_almost_nothing_has_a_whole_page(pages: dict[str, Element]) -> None:
    front = pages["sam-whitlock/index.html"]
    assert front.one("h1").text == "Sam Whitlock"
    assert "Sam has just started." in front.text
    assert front.one(class_="initials").text == "SW"
    assert not front.all("h2", id="first")
    assert pages["sam-whitlock/artifacts/index.html"].one("p", class_="empty").text


def test_works_without_a_picture_get_a_pattern_of_their_own(pages: dict[str, Element]) -> None:
    drawn = {
        one.one("a").text: repr(
            [(part.tag, part.attributes) for part in one.one("svg", class_="pattern")]
        )
        for one in pages["maya-chen/artifacts/index.html"].all("li", class_="card")
        if one.all("svg", class_="pattern")
    }
    assert len(drawn) == 3
    assert len(set(drawn.values())) == 3
    again = pages["maya-self/artifacts/index.html"].all("svg", class_="pattern")
    assert {repr([(part.tag, part.attributes) for part in one]) for one in again} == set(
        drawn.values()
    )


def test_the_gallery_shows_everything_and_offers_only_filters_that_find_something(
    pages: dict[str, Element],
) -> None:
    page = pages["maya-chen/artifacts/index.html"]
    cards = page.all("li", class_="card")
    assert len(cards) == len(SITES["maya-chen"].artifacts)
    assert not any("hidden" in one.attributes for one in cards)
    assert page.one(id="count")["role"] == "status"
    chips = page.all("button", class_="chip")
    assert {one["data-filter"] for one in chips} == {"school", "domain", "competency", "tag"}
    for one in chips:
        assert one["aria-pressed"] == "false"
        fitting = [
            card
            for card in cards
            if one["data-value"] in card[f"data-{one['data-filter']}"].split("|")
        ]
        assert fitting, one.text


def test_the_artifact_page_says_what_is_claimed_and_what_became_of_it(
    pages: dict[str, Element],
) -> None:
    page = pages["maya-self/artifacts/solar-oven-for-the-school-garden/index.html"]
    box = page.one("aside", class_="note")
    assert "Innovation and design thinking" in box.text
    assert "Foundation credit earned" in box.text
    assert "I changed the design because of what I had measured, twice." in box.text
    assert "Report for the garden club" in box.text
    assert len(page.all("audio")) == len(page.all("video")) == 1


def test_a_credit_keeps_its_earlier_tries(pages: dict[str, Element]) -> None:
    page = pages["maya-self/credits/communication/academics/index.html"]
    decisions = page.one("ol", class_="history").all("li")
    assert [one.one("svg")["data-mark"] for one in decisions] == ["advanced", "earned", "not-yet"]
    assert ["earlier" in one.classes for one in decisions] == [False, False, True]
    assert "Abena Osei, Dov Kaplan, Josephine Moreau" in decisions[0].text
    assert "measure both for a week" in decisions[2].text
    assert "changed since then" in decisions[0].text


def test_a_pitch_has_case_claims_work_and_history_on_one_page(pages: dict[str, Element]) -> None:
    page = pages["maya-self/pitches/autumn/index.html"]
    for words in (
        "who has to live with it?",
        "Creative engagement",
        "Evidence Meeting",
        "A private essay",
        "Show us",
    ):
        assert words in page.text
    assert [one.one("h3").text for one in page.all("li", class_="card")] == [
        "Solar oven for the school garden",
        "A private essay",
    ]


def test_the_transcript_needs_no_script_of_others(pages: dict[str, Element]) -> None:
    page = pages["maya-chen/transcript/index.html"]
    scripts = [one["src"].rpartition("/")[2] for one in page.all("script")]
    assert not [one for one in scripts if one.startswith("bundle")]
    assert not page.all(data_md_component="search")
    assert page.one("h1").text == "Maya Lin Chen"
    assert "Reported apart from credits." in page.text


def test_what_people_write_is_never_markup(edition: Path, tmp_path: Path) -> None:
    hostile = '<img src=x onerror="alert(1)">{{ 7 * 7 }}'
    site = sample.maya("self")
    works = tuple(
        replace(one, title=hostile, summary=hostile, tags=(hostile,)) for one in site.artifacts
    )
    site = replace(
        site,
        person=sample.person(name=hostile, sentence=hostile, picture=None, interests=(hostile,)),
        artifacts=works,
        featured=works,
    )
    work = Workshop(
        edition="self",
        themes=theme_folders(ROOT, "riverbend"),
        cache=edition.parent / "cache",
        languages=("en",),
    )
    render_site(placed(site, edition.parent / "media"), work, tmp_path)
    for path in tmp_path.rglob("*.html"):
        page = elements(path.read_text(encoding="utf-8"))
        assert not page.all("img", src="x"), path
        assert not [one for one in page if "onerror" in one.attributes], path
    assert hostile in elements((tmp_path / "index.html").read_text(encoding="utf-8")).one("h1").text


def test_files_have_a_name_to_click_on_and_one_to_be_saved_by(
    edition: Path, tmp_path: Path
) -> None:
    """A file that browsers do not open is saved by its title, and never by the digest that it lies under."""
    files = {"plan.svg": b"<svg><path d='M0 0'/></svg>", "pot.stl": b"solid pot", "notes.txt": b"x"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    media = tuple(
        MediaView(
            source=tmp_path / name, alt="", title="" if name == "pot.stl" else "A plan: bed/2"
        )
        for name in files
    )
    site = sample.sam()
    work = replace(sample.maya("self").artifacts[0], media=media, cover=None, names=())
    site = replace(site, artifacts=(work,), featured=(work,))
    workshop = Workshop(
        edition="self", themes=theme_folders(ROOT, "riverbend"), cache=edition.parent / "cache"
    )
    render_site(site, workshop, tmp_path / "site")

    page = elements((tmp_path / "site" / work.address / "index.html").read_text(encoding="utf-8"))
    found = page.one("ul", class_="papers").all("a")
    assert [(one.text, one["download"]) for one in found] == [
        ("A plan: bed/2", "A plan bed 2.svg"),
        ("File", "File.stl"),
        ("A plan: bed/2", ""),
    ]


def test_what_did_not_work_says_so_kindly_and_first_what_it_taught(
    pages: dict[str, Element],
) -> None:
    (failure,) = (one for one in SITES["maya-chen"].artifacts if one.kind == "failure")
    page = pages[f"maya-chen/{failure.address}index.html"]
    said = page.text
    assert "This did not work, and I learned from it" in said
    assert (
        said.index("What it taught me") < said.index("Glue needs a night.") < said.index("So do I.")
    )
    assert [one.text for one in page.one("section", class_="lesson").all("p")] == [
        "Glue needs a night.",
        "So do I.",
    ]
    gallery = pages["maya-chen/artifacts/index.html"].text
    assert gallery.count("Learned from what did not work") == 1
    assert "failure" not in said.casefold() + gallery.casefold()


def test_the_profile_says_who_else_sees_a_part_only_to_its_writer(
    pages: dict[str, Element],
) -> None:
    mine = [one.text for one in pages["maya-self/profile/index.html"].all("p", class_="seen")]
    theirs = pages["maya-chen/profile/index.html"]

    assert mine == ["Only you see this.", "Also in: Family"]
    assert theirs.all("p", class_="seen") == []
    assert "cannot" in theirs.text


def test_what_lies_ahead_is_told_from_what_has_been_by_words_and_shape(
    pages: dict[str, Element],
) -> None:
    past, ahead = pages["maya-chen/milestones/index.html"].all("ol", class_="stops")

    assert "ahead" in ahead["class"] and "ahead" not in past["class"]
    assert "planned" in ahead.text and "planned" not in past.text
    assert "spring 2026" in past.text and "2026-" not in past.text


def test_milestones_are_one_line_with_the_numbers_of_the_list(pages: dict[str, Element]) -> None:
    page = pages["maya-chen/milestones/index.html"]
    (line,) = page.all("svg", class_="line")
    numbers = [one.text for one in line.all("text") if "year" not in one["class"]]
    listed = [one.one("text").text for one in page.all("svg", class_="stop")]

    assert numbers == listed == ["1", "2", "3"]
    assert [one.text for one in line.all("text", class_="year")] == ["2025", "2026", "2027"]
    assert [one["class"] for one in line.all("path")] == ["been", "been", "to-come"]
    assert line["aria-hidden"] == "true", "the list says the same in words"


def test_a_conference_begins_with_the_students_own_points(pages: dict[str, Element]) -> None:
    text = pages["maya-chen/conference/index.html"].one("main").text
    parts = (
        "agreed on last time",
        "How the third oven",
        "on Fridays?",
        "New since",
        "What is next",
    )

    assert sorted(parts, key=text.index) == list(parts)
    assert "from Beginning to Meeting" in text
    assert "Near: Try it aloud." in text
    assert "maya-college/conference/index.html" not in pages


def test_the_schools_own_tags_lead_the_filters_and_say_what_they_mean(
    pages: dict[str, Element],
) -> None:
    gallery = pages["maya-chen/artifacts/index.html"]
    chips = gallery.all("button", class_="chip")
    cards = gallery.all("li", class_="card")

    assert [one["data-value"] for one in chips[:2]] == ["led", "shown"]
    assert {one["data-filter"] for one in chips[:2]} == {"school"}
    assert [one["data-school"] for one in cards].count("led|shown") == 1
    assert "Somebody outside school has seen it." in gallery.text
