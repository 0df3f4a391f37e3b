"""What Material for MkDocs brings along: its files, its words, and corrections of its markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from portfolio_gen.model.speech import to_say
from portfolio_gen.model.value import dataclass

TRANSLATIONS = (
    "clipboard.copy",
    "clipboard.copied",
    "search.result.placeholder",
    "search.result.none",
    "search.result.one",
    "search.result.other",
    "search.result.more.one",
    "search.result.more.other",
    "search.result.term.missing",
    "select.version",
)
"""Words that Material's script asks its page for."""

_PALETTE = (
    ("light", "default", "material/weather-night", to_say("Switch to dark mode")),
    ("dark", "slate", "material/weather-sunny", to_say("Switch to light mode")),
)
_DIALOG = '<div class="md-search" data-md-component="search" role="dialog"'
_MENDS = (
    (' id="__drawer" autocomplete="off"', ' id="__drawer"'),
    (' id="__search" autocomplete="off"', ' id="__search"'),
    (f"{_DIALOG}>", f"{_DIALOG} aria-label=\"{{{{ lang.t('search') }}}}\">"),
)
_SOURCE_MAP = re.compile(rb"\s*(?:/\*|//)# sourceMappingURL=\S+(?: \*/)?\s*\Z")
_SCRIPTS_OF_LANGUAGE = {"ja": ("tinyseg.js",), "hi": ("wordcut.js",), "th": ("wordcut.js",)}


@dataclass(frozen=True, slots=True)
class Files:
    """Paths below `assets/` of the files that pages refer to; their names carry a digest of Material's own."""

    main_style: str
    palette_style: str
    bundle: str
    worker: str


@lru_cache(maxsize=1)
def folder() -> Path:
    """Where the theme is installed."""
    from material import templates

    return Path(templates.__path__[0])


@lru_cache(maxsize=1)
def files() -> Files:
    """The files of the installed version."""
    return Files(
        main_style=_only("stylesheets/main.*.min.css"),
        palette_style=_only("stylesheets/palette.*.min.css"),
        bundle=_only("javascripts/bundle.*.min.js"),
        worker=_only("javascripts/workers/search.*.min.js"),
    )


def _only(pattern: str) -> str:
    assets = folder() / "assets"
    (found,) = assets.glob(pattern)
    return found.relative_to(assets).as_posix()


def spoken(language: str) -> str:
    """The nearest language (BCP 47) that Material has words for, or English."""
    parts = language.split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    languages = folder() / "partials" / "languages"
    return next((tag for tag in tags if (languages / f"{tag}.html").is_file()), "en")


def search_languages(languages: Iterable[str]) -> list[str]:
    """The languages among these (BCP 47) that the search can reduce to word stems, or English."""
    stemmers = folder() / "assets" / "javascripts" / "lunr" / "min"
    tags = dict.fromkeys(one.split("-")[0].lower() for one in languages)
    known = [tag for tag in tags if tag == "en" or (stemmers / f"lunr.{tag}.min.js").is_file()]
    return known or ["en"]


def search_index(settings: Mapping[str, Any], entries: Iterable[Mapping[str, Any]]) -> str:
    """The file that its search reads."""
    from material.plugins.search.plugin import SearchIndex

    index = SearchIndex(**settings)
    index.entries.extend(dict(one) for one in entries)
    return str(index.generate_search_index(None))


def static_files(languages: Iterable[str]) -> dict[str, bytes]:
    """The files that an edition needs, by their path below `assets/`, without links to source maps."""
    used = files()
    wanted = {
        *(used.main_style, used.palette_style, used.bundle, used.worker),
        "images/favicon.png",
        *_search_scripts(languages),
    }
    assets = folder() / "assets"
    return {one: _SOURCE_MAP.sub(b"\n", (assets / one).read_bytes()) for one in sorted(wanted)}


def _search_scripts(languages: Iterable[str]) -> list[str]:
    """What the search loads besides itself for languages other than English."""
    foreign = [one for one in search_languages(languages) if one != "en"]
    stemmers = [f"min/lunr.{one}.min.js" for one in ("stemmer.support", "multi", *foreign)]
    scripts = [script for one in foreign for script in _SCRIPTS_OF_LANGUAGE.get(one, ())]
    return [f"javascripts/lunr/{one}" for one in (*stemmers, *scripts)] if foreign else []


def palette() -> list[dict[str, Any]]:
    """Light and dark, as the device asks until the visitor chooses; the names still want translating."""
    return [
        {
            "media": f"(prefers-color-scheme: {media})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": icon, "name": name},
        }
        for media, scheme, icon, name in _PALETTE
    ]


def mended(template: str) -> str:
    """The source of one of its templates without attributes that HTML does not allow there, its dialog with a name."""
    for wrong, right in _MENDS:
        template = template.replace(wrong, right)
    return template
