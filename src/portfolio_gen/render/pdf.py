"""Typst: a template of the theme and data as JSON, to a tagged PDF. The only module that knows how it is made.

What it makes is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): the compiler refuses pictures without words,
headings out of order, and letters that no font has.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio_gen.model.dates import Day
from portfolio_gen.model.value import dataclass

if TYPE_CHECKING:
    import typst

_PACKAGES = ("fontpkg-inter", "fontpkg-literata", "manimgx-fonts", "manimgx-fonts-cjk")
"""What holds the fonts: ours, and Noto for the scripts that they do not have."""
MEASURES = "<measures>"
"""Label under which a template says on which page what begins."""
FETCHES = re.compile(rb'(?:import|include)\s+"@')
"""A template that would have a package fetched from elsewhere."""
_NO_LETTER = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_NO_DATE = Day(1980, 1, 1)
"""The day of a document without any; not the clock's, so that the same words give the same bytes."""


class MissingLetter(ValueError):
    """No font has a letter; the message is the letter, or several that belong together."""


class PaperFault(ValueError):
    """The theme's template is wrong; the message says how."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF."""

    data: bytes
    measures: dict[str, int]
    """What the template says of itself, such as the number of pages."""


@lru_cache(maxsize=1)
def recipe() -> str:
    """Changes when the same data would give other bytes."""
    return " ".join(["1", *(f"{name} {version(name)}" for name in ("typst", *_PACKAGES))])


def print_pdf(template: Path, data: dict[str, Any], day: Day | None) -> Printed:
    """Compile a template.

    Args:
        template: the theme's file; it may read files beside it and below.
        data: what it finds, as JSON, in `sys.inputs.data`.
        day: the day that the file names as that of its making.

    Raises:
        MissingLetter: a text has a letter that no font has.
        PaperFault: the template is wrong.
    """
    import typst  # here, for it takes a while, and most builds print nothing

    made = day or _NO_DATE
    compiler = typst.Compiler(
        input=str(template),
        root=str(template.parent),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
    )
    try:
        pdf = compiler.compile(
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=(made - Day(1970, 1, 1)).days * 86_400,
        )
        said = compiler.query(MEASURES, field="value", one=True)
    except typst.TypstError as error:
        raise _fault(error) from error
    return Printed(_whole(pdf), {name: int(value) for name, value in json.loads(said).items()})


def _whole(pdf: bytes | list[bytes] | None) -> bytes:
    if not isinstance(pdf, bytes):
        raise PaperFault("nothing was printed")
    return pdf


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    import typst

    found = (find_spec(name.replace("-", "_")) for name in _PACKAGES)
    folders = [place for one in found if one for place in one.submodule_search_locations or ()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _fault(error: typst.TypstError) -> Exception:
    message = str(getattr(error, "message", error))
    if missing := _NO_LETTER.search(message):
        return MissingLetter(missing[1])
    return PaperFault(message)
