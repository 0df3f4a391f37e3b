"""Python-Markdown for stories. What cannot be in a text, for its sign is not, is not looked for: half of its time."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

Parser = Markdown

_MARKS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "@",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
"""The sign without which a text holds no mark of that name; marks that are not named here are always looked for."""
_BLOCKS = {
    "indent": "    ",
    "defindent": "    ",
    "code": "    ",
    "table": "|",
    "hashheader": "#",
    "setextheader": "\n",
    "deflist": ": ",
    "quote": ">",
    "footnote": "[^",
    "reference": "]:",
}
"""The sign without which a block is not of that kind."""


def new_parser() -> Parser:
    """A parser, for one story after another."""
    parser = Markdown(
        extensions=[
            "tables",
            "fenced_code",
            "footnotes",
            "def_list",
            "sane_lists",
            "codehilite",
        ],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "codehilite": {"guess_lang": False, "css_class": "highlight", "use_pygments": True},
            "footnotes": {"BACKLINK_TITLE": ""},
        },
        output_format="html",
    )
    parser.treeprocessors.register(_Inline(parser), "inline", 20)
    parser.parser.parseBlocks = _Blocks(parser)  # type: ignore[method-assign]
    parser.block_level_elements = frozenset(parser.block_level_elements)  # type: ignore[assignment]
    return parser


class _Blocks:
    """The step that finds out of what kind each block is: paragraph, list, table …"""

    def __init__(self, parser: Markdown) -> None:
        self._kinds = _with_signs(parser.parser.blockprocessors, _BLOCKS)

    def __call__(self, parent: Element, blocks: list[str]) -> None:
        while blocks:
            block = blocks[0]
            for sign, kind in self._kinds:
                if (
                    sign in block
                    and kind.test(parent, block)
                    and kind.run(parent, blocks) is not False
                ):
                    break


class _Inline(InlineProcessor):
    """The walk along the marks inside paragraphs."""

    def __init__(self, parser: Markdown) -> None:
        super().__init__(parser)
        self._marks = _with_signs(parser.inlinePatterns, _MARKS)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """The library's own step; should it have another name one day, every mark would be looked for again."""
        if isinstance(data, AtomicString):
            return data
        look_for: Any = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for place in range(patternIndex, len(self._marks)):
            sign, mark = self._marks[place]
            start, found = 0, sign in data
            while found:
                data, found, start = look_for(mark, data, place, start)
        return data


def _with_signs(registry: Registry[Any], signs: dict[str, str]) -> list[tuple[str, Any]]:
    """All that is registered, in order, each with its sign; the empty one is in every text."""
    named = {
        registry.get_index_for_name(one): sign for one, sign in signs.items() if one in registry
    }
    return [(named.get(place, ""), one) for place, one in enumerate(registry)]
