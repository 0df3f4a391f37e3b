"""What a school calls the program's words, in the language of its site where it has no words of its own."""

from __future__ import annotations

from dataclasses import replace

from portfolio_gen.model.blueprint import SchoolView
from portfolio_gen.render.words.catalogue import Voice


def in_its_language(school: SchoolView, say: Voice) -> SchoolView:
    """The school with the program's own words translated; words that it has chosen stay as it has written them."""
    return replace(
        school,
        words=tuple((term, say(word) if word == term else word) for term, word in school.words),
    )
