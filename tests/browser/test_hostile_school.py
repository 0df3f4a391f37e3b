"""A school in which everybody writes payloads wherever they can, opened page by page: nothing runs or asks outside.

Every day each slot holds every payload, many of them in one text, and as few pages are opened as show all of that; at
night, each slot on each kind of page that shows it. The nightly run also gives each payload a text of its own and opens
every page of every edition.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hosting import hosted
from playwright.sync_api import Browser
from visitor import Seen, Visitor

from hostile_payloads import PAYLOADS
from hostile_school import (
    HOSTILE,
    INNOCENT,
    NAME,
    REFERENCES,
    Desk,
    hand,
    numbers,
    remove_hostile_student,
    write_school,
)
from hostile_slots import SIGN, Numbered, Share, of_students, slots, text_slots
from portfolio_gen.build import build
from portfolio_gen.diagnostics import errors
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.read import folder, scalars
from school import TODAY

ALL_PAYLOADS: Sequence[Numbered] = tuple(enumerate(PAYLOADS))
SLOTS = numbers().keys() - REFERENCES
KEPT_INSIDE = slots(
    """
    Settings.secret Media.people Consent.people:key Agreement.by
    Framework.about Framework.identifier Cohort.about Domain.code Domain.identifier
    Competency.code Competency.identifier CreditLevel.identifier
    Way.title Way.about Credit.code Credit.identifier Scale.title Scale.identifier Requirement.about
    Habits.about Habit.about Habit.identifier Target.code Target.identifier Dimension.identifier
    CourseType.about OfferedCourse.about Crossing.dropped
    Rubric.identifier Criterion.about
    Conflict.why Pitch.my_part
    Session.title Session.place Slot.pause Score.comment Ballot.name Ballot.conflict Ballot.strong
    Ballot.missing Ballot.note
    """
)
"""Slots that no page shows. Whoever shows one of them takes it out of here."""
ONLY_LINKED = frozenset({"file.vtt", "file.srt", "file.xyz", "file.json", "file.svg"})
"""Slots that pages lead to, or take apart into coloured words, and do not show as they are."""
EVERY_DAY: tuple[EditionName, ...] = ("self", "public")

Held = frozenset[tuple[str, Share]]
"""Slots, and which share of the payloads each of their texts holds."""


TOO_LONG = frozenset({"PG542", "PG570", "PG573", "PG574", "PG575", "PG576"})
"""What such a school's transcripts are: nobody could read them in two minutes."""


@pytest.fixture(autouse=True)
def _long_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one line hold many payloads at once, which a school's files may not."""
    monkeypatch.setattr(scalars, "LONGEST_LINE", 100_000)
    monkeypatch.setattr(folder, "LARGEST_TEXT", 10_000_000)


def published(school: Path, editions: Collection[EditionName]) -> Path:
    """The sites of a school with a hostile and an innocent student."""
    report = build(school, editions=editions, jobs=1, on=TODAY, force=True)
    found = [one for one in errors(report.diagnostics) if one.code not in TOO_LONG]
    assert not found, found[:5]
    assert not report.failed
    return school / "site"


def held(page: Path) -> Held:
    """What stands on a page."""
    names = {number: slot for slot, number in numbers().items()}
    return frozenset(
        (names[int(slot, 16)], Share(int(first, 16), int(of, 16)))
        for slot, first, of in set(SIGN.findall(page.read_text(encoding="utf-8")))
    )


def kind_of(page: Path) -> str:
    """Pages of a kind are made by one template in one edition, and so show a slot in the same way."""
    edition, *rest = page.parts[:-1]
    return "/".join((edition, *rest[1:2], *("…" for _ in rest[2:])))


def chosen(pages: Mapping[Path, Held], *, of_each_kind: bool) -> Iterator[Path]:
    """As few pages as show every share of every slot, and perhaps every slot on each kind of page that shows it."""
    shows = {
        page: shown | {(slot, kind_of(page)) for slot, _ in shown if of_each_kind}
        for page, shown in pages.items()
    }
    missing = {one for wanted in shows.values() for one in wanted}
    while missing:
        best = max(sorted(shows), key=lambda page: len(shows[page] & missing))
        missing -= shows.pop(best)
        yield best


def covered(pages: Iterable[Held]) -> Mapping[str, set[int]]:
    """Slot to the numbers of the payloads that stand in it on one of the pages."""
    found: dict[str, set[int]] = {}
    for shown in pages:
        for slot, share in shown:
            found.setdefault(slot, set()).update(one for one, _ in share.taken(ALL_PAYLOADS))
    return found


def walk(visitor: Visitor, site: Path, pages: Iterable[Path]) -> Seen:
    """Visit pages, search each edition of the hostile student, and open their files."""
    editions = set()
    for page in pages:
        visitor.visit(page.as_posix().removesuffix("index.html"))
        editions.add(page.parts[0])
    for edition in sorted(editions):
        visitor.visit(f"{edition}/{HOSTILE}/")
        visitor.search("mk")
        media = (site / edition / HOSTILE / "media").glob("*.*")
        for file in sorted(one for one in media if one.suffix not in (".webp", ".wav")):
            visitor.open(file.relative_to(site).as_posix())
    visitor.close()
    return visitor.seen


def assert_calm(seen: Seen) -> None:
    assert seen.ran == []
    assert seen.asked == []
    assert seen.suspect == []
    assert seen.refused == [], "cleaning let something through that the policy had to refuse"
    assert seen.led_away == []


def pages_of(site: Path) -> dict[Path, Held]:
    """Every page of every edition, by its path."""
    return {page.relative_to(site): held(page) for page in sorted(site.rglob("*.html"))}


def names_a_file(file: Path) -> bool:
    """Whether a published file says, in its name or in its bytes, what a student's file was called."""
    sign = f"q{numbers()[NAME]:x}z"
    return sign in file.name or (file.is_file() and sign.encode() in file.read_bytes())


@pytest.mark.parametrize("of_each_kind", [False, pytest.param(True, marks=pytest.mark.nightly)])
def test_no_payload_runs_in_any_slot(
    browser: Browser, tmp_path: Path, *, of_each_kind: bool
) -> None:
    desk = Desk(hand())
    site = published(write_school(tmp_path, desk, 4), EVERY_DAY)
    everything = pages_of(site)
    pages = {page: everything[page] for page in chosen(everything, of_each_kind=of_each_kind)}
    found = covered(pages.values())
    assert set(text_slots()) - REFERENCES - desk.written == set(), "these are filled by nobody"
    assert SLOTS - found.keys() == KEPT_INSIDE | ONLY_LINKED | {NAME}
    assert not any(names_a_file(file) for file in site.rglob("*"))
    assert {slot for slot, payloads in found.items() if len(payloads) < len(PAYLOADS)} == set()

    with hosted(site) as host:
        seen = walk(Visitor(browser, host), site, pages)
    print(
        f"{len(PAYLOADS)} payloads × {len(SLOTS)} slots on {seen.pages} pages of {len(everything)}"
    )
    assert_calm(seen)


def test_a_hostile_student_changes_nothing_for_others(tmp_path: Path) -> None:
    """The school's own texts are harmless here; what the hostile student writes, everybody else does without."""
    school = write_school(tmp_path, Desk(hand(touches=of_students)), 2)
    with_them = files_of(published(school, EDITIONS))
    remove_hostile_student(school)

    assert with_them == files_of(published(school, EDITIONS))


def files_of(site: Path) -> Mapping[str, bytes]:
    """Every file of the innocent student, in all editions."""
    found = {
        file.relative_to(site).as_posix(): file.read_bytes()
        for edition in EDITIONS
        for file in (site / edition / INNOCENT).rglob("*")
        if file.is_file()
    }
    assert len(found) > 10 * len(EDITIONS)
    return found


TOGETHER = 16


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(0, len(PAYLOADS), TOGETHER))
def test_no_payload_runs_alone_on_any_page_of_any_edition(
    browser: Browser, tmp_path: Path, first: int
) -> None:
    """Of everything of which a school has several there is one for each payload."""
    payloads = ALL_PAYLOADS[first : first + TOGETHER]
    site = published(write_school(tmp_path, Desk(hand(payloads)), len(payloads)), EDITIONS)
    pages = pages_of(site)

    with hosted(site) as host:
        seen = walk(Visitor(browser, host), site, pages)

    print(
        f"{len(payloads)} payloads × {len(SLOTS)} slots on {seen.pages} pages, {seen.files} files"
    )
    assert_calm(seen)
