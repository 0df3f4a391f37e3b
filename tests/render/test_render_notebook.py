"""Notebooks on a page: words, programs and what they have shown; nothing runs, and nobody's folders are named."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.notebook import Cell, cells_of, language_of
from portfolio_gen.render.scrub.work import scrub
from portfolio_gen.render.showing import Showing
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.words.voice import voice_of


def drawn(**options: Any) -> str:
    out = io.BytesIO()
    Image.new("RGB", (500, 300), (20, 90, 160)).save(out, "PNG", **options)
    return base64.b64encode(out.getvalue()).decode()


def shown(**data: Any) -> dict[str, Any]:
    return {"output_type": "display_data", "data": data, "metadata": {}}


def notebook(*cells: dict[str, Any], language: str = "python") -> bytes:
    about = {"language_info": {"name": language}}
    return json.dumps({"cells": cells, "metadata": about, "nbformat": 4}).encode()


def code(source: Any, *outputs: dict[str, Any]) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "outputs": list(outputs), "metadata": {}}


def words(text: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": text, "metadata": {}}


def figure(tmp_path: Path, data: bytes) -> tuple[str, Cabinet]:
    (tmp_path / "noise.ipynb").write_bytes(data)
    media = MediaView(source=tmp_path / "noise.ipynb", alt="", title="The calculation")
    shelf = Cabinet(Staging(tmp_path / "site"), tmp_path / "cache", "en")
    return Showing(voice_of("en"), "en", lambda _: "tint", shelf.publish).figure(media), shelf


def test_cells_become_what_readers_can_read() -> None:
    table = "<table><tr><td>1</td></tr></table>"
    data = notebook(
        words(["# Noise\n", "by corner"]),
        code(["1 +\n", " 1"], shown(**{"text/plain": ["2"]})),
        code("print()", {"output_type": "stream", "text": ["\x1b[31mred\x1b[0m\n"]}),
        code("table", shown(**{"text/plain": "1", "text/html": table})),
        code(
            "",
            {"output_type": "error", "ename": "KeyError", "evalue": "x", "traceback": ["/home/"]},
        ),
    )

    assert cells_of(data) == (
        Cell("words", "# Noise\nby corner"),
        Cell("code", "1 +\n 1"),
        Cell("said", "2"),
        Cell("code", "print()"),
        Cell("said", "red\n"),
        Cell("code", "table"),
        Cell("table", table),
        Cell("said", "KeyError: x"),
    )


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"cells": 1}', b"\xff", b"[" * 100_000, b'{"cells": {}}']
)
def test_what_is_no_notebook_is_a_file_to_save(tmp_path: Path, data: bytes) -> None:
    with pytest.raises((ValueError, RecursionError)):
        cells_of(data)

    markup, shelf = figure(tmp_path, data or b" ")

    assert "cell" not in markup
    assert all(one.code == "PG553" for one in shelf.diagnostics)


@pytest.mark.parametrize(
    "cell", [{}, {"cell_type": "code"}, {"cell_type": "code", "source": 3, "outputs": 3}, 3, None]
)
def test_odd_cells_are_left_out(cell: Any) -> None:
    assert cells_of(notebook(cell, words("x"))) == (Cell("words", "x"),)


def test_a_notebook_stands_on_its_page(tmp_path: Path) -> None:
    data = notebook(
        words("# Which way?\n\n[link](file.txt) <script>alert(1)</script> **bold**"),
        code("x = '<b>'", shown(**{"image/png": drawn(), "text/plain": "<Figure>"})),
    )

    markup, shelf = figure(tmp_path, data)

    assert '<h3 id="cell-' in markup
    assert "<strong>bold</strong>" in markup
    assert "<script" not in markup
    assert "<b>" not in markup
    assert "&lt;Figure" not in markup
    picture = next(one for one in shelf.staging.files if one.endswith("-500.webp"))
    assert f'src="{picture}"' in markup
    assert 'class="file-card" href="media/' in markup
    assert 'download="The calculation.ipynb"' in markup


def test_tables_are_cleaned_and_can_be_scrolled(tmp_path: Path) -> None:
    html = (
        '<div>\n<style scoped>td {color: red}</style>\n<table border="1" class="dataframe" onclick="alert(1)">\n'
        "  <thead>\n    <tr><th></th><th>noise</th></tr>\n  </thead>\n"
        "  <tbody>\n    <tr><th>0</th><td>41</td></tr>\n  </tbody>\n</table>\n</div>"
    )

    markup, _ = figure(tmp_path, notebook(code("t", shown(**{"text/html": [html]}))))

    assert '<div class="table-scroll" role="region"' in markup
    assert "<td>41</td>" in markup
    assert "onclick" not in markup
    assert "color: red" not in markup


def test_programs_are_coloured_in_their_language() -> None:
    assert language_of(notebook(language="julia")) == "jl"
    assert language_of(b'{"metadata": {}}') == "py"


def test_nobody_is_named_by_a_folder_or_a_picture() -> None:
    canary = "mira-canary"
    hidden = base64.b64encode(base64.b64decode(drawn()) + canary.encode()).decode()
    said = (
        f"/Users/{canary}/lib/python3/x.py:3: Warning\nC:\\Users\\{canary}\\x.py, /home/{canary}/y"
    )
    data = notebook(
        {"cell_type": "markdown", "source": "x", "metadata": {}, "attachments": {"a": canary}},
        code(
            f"open('/home/{canary}/noise.csv')",
            {"output_type": "stream", "name": "stderr", "text": [said]},
            {"output_type": "error", "ename": "E", "evalue": "v", "traceback": [canary]},
            shown(**{"image/png": hidden}),
        ),
    )

    clean = scrub(data, ".ipynb").data

    assert canary.encode() not in clean
    assert "~/noise.csv" in json.loads(clean)["cells"][1]["source"]
    picture = json.loads(clean)["cells"][1]["outputs"][2]["data"]["image/png"]
    assert canary.encode() not in base64.b64decode(picture)
    Image.open(io.BytesIO(base64.b64decode(picture))).load()
