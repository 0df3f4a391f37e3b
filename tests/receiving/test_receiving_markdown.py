"""Folders of Markdown become pieces of work, and nothing of them is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given, settings
from hypothesis import strategies as some

from old_sites import HUGO, JEKYLL, MKDOCS, lay_out
from portfolio_gen.check import check_school
from portfolio_gen.cli import porch
from portfolio_gen.diagnostics import errors
from portfolio_gen.read.school import read_school
from portfolio_gen.receiving import home_of, put_away, receive_markdown
from school import STUDENT, TODAY, minimal_school

SAID_OTHERWISE = """
    title date tags categories excerpt image draft true published false figure src caption youtube
"""
UNDERSTOOD = frozenset(SAID_OTHERWISE.split())
"""Words that say what something is, where a page here says it in another way."""
SITES = {"jekyll": JEKYLL, "hugo": HUGO, "mkdocs": MKDOCS}


def run(*words: object) -> Result:
    return CliRunner().invoke(porch, list(map(str, words)), env={"SOURCE_DATE_EPOCH": "1795305600"})


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


def home(school: Path) -> Path:
    return school / "students" / STUDENT


def page(school: Path, slug: str) -> str:
    return (home(school) / "artifacts" / slug / "artifact.md").read_text("utf-8")


def brought(school: Path, tmp_path: Path, files: Mapping[str, str | bytes]) -> Result:
    old = lay_out(tmp_path / "old", files)
    before = {path: path.read_bytes() for path in school.rglob("*") if path.is_file()}
    done = run("import", "markdown", old, STUDENT, school)
    assert done.exit_code == 0, done.output
    assert {path: path.read_bytes() for path in before} == before, "something was written over"
    return done


def words(text: str) -> set[str]:
    """What a person would call the words of a file."""
    return set(re.findall(r"[^\W_]{2,}", text)) - UNDERSTOOD


@pytest.mark.parametrize("kind", SITES)
def test_it_passes_check_and_every_word_is_found_again(
    kind: str, school: Path, tmp_path: Path
) -> None:
    brought(school, tmp_path, SITES[kind])

    read, found = read_school(school)
    assert read
    assert errors((*found, *check_school(read, on=TODAY))) == ()
    there = "\n".join(
        one.read_bytes().decode("utf-8", "replace")
        for one in home(school).rglob("*")
        if one.is_file()
    )
    for path, held in SITES[kind].items():
        if path.startswith(("_layouts/", "layouts/", "_site/")) or path.endswith(("pdf", "png")):
            continue
        told = (
            held
            if isinstance(held, str)
            else held.decode("latin-1" if "latin" in path else "utf-16")
        )
        assert words(told) <= words(there), path
    pictures = [held for path, held in SITES[kind].items() if path.endswith(("png", "pdf"))]
    kept = [one.read_bytes() for one in home(school).rglob("*") if one.suffix in {".png", ".pdf"}]
    assert all(one in kept for one in pictures)


def test_what_was_hidden_stays_hidden(school: Path, tmp_path: Path) -> None:
    brought(school, tmp_path, JEKYLL)
    read, _ = read_school(school)
    assert read
    works = {one.slug: one for one in read.students[0].artifacts}
    assert works["bean-diary-2"].status == "draft", "published: false"
    assert works["secret"].status == "draft", "a folder of drafts"
    assert works["oven"].status == "published"
    assert {one.audience for slug, one in works.items() if slug != "bean-diary"} == {()}


def test_pictures_links_and_keys_of_jekyll(school: Path, tmp_path: Path) -> None:
    done = brought(school, tmp_path, JEKYLL)
    beans = page(school, "bean-diary-2")
    assert beans.startswith('---\ntitle: "Bean diary: nine days"\ndate: "2023-05-03"\n')
    assert "tags: [plants, measuring things, science]" in beans
    assert "- { file: beans.png, alt: Beans on paper }" in beans
    assert '- { file: bean-two.png, alt: "a bean, cut" }' in beans
    assert "![Beans on paper](beans.png)" in beans
    assert "src='bean-two.png'" in beans
    assert "![gone](/img/nowhere.png)" in beans
    assert "[the oven](../oven/artifact.md)" in beans
    assert '[oven]: ../oven/artifact.md "The oven"' in beans
    assert '<a href="../about/artifact.md">' in beans
    assert "{{ not this }} ![x](y.png)" in beans
    assert "# mood: |\n#   hopeful\n#   and wet\n" in beans
    assert "# # only for me" in beans
    assert beans.count("Bean diary: nine days") == 1, "the heading is the title"
    assert "cover: beans.png" in page(school, "oven")
    assert "See [the beans](../bean-diary-2/artifact.md)." in page(school, "home")
    about = page(school, "about")
    assert 'date: "2023"' in about
    assert "[My notes](notes.pdf)" in about
    assert (home(school) / "artifacts/about/notes.pdf").read_bytes() == b"%PDF-1.4 notes"
    for said in (
        "old/_posts/2023-05-03-bean-diary.md:3:1: note PG620 `layout`",
        "old/_posts/2023-05-03-bean-diary.md:16:1: note PG621 `/IMG/Beans.PNG`",
        "old/_posts/2023-05-03-bean-diary.md:17:1: warning PG622 the picture `/img/nowhere.png`",
        "old/_posts/2023-05-03-bean-diary.md:19:1: note PG620 `{% include toc.html %}`",
        "old/about.markdown:3:1: note PG621",
        "old/about.markdown:6:1: warning PG622 the file or page `files/lost.pdf`",
        "old/img/never shown.png:1:1: note PG623",
    ):
        assert said in done.stderr
    report = (home(school) / "imported/old/report.txt").read_text("utf-8")
    assert report.count("\n") == len(re.findall(r": (?:note|warning) PG", done.stderr))


def test_bundles_toml_json_and_shortcodes_of_hugo(school: Path, tmp_path: Path) -> None:
    brought(school, tmp_path, HUGO)
    oven = page(school, "oven-2")
    assert "title: Solar oven" in oven
    assert 'date: "2024-02"' in oven, "there is no 30 February"
    assert "status" not in oven, "a draft is what everything is that does not say otherwise"
    assert "![Foil](third.png)\n\nThe third version\n" in oven
    assert "<https://www.youtube.com/watch?v=abc123>" in oven
    assert '{{< gallery dir="all" >}}' in oven
    assert "- { file: recipe.txt, title: recipe.txt }" in oven, (
        "what lies in a bundle belongs to it"
    )
    again = page(school, "oven")
    assert "See [it](../oven-2/artifact.md)." in again
    assert '#   "nested": {"deep": ["kept"]}' in again


def test_pages_that_are_hardly_pages(school: Path, tmp_path: Path) -> None:
    done = brought(school, tmp_path, MKDOCS)
    chess = page(school, "chess")
    assert 'title: "Chess: a bad line"' in chess
    assert 'date: "2021-05-03"' in chess
    assert "# secret word: kept" in chess
    assert "status: published" not in chess, "nobody knows what the keys said"
    old = page(school, "old")
    assert "## Was\n\nHTML **once**" in old
    assert "hidden" not in old
    assert "Café" in page(school, "latin")
    assert "Straße" in page(school, "wide")
    assert page(school, "my-con").endswith("---\n***\nRule first.\n")
    home_page = (
        page(school, "home") if (home(school) / "artifacts/home").exists() else page(school, "docs")
    )
    assert "title: Hello there" in home_page
    assert "../chess/artifact.md#the-board" in home_page
    assert 'date: "2020-01-01"' in home_page, "when the file was last changed"
    assert "docs/empty.md:1:1: note PG623" in done.stderr


def test_a_plan_writes_nothing(school: Path, tmp_path: Path) -> None:
    old = lay_out(tmp_path / "old", JEKYLL)
    before = sorted(school.rglob("*"))
    done = run("import", "markdown", old, STUDENT, school, "--plan")
    assert done.exit_code == 0
    assert f"would write {school}/students/ada-park/artifacts/oven/artifact.md" in done.stdout
    assert sorted(school.rglob("*")) == before


def test_a_second_time_stands_beside_the_first(school: Path, tmp_path: Path) -> None:
    brought(school, tmp_path, HUGO)
    brought(school, tmp_path, HUGO)
    assert page(school, "oven-3")
    assert (home(school) / "imported/old-2/report.txt").is_file()


def test_who_is_not_there_gets_nothing(school: Path, tmp_path: Path) -> None:
    old = lay_out(tmp_path / "old", JEKYLL)
    done = run("import", "markdown", old, "ada-prak", school)
    assert done.exit_code == 2
    assert "There is no student `ada-prak` in this school. Did you mean `ada-park`?" in done.output


def test_a_link_out_of_the_folder_is_not_followed(school: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("Not yours.")
    old = lay_out(
        tmp_path / "old", {"a.md": "---\ndate: 2020\n---\n![x](../secret.md) ![y](b.png)\n"}
    )
    (old / "b.png").symlink_to(tmp_path / "secret.md")
    done = run("import", "markdown", old, STUDENT, school)
    assert done.exit_code == 0
    assert "old/b.png:1:1: note PG623 it was left where it is: it is a link" in done.stderr
    written = [one for one in home(school).rglob("*") if one.is_file()]
    assert not any("Not yours" in one.read_text("utf-8", "replace") for one in written)


def test_more_than_a_student_may_have_is_kept_aside(school: Path, tmp_path: Path) -> None:
    settings_file = school / "portfolio.yml"
    settings_file.write_text(
        f"{settings_file.read_text()}limits:\n  artifacts_per_student: 3\n  files_per_artifact: 1\n"
    )
    pages = {
        f"{name}.md": f"---\ndate: 2020\n---\nText {name} ![](one.png) ![](two.png)\n"
        for name in "abc"
    }
    done = brought(school, tmp_path, {**pages, "one.png": b"1", "two.png": b"2"})
    assert sorted(one.name for one in (home(school) / "artifacts").iterdir()) == [
        "a",
        "b",
        "bean-diary",
    ]
    aside = home(school) / "imported/old/files"
    assert sorted(one.name for one in aside.iterdir()) == ["c.md", "two.png"]
    assert "old/a.md:4:22: note" not in done.stderr
    assert "more than one piece of work may hold" in done.stderr


NAMES = some.sampled_from(
    ["a.md", "b/index.md", "b/c.md", "B/c.md", "index.md", "x y.md", "ü.html", "n.txt"]
)
LINES = some.sampled_from(
    [
        "---",
        "+++",
        "{",
        "}",
        "title: one two",
        'title = "three"',
        "date: 2021-02-31",
        "tags: [four, {five: six}]",
        "draft: maybe",
        "  - seven: &anchor eight",
        "<<: *anchor",
        "![nine](b/c.md)",
        "<img src=ten.png alt='eleven'>",
        "{{< twelve >}}",
        "{% thirteen",
        "```",
        "# fourteen",
        "fifteen: [",
        "\x00 sixteen \u202e",
        "[seventeen]: <a.md>",
        "",
    ]
)
PAGES = some.lists(LINES, max_size=9).map("\n".join)


@settings(max_examples=60, deadline=None)
@example(files={"a.md": "---\ntags: [four, {five: six}]\n---"})
@example(files={"a.md": "---\ntags: {four: five}\n---"})
@example(files={"a.md": "---\ntags: 45\n---"})
@example(files={"a.md": "+++\ntags = [[4, 5], true]\n+++"})
@given(files=some.dictionaries(NAMES, PAGES, max_size=4))
def test_whatever_it_is_every_word_is_found_again(
    files: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("any")
    school = minimal_school(place / "school")
    old = lay_out(place / "old", files)
    old.mkdir(exist_ok=True)
    here = home_of(school, STUDENT)
    put_away(receive_markdown(old, "old", here), here, "old", only_plan=False)

    read, found = read_school(school)
    assert read
    assert errors((*found, *check_school(read, on=TODAY))) == ()
    there = words(
        "\n".join(
            one.read_bytes().decode("utf-8", "replace")
            for one in home(school).rglob("*")
            if one.is_file()
        )
    )
    assert {one for text in files.values() for one in words(text)} <= there
