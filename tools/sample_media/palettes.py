"""Seven moods of colour that writers ask for by name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Paper and ink, two greys between them, and five colours that stand apart in print and for every eye."""

    paper: str
    ink: str
    quiet: str
    line: str
    tones: tuple[str, str, str, str, str]
    deep: str


PALETTES = {
    "warm": Palette(
        "#fbf6ee",
        "#2b211a",
        "#7d6a5a",
        "#e3d6c5",
        ("#c2512b", "#e0a13a", "#2f6f73", "#8a4f7d", "#5d6f3a"),
        "#7d2f1a",
    ),
    "cool": Palette(
        "#f4f8fa",
        "#172530",
        "#5d7280",
        "#d3dfe6",
        ("#1f6f9f", "#e08a4a", "#3f9f8f", "#5a5fa8", "#9fb52f"),
        "#123f5e",
    ),
    "forest": Palette(
        "#f6f7ef",
        "#1e2a1c",
        "#66745d",
        "#d9dfcd",
        ("#3f7a3a", "#c7892f", "#2f6a78", "#8c4a3a", "#9aa83a"),
        "#1f4226",
    ),
    "dusk": Palette(
        "#f7f3f8",
        "#241c33",
        "#71678a",
        "#e0d8e6",
        ("#6a4fa3", "#e0784f", "#2f7f99", "#c2487a", "#b59a3a"),
        "#2a2047",
    ),
    "ink": Palette(
        "#f8f7f3",
        "#1b1d21",
        "#686b70",
        "#dddbd3",
        ("#2c3e57", "#b8472f", "#6f7f8c", "#c2983a", "#4a6a58"),
        "#15202e",
    ),
    "clay": Palette(
        "#faf3ec",
        "#33211a",
        "#80695c",
        "#e6d6c8",
        ("#b0563a", "#3f6f7a", "#d39a4f", "#6f4a5e", "#7a8450"),
        "#6a2f1f",
    ),
    "sea": Palette(
        "#f2f8f8",
        "#12292f",
        "#547077",
        "#cfe0e2",
        ("#167a8b", "#e0894a", "#2f4f8c", "#57a58a", "#c25a5a"),
        "#0e3f4d",
    ),
}


def palette(name: str) -> Palette:
    """The palette of that name; a name nobody knows gives the warm one."""
    return PALETTES.get(name, PALETTES["warm"])


def mixed(first: str, second: str, share: float) -> str:
    """A colour between two; `share` 0 is the first."""
    a, b = ([int(text[i : i + 2], 16) for i in (1, 3, 5)] for text in (first, second))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(a, b, strict=True))
