"""Sites: every page, every way between them, nothing foreign, and the same bytes each time."""

from __future__ import annotations

import json
import os
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import sample_blueprint as sample
from elements import Element, elements
from sample_media import draw_media, placed

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.settings import EditionName
from portfolio_gen.render import (
    Rendered,
    Workshop,
    render_assets,
    render_index,
    render_site,
    theme_folders,
)
from portfolio_gen.render.engine import open_engine

ROOT = Path(__file__).parents[2]


def workshop(cache: Path, **fields: object) -> Workshop:
    settings = {
        "edition": "family",
        "themes": theme_folders(ROOT, "riverbend"),
        "languages": ("en", "ar"),
    }
    return Workshop(cache=cache, **{**settings, **fields})


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    draw_media(folder / "media")
    return folder


@pytest.fixture(scope="module")
def maya(drawn: Path) -> SiteBlueprint:
    return placed(sample.maya("family"), drawn / "media")


@pytest.fixture(scope="module")
def edition(drawn: Path, maya: SiteBlueprint) -> Path:
    """An edition with one student."""
    into, work = drawn / "edition", workshop(drawn / "cache")
    render_site(maya, work, into / maya.person.address)
    render_index(replace(sample.everybody(), people=(maya.person,)), work, into)
    render_assets(work, into / "assets")
    return into


def pages(folder: Path) -> dict[str, Element]:
    return {
        path.relative_to(folder).as_posix(): elements(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def test_what_was_written_is_what_is_said(drawn: Path, maya: SiteBlueprint, edition: Path) -> None:
    again = render_site(maya, workshop(drawn / "cache"), drawn / "again")

    there = edition / maya.person.address
    on_disk = {path.relative_to(there).as_posix() for path in there.rglob("*") if path.is_file()}
    assert set(again.files) == on_disk
    assert list(again.files) == sorted(again.files)


def test_every_address_on_every_page_is_there(edition: Path) -> None:
    for here, page in pages(edition).items():
        for address in addresses(page):
            if urlsplit(address).scheme:
                continue
            path = urlsplit(urljoin(f"/{here}", address)).path
            target = edition / path.lstrip("/")
            assert target.is_file() or (target / "index.html").is_file(), f"{here}: {address}"
            assert not address.startswith("/"), f"{here}: {address}"


def addresses(page: Element) -> list[str]:
    found = [one[name] for one in page for name in ("href", "src", "poster") if one[name]]
    found += [part.split()[0] for one in page if one["srcset"] for part in one["srcset"].split(",")]
    return [one.partition("#")[0] for one in found if one.partition("#")[0]]


def test_no_page_asks_another_host_for_anything(edition: Path) -> None:
    for here, page in pages(edition).items():
        for one in page:
            if one.tag != "a" and not (one.tag == "link" and one["rel"] == "canonical"):
                for name in ("href", "src", "srcset", "action", "data", "poster"):
                    assert not re.match(r"\s*(?:[a-z]+:)?//", one[name]), f"{here}: {one[name]}"
    for style in edition.rglob("*.css"):
        assert not re.search(
            r"url\(\s*['\"]?(?:https?:)?//|@import", style.read_text(encoding="utf-8")
        )


def test_every_page_holds_the_policy_before_anything_that_it_governs(edition: Path) -> None:
    for here, page in pages(edition).items():
        head = page.one("head")
        policies = [one for one in head if one["http-equiv"] == "Content-Security-Policy"]
        assert len(policies) == 1, here
        order = [one.tag if one is not policies[0] else "policy" for one in head]
        assert order.index("policy") < min(
            at for at, tag in enumerate(order) if tag in ("link", "script", "style")
        )
        assert "unsafe" not in policies[0]["content"]
        nonce, loaded = _trusted(page)
        assert policies[0]["content"].startswith(
            f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'"
        )
        assert loaded, here


def test_the_nonce_of_a_page_is_its_own(edition: Path) -> None:
    """A nonce that stays the same could be written into a text by somebody who has seen the page before."""
    nonces = [_trusted(page)[0] for page in pages(edition).values()]

    assert len(set(nonces)) == len(nonces)
    assert all(len(one) == 24 for one in nonces)


def _trusted(page: Element) -> tuple[str, list[str]]:
    """The one nonce of a page, and the scripts that bear it, which are all that are loaded."""
    loaded = [one for one in page.all("script") if one["src"]]
    (nonce,) = {one["nonce"] for one in loaded}
    return nonce, [one["src"] for one in loaded]


def test_no_script_and_no_handler_stands_in_a_page(edition: Path) -> None:
    for here, page in pages(edition).items():
        for one in page:
            assert not any(name.startswith("on") or name == "style" for name in one.attributes), (
                here
            )
            if one.tag == "script":
                assert one["src"] or one["type"] == "application/json", here


def test_the_placeholders_of_pictures_are_allowed_by_their_digest(edition: Path) -> None:
    styled = [page for page in pages(edition).values() if page.all("style")]

    assert styled
    for page in styled:
        assert len(page.all("style")) == 1
        (policy,) = (one for one in page if one["http-equiv"] == "Content-Security-Policy")
        assert "'sha256-" in policy["content"]


def test_an_edition_for_few_is_not_for_search_engines(edition: Path) -> None:
    for here, page in pages(edition).items():
        assert [one["content"] for one in page if one["name"] == "robots"] == [
            "noindex,nofollow,noarchive"
        ], here


def test_an_edition_with_an_address_says_where_it_is(drawn: Path, maya: SiteBlueprint) -> None:
    work = workshop(drawn / "cache", edition="public", address="https://school.example/portfolios")

    render_site(maya, work, drawn / "public")

    page = elements((drawn / "public" / "transcript" / "index.html").read_text(encoding="utf-8"))
    (canonical,) = (one["href"] for one in page if one["rel"] == "canonical")
    assert canonical == "https://school.example/portfolios/maya-chen/transcript/"
    assert not [one for one in page if one["name"] == "robots"]


def test_search_engines_get_a_list_of_every_page(drawn: Path, maya: SiteBlueprint) -> None:
    address = "https://school.example/portfolios/"
    work = workshop(drawn / "cache", edition="public", address=address)
    into = drawn / "listed"

    render_site(maya, work, into / "maya-chen")
    render_index(replace(sample.everybody(), people=(maya.person,)), work, into)

    listed = re.findall("<loc>(.*?)</loc>", (into / "maya-chen" / "sitemap.xml").read_text())
    there = {
        path.parent.relative_to(into).as_posix()
        for path in (into / "maya-chen").rglob("index.html")
    }
    assert {one.removeprefix(address).rstrip("/") for one in listed} == there
    assert f"<loc>{address}maya-chen/sitemap.xml</loc>" in (into / "sitemap.xml").read_text()


def test_editions_without_an_address_have_no_such_list(edition: Path) -> None:
    assert not list(edition.rglob("sitemap*"))


def test_a_broken_portrait_keeps_nobody_from_the_index(
    drawn: Path, maya: SiteBlueprint, tmp_path: Path
) -> None:
    assert maya.person.picture
    (tmp_path / "maya.jpg").write_bytes(b"")
    portrait = replace(maya.person.picture, source=tmp_path / "maya.jpg")
    person = replace(maya.person, picture=portrait)
    work = workshop(drawn / "cache")

    index = render_index(replace(sample.everybody(), people=(person,)), work, tmp_path / "out")
    site = render_site(replace(maya, person=person), work, tmp_path / "out" / "maya-chen")

    assert index.diagnostics == ()
    assert maya.person.name in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert [one.code for one in site.diagnostics] == ["PG551"]


def search_index(folder: Path) -> dict[str, list[dict[str, str]]]:
    loaded: dict[str, list[dict[str, str]]] = json.loads(
        (folder / "search/search_index.json").read_text()
    )
    return loaded


def test_search_knows_every_page_once_and_only_what_stands_there(edition: Path) -> None:
    folder = edition / "maya-chen"

    docs = search_index(folder)["docs"]

    locations = [one["location"] for one in docs]
    assert len(locations) == len(set(locations))
    for one in docs:
        address, _, part = one["location"].partition("#")
        page = elements((folder / address / "index.html").read_text(encoding="utf-8"))
        assert not part or any(element["id"] == part for element in page), one["location"]
        assert not re.search(r"<|javascript:", one["title"] + one["text"])
    assert {""} | {"artifacts/", "transcript/"} <= set(locations)


def test_search_looks_where_its_index_is(edition: Path) -> None:
    for here, page in pages(edition).items():
        settings = [one for one in page.all("script") if one["id"] == "__config"]
        if not settings:
            continue  # a lean page without search
        base = json.loads(settings[0].text)["base"]
        index = edition / urljoin(
            f"/{here}", f"{base}/search/search_index.json".replace("//", "/")
        ).lstrip("/")
        assert index.is_file(), here


def test_search_speaks_the_languages_of_the_texts(drawn: Path) -> None:
    render_site(
        placed(sample.abdulrahman(), drawn / "media"), workshop(drawn / "cache"), drawn / "arabic"
    )

    assert search_index(drawn / "arabic")["config"]["lang"] == ["en", "ar"]  # type: ignore[call-overload]


def test_hostile_words_stay_words(drawn: Path, maya: SiteBlueprint) -> None:
    evil = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}"
    texts = dict.fromkeys(("title", "summary", "my_part", "taught_me", "narrative"), evil)
    work = replace(maya.artifacts[0], **texts, tags=(evil,))
    site = replace(
        maya,
        artifacts=(work,),
        featured=(work,),
        person=replace(maya.person, name=evil, sentence=evil, pronouns=evil, interests=(evil,)),
        school=replace(maya.school, name=evil, place=evil),
        where_i_stand=evil,
    )

    render_site(site, workshop(drawn / "cache"), drawn / "evil")

    for here, page in pages(drawn / "evil").items():
        assert not [one for one in page.all("img") if one["src"] == "x"], here
        assert all("alert" not in one.text for one in page.all("script")), here
        assert not any(name.startswith("on") for one in page for name in one.attributes), here
        assert "49" not in page.one("title").text
    for one in search_index(drawn / "evil")["docs"]:
        assert "<" not in one["title"] + one["text"]


def small_theme(folder: Path, **templates: str) -> Path:
    theme = folder / "themes" / "small"
    theme.mkdir(parents=True, exist_ok=True)
    for name, text in templates.items():
        (theme / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return theme


def rendered_with(folder: Path, maya: SiteBlueprint, cache: Path, **templates: str) -> Rendered:
    small_theme(folder, **templates)
    work = workshop(cache, themes=theme_folders(folder, "small"))
    return render_site(maya, work, folder / "out")


def test_a_theme_is_completed_by_the_default_theme(
    drawn: Path, maya: SiteBlueprint, tmp_path: Path
) -> None:
    done = rendered_with(
        tmp_path, maya, drawn / "cache", goals__html="<p>{{ subject[0].title }}</p>"
    )

    assert done.diagnostics == ()
    assert (tmp_path / "out/goals/index.html").read_text() == f"<p>{maya.goals[0].title}</p>"
    assert (tmp_path / "out/transcript/index.html").is_file()


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("<p>\n{{ subject.titel }}</p>", 2, "titel"),
        ("{% if %}", 1, "Expected"),
        ("\n\n{{ nothing }}", 3, "nothing"),
        ("{% extends 'no-such.html' %}", 1, "no-such"),
    ],
)
def test_mistakes_in_a_theme_are_named_with_their_place(
    drawn: Path, maya: SiteBlueprint, tmp_path: Path, template: str, line: int, words: str
) -> None:
    done = rendered_with(tmp_path, maya, drawn / "cache", goals__html=template)

    (fault,) = done.diagnostics
    assert (fault.code, fault.about) == ("PG911", "")
    assert (fault.span.path, fault.span.line) == ("themes/small/goals.html", line)
    assert words in fault.message


def test_templates_escape_what_they_print(drawn: Path, maya: SiteBlueprint, tmp_path: Path) -> None:
    site = replace(maya, goals=(replace(maya.goals[0], title="<script>"),))

    rendered_with(tmp_path, site, drawn / "cache", goals__html="{{ subject[0].title }}")

    assert (tmp_path / "out/goals/index.html").read_text() == "&lt;script&gt;"


def test_themes_have_safe_names(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()

    assert theme_folders(tmp_path, "../..") == ()
    assert theme_folders(tmp_path, "no-such-theme") == ()
    assert theme_folders(tmp_path, "riverbend")[-1].name == "riverbend"


def test_a_school_can_change_one_file_of_the_default_theme(tmp_path: Path) -> None:
    (tmp_path / "themes" / "riverbend").mkdir(parents=True)

    own, default = theme_folders(tmp_path, "riverbend")

    assert own == tmp_path / "themes" / "riverbend"
    assert default == ROOT / "themes" / "riverbend"


def test_assets_hold_what_is_used_and_not_the_whole_of_material(edition: Path) -> None:
    names = {
        path.relative_to(edition / "assets").as_posix()
        for path in (edition / "assets").rglob("*")
        if path.is_file()
    }

    assert len(names) < 40
    assert not any(name.endswith(".map") for name in names)
    assert "javascripts/lunr/min/lunr.ar.min.js" in names
    assert "javascripts/lunr/min/lunr.fr.min.js" not in names
    assert all(
        b"sourceMappingURL" not in (edition / "assets" / name).read_bytes()[-200:] for name in names
    )


def test_a_theme_does_not_publish_what_an_editor_left_behind(drawn: Path, tmp_path: Path) -> None:
    assets = small_theme(tmp_path) / "assets"
    assets.mkdir()
    (assets / "own.css").write_text("p{}")
    (assets / ".own.css.swp").write_text("secret")
    (assets / "link.css").symlink_to("/etc/hostname")

    done = render_assets(
        workshop(drawn / "cache", themes=theme_folders(tmp_path, "small")), tmp_path / "out"
    )

    assert "own.css" in done.files
    assert not {".own.css.swp", "link.css"} & done.files.keys()


def test_a_theme_has_files_for_one_edition_alone(drawn: Path, tmp_path: Path) -> None:
    scoring = small_theme(tmp_path) / "assets-for" / "committee" / "own.js"
    scoring.parent.mkdir(parents=True)
    scoring.write_text("score()")
    themes = theme_folders(tmp_path, "small")

    def files(edition: EditionName) -> Mapping[str, str]:
        shop = replace(workshop(drawn / "cache", themes=themes), edition=edition)
        return render_assets(shop, tmp_path / edition).files

    committee, family = files("committee"), files("family")
    assert "own.js" in committee
    assert committee["own.js"] not in family.values()


def test_a_workshop_travels_to_workers(drawn: Path) -> None:
    work = workshop(drawn / "cache")

    assert pickle.loads(pickle.dumps(work)) == work  # noqa: S301


def test_another_language_leaves_the_search_of_the_first_as_it_was() -> None:
    themes = theme_folders(ROOT, "riverbend")
    english = open_engine(themes, "en").site("Ada", "ada/").search_index(())
    open_engine.cache_clear()
    first = open_engine(themes, "en").site("Ada", "ada/")
    open_engine(themes, "ar")

    assert first.search_index(()) == english


def test_a_broken_file_does_not_stop_the_site(
    drawn: Path, edition: Path, maya: SiteBlueprint, tmp_path: Path
) -> None:
    shutil.copytree(drawn / "media", tmp_path / "media")
    (tmp_path / "media" / "oven.jpg").write_bytes(b"")
    site = placed(maya, tmp_path / "media")

    done = render_site(site, workshop(tmp_path / "cache"), tmp_path / "out")

    assert {one.code for one in done.diagnostics} == {"PG551"}
    assert len(done.diagnostics) == 1
    assert len(pages(tmp_path / "out")) == len(pages(edition / "maya-chen"))


def test_a_story_that_is_too_heavy_is_shown_plainly(
    drawn: Path, maya: SiteBlueprint, tmp_path: Path
) -> None:
    work = replace(maya.artifacts[0], narrative="Before.\n\n" + "[" * 2_000)
    site = replace(maya, artifacts=(work,))

    done = render_site(site, workshop(drawn / "cache"), tmp_path)

    (fault,) = (one for one in done.diagnostics if one.code == "PG556")
    assert fault.span.path == work.source
    page = (tmp_path / work.address / "index.html").read_text(encoding="utf-8")
    assert "<p>Before.</p>" in page
    assert "[" * 2_000 in page


SCRIPT = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
import sample_blueprint as sample
from sample_media import placed
from portfolio_gen.render import Workshop, render_site, theme_folders
folder = Path({folder!r})
themes = theme_folders(Path({root!r}), "riverbend")
work = Workshop(edition="family", themes=themes, cache=folder / "c", languages=("en",))
done = render_site(placed(sample.maya("family"), Path({media!r})), work, folder / "out")
print(sorted(done.files.items()))
"""


def test_the_same_bytes_come_out_whatever_the_seed_zone_and_place(
    drawn: Path, tmp_path: Path
) -> None:
    said = []
    for seed, zone, language in (("1", "UTC", "C"), ("2", "Pacific/Auckland", "tr_TR.UTF-8")):
        folder = tmp_path / seed
        folder.mkdir()
        script = SCRIPT.format(
            tests=str(Path(__file__).parent),
            folder=str(folder),
            root=str(ROOT),
            media=str(drawn / "media"),
        )
        said.append(
            subprocess.run(
                [sys.executable, "-c", script],
                env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language},
                check=True,
                capture_output=True,
                text=True,
                cwd=folder,
            ).stdout
        )
    assert said[0] == said[1]
    for path in (tmp_path / "1" / "out").rglob("*.*"):
        data = path.read_bytes()
        assert str(tmp_path).encode() not in data
        assert str(ROOT).encode() not in data


def test_search_and_settings_are_as_a_plain_mkdocs_build_writes_them(
    edition: Path, tmp_path: Path
) -> None:
    """What Material's scripts read has the same form as in a site that MkDocs builds by itself."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(
        "# Oven\n\nA *box*.\n\n## What I did\n\nIt cooked.\n"
    )
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, font: false}\nplugins: [search]\n"
    )
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", tmp_path / "mkdocs.yml"],
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    theirs, ours = search_index(tmp_path / "site"), search_index(edition / "maya-chen")
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    (their_settings,) = re.findall(r'<script id="__config"[^>]*>(.*?)</script>', page)
    page = (edition / "maya-chen" / "index.html").read_text(encoding="utf-8")
    (our_settings,) = re.findall(r'<script id="__config"[^>]*>(.*?)</script>', page)

    assert theirs.keys() == ours.keys()
    assert theirs["config"] == ours["config"]
    assert {key for one in ours["docs"] for key in one} == {
        key for one in theirs["docs"] for key in one
    }
    their_names, our_names = json.loads(their_settings), json.loads(our_settings)
    assert their_names.keys() == our_names.keys()
    assert their_names["translations"] == our_names["translations"]
    assert Path(their_names["search"]).name == Path(our_names["search"]).name
