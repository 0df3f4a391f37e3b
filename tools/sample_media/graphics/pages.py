"""Pages written by hand, and cards: paper, ruled lines, ink that wanders, words struck through, stains."""

from __future__ import annotations

import re

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates

from .. import lettering
from ..canvas import Canvas, box, disc, flowing
from ..palettes import mixed, palette
from ..photo.textures import noise
from ..request import Request
from ..seed import source

INKS = {
    "ink": "#1f2a44",
    "warm": "#3a2418",
    "clay": "#4a1f16",
    "sea": "#123c58",
    "forest": "#1f3a24",
    "dusk": "#2f2348",
    "cool": "#1c2f4f",
}
PAPERS = {
    "ink": "#f6f2e6",
    "warm": "#f5ecd8",
    "clay": "#f3e6d3",
    "sea": "#eef3ee",
    "forest": "#f1f2e2",
    "dusk": "#f2ecec",
    "cool": "#f3f5f4",
}


def page_scan(request: Request) -> Image.Image:
    """A page as a scanner or a telephone saw it."""
    rng = source(request.path, "page")
    lines = _lines(request)
    if "side by side" in request.words:
        return _two_cards(request, rng, lines)
    printed = "printed" in request.words
    face = _face(request, rng, lines, printed)
    wide, tall = (1000, 1300) if not _is_card(request) else (1200, 800)
    size = _size(lines, request.title, wide, tall, face)
    if not _is_card(request):
        tall = int(min(tall, max(760, 260 + size * 1.42 * (len(lines) + 2 * bool(request.title)))))
    sheet = Canvas(wide, tall, PAPERS.get(request.palette, "#f5ecd8"))
    if not printed and not _is_card(request):
        _rule(sheet, size * 1.42, request)
    _stains(sheet, rng, request)
    _write(sheet, rng, request, lines, size, face)
    return _scanned(
        sheet.picture(), rng, desk=request.ending == "jpg", palette_name=request.palette
    )


def _two_cards(request: Request, rng: np.random.Generator, lines: list[str]) -> Image.Image:
    """Two cards on a desk: the first full to its edges, the second with a few large words."""
    halves = "\n".join(lines).split("\n\n", 1)
    ink = INKS.get(request.palette, "#1f2a44")
    cards = []
    for i, half in enumerate(halves):
        head, *words = half.splitlines()
        card = Canvas(620, 820, "#fbf7ec")
        card.text(40, 64, head, 40, "#a33a2a", "hand", 600)
        card.stroke(flowing([(0, 84), (310, 86), (620, 84)]), "#d98a86", 2)
        if i == 0:
            run = (" ".join(words) + " ") * 9
            for k, line in enumerate(lettering.wrapped(run, "hand", 31, 590, 480)[:24]):
                _line(
                    card,
                    rng,
                    16 + float(rng.normal(0, 2)),
                    118 + k * 29.5,
                    line,
                    31,
                    ink,
                    "hand",
                    480,
                    float(rng.normal(0, 0.3)),
                    False,
                )
        else:
            _large_words(card, rng, words, ink)
        cards.append(_scanned(card.picture(), rng, desk=False, palette_name=request.palette))
    return _cards_on_desk(cards, rng, request.palette)


def _large_words(card: Canvas, rng: np.random.Generator, words: list[str], ink: str) -> None:
    step = 690 / max(len(words), 1)
    for k, word in enumerate(words):
        y = 84 + step * (k + 0.72)
        if "pause" in word:
            for x in (262, 326):
                card.fill(box(x, y - 78, 34, 92, 6), "#b8301f", 0.9)
            continue
        size = min(104.0, 104 * 540 / lettering.width(word, "hand", 104, 700))
        card.text(310, y, word, size, ink, "hand", 700, "centre", turn=float(rng.normal(0, 1.2)))


def _cards_on_desk(cards: list[Image.Image], rng: np.random.Generator, name: str) -> Image.Image:
    sheet = Canvas(1400, 1000, None)
    grain = np.kron(noise(480, rng, 1.6, (1, 14)), np.ones((3, 3)))[:1000, :1400]
    base = (
        np.array([int(mixed(palette(name).deep, "#6a4a30", 0.6)[i : i + 2], 16) for i in (1, 3, 5)])
        / 255
    )
    sheet.paste(
        Image.fromarray(
            (np.clip(base * (1 + 0.14 * grain[..., None]), 0, 1) * 255).astype(np.uint8), "RGB"
        ),
        0,
        0,
    )
    for i, card in enumerate(cards):
        x, turn = 66 + i * 664, float(rng.uniform(-2.6, 2.6))
        sheet.skia.save()
        sheet.skia.rotate(turn, x + 310, 500)
        sheet.fill(box(x + 8, 104, 620, 820, 8), "#000000", 0.5, blur=18)
        sheet.skia.restore()
        sheet.paste(card, x, 90, turn)
    sheet.glow((280, 50), 1500, [("#fff1d6", 0.16), ("#fff1d6", 0.0)])
    return sheet.picture()


def _is_card(request: Request) -> bool:
    return bool(re.search(r"\bcard", request.words))


def _lines(request: Request) -> list[str]:
    text = request.content or str(request.series.get("text") or "")
    given = request.series.get("lines") or request.series.get("values")
    if not text and isinstance(given, list):
        text = "\n".join(str(line) for line in given)
    return (text or request.about).rstrip().splitlines()


def _face(request: Request, rng: np.random.Generator, lines: list[str], printed: bool) -> str:
    if request.wishes.get("face"):
        return str(request.wishes["face"])
    return (
        "serif" if printed else ("hand" if rng.random() < 0.7 or len(lines) > 14 else "print-hand")
    )


def _size(lines: list[str], title: str, wide: int, tall: int, face: str) -> float:
    longest = max(
        [
            lettering.width(line, face, 100, 560) + 30 * (len(line) - len(line.lstrip()))
            for line in lines
        ]
        + [130 * 0.01 * lettering.width(title, face, 100, 700)]
    )
    count = len(lines) + (2 if title else 0)
    return float(min(66, 100 * (wide - 215) / max(longest, 1), (tall - 220) / max(count, 1) / 1.42))


def _rule(sheet: Canvas, step: float, request: Request) -> None:
    blue = mixed("#7f9fc0", PAPERS.get(request.palette, "#f5ecd8"), 0.45)
    y = 150.0
    while y < sheet.height - 60:
        sheet.stroke(flowing([(0, y), (sheet.width / 2, y + 1), (sheet.width, y)]), blue, 1.4)
        y += step
    sheet.stroke(
        flowing([(92, 0), (92, sheet.height / 2), (92, sheet.height)]), "#d98a86", 1.6, 0.8
    )


def _stains(sheet: Canvas, rng: np.random.Generator, request: Request) -> None:
    if re.search(r"stain|soy|tea|coffee|soup", request.words) or rng.random() < 0.3:
        x, y, r = (
            sheet.width * rng.uniform(0.6, 0.9),
            sheet.height * rng.uniform(0.6, 0.9),
            rng.uniform(60, 110),
        )
        sheet.stroke(disc(x, y, r), "#8a5a2a", 7, 0.22, blur=2.5)
        sheet.fill(disc(x, y, r - 4), "#a8743a", 0.07)
        for _ in range(6):
            sheet.fill(
                disc(x + rng.normal(0, r), y + rng.normal(0, r), rng.uniform(2, 7)),
                "#7a4a1f",
                0.3,
                blur=1,
            )


def _write(
    sheet: Canvas,
    rng: np.random.Generator,
    request: Request,
    lines: list[str],
    size: float,
    face: str,
) -> None:
    ink, printed = INKS.get(request.palette, "#1f2a44"), face == "serif"
    right = any(lettering.is_arabic(line) for line in lines)
    x0, y, step = (sheet.width - 90.0 if right else 118.0), 150.0, size * 1.42
    if _is_card(request) and not request.title:
        y = (sheet.height - step * len(lines)) / 2 + size
    if request.title:
        sheet.text(
            x0,
            y - step * 0.2,
            request.title,
            size * 1.3,
            ink,
            face,
            700,
            "right" if right else "left",
            turn=-0.6,
        )
        y += step
    struck = (
        bool(request.wishes.get("struck"))
        or "most of it crossed" in request.words
        or "most sentences struck" in request.words
    )
    climb = 0.9 if re.search(r"climb|in the dark|run into each", request.words) else 0.0
    for i, line in enumerate(lines):
        indent = (len(line) - len(line.lstrip())) * size * 0.3
        lean = rng.normal(0, 0.35) - climb * i * 0.35 if not printed else 0
        bold = 700 if line.isupper() else 480
        run = _line(
            sheet,
            rng,
            x0 - indent if right else x0 + indent,
            y,
            line.strip(),
            size,
            ink,
            face,
            bold,
            lean,
            right,
        )
        cross = (struck and i < len(lines) - 1 and line.strip()) or _crossed(request, i)
        if cross:
            _strike(
                sheet,
                rng,
                x0 + indent,
                y - size * 0.28,
                run,
                lean,
                "#b8301f" if "red" in request.words else ink,
            )
        if re.search(r"circled", request.words) and "weed" in line:
            before = lettering.width(line.strip().split("weed")[0], face, size, bold)
            _ring(
                sheet,
                rng,
                x0 + indent + before + lettering.width("weed", face, size) / 2,
                y - size * 0.25,
                size,
            )
        y += step


def _line(
    sheet: Canvas,
    rng: np.random.Generator,
    x: float,
    y: float,
    line: str,
    size: float,
    ink: str,
    face: str,
    weight: int,
    lean: float,
    right: bool,
) -> float:
    """Words set one by one, each a little off."""
    if right or face == "serif":
        return sheet.text(
            x, y, line, size, ink, face, weight, "right" if right else "left", turn=lean
        )
    run = 0.0
    for word in re.findall(r"\S+|\s+", line):
        if word.strip():
            drop = np.sin(np.radians(lean)) * run + rng.normal(0, size * 0.012)
            sheet.text(
                x + run,
                y + drop,
                word,
                size * rng.normal(1, 0.012),
                ink,
                face,
                weight,
                turn=lean + rng.normal(0, 0.5),
                alpha=float(rng.uniform(0.82, 0.97)),
            )
        run += lettering.width(word, face, size, weight)
    return run


def _crossed(request: Request, i: int) -> bool:
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
    return any(f"{name} crossed out" in request.words and i == k for k, name in enumerate(names))


def _strike(
    sheet: Canvas, rng: np.random.Generator, x: float, y: float, run: float, lean: float, ink: str
) -> None:
    drop = np.sin(np.radians(lean)) * run
    for _ in range(2):
        wave = rng.normal(0, 3.5, 5)
        points = [
            (x + run * t - 6 + 12 * t, y + drop * t + wave[k])
            for k, t in enumerate(np.linspace(0, 1, 5))
        ]
        sheet.stroke(flowing(points), ink, float(rng.uniform(2.6, 3.8)), 0.85)


def _ring(sheet: Canvas, rng: np.random.Generator, x: float, y: float, size: float) -> None:
    t = np.linspace(0, 2.15 * np.pi, 26)
    sheet.stroke(
        flowing(
            np.column_stack(
                [x + size * (1.15 + rng.normal(0, 0.03)) * np.cos(t), y + size * 0.55 * np.sin(t)]
            )
        ),
        "#b8301f",
        3.4,
        0.85,
    )


def _scanned(
    page: Image.Image, rng: np.random.Generator, *, desk: bool, palette_name: str
) -> Image.Image:
    """Fibres, uneven light, a slight wave of the paper; on a desk when it is a photograph."""
    pixels = np.asarray(page).astype(float) / 255
    tall, wide = pixels.shape[:2]
    fibre = np.kron(noise(512, rng, 1.2), np.ones((3, 3)))[:tall, :wide]
    soft = gaussian_filter(np.kron(noise(64, rng, 3), np.ones((24, 24)))[:tall, :wide], 14)
    y, x = np.mgrid[0:tall, 0:wide].astype(float)
    shift = 2.2 * np.sin(y / 210 + 1) + 1.4 * np.sin(x / 260)
    pixels = np.stack(
        [
            map_coordinates(pixels[..., c], [y + shift, x + shift * 0.5], order=1, mode="nearest")
            for c in range(3)
        ],
        -1,
    )
    light = 1.0 + 0.012 * fibre + 0.028 * soft - 0.1 * (x / wide) ** 3 - 0.06 * (1 - y / tall) ** 4
    pixels = pixels * light[..., None]
    scan = Image.fromarray((np.clip(pixels, 0, 1) * 255).astype(np.uint8), "RGB")
    return _on_desk(scan, rng, palette_name) if desk else scan


def _on_desk(page: Image.Image, rng: np.random.Generator, name: str) -> Image.Image:
    colours = palette(name)
    sheet = Canvas(1200, 900 if page.width > page.height else 1200, None)
    grain = np.kron(noise(400, rng, 1.6, (1, 14)), np.ones((3, 3)))[: sheet.height, : sheet.width]
    base = (
        np.array([int(mixed(colours.deep, "#4a3524", 0.6)[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    )
    wood = base * (1 + 0.14 * grain[..., None])
    sheet.paste(Image.fromarray((np.clip(wood, 0, 1) * 255).astype(np.uint8), "RGB"), 0, 0)
    turn = float(rng.uniform(-3.4, 3.4))
    wide = 1010 if page.width > page.height else 830
    tall = wide * page.height / page.width
    left, top = (sheet.width - wide) / 2, (sheet.height - tall) / 2
    sheet.skia.save()
    sheet.skia.rotate(turn, sheet.width / 2, sheet.height / 2)
    sheet.fill(box(left + 10, top + 16, wide, tall, 3), "#000000", 0.5, blur=22)
    sheet.skia.restore()
    sheet.paste(page, left, top, turn, wide)
    sheet.glow(
        (sheet.width * 0.2, sheet.height * 0.05),
        sheet.width * 1.1,
        [("#fff1d6", 0.16), ("#fff1d6", 0.0)],
    )
    sheet.glow(
        (sheet.width * 1.05, sheet.height * 1.05),
        sheet.width * 0.9,
        [("#000000", 0.38), ("#000000", 0.0)],
    )
    pixels = np.asarray(sheet.picture()).astype(float)
    pixels += gaussian_filter(rng.normal(size=pixels.shape[:2]), 0.6)[..., None] * 3
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGB")
