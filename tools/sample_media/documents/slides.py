"""Slides for a talk: a title, some lines, and their maker's name in the properties."""

from __future__ import annotations

import io
from pathlib import Path

from pptx import Presentation

from ..request import Request
from .packed import WHEN, repacked

_FIRST, _OTHER = 0, 1
"""Layouts of the library's own template: a title page, and a title with lines."""


def slides(request: Request, to: Path) -> None:
    """A PowerPoint file; `# ` begins a slide, and what follows are its lines."""
    talk = Presentation()
    for number, text in enumerate(request.content.split("# ")[1:]):
        title, *lines = text.strip().splitlines()
        slide = talk.slides.add_slide(talk.slide_layouts[_OTHER if number else _FIRST])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(lines)
    about, author = talk.core_properties, str(request.series["author"])
    about.title, about.author, about.last_modified_by = request.title, author, author
    about.created = about.modified = WHEN
    held = io.BytesIO()
    talk.save(held)
    repacked(held.getvalue(), to)
