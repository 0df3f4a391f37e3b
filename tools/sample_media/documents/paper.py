"""Paper: pages with set type, the same bytes every time."""

from __future__ import annotations

import importlib.resources
import logging
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from fpdf import FPDF
from fpdf.enums import TextDirection

from ..lettering import is_arabic
from ..seed import number

logging.getLogger("fontTools").setLevel(logging.ERROR)
logging.getLogger("fpdf").setLevel(logging.ERROR)

# family and style: package, file, and where on its axes a variable face is taken
FACES: dict[tuple[str, str], tuple[str, str, dict[str, float]]] = {
    ("serif", ""): ("fontpkg_literata", "Literata[opsz,wght].ttf", {"opsz": 11, "wght": 400}),
    ("serif", "B"): ("fontpkg_literata", "Literata[opsz,wght].ttf", {"opsz": 36, "wght": 680}),
    ("serif", "I"): (
        "fontpkg_literata",
        "Literata-Italic[opsz,wght].ttf",
        {"opsz": 14, "wght": 400},
    ),
    ("sans", ""): ("fontpkg_inter", "Inter[opsz,wght].ttf", {"opsz": 14, "wght": 420}),
    ("sans", "B"): ("fontpkg_inter", "Inter[opsz,wght].ttf", {"opsz": 14, "wght": 640}),
    ("naskh", ""): ("fontpkg_amiri", "Amiri-Regular.ttf", {}),
    ("naskh", "B"): ("fontpkg_amiri", "Amiri-Bold.ttf", {}),
}
LETTER = (612.0, 792.0)
LETTERS = [*range(0x20, 0x180), *range(0x2000, 0x2070), *range(0x2190, 0x2270)]
MADE = datetime(2026, 11, 1, 12, tzinfo=UTC)

_fonts = tempfile.TemporaryDirectory(prefix="sample-media-fonts-")


@cache
def face_file(family: str, style: str) -> Path:
    """A face as a file of its own; of a variable face, the Latin letters at one place on its axes."""
    package, name, axes = FACES[family, style]
    made = Path(_fonts.name) / f"{family}{style}.ttf"
    with importlib.resources.as_file(importlib.resources.files(package) / "files" / name) as file:
        if not axes:
            made.write_bytes(file.read_bytes())
            return made
        font = TTFont(file, recalcTimestamp=False)
        chosen = Subsetter(Options(layout_features=["kern", "liga", "mark", "mkmk", "ccmp"]))
        chosen.populate(unicodes=LETTERS)
        chosen.subset(font)
        instantiateVariableFont(font, axes, inplace=True)
        font.save(made)
    return made


class Paper(FPDF):
    """Sheets measured in points from the top left, with the project's faces and a fixed date."""

    def __init__(
        self, path: str, title: str, size: tuple[float, float] = LETTER, language: str = "en"
    ) -> None:
        super().__init__(unit="pt", format=size)
        self._name = number(path, "paper")
        self.language, self.wide, self.tall = language, *size
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.c_margin = 0
        self.set_title(title)
        self.set_lang(language)
        self.set_producer("Riverbend sample school")
        self.set_creation_date(MADE)
        self.set_text_shaping(True)

    def file_id(self) -> str:
        """The same name for the same request, in place of one drawn from the clock."""
        return f"<{self._name:032X}><{self._name:032X}>"

    def face(self, family: str, style: str, size: float, colour: str, text: str = "") -> None:
        """Choose what the next words look like; Arabic words take their own letters."""
        right = is_arabic(text)
        if right:
            family, style = "naskh", style.replace("I", "")
        if f"{family}{style}".lower() not in {key.lower() for key in self.fonts}:
            self.add_font(family, style, face_file(family, style))
        self.set_font(family, style, size)
        self.set_text_color(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))
        direction = TextDirection.RTL if right else TextDirection.LTR
        self.set_text_shaping(
            True,
            direction=direction,
            script="arab" if right else None,
            language="ara" if right else None,
        )

    def words(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        family: str = "sans",
        style: str = "",
        align: str = "left",
    ) -> float:
        """Set one line with its baseline at y; `align` is left, centre or right of x. Gives its width."""
        if not text:
            return 0.0
        self.face(family, style, size, colour, text)
        run = self.get_string_width(text)
        self.set_xy(x - {"left": 0.0, "centre": run / 2, "right": run}[align], y - size * 0.8)
        self.cell(run + 1, size, text)
        return float(run)

    def paragraph(
        self,
        x: float,
        y: float,
        wide: float,
        text: str,
        size: float,
        colour: str,
        family: str = "serif",
        style: str = "",
        leading: float = 1.45,
        align: str | None = None,
        *,
        measure: bool = False,
    ) -> float:
        """Set text in lines that fit, its top at y; gives the place below it. `measure` sets nothing."""
        self.face(family, style, size, colour, text)
        self.set_xy(x, y)
        side = align or ("R" if is_arabic(text) else "L")
        high = self.multi_cell(
            wide,
            size * leading,
            text,
            align=side,
            dry_run=measure,
            output="HEIGHT",
            new_x="LEFT",
            new_y="NEXT",
        )
        return y + float(high)

    def store(self, to: Path) -> None:
        """Write the sheets into a file."""
        self.output(str(to))
