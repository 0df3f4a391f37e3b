"""Which typefaces a site has, in which styles, and for which letters."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class StandIn:
    """A font of many computers, shown until ours has arrived."""

    names: tuple[str, ...]
    """Its names, and those of others that are as wide letter by letter."""
    width: float
    """Mean width of its letters in running text, in ems."""


@dataclass(frozen=True, slots=True)
class Face:
    """A style of a family, and what is kept of it."""

    family: str
    name: str
    """Begins the names of its files."""
    style: str
    size: int
    """Optical size to fix it at, in points."""
    weights: tuple[int, int]
    stand_ins: tuple[StandIn, ...] = ()
    """The first that a computer has is brought to our font's measures, so that nothing jumps."""


FACES = (
    Face(
        "Literata",
        "literata",
        "normal",
        14,
        (400, 600),
        (StandIn(("Georgia", "Gelasio"), 0.4458), StandIn(("DejaVu Serif",), 0.5153)),
    ),
    Face("Literata", "literata-italic", "italic", 14, (400, 600)),
    Face(
        "Inter",
        "inter",
        "normal",
        14,
        (400, 600),
        (
            StandIn(("Arial", "Liberation Sans", "Arimo", "Nimbus Sans"), 0.4414),
            StandIn(("DejaVu Sans",), 0.5096),
        ),
    ),
)
"""Student text and headings, and labels."""

RANGES: Mapping[str, str] = {
    "latin": "U+20-7E,U+A0-FF,U+131,U+152-153,U+2BC,U+2C6,U+2DA,U+2DC,U+2010-2015,U+2018-201E,U+2020-2022,"
    "U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,U+2215",
    "latin-ext": "U+100-130,U+132-151,U+154-17F,U+192,U+1C4-1CC,U+1E6-1E7,U+218-21B,U+1E80-1E85,U+1E9E,U+1EF2-1EF3,"
    "U+2113,U+2116,U+2248,U+2260,U+2264-2265",
}
"""Unicode ranges of the files of each face; a browser loads a file when a page has letters of it."""
