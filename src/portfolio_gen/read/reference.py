"""The reference of the school format: every file and every key, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import Field, fields
from typing import Any

from portfolio_gen.model.noun import Noun
from portfolio_gen.read.folder import LARGEST_TEXT, MOST_ENTRIES
from portfolio_gen.read.kinds import KINDS, Kind
from portfolio_gen.read.meanings import caption_of, meaning_of
from portfolio_gen.read.names import LONGEST_ID
from portfolio_gen.read.scalars import LONGEST_LINE, LONGEST_PROSE
from portfolio_gen.read.shape import (
    bare,
    branches_of,
    choices_of,
    is_noun,
    is_prose,
    is_required,
    is_union,
    item_of,
    nouns_in,
    pair_of,
    say,
    writable,
)
from portfolio_gen.read.yaml import DEEPEST, MOST_VALUES

INTRODUCTION = f"""\
# The school format: every file and every key

<!-- Written by `python -m portfolio_gen.read.documents docs`; change the model's docstrings instead of this page. -->

A school is a folder of plain files. What the school owns lies under `transcripts/`, what a student owns under
`students/⟨id⟩/`. Nothing else is read.

JSON Schemas of all these files are in [schemas/](schemas/). `portfolio-gen new` lays them into the school's folder, as
`.schemas/`, and writes a remark into each new file that says which one is its own, such as
`# yaml-language-server: $schema=../../.schemas/student.json`. Editors that know YAML then complete keys, say what each
means and mark mistakes, without asking any other host. In a page that remark stands at the end of the front matter.

## How to write it

* `.yml` files hold keys with values; `.md` pages begin with such keys between two lines `---` (the *front matter*), and
  the text below is Markdown.
* Everything is what was written: `no` is the word “no”, `2025` is a year where a date is wanted and a text where a text
  is wanted. A text needs quotes only where YAML would misread it: when it holds `: ` or ` #`, or begins with one of
  `` [ ] {{ }} * & ! % @ ` | > ' " # , ? - : ``.
* A key whose value is left empty, `~` or `null` counts as not written, and so does a group of which every value is left
  empty, where one would be needed. In `self_rating` and `exhibits` a name without a value is none.
* A list is written `[one, two]`, or with each entry on its own line after `- `.
* A day is written `2025-03-14`. Where a date may be vaguer, `2025-03` and `2025` will do.
* Ids and slugs, which are names of files and folders too, are made of `a`–`z`, `0`–`9` and `-`, begin with a letter or
  digit, and have at most {LONGEST_ID} characters.
* A text is one line of at most {LONGEST_LINE} characters; a *long text* may have several lines and
  {LONGEST_PROSE:,} characters.
* Unknown keys, keys that occur twice, tags (`!…`) and merged keys (`<<`) are errors. Anchors and aliases (`&a`, `*a`)
  work.
* Files are UTF-8, with any line endings, and at most {LARGEST_TEXT:,} bytes. A folder holds at most {MOST_ENTRIES}
  files, a file at most {MOST_VALUES:,} values, no deeper than {DEEPEST} inside one another.
* Links, pipes and the like are never followed. Hidden files (`.…`) are ignored.
"""

PROFILE = """\
## `transcripts/school-profile.md`

What colleges and families should know about the school: plain Markdown, without front matter.
"""


def reference() -> str:
    """The whole page, in Markdown."""
    described: set[type[Noun]] = set()
    sections = [INTRODUCTION]
    for kind in KINDS:
        nouns = sorted(nouns_in(kind.noun) - described, key=_place_in(kind.noun))
        described.update(nouns)
        sections.append(_section(kind, nouns))
    return "\n".join([*sections, PROFILE])


def _place_in(noun: type[Noun]) -> Any:
    """Sorts nouns as they are met when a page is read from top to bottom."""
    order = list(_met(noun))
    return order.index


def _met(noun: type[Noun]) -> Iterator[type[Noun]]:
    for annotation in writable(noun).values():
        for one in _nouns_in(annotation):
            yield one
            yield from _met(one)


def _nouns_in(annotation: Any) -> Iterator[type[Noun]]:
    for branch in branches_of(annotation):
        pair = pair_of(branch)
        inner = item_of(branch) or (pair[1] if pair else None)
        if is_noun(branch):
            yield branch
        elif inner:
            yield from _nouns_in(inner)


def _section(kind: Kind, nouns: list[type[Noun]]) -> str:
    language = "markdown" if kind.told else "yaml"
    paths = " and ".join(f"`{one}`" for one in kind.path.split(" and "))
    lines = [
        f"## {paths}",
        "",
        f"{kind.about} ([schema](schemas/{kind.name}.json))",
        "",
        f"```{language}",
        kind.example.rstrip("\n"),
        "```",
        "",
        *_table(kind.noun),
    ]
    for noun in nouns:
        lines += ["", f"### {heading(noun)}", "", caption_of(noun), "", *_table(noun)]
    return "\n".join([*lines, ""])


def heading(noun: type[Noun]) -> str:
    """A noun's name as words: `Check in` for `CheckIn`."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda match: f" {match[1].lower()}", noun.__name__)


def _table(noun: type[Noun]) -> Iterator[str]:
    declared = {one.name: one for one in fields(noun)}
    yield "| key | what to write | without it | meaning |"
    yield "| --- | --- | --- | --- |"
    for key, annotation in writable(noun).items():
        cells = (
            f"`{key}`",
            _type(annotation),
            _default(declared[key]),
            meaning_of(noun, key),
        )
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _type(annotation: Any) -> str:
    wanted = bare(annotation)
    if is_noun(wanted):
        return f"the keys of [{heading(wanted)}]({_anchor(wanted)})"
    if item := item_of(wanted):
        return f"a list of {_many(item)}"
    if pair := pair_of(wanted):
        names = choices_of(pair[0])
        allowed = f" ({', '.join(f'`{one}`' for one in names)})" if names else ""
        return f"names{allowed}, each with {_type(pair[1])}"
    if is_union(wanted):
        return ", or ".join(_type(one) for one in branches_of(wanted))
    return "a long text" if is_prose(annotation) else say(wanted)


def _many(item: Any) -> str:
    wanted = bare(item)
    if is_noun(wanted):
        return f"[{heading(wanted)}]({_anchor(wanted)})"
    if choices := choices_of(wanted):
        return f"words: {', '.join(f'`{one}`' for one in choices)}"
    return (
        "long texts"
        if is_prose(item)
        else {str: "texts"}.get(wanted, f"entries, each {say(wanted)}")
    )


def _anchor(noun: type[Noun]) -> str:
    return f"#{heading(noun).lower().replace(' ', '-')}"


def _default(field: Field[Any]) -> str:
    if is_required(field):
        return "**needed**"
    if isinstance(field.default, bool):
        return f"`{str(field.default).lower()}`"
    if isinstance(field.default, str | int | float):
        return f"`{field.default}`"
    return "–"
