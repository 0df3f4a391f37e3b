"""Blueprints to files, one site per worker.

Each function writes into a folder that is given to it and says what it wrote. They bring the engine along when they are
first called, not when they are imported, for that takes a while.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from portfolio_gen.model.blueprint import IndexBlueprint, IssuerBlueprint, SchoolView, SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.expert_views import ExpertView
from portfolio_gen.model.pitch_views import Packet
from portfolio_gen.model.session_views import SessionView
from portfolio_gen.render.workshop import (
    DEFAULT_THEME,
    Rendered,
    Workshop,
    shipped_themes,
    theme_folders,
)

__all__ = [
    "DEFAULT_THEME",
    "CannotPrint",
    "Rendered",
    "Workshop",
    "links_of_pdf",
    "opened_from_disk",
    "print_agenda_of",
    "print_packets_of",
    "print_summary_of",
    "render_assets",
    "render_expert_packet",
    "render_index",
    "render_issuer",
    "render_page",
    "render_site",
    "shipped_themes",
    "theme_folders",
    "traces",
    "trim_cache",
    "words_on_paper",
]


class CannotPrint(ValueError):
    """A paper of the committee cannot be made; the message says why."""


def render_site(blueprint: SiteBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """Write a student's site into a folder, as it will stand at the person's address in the edition.

    Content that cannot be rendered becomes diagnostics, with something honest in its place.
    """
    from portfolio_gen.render.site import make_site

    return make_site(blueprint, workshop, into)


def render_page(blueprint: SiteBlueprint, workshop: Workshop, address: str) -> str | None:
    """One page of a student's site as HTML, as it would stand at an address of the site; no file is written into it.

    None where the blueprint has no such page, or where the theme cannot make it.
    """
    from portfolio_gen.render.site import make_page

    return make_page(blueprint, workshop, address)


def render_index(blueprint: IndexBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """Write the page that says who is in an edition, and what belongs to it, into the edition's folder."""
    from portfolio_gen.render.site import make_index

    return make_index(blueprint, workshop, into)


def render_assets(workshop: Workshop, into: Path) -> Rendered:
    """Write what all sites of an edition share (styles, scripts, fonts) into its `assets/` folder."""
    from portfolio_gen.render.assets import make_assets

    return make_assets(workshop, into)


def render_issuer(blueprint: IssuerBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """Write an edition's `issuer/` folder, or its `verify/` folder with the page that checks records."""
    from portfolio_gen.render.verify_page import make_issuer, make_verify_page

    return (
        make_verify_page(blueprint, workshop, into)
        if blueprint.page
        else make_issuer(blueprint, into)
    )


def print_agenda_of(session: SessionView, school: SchoolView, workshop: Workshop) -> bytes:
    """The agenda of a committee's session as a PDF, with room for notes.

    Raises:
        CannotPrint: a letter is in no font, or the theme's template is wrong.
    """
    from portfolio_gen.render.paper.session import make_agenda

    return _on_paper(lambda: make_agenda(session, school, workshop))


def print_summary_of(session: SessionView, school: SchoolView, workshop: Workshop) -> bytes:
    """What was decided in a committee's session, on one page.

    Raises:
        CannotPrint: a letter is in no font, or the theme's template is wrong.
    """
    from portfolio_gen.render.paper.session import make_summary

    return _on_paper(lambda: make_summary(session, school, workshop))


def print_packets_of(
    packets: Sequence[Packet], name: str, date: Day, school: SchoolView, workshop: Workshop
) -> bytes:
    """Pitches to be read and scored on paper, as one PDF; `name` stands at the foot of each page.

    Raises:
        CannotPrint: a letter is in no font, there is too much, or the theme's template is wrong.
    """
    from portfolio_gen.render.paper.packet import make_packets

    return _on_paper(lambda: make_packets(packets, name, date, school, workshop))


def render_expert_packet(view: ExpertView, workshop: Workshop) -> Mapping[str, bytes]:
    """A single pitch for somebody from outside as a folder of its own: path to bytes, in order.

    Raises:
        CannotPrint: the theme's template is wrong.
    """
    from portfolio_gen.render.expert import PacketFault, make_expert_packet

    try:
        return make_expert_packet(view, workshop)
    except PacketFault as fault:
        raise CannotPrint(str(fault)) from None


def opened_from_disk(edition: Path) -> Mapping[str, bytes | Path]:
    """The files of a built edition by their paths, so that they open from a disk, search included.

    Raises:
        OSError: a file cannot be read.
    """
    from portfolio_gen.render.away import opened_from_disk as led

    return led(edition)


def _on_paper(make: Callable[[], bytes]) -> bytes:
    from portfolio_gen.render.pdf import MissingLetter, PaperFault

    try:
        return make()
    except MissingLetter as missing:
        raise CannotPrint(f"no font has `{missing}`; write it in other letters") from None
    except (PaperFault, OSError) as fault:
        raise CannotPrint(f"the theme's template has a mistake: {fault}") from None


def traces(source: Path, cache: Path) -> frozenset[str]:
    """Names and SHA-256 digests of the files that publishing an original leaves; none where it cannot be shown."""
    from portfolio_gen.render.traces import traces_of

    return traces_of(source, cache)


def words_on_paper(data: bytes) -> str:
    """All that a transcript's PDF says, also about itself; empty when it cannot be read."""
    from portfolio_gen.render.scrub.pdf import words_of

    return words_of(data)


def links_of_pdf(data: bytes) -> tuple[str, ...]:
    """The web addresses that a PDF leads to, page by page; none where it cannot be read."""
    from portfolio_gen.render.scrub.pdf import links_of

    return links_of(data)


def trim_cache(cache: Path) -> None:
    """Keep what was made of originals within bounds: what was not needed for long is removed, once a day."""
    from portfolio_gen.render.trimming import trim_cache as trim

    trim(cache)
