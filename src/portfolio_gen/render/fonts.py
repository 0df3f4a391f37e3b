"""Typefaces from packaged dependencies, reduced to the letters of a site. The only module that knows fontTools."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import logging
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import fontpkg
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from platformdirs import user_cache_path

from portfolio_gen.render.cache import alone, put

logging.getLogger("fontTools").setLevel(logging.ERROR)

RECIPE = "1"
"""Changes when the same font would give other bytes."""


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
    fallback: str = ""
    """A font of most computers that is nearly as wide."""
    fallback_width: float = 0.0
    """Mean width of that font's letters in running text, in ems."""


FACES = (
    Face("Literata", "literata", "normal", 14, (400, 600), "Georgia", 0.4458),
    Face("Literata", "literata-italic", "italic", 14, (400, 600)),
    Face("Inter", "inter", "normal", 14, (400, 600), "Arial", 0.4414),
)
"""Student text and headings, and labels."""

RANGES: Mapping[str, str] = {
    "latin": "U+20-7E,U+A0-FF,U+131,U+152-153,U+2BC,U+2C6,U+2DA,U+2DC,U+2010-2015,U+2018-201E,U+2020-2022,"
    "U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,U+2215",
    "latin-ext": "U+100-130,U+132-151,U+154-17F,U+192,U+1C4-1CC,U+1E6-1E7,U+218-21B,U+1E80-1E85,U+1E9E,U+1EF2-1EF3,"
    "U+2113,U+2116,U+2248,U+2260,U+2264-2265",
}
"""Unicode ranges of the files of each face; a browser loads a file when a page has letters of it."""

_SAME_EVERYWHERE = {"fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER": False}
"""Tables are packed alike whether or not a faster packer happens to be installed."""
_FEATURES = ["kern", "liga", "tnum", "locl", "ccmp", "mark"]
_LETTERS = (
    "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnssssssrrrrrrhhhhhhddddlllluuuccmmwwffggyyppbbvk"
    + " " * 19
)
"""How often letters and spaces occur in running text."""


def font_files(cache: Path) -> dict[str, bytes]:
    """Fonts and their style sheet, by path below `assets/`.

    They take some seconds to make and depend on no school, so they are kept with the user's other caches, or in
    `cache` where that cannot be written.
    """
    files: dict[str, bytes] = {}
    rules = []
    for face in FACES:
        made = _kept(cache, face)
        files |= {f"fonts/{name}": data for name, data in made.items() if name.endswith(".woff2")}
        rules.append(made[f"{face.name}.css"].decode())
    return {**files, "fonts/fonts.css": "".join(rules).encode()}


def _kept(cache: Path, face: Face) -> dict[str, bytes]:
    """A face's files from a cache, or made now; a damaged entry is made again."""
    name = Path("fonts", _key(face))
    folders = (user_cache_path("portfolio-gen", appauthor=False) / name, cache / name)
    if files := next(filter(None, (_opened(one, face) for one in folders)), None):
        return files
    for folder in folders:
        with suppress(OSError), alone(folder):
            files = _opened(folder, face) or make_face(face)
            _store(folder, files)
            return files
    return make_face(face)


def _opened(folder: Path, face: Face) -> dict[str, bytes]:
    """What a cache has of a face; nothing when it is damaged."""
    names = [f"{face.name}.css", *(f"{face.name}-{one}.woff2" for one in RANGES)]
    with suppress(OSError, ValueError):
        files = {name: (folder / name).read_bytes() for name in names}
        if (folder / "digest").read_text(encoding="ascii") == _digest(files):
            return files
    return {}


def _key(face: Face) -> str:
    packages = ("fonttools", f"fontpkg-{face.family.lower()}")
    versions = tuple(importlib.metadata.version(one) for one in packages)
    return hashlib.sha256(repr((RECIPE, versions, face, RANGES)).encode()).hexdigest()


def _digest(files: Mapping[str, bytes]) -> str:
    return hashlib.sha256(
        b"".join(name.encode() + data for name, data in sorted(files.items()))
    ).hexdigest()


def _store(folder: Path, files: Mapping[str, bytes]) -> None:
    """Keep files; their digest comes last, so that an interrupted entry is not taken for a whole one."""
    for name, data in {**files, "digest": _digest(files).encode()}.items():
        put(folder / name, data)


def _original(face: Face) -> Path:
    return Path(fontpkg.path(face.family.lower(), style=face.style))


def make_face(face: Face) -> dict[str, bytes]:
    """A face's font files, one for each range, and the style sheet that offers them."""
    letters = [point for one in RANGES.values() for point in _points(one)]
    font = _reduced(_original(face).read_bytes(), letters)
    font = instancer.instantiateVariableFont(
        font, {"opsz": face.size, "wght": face.weights}, optimize=True
    )
    whole = _saved(font, None)
    files = {
        f"{face.name}-{name}.woff2": _saved(_reduced(whole, _points(letters)), "woff2")
        for name, letters in RANGES.items()
    }
    return {**files, f"{face.name}.css": (_rules(face) + _stand_in(face, font)).encode()}


def _reduced(data: bytes, points: Iterable[int]) -> TTFont:
    options = subset.Options(
        layout_features=_FEATURES,
        hinting=False,
        name_IDs=[1, 2, 4, 6, 13, 14],
        notdef_outline=True,
        recalc_timestamp=False,
        harfbuzz_repacker=False,
    )
    font = TTFont(io.BytesIO(data), recalcTimestamp=False, cfg=_SAME_EVERYWHERE)
    reducer = subset.Subsetter(options)
    reducer.populate(unicodes=list(points))
    reducer.subset(font)
    return font


def _saved(font: TTFont, flavor: str | None) -> bytes:
    out = io.BytesIO()
    font.flavor = flavor
    font.save(out, reorderTables=None)
    return out.getvalue()


def _points(ranges: str) -> list[int]:
    bounds = (one.removeprefix("U+").split("-") for one in ranges.split(","))
    return [point for one in bounds for point in range(int(one[0], 16), int(one[-1], 16) + 1)]


def _rules(face: Face) -> str:
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};'
        f"font-weight:{face.weights[0]} {face.weights[1]};"
        f"font-display:swap;src:url({face.name}-{name}.woff2) format('woff2');unicode-range:{letters}}}\n"
        for name, letters in RANGES.items()
    )


def _stand_in(face: Face, font: TTFont) -> str:
    """A local font in our font's measures, so that nothing jumps when ours arrives."""
    if not face.fallback:
        return ""
    em, glyphs, widths = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    mean = sum(widths[glyphs[ord(letter)]][0] for letter in _LETTERS) / len(_LETTERS) / em
    scale = mean / face.fallback_width
    ascent, descent = (abs(one) / em / scale for one in (font["hhea"].ascent, font["hhea"].descent))
    return (
        f'@font-face{{font-family:"{face.family} Fallback";src:local("{face.fallback}");size-adjust:{scale:.2%};'
        f"ascent-override:{ascent:.2%};descent-override:{descent:.2%};line-gap-override:0%}}\n"
    )
