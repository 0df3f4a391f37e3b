"""The default theme's pages about learning targets, and what the transcript tells beside credits."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import sample_blueprint as sample
import sample_progress
from elements import Element, elements
from sample_media import draw_media, placed

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.progress_views import ProgressView, TargetGroup
from portfolio_gen.render import Workshop, render_site, theme_folders

ROOT = Path(__file__).parents[2]
HOSTILE = '<img src=x onerror="alert(1)"></script>{{ 7 * 7 }}'
ARGUE = "targets/argue-from-evidence/"
WHOLE = sample_progress.maya()


Render: TypeAlias = Callable[[SiteBlueprint, Path], dict[str, Element]]
"""Renders a site into a folder and gives its pages by their addresses."""


@pytest.fixture(scope="module")
def render(tmp_path_factory: pytest.TempPathFactory) -> Render:
    folder = tmp_path_factory.mktemp("media")
    draw_media(folder / "media")
    work = Workshop(
        edition="self",
        themes=theme_folders(ROOT, "riverbend"),
        cache=folder / "cache",
        languages=("en", "ar"),
    )

    def rendered(site: SiteBlueprint, into: Path) -> dict[str, Element]:
        done = render_site(placed(site, folder / "media"), work, into)
        assert done.diagnostics == ()
        return {
            path.parent.relative_to(into).as_posix().removeprefix(".") + "/": elements(
                path.read_text(encoding="utf-8")
            )
            for path in into.rglob("index.html")
        }

    return rendered


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("whole")


@pytest.fixture(scope="module")
def pages(render: Render, folder: Path) -> dict[str, Element]:
    """The pages of somebody with everything, by their addresses."""
    return render(WHOLE, folder)


def section(page: Element, name: str) -> Element:
    """The part of a page under the heading with that id."""
    return next(one for one in page.all("section") if one["aria-labelledby"] == name)


def steps(picture: Element) -> list[str]:
    """What each step of a picture is, lowest first."""
    return [one["class"] for one in picture.all("rect")]


def test_each_target_is_a_row_with_its_steps_and_words(pages: dict[str, Element]) -> None:
    assert WHOLE.progress
    rows = pages["targets/"].all("ul", class_="targets")
    shown = [row for one in rows for row in one if row.tag == "li"]
    for row, target in zip(shown, WHOLE.progress.targets, strict=True):
        link = row.one("a")
        assert link.text == target.title
        assert posixpath.normpath(posixpath.join("targets/", link["href"])) + "/" == target.address
        drawn = steps(row.one("svg"))
        place = target.levels.index(target.here) if target.here else -1
        assert drawn.count("here") == (place >= 0)
        assert drawn == ["past"] * place + ["here"] * (place >= 0) + ["ahead"] * (
            len(target.levels) - place - 1
        )
        assert len(row.one("svg").all(class_="flag")) == 1
        assert row.one("p").text
    words = [row.one("p").text for row in shown]
    assert words[0] == "Developing not yet Proficient"
    assert words[1].startswith("Extending reached")
    assert words[3].startswith("insufficient evidence")
    assert words[5] == "open"


def test_no_number_sums_up_targets(pages: dict[str, Element]) -> None:
    assert not re.search(r"\d\s*(%|of \d|/ ?\d)", pages["targets/"].text)
    assert not re.search(r"average|mean", pages[ARGUE].text.replace("never averaged", ""))


def test_a_target_shows_its_ladder_with_the_place_and_the_aim(pages: dict[str, Element]) -> None:
    ladder = pages[ARGUE].one("ol", class_="ladder")
    rungs = [one for one in ladder if one.tag == "li"]
    assert [one.one("h3").text for one in rungs] == list(sample_progress.TITLES)
    assert [one.one("h3").text for one in rungs if "here" in one.classes] == ["Developing"]
    (aim,) = (one for one in rungs if "aim" in one.classes)
    assert "the aim" in aim.text
    assert sample_progress.CAN[2] in aim.text
    assert [one.text for one in aim.all("summary")] == [
        "What if I can’t yet?",
        "What if I already can?",
    ]


def test_the_next_step_leads_on_from_where_the_student_is(pages: dict[str, Element]) -> None:
    onward = section(pages[ARGUE], "onward")
    assert sample_progress.NEXT[1] in onward.text
    assert "on the way to Proficient" in onward.text
    assert len(onward.one("ul", class_="menu").all("li")) == 3


def test_views_stand_side_by_side_each_with_its_own_level(pages: dict[str, Element]) -> None:
    views = pages[ARGUE].one("ul", class_="views").all("li")
    assert [one.all("p")[0].text for one in views] == [
        "I myself",
        "A classmate",
        "Teacher",
        "Committee",
        "Somebody from outside",
    ]
    assert [steps(one.one("svg")).index("here") for one in views] == [2, 1, 1, 1, 3]


def test_all_tries_are_kept_newest_first_with_the_plan_after_them(
    pages: dict[str, Element],
) -> None:
    tries = [one for one in pages[ARGUE].one("ol", class_="tries").children if one != "\n"]
    told = [one for one in tries if isinstance(one, Element)]
    assert [one.one("h3").text for one in told] == [
        "Developing",
        "insufficient evidence",
        "Emerging",
    ]
    assert "here" not in steps(told[1].one("h3").one("svg"))
    assert "I call the bus company" in told[0].text
    assert "Meet with a teacher" in told[0].text
    assert "counts now" in told[0].text
    assert "for practice" in told[2].text


def dots(page: Element) -> list[tuple[float, float]]:
    """Where the dots of the growth line are, in percent."""
    drawn = page.one("div", class_="growth").all("circle")
    return [(float(one["cx"][:-1]), float(one["cy"][:-1])) for one in drawn]


def test_each_target_has_one_stroke_from_first_to_latest(pages: dict[str, Element]) -> None:
    """The ups and downs between are on its own page; here stand the two ends, in the picture and in words."""
    (one,) = pages["targets/"].one("ul", class_="slopes").all("li")
    stroke = one.one("path", class_="way")["d"]
    latest = one.one("circle", class_="latest")["cx"]

    assert "Emerging" in one.text and "Developing" in one.text and "one step up" in one.text
    assert stroke.startswith("M12 26") and stroke.endswith("38 26") and latest == "38"
    assert one.one("svg")["aria-hidden"] == "true"


def test_growth_is_drawn_and_told(pages: dict[str, Element]) -> None:
    page = pages[ARGUE]
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = dots(page)
    assert x0 < x1 < x2 < x3
    assert y0 == y2 > y1 == y3, "a higher level stands higher"
    assert "one step up" in page.text
    listed = [one.text for one in page.one("ol", class_="silent").all("li")]
    assert [one.rpartition(": ")[2] for one in listed] == [
        "Emerging",
        "Developing",
        "Emerging",
        "Developing",
    ]


def test_pages_turn_round_for_scripts_from_right_to_left(render: Render, tmp_path: Path) -> None:
    turned = replace(WHOLE, school=replace(WHOLE.school, language="ar"))
    places = [x for x, _ in dots(render(turned, tmp_path)[ARGUE])]
    assert places == sorted(places, reverse=True)


FIRST, LATEST = Day(2025, 9, 20), Day(2026, 3, 12)


@pytest.mark.parametrize(
    ("growth", "words"),
    [
        (
            {"steps": 0, "latest": "Emerging", "latest_date": FIRST, "path": ((FIRST, 0),)},
            "Emerging, seen once so far, on September 20, 2025 .",
        ),
        (
            {"steps": -1, "first": "Proficient", "path": ((FIRST, 2), (LATEST, 1))},
            "From Proficient on September 20, 2025 to Developing on March 12, 2026 .",
        ),
        ({"steps": 2, "latest": "Proficient", "path": ((FIRST, 0), (LATEST, 2))}, ": 2 steps up."),
    ],
    ids=["once", "no rise", "a rise"],
)
def test_growth_is_said_kindly_whichever_way_it_went(
    render: Render, tmp_path: Path, growth: dict[str, Any], words: str
) -> None:
    target = sample_progress.argue()
    assert target.growth
    target = replace(target, growth=replace(target.growth, **growth))
    group = TargetGroup(label=sample.DOMAINS[0], targets=(target,))
    site = replace(WHOLE, progress=ProgressView(groups=(group,)))
    assert words in section(render(site, tmp_path)[ARGUE], "growth").text


def test_badges_differ_by_level_and_by_skill(pages: dict[str, Element]) -> None:
    cards = pages["now/"].one("ul", class_="badges")
    medals = cards.all("svg", class_="medal")
    rims = [
        (len(one.all(class_="rim")), one.all(class_="rim")[0].tag, len(one.all(class_="sepal")))
        for one in medals
    ]
    assert len(set(rims)) == 4, "each level has a shape of its own, also without colour"
    assert [len(one.all(class_="full")) for one in cards.all("svg", class_="pips")] == [1, 2, 3, 4]
    titles = [one.text for one in cards.all("h2")]
    assert titles == list(sample_progress.BADGES)
    assert "Next: Explorer." in cards.text
    same = [sample_progress.badge(one, 2) for one in sample.COMPETENCIES]
    assert len({one.competency.title for one in same}) == len(same)


def test_strands_tell_where_somebody_is_learning_and_what_is_missing(
    pages: dict[str, Element],
) -> None:
    strands = pages["targets/"].one("ul", class_="strands").all("li")
    assert "working in grade 9" in strands[0].text
    assert "Fractions" in strands[0].text
    assert strands[0].one("a", href="fractions/")
    assert "everything is reached" in strands[2].text


def test_the_binder_is_a_table_of_days(pages: dict[str, Element]) -> None:
    table = pages["targets/"].one("table", class_="binder")
    assert [one.text for one in table.all("th", scope="col")] == [
        "Learning target",
        "Taught",
        "Learned",
        "Mastered",
    ]
    last = table.one("tbody").all("tr")[-1]
    assert [one.text for one in last.all("td")][1:] == ["not yet", "not yet"]


def test_ways_lead_to_targets_from_every_page(pages: dict[str, Element]) -> None:
    for address, page in pages.items():
        way = page.one("nav", class_="ways").all("a")[2]
        assert way.text == "Learning targets"
        goal = posixpath.normpath(posixpath.join("/", address, way["href"]))
        assert goal == "/targets", address


def test_domain_credit_and_work_name_their_targets(pages: dict[str, Element]) -> None:
    domain = pages["areas/academics/"].one("ul", class_="targets")
    assert "Argue from evidence" in domain.text
    credit = pages["credits/critical-thinking/academics/"].one("ul", class_="targets")
    assert [one.text for one in credit.all("a")] == ["Argue from evidence"]
    work = pages[sample.address(sample.WORKS[0][0])].one("aside", class_="note").text
    assert "Learning targets it serves Argue from evidence Developing" in work
    assert "What I see in it myself Argue from evidence Proficient" in work


def test_search_finds_targets_and_the_card(folder: Path, pages: dict[str, Element]) -> None:
    assert ARGUE in pages
    index = json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))
    found = {one["location"]: one["title"] for one in index["docs"]}
    assert WHOLE.progress
    for target in WHOLE.progress.targets:
        assert found[target.address] == target.title
    assert found["now/"] == "Where I am now"
    (argue,) = (one["text"] for one in index["docs"] if one["location"] == ARGUE)
    assert "weigh evidence that speaks against my claim" in argue


def test_a_site_without_targets_speaks_of_none(render: Render, tmp_path: Path) -> None:
    pages = render(sample.maya(), tmp_path)
    assert not [one for one in pages if one.startswith(("targets", "now"))]
    assert not [one for page in pages.values() for one in page.all("a") if "target" in one.text]


def test_a_single_target_of_which_nothing_is_known_has_a_page(
    render: Render, tmp_path: Path
) -> None:
    pages = render(sample_progress.bare(), tmp_path)
    page = pages["targets/begin/"]
    assert page.one("h1").text == "Begin"
    assert [one.text for one in page.all("h2")] == ["Step by step"]
    assert "now/" not in pages
    assert [one.text for one in pages["/"].one("ul", class_="targets").all("a")] == ["Begin"]


def test_the_transcript_lists_courses_and_what_was_observed(pages: dict[str, Element]) -> None:
    page = pages["transcript/"]
    courses = page.one("table", class_="courses").one("tbody").all("tr")
    assert [one.one("th").text for one in courses] == [
        "Rivers and cities With the town's engineers.",
        "Statistics",
        "Choir",
    ]
    assert [one.text for one in courses[2].all("td")] == ["–", "2025 fall", "B+", "–"]
    terms = page.all("dl", class_="observed")
    assert len(terms) == 2
    first = terms[0].all("div")[0]
    heights = [float(one["height"]) for one in first.all("rect")]
    assert heights == sorted(heights)
    assert first.all(class_="usual")[0]["height"] == str(max(heights))
    assert "most often always always 14 · mostly 7 · sometimes 2" in first.text


def test_credits_of_any_domain_stand_by_themselves(render: Render, tmp_path: Path) -> None:
    pages = render(sample.anywhere(), tmp_path)
    for address in ("/", "transcript/"):
        page = pages[address]
        apart = page.one("div", class_="anywhere")
        assert apart.one("h3").text == "Transferable, in any area"
        assert apart.one("p").text == "1 of 3"
        assert [one["data-mark"] for one in apart.all("svg")] == ["earned", "open", "pitched"]
        heads = [one.text for one in page.one("table", class_="credits").all(class_="count")][:2]
        assert heads == ["Foundation", "Advanced"], "no column for what no domain has"
        assert "foundation or transferable credit earned" in page.one("ul", class_="legend").text
        first = page.one("table", class_="credits").one("tbody").all("tr")[0]
        proven = next(one for one in first.all("a") if "Proves it" in one.text)
        assert proven.one("svg")["data-mark"] == "advanced"
    assert "Transferable, in any area" in pages["transcript/"].one("section", class_="details").text


def poisoned(value: Any) -> Any:
    """The same with a hostile text in every slot that readers see; addresses and ids stay what they are."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return HOSTILE
    if isinstance(value, tuple):
        return tuple(poisoned(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        spared = {"id", "address", "hue", "hue_dark", "rater"}
        return replace(
            value,
            **{
                one.name: poisoned(getattr(value, one.name))
                for one in fields(value)
                if one.name not in spared
            },
        )
    return value


def test_no_text_of_targets_courses_or_habits_is_markup(render: Render, tmp_path: Path) -> None:
    assert WHOLE.transcript
    first, *others = WHOLE.artifacts
    site = replace(
        WHOLE,
        progress=poisoned(WHOLE.progress),
        artifacts=(
            replace(first, serves=poisoned(first.serves), self_rating=poisoned(first.self_rating)),
            *others,
        ),
        transcript=replace(
            WHOLE.transcript,
            courses=poisoned(WHOLE.transcript.courses),
            observed=poisoned(WHOLE.transcript.observed),
        ),
    )
    pages = render(site, tmp_path)
    assert pages[ARGUE].one("h1").text == HOSTILE
    for address, page in pages.items():
        assert not page.all("img", src="x"), address
        assert not [one for one in page if "onerror" in one.attributes], address
    index = (tmp_path / "search/search_index.json").read_text(encoding="utf-8")
    assert "<img" not in index


def test_a_competency_that_is_called_like_its_credit_is_named_once(
    render: Render, tmp_path: Path
) -> None:
    """Where each competency is a credit of its own, both go by one name."""
    target = next(one for one in WHOLE.progress.targets if one.credit and one.competency)
    for title, times in ((target.competency.title, 1), (target.credit.title, 0)):
        same = replace(target, competency=replace(target.competency, title=title))
        groups = (TargetGroup(label=target.domain, targets=(same,)),)
        site = replace(WHOLE, progress=replace(WHOLE.progress, groups=groups))
        page = render(site, tmp_path / str(times))[target.address]
        names = [one.text for one in page.all("dt")]
        assert names.count("Competency") + names.count("Skill") == times
