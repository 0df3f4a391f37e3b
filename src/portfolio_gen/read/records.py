"""What the school has signed: transcripts/records/."""

from __future__ import annotations

import json
import re
from typing import Any

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.records import EVENTS, FOLDER, LOG, Entry, RecordLog
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import reason_of, tell
from portfolio_gen.read.folder import Folder, Found, look_into, open_warily
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.rules import DAMAGED_LOG, UNREADABLE

MOST_BYTES = 256_000_000
"""Of the log; a line has a few thousand."""
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_KEY = re.compile(r"z6Mk[1-9A-HJ-NP-Za-km-z]{40,48}", re.ASCII)
_TEXTS = ("edition", "student", "digest", "facts", "until", "salt", "reason")


class _Wrong(ValueError):
    """What is wrong with a line."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why)
        self.why = why


def read_log(transcripts: Folder) -> tuple[RecordLog | None, Found]:
    """The log of everything that was signed; an empty one where nothing was, None where it cannot be relied on."""
    if FOLDER not in transcripts.folders:
        return RecordLog(), ()
    folder, found = look_into(transcripts.path / FOLDER, transcripts.shows(FOLDER))
    name = LOG.rpartition("/")[2]
    if folder is None:
        return None, found
    if name not in folder.files:
        return (None, found) if name in folder.refused else (RecordLog(), found)
    try:
        with open_warily(folder.path / name) as file:
            data = file.read(MOST_BYTES)
    except OSError as problem:
        message = tell("this cannot be read: %(reason)s", reason=reason_of(problem))
        return None, (Diagnostic(UNREADABLE, Span(LOG), message, tell("may you read it?")),)
    return _read_lines(data)


def _read_lines(data: bytes) -> tuple[RecordLog | None, Found]:
    entries: list[Entry] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            if line.strip():
                entries.append(_entry(line, number))
        except (ValueError, RecursionError) as problem:
            reason = problem.why if isinstance(problem, _Wrong) else tell("it is not JSON")
            message = tell(
                "this line of the log of records cannot be used: %(reason)s", reason=reason
            )
            hint = tell("bring back the file as it was; nobody needs to write in it")
            return None, (Diagnostic(DAMAGED_LOG, Span(LOG, number), message, hint),)
    return RecordLog(entries=tuple(entries)), ()


def _entry(line: bytes, number: int) -> Entry:
    """A line of the log.

    Raises:
        ValueError: it is not as the program would have written it.
    """
    told = json.loads(line.decode("utf-8"))
    if not isinstance(told, dict):
        raise _Wrong(tell("it is not an object"))
    known = {"event", "at", "key", "index", "says", "final", *_TEXTS}
    if unknown := sorted(told.keys() - known):
        raise _Wrong(tell("`%(word)s` is not known", word=unknown[0]))
    if told.get("event") not in EVENTS:
        raise _Wrong(tell("it names no event"))
    _expect(told, "at", _INSTANT)
    _expect(told, "key", _KEY)
    if told["event"] in ("issued", "revoked"):
        _expect_record(told)
    texts = {one: _text(told, one) for one in _TEXTS}
    index, says = told.get("index", 0), told.get("says", [])
    if not isinstance(index, int) or not isinstance(says, list):
        raise _Wrong(tell("`index` or `says` is of another kind"))
    return Entry(
        event=told["event"],
        at=told["at"],
        key=told["key"],
        index=index,
        says=tuple(map(str, says)),
        final=told.get("final") is True,
        line=number,
        **texts,
    )


def _expect_record(told: dict[str, Any]) -> None:
    _expect(told, "digest", _SHA256)
    if told.get("edition") not in EDITIONS:
        raise _Wrong(tell("it names no edition"))
    student = told.get("student")
    if not isinstance(student, str) or judge_id(student):
        raise _Wrong(tell("it names no student"))


def _expect(told: dict[str, Any], name: str, pattern: re.Pattern[str]) -> None:
    if not pattern.fullmatch(_text(told, name)):
        raise _Wrong(tell("`%(name)s` is not as it should be", name=name))


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name, "")
    if not isinstance(value, str):
        raise _Wrong(tell("`%(name)s` is not a text", name=name))
    return value
