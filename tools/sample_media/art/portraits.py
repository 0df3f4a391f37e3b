"""Portraits of people who do not exist: gouache on paper, light from the upper left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from ..request import Request
from ..seed import source
from .backdrops import backdrop
from .clothes import paint_clothes
from .face import Head, Look, Skin, paint_face, paint_neck
from .gouache import Gouache
from .hair import STYLES, Hair
from .props import paint_props
from .saving import save

WIDE, TALL = 960, 1200

SKINS = {
    "dark brown": Skin("#8a5638", "#55301f", "#b27a52", "#a1523a", "#8e4540"),
    "light brown": Skin("#d9a275", "#a66a47", "#f0c596", "#d97f5c", "#bf6455"),
    "olive": Skin("#d5a67c", "#9d6b48", "#efcb9f", "#cf8360", "#b56a58"),
    "fair": Skin("#eebf98", "#bd8061", "#fce0bf", "#e48f73", "#c96f65"),
}
HAIRS = {
    "black": Hair("#23201f", "#121012", "#5d5c66"),
    "dark": Hair("#3a2419", "#21130e", "#8a5a38"),
    "curls": Hair("#241a17", "#140e0d", "#6b4a3a"),
}


@dataclass(frozen=True)
class Sitter:
    """Who sits: skin, hair and its cut, and what the face does."""

    skin: Skin
    hair: Hair
    cut: str
    look: Look
    head: Head


def sitter_of(request: Request) -> Sitter:
    """Reads a sitter from the words of the request."""
    words = request.about.lower()
    skin = next((SKINS[name] for name in SKINS if f"{name} skin" in words), SKINS["fair"])
    cut = (
        "braids"
        if "braid" in words
        else "curls"
        if "curl" in words
        else "bob"
        if "woman" in words
        else "short"
    )
    hair = HAIRS["curls" if cut == "curls" else "black" if "black" in words else "dark"]
    mouth = (
        "laugh"
        if "laugh" in words
        else "grin"
        if "grin" in words
        else "calm"
        if "looking up" in words
        else "smile"
    )
    look = Look("laughing" if mouth == "laugh" else "open", mouth, brow=hair.base)
    head = Head(480, 500, 182)
    if "to the left" in words:
        head = replace(head, turn=-20, tilt=-7)
    elif "looking up" in words:
        head = replace(head, turn=9, tilt=6, x=470, y=470, unit=176)
        look = replace(look, gaze=(0.015, -0.02), mouth="smile", lashes=1.25, brow_weight=0.8)
    elif cut == "braids":
        head = replace(head, tilt=-4, turn=-5, y=490, unit=178)
        look = replace(look, lashes=1.15, brow_weight=0.85)
    else:
        head = replace(head, turn=6, tilt=2)
        look = replace(look, brow_weight=1.35, iris="#2f1c12")
    return Sitter(skin, hair, cut, look, head)


def make(request: Request, to: Path) -> None:
    """Paint and save."""
    sitter = sitter_of(request)
    sheet = Gouache(WIDE, TALL, "#e9dcc6", source(request.path, "portrait"))
    words = request.about.lower()
    backdrop(sheet, request.palette)
    behind, before = STYLES[sitter.cut]
    behind(sheet, sitter.head, sitter.hair)
    paint_neck(sheet, sitter.head, sitter.skin)
    paint_clothes(sheet, sitter.head, words)
    paint_face(sheet, sitter.head, sitter.skin, sitter.look, ears=sitter.cut != "bob")
    before(sheet, sitter.head, sitter.hair)
    paint_props(sheet, sitter.head, sitter.skin, set(re.findall(r"[a-z]+", words)))
    save(sheet.picture(), to)
