"""Twins: what editions of one student have in common is made once, and each comes out as if it had been made alone."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sample_blueprint as sample
from sample_media import draw_media, placed

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.render import Rendered, Workshop, render_site, theme_folders, twins
from portfolio_gen.render.pages import Sheet, pages_of
from portfolio_gen.render.twins import Edition, edition_of

ROOT = Path(__file__).parents[2]
PAGE = """{% extends "layout.html" %}
{% block content %}<h1>{{ subject.title }}</h1>{{ story(subject) }}LOOKS{% endblock %}
"""


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("twins")
    draw_media(folder)
    return folder


@pytest.fixture(autouse=True)
def nobody_before() -> Iterator[None]:
    edition_of("nobody", None, ())
    yield
    edition_of("nobody", None, ())


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many pages of each template have been taken over from another edition."""
    found: Counter[str] = Counter()
    twin = Edition.twin

    def counted(self: Edition, sheet: Sheet, *given: Any) -> Any:
        answer = twin(self, sheet, *given)
        found[sheet.template] += answer is not None
        return answer

    monkeypatch.setattr(Edition, "twin", counted)
    return found


def made(
    site: SiteBlueprint, tmp_path: Path, *, school: Path = ROOT, into: str = "site"
) -> tuple[Rendered, Mapping[str, bytes]]:
    """A site, and the bytes of its files."""
    work = Workshop(
        edition=site.edition,
        themes=theme_folders(school, "own") or theme_folders(ROOT, "riverbend"),
        cache=tmp_path / "cache",
        address="https://example.org/public",
    )
    folder = tmp_path / into
    shutil.rmtree(folder, ignore_errors=True)
    done = render_site(site, work, folder)
    return done, {path: (folder / path).read_bytes() for path in done.files}


def test_editions_made_after_each_other_are_what_each_is_alone(
    tmp_path: Path, media: Path, shared: Counter[str]
) -> None:
    sites = [placed(sample.maya(edition), media) for edition in EDITIONS]
    together = [made(one, tmp_path) for one in sites]
    taken_over = shared.total()
    for site, before in zip(sites, together, strict=True):
        edition_of("nobody", None, ())
        alone = made(site, tmp_path)
        assert (before[0].files, before[0].diagnostics) == (alone[0].files, alone[0].diagnostics)
        assert before[1] == alone[1]
    assert taken_over > 20
    assert shared.total() == taken_over, "nothing is left of somebody else"


def family(media: Path) -> SiteBlueprint:
    return placed(sample.maya("family"), media)


def test_the_same_edition_is_taken_over_whole(
    tmp_path: Path, media: Path, shared: Counter[str]
) -> None:
    first, second = (made(family(media), tmp_path) for _ in range(2))

    assert first[1] == second[1]
    assert shared["artifact.html"] == len(family(media).artifacts)


def test_what_a_page_shows_of_a_file_is_looked_at_in_each_edition(
    tmp_path: Path, media: Path, shared: Counter[str]
) -> None:
    own = Path(shutil.copytree(media, tmp_path / "own"))
    site = family(own)
    made(site, tmp_path)
    before = shared.total()
    for one in {each.source for work in site.artifacts for each in work.media}:
        one.unlink()
    done, files = made(site, tmp_path)
    edition_of("nobody", None, ())
    alone, alone_files = made(site, tmp_path)

    assert shared.total() > before, "pages without files are the same"
    assert files == alone_files
    assert done.diagnostics == alone.diagnostics != ()


def test_one_changed_work_is_told_anew_wherever_it_shows(
    tmp_path: Path, media: Path, shared: Counter[str]
) -> None:
    site = family(media)
    made(site, tmp_path)
    first = replace(site.artifacts[0], title="Another name", narrative="Other words.")
    other = replace(site, artifacts=(first, *site.artifacts[1:]))
    _, files = made(other, tmp_path)
    edition_of("nobody", None, ())

    assert files == made(other, tmp_path)[1]
    assert b"Other words." in files[f"{first.address}index.html"]
    assert shared["goals.html"], "no page of goals shows works"


def two_works(*given: Any) -> list[Sheet]:
    """Pages that are enough to see what is shared."""
    return [one for one in pages_of(*given) if one.template == "artifact.html"][:2]


@pytest.mark.parametrize(
    ("looks", "is_shared"),
    [
        ("", True),
        ("{{ site.person.name }}", True),
        ("{{ site.edition }}", False),
        ("{% if site.edition == 'family' %}for the family{% endif %}", False),
        ("{% set all = site %}{{ all.edition }}", False),
        ("{% macro say(what) %}{{ what.edition }}{% endmacro %}{{ say(site) }}", False),
        ("{{ site }}", False),
        ("{{ site | attr('edition') }}", False),
        ("{{ site.nothing is defined }}", False),
        ("{{ paper.address }}", False),
        ("{% if paper %}as a PDF, too{% endif %}", False),
        ("{% include 'inner.html' %}", False),
        ("{% import 'inner.html' as inner with context %}{{ inner.say() }}", False),
        ("{{ engine.language }}{{ link('') }}{{ number(2) }}", True),
    ],
)
def test_a_page_is_shared_unless_it_looks_at_what_differs(
    tmp_path: Path,
    media: Path,
    shared: Counter[str],
    monkeypatch: pytest.MonkeyPatch,
    looks: str,
    is_shared: bool,
) -> None:
    monkeypatch.setattr("portfolio_gen.render.site.pages_of", two_works)
    theme = tmp_path / "school/themes/own"
    theme.mkdir(parents=True)
    (theme / "artifact.html").write_text(PAGE.replace("LOOKS", looks))
    (theme / "inner.html").write_text(
        "{% macro say() %}{{ site.edition }}{% endmacro %}{{ site.edition }}"
    )
    school = tmp_path / "school"
    site = family(media)
    other = replace(site, edition="committee")
    made(site, tmp_path, school=school)
    _, files = made(other, tmp_path, school=school)
    edition_of("nobody", None, ())

    assert files == made(other, tmp_path, school=school)[1]
    assert (shared["artifact.html"] > 0) is is_shared


@pytest.mark.parametrize(("word", "is_shared"), [("goal", True), ("level", False)])
def test_a_page_is_shared_unless_another_word_on_it_is_explained(
    tmp_path: Path,
    media: Path,
    shared: Counter[str],
    monkeypatch: pytest.MonkeyPatch,
    word: str,
    is_shared: bool,
) -> None:
    monkeypatch.setattr("portfolio_gen.render.site.pages_of", two_works)
    theme = tmp_path / "school/themes/own"
    theme.mkdir(parents=True)
    asks = f'{{% if explains("{word}") %}}explained{{% endif %}}'
    (theme / "artifact.html").write_text(PAGE.replace("LOOKS", asks))
    goal, level = (LabelView(id=one, title="", address="") for one in ("goal", "level"))
    site = replace(family(media), glossary=(goal, level))
    other = replace(site, edition="committee", glossary=(goal,))
    made(site, tmp_path, school=tmp_path / "school")
    _, files = made(other, tmp_path, school=tmp_path / "school")
    edition_of("nobody", None, ())

    assert files == made(other, tmp_path, school=tmp_path / "school")[1]
    assert (shared["artifact.html"] > 0) is is_shared


def test_only_so_many_editions_are_remembered() -> None:
    for number in range(3 * twins.MOST):
        edition = edition_of("somebody", number, ())
    assert len(edition.others) == twins.MOST


def test_nothing_is_remembered_of_anybody_else() -> None:
    edition_of("somebody", 1, ("a school",))

    assert len(edition_of("somebody", 2, ("a school",)).others) == 1
    assert edition_of("somebody", 3, ("another",)).others == ()
    assert edition_of("another", 4, ("a school",)).others == ()
