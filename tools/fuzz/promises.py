"""What holds for any input.

Each function takes bytes as somebody may have put them into a file, and raises when something does not hold.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import gettempdir

from portfolio_gen.check.stories import files_in_story
from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.contact import contacts
from portfolio_gen.model.names import words_of
from portfolio_gen.plan.addresses import distinct
from portfolio_gen.read.beside import find_beside
from portfolio_gen.read.bind import bind
from portfolio_gen.read.decode import decode, piled_up, without_control_characters
from portfolio_gen.read.folder import Folder
from portfolio_gen.read.frontmatter import take_apart
from portfolio_gen.read.kinds import KINDS
from portfolio_gen.read.names import fold, judge_id, judge_name, like_another, plain_id, plain_name
from portfolio_gen.read.yaml import grow
from portfolio_gen.render import markdown
from portfolio_gen.render.derived import BrokenPicture
from portfolio_gen.render.images import derive
from portfolio_gen.render.kinds import nature_of
from portfolio_gen.render.limits import SECONDS
from portfolio_gen.render.place import Place, Target
from portfolio_gen.render.readings import beginning, highlighted, table_of
from portfolio_gen.render.scrub.values import CannotScrub
from portfolio_gen.render.scrub.work import can_scrub, scrub
from portfolio_gen.render.story import fit
from tools.fuzz.tags import tags_of

QUICK = 2.0
"""Seconds of processor time for what has no limit of its own."""
SLACK = 2.0
"""Seconds by which a limit may be passed, for it is noticed between two steps."""
FILES = (
    *("a.csv", "a.vtt", "a.ipynb", "a.pdf", "a.docx", "a.odt", "a.mp3", "a.wav", "a.flac", "a.ogg"),
    *("a.mp4", "a.webm", "a.jpg", "a.png", "a.gif", "a.webp", "a.tif", "a.py", "a.html", "a.txt"),
)
"""Names under which the same bytes are tried; the first byte chooses."""


def keys(data: bytes) -> None:
    """Any bytes are a file of keys, or a diagnostic says why not, and where."""
    with _within(QUICK):
        text, found = decode(data, "x.yml")
        assert (text is None) == bool(found)
        _are_harmless(found, data)
        if text is None:
            return
        tree, found = grow(text, "x.yml")
        assert tree or found
        _are_harmless(found, data)
        for kind in KINDS if tree else ():
            noun, complaints = bind(kind.noun, tree)  # type: ignore[type-var, arg-type]
            assert (noun is None) == bool(complaints)
            _are_harmless(complaints, data)


def page(data: bytes) -> None:
    """Any bytes are a page with front matter and a story, or a diagnostic says why not, and where."""
    with _within(QUICK):
        text, _ = decode(data, "x.md")
        if text is None:
            return
        parts, found = take_apart(text, "x.md", needed=False)
        _are_harmless(found, data)
        if parts is None:
            return
        first = text.split("\n")[parts.body_line - 1]
        assert parts.body.split("\n")[0] == first or not parts.body  # nothing has no line
        tree, found = grow(parts.matter, "x.md", parts.matter_line)
        _are_harmless(found, data)
        if tree:
            _are_harmless(bind(Artifact, tree)[1], data)
        story, found = without_control_characters(parts.body, "x.md", parts.body_line)
        _are_harmless(found, data)
        assert without_control_characters(story, "x.md") == (story, ())
        assert not any(piled_up(story))
        for file in files_in_story(story):
            assert 0 <= file.start < file.end <= len(story)
        assert all(story[one.start : one.end] == one.words for one in contacts(story))
        words_of(story)


def story(data: bytes) -> None:
    """Any story becomes HTML of which every tag, attribute and address is on the list, or is too heavy."""
    text, _ = without_control_characters(data.decode("utf-8", "replace"), "x.md")
    with _within(markdown.SECONDS + SLACK):
        try:
            clean = markdown.cleaned(text).html
        except markdown.TooHeavy as error:
            assert str(error)
            return
        placed = fit(clean, Place(find=_target))
    tags_of(clean)
    assert markdown._cleaner().clean(clean) == clean, "what is clean is not the same when cleaned"
    tags_of(str(placed.html), placed=True)


def names(data: bytes) -> None:
    """Any names are refused or safe, alone and beside each other; and a page gets no file but those beside it."""
    with _within(QUICK):
        given = data.decode("utf-8", "surrogateescape").split("\n")[:60]
        for name in given:
            for problem in (judge_name(name), judge_id(name)):
                assert problem is None or (problem.message + problem.hint).isprintable()
            assert judge_name(plain_name(name)) is None or not name
            assert plain_id(plain_id(name)) == plain_id(name)
        _have_addresses_of_their_own(given)
        safe = tuple(
            name for name in given if name and "/" not in name and judge_name(name) is None
        )
        alike = {name for name, _ in like_another(safe, fold)}
        left = tuple(name for name in safe if name not in alike)
        assert len({_least(name) for name in left}) == len(left)
        _stay_in_their_folder(given, left)


def _have_addresses_of_their_own(given: list[str]) -> None:
    kept = distinct(given)
    assert len({_least(one) for one in kept}) == len(kept)
    for one in kept:
        path = PurePosixPath("site", one)
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert path.as_posix() == f"site/{one}"
        assert one.isprintable()


def _stay_in_their_folder(given: list[str], files: tuple[str, ...]) -> None:
    folder = Folder(Path(gettempdir(), "work"), "students/ada/artifacts/work", files)
    for name in given:
        found, said = find_beside(name, folder, partial(Span, "x.md"))
        assert found is None or (found.parent == folder.path and found.name in files)
        _are_harmless(said, b"")


def file(data: bytes) -> None:
    """Any bytes under any name are published without trouble, or it is said why not."""
    name, content = FILES[data[0] % len(FILES)] if data else FILES[0], data[1:]
    nature = nature_of(name, content[:4096])
    with _within(SECONDS + SLACK):
        try:
            if nature.kind == "picture":
                derive(content)
            elif can_scrub(nature.extension):
                clean = scrub(content, nature.extension).data
                if nature.kind == "data":
                    _runs_nowhere(clean)
                if nature.kind in ("data", "captions"):
                    assert scrub(clean, nature.extension).data == clean
            else:
                tags_of(highlighted(beginning(content), name[2:]))
        except (BrokenPicture, CannotScrub) as error:
            assert str(error)


def _runs_nowhere(clean: bytes) -> None:
    """No cell of a table begins like a formula, unless it is a number or nothing but blanks."""
    table = table_of(clean)
    for cell in (cell for row in table.rows for cell in row if cell.strip()):
        assert cell[:1] not in ("=", "@", "\t", "\r", "＝", "＠", "＋"), cell
        assert cell[:1] not in ("+", "-") or cell[1:2] in (*"0123456789.,eE+-% ", ""), cell


def _target(reference: str) -> Target | None:
    """Every second reference leads somewhere."""
    return Target("there/") if len(reference) % 2 else None


def _least(name: str) -> str:
    """A name as it is on a computer that tells neither case nor ways to write an accent."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _are_harmless(found: tuple[Diagnostic, ...], data: bytes) -> None:
    """Diagnostics say something, disturb no terminal, and stand where there is a line."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for one in found:
        assert one.message
        assert (one.message + one.hint + one.span.path).isprintable(), one
        assert one.span.column >= 1
        assert 1 <= one.span.line <= lines or not data, one


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    start = time.process_time()
    yield
    took = time.process_time() - start
    assert took < seconds, f"it took {took:.1f} seconds"


PROMISES: Mapping[str, Callable[[bytes], None]] = {
    "keys": keys,
    "page": page,
    "story": story,
    "names": names,
    "file": file,
}
