"""Links that lead out of a school: which, since when, whether they are still there, and copies that are kept."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.build import build
from portfolio_gen.check import check_school
from portfolio_gen.cli import porch
from portfolio_gen.diagnostics import errors
from portfolio_gen.linking import Asker, report
from portfolio_gen.linking.asking import is_public
from portfolio_gen.linking.gathering import addresses
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.read.school import read_school
from school import ARTIFACT_FOLDER, STUDENT, TODAY, minimal_school

LATER = Day(2027, 3, 1)


def run(*words: object) -> Result:
    return CliRunner().invoke(porch, list(map(str, words)), env={"SOURCE_DATE_EPOCH": "1795305600"})


def read(root: Path) -> School:
    school, found = read_school(root)
    assert school
    assert errors((*found, *check_school(school, on=TODAY))) == ()
    return school


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """A host that answers by the path, and notes what it was asked."""

    asked: list[str]

    def _answer(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        name = self.path.strip("/")
        status = {
            "here": 200,
            "gone": 404,
            "cold": 500,
            "moved": 301,
            "for-now": 302,
            "round": 301,
        }.get(name, 200)
        if name == "shy" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if name in ("moved", "for-now", "round"):
            self.send_header("Location", "/round" if name == "round" else "/here")
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815 - the server calls them so

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def host() -> Iterator[str]:
    Elsewhere.asked = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


def told(root: Path, words: str, keys: str = "") -> None:
    page = root / ARTIFACT_FOLDER / "artifact.md"
    page.write_text(page.read_text().replace("audience:", f"{keys}audience:") + words)


def test_addresses_are_found_as_people_write_them() -> None:
    text = (
        "See https://a.example/x. And (https://b.example/y_(z)), <https://c.example/?q=1&r=2#s>\n"
        '[d](https://d.example/d) <a href="https://e.example/e">e</a>; `https://no.example` HTTP://F.example/\n'
        "```\nhttps://no.example/too\n```\n**https://g.example**"
    )
    assert [url for url, _ in addresses(text)] == [
        "https://a.example/x",
        "https://b.example/y_(z)",
        "https://c.example/?q=1&r=2#s",
        "https://d.example/d",
        "https://e.example/e",
        "HTTP://F.example/",
        "https://g.example",
    ]
    assert all(text[start:].startswith(url) for url, start in addresses(text))


def test_the_report_says_where_and_since_when(root: Path) -> None:
    told(root, "\nAs on https://sun.example/ovens.\n")
    card = root / f"students/{STUDENT}/student.yml"
    card.write_text(f"{card.read_text()}links:\n  - {{ title: Mine, url: https://ada.example/ }}\n")
    done = run("links", root)
    assert done.exit_code == 0, done.output
    assert (
        "https://sun.example/ovens\n"
        "  only a link, since 2026-03-14; nobody has asked yet whether it is still there\n"
        f"  {ARTIFACT_FOLDER}/artifact.md:18:7\n"
    ) in done.stdout
    assert "https://ada.example/\n  only a link, since 2026-11-22;" in done.stdout, (
        "first seen today"
    )
    assert done.stdout.endswith("3 links, 0 with a copy kept here, 0 gone.\n")
    book = (root / "transcripts/links/seen.json").read_bytes()
    later = run("links", root, "--on", LATER, "--format", "json")
    since = {one["url"]: one["since"] for one in json.loads(later.stdout)["links"]}
    assert since["https://ada.example/"] == "2026-11-22"
    assert (root / "transcripts/links/seen.json").read_bytes() == book
    card.write_text(card.read_text().partition("links:")[0])
    assert "ada.example" not in run("links", root).stdout
    assert "ada.example" not in (root / "transcripts/links/seen.json").read_text(), (
        "forgotten with it"
    )
    read(root)


def test_whoever_is_asked_answers_once_and_is_remembered(root: Path, host: str) -> None:
    names = ("here", "gone", "cold", "moved", "for-now", "round", "shy")
    told(root, "\n" + "\n".join(f"{host}/{name}" for name in names))
    asker = Asker(may_ask=lambda one: one == "127.0.0.1", pause=0.0)
    rows = report(read(root), TODAY, asker=asker, most=100)
    answers = {
        one.link.url.rpartition("/")[2]: (one.known.answer, one.known.told)
        for one in rows
        if host in one.link.url
    }
    assert answers == {
        "here": ("there", "200"),
        "gone": ("gone", "404"),
        "cold": ("unsure", "500"),
        "moved": ("moved", f"{host}/here"),
        "for-now": ("there", "200"),
        "round": ("unsure", "it leads on and on"),
        "shy": ("there", "200"),
    }
    assert Elsewhere.asked.count("HEAD /gone") == 1
    assert Elsewhere.asked.count("GET /gone") == 0
    (school_site,) = (one for one in rows if "little-school" in one.link.url)
    assert school_site.known.answer == "private", "nobody else was to be asked"
    again = run("links", root, "--on", LATER)
    assert again.exit_code == 1, "something is gone, and no copy is kept"
    assert "on 2026-11-22 it is gone (404)" in again.stdout
    later = report(read(root), LATER, asker=asker, most=100)
    (gone,) = (one.known for one in later if one.known.answer == "gone")
    assert (gone.asked, gone.gone) == ("2027-03-01", "2026-11-22")


def test_those_asked_longest_ago_come_first(root: Path, host: str) -> None:
    told(root, f"\n{host}/a\n{host}/b\n{host}/c\n")
    asker = Asker(may_ask=lambda one: one == "127.0.0.1", pause=0.0)
    for day in (Day(2026, 12, 1), Day(2026, 12, 2)):
        report(read(root), day, asker=asker, most=2)
    assert Elsewhere.asked == ["HEAD /a", "HEAD /b", "HEAD /c"]


def test_nobody_inside_a_private_network_is_asked(root: Path, host: str) -> None:
    told(root, f"\n{host}/here http://[::1]/ http://10.0.0.1/ file:///etc/passwd\n")
    settings = root / "portfolio.yml"
    settings.write_text(settings.read_text().replace("url: https://little-school.example/\n", ""))
    done = run("links", root, "--online")
    assert done.exit_code == 0
    assert "not asked, for it leads into a private network" in done.stdout
    assert "file:" not in done.stdout
    assert Elsewhere.asked == []
    assert not is_public("localhost")
    assert is_public("93.184.215.14")


def test_an_answer_may_not_lead_inside_either(host: str) -> None:
    asker = Asker(may_ask=lambda one: one == "127.0.0.1", pause=0.0)
    Elsewhere.asked = []
    assert asker.ask(f"{host}/moved").kind == "moved"
    turns = iter((True, False))
    inside = Asker(may_ask=lambda _: next(turns), pause=0.0)
    assert inside.ask(f"{host}/moved").kind == "private"


def test_without_being_told_to_nothing_is_asked(root: Path, host: str) -> None:
    told(root, f"\n{host}/here\n")
    assert run("links", root).exit_code == 0
    assert Elsewhere.asked == []


def test_a_copy_beside_a_link_is_offered_to_readers(root: Path, tmp_path: Path) -> None:
    (root / ARTIFACT_FOLDER / "page.csv").write_text("hour,heat\n1,20\n")
    keys = "links:\n  - title: Ovens\n    url: https://sun.example/ovens\n    copy: page.csv\n"
    told(root, "", keys)
    page = root / ARTIFACT_FOLDER / "artifact.md"
    assert "PG229" in run("check", root, "--format", "concise").output, "it is not listed yet"
    page.write_text(
        page.read_text().replace(
            "media:\n", "media:\n  - { file: page.csv, alt: Heat by the hour. }\n"
        )
    )
    read(root)
    done = run("links", root)
    assert f"copy kept here: {ARTIFACT_FOLDER}/page.csv" in done.stdout
    report_ = build(root, tmp_path / "site", editions=["self"], on=TODAY, jobs=1)
    assert not report_.failed
    folder = tmp_path / f"site/self/{STUDENT}/artifacts/bean-diary"
    html = (folder / "index.html").read_text("utf-8")
    address = html.partition('class="kept-here"')[2].partition('href="')[2].partition('"')[0]
    assert "A copy kept here" in html
    assert (folder / address).resolve().read_text().startswith("hour,heat")


def test_a_damaged_book_is_named_and_left_alone(root: Path) -> None:
    (root / "transcripts/links").mkdir()
    book = root / "transcripts/links/seen.json"
    for damage in ("[", "[]", '{"https://a.example": {"since": "x"}}', '{"a": 1}'):
        book.write_text(damage)
        done = run("links", root)
        assert done.exit_code == 2
        assert "seen.json cannot be understood" in done.output
        assert book.read_text() == damage
