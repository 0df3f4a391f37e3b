"""`edit` from the terminal's first line to Ctrl-C: one address, a form that is saved, a preview that follows."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from form_reader import form_in
from school import STUDENT, TODAY, minimal_school

PROGRAM = "from portfolio_gen.cli import main; main()"


def run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, "edit", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_a_form_is_saved_and_shown(tmp_path: Path) -> None:
    school = minimal_school(tmp_path / "school")
    command = [
        sys.executable,
        "-c",
        PROGRAM,
        "edit",
        str(school),
        "--port",
        "0",
        "--on",
        str(TODAY),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout
            line = next(one for one in running.stdout if "/enter/" in one)
            (address,) = re.findall(r"http://127\.0\.0\.1:\d+/enter/\S+", line)
            base = address.partition("/enter/")[0]
            browser = urllib.request.build_opener(
                urllib.request.HTTPCookieProcessor(CookieJar()), urllib.request.ProxyHandler({})
            )

            def see(path: str, form: dict[str, list[str]] | None = None) -> str:
                data = urllib.parse.urlencode(form, doseq=True).encode() if form else None
                asked = urllib.request.Request(base + path, data, {"Origin": base})
                return str(browser.open(asked, timeout=30).read().decode())

            assert "All your work" in see(address.removeprefix(base))
            form = form_in(see("/edit/student.yml"), "/edit/student.yml")
            form["sentence"] = ["I count what nobody counts."]
            time.sleep(0.5)  # until the folder is watched
            assert "Saved." in see("/edit/student.yml", form)
            assert "I count what nobody counts." in see(f"/preview/self/{STUDENT}/")
        finally:
            running.send_signal(signal.SIGINT)
        assert running.wait(20) == 0
        assert "Everything that was saved is in your folder." in running.stdout.read()


def test_whose_portfolio_is_said_or_asked(tmp_path: Path) -> None:
    school = minimal_school(tmp_path / "school")
    refused = run("ada-pork", school, "--port", "0")
    assert refused.returncode == 2
    assert (
        "There is no student `ada-pork` in this school. Did you mean `ada-park`?" in refused.stderr
    )
    other = school / "students" / "ben"
    other.mkdir()
    (other / "student.yml").write_text("name: Ben\n")
    asked = run(school)
    assert asked.returncode == 2
    assert "there are: ada-park, ben." in asked.stderr
    assert run("../school", school).returncode == 2
    unspoken = run(school, "--language", "sv")
    assert unspoken.returncode == 2
    assert "The forms ask in ar, en, es, fr, zh, and not in `sv`." in unspoken.stderr
