"""Bytes of unknown origin as text."""

from __future__ import annotations

import codecs

from portfolio_gen.model.tell import tell

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> tuple[str, str]:
    """A text with `\\n` as line ending, and which encoding was guessed; that is empty for UTF-8, which is no guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return (
                _one_ending(text),
                ""
                if encoding == "utf-8-sig" and "\ufffd" not in text
                else "UTF-16"
                if encoding == "utf-16"
                else tell("UTF-8 with faults"),
            )
    try:
        return _one_ending(data.decode("utf-8")), ""
    except UnicodeDecodeError:
        pass
    try:
        return _one_ending(data.decode("cp1252")), "Windows-1252"
    except UnicodeDecodeError:
        return _one_ending(data.decode("latin-1")), "Latin-1"


def _one_ending(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
