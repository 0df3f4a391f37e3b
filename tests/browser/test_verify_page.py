"""The page that checks records, in a real browser: over http and from a file, on a desk and on a phone."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hosting import hosted
from playwright.sync_api import Browser, Page

from portfolio_gen.build import build
from portfolio_gen.hallway.records import issuer_blueprint
from portfolio_gen.issuing import read_whole, revoke
from portfolio_gen.render import Workshop, render_issuer, theme_folders
from portfolio_gen.seal.document import write_document
from record_tamperings import TAMPERINGS
from school import LEDGER, STUDENT, TODAY, write
from signed_school import (
    KEY,
    OTHER_KEY,
    RECORD,
    keyed_school,
    record_of,
    sign,
    signed_record,
    signed_school,
)

LATER = "2026-11-22T10:00:00Z"
ANSWER = "#answer h2, #answer.wait"


def published(school: Path) -> Path:
    build(school, jobs=1, on=TODAY, editions=("college",))
    return school / "site"


def verify_page_of(school: Path) -> Path:
    """The page alone, as a build would publish it."""
    read, into = read_whole(school), school / "pages/college/verify"
    into.mkdir(parents=True, exist_ok=True)
    themes = theme_folders(school, "riverbend")
    workshop = Workshop(edition="college", themes=themes, cache=school / "cache")
    render_issuer(issuer_blueprint(read, "college", page=True), workshop, into)
    return school / "pages"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = signed_school(tmp_path_factory.mktemp("verify") / "school")
    published(made)
    return made


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of somebody whose browser asks nobody but the school; nothing on the page may go wrong."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    tab.on("pageerror", lambda one: said.append(str(one)))
    yield tab
    context.close()
    assert said == []


def from_a_file(page: Page, site: Path) -> None:
    page.goto((site / "college/verify/index.html").as_uri())


def check(page: Page, record: bytes) -> str:
    """Give the page a file, and read what it says."""
    file = {"name": "transcript.json", "mimeType": "application/json", "buffer": record}
    page.evaluate("document.getElementById('answer').replaceChildren()")
    page.set_input_files("#file", [file])
    page.wait_for_selector("#answer h2")
    return page.inner_text("#answer")


def mark_of(record: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(record).digest()).decode().rstrip("=")


def test_a_link_leads_to_a_yes(page: Page, school: Path) -> None:
    record = (school / RECORD).read_bytes()
    with hosted(school / "site") as host:
        page.goto(f"{host}/college/verify/#{STUDENT}={mark_of(record)}")
        page.wait_for_selector("#answer.yes h2")
        told = page.inner_text("#answer")

    assert "Yes. Little School has issued this record, and it is unchanged." in told
    assert "portfolios.little-school.example/college" in told
    assert "Mastery transcript of Ada Marie Park (in progress)" in told
    assert "Critical thinking in academics (Foundation)" in told
    assert hashlib.sha256(record).hexdigest()[:4].upper() in told
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_link_from_older_paper_says_so(page: Page, school: Path) -> None:
    with hosted(school / "site") as host:
        page.goto(f"{host}/college/verify/#{STUDENT}={mark_of(b'another')}")
        page.wait_for_selector("#answer.past h2")

    assert "not the record that this paper was made with" in page.inner_text("#answer")


def test_a_record_that_is_not_published_any_more(browser: Browser, school: Path) -> None:
    tab = browser.new_page()
    with hosted(school / "site") as host:
        tab.goto(f"{host}/college/verify/#somebody-else")
        tab.wait_for_selector("#answer.wait p:text('not published any more')")
    tab.close()


def test_a_file_gets_its_answer_without_any_network(page: Page, school: Path) -> None:
    page.context.set_offline(True)
    from_a_file(page, school / "site")

    assert "Yes. Little School has issued" in check(page, (school / RECORD).read_bytes())


def test_a_file_that_is_dropped_gets_its_answer(page: Page, school: Path) -> None:
    from_a_file(page, school / "site")
    text = (school / RECORD).read_text()
    page.evaluate(
        """(text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], "transcript.json"));
            document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
        }""",
        text,
    )
    page.wait_for_selector("#answer.yes h2")


CHANGES: dict[str, tuple[Callable[[str], str], str]] = {
    "one byte": (lambda text: text.replace("Marie", "Maria", 1), "changed after it was signed"),
    "a blank in a text": (lambda text: text.replace("Ada Marie", "Ada  Marie", 1), "changed"),
    "a member twice": (
        lambda text: text.replace('"partial": false', '"partial": true, "partial": false', 1),
        "not a record",
    ),
    "a member more": (lambda text: text.replace("{", '{"honours": "highest",', 1), "changed"),
    "a renamed status": (
        lambda text: text.replace('"credentialStatus"', '"status"', 1),
        "changed",
    ),
    "no proof of letters": (lambda text: _without_letters(text), "not signed as it has to be"),
    "no proof": (lambda text: _without(text, "proof"), "not signed as it has to be"),
    "a context inside": (lambda text: _with_context(text), "not a record"),
    "another kind of file": (lambda _: "<html>", "not a record"),
    "nothing": (lambda _: "", "not a record"),
    "half of it": (lambda text: text[: len(text) // 2], "not a record"),
    "too deep": (lambda _: "[" * 100_000, "not a record"),
    "a number too large": (lambda _: '{"a": 9007199254740993}', "not a record"),
}


def _without(text: str, name: str) -> str:
    record = json.loads(text)
    del record[name]
    return json.dumps(record)


def _without_letters(text: str) -> str:
    record = json.loads(text)
    record["proof"] = record["proof"][0]
    return json.dumps(record)


def _with_context(text: str) -> str:
    record = json.loads(text)
    record["@context"].append({"name": "https://example.org/other"})
    return json.dumps(record)


def test_whatever_was_changed_is_found(page: Page, school: Path) -> None:
    from_a_file(page, school / "site")
    text = (school / RECORD).read_text()

    assert "Yes." in check(page, json.dumps(json.loads(text)).encode()), "spaces say nothing"
    for name, (change, answer) in CHANGES.items():
        told = check(page, change(text).encode())
        assert answer in told, f"{name}: {told}"
        assert "Yes. Little School" not in told, name


def test_no_tampering_that_is_known_is_called_genuine(page: Page, school: Path) -> None:
    from_a_file(page, school / "site")
    record = signed_record(3)

    assert "Yes." in check(page, write_document(record))
    for name, (tamper, _) in TAMPERINGS.items():
        touched = copy.deepcopy(record)
        tamper(touched)
        check(page, write_document(touched))
        assert page.get_attribute("#answer", "class") == "no", name


def test_a_record_of_another_school_is_not_this_ones(
    page: Page, school: Path, tmp_path: Path
) -> None:
    other = keyed_school(tmp_path / "other", key=OTHER_KEY)
    sign(other, key=OTHER_KEY)
    from_a_file(page, school / "site")

    assert "No. Little School has not signed this record." in check(
        page, write_document(record_of(other))
    )
    elsewhere = (
        (other / "portfolio.yml").read_text().replace("little-school.example", "evil.example")
    )
    write(other, {"portfolio.yml": elsewhere})
    sign(other, key=OTHER_KEY, at=LATER)
    told = check(page, write_document(record_of(other)))
    assert "No. Little School has not issued this record." in told
    assert "issued at portfolios.evil.example/college" in told


def test_what_became_of_a_record_is_told(page: Page, tmp_path: Path) -> None:
    school = signed_school(tmp_path / "school")
    first = (school / RECORD).read_bytes()
    write(
        school, {f"transcripts/{STUDENT}.yml": LEDGER.replace("class_of: 2029", "class_of: 2030")}
    )
    ledger = (school / f"transcripts/{STUDENT}.yml").read_text()
    moved = ledger.replace("date: 2026-04-20", "date: 2026-04-21")
    write(school, {f"transcripts/{STUDENT}.yml": moved})
    sign(school, at=LATER)
    second = (school / RECORD).read_bytes()
    from_a_file(page, verify_page_of(school))
    told = check(page, first)
    assert "Genuine, but there is a newer one." in told
    assert "Yes." in check(page, second)

    revoke(school, [STUDENT], [], "a mistake", KEY, at=LATER)
    assert read_whole(school).records.revoked
    from_a_file(page, verify_page_of(school))
    told = check(page, second)
    assert "Not valid any more: Little School has taken this record back." in told
    assert "a mistake" not in told


def test_a_trial_is_called_one(page: Page, tmp_path: Path) -> None:
    from dataclasses import replace

    from signed_school import COLLEGE

    school = keyed_school(tmp_path / "school")
    settings = (school / "portfolio.yml").read_text().partition("editions:")[0]
    write(school, {"portfolio.yml": settings})
    sign(school, replace(COLLEGE, trial=True))
    from_a_file(page, verify_page_of(school))

    assert "A trial record: it does not say who made it." in check(
        page, (school / RECORD).read_bytes()
    )
