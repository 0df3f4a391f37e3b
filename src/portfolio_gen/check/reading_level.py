"""How hard a text is to read, as a school grade; a rough measure of long sentences and long words in English."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SENTENCE = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^tdaeiouy]ed|[^aeiouysxz]es)$")


def grade_of(text: str) -> float:
    """The school grade after which a text can be read (Kincaid et al. 1975, the Flesch–Kincaid grade level).

    Of a text without words, 0.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE.findall(text)))
    sounds = sum(syllables(one) for one in words)
    return 0.39 * len(words) / sentences + 11.8 * sounds / len(words) - 15.59


def syllables(word: str) -> int:
    """About how many syllables an English word has; never none."""
    letters = word.lower()
    count = len(_VOWELS.findall(letters))
    return max(1, count - (count > 1 and _SILENT.search(letters) is not None))
