"""What lies on top of the zip is said in the portfolio's language, and in English beside it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from portfolio_gen.leaving import pack
from portfolio_gen.leaving.letter import RULE, letter
from school import STUDENT, TODAY, minimal_school


@pytest.mark.parametrize(
    ("languages", "first_lines"),
    [
        (("en",), ["The portfolio of Ada"]),
        (("en-GB",), ["The portfolio of Ada"]),
        (("es",), ["El portafolio de Ada", "The portfolio of Ada"]),
        (("ar", "fr"), ["ملف إنجاز Ada", "Le portfolio de Ada", "The portfolio of Ada"]),
        (("en", "zh"), ["The portfolio of Ada", "Ada 的档案"]),
        (("sv",), ["The portfolio of Ada"]),
    ],
)
def test_each_language_says_it_once(languages: tuple[str, ...], first_lines: list[str]) -> None:
    parts = letter("Ada", languages, (), is_signed=False).split(RULE)
    assert [one.splitlines()[0] for one in parts] == first_lines
    assert all("portfolio-gen build school" in one for one in parts)
    assert not any("records/" in one for one in parts)


def test_the_zip_of_a_spanish_school_is_told_in_both(tmp_path: Path) -> None:
    root = minimal_school(tmp_path / "school")
    settings = root / "portfolio.yml"
    settings.write_text(settings.read_text().replace("language: en", "language: es"))
    pack(root, STUDENT, tmp_path / "ada.zip", on=TODAY)
    with zipfile.ZipFile(tmp_path / "ada.zip") as found:
        (name,) = (one for one in found.namelist() if one.endswith("README.txt"))
        text = found.read(name).decode()
        door = found.read(name.replace("README.txt", "index.html")).decode()
    assert text.startswith("El portafolio de Ada\n\nindex.html      abre el portafolio")
    assert "\n\n* * *\n\nThe portfolio of Ada\n" in text
    assert '<html lang="es">' in door
