"""The preview answers this computer alone, reloads what changed, and shows no more than the sites."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_gen.serve import Preview
from portfolio_gen.serve.watch import changes, students_touched

PAGE = """<html><head><meta content="script-src 'nonce-YWJj+/=='; style-src 'self'"></head><body>hello</body></html>"""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    (tmp_path / "self").mkdir()
    (tmp_path / "self" / "index.html").write_text(PAGE)
    (tmp_path / "self" / "data.json").write_text("{}")
    (tmp_path / "empty").mkdir()
    (tmp_path / ".portfolio-gen").mkdir()
    (tmp_path / ".portfolio-gen" / "manifest.json").write_text("secret")
    running = Preview(tmp_path, 0, home="<p>home</p>")
    running.start()
    yield running
    running.stop()


def ask(
    preview: Preview, path: str, *, host: str | None = None, method: str = "GET"
) -> tuple[int, str]:
    line = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=5)
    line.request(method, path, headers={"Host": host or f"127.0.0.1:{preview.port}"})
    answer = line.getresponse()
    return answer.status, answer.read().decode()


def test_pages_reload_themselves(preview: Preview) -> None:
    assert ask(preview, "/") == (200, "<p>home</p>")
    status, page = ask(preview, "/self/")
    assert status == 200
    assert '<script nonce="YWJj+/==" src="/__preview__/reload.js"></script></body>' in page
    before = ask(preview, "/__preview__/version")
    preview.changed()
    assert ask(preview, "/__preview__/version") != before


def test_other_files_are_served_as_they_are(preview: Preview) -> None:
    assert ask(preview, "/self/data.json") == (200, "{}")
    assert ask(preview, "/self")[0] == 301


@pytest.mark.parametrize(
    "path",
    [
        "/.portfolio-gen/manifest.json",
        "/empty/",
        "/../secret",
        "/self/%2e%2e/%2eportfolio-gen/manifest.json",
        "/%2Eportfolio-gen/manifest.json",
    ],
)
def test_nothing_else_is_shown(preview: Preview, path: str) -> None:
    status, text = ask(preview, path)
    assert status == 404
    assert "secret" not in text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_other_hosts_are_refused(preview: Preview, host: str, method: str) -> None:
    assert ask(preview, "/self/", host=host or " ", method=method)[0] == 403


def test_which_students_a_change_is_about() -> None:
    ledgers = frozenset({"maya", "theo"})

    def touched(*paths: str) -> frozenset[str] | None:
        return students_touched(frozenset(map(Path, paths)), transcripts=ledgers)

    assert touched("students/maya/artifacts/oven/artifact.md", "transcripts/theo.yml") == {
        "maya",
        "theo",
    }
    assert touched("students/maya/student.yml", "transcripts/framework.yml") is None
    assert touched("themes/riverbend/base.html") is None
    assert touched("portfolio.yml") is None


def test_a_burst_of_changes_is_told_once(tmp_path: Path) -> None:
    home = tmp_path / "students" / "maya"
    home.mkdir(parents=True)
    (tmp_path / "site").mkdir()
    bursts = changes(tmp_path)

    def write() -> None:
        (tmp_path / "site" / "index.html").write_text("not watched")
        for number in range(5):
            (home / "student.yml").write_text(str(number))

    threading.Timer(0.3, write).start()
    assert next(bursts) == {Path("students/maya/student.yml")}
    bursts.close()
