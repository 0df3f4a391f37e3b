"""What the program tells whoever runs it, in that person's language; `model/tell.py` has what it tells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.speech import Sentence, Word

ENGLISH = "en"
FORMS = Path(__file__).parent / "edit"
"""Where the sentences lie that forms and commands share."""


def aloud(text: str, language: str) -> str:
    """A text in a language (BCP 47), if it is one of the program's sentences; what nobody has translated, in English.

    Words of people, and what stands in backticks, stay as they are.
    """
    if type(text) not in (Sentence, Word) or language.partition("-")[0] == ENGLISH:
        return str(text)
    # Only where another language is spoken, for a catalogue is read here.
    from portfolio_gen.render.words.telling import said
    from portfolio_gen.render.words.voice import voice_aloud

    return said(text, voice_aloud(language, (FORMS,)))


def spoken(one: Diagnostic, language: str) -> Diagnostic:
    """A diagnostic with its message and its hint in a language; code, place and weight are what they were."""
    message, hint = aloud(one.message, language), aloud(one.hint, language)
    return replace(one, message=Sentence(message), hint=Sentence(hint))


def is_spoken(language: str) -> bool:
    """Whether there is a catalogue of a language."""
    from portfolio_gen.render.words.catalogue import ALOUD, nearest

    tags = [*nearest(language)]
    return ENGLISH in tags or any((ALOUD / f"{one}.po").is_file() for one in tags)
