"""MkDocs, on Material for MkDocs: pages and search index. Nothing else in the house knows how they are made.

MkDocs' own `build` makes one site at a time, compiles all templates for each, and copies the whole theme into each.
Here an edition is one MkDocs site, a student's site a folder in it, and what is the same for all is made once.
"""

from __future__ import annotations

import copy
import html
import json
import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from jinja2 import Environment, StrictUndefined, Template
from jinja2.exceptions import TemplateError
from markupsafe import Markup

from portfolio_gen.model.blueprint import SchoolView, Sentences
from portfolio_gen.model.value import dataclass
from portfolio_gen.render import material
from portfolio_gen.render.compiled import compiled_for
from portfolio_gen.render.modules import Sharing
from portfolio_gen.render.mount import Mounted, Mounts
from portfolio_gen.render.policy import POLICY, sealed, with_tints
from portfolio_gen.render.shelves import Shelves, fault_of
from portfolio_gen.render.sight import OUT_OF_SIGHT, out_of_sight
from portfolio_gen.render.swift import make_swift
from portfolio_gen.render.words import dir_of
from portfolio_gen.render.words.pairs import side_by_side
from portfolio_gen.render.words.voice import Voice, both_voices, voice_of
from portfolio_gen.render.workshop import shipped_themes

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
logging.getLogger("mkdocs").addHandler(logging.NullHandler())
logging.getLogger("mkdocs").propagate = False

from mkdocs.commands.build import get_context  # noqa: E402
from mkdocs.config.config_options import Type  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.structure.files import File  # noqa: E402
from mkdocs.structure.nav import Navigation  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.structure.toc import AnchorLink  # noqa: E402

BASE = Path(__file__).parent / "base"
"""Our own templates, between a theme's and Material's."""

_SKIP = AnchorLink("", "content", 2)
"""Where Material's skip link leads: the element that `base/frame.html` gives this id."""
_ANY_PAGE = out_of_sight({"toc": [_SKIP], "meta": {}})
"""What all pages have in common."""
_POLICY = Markup(POLICY)  # noqa: S704 - it stands in double quotes and has none


@dataclass(frozen=True, slots=True)
class Engine:
    """Compiled templates and settings for one set of themes in one language; made once per worker."""

    environment: Environment
    config: MkDocsConfig
    language: str
    say: Voice
    """Says the program's words in the language of the site."""
    translations: Mapping[str, str]
    search: Mapping[str, Any]
    """Settings of its search index."""
    nothing: Template
    """An empty template, on which frames stand where only a page's own blocks are wanted."""
    mountless: Counter[str] = field(default_factory=Counter)
    """What sites have found out about templates without mounts; see `Mounts`."""

    def spoken(self, page: bytes) -> bytes:
        """A finished page with both languages side by side, where there are two."""
        if not self.say.both:
            return page
        return side_by_side(page.decode(), beside(self.say.both[1].language)).encode()

    def site(self, name: str, root: str, languages: Iterable[str] = (), *, base: str = "") -> Site:
        """Begin a site.

        Args:
            name: what it is called.
            root: its folder in the edition; empty for the edition itself.
            languages: of its texts (BCP 47), for search.
            base: folder in it from which search reads its index.
        """
        config = copy.copy(self.config)
        config["site_name"] = name
        front = Page(name, File.generated(config, f"{root}index.md", content=""), config)
        navigation = Navigation([front], [front])
        navigation.homepage = front
        return Site(
            self,
            config,
            navigation,
            root,
            tuple(languages),
            base,
            _shared(config, navigation),
            Mounts(self.mountless),
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frames (`base/frame.html`, `base/sheet.html`) need to know of the engine."""

    policy: Markup
    language: str
    canonical: str
    settings: Markup
    files: material.Files
    stands_on: Template | str = "base.html"
    """What `base/frame.html` extends: Material's page."""


@dataclass(frozen=True, slots=True)
class Site:
    """One student's site, or the edition's index, while its pages are made."""

    engine: Engine
    config: MkDocsConfig
    navigation: Navigation
    root: str
    languages: tuple[str, ...]
    base: str
    shared: Mapping[str, Any]
    """What templates of Material find on every page; what belongs to a single page is out of sight."""
    mounts: Mounts

    def render(
        self,
        template: str,
        address: str,
        title: str,
        names: Mapping[str, Any],
        *,
        tints: Mapping[str, str] = MappingProxyType({}),
        canonical: str = "",
    ) -> bytes:
        """The finished HTML of a page, from a template of the theme.

        Args:
            template: its name.
            address: of the page, relative to the site.
            title: of the page.
            names: what the template finds, with `link` and `asset` among them.
            tints: classes and data addresses of picture placeholders; may grow while the template is rendered.
            canonical: public web address of the page; without one, search engines are asked to stay away.

        Raises:
            TemplateFault: the theme's template is wrong.
        """
        file = File.generated(self.config, f"{self.root}{address}index.md", content="")
        page = Page(title, file, self.config)
        page.update_date, page.toc = "", [_SKIP]  # type: ignore[assignment]
        context: dict[str, Any] = dict(get_context(self.navigation, [], self.config, page))
        del context["build_date_utc"]
        frame = self._frame(names, canonical=canonical)
        text = self.render_bare(template, {**context, **names, "engine": frame})
        return finished(text, tints)

    def mounted(
        self,
        template: str,
        names: Mapping[str, Any],
        *,
        canonical: str = "",
        looked_at: Mapping[str, Any] = MappingProxyType({}),
        known: tuple[str, ...] = (),
    ) -> Mounted | None:
        """The same as `render`, where everything around the page is what it is around others; None where it is not.

        Then nothing that rendering has told of the page counts. What comes is still to be `finished`.

        Args:
            template: its name.
            names: what the template finds.
            canonical: public web address of the page.
            looked_at: names that only the page's own part finds so, and not what stands around it.
            known: the page's own part, where it has been made already.
        """
        inside = Frame(
            policy=_POLICY,
            language=self.engine.language,
            canonical=canonical,
            settings=OUT_OF_SIGHT,
            files=material.files(),
            stands_on=self.engine.nothing,
        )
        try:
            found = self.engine.environment.get_template(template)
        except TemplateError:
            return None
        return self.mounts.page(
            found,
            names,
            inside={**self.shared, **looked_at, "engine": inside},
            around=lambda: {**self.shared, "page": _ANY_PAGE, "engine": self._frame(names)},
            known=known,
        )

    def render_bare(self, template: str, names: Mapping[str, Any]) -> str:
        """The text of a template that is no page, such as a style sheet.

        Raises:
            TemplateFault: the theme's template is wrong.
        """
        try:
            return self.engine.environment.get_template(template).render(names)
        except TemplateError as error:
            raise fault_of(error, template) from error

    def _frame(self, names: Mapping[str, Any], canonical: str = OUT_OF_SIGHT) -> Frame:
        files = material.files()
        settings = {
            "base": names["link"](self.base),
            "features": [],
            "translations": self.engine.translations,
            "search": names["asset"](files.worker),
            "annotate": None,
            "tags": None,
            "version": None,
        }
        return Frame(
            policy=_POLICY,
            language=self.engine.language,
            canonical=canonical,
            settings=Markup(_json_in_html(settings)),  # noqa: S704 - escaped for a script element
            files=files,
        )

    def search_index(self, entries: Iterable[Mapping[str, Any]]) -> str:
        """Material's search index; entries have `location`, and `title` and `text` already escaped for HTML."""
        languages = material.search_languages((self.engine.language, *self.languages))
        return material.search_index({**self.engine.search, "lang": languages}, entries)


def _shared(config: MkDocsConfig, navigation: Navigation) -> dict[str, Any]:
    """The context that MkDocs gives to all pages, with nothing of any of them."""
    context = get_context(navigation, [], config)
    same = ("nav", "pages", "mkdocs_version", "config")
    return {name: one if name in same else OUT_OF_SIGHT for name, one in context.items()}


def beside(language: str) -> Callable[[str], str]:
    """What becomes of words in a second language: small, behind the first, and marked up."""
    words = f'<span lang="{language}" dir="{dir_of(language)}">'
    tag = f'<span class="also"><span class="between"> · </span>{words}'
    return lambda words: f"{tag}{words}</span></span>"


def finished(text: str, tints: Mapping[str, str]) -> bytes:
    """A page as it is published: with its placeholders, and the nonce of its scripts."""
    return sealed(with_tints(text, tints) if tints else text)


def engine_for(school: SchoolView, themes: tuple[Path, ...], *, alone: bool = False) -> Engine:
    """The engine for the pages of a school; `alone` where there is room for the first language only."""
    return open_engine(themes, school.language, "" if alone else school.also, school.sentences)


@lru_cache(maxsize=8)
def open_engine(
    themes: tuple[Path, ...], language: str, also: str = "", own: Sentences = ()
) -> Engine:
    """The engine for these theme folders (first wins) and the language of the site's own words.

    Args:
        also: a language in which they stand beside that.
        own: what the school says in words of its own.
    """
    spoken = material.spoken(language)
    config = _config(themes, spoken)
    voice = both_voices(language, also, themes, own) if also else voice_of(language, themes, own)
    environment = _environment(config, themes, voice)
    speak = environment.get_template("partials/language.html").make_module({"config": config})
    say = cast("Callable[[str], Markup]", speak.t)  # type: ignore[attr-defined]
    words = {
        key: html.unescape(str(say(key))) for key in ("language", "search", *material.TRANSLATIONS)
    }
    return Engine(
        environment=environment,
        config=config,
        language=words["language"],
        say=voice,
        translations={key: words[key] for key in material.TRANSLATIONS},
        # A copy: MkDocs hands the same plugin to all configurations of a process, and the next language changes it.
        search=copy.deepcopy(dict(config.plugins["material/search"].config)),
        nothing=environment.from_string(""),
    )


class _Config(MkDocsConfig):  # type: ignore[no-untyped-call]
    """MkDocs' settings, for whom it need not try out a parser: stories are laid out elsewhere."""

    markdown_extensions = Type(list, default=[])


def _config(themes: tuple[Path, ...], spoken: str) -> MkDocsConfig:
    config = _Config(config_file_path=str(BASE.with_name("mkdocs.yml")))
    config.load_dict(
        {
            "site_name": "portfolio",
            "docs_dir": str(BASE),
            "site_dir": str(BASE.with_name("never-written")),
            "theme": {
                "name": "material",
                "custom_dir": str(themes[0]),
                "language": spoken,
                "locale": spoken.replace("-", "_"),
                "font": False,
                "palette": material.palette(),
            },
            "plugins": [{"material/search": {}}],
        }
    )
    if faults := config.validate()[0]:
        raise ValueError(f"MkDocs does not take its settings: {faults}")
    config.theme.dirs[:1] = [*(str(one) for one in themes), str(BASE)]
    config.plugins.on_startup(command="build", dirty=False)
    with _one_environment(config):
        return config.plugins.on_config(config)


@contextmanager
def _one_environment(config: MkDocsConfig) -> Iterator[None]:
    """Let plugins have one environment, however often they ask: Material's search would compile its words thrice."""
    theme = config.theme
    theme.get_env = cache(theme.get_env)  # type: ignore[method-assign]
    try:
        yield
    finally:
        del theme.get_env


def _environment(config: MkDocsConfig, themes: tuple[Path, ...], voice: Voice) -> Environment:
    """MkDocs' environment, escaping everything, and strict about what our own templates name."""
    lenient: Environment = config.theme.get_env()
    lenient.autoescape = True
    lenient.install_gettext_translations(voice.translations)  # type: ignore[attr-defined]
    lenient.trim_blocks = lenient.lstrip_blocks = True
    lenient.template_class = Sharing
    strict = lenient.overlay(undefined=StrictUndefined)
    make_swift(lenient)
    make_swift(strict)
    ours = [str(one) for one in (*themes, BASE)]
    theirs = [one for one in config.theme.dirs if one not in ours]
    compiled = compiled_for(strict, (shipped_themes(), BASE, *map(Path, theirs)))
    strict.bytecode_cache = lenient.bytecode_cache = compiled
    strict.loader = lenient.loader = Shelves(
        ours, theirs, strict, lenient, material.mended, compiled
    )
    for option in config.theme["palette"]:
        option["toggle"]["name"] = voice(option["toggle"]["name"])
    return strict


def _json_in_html(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
