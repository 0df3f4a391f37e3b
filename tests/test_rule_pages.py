"""Each rule has a page in docs/rules, and each page's example gives exactly what the page says.

A page's fenced blocks name a file of the school after the language, and are laid over the minimal school:

    ```yaml transcripts/ada-park.yml          the whole file
    ```text students/ada-park/x.md escaped    with Python's escapes, such as \\xff, for bytes that are not text
    ```text transcripts/rubrics.yml absent    the file is taken away
    ```text students/ada-park/x.md vanishing  the file goes away between being listed and being opened
    ```text students/ada-park/x.md link       a symbolic link to what the block says; `hardlink` makes a hard link
    ```text students/ada-park/x.md pipe       a named pipe; `folder` makes a folder
    ```text students/ada-park/x.md large      the text again and again, more than a million bytes of it
    ```text students/ada-park/x.mp4 heavy     the text, and emptiness after it, 60 million bytes in all
    ```text students/ada-park/x.md many       600 files of that kind
    ```json package.json huge                 the text and then blanks, more than 32 million bytes of it

`Expected: ⟨path⟩:⟨line⟩:⟨column⟩` under them says where the diagnostic stands, one line per place.
When a block has the marker `← here`, it must be on an expected line.
"""

from __future__ import annotations

import errno
import importlib
import importlib.util
import os
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import portfolio_gen
from portfolio_gen.diagnostics import Diagnostic, Rule
from school import STUDENT, TODAY, minimal_school, write

PAGES = Path(__file__).parents[1] / "docs" / "rules"
MARKER = "← here"

TITLE = re.compile(r"# (PG\d{3}) ([a-z0-9-]+)\n")
BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w+) (?P<path>\S+)(?: (?P<how>[a-z]+))?\n"
    r"(?P<text>.*?)^(?P=fence)$",
    re.DOTALL | re.MULTILINE,
)
EXPECTED = re.compile(r"^Expected: `?([^`\n]+:\d+:\d+)`?$", re.MULTILINE)


@dataclass(frozen=True)
class RulePage:
    """A page of docs/rules, taken apart."""

    path: Path
    text: str

    @property
    def title(self) -> tuple[str, str]:
        match = TITLE.match(self.text)
        assert match, f"{self.path.name} begins with a line like `# PG203 unknown-credit`"
        return match[1], match[2]

    @property
    def expected(self) -> list[str]:
        return sorted(EXPECTED.findall(self.text))

    def marked(self) -> set[str]:
        """Path and line of each line that carries the marker."""
        return {
            f"{block['path']}:{number}"
            for block in BLOCK.finditer(self.text)
            for number, line in enumerate(block["text"].splitlines(), start=1)
            if MARKER in line
        }

    def lay_over(self, school: Path) -> None:
        """Write the page's example into a school."""
        for block in BLOCK.finditer(self.text):
            path = school / block["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            if block["how"] in {None, "vanishing"}:
                write(school, {block["path"]: block["text"]})
            else:
                path.unlink(missing_ok=True)
                WAYS_TO_LAY[block["how"]](path, block["text"], school)

    def vanishing(self, school: Path) -> set[Path]:
        """Files that go away between being listed and being opened."""
        blocks = BLOCK.finditer(self.text)
        return {school / block["path"] for block in blocks if block["how"] == "vanishing"}


def lay_many(path: Path, text: str, _school: Path) -> None:
    for number in range(600):
        path.with_stem(f"{path.stem}-{number}").write_text(text, encoding="utf-8")


def lay_escaped(path: Path, text: str, _school: Path) -> None:
    path.write_bytes(text.encode().decode("unicode_escape").encode("latin-1"))


WAYS_TO_LAY: Mapping[str, Callable[[Path, str, Path], object]] = {
    "absent": lambda _path, _text, _school: None,
    "escaped": lay_escaped,
    "folder": lambda path, _text, _school: path.mkdir(),
    "hardlink": lambda path, text, school: path.hardlink_to(school / text.strip()),
    "large": lambda path, text, _school: path.write_text(text + "Once more.\n" * 100_000),
    "huge": lambda path, text, _school: path.write_text(text + " " * 32_000_000),
    "heavy": lambda path, text, _school: (path.write_text(text), os.truncate(path, 60_000_000)),
    "link": lambda path, text, _school: path.symlink_to(text.strip()),
    "many": lay_many,
    "pipe": lambda path, _text, _school: os.mkfifo(path),
}
"""How a block becomes a file that no text could be; the path is free when it is called."""


def all_pages() -> list[RulePage]:
    return [RulePage(path, path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.md"))]


def all_rules() -> list[Rule]:
    """The rules of every room that has a `rules` module."""
    rooms = (one.name for one in pkgutil.iter_modules(portfolio_gen.__path__) if one.ispkg)
    homes = (f"portfolio_gen.{room}.rules" for room in rooms)
    return [
        rule
        for home in homes
        if importlib.util.find_spec(home)
        for rule in importlib.import_module(home).RULES
    ]


def needs_a_build(code: str) -> bool:
    """Whether the rule is found while pages are made, and not by reading and checking."""
    return code >= "PG9" or "PG550" <= code <= "PG599"


def is_of_an_exchange(code: str) -> bool:
    """Whether the rule is found while files of other programs are read or written."""
    return "PG601" <= code <= "PG699"


def is_of_records(code: str) -> bool:
    """Whether the rule is about signed records, and found once everybody's standings are known."""
    return "PG430" <= code <= "PG439"


def is_of_ballots(code: str) -> bool:
    """Whether the rule is found while ballots are collected."""
    return "PG701" <= code <= "PG799"


def exchange(school: Path) -> Iterable[Diagnostic]:
    """Import what another program has left in a school; without anything, export the school's framework."""
    from portfolio_gen.exchange import export_case, import_framework
    from portfolio_gen.read.school import read_school

    if (old := school / "old-site").is_dir():
        from portfolio_gen.receiving import home_of, receive_markdown

        return receive_markdown(old, old.name, home_of(school, STUDENT)).found
    for file in sorted(school.glob("package.*")):
        return import_framework(file, shown=file.name).diagnostics
    read, _ = read_school(school)
    assert read
    return export_case(read).diagnostics


def diagnose(school: Path, code: str) -> Iterable[Diagnostic]:
    if is_of_an_exchange(code):
        return exchange(school)
    if is_of_ballots(code):
        from portfolio_gen.deciding import Docket, hear, read_feedback

        inbox, words = school / "inbox", school / "feedback.yml"
        sheet, _ = read_feedback(school, words) if words.exists() else (None, ())
        ballots = inbox if inbox.exists() else None
        return hear(school, Docket(ballots=ballots, feedback=sheet, on=TODAY)).found
    if is_of_records(code):
        from portfolio_gen.survey import survey

        return survey(school, on=TODAY).diagnostics
    if needs_a_build(code):
        from portfolio_gen.build import build

        return build(school, out=school / "site", on=TODAY, jobs=1).diagnostics
    from portfolio_gen.check import check_school
    from portfolio_gen.read.school import read_school

    read, found = read_school(school)
    return (*found, *(check_school(read, on=TODAY) if read else ()))


def let_vanish(paths: set[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be gone when they are opened."""
    open_it = os.open

    def open_unless_gone(path: str | Path, *how: int, **at: int) -> int:
        if paths and Path(path) in paths:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))
        return open_it(path, *how, **at)

    monkeypatch.setattr(os, "open", open_unless_gone)


PAGES_WITH_EXAMPLE = [page for page in all_pages() if page.expected]


@pytest.mark.parametrize("page", PAGES_WITH_EXAMPLE, ids=lambda page: page.path.stem)
def test_example_gives_what_the_page_says(
    page: RulePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _ = page.title
    school = minimal_school(tmp_path / "school")
    page.lay_over(school)
    let_vanish(page.vanishing(school), monkeypatch)

    found = tuple(diagnose(school, code))

    assert sorted(str(one.span) for one in found if one.code == code) == page.expected, "\n".join(
        f"{one.span} {one.code} {one.message}" for one in found
    )


@pytest.mark.parametrize("page", PAGES_WITH_EXAMPLE, ids=lambda page: page.path.stem)
def test_marker_is_on_the_expected_line(page: RulePage) -> None:
    expected = {place.rpartition(":")[0] for place in page.expected}

    assert page.marked() <= expected


def test_minimal_school_is_free_of_diagnostics(tmp_path: Path) -> None:
    school = minimal_school(tmp_path / "school")

    assert [f"{one.span} {one.message}" for one in diagnose(school, "PG2")] == []


def test_each_rule_has_a_page_and_each_page_a_rule() -> None:
    rules = {(rule.code, rule.name) for rule in all_rules()}

    assert {page.title for page in all_pages()} == rules
    assert {page.path.stem for page in all_pages()} == {f"{code}-{name}" for code, name in rules}


def test_codes_and_names_are_unique() -> None:
    rules = all_rules()

    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.path.stem)
def test_page_says_what_it_means_and_what_to_do(page: RulePage) -> None:
    introduction, *_ = TITLE.sub("", page.text).split("\n## ")

    assert introduction.strip()
    assert "\n## What to do\n" in page.text
    assert page.expected or needs_a_build(page.title[0]), (
        "only the engine's rules may lack an example"
    )
