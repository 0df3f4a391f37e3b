"""The line that stands under a diagnostic."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.cli.show import show
from portfolio_gen.diagnostics import Diagnostic, Rule, Severity, Span

RULE = Rule("PG999", "something", Severity.ERROR)


def shown(span: Span, root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    show([Diagnostic(RULE, span, "something is wrong")], root, "full")
    return capsys.readouterr().out


def test_a_value_is_underlined(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.yml").write_bytes("\ufeffa: x\u2028y\r\nb: 'zoë 日本' # z\r\n".encode())

    out = shown(Span("x.yml", 2, 4, 2, 12), tmp_path, capsys)

    assert "  2 | b: 'zoë 日本' # z\n" in out
    assert "    |    ^^^^^^^^^^\n" in out


def test_nothing_is_shown_of_what_a_link_leads_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "secret").write_text("a secret\n")
    (tmp_path / "school").mkdir()
    (tmp_path / "school" / "link").symlink_to("../secret")

    for span in (Span("link"), Span("link", 1, 3, 1, 5), Span("../secret", 1, 3, 1, 5)):
        assert "secret\n" not in shown(span, tmp_path / "school", capsys)


def test_nothing_is_underlined_when_the_whole_file_is_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.yml").write_text("a: b\n")

    assert "a: b" not in shown(Span("x.yml"), tmp_path, capsys)
