"""PG540, PG541: colours that everybody can read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell, to_tell

HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE | re.ASCII)
LEGIBLE = 4.5
"""Least contrast of text with what is behind it (WCAG 2.2, level AA)."""


class Ground(NamedTuple):
    """Pages that a colour stands on."""

    too_pale: str
    """What is said of a colour that cannot be read there."""
    behind: Sequence[str]
    ink: str
    """The colour that is easiest to read there."""


LIGHT = Ground(
    to_tell("`%(colour)s` is hard to read on light pages: %(found)s to 1, and %(least)s is needed"),
    ("#ffffff", "#fbf9f5"),
    "#000000",
)
DARK = Ground(
    to_tell("`%(colour)s` is hard to read on dark pages: %(found)s to 1, and %(least)s is needed"),
    ("#14181c",),
    "#ffffff",
)


def not_a_colour(register: Register) -> Iterator[Diagnostic]:
    """Each colour is written as six hexadecimal digits."""
    for colour, span, _ in _colours(register):
        if not HEX.fullmatch(colour):
            message = tell("`%(colour)s` is not a colour as this program reads them", colour=colour)
            hint = tell('write it like "#2f5fa8", with quotation marks')
            yield Diagnostic(rules.NOT_A_COLOUR, span, message, hint)


def low_contrast(register: Register) -> Iterator[Diagnostic]:
    """Each colour can be read on the pages that it is meant for."""
    for colour, span, ground in _colours(register):
        if HEX.fullmatch(colour) and (found := _contrast(colour, ground)) < LEGIBLE:
            yield Diagnostic(
                rules.LOW_CONTRAST,
                span,
                tell(
                    ground.too_pale, colour=colour, found=Figure(found, 1), least=Figure(LEGIBLE, 1)
                ),
                tell(
                    "`%(colour)s` is the nearest that can be read", colour=_legible(colour, ground)
                ),
            )


def _colours(register: Register) -> Iterator[tuple[str, Span, Ground]]:
    """Every colour that the school chooses, with its place and the pages it stands on."""
    framework, settings = register.school.framework, register.school.settings
    for place, domain in enumerate(framework.domains):
        if domain.hue is not None:
            yield domain.hue, framework.marks.at("domains", place, "hue"), LIGHT
        if domain.hue_dark is not None:
            yield domain.hue_dark, framework.marks.at("domains", place, "hue_dark"), DARK
    if settings.theme.accent is not None:
        yield settings.theme.accent, settings.marks.at("theme", "accent"), LIGHT


def _legible(colour: str, ground: Ground) -> str:
    """The same hue, moved no further towards ink than needed."""
    steps = (_mixed(colour, ground.ink, step / 100) for step in range(101))
    return next(one for one in steps if _contrast(one, ground) >= LEGIBLE)


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _contrast(colour: str, ground: Ground) -> float:
    """The smallest contrast that a colour has on a ground, from 1 to 21."""
    return min(_ratio(_luminance(colour), _luminance(one)) for one in ground.behind)


def _ratio(one: float, two: float) -> float:
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it, from 0 to 1."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


CHECKS: tuple[Check, ...] = (not_a_colour, low_contrast)
