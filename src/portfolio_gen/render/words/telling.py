"""Sentences that earlier rooms have made, said in the language of a site."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from operator import is_
from typing import Any, TypeVar, cast

from babel.lists import format_list

from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.speech import Blank, Figure, Sentence, Word, capitalised, english
from portfolio_gen.render.words import figure, locale_of, number, spoken
from portfolio_gen.render.words.catalogue import ENGLISH
from portfolio_gen.render.words.pairs import pair
from portfolio_gen.render.words.voice import Voice

View = TypeVar("View")
UNSPACED = {"zh", "ja"}
"""Languages that write no space between sentences."""


def in_language(view: View, say: Voice) -> View:
    """A view with every sentence of the program's in the language; texts of people stay as they are."""
    return cast(View, _Telling(say).told(view)) if say.speaks_otherwise else view


def said(text: str, say: Voice) -> str:
    """A text in the language, where it is the program's; in both where there are two."""
    if say.both and type(text) in (Word, Sentence):
        return pair(*(said(text, one) for one in say.both))
    if type(text) is Word:
        return say(text)
    if type(text) is not Sentence:
        return text
    if not text.words:
        if not text.parts:
            return str(text)
        whole = _glue(text.glue, say).join(said(one, say) for one in text.parts)
        return capitalised(whole) if text.capital else whole
    words = (
        say.translations.ngettext(text.words, text.many, text.counted)
        if text.many
        else say(text.words)
    )
    return (
        words % {name: _blank(one, say) for name, one in text.given.items()}
        if text.given
        else words
    )


def _glue(glue: str, say: Voice) -> str:
    """What stands between sentences, as the language writes it."""
    if glue == " ":
        return "" if _first(say.language) in UNSPACED else glue
    return say(glue) if glue.strip() else glue


def _blank(blank: Blank, say: Voice) -> str:
    if isinstance(blank, str):
        return said(blank, say)
    if _first(say.language) == ENGLISH:
        return english(blank)
    if isinstance(blank, tuple):
        return format_list(
            [spoken(day, say.language) for day in blank], locale=locale_of(say.language)
        )
    if isinstance(blank, Day | PartialDate):
        return spoken(blank, say.language)
    if isinstance(blank, Figure):
        return figure(float(blank), blank.places, say.language)
    return number(int(blank), say.language)


def _first(language: str) -> str:
    return language.partition("-")[0]


class _Telling:
    """One walk through a view; what stands in several places is told once, and stays one thing."""

    def __init__(self, say: Voice) -> None:
        self._say = say
        self._known: dict[int, tuple[Any, Any]] = {}

    def told(self, value: Any) -> Any:
        kind = type(value)
        if kind is str or value is None:
            return value
        if kind is Sentence or kind is Word:
            return said(value, self._say)
        if kind is tuple:
            parts = tuple(map(self.told, value))
            same = all(map(is_, parts, value))
            return value if same else parts
        names = _views(cast(Hashable, kind))
        return self._view(value, names) if names else value

    def _view(self, value: Any, names: tuple[str, ...]) -> Any:
        if id(value) not in self._known:
            old = {name: getattr(value, name) for name in names}
            new = {name: self.told(one) for name, one in old.items()}
            changed: Mapping[str, Any] = {
                name: one for name, one in new.items() if one is not old[name]
            }
            self._known[id(value)] = (value, replace(value, **changed) if changed else value)
        return self._known[id(value)][1]


@lru_cache(maxsize=256)
def _views(kind: Hashable) -> tuple[str, ...]:
    """Names of a view's fields; none of what is no view."""
    return (
        tuple(one.name for one in fields(kind))
        if isinstance(kind, type) and is_dataclass(kind)
        else ()
    )
