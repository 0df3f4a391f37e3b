"""PG501–PG504, PG507, PG510–PG512: files that belong to work, and words for those who cannot see or hear them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from portfolio_gen.check import rules
from portfolio_gen.check.few import MOST_NAMED
from portfolio_gen.check.register import Check, Register
from portfolio_gen.check.stories import composed, files_in_story
from portfolio_gen.diagnostics import Diagnostic, Rule, Told, nearest
from portfolio_gen.model.artifact import Artifact, Media
from portfolio_gen.model.tell import meant, tell, to_tell

PUT_IT_HERE = to_tell("put the file beside this page, or correct its name")
SAYS_NOTHING = frozenset({"image", "photo", "picture", "img", "foto", "drawing", "video", "sound"})
"""Descriptions that tell only what kind of thing they stand for."""


def media_not_found(register: Register) -> Iterator[Diagnostic]:
    """Each file that a page lists lies beside it."""
    for _, work in register.artifacts():
        there = {composed(one): one for one in work.files}
        listed = enumerate(work.media)
        missing = (one for one in listed if composed(one[1].file) not in there)
        for place, media in islice(missing, MOST_NAMED):
            guess = nearest(media.file, work.files)
            hint = meant(guess) if guess else tell(PUT_IT_HERE)
            message = tell("there is no file `%(file)s` in this folder", file=media.file)
            yield in_media(rules.MEDIA_NOT_FOUND, work, place, "file", message, hint)
    for student in register.school.students:
        if student.picture and student.picture.source is None:
            span = student.marks.at("picture", "file")
            message = tell("there is no file `%(file)s` in this folder", file=student.picture.file)
            yield Diagnostic(
                rules.MEDIA_NOT_FOUND, span, message, tell(PUT_IT_HERE), about=student.id
            )
        for place, link in enumerate(student.links):
            if link.copy is not None and link.source is None:
                span = student.marks.at("links", place, "copy")
                message = tell("there is no file `%(file)s` in this folder", file=link.copy)
                yield Diagnostic(
                    rules.MEDIA_NOT_FOUND, span, message, tell(PUT_IT_HERE), about=student.id
                )


def unused_file(register: Register) -> Iterator[Diagnostic]:
    """Each file that lies beside a work is a part of it."""
    for _, work in register.artifacts():
        listed = {composed(one.file) for one in work.media}
        others = [one for one in work.files if composed(one) not in listed]
        told = {composed(one.name) for one in files_in_story(work.narrative)} if others else set()
        for name in others:
            if composed(name) not in told:
                yield Diagnostic(
                    rules.UNUSED_FILE,
                    work.marks.at("media"),
                    tell("`%(name)s` lies in this folder, and is not shown", name=name),
                    tell("list it under `media`, or leave it here as it is"),
                    about=work.student,
                )


def picture_without_alt(register: Register) -> Iterator[Diagnostic]:
    """Each picture that tells something is described."""
    hint = tell("write `alt:` as you would tell a friend on the telephone, or `decorative: true`")
    for work, place, media in _media(register):
        if media.is_picture and not media.decorative and not (media.alt or "").strip():
            message = tell(
                "`%(file)s` has no description for those who cannot see it", file=media.file
            )
            yield in_media(rules.PICTURE_WITHOUT_ALT, work, place, "file", message, hint)


def alt_says_nothing(register: Register) -> Iterator[Diagnostic]:
    """A description tells what is to be seen."""
    hint = tell("say what is to be seen, and why it is here")
    for work, place, media in _media(register):
        empty = {*SAYS_NOTHING, media.file.casefold(), PurePosixPath(media.file).stem.casefold()}
        if (media.alt or "").strip(" .").casefold() in empty:
            message = tell("this description tells nothing about `%(file)s`", file=media.file)
            yield in_media(rules.ALT_SAYS_NOTHING, work, place, "alt", message, hint)


def recording_without_words(register: Register) -> Iterator[Diagnostic]:
    """Each recording says in words what is to be heard or seen."""
    hint = tell("write `alt:` with what happens in it; captions in a `.vtt` file are even better")
    for work, place, media in _media(register):
        if media.is_recording and not (media.alt or "").strip():
            message = tell(
                "`%(file)s` has no words for those who cannot hear or see it", file=media.file
            )
            yield in_media(rules.RECORDING_WITHOUT_WORDS, work, place, "file", message, hint)


def portrait_without_alt(register: Register) -> Iterator[Diagnostic]:
    """A portrait is described in the student's own words."""
    for student in register.school.students:
        if student.picture and not (student.picture.alt or "").strip():
            yield Diagnostic(
                rules.PORTRAIT_WITHOUT_ALT,
                student.marks.at("picture", "file"),
                tell(
                    "the portrait has no description; it is called “Portrait of …” until you write one"
                ),
                tell("write `alt:` under `picture`"),
                about=student.id,
            )


def file_listed_twice(register: Register) -> Iterator[Diagnostic]:
    """A file is listed once."""
    for _, work in register.artifacts():
        first: dict[str, int] = {}
        for place, media in enumerate(work.media):
            earlier = first.setdefault(composed(media.file), place)
            if earlier != place:
                line = work.marks.at("media", earlier, "file").line
                message = tell(
                    "`%(file)s` is already listed on line %(line)s", file=media.file, line=str(line)
                )
                hint = tell("keep one of the two")
                yield in_media(rules.FILE_LISTED_TWICE, work, place, "file", message, hint)


def cover_not_a_picture(register: Register) -> Iterator[Diagnostic]:
    """The cover is something that a card can show."""
    for _, work in register.artifacts():
        if any(one.file == work.cover and not one.is_picture for one in work.media):
            yield Diagnostic(
                rules.COVER_NOT_A_PICTURE,
                work.marks.at("cover"),
                tell(
                    "`%(cover)s` is not a picture, and cannot be the cover", cover=str(work.cover)
                ),
                tell("choose a picture, or leave `cover` out"),
                about=work.student,
            )


def _media(register: Register) -> Iterator[tuple[Artifact, int, Media]]:
    for _, work in register.artifacts():
        for place, media in enumerate(work.media):
            yield work, place, media


def in_media(
    rule: Rule, work: Artifact, place: int, key: str, message: Told, hint: Told
) -> Diagnostic:
    """What is wrong with one of a work's files: at a key of the entry at that place, counted from 0."""
    span = work.marks.at("media", place, key)
    return Diagnostic(rule, span, message, hint, about=work.student)


CHECKS: tuple[Check, ...] = (
    media_not_found,
    unused_file,
    picture_without_alt,
    alt_says_nothing,
    recording_without_words,
    portrait_without_alt,
    file_listed_twice,
    cover_not_a_picture,
)
