"""The editor's own language: that of the student, unless somebody asks for another."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path

from portfolio_gen import edit
from portfolio_gen.edit import Tongue
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.speech import Sentence, Word, capitalised
from portfolio_gen.model.terms import PLURALS
from portfolio_gen.render.words import dir_of
from portfolio_gen.render.words.catalogue import ENGLISH, LANGUAGES, nearest
from portfolio_gen.render.words.telling import said
from portfolio_gen.render.words.voice import Voice, voice_aloud, voice_of

_LEFT_TO_RIGHT = re.compile(r"`[^`]+`|(?<![\d-])\d{4}-\d\d(?:-\d\d)?(?![\d-])")
ROOM = Path(edit.__file__).parent
"""Beside its templates lie the editor's own catalogues, so that no worker of a build reads them."""


def is_spoken(language: str) -> bool:
    """Whether the forms can ask in a language (BCP 47)."""
    folder = ROOM / LANGUAGES.name
    return any(one == ENGLISH or (folder / f"{one}.po").is_file() for one in nearest(language))


def spoken() -> list[str]:
    """Languages in which the forms ask."""
    return sorted([ENGLISH, *(one.stem for one in (ROOM / LANGUAGES.name).glob("*.po"))])


@lru_cache(maxsize=8)
def tongue_of(language: str) -> Tongue:
    """How the editor speaks a language; English, where it does not know it."""
    spoken = language if is_spoken(language) else ENGLISH
    voice = voice_of(spoken, (ROOM,))
    if voice.speaks_otherwise:
        # What is wrong with a file is told in the words of `check`, which are a catalogue of their own.
        voice.translations.add_fallback(voice_aloud(spoken).translations)
    return Tongue(spoken, dir_of(spoken), voice.translations, partial(_said, say=voice))


def _said(text: str, say: Voice) -> str:
    # Everything that a template shows comes by here, numbers and markup too.
    if type(text) not in (Sentence, Word):
        return text
    told = said(text, say)
    return told if dir_of(say.language) == "ltr" else _kept_in_order(told)


def _kept_in_order(text: str) -> str:
    """A sentence that runs from right to left, with code and dates in it that run as they are written.

    Source: Unicode Standard Annex #9, 2.4, explicit directional isolates.
    """
    return _LEFT_TO_RIGHT.sub(lambda one: f"\u2066{one[0]}\u2069", text)


def asking(tongue: Tongue, framework: Framework) -> Callable[[str], str]:
    """Says what forms ask in a language, with the words that the school has for the program's."""
    words: dict[str, str] = {one: tongue.said(framework.word(one)) for one in PLURALS}
    words |= {many: tongue.said(framework.word(one, many=True)) for one, many in PLURALS.items()}

    def say(text: str) -> str:
        said = tongue.translations.gettext(text)
        return capitalised(said % words) if "%(" in said else said

    return say


def why(problem: Exception) -> str:
    """The sentence of an error as it was made; as a plain text it would be English for good."""
    return problem.args[0] if problem.args and isinstance(problem.args[0], str) else str(problem)
