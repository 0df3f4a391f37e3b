"""A single pitch as a folder of its own: one page that opens without a server, and only the files that it needs."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from portfolio_gen.model.expert_views import ExpertView
from portfolio_gen.render.assets import make_assets
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.engine import engine_for
from portfolio_gen.render.making import Making
from portfolio_gen.render.pages import Sheet
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.stories import Stories
from portfolio_gen.render.words.telling import in_language
from portfolio_gen.render.workshop import Workshop

PAGE = "index.html"
FILES = "files/"
"""Folder for the files of the work."""
_REFERENCE = re.compile(r"""(?:href|src|srcset|poster|data-leaves)="([^"]*)"|url\(["']?([^"')]+)""")


class PacketFault(ValueError):
    """The theme's template for packets is wrong; the message says where and how."""


def make_expert_packet(view: ExpertView, workshop: Workshop) -> dict[str, bytes]:
    """The files of a packet by their paths, in order; what the page does not lead to is not among them.

    Raises:
        PacketFault: the theme's template is wrong.
    """
    engine = engine_for(view.site.school, workshop.themes, alone=True)
    view = in_language(view, engine.say)
    hearing = view.pitch.hearing
    works = hearing.works if hearing else ()
    # The pitch is all that there is: links to any other page would lead nowhere.
    pitch = replace(view.pitch, address="")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        staging = Staging(folder)
        cabinet = Cabinet(staging, workshop.cache, engine.language, folder=FILES)
        for work in works:
            cabinet.introduce(work.media, work.source.rpartition("/")[0])
        languages = (view.site.person.language, *(one.language for one in works))
        making = Making(
            workshop=workshop,
            engine=engine.site(view.pitch.title, "", languages, base=FILES),
            staging=staging,
            cabinet=cabinet,
            stories=Stories({}, complete=False),
            names={"site": view.site, "school": view.site.school, "packet": view},
            home="",
        )
        making.finish(
            [Sheet(template="expert.html", address="", heading=pitch.title, subject=pitch)]
        )
        if making.faults:
            raise PacketFault(f"{making.faults[0].span}: {making.faults[0].message}")
        make_assets(workshop, folder / "assets")
        return _needed(folder)


def _needed(folder: Path) -> dict[str, bytes]:
    """The page, and whatever it and its style sheets lead to."""
    found: dict[str, bytes] = {}
    open_ends = [PAGE]
    while open_ends:
        name = open_ends.pop()
        path = folder / name
        if name in found or not path.is_file():
            continue
        found[name] = path.read_bytes()
        if path.suffix in (".html", ".css"):
            open_ends += _references(name, found[name].decode())
    return dict(sorted(found.items()))


def _references(name: str, text: str) -> list[str]:
    """Paths of the files that a page or a style sheet leads to, relative to the packet."""
    written = (one or other for one, other in _REFERENCE.findall(text))
    parts = (part.split()[0] for one in written for part in re.split(r",\s", one) if part.split())
    return [_joined(name, unquote(one.split("#")[0].split("?")[0])) for one in parts]


def _joined(name: str, reference: str) -> str:
    steps: list[str] = [*PurePosixPath(name).parent.parts]
    for step in reference.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
