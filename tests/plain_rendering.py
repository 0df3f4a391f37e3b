"""A render room of a few lines: every text of a blueprint on one page, so that builds can be tested in an instant.

Like the real one it opens the files that a blueprint names, and what it writes depends on whatever theirs depends on.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from canary_school import texts
from portfolio_gen.diagnostics import Diagnostic, Rule, Severity, Span
from portfolio_gen.hallway.unit import Rendering
from portfolio_gen.model.blueprint import IndexBlueprint, SiteBlueprint
from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render import Rendered, Workshop

FAULT = Rule("PG599", "a-fault", Severity.ERROR)
PLACEHOLDER = Rule("PG597", "a-contained-fault", Severity.ERROR, contained=True)
REMARK = Rule("PG598", "a-remark", Severity.WARNING)
ORDERS = {"fault": FAULT, "placeholder": PLACEHOLDER, "remark": REMARK}


def write(into: Path, files: Mapping[str, str]) -> dict[str, str]:
    digests = {}
    for path, text in files.items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_text(text, encoding="utf-8")
        digests[path] = hashlib.sha256(text.encode()).hexdigest()
    return digests


def digests(media: Iterable[MediaView | None]) -> str:
    """What some files hold, a line for each."""
    files = (one.source.read_bytes() for one in media if one)
    return "\n".join(hashlib.sha256(data).hexdigest() for data in files)


def site(blueprint: SiteBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """A page with all texts, one per work; what the student's sentence orders goes wrong."""
    order = blueprint.person.sentence
    if order == "die":
        os._exit(9)
    if order == "raise":
        raise RuntimeError("a fault of the program")
    found = []
    if rule := ORDERS.get(order or ""):
        found = [Diagnostic(rule, Span("students/x/student.yml", 2), "Hm.")]
    pages = {f"{one.address}index.html": "\n".join(texts(one)) for one in blueprint.artifacts}
    pages |= {f"{one.address}media.txt": digests(one.media) for one in blueprint.artifacts}
    pages["index.html"] = "\n".join((workshop.edition, *texts(blueprint)))
    pages["frame.txt"] = "\n".join((workshop.address, digests([blueprint.person.picture])))
    return Rendered(files=write(into, pages), diagnostics=tuple(found))


def index(blueprint: IndexBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """A page with everybody's name."""
    names = "\n".join(f"{one.name} {one.address}" for one in blueprint.people)
    return Rendered(files=write(into, {"index.html": f"{workshop.edition}\n{names}"}))


def assets(workshop: Workshop, into: Path) -> Rendered:
    """One style sheet, with those of the theme below it."""
    sheets = [path for one in workshop.themes[:-1] for path in sorted(one.rglob("*.css"))]
    told = " ".join((*workshop.languages, *(path.read_text(encoding="utf-8") for path in sheets)))
    return Rendered(files=write(into, {"style.css": told}))


PLAIN = Rendering(site=site, index=index, assets=assets)
