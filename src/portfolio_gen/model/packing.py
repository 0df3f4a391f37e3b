"""Diagnostics as JSON, for a later run that says them again, in whatever language is asked for then."""

from __future__ import annotations

from typing import Any

from portfolio_gen.diagnostics import Diagnostic, Rule, Severity, Span
from portfolio_gen.model.speech import (
    Blank,
    Figure,
    Sentence,
    Spelled,
    Word,
    english,
    sentence,
    sentences,
    strung,
)


def packed(one: Diagnostic) -> list[Any]:
    """A diagnostic as JSON."""
    rule = one.rule
    return [
        [rule.code, rule.name, rule.severity.value, rule.contained],
        _packed_span(one.span),
        packed_words(one.message),
        packed_words(one.hint),
        [_packed_span(span) for span in one.related],
        one.about,
    ]


def unpacked(told: Any) -> Diagnostic:
    """The diagnostic that `packed` has written.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it was damaged since.
    """
    (code, name, severity, contained), span, message, hint, related, about = told
    return Diagnostic(
        Rule(code, name, Severity(severity), bool(contained)),
        _unpacked_span(span),
        unpacked_words(message),
        unpacked_words(hint),
        tuple(map(_unpacked_span, related)),
        about,
    )


def _packed_span(span: Span) -> list[str | int]:
    return [span.path, span.line, span.column, span.end_line, span.end_column]


def _unpacked_span(told: Any) -> Span:
    path, *numbers = told
    return Span(path, *map(int, numbers))


def packed_words(blank: Blank) -> Any:
    """A sentence, or what stands in a blank: a text or a number as it is, everything else with what it is."""
    match blank:
        case Sentence():
            return _packed_sentence(blank)
        case Word():
            return {"word": str(blank)}
        case Spelled():
            return {"spelled": int(blank)}
        case Figure():
            return {"figure": float(blank), "places": blank.places}
        case str() | int():
            return blank
    return english(blank)


def _packed_sentence(one: Sentence) -> Any:
    if one.parts:
        parts = [packed_words(part) for part in one.parts]
        return {"parts": parts, "glue": one.glue, "capital": one.capital}
    if not one.words:
        return {"words": str(one)} if one else ""
    told: dict[str, Any] = {"words": one.words}
    if one.many:
        told |= {"many": one.many, "count": one.counted}
    if one.given:
        told["given"] = {name: packed_words(blank) for name, blank in one.given.items()}
    return told


def unpacked_words(told: Any) -> Sentence:
    """The sentence that was packed; an older program has left its English alone."""
    found = _unpacked(told)
    return found if isinstance(found, Sentence) else Sentence(str(found))


def _unpacked(told: Any) -> Blank:
    match told:
        case {"parts": parts, "glue": glue, "capital": capital}:
            return strung(map(_text, parts), glue, capital=capital)
        case {"words": one, "many": many, "count": count, "given": given}:
            return sentences(one, many, count, **_given(given))
        case {"words": words}:
            return sentence(words, **_given(told.get("given", {})))
        case {"word": word}:
            return Word(word)
        case {"spelled": count}:
            return Spelled(count)
        case {"figure": value, "places": places}:
            return Figure(value, places)
        case str() | int():
            return told
    raise ValueError("no sentence")


def _given(told: dict[str, Any]) -> dict[str, Blank]:
    return {name: _unpacked(blank) for name, blank in told.items()}


def _text(told: Any) -> str:
    found = _unpacked(told)
    return found if isinstance(found, str) else english(found)
