"""The page about signed records: what it tells newcomers to type is typed, in order, and says what the page says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from portfolio_gen.cli import porch

PAGE = (Path(__file__).parents[1] / "docs" / "records.md").read_text("utf-8")
STEP = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$|^> ([^\n]+)$", re.M | re.S)
DAY = "1796040000"
"""2026-11-30, on which the sample school's consents hold."""


class Newcomer:
    """Somebody who types what the page says, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said = ""
        self.typed: list[str] = []

    def follow(self, language: str, path: str, text: str, answer: str) -> None:
        if answer:
            assert self._said.startswith(answer), f"{self._said!r} is not {answer!r}"
        elif path:
            with (self._folder / path).open("a", encoding="utf-8") as file:
                file.write(f"\n{text}")
        elif language == "sh":
            for line in text.splitlines():
                self._type(*shlex.split(line))

    def _type(self, command: str, *words: str) -> None:
        if command == "cp":
            shutil.copyfile(self._folder / words[0], self._folder / words[1])
        elif command == "sed":
            _, before, after, _ = words[1].split("/")
            file = self._folder / words[2]
            text = file.read_text("utf-8")
            assert before in text
            file.write_text(text.replace(before, after, 1), "utf-8")
        else:
            self._call(words)

    def _call(self, words: tuple[str, ...]) -> None:
        """Call the program; the first of its words is the command, and the key lies beside the school."""
        key = ("--key", "key.pem") if words[0] in ("keys", "issue") else ()
        env = {
            "PORTFOLIO_GEN_KEY_PASSPHRASE": "four words nobody guesses",
            "SOURCE_DATE_EPOCH": DAY,
        }
        result = CliRunner(env=env).invoke(porch, [*words, *key])
        self._said = result.output
        self.typed.append(words[0])
        expected = (0, 1) if words[0] in ("verify", "build") else (0,)
        assert result.exit_code in expected, result.output


def test_a_newcomer_sees_a_yes_and_a_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    newcomer = Newcomer(tmp_path)
    for language, path, text, answer in STEP.findall(PAGE):
        newcomer.follow(language, path, text, answer)

    assert newcomer.typed == ["new", "keys", "issue", "build", "verify", "verify"]
    assert (tmp_path / "our-school/site/college/verify/index.html").is_file()


def test_the_page_names_every_command_and_rule_of_records() -> None:
    from portfolio_gen.cli.keys import command as keys
    from portfolio_gen.hallway.rules import RULES

    for name in ("issue", "reissue", "revoke", "verify", *(f"keys {one}" for one in keys.commands)):
        assert name in PAGE or name == "keys list", name
    for rule in RULES:
        assert f"rules/{rule.code}-{rule.name}.md" in PAGE
