"""PG505, PG506, PG508, PG509: stories that are empty, or that refer to files which readers would not find."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import islice
from urllib.parse import unquote

from portfolio_gen.check import rules
from portfolio_gen.check.few import MOST_NAMED
from portfolio_gen.check.nearest import FILES_HERE, suggest
from portfolio_gen.check.register import Check, Register
from portfolio_gen.check.texts import Text, items
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass

CODE = re.compile(
    r"^(`{3,}+|~{3,}+)[^\n]*+\n.*?(?:^\1|\Z)|(?<!`)(`{1,4})(?!`)[^`\n]{1,2000}\2",
    re.DOTALL | re.MULTILINE,
)
"""Blocks and spans of code, in which nothing refers to anything."""
REFERENCE = re.compile(
    r"""(?P<picture>!?)\[[^\[\]\n]{0,1000}\]\(\s{0,9}<?(?P<link>[^\s()<>]{1,1000})
      | <img\b[^<>]{0,1000}?\bsrc\s{0,9}=\s{0,9}["']?(?P<source>[^\s"'<>]{1,1000})""",
    re.VERBOSE | re.IGNORECASE,
)
"""Markdown's links and pictures, and pictures in HTML; bounded, because students' text is untrusted."""
LEADS_HERE = re.compile(r"\]\(\s{0,9}<?(?!(?i:https?://|mailto:)|[#/])")
SHOWS = re.compile(r"<img\b", re.IGNORECASE)
"""One of the two is in every story that refers to a file; most have none, and need no closer look."""
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[#/]", re.IGNORECASE)
"""How an address begins that is no file beside the page."""


@dataclass(frozen=True, slots=True)
class FileInStory:
    """A file that a story shows or links to."""

    name: str
    start: int
    end: int


def may_refer(story: str) -> bool:
    """Whether a story could refer to a file at all."""
    leads = "](" in story and LEADS_HERE.search(story)
    return bool(leads or ("<" in story and SHOWS.search(story)))


def files_in_story(story: str) -> Iterator[FileInStory]:
    """The files beside the page that a story refers to, in order."""
    if not may_refer(story):
        return
    prose = CODE.sub(lambda match: " " * len(match[0]), story)
    for match in REFERENCE.finditer(prose):
        group = "link" if match["link"] else "source"
        name = unquote(re.split(r"[?#]", match[group])[0]).removeprefix("./")
        is_file = group == "source" or match["picture"] or ("." in name and "/" not in name)
        if name and is_file and not ELSEWHERE.match(name):
            yield FileInStory(name, *match.span(group))


def story_file_not_found(register: Register) -> Iterator[Diagnostic]:
    """Each file that a story refers to is there."""
    works = {work.marks.path: work for _, work in register.artifacts()}
    for student, text in _stories(register):
        if not may_refer(text.words):
            continue
        work = works.get(text.marks.path)
        there = {composed(one): "" for one in work.files} if work else {}
        listed = {composed(one.file) for one in work.media} if work else set()
        missing = _others(text.words, there.keys() | listed)
        for file in islice(missing, MOST_NAMED):
            aside = tell("pictures and files belong to a piece of work; this page has none")
            yield Diagnostic(
                rules.STORY_FILE_NOT_FOUND,
                text.at(file.start, file.end),
                tell("there is no file `%(name)s` beside this page", name=file.name),
                suggest(file.name, there, FILES_HERE) if work else aside,
                about=student,
            )


def story_file_not_listed(register: Register) -> Iterator[Diagnostic]:
    """Each file that a story refers to is one of its media, or it would not be published."""
    for student, work in register.artifacts():
        spare = {composed(one) for one in work.files} - {composed(one.file) for one in work.media}
        told = files_in_story(work.narrative) if spare else ()
        for file in islice((one for one in told if composed(one.name) in spare), MOST_NAMED):
            yield Diagnostic(
                rules.STORY_FILE_NOT_LISTED,
                _story_of(work).at(file.start, file.end),
                tell(
                    "`%(name)s` is not listed under `media`, so readers do not get it",
                    name=file.name,
                ),
                tell("add `- file: %(name)s` with its `alt` under `media`", name=file.name),
                about=student.id,
            )


def _others(story: str, known: Collection[str]) -> Iterator[FileInStory]:
    """The files that a story refers to and that are not among those known."""
    return (one for one in files_in_story(story) if composed(one.name) not in known)


def empty_story(register: Register) -> Iterator[Diagnostic]:
    """A work that is shown tells its story."""
    for student, work in register.artifacts():
        if work.status == "published" and not work.narrative.strip():
            yield Diagnostic(
                rules.EMPTY_STORY,
                work.marks.at("status"),
                tell("this work is published without its story"),
                tell(
                    "write under the front matter what you did, what was hard and what you learned"
                ),
                about=student.id,
            )


def no_summary(register: Register) -> Iterator[Diagnostic]:
    """A work that is shown has a sentence for its card."""
    for student, work in register.artifacts():
        if work.status == "published" and not (work.summary or "").strip():
            yield Diagnostic(
                rules.NO_SUMMARY,
                work.marks.at("title"),
                tell("the card of this work has no sentence"),
                tell("add `summary:` with one sentence that makes somebody want to read on"),
                about=student.id,
            )


def lesson_not_told(register: Register) -> Iterator[Diagnostic]:
    """Something that did not work and is shown says what it taught."""
    for student, work in register.artifacts():
        told = (work.taught_me or "").strip()
        if work.kind == "failure" and work.status == "published" and not told:
            yield Diagnostic(
                rules.LESSON_NOT_TOLD,
                work.marks.at("kind"),
                tell("this did not work, and does not say what it taught"),
                tell("add `taught_me:` with a sentence or two; that is what readers look for here"),
                about=student.id,
            )


def only_the_result(register: Register) -> Iterator[Diagnostic]:
    """Who looks back at what came of a work looks back at the way, too: that is what can be used again."""
    for student, work in register.artifacts():
        back = work.reflection
        if back.result and not (back.strategy or back.effort):
            yield Diagnostic(
                rules.ONLY_THE_RESULT,
                work.marks.at("reflection", "result"),
                tell("this looks back at what came of it, and not yet at how"),
                tell(
                    "add `strategy:` (how you went about it) or `effort:` (what you put into it), if you like"
                ),
                about=student.id,
            )


def composed(name: str) -> str:
    """A file name with its accents written in one way."""
    return unicodedata.normalize("NFC", name)


def _stories(register: Register) -> Iterator[tuple[str, Text]]:
    for item in items(register):
        for text in item.texts:
            if text.is_story:
                yield item.student.id, text


def _story_of(work: Artifact) -> Text:
    return Text(work.narrative, work.marks, line=work.narrative_line, is_story=True)


CHECKS: tuple[Check, ...] = (
    story_file_not_found,
    story_file_not_listed,
    empty_story,
    no_summary,
    lesson_not_told,
    only_the_result,
)
