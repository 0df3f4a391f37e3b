"""What a school says in words of its own (`sentences:`), and what is wrong with it."""

from __future__ import annotations

import gettext
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.blueprint import Sentences
from portfolio_gen.model.settings import Settings
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import NOTHING, or_question, tell
from portfolio_gen.render.rules import (
    LANGUAGE_UNSPOKEN,
    SENTENCE_MISFIT,
    SENTENCE_UNKNOWN,
    TOO_MANY_LANGUAGES,
)
from portfolio_gen.render.words.catalogue import (
    ENGLISH,
    LANGUAGES,
    locale_name,
    nearest,
    opened,
    read_catalogue,
)

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

BLANK = re.compile(r"%\(\w+\)s|%s|\{\w+\}|</?\w+>")
"""What has to be found in another wording too."""
KNOWN = "es"
"""A catalogue that has every sentence; all of ours do."""


def blanks(text: str) -> Counter[str]:
    """Blanks and tags of a sentence, with how often each stands in it."""
    return Counter(BLANK.findall(text))


def own_words(sentences: Sentences, language: str) -> Iterator[gettext.GNUTranslations]:
    """A school's own sentences in a language, those of its regions last; what does not fit is not among them."""
    from babel.messages.catalog import Catalog

    written, known = dict(sentences), None
    for tag in reversed([*nearest(language)]):
        if own := written.get(tag):
            known = known or opened(LANGUAGES / f"{KNOWN}.po")
            made = Catalog(locale=locale_name(tag))
            for words, said in own:
                message = known.get(words)
                if message and not misfit(message, said, made):
                    made.add(message.id, said if message.pluralizable else said[0])
            yield read_catalogue(made)


def misfit(message: Message, said: tuple[str, ...], catalog: Catalog) -> Sentence:
    """Why another wording does not fit a sentence; empty where it does."""
    forms = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    wanted = catalog.num_plurals if len(forms) > 1 else 1
    if len(said) != wanted:
        if len(forms) == 1:
            return tell("it is one text")
        return tell("it has %(count)s of %(wanted)s forms", count=len(said), wanted=wanted)
    known, needed = sum(map(blanks, forms), Counter[str]()), blanks(forms[-1])
    strange = {one for form in said for one in blanks(form) - known}
    missing = needed - blanks(said[-1])
    if strange:
        return tell("there is no `%(blank)s` in it", blank=min(strange))
    return tell("`%(blank)s` is missing", blank=min(missing)) if missing else NOTHING


def faults_in(settings: Settings) -> Iterator[Diagnostic]:
    """What is wrong with a school's sentences; those are not said."""
    if not settings.sentences:
        return
    from babel.messages.catalog import Catalog

    known = opened(LANGUAGES / f"{KNOWN}.po")
    for language, own in settings.sentences.items():
        catalog = Catalog(locale=locale_name(language))
        for words, said in own.items():
            place, message = settings.marks.name("sentences", language, words), known.get(words)
            if message is None:
                told = tell("the program never says `%(words)s`", words=words)
                yield Diagnostic(SENTENCE_UNKNOWN, place, told, _meant(known, words))
                continue
            forms = (said,) if isinstance(said, str) else said
            if why := misfit(message, forms, catalog):
                told = tell(
                    "this does not fit `%(words)s`, so it is not said: %(why)s",
                    words=words,
                    why=why,
                )
                yield Diagnostic(SENTENCE_MISFIT, place, told, _all_of(message, catalog))


def _all_of(message: Message, catalog: Catalog) -> Sentence:
    if not message.pluralizable:
        return tell("keep every blank and every tag; their places are free")
    return tell(
        "write a list of %(count)s texts, one for each number, with `%%(count)s` in the last",
        count=catalog.num_plurals,
    )


def _meant(known: Catalog, words: str) -> Sentence:
    ids = [one.id if isinstance(one.id, str) else one.id[0] for one in known if one.id]
    # `Goals` and `goals` are two; of what is spelled alike the last counts.
    ids.sort(key=lambda one: one[:1].isupper() == words[:1].isupper())
    return or_question(words, ids) or tell(
        "copy the sentence from a page in English, with its blanks as the catalogues write them"
    )


def language_faults(
    asked: Iterable[tuple[tuple[str, ...], Span, str]], themes: Iterable[Path]
) -> Iterator[Diagnostic]:
    """What is wrong with languages: those that are asked for in one place, the place, and whom it is about."""
    folders = [LANGUAGES, *(one / LANGUAGES.name for one in themes)]
    for languages, place, about in asked:
        for language in languages:
            if not _is_spoken(language, folders):
                told = tell(
                    "the program has no sentences in `%(language)s`, so they stay English",
                    language=language,
                )
                hint = tell("`docs/languages.md` says how a school adds a language")
                yield Diagnostic(LANGUAGE_UNSPOKEN, place, told, hint, about=about)
        if len(languages) > 2:
            told = tell(
                "of %(count)s languages only the first two stand on a page", count=len(languages)
            )
            hint = tell("two are what can be read side by side")
            yield Diagnostic(TOO_MANY_LANGUAGES, place, told, hint, about=about)


def _is_spoken(language: str, folders: Iterable[Path]) -> bool:
    tags = [*nearest(language)]
    return tags[-1] == ENGLISH or any(
        (folder / f"{tag}.po").is_file() for folder in folders for tag in tags
    )
