"""Pages of PDFs as pictures: the first one on the page of a work, all of them to be leafed through."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render import leaves as module
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.leaves import CannotDraw, leaves_of
from portfolio_gen.render.showing import Showing
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.words.voice import voice_of


def paper(*pages: tuple[int, int]) -> bytes:
    report, out = PdfWriter(), io.BytesIO()
    for width, height in pages:
        report.add_blank_page(width, height)
    report.write(out)
    return out.getvalue()


def test_pages_are_drawn_in_their_shape_and_no_larger_than_a_screen() -> None:
    made = leaves_of(paper((600, 800), (300, 1000), (2000, 500)))

    sizes = [(one.width, one.height) for one in (made.first.sizes[-1], *made.others)]
    assert sizes == [(1100, 1467), (495, 1650), (1100, 275)]
    assert [one.width for one in made.first.sizes] == [400, 800, 1100]
    for one in (*made.first.sizes, *made.others):
        with Image.open(io.BytesIO(one.data)) as picture:
            assert (picture.format, picture.size) == ("WEBP", (one.width, one.height))


def test_a_book_is_begun() -> None:
    assert len(leaves_of(paper(*[(60, 80)] * 15)).others) == 11


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 rubbish", b"%PDF-1.7\n" + b"[" * 100_000])
def test_what_cannot_be_drawn_is_said(data: bytes) -> None:
    with pytest.raises(CannotDraw):
        leaves_of(data)


@pytest.mark.parametrize(
    "said", [b"", b"{}\n", b'{"tint": "", "first": 1, "sizes": [[1, 1, 5]]}\nabc']
)
def test_half_an_answer_is_none(said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "asked", lambda *_: said)
    with pytest.raises(CannotDraw):
        leaves_of(paper((60, 80)))


def test_the_page_of_a_work_shows_the_first_and_knows_the_others(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(paper((600, 800), (600, 800)))
    media = MediaView(source=tmp_path / "report.pdf", alt="", title="Why it <broke>")
    shelf = Cabinet(Staging(tmp_path / "site"), tmp_path / "cache", "en")
    made = shelf.publish(media)

    figure = Showing(voice_of("en"), "en", lambda _: "tint", shelf.publish).figure(media)

    assert len(made.leaves) == made.pages == 2
    assert set(made.leaves) <= set(shelf.staging.files)
    assert f'href="{made.address}" data-leaves="{" ".join(made.leaves)}"' in figure
    assert 'alt="First page of “Why it &lt;broke&gt;”"' in figure
    assert "PDF · 2 pages" in figure


def test_without_its_pages_a_paper_is_still_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "asked", lambda *_: None)
    (tmp_path / "report.pdf").write_bytes(paper((600, 800)))
    media = MediaView(source=tmp_path / "report.pdf", alt="", title="Report")
    shelf = Cabinet(Staging(tmp_path / "site"), tmp_path / "cache", "en")

    figure = Showing(voice_of("en"), "en", str, shelf.publish).figure(media)

    assert "file-card" in figure
    assert "data-leaves" not in figure
    assert shelf.diagnostics == []
