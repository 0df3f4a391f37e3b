"""Typefaces from packaged dependencies, reduced to the letters of a site. The only module that knows fontTools."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

import fontpkg
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from portfolio_gen.render.faces import Face

logging.getLogger("fontTools").setLevel(logging.ERROR)

_SAME_EVERYWHERE = {"fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER": False}
"""Tables are packed alike whether or not a faster packer happens to be installed."""
_FEATURES = ["kern", "liga", "tnum", "locl", "ccmp", "mark"]
_LETTERS = (
    "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnssssssrrrrrrhhhhhhddddlllluuuccmmwwffggyyppbbvk"
    + " " * 19
)
"""How often letters and spaces occur in running text."""


def make_face(face: Face, ranges: Mapping[str, str]) -> dict[str, bytes]:
    """A face's font files, one for each range (name to Unicode ranges), and the style sheet that offers them."""
    letters = [point for one in ranges.values() for point in _points(one)]
    font = _reduced(_original(face).read_bytes(), letters)
    font = instancer.instantiateVariableFont(
        font, {"opsz": face.size, "wght": face.weights}, optimize=True
    )
    whole = _saved(font, None)
    files = {
        f"{face.name}-{name}.woff2": _saved(_reduced(whole, _points(letters)), "woff2")
        for name, letters in ranges.items()
    }
    return {**files, f"{face.name}.css": (_rules(face, ranges) + _stand_ins(face, font)).encode()}


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


def _rules(face: Face, ranges: Mapping[str, str]) -> str:
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};'
        f"font-weight:{face.weights[0]} {face.weights[1]};"
        f"font-display:swap;src:url({face.name}-{name}.woff2) format('woff2');unicode-range:{letters}}}\n"
        for name, letters in ranges.items()
    )


def _stand_ins(face: Face, font: TTFont) -> str:
    """Local fonts in our font's measures, so that nothing jumps when ours arrives; of several the last rule wins."""
    em, glyphs, widths = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    mean = sum(widths[glyphs[ord(letter)]][0] for letter in _LETTERS) / len(_LETTERS) / em
    rules = ""
    for one in reversed(face.stand_ins):
        scale = mean / one.width
        names = ",".join(f'local("{name}")' for name in one.names)
        ascent, descent = (
            abs(part) / em / scale for part in (font["hhea"].ascent, font["hhea"].descent)
        )
        rules += (
            f'@font-face{{font-family:"{face.family} Fallback";src:{names};size-adjust:{scale:.2%};'
            f"ascent-override:{ascent:.2%};descent-override:{descent:.2%};line-gap-override:0%}}\n"
        )
    return rules


def _original(face: Face) -> Path:
    return Path(fontpkg.path(face.family.lower(), style=face.style))
