"""Stories of one site: each is rendered once, its references are resolved, its faults reported with their place."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from itertools import islice
from urllib.parse import unquote, urlsplit

from portfolio_gen.diagnostics import Diagnostic, Rule, Span, Told
from portfolio_gen.model.tell import tell, why
from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render import rules
from portfolio_gen.render.markdown import Clean, TooHeavy, cleaned
from portfolio_gen.render.place import Placed
from portfolio_gen.render.texts import Text, composed

PAGE_FILES = ("", "artifact.md", "narrative.md", "index.md")
"""What may be added to a reference to a page's folder to get the file that it is made of."""

MOST_NAMED = 20
"""How many references of a kind are named in one story."""
LONGEST_NAME = 255
"""Characters of a file's name, on any system."""


class Stories:
    """What the pages of a site share about their texts.

    Args:
        pages: source file of each page (relative to the school) to its address.
        complete: whether the edition shows all that the student has, so that a reference to nothing is a mistake.
        about: id of the student, for diagnostics.
    """

    def __init__(self, pages: Mapping[str, str], *, complete: bool, about: str = "") -> None:
        self.pages, self.complete, self.about = pages, complete, about
        self.diagnostics: list[Diagnostic] = []
        self._cleaned: dict[tuple[str, str], Clean | None] = {}

    def clean(self, text: Text) -> Clean | None:
        """A text as clean HTML; None when it is too heavy, which has then been reported."""
        key = (text.source, text.markdown)
        if key not in self._cleaned:
            self._cleaned[key] = self._made(text)
        return self._cleaned[key]

    def _made(self, text: Text) -> Clean | None:
        try:
            clean = cleaned(text.markdown)
        except TooHeavy as error:
            hint = tell("split it, or take out what repeats; until then it is shown as plain text")
            self._report(
                rules.STORY_TOO_HEAVY,
                text,
                "",
                tell("this story cannot be laid out: %(error)s", error=why(error)),
                hint,
            )
            return None
        for tag in clean.removed:
            hint = tell(
                "a picture or file beside the story can be shown; a film elsewhere can be linked to"
            )
            self._report(
                rules.HTML_REMOVED,
                text,
                f"<{tag}",
                tell("`<%(tag)s>` is not published", tag=tag),
                hint,
            )
        if clean.open_remark:
            message = tell("this remark is never closed, so nothing behind it is published")
            hint = tell("write `-->` where it ends")
            self._report(rules.HTML_REMOVED, text, clean.open_remark, message, hint)
        if clean.embedded:
            message = tell("a picture stands inside the text and is not published")
            hint = tell("save it as a file beside the story, and name it there")
            self._report(rules.PICTURE_ELSEWHERE, text, "data:", message, hint)
        return clean

    def meant(self, text: Text, reference: str) -> MediaView | str | None:
        """What a relative reference in a text means: a file beside it, the address of a page, or nothing."""
        try:
            path = unquote(urlsplit(reference).path)
        except ValueError:
            return None
        if found := _by_name(text.files, path):
            return found
        return self._page(text, path)

    def _page(self, text: Text, path: str) -> str | None:
        if not text.source or not path or path.startswith("/"):
            return None
        place = posixpath.normpath(posixpath.join(posixpath.dirname(text.source), path))
        names = (posixpath.join(place, name) if name else place for name in PAGE_FILES)
        return next((self.pages[name] for name in names if name in self.pages), None)

    def report(self, text: Text, placed: Placed) -> None:
        """Say what a story refers to and does not get."""
        for reference in placed.foreign[:MOST_NAMED]:
            message = tell(
                "`%(reference)s` is elsewhere, so it is not shown but linked to",
                reference=_short(reference),
            )
            hint = tell("save it beside the story, if it is yours to show")
            self._report(rules.PICTURE_ELSEWHERE, text, reference, message, hint)
        if self.complete:
            for reference in islice(filter(_is_page, placed.lost), MOST_NAMED):
                message = tell("`%(reference)s` leads nowhere", reference=_short(reference))
                hint = tell(
                    "name a heading of this story (`#what-i-did`), or the folder of another page"
                )
                self._report(rules.REFERENCE_LOST, text, reference, message, hint)

    def _report(self, rule: Rule, text: Text, needle: str, message: Told, hint: Told) -> None:
        span = _found(text, needle) if text.source else Span(f"transcripts/{self.about}.yml")
        self.diagnostics.append(Diagnostic(rule, span, message, hint, about=self.about))


def _by_name(files: Mapping[str, MediaView], path: str) -> MediaView | None:
    """The file of that name, however its accents are composed; `./` before it says nothing."""
    name = path.removeprefix("./")
    return files.get(composed(name)) if len(name) <= LONGEST_NAME else None


def _found(text: Text, needle: str) -> Span:
    """Where a piece of the text stands in its file; its first line when it is written in another way."""
    at = text.markdown.casefold().find(needle.casefold()) if needle else -1
    if at < 0:
        return Span(text.source, text.line)
    before = text.markdown[:at]
    line = text.line + before.count("\n")
    column = at - (before.rfind("\n") + 1) + 1
    return Span(text.source, line, column, line, column + len(needle))


def _is_page(reference: str) -> bool:
    """Whether a reference means a page or a part of one; files beside the story are the business of `check`."""
    return "/" in reference or reference.startswith("#")


def _short(reference: str) -> str:
    return reference if len(reference) <= 80 else f"{reference[:77]}…"
