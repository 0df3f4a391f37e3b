"""Music on paper: notes engraved by Verovio, set on a hand-titled sheet."""

from __future__ import annotations

import re

import numpy as np
import skia
from PIL import Image

from ..canvas import Canvas
from ..photo.textures import noise
from ..request import Request
from ..seed import source

LENGTHS = {
    4.0: ("whole", "1", 0),
    3.0: ("half", "2", 1),
    2.0: ("half", "2", 0),
    1.5: ("quarter", "4", 1),
    1.0: ("quarter", "4", 0),
    0.5: ("eighth", "8", 0),
}


def score_sheet(request: Request) -> Image.Image:
    """One page of music with a word over each line."""
    rng = source(request.path, "score")
    sheet = Canvas(1100, 1300, "#f6f1e3")
    sheet.text(550, 120, request.title, 58, "#23242b", "hand", 700, "centre")
    tempo = request.series.get("tempo")
    sheet.text(
        86,
        186,
        f"slowly, {tempo} to the minute" if tempo else "slowly, for violin",
        36,
        "#4a4a52",
        "hand",
        500,
    )
    words = [str(w) for w in request.series.get("lines") or ["", "", "", ""]]
    lines = _lines(request, len(words))
    step = 1010 / max(len(lines), 1)
    for i, notes in enumerate(lines):
        top = 226 + i * step
        sheet.text(90, top + 14, words[i] if i < len(words) else "", 38, "#4a4a52", "hand", 500)
        _engrave(sheet, notes, 80, top + 24, 940)
        if "hic" in request.words:
            sheet.text(986, top + 196, "hic!", 46, "#b8301f", "hand", 700, "right", turn=-7)
    pixels = np.asarray(sheet.picture()).astype(float) / 255
    tooth = np.kron(noise(512, rng, 1.2), np.ones((3, 3)))[:1300, :1100]
    soft = np.kron(noise(64, rng, 3), np.ones((21, 21)))[:1300, :1100]
    return Image.fromarray(
        (np.clip(pixels * (1 + 0.012 * tooth + 0.016 * soft)[..., None], 0, 1) * 255).astype(
            np.uint8
        ),
        "RGB",
    )


def parsed(notes: list[str]) -> list[tuple[str, float]]:
    """`G4:1.5` as name and beats."""
    out = []
    for note in notes:
        name, _, beats = str(note).partition(":")
        out.append((name.strip(), float(beats or 1)))
    return out


def _lines(request: Request, count: int) -> list[list[tuple[str, float]]]:
    given = parsed(request.series.get("notes") or [])
    if given:
        half = (len(given) + 1) // 2
        return [given[:half] if i % 2 == 0 else given[half:] for i in range(count)]
    rng = source(request.path, "notes")
    scale = [
        "G3",
        "A3",
        "B3",
        "C4",
        "D4",
        "E4",
        "F#4",
        "G4",
        "A4",
        "B4",
        "C5",
        "D5",
        "E5",
        "F#5",
        "G5",
    ]
    out = []
    for i in range(count - 1):
        place, line, beats = 12 - 2 * i, [], 0.0
        while beats < 8:
            long = float(rng.choice([0.5, 0.5, 1.0, 1.0, 2.0][i : i + 4] if i < 3 else [1.0, 2.0]))
            long = min(long, 8 - beats)
            line.append((scale[int(np.clip(place, 0, 14))], long))
            place += int(rng.choice([-2, -1, -1, 1, 1, 2]))
            beats += long
        out.append(line)
    last = request.series.get("last_notes") or ["G3", "D4", "A4", "E5"]
    return [*out, [(str(n), 2.0) for n in last]]


def _engrave(
    sheet: Canvas, notes: list[tuple[str, float]], x: float, y: float, wide: float
) -> None:
    import verovio

    verovio.enableLog(verovio.LOG_OFF)
    tool = verovio.toolkit()
    tool.setOptions(
        {
            "pageWidth": 1250,
            "pageHeight": 600,
            "minLastJustification": 0.0,
            "mnumInterval": 64,
            "scale": 100,
            "adjustPageHeight": True,
            "header": "none",
            "footer": "none",
            "svgViewBox": True,
            "pageMarginLeft": 10,
            "pageMarginRight": 10,
            "pageMarginTop": 60,
            "pageMarginBottom": 20,
            "breaks": "auto",
            "spacingNonLinear": 0.5,
            "justifyVertically": False,
        }
    )
    tool.loadData(_mei(notes))
    svg = tool.renderToSVG(1)
    svg = _plain(svg)
    tree = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg.encode()))
    box_ = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    across, tall = float(box_[1]), float(box_[2])
    sheet.skia.save()
    sheet.skia.translate(x, y)
    scale = wide / across
    sheet.skia.scale(scale, scale)
    tree.setContainerSize(skia.Size(across, tall))
    tree.render(sheet.skia)
    sheet.skia.restore()


def _plain(svg: str) -> str:
    """Verovio nests a second svg with its own view box; the drawing library wants one."""
    inner = re.search(
        r'<svg[^>]*class="definition-scale"[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>', svg
    )
    if not inner:
        return svg
    body = re.sub(
        r"<ellipse[^>]*/>", "", svg[inner.end() : svg.rindex("</svg>")]
    )  # a mark of the page's origin
    body = body[: body.rindex("</svg>")]
    defs = re.search(r"<defs>.*?</defs>", svg, re.S)
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    drawing = body.replace("currentColor", "black")
    return (
        f'<svg {names} viewBox="0 0 {inner[1]} {inner[2]}" color="black">{defs[0] if defs else ""}'
        f'<g stroke="black" fill="black" color="black">{drawing}</g></svg>'
    )


def _mei(notes: list[tuple[str, float]]) -> str:
    measures, beats, inside, number = [], 0.0, [], 1
    for i, (name, long) in enumerate(notes):
        kind = LENGTHS.get(long, ("quarter", "4", 0))
        step, octave = name[0].lower(), name[-1]
        sharp = ' accid="s"' if "#" in name else ""
        dots = f' dots="{kind[2]}"' if kind[2] else ""
        inside.append(
            f'<note xml:id="n{i}" pname="{step}" oct="{octave}" dur="{kind[1]}"{dots}{sharp}/>'
        )
        beats += long
        if beats >= 4 or i == len(notes) - 1:
            right = ' right="end"' if i == len(notes) - 1 else ""
            measures.append(
                f'<measure n="{number}"{right}><staff n="1"><layer n="1">{"".join(inside)}</layer></staff></measure>'
            )
            number, beats, inside = number + 1, 0.0, []
    return (
        '<mei xmlns="http://www.music-encoding.org/ns/mei"><music><body><mdiv><score>'
        '<scoreDef meter.count="4" meter.unit="4"><staffGrp>'
        '<staffDef n="1" lines="5" clef.shape="G" clef.line="2"/></staffGrp></scoreDef><section>'
        + "".join(measures)
        + "</section></score></mdiv></body></music></mei>"
    )
