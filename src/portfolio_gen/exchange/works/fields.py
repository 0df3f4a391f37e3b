"""Keys of another program's page as those of a piece of work; what has no place is kept as it was."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import Span, Told
from portfolio_gen.exchange.plain_text import LONGEST_LINE, plain, shortened
from portfolio_gen.exchange.rules import NOT_UNDERSTOOD, WRITTEN_ANEW
from portfolio_gen.exchange.works.dating import day_of_file, made_on
from portfolio_gen.exchange.works.haul import Remarks
from portfolio_gen.exchange.works.matter import Page
from portfolio_gen.exchange.works.references import Story
from portfolio_gen.exchange.works.times import Read, read_date
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.tell import NOTHING, tell
from portfolio_gen.model.value import dataclass

_SUMMARY = ("summary", "description", "excerpt", "subtitle", "abstract")
_TAGS = ("tags", "categories", "keywords", "tag", "category")
_DATES = ("date", "published_at", "created", "lastmod", "updated", "last_modified_at")
_COVERS = ("cover", "image", "thumbnail", "featured_image", "featuredimage", "teaser", "banner")
_NO = frozenset({"false", "no", "off", "0", "n"})
_YES = frozenset({"true", "yes", "on", "1", "y"})
_HEADING = re.compile(
    r"\s*#[ \t]+(?P<words>[^\n]+?)[ \t#]*(?:\{[^{}\n]*\})?[ \t]*(?:\n|\Z)|\s*(?P<lined>[^\n]+)\n=+[ \t]*(?:\n|\Z)"
)
_IN_NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
MOST_TAGS = 30


@dataclass(slots=True)
class Fields:
    """The keys of one page, on their way."""

    page: Page
    path: str
    file: Path
    shown: str
    remarks: Remarks

    def artifact(self, text: str, story: Story) -> tuple[Artifact, tuple[str, ...], str]:
        """The work, the lines that are kept as they were, and its story."""
        self._say_trouble()
        used: set[str] = set()
        title, text = self._title(text, used)
        date, undated = self._date(used)
        noun = Artifact(
            title=title,
            date=date,
            summary=self._summary(used),
            tags=self._tags(used),
            cover=self._cover(story, used),
            language=self._language(used),
            status="draft" if self._is_draft(used) or story.stumbling or undated else "published",
        )
        return noun, self._kept(used), _not_like_keys(text)

    def _say(self, key: str, message: Told, hint: Told = NOTHING) -> None:
        self.remarks.say(WRITTEN_ANEW, Span(self.shown, self.page.line_of(key)), message, hint)

    def _say_trouble(self) -> None:
        if self.page.trouble:
            message = tell(
                "these keys cannot be read (%(trouble)s), so they are kept as remarks",
                trouble=self.page.trouble,
            )
            hint = tell("what stands on a line of its own was understood; the work is a draft")
            self.remarks.say(NOT_UNDERSTOOD, Span(self.shown, self.page.first_line), message, hint)

    def _title(self, text: str, used: set[str]) -> tuple[str, str]:
        written = _line(self.page.keys.get("title"))
        heading = _HEADING.match(text)
        words = (heading["words"] or heading["lined"] or "").strip() if heading else ""
        if written:
            used.add("title")
            same = heading and " ".join(plain(words).text.split()) == written
            text = text[heading.end() :] if heading and same else text
        elif words and heading:
            written, text = _line(words), text[heading.end() :]
        title = shortened(written, LONGEST_LINE)
        if title != written:
            used.discard("title")
        name = posixpath.splitext(posixpath.basename(self.path))[0]
        return title or shortened(
            name.replace("-", " ").replace("_", " ").strip().capitalize(), LONGEST_LINE
        ) or "Page", text

    def _date(self, used: set[str]) -> tuple[PartialDate, bool]:
        """When it was made; and whether that is only when the file was last changed."""
        for key in _DATES:
            if key in self.page.keys and (found := _read(self.page.keys[key])):
                if found.whole:
                    used.add(key)
                else:
                    self._say(
                        key,
                        tell("of this date, `%(date)s` is certain", date=str(found.date)),
                        tell("write it as 2025-03-14"),
                    )
                return found.date, False
        named = _IN_NAME.search(posixpath.basename(self.path))
        if named and (read := read_date("-".join(named.groups()))):
            return read.date, False
        changed = day_of_file(self.file)
        made_on(False, changed, self.remarks, Span(self.shown, self.page.line_of("date")))
        return changed, True

    def _summary(self, used: set[str]) -> str | None:
        for key in _SUMMARY:
            if words := _line(self.page.keys.get(key)):
                if len(words) <= LONGEST_LINE:
                    used.add(key)
                else:
                    self._say(
                        key,
                        tell(
                            "`%(key)s` is longer than a summary; its beginning was taken, and all of it is kept",
                            key=key,
                        ),
                    )
                return shortened(words, LONGEST_LINE)
        return None

    def _tags(self, used: set[str]) -> tuple[str, ...]:
        tags: dict[str, None] = {}
        for key in _TAGS:
            if key in self.page.keys:
                found = _words(self.page.keys[key])
                if (
                    found is not None
                    and all(len(one) <= LONGEST_LINE for one in found)
                    and len(tags) + len(found) <= MOST_TAGS
                ):
                    used.add(key)
                    tags |= dict.fromkeys(found)
        return tuple(tags)

    def _cover(self, story: Story, used: set[str]) -> str | None:
        nested = self.page.keys.get("header")
        keys = {**(nested if isinstance(nested, Mapping) else {}), **self.page.keys}
        for key in _COVERS:
            given = keys.get(key)
            alt = _line(keys.get(f"{key}_alt") or keys.get("alt"))
            if isinstance(given, Mapping):
                alt = _line(given.get("alt")) or alt
                given = (
                    given.get("src") or given.get("path") or given.get("image") or given.get("url")
                )
            source, _ = (
                story.shelf.site.find(given, self.path)
                if isinstance(given, str) and given
                else ("", False)
            )
            if source and (name := story.shelf.take(source, alt)):
                if key in self.page.keys and isinstance(self.page.keys[key], str):
                    used.add(key)
                return name
        return None

    def _language(self, used: set[str]) -> str | None:
        for key in ("lang", "language", "locale"):
            written = _line(self.page.keys.get(key)).replace("_", "-")
            if _LANGUAGE.fullmatch(written):
                used.add(key)
                return written
        return None

    def _is_draft(self, used: set[str]) -> bool:
        """Whether its maker did not show it, or nobody can tell."""
        keys = self.page.keys
        drafts = self.path.startswith("_drafts/") or bool(self.page.trouble)
        for key, unpublished in (
            ("draft", _YES),
            ("published", _NO),
            ("private", _YES),
            ("hidden", _YES),
        ):
            word = str(keys.get(key, "")).strip().casefold()
            if word in _YES | _NO:
                used.add(key)
                drafts = drafts or word in unpublished
        return drafts

    def _kept(self, used: set[str]) -> tuple[str, ...]:
        """Lines that no key of a piece of work says."""
        if self.page.trouble:
            return tuple(one for one in self.page.lines if one.strip())
        for key in self.page.keys:
            if key not in used and key not in (*_DATES, "title", *_SUMMARY):
                message = tell(
                    "`%(key)s` has no place in a piece of work; it is kept as a remark", key=key
                )
                where = Span(self.shown, self.page.line_of(key))
                self.remarks.say(NOT_UNDERSTOOD, where, message)
        return self.page.but(used)


def _not_like_keys(text: str) -> str:
    """A story that does not begin with a line that could be taken for the beginning of keys."""
    return re.sub(r"\A(\s*)---[ \t]*\n", r"\1***\n", text)


def _line(value: Any) -> str:
    """A value as one line of plain text; empty when it is none."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return " ".join(plain(str(value)).text.split())
    return ""


def _words(value: Any) -> list[str] | None:
    """Some words, each as one line of plain text; None when there is more to the value than such words."""
    parts = re.split(r"[,;]", value) if isinstance(value, str) else value
    if not isinstance(parts, list):
        return None
    lines = [(_line(one), one) for one in parts]
    if any(not line and one is not None and str(one).strip() for line, one in lines):
        return None
    return [line for line, _ in lines if line]


def _read(value: Any) -> Read | None:
    if isinstance(value, datetime.datetime):
        return Read(PartialDate(value.year, value.month, value.day), False)
    if isinstance(value, datetime.date):
        return Read(PartialDate(value.year, value.month, value.day), True)
    return read_date(str(value)) if isinstance(value, str | int) else None
