"""The same school written for MkDocs, Zensical and Hugo."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path

from corpus import SCHOOL, put, student_id, student_name, works, write_photographs
from pages import Page, pages, with_links

MKDOCS = """\
site_name: {name}
theme:
  name: material
  font: false
  palette:
    - {{scheme: default, toggle: {{icon: material/weather-night, name: Switch to dark mode}}}}
    - {{scheme: slate, toggle: {{icon: material/weather-sunny, name: Switch to light mode}}}}
plugins: [search]
"""
"""What Material's own guide begins with; the list of pages is MkDocs' own."""

HUGO = {
    "baseURL": "https://school.example/",
    "title": SCHOOL,
    "buildFuture": True,
    # Originals stay unpublished, as they do in our sites: they tell where they were taken.
    "cascade": {"build": {"publishResources": False}},
    "disableKinds": ["taxonomy", "term", "rss", "sitemap", "404"],
}
HUGO_LAYOUTS = {
    "baseof.html": """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }} - {{ .Site.Title }}</title></head>
<body>
<header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a></header>
<main><h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}</main>
</body>
</html>
""",
    "home.html": """\
{{ define "main" }}<ul>
{{ range .Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
""",
    "section.html": """{{ define "main" }}{{ .Content }}{{ end }}\n""",
    "page.html": """\
{{ define "main" }}{{ with .Params.day }}<p>{{ . }}</p>{{ end }}
{{ range .Resources.ByType "image" -}}
{{ $small := .Resize "400x webp q80" }}{{ $middle := .Resize "800x webp q80" }}{{ $large := .Resize "1600x webp q80" -}}
<img src="{{ $middle.RelPermalink }}" width="{{ $middle.Width }}" height="{{ $middle.Height }}" alt="A photograph"
 srcset="{{ $small.RelPermalink }} 400w, {{ $middle.RelPermalink }} 800w, {{ $large.RelPermalink }} 1600w">
{{ end }}{{ .Content }}{{ end }}
""",
}
"""A bare layout: what a page needs and nothing else. Pictures are made as Hugo's guide does, each from the original."""


def write_mkdocs(folder: Path, students: int, count: int) -> list[Path]:
    """A project for MkDocs, and as well for Zensical, per student; returns their settings files."""
    projects = []
    for number in range(students):
        home = folder / student_id(number)
        put(home / "mkdocs.yml", MKDOCS.format(name=student_name(number)))
        for page in pages(number, count):
            put(home / "docs" / source(page.address), mkdocs_page(page))
        projects.append(home / "mkdocs.yml")
    return projects


def mkdocs_page(page: Page) -> str:
    """A page's source; its links name other sources, which MkDocs follows and checks."""
    here = posixpath.dirname(source(page.address)) or "."
    text = with_links(page.text, lambda there: posixpath.relpath(source(there), here))
    return f"# {page.title}\n\n{f'{page.date}{chr(10) * 2}' if page.date else ''}{text}\n"


def source(address: str) -> str:
    """The file that MkDocs makes a page from; what has pages below it is their `index.md`."""
    return posixpath.join(address, "index.md") if address in ("", "artifacts") else f"{address}.md"


def write_hugo(folder: Path, students: int, count: int, photographs: int = 0) -> Path:
    """One Hugo site for all students."""
    put(folder / "hugo.json", json.dumps(HUGO))
    put(folder / "content/_index.md", f"---\ntitle: {SCHOOL}\n---\n")
    for name, text in HUGO_LAYOUTS.items():
        put(folder / "layouts" / name, text)
    for number in range(students):
        home = folder / "content" / student_id(number)
        for page in pages(number, count, photographs):
            put(home / bundle(page.address), hugo_page(page))
        for place, work in enumerate(works(number, count, photographs)):
            write_photographs(home / f"artifacts/{work.slug}", number * count + place, work)
    return folder


def hugo_page(page: Page) -> str:
    """A page's source; its links are relative web addresses."""
    text = with_links(
        page.text, lambda there: f"{posixpath.relpath(there or '.', page.address or '.')}/"
    )
    day = f"day: {page.date}\n" if page.date else ""
    return f"---\ntitle: {page.title}\n{day}---\n{text}\n"


def bundle(address: str) -> str:
    """The file that Hugo makes a page from; `_index.md` where pages follow below."""
    return posixpath.join(address, "_index.md" if address in ("", "artifacts") else "index.md")
