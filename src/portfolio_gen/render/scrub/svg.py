"""SVG drawings: lines, shapes, colours and words stay; what runs, asks elsewhere or tells of its maker goes.

A drawing is written anew from a list of what drawings are made of, and everything else is left out, the layers and
guides of drawing programs among it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import XMLParser
from xml.sax.saxutils import escape, quoteattr

from portfolio_gen.model.tell import tell
from portfolio_gen.render.readings import decoded
from portfolio_gen.render.scrub.jpeg import without_metadata
from portfolio_gen.render.scrub.values import CannotScrub, Scrubbed

DEEPEST = 100
"""How many elements may stand in one another."""
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KEPT = _names(
    "svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath "
    "image a style "
    "linearGradient radialGradient stop pattern clipPath mask marker filter view "
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
_RUNS = _names("script foreignObject animate animateMotion animateTransform set handler")
_ATTRIBUTE = re.compile(r"(?!on|data-|src)[a-z][a-zA-Z-]*[0-9]?", re.ASCII)
_PICTURE = re.compile(r"data:image/(png|jpe?g);base64,([A-Za-z0-9+/=\s]+)")
_ASKS = re.compile(r"url\(\s*['\"]?\s*(?!#)|@|\\|expression|javascript:|<", re.IGNORECASE)
_PLACE = re.compile(r"#[^\s<>\"'()]{1,200}")
_HEAD = re.compile(r"<\?xml[^>]*\?>|<!DOCTYPE[^\[>]*(?:\[(?P<inside>[^\]]*)\]\s*)?>", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s+(\w{1,40})\s+(?:\"([^\"&%<]{0,200})\"|'([^'&%<]{0,200})')\s*>")
_MOST_ENTITIES = 40


def scrub_svg(data: bytes) -> Scrubbed:
    """A drawing that only draws.

    Raises:
        CannotScrub: it is no drawing, or nested too deep.
    """
    drawing = _Drawing()
    parser = XMLParser(target=drawing)  # noqa: S314 - entities are replaced before, and nothing is fetched
    parser.feed(_without_entities(decoded(data)).encode())
    parser.close()
    if not drawing.out:
        raise CannotScrub(tell("it is no SVG drawing"))
    return Scrubbed("".join(drawing.out).encode() + b"\n", disarmed=drawing.ran)


def _without_entities(text: str) -> str:
    """The text without its declarations; the short names that some programs declare for addresses are written out."""
    named: dict[str, str] = {}

    def head(match: re.Match[str]) -> str:
        for name, one, other in _ENTITY.findall(match["inside"] or "")[:_MOST_ENTITIES]:
            named[name] = one or other
        return ""

    text = _HEAD.sub(head, text).strip()
    if not named:
        return text
    return re.sub(rf"&({'|'.join(named)});", lambda match: named[match[1]], text)


class _Drawing:
    """Writes down what a parser meets, as far as it is kept."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.ran = False
        self.open: list[str] = []
        self.style: list[str] = []
        self.skipped = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        name = tag.removeprefix(_SVG)
        self.ran |= name in _RUNS or any(key.lower().startswith("on") for key in attributes)
        if self.skipped or name not in _KEPT or (not self.open and name != "svg"):
            self.skipped += 1
            return
        if len(self.open) == DEEPEST:
            raise CannotScrub(
                tell("its parts stand more than %(most)s deep in one another", most=DEEPEST)
            )
        kept = "".join(f" {key}={quoteattr(value)}" for key, value in self._kept(name, attributes))
        spaces = "" if self.open else ' xmlns="http://www.w3.org/2000/svg"'
        self.open.append(name)
        self.out.append(f"<{name}{spaces}{kept}>")

    def _kept(self, tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for key, value in attributes.items():
            name = key.removeprefix(_XLINK)
            if name == "href":
                if address := _address(tag, value.strip()):
                    yield "href", address
            elif key.startswith(_XML) and key.removeprefix(_XML) in ("space", "lang"):
                yield f"xml:{key.removeprefix(_XML)}", value
            elif _ATTRIBUTE.fullmatch(key) and not _ASKS.search(value):
                yield key, value

    def data(self, text: str) -> None:
        """Write words; those of a style wait until all of them are there."""
        if self.open and not self.skipped:
            (self.style if self.open[-1] == "style" else self.out).append(escape(text))

    def end(self, tag: str) -> None:
        """End an element."""
        if self.skipped:
            self.skipped -= 1
            return
        style, self.style = "".join(self.style), []
        self.out.append(f"{'' if _ASKS.search(style) else style}</{self.open.pop()}>")

    def close(self) -> None:
        """Nothing is left to do."""


def _address(tag: str, value: str) -> str:
    """An address inside the drawing, or a picture that is a part of it; empty for any other."""
    if _PLACE.fullmatch(value):
        return value if tag != "a" else ""
    picture = _PICTURE.fullmatch(value) if tag == "image" else None
    if picture is None:
        return ""
    try:
        clean = without_metadata(base64.b64decode(picture[2]))
    except (binascii.Error, ValueError):
        return ""
    return f"data:image/{picture[1]};base64,{base64.b64encode(clean).decode()}"
