"""Reports and posters as PDF: real type, headings, the charts of the same folder, page numbers."""

from __future__ import annotations

import datetime
import importlib.resources
import io
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fpdf import FPDF
from PIL import Image

from .. import lettering
from ..graphics.emblems import emblem_for
from ..graphics.posters import poster
from ..palettes import mixed, palette
from ..request import Request

LONG_AGO = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
ARABIC = "naskh"


@cache
def _cut(face: str, weight: int) -> bytes:
    """A variable face fixed at a weight, as the PDF library wants it."""
    package, name = lettering.FACES[face]
    with importlib.resources.as_file(importlib.resources.files(package) / "files" / name) as path:
        font = TTFont(path)
    if "fvar" in font:
        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        axes |= {"wght": weight} | ({"opsz": 14} if "opsz" in axes else {})
        font = instancer.instantiateVariableFont(font, axes)
    font["head"].modified = font["head"].created = 3_800_000_000
    font.recalcTimestamp = False
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


class Sheet(FPDF):
    """A4 with a quiet foot line."""

    def __init__(self, request: Request, folder: Path) -> None:
        super().__init__(format="A4")
        self.request, self.arabic = request, lettering.is_arabic(request.title + request.content)
        for name, face, weight in (("Text", "serif", 400), ("Head", "serif", 680), ("Sans", "sans", 400), ("Naskh", "naskh", 400), ("NaskhBold", "naskh-bold", 700)):
            file = folder / f"{name}.ttf"
            file.write_bytes(_cut(face, weight))
            self.add_font(name, "", str(file))
        self.set_text_shaping(use_shaping_engine=True, **({"direction": "rtl", "script": "arab", "language": "ara"} if self.arabic else {}))
        self.set_title(request.title)
        self.set_creation_date(LONG_AGO)
        self.set_margins(26, 24, 26)
        self.set_auto_page_break(True, 26)
        self.set_compression(True)

    def footer(self) -> None:
        """Title and page number."""
        self.set_y(-17)
        self.set_font("Naskh" if self.arabic else "Sans", size=9)
        self.set_text_color(*_rgb(palette(self.request.palette).quiet))
        self.cell(0, 6, f"{self.request.title}   {self.page_no()}", align="L" if self.arabic else "R")


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def report(request: Request, pictures: dict[str, Image.Image], folder: Path) -> bytes:
    """Title, a lead, sections with headings, the charts where they belong."""
    colours = palette(request.palette)
    sheet = Sheet(request, folder)
    sheet.add_page()
    side = "R" if sheet.arabic else "L"
    sheet.set_fill_color(*_rgb(colours.tones[0]))
    sheet.rect(168 if sheet.arabic else 26, 24, 16, 2.2, "F")
    sheet.set_y(33)
    sheet.set_text_color(*_rgb(colours.ink))
    sheet.set_font("NaskhBold" if sheet.arabic else "Head", size=28)
    sheet.multi_cell(0, 12.5, request.title, align=side, new_x="LMARGIN", new_y="NEXT")
    sheet.ln(3)
    lead, sections = _sections(request.content)
    if lead:
        sheet.set_font("Naskh" if sheet.arabic else "Text", size=13.5)
        sheet.set_text_color(*_rgb(colours.quiet))
        sheet.multi_cell(0, 7.2, lead, align=side, new_x="LMARGIN", new_y="NEXT")
    waiting = [pictures[str(name)] for key, name in request.series.items() if key in {"chart", "map", "picture", "drawing"} and str(name) in pictures]
    spread = max(1, len(sections) // (len(waiting) + 1))
    for i, (head, body) in enumerate(sections):
        _section(sheet, head, body, colours.ink, side)
        if waiting and (i + 1) % spread == 0:
            _figure(sheet, waiting.pop(0), i)
    for picture in waiting:
        _figure(sheet, picture, 9)
    _fill_up(sheet, request)
    return bytes(sheet.output())


def _sections(content: str) -> tuple[str, list[tuple[str, str]]]:
    lead, *rest = content.strip().split("# ") if not content.strip().startswith("# ") else ["", *content.strip()[2:].split("\n# ")]
    sections = []
    for part in rest:
        head, _, body = part.partition("\n")
        sections.append((head.strip(" #"), body.strip().rstrip("#").strip()))
    return lead.strip(), sections


def _section(sheet: Sheet, head: str, body: str, ink: str, side: str) -> None:
    if sheet.get_y() > 236:
        sheet.add_page()
    sheet.ln(6.5)
    sheet.set_text_color(*_rgb(ink))
    sheet.set_font("NaskhBold" if sheet.arabic else "Head", size=16)
    sheet.multi_cell(0, 8.5, head, align=side, new_x="LMARGIN", new_y="NEXT")
    sheet.ln(1)
    sheet.set_font("Naskh" if sheet.arabic else "Text", size=12)
    for paragraph in body.split("\n\n"):
        sheet.multi_cell(0, 7.1, " ".join(paragraph.split()), align=side, new_x="LMARGIN", new_y="NEXT")
        sheet.ln(2.4)


def _figure(sheet: Sheet, picture: Image.Image, number: int) -> None:
    tall = 158 * picture.height / picture.width
    if sheet.get_y() + tall > 268:
        sheet.add_page()
    sheet.ln(3)
    held = io.BytesIO()
    picture.convert("RGB").resize((1000, round(1000 * picture.height / picture.width)), Image.Resampling.LANCZOS).quantize(96, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    held.seek(0)
    sheet.image(held, x=26, w=158)
    sheet.ln(3)
    del number


def _fill_up(sheet: Sheet, request: Request) -> None:
    """As many pages as were asked for: the numbers behind the chart as a table, or a last page with the rules of the shapes."""
    wanted = int(request.wishes.get("pages") or 0)
    if sheet.arabic and wanted and sheet.page_no() < wanted:
        sheet.add_page()
        _angles(sheet)
    elif wanted and sheet.page_no() < wanted:
        sheet.add_page()
        _table_of_numbers(sheet, request)


def _angles(sheet: Sheet) -> None:
    """Angles of regular polygons, and how many fit round a point."""
    colours = palette(sheet.request.palette)
    sheet.set_font("NaskhBold", size=16)
    sheet.set_text_color(*_rgb(colours.ink))
    sheet.multi_cell(0, 9, "جدول الزوايا", align="R", new_x="LMARGIN", new_y="NEXT")
    sheet.ln(4)
    sheet.set_font("Naskh", size=13)
    rows = [("360 ÷ الزاوية", "الزاوية", "الأضلاع", "المضلّع"), ("6", "60°", "3", "المثلّث"), ("4", "90°", "4", "المربّع"), ("3.33", "108°", "5", "المخمّس"), ("3", "120°", "6", "المسدّس"),
            ("2.8", "128.6°", "7", "المسبّع"), ("2.67", "135°", "8", "المثمّن")]
    for i, row in enumerate(rows):
        sheet.set_fill_color(*_rgb(mixed(colours.tones[0], "#ffffff", 0.75 if i == 0 else 0.93 if i % 2 else 1.0)))
        for cell in row:
            sheet.cell(39.5, 11, cell, align="C", fill=True)
        sheet.ln(11)


def _table_of_numbers(sheet: Sheet, request: Request) -> None:
    from ..graphics.figures import rows as rows_of

    colours = palette(request.palette)
    names = sorted(path.name for path in request.beside("x").parent.glob("*.csv"))
    table = rows_of(request, names[0]) if names else []
    sheet.set_text_color(*_rgb(colours.ink))
    sheet.set_font("Head", size=16)
    sheet.cell(0, 9, "The numbers", new_x="LMARGIN", new_y="NEXT")
    sheet.ln(3)
    sheet.set_font("Sans", size=9.5)
    for i, row in enumerate([{key: key.replace("_", " ") for key in table[0]}, *table][:30] if table else []):
        sheet.set_fill_color(*_rgb(mixed(colours.tones[0], "#ffffff", 0.75 if i == 0 else 0.93 if i % 2 else 1.0)))
        for value in row.values():
            sheet.cell(158 / len(row), 7, str(value), fill=True)
        sheet.ln(7)


def poster_page(request: Request, folder: Path) -> bytes:
    """A poster as one page of vectors and type: the emblem as a picture, the words as words."""
    if request.series.get("panels"):
        return _four_panels(request, folder)
    colours = palette(request.palette)
    sheet = Sheet(request, folder)
    sheet.footer = lambda: None  # type: ignore[method-assign]
    sheet.set_auto_page_break(False)
    sheet.add_page()
    from ..canvas import Canvas
    from ..seed import source

    art = Canvas(1260, 1020, colours.paper)
    emblem_for(f"{request.series.get('picture', '')} {request.words}")(art, colours, (0, 0, 1260, 1020), source(request.path, "poster"))
    held = io.BytesIO()
    art.picture().quantize(128, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    held.seek(0)
    sheet.set_fill_color(*_rgb(colours.paper))
    sheet.rect(0, 0, 210, 297, "F")
    sheet.image(held, 0, 0, 210, 170)
    sheet.set_xy(16, 182)
    sheet.set_text_color(*_rgb(colours.ink))
    size = 46 if len(request.title) < 30 else 38
    sheet.set_font("Head", size=size)
    sheet.multi_cell(178, size * 0.4, request.title, align="L", new_x="LMARGIN", new_y="NEXT")
    sheet.set_xy(16, sheet.get_y() + 5)
    sheet.set_font("Text", size=18)
    sheet.multi_cell(178, 8.6, str(request.series.get("subtitle") or ""), align="L", new_x="LMARGIN", new_y="NEXT")
    sheet.set_font("Sans", size=12)
    sheet.set_text_color(*_rgb(mixed(colours.tones[0], colours.ink, 0.3)))
    sheet.set_xy(16, 274)
    sheet.multi_cell(178, 6, str(request.series.get("footer") or ""), align="L")
    return bytes(sheet.output())


def _four_panels(request: Request, folder: Path) -> bytes:
    colours = palette(request.palette)
    sheet = Sheet(request, folder)
    sheet.footer = lambda: None  # type: ignore[method-assign]
    sheet.set_auto_page_break(False)
    sheet.add_page(orientation="L")
    sheet.set_fill_color(*_rgb(colours.paper))
    sheet.rect(0, 0, 297, 210, "F")
    sheet.set_text_color(*_rgb(colours.ink))
    sheet.set_font("Head", size=34)
    sheet.set_xy(16, 14)
    sheet.cell(0, 16, request.title)
    for i, (head, body) in enumerate(request.series["panels"]):
        x, y = 16 + (i % 2) * 136, 42 + (i // 2) * 74
        sheet.set_fill_color(*_rgb(mixed(colours.tones[i], "#ffffff", 0.8)))
        sheet.rect(x, y, 129, 68, "F", round_corners=True, corner_radius=4)
        sheet.set_xy(x + 8, y + 8)
        sheet.set_font("Head", size=21)
        sheet.cell(112, 10, str(head))
        sheet.set_xy(x + 8, y + 22)
        sheet.set_font("Text", size=14)
        sheet.multi_cell(113, 7.6, str(body), align="L")
    sheet.set_font("Sans", size=12)
    sheet.set_xy(16, 194)
    sheet.cell(0, 8, str(request.series.get("footer") or ""))
    return bytes(sheet.output())


__all__ = ["poster", "poster_page", "report"]
