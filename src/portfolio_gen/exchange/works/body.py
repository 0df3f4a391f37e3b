"""What stands in a story and means something only to the program that it was written for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

CODE = re.compile(
    r"^(`{3,}+|~{3,}+)[^\n]*+\n.*?(?:^\1|\Z)|(?<!`)(`{1,4})(?!`)[^`\n]{1,2000}\2",
    re.DOTALL | re.MULTILINE,
)
"""Listings, in which nothing refers to anything."""
REFERENCE = re.compile(
    r"""(?P<picture>!?)\[(?P<words>[^\[\]\n]{0,1000})\]\(\s{0,9}(?:<(?P<wide>[^<>\n]{1,1000})>|(?P<link>[^\s()<>]{1,1000}))
        (?P<title>\s+(?:"[^"\n]{0,1000}"|'[^'\n]{0,1000}'))?\s{0,9}\)
      | (?P<tag><(?:img|a|source|video|audio)\b[^<>]{0,2000}?\b(?:src|href)\s{0,9}=\s{0,9})
        (?:"(?P<double>[^"<>\n]{1,1000})"|'(?P<single>[^'<>\n]{1,1000})'|(?P<bare>[^\s"'<>]{1,1000}))
      | ^(?P<definition>[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]{0,9})<?(?P<defined>[^\s<>]{1,1000})>?""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
"""Pictures and links in Markdown and in HTML, and addresses that are written once and used by name."""
TEMPLATE = re.compile(r"\{%.{0,1000}?%\}|\{\{.{0,1000}?\}\}", re.DOTALL)
_SCRIPTED = re.compile(
    r"<(?P<name>iframe|embed|script|style|form|object)\b[^<>]{0,2000}>", re.IGNORECASE
)
_LEFT = re.compile(
    r"--8<--[^\n]*|^\[\[?_?toc_?\]?\][ \t]*$|^:::[^\n]*", re.MULTILINE | re.IGNORECASE
)
_ATTRIBUTE = r"""\b{}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>}}]+))"""
_BASE = re.compile(r"\{\{-?\s*(?:site\.(?:baseurl|url)|\.Site\.BaseURL|base_url)\s*-?\}\}/?(?=/?)")
_RELATIVE = re.compile(
    r"""\{\{-?\s*["']([^"'{}]{1,500})["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.baseurl|relURL|absURL|url)\s*-?\}\}"""
)
_TO_PAGE = re.compile(
    r"""\{%-?\s*link\s+([^\s%]{1,500})\s*-?%\}|\{\{[<%]\s*(?:rel)?ref\s+["']?([^"'\s>%]{1,500})["']?\s*[>%]\}\}"""
)
_POST = re.compile(r"\{%-?\s*post_url\s+([^\s%]{1,500})\s*-?%\}")
_FIGURE = re.compile(r"\{\{[<%]\s*figure\s+([^{}]{1,2000}?)\s*/?[>%]\}\}")
_FILM = re.compile(
    r"""\{\{[<%]\s*(youtube|vimeo)\s+(?:id=)?["']?([\w-]{1,40})["']?[^{}]{0,200}[>%]\}\}"""
)
_FILMS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}


def outside_code(text: str, change: Callable[[str, int], str]) -> str:
    """A text in which everything but listings is changed.

    Args:
        text: in Markdown.
        change: a stretch and where it starts, to what is to stand there.
    """
    parts, at = [], 0
    for listing in CODE.finditer(text):
        parts += [change(text[at : listing.start()], at), listing[0]]
        at = listing.end()
    return "".join((*parts, change(text[at:], at)))


def without_templates(text: str) -> str:
    """Links, figures and films of templates as Markdown; what nobody knows stays as it is."""
    text = _BASE.sub("/", text)
    text = _RELATIVE.sub(lambda one: f"/{one[1].lstrip('/')}", text)
    text = _TO_PAGE.sub(lambda one: one[1] or one[2], text)
    text = _POST.sub(lambda one: f"_posts/{one[1].removeprefix('/')}.md", text)
    text = _FIGURE.sub(_figure, text)
    return _FILM.sub(lambda one: f"<{_FILMS[one[1]]}{one[2]}>", text)


def _figure(found: re.Match[str]) -> str:
    given = {
        name: attribute(found[1], name)
        for name in ("src", "alt", "caption", "title", "link", "attr")
    }
    source = given["src"]
    if not source:
        return found[0]
    shown = f"<{source}>" if re.search(r"[\s()]", source) else source
    words = "\n\n".join(given[name] for name in ("title", "caption", "attr", "link") if given[name])
    picture = (
        f"![{(given['alt'] or given['caption']).replace('[', '(').replace(']', ')')}]({shown})"
    )
    return f"{picture}\n\n{words}\n" if words else picture


def attribute(tag: str, name: str) -> str:
    """The value of an attribute in a tag; empty when it has none."""
    found = re.search(_ATTRIBUTE.format(name), tag, re.IGNORECASE)
    return next((one for one in found.groups() if one is not None), "") if found else ""


def leftovers(text: str) -> Iterator[tuple[int, str, bool]]:
    """What in a text would be shown as it is, or not at all: where, what, and whether readers would stumble over it."""
    shown = CODE.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), text)
    for found in TEMPLATE.finditer(shown):
        yield found.start(), found[0], True
    for found in _SCRIPTED.finditer(shown):
        yield found.start(), f"<{found['name']}>", False
    for found in _LEFT.finditer(shown):
        yield found.start(), found[0], True
