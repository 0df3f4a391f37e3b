"""The editor's pages, drawn from templates; everything that people wrote is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from gettext import NullTranslations
from importlib.resources import files
from typing import Any, NamedTuple

from portfolio_gen.edit.fields import Field, Option, SchoolWords, fits, plain_id
from portfolio_gen.model.value import dataclass

_CODE = re.compile(r"`([^`]*)`")
_TEMPLATES = files("portfolio_gen") / "edit" / "templates"
LOOKS: Mapping[str, str] = {
    "edit.css": "text/css; charset=utf-8",
    "edit.js": "text/javascript; charset=utf-8",
    "mark.svg": "image/svg+xml",
}
"""Files that the pages ask for, with their media types; all of them lie beside the templates."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of whoever edits."""

    language: str
    """BCP 47."""
    direction: str
    """`ltr` or `rtl`."""
    translations: NullTranslations
    """What the templates' sentences are called in it."""
    said: Callable[[str], str]
    """Says a sentence that was made elsewhere; texts of people stay as they are."""


class Written(NamedTuple):
    """The language in which a student's files are written."""

    language: str
    """BCP 47."""
    direction: str


def look(name: str) -> str:
    """The text of one of `LOOKS`."""
    return (_TEMPLATES / name).read_text("utf-8")


def draw(template: str, tongue: Tongue, written: Written, school: Written, **values: Any) -> str:
    """A page as HTML, in the language of whoever edits; what they and their school wrote is marked with its own."""
    page = _environment(tongue).get_template(template)
    marks = {
        "written": partial(_marks, tongue, written),
        "written_in": partial(_marks_of, tongue, written, school),
        "of_school": partial(_of_school, tongue, school),
    }
    return str(page.render(tongue=tongue, **marks, **values))


def _of_school(tongue: Tongue, school: Written, text: str) -> str:
    """A text, with its language around it where it is the school's and another than that of the page."""
    from markupsafe import Markup

    if type(text) is not SchoolWords or school.language == tongue.language:
        return text
    return Markup('<span lang="{}" dir="{}">{}</span>').format(*school, str(text))


def _marks_of(tongue: Tongue, written: Written, school: Written, options: Sequence[Option]) -> str:
    """Attributes of a menu, which holds no markup of its own: it is of the school's words or of the student's."""
    schools = any(type(one.text) is SchoolWords for one in options)
    return _marks(tongue, school if schools else written)


def _marks(tongue: Tongue, written: Written, text: object = "") -> str:
    """Attributes of what holds a text of the student's; none for a sentence of ours, or where all is one language."""
    from markupsafe import Markup

    if type(text) is not str or written.language == tongue.language:
        return ""
    return Markup(' lang="{}" dir="{}"').format(*written)


@lru_cache(maxsize=4)
def _environment(tongue: Tongue) -> Any:
    # Only whoever edits waits for it.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("portfolio_gen.edit", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        finalize=tongue.said,
    )
    # The newer way escapes what is filled in, and leaves alone the tags of the sentence itself.
    made.install_gettext_translations(tongue.translations, newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {"fits": fits, "unknown": _unknown, "relabelled": _relabelled}
    made.filters |= {
        "plain_id": plain_id,
        "shown": _is_shown,
        "in_groups": _in_groups,
        "quoted": quoted,
    }
    return made


def _unknown(written: Mapping[str, Any], options: Sequence[Option]) -> list[Option]:
    """What the file names and nobody offers; it stays, and can be changed."""
    known = {one.value for one in options}
    return [Option(one, one) for one in written if one not in known]


def _relabelled(field: Field, name: Option) -> Field:
    """The field behind a name, asked about that name."""
    meant = dict(name.levels)
    # Where names have scales of their own, only their levels are offered.
    known = [one for one in field.options if not meant or one.value in meant]
    options = tuple(one._replace(about=meant.get(one.value, "")) for one in known)
    return replace(field, label=name.text, hint=name.about, options=options)


def quoted(words: str) -> str:
    """A sentence whose marks for code are quotation marks."""
    plain = _CODE.sub(r"“\1”", words)
    return SchoolWords(plain) if type(words) is SchoolWords else plain


def _in_groups(options: Sequence[Option]) -> dict[str, list[Option]]:
    """Options by the groups that they stand in, both in the school's order."""
    groups: dict[str, list[Option]] = {}
    for one in options:
        groups.setdefault(one.group, []).append(one)
    return groups


def _is_shown(name: str) -> bool:
    """Whether browsers show a file as a picture."""
    return name.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"))
