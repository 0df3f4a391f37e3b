"""Mounts: pages come out byte for byte as if each had been rendered whole, whatever a theme does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sample_blueprint as sample
from sample_media import draw_media, placed

from portfolio_gen.model.settings import EditionName
from portfolio_gen.render import Workshop, render_site, theme_folders
from portfolio_gen.render.engine import Site
from portfolio_gen.render.modules import Sharing
from portfolio_gen.render.mount import ENOUGH, MOST, Mounts
from portfolio_gen.render.pages import Sheet, pages_of
from portfolio_gen.render.sight import BelongsToOnePage, out_of_sight

ROOT = Path(__file__).parents[2]
WITHOUT_MOUNT = {"transcript.html"}
"""Of the default theme: the transcript stands on a sheet of its own."""

LAYOUT = """{% extends "frame.html" %}
{% block header %}AROUND{% endblock %}
{% block container %}<main>INSIDE</main>{% endblock %}
"""
PAGE = """{% extends "layout.html" %}
{% block content %}<h1>{{ subject.title }}</h1>{{ story(subject) }}INSIDE{% endblock %}
"""


def around(text: str, content: str = "{% block content %}{% endblock %}") -> str:
    """A layout with something in its header, and perhaps with something around the content."""
    return LAYOUT.replace("AROUND", text).replace("INSIDE", content)


def inside(text: str) -> str:
    """A page with something behind its story."""
    return PAGE.replace("INSIDE", text)


SAME: tuple[dict[str, str], ...] = (
    {"layout": around("<a href=\"{{ link('') }}\">{{ site.person.name }}</a>")},
    {"layout": around("{% if here == 'goals/' or here.startswith('art') %}work{% endif %}")},
    {"layout": around("{% if here %}inside{% else %}front{% endif %}")},
    {"layout": around("{% if here != 'goals/' %}{{ link('goals/') }}{% endif %}")},
    {"layout": around("{{ lang.t('search') }} {{ config.site_name }} {{ direction }}")},
    {"layout": around("{{ _('Portfolio') }} {{ number(3) }} {{ called('artifact') }}")},
    {"layout": around("{{ super() }}"), "page": inside("{{ super() }}")},
    {
        "layout": around(
            "{% from 'parts/patterns.html' import pattern with context %}"
            "{{ once(pattern, 'x', '') }}"
        )
    },
    {
        "page": '{% extends "base-of-two.html" %}{% block content %}{{ super() }}!{% endblock %}',
        "base-of-two": '{% set x = title %}{% extends "frame.html" %}'
        "{% block content %}{{ x }}{% endblock %}",
    },
    *(
        {"page": inside(f"{{% import 'shelf.html' as shelf with context %}}{use}"), "shelf": shelf}
        for use, shelf in (
            (
                "{{ shelf.say() }}",
                "{% macro say() %}{{ subject.title }} {{ link('') }}{% endmacro %}",
            ),
            ("{{ shelf.mine }}", "{% set mine = subject.title %}"),
            (
                "{{ shelf.say() }}",
                "{% set it = subject %}{% macro say() %}{{ it.title }}{% endmacro %}",
            ),
            ("{{ shelf.say() }}", "{% set to = link %}{% macro say() %}{{ to('') }}{% endmacro %}"),
            ("{{ shelf }}", "{{ title }}: {{ home }}"),
            ("{{ shelf.say() }}", "{% macro say() %}{{ own is defined }}{% endmacro %}"),
        )
    ),
    *(
        {
            "page": inside(
                "{% set own = subject.title %}{% import 'shelf.html' as shelf with context %}"
                "{{ shelf.say() }}"
            ),
            "shelf": shelf,
            "inner": "{% macro say() %}{{ own }}{% endmacro %}{{ own }}",
        }
        for shelf in (
            "{% macro say() %}{{ own }}{% endmacro %}",
            "{% macro say() %}{% include 'inner.html' %}{% endmacro %}",
            "{% import 'inner.html' as inner with context %}{% macro say() %}{{ inner.say() }}{% endmacro %}",
        )
    ),
)
"""Themes whose pages have the same around them, as far as their address is not asked for."""

OTHER: tuple[dict[str, str], ...] = (
    {"layout": around("{{ here }}")},
    {"layout": around("{{ here | length }}{{ here ~ 'x' }}")},
    {"layout": around("{{ 'sol' in here }}")},
    {"layout": around("{% if here is string %}a word{% endif %}")},
    {"layout": around("{% if subject is sequence %}many{% else %}one{% endif %}")},
    {"layout": around("{{ subject.title }}")},
    {"layout": around("{{ subject.titel is defined }}")},
    {"layout": around("{% if subject is defined %}{{ subject is mapping }}{% endif %}")},
    {"layout": around("{{ title | upper }}")},
    {"layout": around("{{ description | default('-') }}")},
    {"layout": around("{{ page.title }} {{ page.url }}")},
    {"layout": around("{{ nav.homepage.url | url }} {{ base_url }}")},
    {"layout": around("{% if site.person.picture %}{{ picture(site.person.picture) }}{% endif %}")},
    {"layout": around("{{ engine.canonical }}")},
    {"layout": around("{{ self.content() | striptags | length }}")},
    {"layout": around("{% if self.content() %}full{% endif %}")},
    {"layout": around("", "{% filter upper %}{% block content %}{% endblock %}{% endfilter %}")},
    {"layout": around("", "{% filter trim %}{% block content %}{% endblock %}{% endfilter %}")},
    {
        "layout": around(
            "", "{% for x in 'a' %}{% block content scoped %}{% endblock %}{% endfor %}"
        ),
        "page": inside("{{ x }}"),
    },
    {"layout": around("", "")},
    {"layout": around("{{ site.person.name }} \ue000")},
    {"page": inside("{{ page.title }}")},
    {"page": inside("{{ base_url }}{{ lang.t('search') }}")},
    {"page": inside("{{ lang is defined }}{{ direction }}")},
    {"page": inside("{{ engine.settings }}")},
    {"page": "{% set told = subject.title %}" + inside("{{ told }}")},
    {"page": "<p>{{ subject.title }}</p>"},
    {
        "page": inside("").replace(
            '"layout.html"', '"sheet.html" if subject.draft else "frame.html"'
        )
    },
)
"""Themes that look at a page from around it, or from a page at what is around it."""


@dataclass
class Rendering:
    """Renders sites twice; counts pages of each template that a mount has served, and modules of single pages."""

    patch: pytest.MonkeyPatch
    folder: Path
    mounted: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)
    modules: int = 0

    def is_the_same(self, edition: EditionName, *, case: str = "") -> bool:
        """Whether a site is the same with and without mounts; of a case only the works, from the template `case`."""
        mounted = Site.mounted

        def counted(self_: Site, template: str, *given: Any, **named: Any) -> str | None:
            before = alone.total()
            text = mounted(self_, template, *given, **named)
            (self.whole if text is None else self.mounted)[template] += 1
            self.modules += alone.total() - before if text is not None else 0
            return text

        alone: Counter[str] = Counter()
        may_need = Sharing._may_need

        def needed(template: Sharing, *given: Any) -> bool:
            needs = may_need(template, *given)
            alone[str(template.name)] += needs
            return needs

        with self.patch.context() as patch:
            if case:
                patch.setattr("portfolio_gen.render.site.pages_of", partial(_works, case))
            patch.setattr(Site, "mounted", counted)
            patch.setattr(Sharing, "_may_need", needed)
            with_mounts = self._files(edition, "mounted")
            patch.setattr(Site, "mounted", lambda *_, **__: None)
            return with_mounts == self._files(edition, "whole")

    def _files(self, edition: EditionName, name: str) -> Mapping[str, str]:
        work = Workshop(
            edition=edition,
            themes=theme_folders(self.folder, "own") or theme_folders(ROOT, "riverbend"),
            cache=self.folder / "cache",
            address="https://example.org/public",
        )
        site = placed(sample.maya(edition), self.folder / "media")
        done = render_site(site, work, self.folder / name / edition)
        assert done.diagnostics == ()
        return done.files


def _works(template: str, *given: Any) -> list[Sheet]:
    works = [one for one in pages_of(*given) if one.template == "artifact.html"]
    return [replace(one, template=f"{template}.html") for one in works]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mounts")
    draw_media(folder / "media")
    return folder


@pytest.fixture
def rendering(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Rendering:
    return Rendering(monkeypatch, folder)


@pytest.fixture(scope="module")
def own_theme(folder: Path) -> None:
    """One theme that holds the templates of all cases, for making a theme ready takes a while."""
    theme = folder / "themes" / "own"
    theme.mkdir(parents=True)
    for kind, cases in (("same", SAME), ("other", OTHER)):
        for place, templates in enumerate(cases):
            case = f"{kind}-{place}"
            for name, text in {"layout": around(""), "page": inside(""), **templates}.items():
                own = text.replace('"layout.html"', f'"{case}-layout.html"')
                own = own.replace('"base-of-two.html"', f'"{case}-base-of-two.html"')
                for other in ("shelf", "inner"):
                    own = own.replace(f"'{other}.html'", f"'{case}-{other}.html'")
                (theme / f"{case}-{name}.html").write_text(own, encoding="utf-8")


@pytest.mark.parametrize("edition", ["self", "committee", "family", "college", "public"])
def test_pages_of_the_default_theme_are_the_same(
    rendering: Rendering, edition: EditionName
) -> None:
    assert rendering.is_the_same(edition)

    assert set(rendering.whole) <= WITHOUT_MOUNT
    assert rendering.mounted["artifact.html"] > 1
    assert not rendering.modules


@pytest.mark.usefixtures("own_theme")
@pytest.mark.parametrize("place", range(len(SAME)))
def test_a_theme_that_says_the_same_around_its_pages_has_mounts(
    rendering: Rendering, place: int
) -> None:
    assert rendering.is_the_same("family", case=f"same-{place}-page")

    assert rendering.mounted.total() > 1
    assert not rendering.whole


@pytest.mark.usefixtures("own_theme")
@pytest.mark.parametrize("place", range(len(OTHER)))
def test_a_theme_that_looks_at_the_page_from_around_it_is_rendered_whole(
    rendering: Rendering, place: int
) -> None:
    assert rendering.is_the_same("family", case=f"other-{place}-page")

    assert rendering.whole.total() > 1
    assert not rendering.mounted


def test_ways_that_lead_to_the_page_itself_are_that_page_s_own(
    rendering: Rendering, own_theme: None
) -> None:
    del own_theme
    ways = "{% for one in site.artifacts %}{{ link(one.address) }}{% endfor %}"
    theme = rendering.folder / "themes" / "own"
    (theme / "ways.html").write_text(around(ways) + "{% block htmltitle %}x{% endblock %}")

    assert rendering.is_the_same("family", case="ways")
    assert rendering.mounted.total() in range(2, MOST + 1)


def test_what_is_out_of_sight_can_be_handed_on_and_nothing_else() -> None:
    thing = out_of_sight({"known": 1}, eq=lambda other: other == "x")

    assert thing.known == 1
    assert thing == "x"
    for look in (str, bool, len, iter, hash, repr, int, float, lambda one: one.unknown):
        with pytest.raises(BelongsToOnePage):
            look(thing)
    with pytest.raises(BelongsToOnePage):
        isinstance(thing, str)


def test_what_failed_for_some_sites_in_a_row_is_not_tried_for_the_next() -> None:
    failed: Counter[str] = Counter()
    tried: list[str] = []

    class Template:
        name = "page.html"

        def new_context(self, _names: Mapping[str, Any]) -> None:
            tried.append(self.name)
            raise BelongsToOnePage

    for _ in range(ENOUGH + 2):
        names = {"here": "", "home": "", "link": str}
        assert Mounts(failed).page(Template(), names, {}, dict) is None  # type: ignore[arg-type]

    assert len(tried) == ENOUGH
