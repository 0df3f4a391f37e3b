"""The cells of a notebook on their way onto a page: words cleaned, programs in colours, pictures in sizes."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render.cache import keep_highlighted, keep_picture
from portfolio_gen.render.derived import BrokenPicture
from portfolio_gen.render.desk import Desk
from portfolio_gen.render.markdown import TooHeavy, cleaned
from portfolio_gen.render.notebook import Cell, cells_of, language_of
from portfolio_gen.render.published import Shown


def shown_cells(desk: Desk, media: MediaView, data: bytes) -> tuple[Shown, ...]:
    """What a page shows of a notebook; nothing of a file that is none, which is still offered."""
    try:
        cells, language = cells_of(data), language_of(data)
    except (ValueError, AttributeError, RecursionError):
        return ()
    return tuple(_shown(desk, media, cells, language))


def _shown(desk: Desk, media: MediaView, cells: tuple[Cell, ...], language: str) -> Iterator[Shown]:
    for one in cells:
        if one.kind == "code":
            code = desk.counted(media, keep_highlighted(desk.cache, one.text.encode(), language))
            yield Shown("code", code)
        elif one.kind == "picture":
            try:
                made = desk.counted(media, keep_picture(desk.cache, one.data))
                yield Shown("picture", picture=desk.lay_sizes(made))
            except BrokenPicture:
                continue  # the notebook itself still has it
        elif one.kind == "said":
            yield Shown("said", str(escape(one.text)))
        else:
            yield _clean(one)


def _clean(cell: Cell) -> Shown:
    try:
        return Shown(cell.kind, cleaned(cell.text).html)
    except TooHeavy:
        return Shown("said", str(escape(cell.text)))
