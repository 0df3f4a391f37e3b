"""PG518–PG521: films and recordings for everybody, files that are heavy, and how much of a portfolio is described."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from portfolio_gen.check import rules
from portfolio_gen.check.media import in_media
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.limits import MEGABYTE
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell

HEAVY = 50
"""Megabytes from which on a file is too much for a telephone on its way; some hosts refuse it, too."""
WORDS = frozenset({".vtt", ".srt", ".txt", ".md"})
"""Endings of captions and transcripts, which have the name of their film."""


def poster_not_a_picture(register: Register) -> Iterator[Diagnostic]:
    """What stands for a film until it is played can be shown."""
    for _, work in register.artifacts():
        pictures = {one.file for one in work.media if one.is_picture}
        listed = {one.file for one in work.media}
        for place, media in enumerate(work.media):
            if media.poster in listed - pictures:
                message = tell(
                    "`%(poster)s` is not a picture, and cannot stand for a film",
                    poster=media.poster,
                )
                hint = tell(
                    "choose a picture, or leave `poster` out: then one is taken from the film"
                )
                yield in_media(rules.POSTER_NOT_A_PICTURE, work, place, "poster", message, hint)


def film_without_captions(register: Register) -> Iterator[Diagnostic]:
    """What is said in a film can be read."""
    for _, work in register.artifacts():
        names = {PurePosixPath(one.file) for one in work.media}
        worded = {one.with_suffix("") for one in names if one.suffix.lower() in WORDS}
        for place, media in enumerate(work.media):
            name = PurePosixPath(media.file).with_suffix("")
            if media.is_film and not media.silent and name not in worded:
                message = tell(
                    "`%(file)s` has no captions for those who cannot hear it", file=media.file
                )
                hint = tell(
                    "list a `%(name)s.vtt` with captions or a `%(name)s.txt` with all that is said "
                    "under `media`, or write `silent: true`, if nothing is to be heard",
                    name=str(name),
                )
                yield in_media(rules.FILM_WITHOUT_CAPTIONS, work, place, "file", message, hint)


def heavy_file(register: Register) -> Iterator[Diagnostic]:
    """Everybody can open each file, on a telephone, too."""
    for _, work in register.artifacts():
        for place, media in enumerate(work.media):
            if media.size > HEAVY * MEGABYTE:
                message = tell(
                    "`%(file)s` has %(size)s MB, which takes minutes on a telephone; %(heavy)s MB is plenty",
                    file=media.file,
                    size=Figure(media.size / MEGABYTE),
                    heavy=HEAVY,
                )
                hint = tell(
                    "cut it to what matters or save it in 720p (HandBrake does), or link to it"
                )
                yield in_media(rules.HEAVY_FILE, work, place, "file", message, hint)


def undescribed_pictures(register: Register) -> Iterator[Diagnostic]:
    """How many pictures of each student have no description: the count beside the places that PG503 names."""
    for student in register.school.students:
        listed = [one for work in student.artifacts for one in work.media]
        pictures = [one for one in listed if one.is_picture and not one.decorative]
        without = sum(not (one.alt or "").strip() for one in pictures)
        if without:
            message = tell(
                "%(without)s of %(count)s pictures have no description",
                without=without,
                count=len(pictures),
            )
            hint = tell("begin with the covers: they are seen first")
            span = Span(f"students/{student.id}/artifacts")
            yield Diagnostic(rules.UNDESCRIBED_PICTURES, span, message, hint, about=student.id)


CHECKS: tuple[Check, ...] = (
    poster_not_a_picture,
    film_without_captions,
    heavy_file,
    undescribed_pictures,
)
