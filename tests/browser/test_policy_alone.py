"""With cleaning and escaping switched off payloads stand in the pages, and the policy alone keeps them from running."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hosting import hosted
from jinja2 import Environment
from markupsafe import Markup
from playwright.sync_api import Browser
from visitor import Seen, Visitor

from hostile_payloads import PAYLOADS
from hostile_slots import WORD
from portfolio_gen.build import build
from portfolio_gen.read import scalars
from portfolio_gen.render import engine, markdown, tools
from portfolio_gen.render.place import Place, Placed
from school import PORTFOLIO, STUDENT, TODAY, minimal_school, write

STORY, TITLE = 1, 2


class AsItIs:
    """A cleaner that finds nothing dirty."""

    def clean(self, html: str) -> str:
        return html


@pytest.fixture
def _unclean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Texts as their writers wrote them, in stories and everywhere else on a page."""

    def unfitted(dirty: str, _: Place) -> Placed:
        return Placed(Markup(dirty), ())  # noqa: S704 - this is what the test is about

    def unescaped(*settings: Any) -> Environment:
        strict: Environment = made(*settings)
        strict.autoescape = False
        return strict

    made = engine._environment
    monkeypatch.setattr(markdown, "_cleaner", AsItIs)
    monkeypatch.setattr(tools, "fit", unfitted)
    monkeypatch.setattr(engine, "_environment", unescaped)
    monkeypatch.setattr(scalars, "LONGEST_LINE", 100_000)
    engine.open_engine.cache_clear()
    yield
    engine.open_engine.cache_clear()


def word(number: int, slot: int) -> str:
    return f"zq{number:x}q{slot:x}z"


def pages_of(payloads: Sequence[int], together: int) -> Iterator[Sequence[int]]:
    """Payloads, by their numbers, as they share pages."""
    alone = [one for one in payloads if PAYLOADS[one].open or PAYLOADS[one].leaves]
    sharing = [one for one in payloads if one not in alone]
    yield from (sharing[at : at + together] for at in range(0, len(sharing), together))
    yield from ([one] for one in alone)


def dirty_site(folder: Path, pages: Sequence[Sequence[int]]) -> Path:
    """The family's edition of a school with a work for each page: its payloads are its title and its story."""
    write(
        folder,
        {"portfolio.yml": f"{PORTFOLIO}limits:\n  artifacts_per_student: {len(pages) + 1}\n"},
    )
    for place, numbers in enumerate(pages):
        story = "\n\n".join(PAYLOADS[one].said(word(one, STORY)) for one in numbers)
        titles = (PAYLOADS[one] for one in numbers if not PAYLOADS[one].hidden)
        title = " ".join(one.said(word(PAYLOADS.index(one), TITLE)) for one in titles)
        keys = {
            "title": title.replace("\n", " ") or "nothing",
            "date": "2026",
            "status": "published",
            "audience": ["family"],
        }
        matter = "".join(f"{key}: {json.dumps(value)}\n" for key, value in keys.items())
        path = f"students/{STUDENT}/artifacts/work-{place}/artifact.md"
        write(folder, {path: f"---\n{matter}---\n{story}\n"})
    report = build(folder, editions=["family"], jobs=1, on=TODAY)
    assert not report.failed, report.diagnostics
    return folder / "site"


def visited(browser: Browser, site: Path, pages: int, *, policy: bool) -> Seen:
    with hosted(site) as host:
        visitor = Visitor(browser, host, bypass_csp=not policy)
        for place in range(pages):
            visitor.visit(f"family/{STUDENT}/artifacts/work-{place}/")
        visitor.close()
    return visitor.seen


def ran(seen: Seen) -> set[int]:
    """The numbers of the payloads that ran or asked another host."""
    return {int(number, 16) for one in seen.words() for number in WORD.findall(one)[0][:1]}


@pytest.mark.usefixtures("_unclean")
@pytest.mark.parametrize("together", [24, pytest.param(1, marks=pytest.mark.nightly)])
def test_the_policy_alone_stops_every_payload(
    browser: Browser, tmp_path: Path, together: int
) -> None:
    pages = list(pages_of(range(len(PAYLOADS)), together))
    site = dirty_site(minimal_school(tmp_path), pages)

    stopped = visited(browser, site, len(pages), policy=True)
    free = visited(browser, site, len(pages), policy=False)

    assert stopped.ran == []
    assert stopped.asked == []
    assert stopped.led_away == []
    assert len(stopped.refused) > len(PAYLOADS), "there was nothing to refuse"
    assert len(stopped.suspect) > len(PAYLOADS), "there was nothing in the pages"
    assert len(ran(free)) > 100, "nothing would have run anyway"


@pytest.mark.usefixtures("_unclean")
def test_no_page_runs_a_program_that_a_student_has_published(
    browser: Browser, tmp_path: Path
) -> None:
    """It lies on the same host as the scripts of the pages, and pages trust those alone."""
    work = f"students/{STUDENT}/artifacts/game"
    matter = "title: Game\ndate: 2026\nstatus: published\naudience: [family]\nmedia:\n  - file: game.js\n"
    write(minimal_school(tmp_path), {f"{work}/game.js": f"console.log('{word(0, 0)}')\n"})
    for story in ("none yet", "<script src=../../{}></script>"):
        found = sorted((tmp_path / "site" / "family" / STUDENT).glob("media/*.js.txt"))
        told = story.format(found[0].relative_to(found[0].parents[1]) if found else "")
        write(tmp_path, {f"{work}/artifact.md": f"---\n{matter}---\n{told}\n"})
        assert not build(tmp_path, editions=["family"], jobs=1, on=TODAY).failed
    with hosted(tmp_path / "site") as host:
        for bypass in (False, True):
            visitor = Visitor(browser, host, bypass_csp=bypass)
            visitor.visit(f"family/{STUDENT}/artifacts/game/")
            visitor.close()
            assert bool(visitor.seen.ran) is bypass
