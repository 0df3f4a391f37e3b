"""Texts to texts, numbers, truth values and dates: exactly what was written, or a refusal that says why."""

from __future__ import annotations

import re
from typing import TypeVar

from portfolio_gen.diagnostics import Rule, Told
from portfolio_gen.model.dates import Day, NoSuchDate, PartialDate
from portfolio_gen.model.ids import is_id
from portfolio_gen.model.speech import Figure, Sentence
from portfolio_gen.model.tell import NOTHING, tell
from portfolio_gen.read.decode import MOST_MARKS, piled_up
from portfolio_gen.read.rules import (
    HIDDEN_CHARACTER,
    NOT_TRUE_OR_FALSE,
    SEVERAL_LINES,
    TEXT_TOO_LONG,
    UNUSABLE_ADDRESS,
    UNUSABLE_DIGEST,
    UNUSABLE_ID,
    UNUSABLE_KEY,
    UNUSABLE_LANGUAGE,
    UNUSABLE_TIME,
    WRONG_DATE,
    WRONG_NUMBER,
)
from portfolio_gen.read.tree import Null
from portfolio_gen.read.wording import quoted

LONGEST_LINE = 300
"""Most characters of a text on one line, such as a title."""
LONGEST_PROSE = 20_000
"""Most characters of a text that may have several lines, such as feedback."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, except tab and line feed
    "\u202d\u202e"  # overrides of the direction of writing
    "\ufeff\ud800-\udfff\ufffe\uffff]"
)
_RARE_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
"""Line ends that come along when text is copied from a word processor or a web page."""
_DIRECTION_MARKS = re.compile("[\u202a-\u202c\u2066-\u2069]")
_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_HOST, _REST = r"[^\s/?#@:\\\[\]\"<>]+", r"([/?#][^\s\\\"<>]*)?"
_ADDRESS = re.compile(rf"https?://{_HOST}(:[0-9]{{1,5}})?{_REST}", re.IGNORECASE)
_BARE_ADDRESS = re.compile(rf"(?=[^/?#]*[^/?#.]\.[^/?#.]){_HOST}{_REST}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", re.IGNORECASE | re.ASCII)
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}", re.ASCII)
_KEY = re.compile(r"z6Mk[1-9A-HJ-NP-Za-km-z]{40,48}", re.ASCII)
_SIGNATURE = re.compile(r"z[1-9A-HJ-NP-Za-km-z]{80,90}", re.ASCII)
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)

D = TypeVar("D", Day, PartialDate)


class Refusal(Exception):
    """A text that cannot be read as what it should be."""

    def __init__(self, rule: Rule, message: Told, hint: Told) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint


def is_blank(value: object) -> bool:
    """Whether nothing was written: an empty place, `~`, or a text of blanks."""
    return value is None or (isinstance(value, str) and not value.strip())


def is_absent(value: object) -> bool:
    """Whether nothing was written, or `null`, which means nothing where a value may be absent."""
    return isinstance(value, Null) or is_blank(value)


def read_line(written: str) -> str:
    """A text on one line of at most `LONGEST_LINE` characters."""
    text = _read_text(_RARE_LINE_ENDS.sub(" ", written), LONGEST_LINE)
    if "\n" in text:
        raise Refusal(
            SEVERAL_LINES, tell("this text has several lines"), tell("write it on one line")
        )
    return text


def read_prose(written: str) -> str:
    """A text of at most `LONGEST_PROSE` characters, on as many lines as it likes."""
    return _read_text(_RARE_LINE_ENDS.sub("\n", written), LONGEST_PROSE)


def _read_text(written: str, longest: int) -> str:
    text = written.strip()
    if hidden := _HIDDEN.search(text) or _unbalanced(text):
        message = tell(
            "an invisible character (U+%(code)s) is in this text", code=f"{ord(hidden[0]):04X}"
        )
        raise Refusal(HIDDEN_CHARACTER, message, tell("type the text again instead of copying it"))
    if next(piled_up(text), None):
        message = tell(
            "more than %(most)s accents stand on one letter in this text",
            most=MOST_MARKS,
        )
        raise Refusal(HIDDEN_CHARACTER, message, tell("leave a few of them, and delete the others"))
    if len(text) > longest:
        message = tell(
            "this text has %(count)s characters, and %(longest)s is the most",
            count=Figure(len(text)),
            longest=Figure(longest),
        )
        raise Refusal(
            TEXT_TOO_LONG, message, tell("say it shorter, and tell the rest in a narrative")
        )
    return text


def _unbalanced(text: str) -> str:
    """A mark for the direction of writing that would also turn what stands behind the text.

    Telephones put such marks around names that are written from right to left; in pairs they do no harm.
    """
    waiting: list[str] = []
    for mark in _DIRECTION_MARKS.findall(text):
        if mark in _CLOSED_BY:
            waiting.append(mark)
        elif not waiting or _CLOSED_BY[waiting.pop()] != mark:
            return str(mark)
    return waiting[0] if waiting else ""


def read_id(written: str) -> str:
    """A name that other files refer to, and that may become a part of web addresses."""
    text = read_line(written)
    if not is_id(text):
        message = tell("%(text)s cannot be an id", text=quoted(text))
        hint = tell(
            "write letters and digits without spaces; `-`, `_`, `.` and `+` may stand between them"
        )
        raise Refusal(UNUSABLE_ID, message, hint)
    return text


def read_address(written: str) -> str:
    """A web address that a reader may be led to: `https://…` or `http://…`, and nothing that runs or opens a file."""
    text = read_line(written)
    if not _ADDRESS.fullmatch(text):
        hint = (
            tell("did you mean %(word)s?", word=quoted(f"https://{text}"))
            if _BARE_ADDRESS.fullmatch(text)
            else tell("copy it from the browser; it begins with `https://`")
        )
        raise Refusal(
            UNUSABLE_ADDRESS, tell("%(text)s is not a web address", text=quoted(text)), hint
        )
    return text


def read_language(written: str) -> str:
    """The code of a language (BCP 47), such as `en` or `zh-Hant`, by which browsers read aloud and hyphenate."""
    text = read_line(written)
    if not _LANGUAGE.fullmatch(text):
        better = text.replace("_", "-")
        meant = better if _LANGUAGE.fullmatch(better) else ""
        hint = tell("write its short code, such as `en`, `es`, `ar` or `zh-Hant`")
        hint = tell("did you mean %(word)s?", word=quoted(meant)) if meant else hint
        message = tell("%(text)s is not the code of a language", text=quoted(text))
        raise Refusal(UNUSABLE_LANGUAGE, message, hint)
    return text


def read_digest(written: str) -> str:
    """A digest as `submit` and `decide` write it: `sha256:` and 64 hexadecimal digits."""
    text = read_line(written)
    if not _DIGEST.fullmatch(text):
        hint = tell("copy it whole: `sha256:` and 64 of the digits 0 to 9 and a to f")
        raise Refusal(UNUSABLE_DIGEST, tell("%(text)s is not a digest", text=quoted(text)), hint)
    return text


def read_key(written: str) -> str:
    """A public Ed25519 key as Multikey (W3C Controlled Identifiers, section 2.2.2): base58 with the prefix `z6Mk`."""
    text = read_line(written)
    if not _KEY.fullmatch(text):
        hint = tell("copy the whole line that begins with `z6Mk`")
        raise Refusal(UNUSABLE_KEY, tell("%(text)s is not a public key", text=quoted(text)), hint)
    return text


def read_signature(written: str) -> str:
    """An Ed25519 signature in multibase (base58, `z`)."""
    text = read_line(written)
    if not _SIGNATURE.fullmatch(text):
        hint = tell("sign the ballot again with `portfolio-gen ballot sign`")
        raise Refusal(UNUSABLE_KEY, tell("%(text)s is not a signature", text=quoted(text)), hint)
    return text


def read_clock(written: str) -> str:
    """A time of the day on a clock of 24 hours, `15:30`."""
    text = read_line(written)
    if not _CLOCK.fullmatch(text):
        hint = tell("write hours and minutes with two digits each, like 09:00 or 15:30")
        raise Refusal(
            UNUSABLE_TIME, tell("%(text)s is not a time of the day", text=quoted(text)), hint
        )
    return text


def read_whole_number(written: str) -> int:
    """An integer in plain digits: neither `010` nor `1_000` nor `1e3`."""
    text = written.strip()
    if not _WHOLE_NUMBER.fullmatch(text):
        message = tell("%(text)s is not a whole number", text=quoted(text))
        raise Refusal(WRONG_NUMBER, message, tell("write it in plain digits, like 3 or 30"))
    return int(text)


def read_number(written: str) -> float:
    """A number in plain digits, perhaps with decimals: neither `nan` nor `inf` nor `1e3`."""
    text = written.strip()
    if not _NUMBER.fullmatch(text):
        message = tell("%(text)s is not a number", text=quoted(text))
        raise Refusal(WRONG_NUMBER, message, tell("write it in plain digits, like 3 or 2.5"))
    return float(text)


def read_truth(written: str) -> bool:
    """`true` or `false`."""
    word = written.strip().lower()
    if word not in {"true", "false"}:
        meant = _MEANT.get(word) or tell("true or false")
        message = tell("%(written)s is neither true nor false", written=quoted(written.strip()))
        raise Refusal(NOT_TRUE_OR_FALSE, message, tell("write %(meant)s", meant=meant))
    return word == "true"


_MEANT = {
    **dict.fromkeys(("yes", "on", "y", "1"), "`true`"),
    **dict.fromkeys(("no", "off", "n", "0"), "`false`"),
}


def read_day(written: str) -> Day:
    """A day of the calendar, `2025-03-14`."""
    return _read_date(Day, written)


def read_partial_date(written: str) -> PartialDate:
    """A day, a month or a year: `2025-03-14`, `2025-03`, `2025`."""
    return _read_date(PartialDate, written)


def _read_date(kind: type[D], written: str) -> D:
    text = written.strip()
    try:
        return kind.parse(text)
    except NoSuchDate as error:
        hint = _other_spelling(text) or tell(error.words, **error.given)
        raise Refusal(WRONG_DATE, tell("%(text)s is not a date", text=quoted(text)), hint) from None


def _other_spelling(text: str) -> Sentence:
    """A question naming the day that was meant, when it was written in another order or without zeros."""
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
    elif match := _YEAR_LAST.fullmatch(text):
        month, day, year = match.groups()
        if int(month) <= 12 and int(day) <= 12 and int(month) != int(day):
            return tell("write the year first: %(year)s-⟨month⟩-⟨day⟩", year=year)
        if int(month) > 12:
            month, day = day, month
    else:
        return NOTHING
    try:
        day = str(Day.parse(f"{year}-{int(month):02d}-{int(day):02d}"))
    except ValueError:
        return NOTHING
    return tell("did you mean %(word)s?", word=day)
