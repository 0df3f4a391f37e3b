"""Recordings and films of a site: with their captions, what is said in them, their length and a still picture."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from portfolio_gen.model.tell import tell
from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render import ffmpeg, rules
from portfolio_gen.render.cache import keep_film
from portfolio_gen.render.captions import as_text, paragraphs
from portfolio_gen.render.companions import CAPTIONS
from portfolio_gen.render.desk import Desk
from portfolio_gen.render.ffmpeg import CannotWatch, Film
from portfolio_gen.render.published import Published

Publish = Callable[[MediaView], Published]


def with_company(
    desk: Desk, publish: Publish, media: MediaView, made: Published, data: bytes
) -> Published:
    """A published recording with everything that can be said of it before it is played.

    Args:
        publish: publishes another file.
        data: what was published.
    """
    captions = desk.companions.captions.get(media.source)
    words = desk.companions.transcripts.get(media.source)
    made = replace(
        made,
        captions=publish(captions).address if captions else "",
        transcript=_transcript(publish, words or captions),
    )
    film = _film(desk, media, data, made.address)
    if film is None:
        return made
    if film.poster and not media.poster:
        made = replace(made, still=desk.lay_sizes(film.poster).address)
    return replace(made, seconds=film.seconds, width=film.width, height=film.height)


def _film(desk: Desk, media: MediaView, data: bytes, address: str) -> Film | None:
    if not ffmpeg.is_here():
        what = tell(
            "shows neither its length nor a picture from it, for `ffmpeg` is not installed here"
        )
        hint = tell(
            "install it (Debian: `apt install ffmpeg`), or name a picture of yours as its `poster`"
        )
        desk.report_once(rules.FFMPEG_MISSING, media, what, hint)
        return None
    extension = address[address.rindex(".") :]
    with suppress(CannotWatch):
        return desk.counted(media, keep_film(desk.cache, data, extension))
    return None


def _transcript(publish: Publish, words: MediaView | None) -> tuple[str, ...]:
    """What is said, from a text of the same name or from the captions."""
    if words is None or publish(words).kind == "broken":
        return ()
    with suppress(OSError):
        data = words.source.read_bytes()
        return as_text(data) if words.source.suffix.lower() in CAPTIONS else paragraphs(data)
    return ()
