"""Two members score a pitch from copied folders, one on a phone, one with the keyboard; then the chair decides."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from portfolio_gen.build import build
from portfolio_gen.deciding import Docket, confirm, hear
from portfolio_gen.handing_in import hand_in
from portfolio_gen.model.dates import Day
from portfolio_gen.model.feedback import Feedback, Told
from portfolio_gen.read.ballot import ballot_of
from portfolio_gen.reviewing import BallotBox
from portfolio_gen.serve.review import Filed, Review
from portfolio_gen.survey import survey
from school import LEDGER, STUDENT, minimal_school, write

HANDED_IN, DECIDED = Day(2026, 5, 10), Day(2026, 5, 20)
RELEASED, BEFORE = Day(2026, 6, 1), Day(2026, 5, 31)
PITCH = f"committee/{STUDENT}/pitches/beans/index.html"
CREDIT = "critical-thinking/academics"
UNDECIDED = LEDGER[: LEDGER.index("decisions:")] + LEDGER[LEDGER.index("habits:") :]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A little school in which a pitch was handed in and nobody has decided yet."""
    root = minimal_school(tmp_path_factory.mktemp("school"))
    write(root, {f"transcripts/{STUDENT}.yml": UNDECIDED})
    assert hand_in(root, STUDENT, "beans", on=HANDED_IN, even_so=True).digest
    assert not build(root, editions=("self", "committee"), on=DECIDED, jobs=1).failed
    return root


def copied(school: Path, to: Path) -> str:
    """Address of the pitch in a copy of the committee's folder, as on somebody's stick."""
    shutil.copytree(school / "site" / "committee", to / "committee")
    return (to / PITCH).as_uri()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    yield context
    context.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


def on_a_phone(page: Page, address: str, inbox: Path) -> None:
    """Score with a finger, leave the page in between, and come back to the draft."""
    page.goto(address)
    page.get_by_role("link", name="Go to the form").tap()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Save the ballot file").tap()
    missing = page.get_by_role("alert")
    expect(missing).to_contain_text("Say who you are.")
    expect(missing).to_contain_text("Choose a level for “Evidence”.")
    page.get_by_label("Who you are").select_option("b-lund")
    page.get_by_text("I have none.").tap()
    page.get_by_role("group", name="Evidence").get_by_text("I can point to the place").tap()
    page.get_by_label("What is strong").fill(
        'The third week. "Nine of eleven"\n- drank & <b>grew</b>'
    )
    page.reload()
    expect(page.get_by_label("Who you are")).to_have_value("b-lund")
    page.get_by_role("group", name="Reflection").get_by_text("Exceeding").tap()
    page.get_by_role("group", name="Outcome").get_by_text("earned", exact=True).tap()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the ballot file").tap()
    assert saved.value.suggested_filename == "ada-park--beans--b-lund.json"
    saved.value.save_as(inbox / saved.value.suggested_filename)
    page.get_by_role("button", name="Clear my draft").tap()
    page.reload()
    expect(page.get_by_label("What is strong")).to_have_value("")


def with_the_keyboard(page: Page, queue: str, inbox: Path) -> None:
    """Come from the queue and score without ever touching a mouse."""
    page.goto(queue)
    press_until(page, "a:has-text('What the beans taught me')", "Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pitches/beans/index.html")
    press_until(page, "#reviewer", "Tab")
    page.keyboard.type("Celia")
    press_until(page, "[name=conflicted]", "Tab")
    page.keyboard.press("Space")
    for name, downs in (("evidence", 1), ("reflection", 1), ("outcome", 0)):
        press_until(page, f"[name=sheet-0-{name}]", "Tab")
        page.keyboard.press("Space")
        for _ in range(downs):
            page.keyboard.press("ArrowDown")
    press_until(page, "#missing", "Tab")
    page.keyboard.type("A second jar.")
    press_until(page, "button[type=submit]", "Tab")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    saved.value.save_as(inbox / saved.value.suggested_filename)
    press_until(page, ".eyebrow a", "Shift+Tab")


def press_until(page: Page, selector: str, key: str) -> None:
    """Press a key until something has the focus; everything has to be reached in a while."""
    for _ in range(120):
        if page.evaluate("(one) => document.activeElement.matches(one)", selector.split(":has")[0]):
            words = selector.partition("'")[2].removesuffix("')")
            if words in page.evaluate("document.activeElement.textContent"):
                return
        page.keyboard.press(key)
    pytest.fail(f"{selector} cannot be reached with {key}")


def of_the_student(page: Page, school: Path, on: Day) -> tuple[str, str]:
    """What the student's own pages say on a day of the pitch, and the transcript of the credit."""
    assert not build(school, editions=("self",), on=on, jobs=1).failed
    home = school / "site" / "self" / STUDENT
    page.goto((home / "pitches" / "beans" / "index.html").as_uri())
    pitch = page.locator("article").inner_text()
    page.goto((home / "transcript" / "index.html").as_uri())
    return pitch, page.locator("body").inner_text()


def test_ballots_from_copied_folders_become_a_decision(
    school: Path, phone: BrowserContext, desk: BrowserContext, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    on_a_phone(phone.new_page(), copied(school, tmp_path / "phone"), inbox)
    there = copied(school, tmp_path / "desk")
    with_the_keyboard(desk.new_page(), there.replace(f"{STUDENT}/pitches/beans", "pitches"), inbox)

    said = Told(pitch=f"{STUDENT}/beans", feedback="Next, weigh the water.")
    docket = Docket(ballots=inbox, feedback=Feedback(decisions=(said,)), on=DECIDED)
    hearing = hear(school, docket)
    assert [one.message for one in hearing.found] == []
    (proposal,) = hearing.proposals
    assert (proposal.state, proposal.outcome and proposal.outcome.means) == ("proposed", "earned")
    assert [one.reviewer for one in proposal.ballots] == ["b-lund", "c-mora"]
    assert proposal.ballots[0].strong == 'The third week. "Nine of eleven"\n- drank & <b>grew</b>'
    _, recorded = confirm(school, docket, "b-lund", release=RELEASED)
    assert [(one.credit, one.outcome) for one in recorded] == [(CREDIT, "earned")]

    kept = json.loads((inbox / "ada-park--beans--c-mora.json").read_text())
    assert kept["missing"] == "A second jar."
    page = desk.new_page()
    pitch, transcript = of_the_student(page, school, BEFORE)
    assert "waiting for the committee" in pitch
    assert "Celia Mora" not in pitch + transcript
    held = (school / "site" / "self" / STUDENT).rglob("*")
    assert not any(b"weigh the water" in one.read_bytes() for one in held if one.is_file())
    pitch, transcript = of_the_student(page, school, RELEASED)
    assert "Foundation: earned" in pitch
    assert "Next, weigh the water." in pitch
    assert "Celia Mora" in pitch
    assert "Celia Mora" in transcript
    standings = survey(school, on=RELEASED).standings[STUDENT]
    states = [str(one.state) for one in standings.credits if one.credit.id == CREDIT]
    assert "earned" in states


def test_whoever_has_a_conflict_stands_back(
    school: Path, desk: BrowserContext, tmp_path: Path
) -> None:
    page = desk.new_page()
    page.goto((school / "site" / PITCH).as_uri())
    page.get_by_label("Who you are").select_option("e-obi")
    expect(page.locator("#barred")).to_contain_text("conflict of interest is on record")
    page.get_by_label("Who you are").select_option("*")
    page.get_by_label("Your name").fill("Zoë van der Berg")
    page.get_by_text("I have one, and do not score.").click()
    expect(page.get_by_role("group", name="Evidence")).to_be_hidden()
    page.get_by_label("What it is").fill("She is my niece.")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the ballot file").click()
    saved.value.save_as(tmp_path / "ballot.json")
    ballot = json.loads((tmp_path / "ballot.json").read_text())
    assert (ballot["reviewer"], ballot["conflict"]) == ("zoe-van-der-berg", "She is my niece.")
    assert "scores" not in ballot


def test_without_a_script_the_ballot_can_be_filled_in_by_hand(
    school: Path, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((school / "site" / PITCH).as_uri())
    expect(page.locator("#ballot")).to_be_hidden()
    page.get_by_text("Answer by hand, without this form").click()
    text = page.locator(".by-hand pre").inner_text()
    context.close()
    for key, said in {
        "reviewer:": "b-lund",
        "date:": "2026-05-12",
        "evidence:": "meeting",
        "reflection:": "exceeding",
        "outcome:": "earned",
    }.items():
        assert key in text
        text = text.replace(key, f"{key} {said}", 1)
    ballot, found = ballot_of(text.encode(), "ballot.yml")
    assert found == ()
    assert ballot
    assert (ballot.reviewer, ballot.conflict, ballot.strong) == ("b-lund", None, None)
    (score,) = ballot.scores
    assert score.ratings == {"evidence": "meeting", "reflection": "exceeding"}


def test_a_committee_around_one_computer_hands_in(
    school: Path, browser: Browser, tmp_path: Path
) -> None:
    root = shutil.copytree(school, tmp_path / "school")
    shutil.rmtree(root / "transcripts" / "ballots", ignore_errors=True)
    write(root, {f"transcripts/{STUDENT}.yml": UNDECIDED})
    box = BallotBox(root, on=DECIDED)

    def file(data: bytes) -> Filed:
        taken = box.take(data)
        return Filed(HTTPStatus.CREATED if taken.ballot else HTTPStatus.CONFLICT, taken.words)

    server = Review(root / "site" / "committee", 0, file=file, start="/pitches/")
    server.start()
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(server.address)
    page.get_by_role("link", name="What the beans taught me").first.click()
    for words in ("Your ballot is on file.", "is on file already, and a second one is not taken"):
        page.get_by_label("Who you are").select_option("b-lund")
        page.get_by_text("I have none.").click()
        for name in ("Evidence", "Reflection"):
            page.get_by_role("group", name=name).get_by_text("Meeting").click()
        page.get_by_role("group", name="Outcome").get_by_text("earned", exact=True).click()
        page.get_by_role("button", name="Hand in the ballot").click()
        expect(page.locator("#told")).to_contain_text(words)
    expect(page.get_by_label("Who you are")).to_have_value("b-lund")
    context.close()
    server.stop()
    (kept,) = (root / "transcripts" / "ballots").rglob("*.json")
    assert kept.relative_to(root).as_posix() == f"transcripts/ballots/{STUDENT}/beans/1/b-lund.json"


def test_nothing_of_the_form_is_in_any_other_edition(school: Path) -> None:
    digest = hear(school, Docket(on=DECIDED)).school.submissions[0].digest
    committee = (school / "site" / PITCH).read_text()
    for word in ("ballot", digest, "hearing.css"):
        assert word in committee
        for path in (school / "site" / "self").rglob("*"):
            assert not path.is_file() or word.encode() not in path.read_bytes(), path
    assert not list((school / "site" / "self").rglob("ballot.js"))
