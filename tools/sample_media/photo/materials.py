"""Surfaces: painted, glazed, metal, glass, leaves."""

from __future__ import annotations

from typing import Any

import numpy as np

from .textures import colour
from .tracer import Array, Spec, bitmap, mitsuba, rgb


def paint(
    base: str | Array,
    rough: float = 0.5,
    metal: float = 0.0,
    shine: float = 0.5,
    coat: float = 0.0,
    sheen: float = 0.0,
    bump: Array | None = None,
    depth: float = 1.0,
    scale: float = 1.0,
    both_sides: bool = True,
) -> Spec:
    """A surface: a colour `#rrggbb`, a picture of one or the mesh's `own`; rough, metal, lacquered or embossed."""
    out: Spec = {
        "type": "principled",
        "base_color": _tinted(base, scale),
        "roughness": rough,
        "metallic": metal,
        "specular": shine,
        "clearcoat": coat,
        "sheen": sheen,
    }
    if coat:
        out["clearcoat_gloss"] = 0.9
    if bump is not None:
        picture = {
            "type": "bitmap",
            "bitmap": bitmap(np.repeat(bump[..., None], 3, -1)),
            "raw": True,
            "to_uv": _stretch(scale),
        }
        out = {"type": "bumpmap", "texture": picture, "scale": depth, "bsdf": out}
    return {"type": "twosided", "bsdf": out} if both_sides else out


def glass(tint: str = "#ffffff", rough: float = 0.0) -> Spec:
    """Clear or coloured glass; thin things should use `film`."""
    kind = "roughdielectric" if rough else "dielectric"
    out: Spec = {"type": kind, "int_ior": 1.5, "specular_transmittance": rgb(colour(tint))}
    if rough:
        out["alpha"] = rough
    return out


def film(tint: str = "#ffffff") -> Spec:
    """A thin clear pane."""
    return {"type": "thindielectric", "specular_transmittance": rgb(colour(tint))}


def metal(kind: str = "Al", rough: float = 0.15) -> Spec:
    """Real metal: Al, Au, Cu, Ag …"""
    return {
        "type": "twosided",
        "bsdf": {"type": "roughconductor", "material": kind, "alpha": rough, "distribution": "ggx"},
    }


def leaf(base: str | Array) -> Spec:
    """Thin and green: light from behind shines through."""
    return {
        "type": "principledthin",
        "base_color": _tinted(base, 1),
        "roughness": 0.5,
        "diff_trans": 0.8,
        "spec_trans": 0.0,
        "eta": 1.4,
    }


def _tinted(base: str | Array, scale: float) -> Spec:
    if isinstance(base, str):
        own = {"type": "mesh_attribute", "name": "vertex_color"}
        return own if base == "own" else rgb(colour(base))
    return {"type": "bitmap", "bitmap": bitmap(base), "raw": True, "to_uv": _stretch(scale)}


def _stretch(scale: float) -> Any:
    return mitsuba().ScalarTransform3f().scale([scale, scale])
