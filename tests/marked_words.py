"""Says every sentence of the program in brackets, so that whatever stands outside of them was not translated."""

from __future__ import annotations

import gettext
import re


class Marked(gettext.NullTranslations):
    """Says everything in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"


def outside(text: str) -> str:
    """A text without its brackets and what is in them, also in one another."""
    while (less := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = less
    return text
