"""What the program tells whoever runs it: sentences in English that can be said in that person's language.

Every message and hint of a diagnostic is made here, and so is what the command line sums up. They are a catalogue of
their own (`render/words/languages/voice/`), for no page says them. Code that is wrong stays in backticks, as it is
written; `tools/words.py` looks that each translation keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.diagnostics import nearest
from portfolio_gen.diagnostics import to_tell as to_tell
from portfolio_gen.model.speech import Blank, Sentence, sentence, sentences, strung

NOTHING = Sentence()
"""No sentence at all, where there is nothing to try."""


COMMA = to_tell(", ")
SEMICOLON = to_tell("; ")
"""What stands between parts that are strung together."""


def tell(words: str, /, **given: Blank) -> Sentence:
    """A sentence with its blanks filled; written out where it is called, or marked by `to_tell`."""
    return sentence(words, **given)


def tell_many(one: str, many: str, count: int, /, **given: Blank) -> Sentence:
    """A sentence in the number that fits a count, with its blank `count` in figures."""
    return sentences(one, many, count, **{"count": count, **given})


def or_question(word: str, choices: Iterable[str]) -> Sentence:
    """A question for the nearest choice; nothing when none is like the word."""
    guess = nearest(word, choices)
    return meant(guess) if guess else NOTHING


def meant(guess: str) -> Sentence:
    """A question for a word that may have been meant."""
    return tell("did you mean `%(word)s`?", word=guess)


REASONS = (
    to_tell("file name too long"),
    to_tell("input/output error"),
    to_tell("is a directory"),
    to_tell("no space left on device"),
    to_tell("no such file or directory"),
    to_tell("not a directory"),
    to_tell("operation not permitted"),
    to_tell("permission denied"),
    to_tell("read-only file system"),
    to_tell("too many levels of symbolic links"),
)
"""Reasons that the system gives most often, without their capital."""


def reason_of(problem: OSError) -> str:
    """Why something cannot be read or written, as the system says it, without its capital."""
    told = problem.strerror or ""
    reason = f"{told[:1].lower()}{told[1:]}"
    return tell(reason) if reason in REASONS else reason or tell("for an unknown reason")


def why(problem: Exception) -> str:
    """The sentence that an error was made with; as a text alone it would be English for good."""
    return problem.args[0] if problem.args and isinstance(problem.args[0], str) else str(problem)


def in_a_row(words: Iterable[str], most: int | None = None) -> str:
    """Words in backticks as a list: `` `college` and `public` ``; beyond `most`, only how many more there are."""
    quoted = [f"`{one}`" for one in words]
    if most is not None and len(quoted) > most:
        return and_more(quoted[:most], len(quoted) - most)
    return joined(quoted)


def joined(parts: Iterable[str]) -> str:
    """Parts of a sentence with an `and` before the last."""
    *before, last = parts
    if not before:
        return last
    return tell("%(words)s and %(last)s", words=strung(before, COMMA), last=last)


def either(parts: Iterable[str]) -> str:
    """Parts of a sentence with an `or` before the last."""
    *before, last = parts
    if not before:
        return last
    return tell("%(words)s or %(last)s", words=strung(before, COMMA), last=last)


def and_more(parts: Iterable[str], more: int) -> Sentence:
    """Some parts of a sentence, and how many more there are."""
    return tell_many(
        "%(words)s and %(count)s more",
        "%(words)s and %(count)s more",
        more,
        words=strung(parts, COMMA),
    )
