"""Pictures of a site: in their sizes, and in full where the student offers that."""

from __future__ import annotations

from dataclasses import replace

from portfolio_gen.model.tell import tell, why
from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render import rules
from portfolio_gen.render.cache import keep_full_size, keep_picture
from portfolio_gen.render.derived import BrokenPicture, Derived, TooManyPixels
from portfolio_gen.render.desk import Desk
from portfolio_gen.render.published import Published
from portfolio_gen.render.words import size

MANY_PIXELS = 40_000_000
"""From here on a picture is larger than any reader's screen by far."""
_SMALLER = tell("save it smaller; 2,000 pixels are enough for any screen")


def publish_picture(desk: Desk, media: MediaView, data: bytes) -> Published:
    """Publish a picture, whatever it is called; a broken one is reported."""
    try:
        made = desk.counted(media, keep_picture(desk.cache, data))
        _judge(desk, media, made)
        shown = desk.lay_sizes(made)
        return _with_full_size(desk, media, data, shown) if media.download else shown
    except TooManyPixels as error:
        return desk.broken(
            rules.FILE_TOO_LARGE,
            media,
            tell("cannot be shown: %(error)s", error=why(error)),
            _SMALLER,
        )
    except BrokenPicture as error:
        hint = tell("open it and save it again, or take the picture anew")
        return desk.broken(
            rules.PICTURE_DAMAGED, media, tell("cannot be shown: %(error)s", error=why(error)), hint
        )


def _judge(desk: Desk, media: MediaView, made: Derived) -> None:
    if made.pixels > MANY_PIXELS:
        millions = made.pixels // 1_000_000
        what = tell(
            "has %(millions)s million pixels, which take long to make smaller and show nobody more",
            millions=millions,
        )
        desk.report(rules.PICTURE_VERY_LARGE, media, what, _SMALLER)


def _with_full_size(desk: Desk, media: MediaView, data: bytes, shown: Published) -> Published:
    full, extension = desk.counted(media, keep_full_size(desk.cache, data))
    return replace(shown, full=desk.lay(full, extension), full_size=size(len(full), desk.language))
