"""The same fields as the configuration of a content management system on a git host: Sveltia CMS or Decap CMS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from portfolio_gen.edit.fields import Field, Option, Say
from portfolio_gen.edit.pages import quoted
from portfolio_gen.model.speech import to_say

System: TypeAlias = Literal["sveltia", "decap"]
Widget: TypeAlias = dict[str, Any]

DATE = (r"^\d{4}(-\d{2}(-\d{2})?)?$", to_say("Like 2026-03-14, 2026-03 or 2026."))
DAY = (r"^\d{4}-\d{2}-\d{2}$", to_say("Like 2026-03-14."))
"""Both are texts: a picker of days knows no month alone, and writes today where nobody has chosen."""
STORY: Widget = {
    "name": "body",
    "widget": "markdown",
    "required": False,
    # The other mode writes a text anew, and drops remarks and HTML on the way.
    "modes": ["raw"],
}
HIDDEN: Widget = {"widget": "hidden", "default": {}}
"""Not shown; what the file says stays."""
NEXT_TO_THE_PAGE = {"media_folder": "", "public_folder": ""}


LEFT_ALONE = frozenset({"sharing"})
"""Keys in which an entry is a choice: such programs write entries that nobody has chosen, and would show somebody."""


class Papers(NamedTuple):
    """A student's files of one kind."""

    kind: str
    label: str
    place: str
    """The file, or the folder in which each has a name of its own, from the repository's top."""
    fields: Sequence[Field]
    many: bool = False
    told: bool = False
    """Whether they have a text below their keys."""


def collections(student: str, papers: Sequence[Papers], say: Say) -> list[dict[str, Any]]:
    """What a student may write: one collection for the files that they have once, and one for each shelf.

    Args:
        student: id; names of collections begin with it.
        papers: their kinds of files.
        say: says our own English in the language of whoever writes.
    """
    once = [_page(one, say) for one in papers if not one.many]
    about = {
        "name": f"{student}-about",
        "label": f"{student}: {say('About you')}",
        **NEXT_TO_THE_PAGE,
    }
    shelves = [_shelf(student, one, say) for one in papers if one.many]
    return [{**about, "files": once}, *shelves]


def _page(one: Papers, say: Say) -> dict[str, Any]:
    return {
        "name": one.place.rpartition("/")[2].partition(".")[0],
        "label": one.label,
        "file": one.place,
        **NEXT_TO_THE_PAGE,
        **({"format": "yaml-frontmatter"} if one.told else {"format": "yaml"}),
        "fields": _fields(one, say),
    }


def _shelf(student: str, one: Papers, say: Say) -> dict[str, Any]:
    named, slug = (
        ("date", "{{fields.date}}") if one.kind == "conference" else ("title", "{{title}}")
    )
    return {
        "name": f"{student}-{one.place.rpartition('/')[2]}",
        "label": f"{student}: {one.label}",
        "folder": one.place,
        **({"path": "{{slug}}/artifact", **NEXT_TO_THE_PAGE} if one.kind == "artifact" else {}),
        "identifier_field": named,
        "slug": slug,
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": True,
        "fields": _fields(one, say),
    }


def _fields(papers: Papers, say: Say) -> list[Widget]:
    found = [_widget(one, say) for one in papers.fields]
    story = {**STORY, "label": say("Your story")}
    return [*found, story] if papers.told else found


def _widget(field: Field, say: Say) -> Widget:
    asked = {"name": field.key, "label": field.label or field.key}
    if field.key in LEFT_ALONE:
        return {"name": field.key, **HIDDEN}
    # Here a list has a field for each entry.
    if field.hint and field.manner != "lines":
        asked["hint"] = quoted(field.hint)
    answered = _answered(field, say)
    if answered is HIDDEN:
        return {"name": field.key, **HIDDEN}
    return {**asked, "required": field.required, **answered}


def _answered(field: Field, say: Say) -> Widget:
    match field.manner:
        case "prose":
            return {"widget": "text"}
        case "date" | "day":
            pattern, words = DATE if field.manner == "date" else DAY
            return {"widget": "string", "pattern": [pattern, say(words)]}
        case "number":
            return {"widget": "number", "value_type": "int"}
        case "truth":
            return {"widget": "boolean", "default": field.default == "true"}
        case "choice":
            default = {"default": field.default} if field.default else {}
            return {"widget": "select", "options": _options(field.options, say), **default}
        case "choices" | "picks":
            return {"widget": "select", "multiple": True, "options": _options(field.options, say)}
        case "lines":
            # Without a field of its own a list is one text with commas, and sentences hold commas.
            item = {"name": "item", "label": field.label, "widget": "string", "required": False}
            return {"widget": "list", "field": item}
        case "file":
            return {"widget": "file"}
        case "group":
            return {"widget": "object", "fields": _inner(field, say)}
        case "groups":
            return {"widget": "list", "fields": [_widget(one, say) for one in field.inner]}
        case "named":
            return _named(field, say)
    return {"widget": "string"}


def _inner(field: Field, say: Say) -> list[Widget]:
    """Fields in a group that may be left out: none of them is needed then."""
    return [{**_widget(one, say), "required": field.required} for one in field.inner]


def _named(field: Field, say: Say) -> Widget:
    """Names with values: one question for each name that there is; of a name without a value readers take no notice."""
    if not field.options:
        return HIDDEN
    if field.inner[0].key:
        inner = [_widget(one, say) for one in field.inner]
        fields = [{**_name(one), "widget": "object", "fields": inner} for one in field.options]
    else:
        fields = [{**_name(one), **_levels(one, field.inner[0], say)} for one in field.options]
    return {"widget": "object", "collapsed": True, "fields": fields}


def _levels(name: Option, behind: Field, say: Say) -> Widget:
    """What there is to choose behind a name, each with what it means there."""
    meant = dict(name.levels)
    known = [one for one in behind.options if not meant or one.value in meant]
    told = (
        one._replace(text=f"{one.text}: {meant[one.value]}" if meant.get(one.value) else one.text)
        for one in known
    )
    return {"widget": "select", "options": _options(tuple(told), say)}


def _name(option: Option) -> Widget:
    hint = {"hint": option.about} if option.about else {}
    return {"name": option.value, "label": option.text, **hint, "required": False}


def _options(options: Sequence[Option], say: Say) -> list[Mapping[str, str]]:
    return [{"label": one.text, "value": one.value} for one in options] or [
        {"label": say("There is nothing to choose yet"), "value": ""}
    ]
