"""A YAML parser's complaint in words that say what to do."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.read.rules import TAB_INDENTATION, YAML_SYNTAX
from portfolio_gen.read.tree import Tree

_QUOTES = to_tell("put quotes around the whole text, as in `title: 'Water: a story'`")


class _Explanation(NamedTuple):
    """What to say when a parser's words hold a pattern."""

    pattern: str
    message: str
    hint: str
    at_beginning: bool = False
    """Whether to show where the broken thing begins, rather than where the parser gave up."""


_EXPLANATIONS = (
    _Explanation(
        r"mapping values are not allowed",
        to_tell(
            "a colon with a space after it means that a key ends here, and no key can stand here"
        ),
        to_tell(
            "put quotes around the whole text, as in `title: 'Water: a story'`; "
            "or mend the indentation of this line"
        ),
    ),
    _Explanation(
        r"found unexpected end of stream.*quoted|quoted scalar.*unexpected (end|document)",
        to_tell("the quote that opens here is never closed"),
        to_tell("close it at the end of the text; write an apostrophe inside '…' twice"),
        at_beginning=True,
    ),
    _Explanation(
        r"flow sequence",
        to_tell("the list that opens with `[` here is not closed properly"),
        to_tell("write it as `[one, two]`; a text that begins with `[` needs quotes"),
        at_beginning=True,
    ),
    _Explanation(
        r"flow mapping",
        to_tell("the `{` that opens here is not closed properly"),
        to_tell("write it as `{key: value}`; a text that begins with `{` needs quotes"),
        at_beginning=True,
    ),
    _Explanation(
        r"unknown escape character|invalid Unicode character escape|expected hexa|chr\(\)",
        to_tell("a backslash inside double quotes begins an escape, and this is none"),
        to_tell("use single quotes '…', or write the backslash twice"),
    ),
    _Explanation(
        r"scanning an (alias|anchor)",
        to_tell("a text that begins with `*` or `&` means something else in YAML"),
        _QUOTES,
        at_beginning=True,
    ),
    _Explanation(
        r"cannot start any token",
        to_tell("a text cannot begin with this character"),
        _QUOTES,
    ),
    _Explanation(
        r"could not find expected ':'",
        to_tell("this line has no `: ` after its key"),
        to_tell("write `key: value`; the further lines of a longer text begin with spaces"),
        at_beginning=True,
    ),
    _Explanation(
        r"entries are not allowed",
        to_tell("a list cannot begin on this line"),
        to_tell(
            "begin it on the next line with `- `, or put quotes around a text that begins with `-`"
        ),
    ),
    _Explanation(
        r"did not find expected key|block mapping",
        to_tell("this does not fit to the lines above it"),
        to_tell(
            "begin all keys of a group in the same column; a text with quotes ends with its closing quote"
        ),
    ),
    _Explanation(
        r"block (collection|sequence)|'-' indicator",
        to_tell("this line does not fit to the list above it"),
        to_tell("begin each entry of a list with `- ` in the same column"),
    ),
    _Explanation(
        r"block scalar",
        to_tell("nothing but a line break may follow `|` or `>` here"),
        to_tell("begin the text on the next line, with spaces before it"),
    ),
    _Explanation(
        r"directive|incompatible|document start|a tag",
        to_tell("this has a special meaning in YAML that is not supported here"),
        to_tell("a text that begins with `%` or `!` needs quotes; nothing follows a line `...`"),
    ),
)

_OTHERWISE = _Explanation(
    "",
    to_tell("this is not written as YAML can be read"),
    to_tell("write `key: value`; put quotes around unusual text"),
)


def explain_syntax(error: Exception, text: str, tree: Tree) -> Diagnostic:
    """Say what is wrong and where.

    Args:
        error: what the parser raised.
        text: what was parsed.
        tree: knows the places of the text.
    """
    said = " ".join(str(getattr(error, name, None) or "") for name in ("context", "problem"))
    said = said.strip() or str(error)
    gave_up = _index(getattr(error, "problem_mark", None), text)
    if tab := _tab_in_indentation(text, gave_up):
        return Diagnostic(
            TAB_INDENTATION,
            tree.span(tab.start(1), tab.end(1)),
            tell("this line is indented with a tab, which YAML does not allow"),
            tell("use spaces instead; most editors can turn tabs into spaces"),
        )
    known = next((one for one in _EXPLANATIONS if re.search(one.pattern, said)), _OTHERWISE)
    context = getattr(error, "context_mark", None)
    place = _index(context, text) if known.at_beginning and context else gave_up
    return Diagnostic(
        YAML_SYNTAX, _stretch(place, text, tree), tell(known.message), tell(known.hint)
    )


def _index(mark: Any, text: str) -> int:
    return min(mark.index, len(text)) if mark is not None else 0


def _tab_in_indentation(text: str, place: int) -> re.Match[str] | None:
    """The tab before the first word of the line that holds a place."""
    line = text.rfind("\n", 0, place) + 1
    return re.compile(r"[ ]*(\t+)").match(text, line)


def _stretch(place: int, text: str, tree: Tree) -> Span:
    """From a place to the end of its word; the end of the file is shown behind its last word."""
    place = place if text[place:].strip() else len(text.rstrip())
    word = re.compile(r"\S*").match(text, place)
    return tree.span(place, word.end() if word else place)
