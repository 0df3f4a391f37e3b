"""The editor in a real browser: with and without its script, by keys alone, and beside what it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lookers import errors_in_html, needs_checks, violations
from playwright.sync_api import Browser, BrowserContext, Page, expect

from portfolio_gen.build import build
from portfolio_gen.editing import Desk, Drawer
from portfolio_gen.serve.editor import Asked, Editor
from school import ARTIFACT, STUDENT, TODAY, minimal_school, picture

WORK = f"artifacts/{ARTIFACT}/artifact.md"
DROP = """(zone) => {
  const all = new DataTransfer();
  all.items.add(new File([Uint8Array.from(BYTES)], "IMG 1.png", { type: "image/png" }));
  zone.dispatchEvent(new DragEvent("drop", { dataTransfer: all, bubbles: true, cancelable: true }));
}"""


class Running:
    """A school with its editor, whose preview is made anew after each save."""

    def __init__(self, root: Path, language: str | None = None) -> None:
        self.root, self.home, self.version = root, root / "students" / STUDENT, 0
        self.build(0)
        desk = Desk(
            Drawer(root, STUDENT),
            root / "site",
            on=TODAY,
            stamp=lambda: self.server.entrance.stamp,
            version=lambda: self.version,
            settle=self.build,
            language=language,
        )
        self.server = Editor(0, answer=desk.answer, shown=desk.shown, say=desk.say)
        self.server.start()

    def build(self, _: int) -> None:
        build(self.root, editions=("self",), students=(STUDENT,), jobs=1, on=TODAY)
        self.version += 1

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.port}{path}"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    one = Running(minimal_school(tmp_path_factory.mktemp("editor") / "school"))
    yield one
    one.server.stop()


@pytest.fixture(scope="module")
def in_arabic(running: Running) -> Iterator[Running]:
    """The same school for somebody who reads Arabic."""
    one = Running(running.root, "ar")
    yield one
    one.server.stop()


def visit(browser: Browser, running: Running, **how: object) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce", **how)  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    complaints: list[str] = []
    context.on(
        "console",
        lambda said: (
            said.type == "error" and "409" not in said.text and complaints.append(said.text)
        ),
    )
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    ours = (running.at("/"), "blob:", "data:", "about:")
    context.on(
        "request", lambda one: one.url.startswith(ours) or complaints.append(f"asks {one.url}")
    )
    yield context
    context.close()
    assert complaints == []


@pytest.fixture
def context(browser: Browser, running: Running) -> Iterator[BrowserContext]:
    yield from visit(browser, running, viewport={"width": 1280, "height": 800})


@pytest.fixture
def unscripted(browser: Browser, running: Running) -> Iterator[BrowserContext]:
    phone = {"width": 390, "height": 844}
    yield from visit(browser, running, viewport=phone, java_script_enabled=False)


def enter(context: BrowserContext, running: Running) -> Page:
    page = context.new_page()
    page.goto(running.server.address)
    return page


def test_a_work_with_a_dropped_picture(context: BrowserContext, running: Running) -> None:
    page = enter(context, running)
    page.get_by_label("A new piece of work").fill("Paper boats")
    page.get_by_label("A new piece of work").press("Enter")
    expect(page.get_by_label("What is it called?").first).to_have_value("Paper boats")
    page.locator(".drop").evaluate(DROP.replace("BYTES", str(list(picture()))))
    asked = page.get_by_label("IMG 1.png: what is to be seen or heard?")
    expect(asked).to_be_focused()
    asked.fill("Three boats in a sink")
    page.get_by_label("Your story").fill("## What I did\n\nI folded **three** boats.")
    expect(page.get_by_text("Not saved yet", exact=True)).to_be_visible()
    page.get_by_label("My family").check()
    page.get_by_label("Credit", exact=True).select_option("communication/academics")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    shown = page.frame_locator("#preview")
    expect(shown.get_by_role("heading", name="Paper boats")).to_be_visible()
    expect(shown.get_by_alt_text("Three boats in a sink").first).to_be_visible()
    expect(shown.locator("strong", has_text="three")).to_be_visible()
    text = (running.home / "artifacts" / "paper-boats" / "artifact.md").read_text()
    assert "  - file: img-1.png\n    alt: Three boats in a sink\n" in text
    assert "audience: [family]" in text
    assert "credit: communication/academics" in text
    assert "# A day, a month or only a year." in text, "remarks stay"


def test_the_preview_follows_while_somebody_writes(
    context: BrowserContext, running: Running
) -> None:
    """Nothing is saved by that, what is the same stays where it is, and a program in the text does not run."""
    before = (running.home / WORK).read_bytes()
    page = enter(context, running)
    page.goto(running.at(f"/edit/{WORK}"))
    shown = page.frame_locator("#preview")
    picture_of_it = shown.locator("main img").first.element_handle()
    assert picture_of_it
    story = page.get_by_label("Your story")
    story.press("Control+End")
    story.press_sequentially(
        "\n\n## What I saw\n\nRoots, **eleven**. <script>top.stolen = 1</script>\n"
        "<img src=x onerror='top.stolen = 1'>" + "\n\nMore." * 60
    )
    expect(shown.get_by_role("heading", name="What I saw")).to_be_visible()
    expect(shown.locator("strong", has_text="eleven")).to_be_attached()
    sign = page.get_by_text("Not saved yet: this is how it would look.")
    expect(sign).to_be_visible()
    expect(sign).to_have_attribute("role", "status")
    expect(story).to_be_focused()
    assert picture_of_it.evaluate("(one) => one.isConnected")
    frame = page.frame(url=re.compile("/preview/"))
    assert frame
    frame.evaluate("scrollTo({ top: 400, behavior: 'instant' })")
    story.press_sequentially("\n\nAnd at the very end a word.")
    expect(shown.get_by_text("And at the very end a word.")).to_be_attached()
    assert frame.evaluate("scrollY") == 400
    page.get_by_label("What is it called?").first.fill("Roots")
    page.get_by_label("What is it, in one sentence?").fill("Counted twice.")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Roots")
    expect(shown.get_by_text("Counted twice.").first).to_be_visible()
    assert page.evaluate("window.stolen") is None
    assert (running.home / WORK).read_bytes() == before
    running.version += 1  # somebody else's change makes the preview new
    expect(shown.get_by_role("heading", level=1)).to_have_text("Roots")
    page.evaluate("document.getElementById('form').requestSubmit()")
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Roots")
    expect(page.get_by_text("Not saved yet: this is how it would look.")).to_have_count(0)
    (running.home / WORK).write_bytes(before)
    running.build(0)


def test_without_its_script(unscripted: BrowserContext, running: Running, tmp_path: Path) -> None:
    (tmp_path / "me.png").write_bytes(picture(40, 40))
    page = enter(unscripted, running)
    page.get_by_label("A new goal").fill("Swim")
    page.get_by_role("button", name="Begin").nth(2).click()
    page.get_by_label("What do you wish for?").fill("To float.")
    page.get_by_role("button", name="Save").click()
    assert "wish: To float." in (running.home / "goals" / "swim.md").read_text()
    page.goto(running.at("/edit/student.yml"))
    page.get_by_label("A picture from this computer").set_input_files(tmp_path / "me.png")
    page.get_by_label("What is to be seen in it?").fill("Ada, laughing")
    page.get_by_label("One sentence about you").fill("I float.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    shown = page.frame_locator("#preview")
    expect(shown.get_by_text("I float.").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_by_keys_alone(context: BrowserContext, running: Running) -> None:
    page = enter(context, running)
    page.goto(running.at(f"/edit/{WORK}"))
    page.keyboard.press("Tab")
    expect(page.get_by_text("To the form")).to_be_focused()
    page.keyboard.press("Enter")

    def on_to(label: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.labels?.[0]?.innerText ?? ''").startswith(
                label
            ):
                return
        raise AssertionError(f"no way leads to {label}")

    on_to("What is it, in one sentence?")
    page.keyboard.press("Control+A")
    page.keyboard.type("Beans, counted by keys.")
    on_to("Your story")
    on_to("My family")
    page.keyboard.press("Space")
    page.keyboard.press("Control+S")
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    text = (running.home / WORK).read_text()
    assert "summary: Beans, counted by keys." in text
    expect(
        page.frame_locator("#preview").get_by_text("Beans, counted by keys.").first
    ).to_be_visible()


def test_who_is_overtaken_is_told_and_chooses(context: BrowserContext, running: Running) -> None:
    page, path = enter(context, running), running.home / "narrative.md"
    page.goto(running.at("/edit/narrative.md"))
    page.get_by_label("What is it called?").fill("Mine")
    path.write_text(path.read_text().replace("I am Ada.", "I am somebody else."))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Somebody else has changed this file")
    assert "I am somebody else." in path.read_text()
    assert "Mine" in page.get_by_label("Yours, not saved").input_value()
    assert "somebody else" in page.get_by_label("In the file now").input_value()
    page.get_by_role("button", name="Keep yours").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    assert "title: Mine" in path.read_text()
    assert "I am Ada." in path.read_text()


def test_what_is_wrong_is_said_where_it_was_written(
    context: BrowserContext, running: Running
) -> None:
    page = enter(context, running)
    page.goto(running.at(f"/edit/{WORK}"))
    page.get_by_label("When did you make it?").fill("last summer")
    page.get_by_role("button", name="Save").click()
    field = page.get_by_label("When did you make it?")
    expect(field).to_have_value("last summer")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("last summer"))
    page.get_by_role("link", name="last summer").click()
    expect(field).to_be_focused()
    field.fill("2026-03")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("When did you make it?")).not_to_have_attribute("aria-invalid", "true")


@pytest.fixture
def phone_in_arabic(browser: Browser, in_arabic: Running) -> Iterator[BrowserContext]:
    yield from visit(browser, in_arabic, viewport={"width": 390, "height": 844})


def test_in_arabic_it_runs_from_right_to_left(
    phone_in_arabic: BrowserContext, in_arabic: Running
) -> None:
    page = enter(phone_in_arabic, in_arabic)
    for path in ("/", f"/edit/{WORK}", "/edit/student.yml", f"/text/{WORK}"):
        page.goto(in_arabic.at(path))
        assert page.evaluate("document.documentElement.scrollWidth") == 390, path
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    page.goto(in_arabic.at(f"/edit/{WORK}"))
    page.locator(".drop").evaluate(DROP.replace("BYTES", str(list(picture()))))
    page.get_by_label("IMG 1.png: ماذا يُرى أو يُسمع؟").fill("جذور")
    story = page.get_by_label("قصتك")
    expect(story).to_have_css("direction", "ltr")
    page.get_by_role("button", name="حفظ").click()
    expect(page.get_by_role("status").first).to_contain_text("تم الحفظ.")
    assert "alt: جذور" in (in_arabic.home / WORK).read_text()


@needs_checks
@pytest.mark.parametrize(
    ("language", "phone", "dark"),
    [
        ("en", True, True),
        ("ar", False, False),
        pytest.param("en", False, False, marks=pytest.mark.nightly),
        pytest.param("ar", True, True, marks=pytest.mark.nightly),
    ],
)
def test_axe_finds_nothing(
    browser: Browser, running: Running, in_arabic: Running, language: str, phone: bool, dark: bool
) -> None:
    """Nor on a form that has problems, nor where somebody was overtaken."""
    here = in_arabic if language == "ar" else running
    context = browser.new_context(
        viewport={"width": 390, "height": 844} if phone else {"width": 1280, "height": 800},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page, work = enter(context, here), here.home / WORK
    before, found = work.read_bytes(), {}
    for path in ("/", f"/edit/{WORK}", f"/text/{WORK}", "/edit/student.yml", f"/away/{WORK}"):
        page.goto(here.at(path))
        found[path] = violations(page)
    work.write_bytes(before.replace(b"date: 2026", b"date: soon # 2026"))
    page.goto(here.at(f"/edit/{WORK}"))
    assert page.locator("[aria-invalid=true]").count()
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    found["problems"] = violations(page)
    page.goto(here.at(f"/text/{WORK}"))
    work.write_bytes(before)
    page.locator("button[type=submit]").click()
    assert page.locator("textarea").count() == 2
    found["overtaken"] = violations(page)
    context.close()
    assert {path: said for path, said in found.items() if said} == {}


@needs_checks
def test_the_html_is_right(running: Running, tmp_path: Path) -> None:
    """Every page of the editor, in a language of each direction."""
    shelves = ("artifacts", "narratives", "goals", "pitches", "conferences", "milestones")
    for language in ("en", "ar"):
        desk = Desk(
            Drawer(running.root, STUDENT),
            running.root / "site",
            on=TODAY,
            stamp=lambda: "stamp",
            version=lambda: 1,
            language=language,
        )
        for shelf in shelves if language == "en" else ():
            desk.answer(Asked(f"/new/{shelf}", {}, {"title": ["Lanterns & <b>light</b>"]}))
        drawer = Drawer(running.root, STUDENT)
        places = {(one.split("/")[0], "/" in one): one for one in drawer.places()}
        looks = ["/", *(f"/edit/{one}" for one in places.values()), f"/text/{WORK}"]
        looks += [f"/away/{WORK}", "/edit/goals/none.md"]
        pages = [desk.answer(Asked(path, {})).page for path in looks]
        overtaken = Asked(f"/text/{WORK}", {}, {"digest": ["x"], "text": ["---\n"]})
        pages.append(desk.answer(overtaken).page)
        pages.append(desk.answer(Asked("/new/goals", {}, {"title": [" "]})).page)
        for number, text in enumerate(pages):
            (tmp_path / f"{language}-{number}.html").write_text(text, "utf-8")
    assert len([*tmp_path.iterdir()]) > 24
    assert errors_in_html(sorted(tmp_path.iterdir())) == []
