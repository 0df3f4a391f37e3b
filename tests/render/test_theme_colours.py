"""The default theme's colours: every pair that is read is 4.5:1, every mark 3:1, in both schemes."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "themes" / "riverbend"
PAPER = (THEME / "assets" / "common.css" / "1-paper.css").read_text(encoding="utf-8")
HUES = re.findall(
    r'\("(#[0-9a-f]{6})", "(#[0-9a-f]{6})"\)', (THEME / "hues.css").read_text(encoding="utf-8")
)
GROUNDS = ("paper", "sheet", "wash")


def values(selector: str) -> dict[str, str]:
    """Custom properties of the first rule with that selector."""
    block = PAPER[PAPER.index(selector + " {") :].split("}")[0]
    return dict(re.findall(r"--([\w-]+): ([^;]+);", block))


LIGHT, DARK = values("\nbody"), values('[data-md-color-scheme="slate"]')


def ratio(one: str, other: str) -> float:
    """Contrast after WCAG 2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def colour(value: str) -> str:
    """The colour itself, where a school's own may come before it."""
    found = re.search(r"#[0-9a-f]{6}", value)
    assert found
    return found[0]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme: dict[str, str]) -> None:
    for name, ground in product(("ink", "soft", "accent"), GROUNDS):
        assert ratio(colour(scheme[name]), scheme[ground]) >= 4.5, (name, ground)
    assert ratio(scheme["ink"], scheme["marker"]) >= 4.5
    assert ratio(colour(scheme["accent"]), scheme["on-accent"]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_controls_can_be_seen(scheme: dict[str, str]) -> None:
    assert ratio(scheme["edge"], scheme["sheet"]) >= 3
    assert ratio(scheme["edge"], scheme["paper"]) >= 3


@pytest.mark.parametrize("number", range(len(HUES)))
def test_each_default_hue_can_be_read_on_every_ground(number: int) -> None:
    light, dark = HUES[number]
    assert all(ratio(light, LIGHT[ground]) >= 4.5 for ground in GROUNDS)
    assert all(ratio(dark, DARK[ground]) >= 4.5 for ground in GROUNDS)


def test_there_are_hues_for_ten_domains_and_none_twice() -> None:
    assert len(HUES) == len(set(HUES)) == 10


def test_dark_is_the_same_for_those_without_scripts() -> None:
    scriptless = PAPER[PAPER.index("(scripting: none)") :].split("}")[0]
    assert dict(re.findall(r"--([\w-]+): ([^;]+);", scriptless)) == DARK
    assert set(DARK) == set(LIGHT)


def test_no_style_sheet_asks_another_host_or_fixes_a_side() -> None:
    """Logical properties alone, so that pages turn round for scripts that run from right to left."""
    for path in sorted((THEME / "assets").rglob("*.css")):
        if path.is_dir():
            continue
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "//" not in text
        assert "@import" not in text
        sided = re.findall(
            r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)|float: (?:left|right)", text
        )
        assert sided == [], path.name
