"""A built edition as a folder that opens from a disk: links lead to pages, and search asks nobody.

A browser that opens a file shows a folder as a list of files, starts no worker and fetches nothing; so links name the
page in a folder, and the texts for search are a script that pages load. What pages may do stays as their policy says.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from portfolio_gen.render.engine import BASE

FIND = "assets/find.js"
"""The script that searches."""
INDEX = "search/search_index.json"
_PAGES = "search/pages.js"
_ANCHOR = re.compile(r'(<a\b[^<>]*?\bhref=")([^"]*)"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>', re.DOTALL)
_BUNDLE = re.compile(
    r'<script nonce="(?P<nonce>[^"]+)" src="(?P<assets>[^"]*?)assets/javascripts/bundle\.[^"]*" defer></script>'
)
_SEARCHED = re.compile(r' data-md-component="search(?:-query|-result)?"')
_PRELOAD = re.compile(r'<link rel="preload"[^<>]*>\n?')
"""A browser asks for such a font across origins, and a file has none; the font comes with its style sheet anyway."""
_WORKER = re.compile(r"assets/javascripts/workers/[^/]+\.js")


def opened_from_disk(folder: Path) -> dict[str, bytes | Path]:
    """The files of an edition by their paths in it, in order, as they open from a disk.

    Args:
        folder: a built edition.

    Raises:
        OSError: a file cannot be read.
    """
    return dict(sorted(_files(folder)))


def _files(folder: Path) -> Iterator[tuple[str, bytes | Path]]:
    yield FIND, (BASE / "find.js").read_bytes()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        if name.endswith(".html"):
            yield name, _page(path.read_text("utf-8")).encode()
        elif name.endswith(INDEX):
            yield name.removesuffix(INDEX) + _PAGES, _texts(path)
        elif not _WORKER.fullmatch(name):
            yield name, path


def _page(text: str) -> str:
    text = _PRELOAD.sub("", text)
    text = _ANCHOR.sub(lambda one: f'{one[1]}{_led(one[2])}"', text)
    config, bundle = _CONFIG.search(text), _BUNDLE.search(text)
    if not config or not bundle:
        return text
    base = json.loads(config[1])["base"].rstrip("/") + "/"
    search = (
        f'<script nonce="{bundle["nonce"]}" src="{bundle["assets"]}{FIND}" '
        f'data-base="{base}" data-index="{base}{_PAGES}" defer></script>'
    )
    text = f"{text[: bundle.start()]}{search}{text[bundle.start() :]}"
    # Without these names, Material's script leaves the search alone.
    return _SEARCHED.sub("", text).replace(' name="search">', ' name="find">')


def _led(reference: str) -> str:
    """An address that leads to a page and not to a folder."""
    if not reference or _SCHEME.match(reference) or reference.startswith(("#", "/")):
        return reference
    path, sign, part = reference.partition("#")
    if not path.endswith("/") and posixpath.basename(path) not in (".", ".."):
        return reference
    return f"{path.rstrip('/')}/index.html{sign}{part}"


def _texts(path: Path) -> bytes:
    """The texts of a search index as a script."""
    docs = json.loads(path.read_text("utf-8"))["docs"]
    titles = {one["location"]: one["title"] for one in docs}
    pages = [
        {
            "location": _led(one["location"] or "./"),
            "title": one["title"],
            "text": one["text"],
            # A section is called "What I did" in many works; readers want to know in which.
            "of": titles.get(one["location"].partition("#")[0], "")
            if "#" in one["location"]
            else "",
        }
        for one in docs
    ]
    return f"window.portfolioPages = {json.dumps(pages, ensure_ascii=False)};\n".encode()
