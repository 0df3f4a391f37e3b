"""Markup of recordings: a player, how long it takes, and what is said in it."""

from __future__ import annotations

from markupsafe import Markup

from portfolio_gen.render.published import Published
from portfolio_gen.render.words.voice import Voice

Say = Voice


def player(file: Published, called: str, poster: str, language: str, say: Say) -> Markup:
    """A recording with a browser's own controls, its length and size, and its transcript.

    Args:
        called: what it is, for those who cannot see it.
        poster: address of the picture that stands for a film; empty for none.
        language: of its captions.
    """
    track = Markup('<track kind="captions" src="{}" srclang="{}" label="{}" default>').format(
        file.captions, language, say("Captions")
    )
    return Markup(
        '<{0} controls preload="metadata"{1} aria-label="{2}"><source src="{3}" type="{4}">{5}</{0}>{6}{7}'
    ).format(
        file.kind,
        _screen(file, poster) if file.kind == "video" else "",
        called,
        file.address,
        file.type,
        track if file.captions else "",
        _facts(file),
        _transcript(file, say),
    )


def _screen(file: Published, poster: str) -> Markup:
    """What keeps a page from jumping when a film is there at last."""
    sides = Markup(' width="{}" height="{}"').format(file.width, file.height)
    shown = Markup(' poster="{}"').format(poster)
    return Markup(" playsinline{}{}").format(sides if file.width else "", shown if poster else "")


def _facts(file: Published) -> Markup:
    facts = [clock(file.seconds) if file.seconds else "", file.extension.upper(), file.size]
    return Markup('<p class="file-facts">{}</p>').format(" · ".join(one for one in facts if one))


def _transcript(file: Published, say: Say) -> Markup:
    if not file.transcript:
        return Markup("")
    words = Markup("").join(Markup("<p>{}</p>").format(one) for one in file.transcript)
    return Markup('<details class="transcript"><summary>{}</summary>{}</details>').format(
        say.of("a recording", "Transcript"), words
    )


def clock(seconds: float) -> str:
    """A length of time as players show it: `2:05`, `1:02:05`."""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
